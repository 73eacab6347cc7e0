import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ServiceDayCorrections } from '../../../platform/database/types.ts'
import type { CorrectableStep } from '../../../policy/services/day-correction.ts'
import type { Day } from '../../../shared/dates.ts'

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
