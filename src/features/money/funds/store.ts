import { sql } from 'kysely'
import { bigint, day, instant, int, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Tranche } from '../../../policy/money/tranche-states.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Book } from './ledger-store.ts'

/** A tranche with when each step was taken. */
export type TrancheRow = Tranche & {
  readonly id: string
  readonly recommendedAt: Date | null
  readonly releasedAt: Date | null
  readonly paidOn: Day | null
  /** The account that it was paid to; null before the release, and where the park had named none. */
  readonly payeeAccountId: string | null
  /** The day the bank booked it; entered at `receivedAt`. */
  readonly receivedOn: Day | null
  readonly receivedAt: Date | null
}

const columns = [
  'id',
  'no',
  'state',
  'amountFen',
  'recommendation',
  'recommendedBy',
  'recommendationPreparedBy',
  'recommendedAt',
  'releasedBy',
  'releasePreparedBy',
  'releasedAt',
  'paidOn',
  'payeeAccountId',
  'voucherNo',
  'voucherFile as voucherFileId',
  'receivedBy',
  'receivedOn',
  'receivedAt',
] as const

/** Every tranche of a pilot in order; empty before its plan is approved. */
export async function tranchesOf(tx: Tx, pilotId: string): Promise<TrancheRow[]> {
  const rows = await tx.selectFrom('tranches').select(columns).where('pilotId', '=', pilotId).orderBy('no').execute()
  return rows
}

/** As much of a tranche as its gate and its next step look at. */
export type MoneySteps = Pick<
  TrancheRow,
  'id' | 'no' | 'state' | 'amountFen' | 'recommendedAt' | 'releasedAt' | 'receivedOn' | 'receivedAt'
>

const stepsByPilot = statement(
  {
    pilotId: uuid,
    id: uuid,
    no: int,
    state: wordsOf('tranches.state'),
    amountFen: bigint.nullable(),
    recommendedAt: instant.nullable(),
    releasedAt: instant.nullable(),
    receivedOn: day.nullable(),
    receivedAt: instant.nullable(),
  },
  (pilotIds: readonly string[] | null) => sql`
    select pilot_id as "pilotId", id, no, state, amount_fen as "amountFen", recommended_at as "recommendedAt",
           released_at as "releasedAt", received_on as "receivedOn", received_at as "receivedAt"
      from tranches where in_scope(scope) and (${pilotIds}::uuid[] is null or pilot_id = any (${pilotIds})) order by no`,
)

/** Every tranche of these pilots, or of all in scope, by pilot. */
export async function tranchesByPilot(tx: Tx, pilotIds: readonly string[] | null): Promise<Map<string, MoneySteps[]>> {
  const byPilot = new Map<string, MoneySteps[]>((pilotIds ?? []).map((id) => [id, []]))
  if (pilotIds?.length === 0) return byPilot
  for (const row of await stepsByPilot(tx, pilotIds)) {
    const own = byPilot.get(row.pilotId)
    if (own) own.push(row)
    else byPilot.set(row.pilotId, [row])
  }
  return byPilot
}

/** All tranches of a pilot, locked: each one's gate looks at the ones before it. */
export async function lockTranches(tx: Tx, pilotId: string): Promise<TrancheRow[]> {
  await tx.selectFrom('tranches').select('id').where('pilotId', '=', pilotId).orderBy('no').forUpdate().execute()
  return tranchesOf(tx, pilotId)
}

export async function insertTranches(
  tx: Tx,
  pilot: Book & { readonly countyId: string },
  tranches: readonly { id: string; no: number }[],
): Promise<void> {
  const rows = tranches.map(({ id, no }) => ({
    id,
    no,
    pilotId: pilot.id,
    countyId: pilot.countyId,
    state: 'waiting' as const,
    scope: pilot.scope,
  }))
  await tx.insertInto('tranches').values(rows).execute()
}

export async function saveTranche(tx: Tx, { id, no: _no, voucherFileId, ...tranche }: TrancheRow): Promise<void> {
  await tx
    .updateTable('tranches')
    .set({ ...tranche, voucherFile: voucherFileId })
    .where('id', '=', id)
    .execute()
}

/** Whether a voucher of this number is recorded in the county already. */
export async function voucherTaken(tx: Tx, countyId: string, voucherNo: string): Promise<boolean> {
  const found = await tx
    .selectFrom('tranches')
    .select('id')
    .where('countyId', '=', countyId)
    .where('voucherNo', '=', voucherNo)
    .executeTakeFirst()
  return found !== undefined
}
