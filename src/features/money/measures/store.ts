import { sql } from 'kysely'
import { bigint, bool, day, text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Measure } from '../../../policy/money/measures.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'

type NewMeasure = Pick<Measure, 'kind' | 'ground' | 'clause' | 'level' | 'amountFen' | 'dueOn' | 'decidedBy'> & {
  id: string
  pilotId: string
  provenOn: Day | null
  reason: string
  fileId: string
  decidedAt: Date
  decisionPreparedBy: string | null
  scope: string
}

export async function insertMeasure(tx: Tx, measure: NewMeasure): Promise<void> {
  await tx.insertInto('measures').values(measure).execute()
}

/** Whose measure it is, in the reader's scope; never changes. */
export function pilotOfMeasure(tx: Tx, id: string) {
  return tx.selectFrom('measures').select('pilotId').where('id', '=', id).executeTakeFirst()
}

/** The measure as it stands; whoever acts on it waits here for whoever came before. */
export function lockMeasure(tx: Tx, id: string) {
  return tx.selectFrom('measures').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** A step of its course: who took it when, and why where it ends. */
export type MeasureStep =
  | { state: 'confirmed'; confirmedBy: string; confirmationPreparedBy: string | null; confirmedAt: Date }
  | { state: 'withdrawn'; withdrawnBy: string; withdrawnAt: Date; endReason: string }
  | { state: 'reversed'; reversedBy: string; reversalPreparedBy: string | null; reversedAt: Date; endReason: string }

export async function saveStep(tx: Tx, id: string, step: MeasureStep): Promise<void> {
  await tx.updateTable('measures').set(step).where('id', '=', id).execute()
}

export type ReceiptRow = {
  id: string
  measureId: string
  amountFen: Fen
  ownFen: Fen
  paidOn: Day
  voucherNo: string
  voucherFile: string
  recordedBy: string
  recordedAt: Date
}

type NewReceipt = ReceiptRow & { pilotId: string; countyId: string; scope: string }

export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await tx.insertInto('measureReceipts').values(receipt).execute()
}

type NewReissue = {
  id: string
  measureId: string
  pilotId: string
  countyName: string
  awardYear: number
  awardName: string
  amountFen: Fen
  issuedOn: Day
  documentNo: string
  reason: string
  recordedBy: string
  recordedAt: Date
  scope: string
}

export async function insertReissue(tx: Tx, reissue: NewReissue): Promise<void> {
  await tx.insertInto('measureReissues').values(reissue).execute()
}

export type Undoing = { reversedBy: string; reversedAt: Date; reversalReason: string }

export async function undoReceipt(tx: Tx, id: string, undoing: Undoing): Promise<void> {
  await tx.updateTable('measureReceipts').set(undoing).where('id', '=', id).execute()
}

export async function undoReissue(tx: Tx, id: string, undoing: Undoing): Promise<void> {
  await tx.updateTable('measureReissues').set(undoing).where('id', '=', id).execute()
}

/** What was entered on a measure, reversed or not; null where there is none such. */
export async function receiptOf(tx: Tx, measureId: string, id: string) {
  const found = await tx
    .selectFrom('measureReceipts')
    .selectAll()
    .where('id', '=', id)
    .where('measureId', '=', measureId)
    .executeTakeFirst()
  return found ?? null
}

export async function reissueOf(tx: Tx, measureId: string, id: string) {
  const found = await tx
    .selectFrom('measureReissues')
    .selectAll()
    .where('id', '=', id)
    .where('measureId', '=', measureId)
    .executeTakeFirst()
  return found ?? null
}

const sums = statement(
  { receivedFen: bigint, reissuedFen: bigint, firstPaidOn: day.nullable() },
  (id: string) => sql`
    select coalesce((select sum(amount_fen) from measure_receipts where measure_id = ${id} and reversed_by is null), 0)::bigint as "receivedFen",
           coalesce((select sum(amount_fen) from measure_reissues where measure_id = ${id} and reversed_by is null), 0)::bigint as "reissuedFen",
           (select min(paid_on) from measure_receipts where measure_id = ${id} and reversed_by is null) as "firstPaidOn"`,
)

/** What was paid back on a measure and given out again, and the first day on which something came; fen. */
export async function paidBackOn(
  tx: Tx,
  id: string,
): Promise<{ receivedFen: Fen; reissuedFen: Fen; firstPaidOn: Day | null }> {
  const [found] = await sums(tx, id)
  return found ?? { receivedFen: 0, reissuedFen: 0, firstPaidOn: null }
}

const taken = statement(
  { taken: bool },
  ({ countyId, voucherNo }: { readonly countyId: string; readonly voucherNo: string }) => sql`
    select exists (select from measure_receipts
                    where county_id = ${countyId} and voucher_no = ${voucherNo} and reversed_by is null) as taken`,
)

/** Whether a treasury's voucher of this number is recorded in the county already. */
export async function voucherTaken(tx: Tx, countyId: string, voucherNo: string): Promise<boolean> {
  return (await taken(tx, { countyId, voucherNo })).some((row) => row.taken)
}

/** When a pilot was closed; null while it is not. */
export async function closedAt(tx: Tx, pilotId: string): Promise<Date | null> {
  const found = await tx
    .selectFrom('closeOuts')
    .select('recordedAt')
    .where('pilotId', '=', pilotId)
    .where('state', '=', 'recorded')
    .executeTakeFirst()
  return found?.recordedAt ?? null
}

const named = statement(
  { countyName: text, batchName: text },
  (pilotId: string) => sql`
    select c.name as "countyName", b.name as "batchName"
      from pilots p join units c on c.id = p.county_id join batches b on b.id = p.batch_id where p.id = ${pilotId}`,
)

/** How the county and the batch of a pilot are called. */
export async function namesOfPilot(tx: Tx, pilotId: string): Promise<{ countyName: string; batchName: string }> {
  const [found] = await named(tx, pilotId)
  return found ?? { countyName: '', batchName: '' }
}
