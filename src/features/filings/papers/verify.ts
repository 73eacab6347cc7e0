import { sql } from 'kysely'
import { query } from '../../../platform/command.ts'
import { bool, day, int, text } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'
import { invalid } from '../../../platform/errors.ts'
import { codePrefix } from '../../../policy/filings/verify-code.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

const papersOf = statement(
  { kind: text, unitName: text, period: text, versionNo: int, submittedOn: day, hash: text, newest: bool },
  (code: string) => sql`
    select kind, unit_name as "unitName", period, version_no as "versionNo", submitted_on as "submittedOn", hash, newest
      from verify_version(${code})`,
)

/** Whether a paper is genuine and still the newest; without a session, and nothing more than stands on the paper. */
export const verifyPaper = query(contract.verifyPaper, async ({ params }, { tx }) => {
  const code = codePrefix(params.code)
  if (code === null) throw invalid([{ field: 'code', ...words.noCode }])
  return { papers: await papersOf(tx, code) }
})
