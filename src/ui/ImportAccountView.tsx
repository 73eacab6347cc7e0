import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { ImportRemarks } from './ImportRemarks.tsx'
import type { ImportAccount } from './import-account.ts'
import { importWords as words } from './import-words.ts'
import { useWords } from './language.tsx'

/** So many remarks are short enough to stand open. */
const openUpTo = 6

/** Everything an import says: what was read, what was not and why, what was cleaned, what looks wrong, what must be mended. */
export function ImportAccountView({ account, marked }: { account: ImportAccount; marked: ReactNode }) {
  const t = useWords(words)
  const { sheets, problems, warnings, skipped, cleaned } = account
  return (
    <>
      <ImportCounts account={account} />
      {problems.length > 0 ? (
        <>
          <Alert type="error" showIcon title={t.problemsTitle(problems.length)} description={t.problemsHow} />
          <ImportRemarks remarks={problems} label={t.problemsTitle(problems.length)} />
        </>
      ) : null}
      {warnings.length > 0 ? (
        <>
          <Alert type="warning" showIcon title={t.warningsTitle(warnings.length)} />
          <ImportRemarks remarks={warnings} label={t.warningsTitle(warnings.length)} />
        </>
      ) : null}
      {problems.length + warnings.length > 0 ? <div className="button-row">{marked}</div> : null}
      {skipped.length > 0 ? (
        <details open={skipped.length <= openUpTo}>
          <summary>{t.skippedTitle(skipped.length)}</summary>
          <ImportRemarks remarks={skipped} label={t.skippedTitle(skipped.length)} />
        </details>
      ) : null}
      {cleaned.length > 0 ? (
        <details open={cleaned.length <= openUpTo && sheets.length > 0 && problems.length === 0}>
          <summary>{t.cleanedTitle(cleaned.length)}</summary>
          <ImportRemarks remarks={cleaned} label={t.cleanedTitle(cleaned.length)} />
        </details>
      ) : null}
    </>
  )
}

/** 读取 57 行 · 未读取 3 处 · 已清理 2 处 · 提醒 1 处 */
function ImportCounts({ account }: { account: ImportAccount }) {
  const t = useWords(words)
  const { sheets, problems, warnings, skipped, cleaned } = account
  const read = sheets.reduce((sum, { rows }) => sum + rows, 0)
  const unread = sheets.reduce((sum, one) => sum + one.unread, 0)
  return (
    <div role="status">
      <ul className="import-counts">
        <li>
          <strong>{t.read(read)}</strong>
          {sheets.length > 0 ? (
            <span className="soft">
              {' '}
              {sheets.map(({ sheet, rows, unread }) => t.readFrom(sheet, rows + unread)).join(' · ')}
            </span>
          ) : null}
        </li>
        {unread > 0 ? <li className="is-bad">{t.unread(unread)}</li> : null}
        {skipped.length > 0 ? <li>{t.skipped(skipped.length)}</li> : null}
        {cleaned.length > 0 ? <li>{t.cleaned(cleaned.length)}</li> : null}
        {warnings.length > 0 ? <li className="is-warning">{t.warnings(warnings.length)}</li> : null}
        {problems.length > 0 ? <li className="is-bad">{t.problems(problems.length)}</li> : null}
      </ul>
    </div>
  )
}
