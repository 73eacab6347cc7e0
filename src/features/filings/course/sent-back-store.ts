import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import { onVersion } from './store.ts'
import type { FilingRow, ProposedOpinion } from './views.ts'

/** A prepared opinion that was not signed: what it proposed, and why; `takenBack` by whoever prepared it. */
export type SentBack = ProposedOpinion & {
  readonly takenBack: boolean
  readonly sentBackByName: string
  readonly sentBackAt: Date
  readonly reason: string
}

export type SendingBack = { readonly id: string; readonly by: string; readonly at: Date; readonly reason: string }

export async function addSentBack(
  tx: Tx,
  filing: FilingRow,
  { seat, verdict, marks, judgment, accountId, at: preparedAt }: ProposedOpinion,
  { id, by, at, reason }: SendingBack,
): Promise<void> {
  await tx
    .insertInto('sentBackOpinions')
    .values({
      id,
      ...onVersion(filing, seat),
      preparedBy: accountId,
      verdict,
      marks: json(marks),
      judgment: judgment === null ? null : json(judgment),
      preparedAt,
      sentBackBy: by,
      sentBackAt: at,
      reason,
    })
    .execute()
}

/** What of the seat was last not signed on this version; null once it has prepared or given an opinion since. */
export async function sentBackTo(tx: Tx, filing: FilingRow, seat: Seat | null): Promise<SentBack | null> {
  const spoken = [...filing.prepared, ...filing.opinions].some((one) => one.seat === seat)
  if (seat === null || spoken || filing.state !== 'submitted') return null
  const { versionId, level, bureau } = onVersion(filing, seat)
  const found = await tx
    .selectFrom('sentBackOpinions as o')
    .innerJoin('accounts as a', 'a.id', 'o.preparedBy')
    .innerJoin('accounts as b', 'b.id', 'o.sentBackBy')
    .select(['o.verdict', 'o.marks', 'o.judgment', 'o.preparedBy', 'o.preparedAt', 'o.sentBackBy', 'o.sentBackAt'])
    .select(['o.reason', 'a.name as accountName', 'b.name as sentBackByName'])
    .where('o.versionId', '=', versionId)
    .where('o.level', '=', level)
    .where('o.bureau', '=', bureau)
    .orderBy('o.sentBackAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  const { preparedBy, preparedAt, sentBackBy, verdict, marks, ...row } = found
  return {
    ...row,
    seat,
    accountId: preparedBy,
    takenBack: sentBackBy === preparedBy,
    preparedByName: null,
    verdict: verdict as SentBack['verdict'],
    marks: marks as SentBack['marks'],
    at: preparedAt.toISOString(),
  }
}
