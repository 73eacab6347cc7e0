import { sql } from 'kysely'
import { query } from '../../platform/command.ts'
import { invalid } from '../../platform/errors.ts'
import { codePrefix } from '../../policy/verify-code.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

/** Whether a paper is genuine and still the newest; without a session, and nothing more than stands on the paper. */
export const verifyPaper = query(contract.verifyPaper, async ({ params }, { tx }) => {
  const code = codePrefix(params.code)
  if (code === null) throw invalid([{ field: 'code', ...words.noCode }])
  const found = await sql<contract.VerifiedPaper>`
    select kind, unit_name as "unitName", period, version_no as "versionNo", submitted_on as "submittedOn", hash, newest
      from verify_version(${code})`.execute(tx)
  return { papers: found.rows }
})
