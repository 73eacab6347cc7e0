import type { ReactNode } from 'react'
import type { Text } from '../shared/words.ts'
import { useText, useWords } from './language.tsx'
import { words } from './words.ts'

/** One field that differs between two versions. Values as texts ready to read; null is empty. */
export type Change = {
  readonly field: string
  readonly label: Text
  readonly before: ReactNode | null
  readonly after: ReactNode | null
}

/** Field by field what changed, and that nothing else did. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useWords(words)
  const say = useText()
  if (changes.length === 0) return <p className="change-none">{t.nothingChanged}</p>
  const shown = (value: ReactNode) =>
    value === null || value === '' ? <span className="faint">{t.empty}</span> : value
  return (
    <div className="changes">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{say(change.label)}</th>
              <td data-label={t.before}>
                <del>{shown(change.before)}</del>
              </td>
              <td data-label={t.after}>
                <ins>{shown(change.after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="change-none">{t.nothingElse}</p>
    </div>
  )
}
