import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { editionOf, obligationOf } from '../../policy/edition.ts'
import type { ObligationRule } from '../../policy/edition-rules.ts'
import type { FilingState } from '../../policy/filing.ts'
import { nextSeats } from '../../policy/filing-posts.ts'
import type { MatterKind } from '../../policy/matter.ts'
import type { Seat } from '../../policy/roles.ts'
import type { Day } from '../../shared/dates.ts'

/** A matter somebody has to do something about. */
export type OpenMatter = {
  filingId: string
  pilotId: string
  parkName: string
  no: string
  kind: MatterKind
  state: FilingState
  rule: ObligationRule
  /** Who speaks now. */
  waitingFor: readonly Seat[]
  dueOn: Day
  since: Date
}

type Row = Omit<OpenMatter, 'rule' | 'waitingFor'> & { edition: string; spoken: Seat[] }

/** Matters that are not over, oldest first. */
export async function openMatters(tx: Tx, most: number): Promise<OpenMatter[]> {
  const { rows } = await sql<Row>`
    select m.filing_id as "filingId", m.pilot_id as "pilotId", u.name as "parkName", f.period as no, m.kind, f.state, b.edition,
           f.due_on as "dueOn",
           coalesce((select max(o.given_at) from filing_opinions o where o.version_id = v.id), v.submitted_at, f.opened_at) as since,
           coalesce((select array_agg(o.level || '-' || o.bureau) from filing_opinions o where o.version_id = v.id), '{}') as spoken
      from matters m
      join filings f on f.id = m.filing_id
      join pilots p on p.id = m.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
     where f.state <> 'approved'
     order by f.due_on, f.id limit ${most}`.execute(tx)
  return rows.map(({ edition, spoken, ...row }) => {
    const rule = obligationOf(editionOf(edition), 'major-matter')
    return { ...row, rule, waitingFor: row.state === 'submitted' ? nextSeats(rule, spoken) : [] }
  })
}
