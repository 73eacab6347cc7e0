import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ServiceDayCorrections } from '../../../platform/database/types.ts'
import type { CorrectableStep } from '../../../policy/services/day-correction.ts'
import type { Day } from '../../../shared/dates.ts'
import type { ServiceView } from './contract.ts'

export async function diagnosedOn(tx: Tx, diagnosisId: string): Promise<Day> {
  const found = await tx
    .selectFrom('diagnoses')
    .select('diagnosedOn')
    .where('id', '=', diagnosisId)
    .executeTakeFirstOrThrow()
  return found.diagnosedOn
}

export async function insertCorrection(tx: Tx, row: Insertable<ServiceDayCorrections>): Promise<void> {
  await tx.insertInto('serviceDayCorrections').values(row).execute()
}

/** After its correction is kept: the database asks for it. */
export async function saveDay(
  tx: Tx,
  serviceId: string,
  { step, on }: { readonly step: CorrectableStep; readonly on: Day },
): Promise<void> {
  if (step === 'need') await tx.updateTable('services').set({ openedOn: on }).where('id', '=', serviceId).execute()
  else await tx.updateTable('serviceSelections').set({ selectedOn: on }).where('serviceId', '=', serviceId).execute()
}

/** What the days of a service were before, newest last. */
export async function correctionsOf(tx: Tx, serviceId: string): Promise<ServiceView['dayCorrections']> {
  const rows = await tx
    .selectFrom('serviceDayCorrections as c')
    .innerJoin('accounts as a', 'a.id', 'c.recordedBy')
    .select(['c.step', 'c.formerOn', 'c.correctedOn', 'c.reason', 'c.recordedAt', 'a.name as by'])
    .where('c.serviceId', '=', serviceId)
    .orderBy('c.recordedAt')
    .execute()
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}
