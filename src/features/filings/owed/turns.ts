import { sql } from 'kysely'
import { z } from 'zod'
import { instant, jsonb, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import { seatsOf } from '../../../policy/filings/filing.ts'
import { seats } from '../../../policy/people/roles.ts'
import type { Turn } from '../../../policy/plan/passing-on.ts'
import { stands } from './filed-on.ts'

const approval = z.strictObject({ seat: z.enum(seats), at: z.string() })

const submissions = statement(
  { filingId: uuid, submittedAt: instant, backAt: instant.nullable(), approvals: jsonb(z.array(approval)) },
  (filingIds: readonly string[]) => sql`
    select f.id as "filingId", v.submitted_at as "submittedAt",
           (select min(o.given_at) from filing_opinions o where o.version_id = v.id and o.verdict = 'return') as "backAt",
           coalesce((select jsonb_agg(jsonb_build_object('seat', o.level || '-' || o.bureau, 'at', o.given_at) order by o.given_at)
                       from filing_opinions o where o.version_id = v.id and o.verdict = 'approve'), '[]') as approvals
      from filings f join filing_versions v on v.filing_id = f.id
     where f.id = any(${[...filingIds]}::uuid[])
       and ${stands(sql`exists (select from filing_opinions o where o.version_id = v.id)`)}
     order by f.id, v.no`,
  [['00000000-0000-4000-8000-000000000000']],
)

/** Every submission of these filings that was not taken back, in order, with when the last county seat of its rule approved it. */
export async function turnsOf(
  tx: Tx,
  filings: readonly { readonly filingId: string; readonly rule: Pick<ObligationRule, 'opinions'> }[],
): Promise<Map<string, Turn[]>> {
  if (filings.length === 0) return new Map()
  const rules = new Map(filings.map(({ filingId, rule }) => [filingId, rule]))
  const turns = new Map<string, Turn[]>()
  for (const { filingId, submittedAt, backAt, approvals } of await submissions(tx, [...rules.keys()])) {
    const rule = rules.get(filingId)
    const county = rule ? seatsOf({ rule }).filter((seat) => seat.startsWith('county-')) : []
    const own = approvals.filter(({ seat }) => county.includes(seat))
    const last = own.at(-1)
    const passedOnAt = last && own.length === county.length ? new Date(last.at) : null
    turns.set(filingId, [...(turns.get(filingId) ?? []), { submittedAt, passedOnAt, backAt }])
  }
  return turns
}
