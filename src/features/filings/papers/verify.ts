import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../platform/command.ts'
import { bool, instant, int, jsonb, text } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'
import { invalid } from '../../../platform/errors.ts'
import { codePrefix, verifyCode } from '../../../policy/filings/verify-code.ts'
import * as contract from './contract.ts'
import { words } from './words.ts'

const paperOf = statement(
  {
    kind: text,
    unitName: text,
    period: text,
    versionNo: int.nullable(),
    no: int,
    issuedAt: instant,
    hash: text,
    told: jsonb(z.strictObject({ zh: contract.told, en: contract.told })),
    endedAt: instant.nullable(),
    lastNo: int,
    lastVersionNo: int.nullable(),
    lastIssuedAt: instant,
    lastStands: bool,
  },
  (code: string) => sql`
    select kind, unit_name as "unitName", period, version_no as "versionNo", no, issued_at as "issuedAt", hash, told,
           ended_at as "endedAt", last_no as "lastNo", last_version_no as "lastVersionNo", last_issued_at as "lastIssuedAt",
           last_stands as "lastStands"
      from verify_paper(${code})`,
)

/** Whether a paper is genuine and still the newest, and what stands on it; without a session, and nothing more than that. */
export const verifyPaper = query(contract.verifyPaper, async ({ params }, { tx }) => {
  const code = codePrefix(params.code)
  if (code === null) throw invalid([{ field: 'code', ...words.noCode }])
  const papers = await paperOf(tx, code)
  return {
    papers: papers.map(({ hash, issuedAt, endedAt, lastNo, lastVersionNo, lastIssuedAt, lastStands, ...paper }) => ({
      ...paper,
      code: verifyCode(hash),
      issuedAt: issuedAt.toISOString(),
      newest: endedAt === null,
      endedAt: endedAt?.toISOString() ?? null,
      last:
        endedAt && lastStands ? { no: lastNo, versionNo: lastVersionNo, issuedAt: lastIssuedAt.toISOString() } : null,
    })),
  }
})
