import { Alert } from 'antd'
import type { ApiError } from '../../../../ui/api-error.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

/** So many are shown; nobody corrects more at one sitting. */
const shownAtMost = 300

type Props = { error: ApiError; fileName: string; onClose: () => void }

/** Every problem of a workbook by sheet, row and column. */
export function ImportProblems({ error, fileName, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const places = error.fields.map((field) => ({ ...placeOf(field.field), text: say(field) }))
  const inCells = places.filter((place) => place.cell !== null)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="notice"
      closable={{ closeIcon: true, onClose, 'aria-label': t.closeProblems }}
      title={`${fileName}: ${say(error.text)}`}
      description={
        inCells.length > 0 ? (
          <div className="plan-problems">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.sheet}</th>
                  <th scope="col">{t.sheetRow}</th>
                  <th scope="col">{t.sheetColumn}</th>
                  <th scope="col">{t.problem}</th>
                </tr>
              </thead>
              <tbody>
                {inCells.slice(0, shownAtMost).map((place, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, and one cell may have two problems
                  <tr key={index}>
                    <td>{place.sheet}</td>
                    <td className="number">{place.cell?.row}</td>
                    <td>{place.cell?.column}</td>
                    <td>{place.text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {inCells.length > shownAtMost ? <p>{t.moreProblems(inCells.length - shownAtMost)}</p> : null}
          </div>
        ) : undefined
      }
    />
  )
}

/** `试点企业!C5` → sheet, row and column; a field of another kind has no cell. */
function placeOf(field: string): { sheet: string; cell: { row: string; column: string } | null } {
  const at = field.lastIndexOf('!')
  const match = /^([A-Z]+)(\d+)$/.exec(field.slice(at + 1))
  if (at < 0 || !match) return { sheet: field, cell: null }
  return { sheet: field.slice(0, at), cell: { column: match[1] ?? '', row: match[2] ?? '' } }
}
