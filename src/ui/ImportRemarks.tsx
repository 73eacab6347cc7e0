import { Button } from 'antd'
import { useState } from 'react'
import type { ImportRemark } from './import-account.ts'
import { importWords as words } from './import-words.ts'
import { useText, useWords } from './language.tsx'
import { useIsPhone } from './use-media.ts'

/** On a phone a list does not scroll in itself: what is to be confirmed stands below it. */
const atOnce = { phone: 20, desk: 100 } as const

/** What is said about the cells of a workbook, each with its place; a long list in steps. */
export function ImportRemarks({ remarks, label }: { remarks: readonly ImportRemark[]; label: string }) {
  const t = useWords(words)
  const say = useText()
  const step = useIsPhone() ? atOnce.phone : atOnce.desk
  const [more, setMore] = useState(0)
  const shown = step + more
  const severalSheets = new Set(remarks.map(({ sheet }) => sheet)).size > 1
  const left = remarks.length - shown
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <section className="import-list" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{severalSheets ? t.sheetAndCell : t.cell}</th>
            <th scope="col">{t.content}</th>
            <th scope="col">{t.note}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.slice(0, shown).map((remark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, and one cell may have two remarks
            <tr key={index}>
              <th scope="row">
                {severalSheets ? <span className="soft">{remark.sheet} / </span> : null}
                <span className="import-cell">{remark.cell}</span>
                {remark.column && remark.column !== remark.value ? (
                  <span className="soft import-column">{remark.column}</span>
                ) : null}
              </th>
              <td data-label={t.content}>{remark.value || <span className="faint">{t.blank}</span>}</td>
              <td data-label={t.note}>{say(remark)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <Button size="small" onClick={() => setMore(more + step)}>
          {t.moreOf(Math.min(left, step))}
        </Button>
      ) : null}
    </section>
  )
}
