import { Button } from 'antd'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { CellView, EvaluationView, ItemView } from '../contract.ts'
import { words } from '../words.ts'
import { pointsText } from './points-text.ts'

const columns = ['computed', 'self', 'expert', 'final'] as const

/** The form with its four columns; an item opens how its points come about. */
export function ScoreTable({ view, onOpen }: { view: EvaluationView; onOpen: (item: string) => void }) {
  const t = useWords(words)
  const say = useText()
  return view.parts.map((part) => (
    <Section key={part.id} id={`part-${part.id}`} title={`${say(part.name)} · ${pointsText(part.points)}`}>
      <table className="evaluation-table" aria-label={say(part.name)}>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col" className="number">
              {t.points}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Button type="link" className="evaluation-item" onClick={() => onOpen(item.id)}>
                  {say(item.name)}
                </Button>
                <div className="soft">{say(item.counts)}</div>
              </th>
              <td className="number" data-label={t.points}>
                {pointsText(item.points)}
              </td>
              {columns.map((column) => (
                <td key={column} className="number" data-label={t[column]}>
                  <Cell item={item} cell={item[column]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  ))
}

function Cell({ item, cell }: { item: ItemView; cell: CellView | null }) {
  const t = useWords(words)
  if (cell === null) return <span className="faint">—</span>
  if (cell.state === 'not-applicable') return <span className="soft">{t.dropped}</span>
  if (cell.state === 'open') return <span className="soft">{item.judged ? t.judgedItem : t.unscored}</span>
  const isOther = cell.given !== null && cell.points !== item.computed.points && item.judged === null
  return <span className={isOther ? 'evaluation-changed' : undefined}>{pointsText(cell.points)}</span>
}
