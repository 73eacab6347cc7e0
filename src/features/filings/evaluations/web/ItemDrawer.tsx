import { Drawer } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { CellView, EvaluationView } from '../contract.ts'
import { words } from '../words.ts'
import { pointsText } from './points-text.ts'
import { FindingsOf } from './SiteChecks.tsx'

type Props = {
  view: EvaluationView
  onAct: (act: string, more?: Readonly<Record<string, string>>) => void
  onClose: () => void
}

/** How the points of the item named in the address (`?item=progress`) come about, column by column. */
export function ItemDrawer({ view, onAct, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const phone = useIsPhone()
  const { search } = useUrl()
  const item = view.parts.flatMap(({ items }) => items).find(({ id }) => id === search.item)
  const open = item !== undefined && !search.act
  const scoring = [
    ['write-self', t.scoreSelf],
    ['score-expert', t.score],
    ['score-final', t.score],
  ] as const
  return (
    <Drawer open={open} title={item ? t.howOf(say(item.name)) : ''} size={phone ? '100%' : 560} onClose={onClose}>
      {item ? (
        <>
          <p className="soft">
            {say(item.counts)}
            {item.href ? <> · </> : null}
            {item.href ? <AppLink to={item.href}>{t.records}</AppLink> : null}
          </p>
          <How name={t.computed} cell={item.computed} />
          <Other name={t.self} cell={item.self} />
          {item.experts.map((cell) => (
            <How key={cell.given?.by} name={`${t.expert} · ${cell.given?.by ?? ''}`} cell={cell} />
          ))}
          {item.final ? <Other name={t.final} cell={item.final} /> : null}
          <FindingsOf view={view} item={item.id} onOpen={onClose} />
          {scoring.map(([action, text]) =>
            abilityFor(view.actions, action)?.allowed ? (
              <ActionButton
                key={action}
                type="primary"
                action={abilityFor(view.actions, action)}
                onClick={() => onAct(action, { item: item.id })}
              >
                {text}
              </ActionButton>
            ) : null,
          )}
        </>
      ) : null}
    </Drawer>
  )
}

/** A column that a person may write; where nobody has, it is what is computed. */
function Other({ name, cell }: { name: string; cell: CellView }) {
  const t = useWords(words)
  if (cell.given) return <How name={name} cell={cell} />
  return (
    <section className="evaluation-how">
      <h3>
        {name} <span className="number">{pointsText(cell.points)}</span>
      </h3>
      <p className="soft">{cell.state === 'open' ? t.unscored : t.asComputed}</p>
    </section>
  )
}

function How({ name, cell }: { name: string; cell: CellView }) {
  const t = useWords(words)
  const say = useText()
  return (
    <section className="evaluation-how">
      <h3>
        {name} <span className="number">{pointsText(cell.points)}</span>
      </h3>
      <p>{say(cell.sum)}</p>
      {cell.lines.length > 0 ? (
        <ul>
          {cell.lines.map((line) => (
            <li key={line.zh}>{say(line)}</li>
          ))}
        </ul>
      ) : null}
      {cell.given ? (
        <p className="soft">
          {cell.given.by} <InstantText at={cell.given.at} />
          {cell.given.counts ? '' : ` · ${t.countsNot}`}
          {cell.given.reason ? ` · ${t.said(t.reason, cell.given.reason)}` : ''}{' '}
          {cell.given.file ? <FileLink file={cell.given.file} /> : null}
        </p>
      ) : null}
    </section>
  )
}
