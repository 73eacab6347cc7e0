import { sql } from 'kysely'
import { bigint } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Standing } from '../../../policy/records/recorded-before.ts'
import type { ServiceKind } from '../../../policy/records/service-kinds.ts'
import type { Contract, Selection, Service } from '../../../policy/services/service.ts'
import { dayOf } from '../../../shared/dates.ts'

const drawNumber = statement({ n: bigint }, () => sql`select nextval('service_numbers') as n`)

/** The next running number; a number that was drawn and not used stays unused. */
export async function nextNumber(tx: Tx): Promise<number> {
  const [drawn] = await drawNumber(tx)
  return drawn?.n ?? 0
}

/** Needs of this kind that an enterprise named and nobody called off, to be compared with another. */
export async function needsOf(tx: Tx, enterpriseId: string, kind: ServiceKind): Promise<Standing[]> {
  const rows = await tx
    .selectFrom('services')
    .select(['no', 'need', 'recordedAt'])
    .where('enterpriseId', '=', enterpriseId)
    .where('serviceKind', '=', kind)
    .where('state', '<>', 'cancelled')
    .execute()
  return rows.map(({ no, need, recordedAt }) => ({ texts: [need], on: dayOf(recordedAt), no }))
}

type At = { readonly pilotId: string; readonly scope: string }

export async function insertService(
  tx: Tx,
  service: Service,
  { no, pilotId, scope, now }: At & { no: string; now: Date },
) {
  const { id, enterpriseId, diagnosisId, kind, state, need, openedOn, openedBy } = service
  await tx
    .insertInto('services')
    .values({
      id,
      no,
      pilotId,
      enterpriseId,
      diagnosisId,
      serviceKind: kind,
      state,
      need,
      openedOn,
      openedBy,
      recordedAt: now,
      updatedAt: now,
      scope,
    })
    .execute()
}

type Chosen = { readonly serviceId: string; readonly scope: string; readonly now: Date }

export async function insertSelection(tx: Tx, selection: Selection, { serviceId, scope, now }: Chosen): Promise<void> {
  const { candidates, productId, reason, fewReason, on, by } = selection
  await tx
    .insertInto('serviceSelections')
    .values({
      serviceId,
      candidates: [...candidates],
      productId,
      reason,
      fewReason,
      selectedOn: on,
      selectedBy: by,
      recordedAt: now,
      scope,
    })
    .execute()
}

type Signed = At & {
  readonly serviceId: string
  readonly agencyId: string
  readonly productId: string
  readonly by: string
  readonly now: Date
}

export async function insertContract(tx: Tx, contract: Contract, { by, now, ...row }: Signed): Promise<void> {
  const { number, signedOn, priceFen, provincialFen, parkFen, enterpriseFen, fundLineId, fileId } = contract
  await tx
    .insertInto('contracts')
    .values({
      ...row,
      contractNo: number,
      lineId: fundLineId,
      signedOn,
      priceFen,
      provincialFen,
      parkFen,
      enterpriseFen,
      fileId,
      recordedBy: by,
      recordedAt: now,
    })
    .execute()
}

/** Whether a contract of this number is entered for the pilot already. */
export async function contractNoTaken(tx: Tx, pilotId: string, contractNo: string): Promise<boolean> {
  const found = await tx
    .selectFrom('contracts')
    .select('serviceId')
    .where('pilotId', '=', pilotId)
    .where('contractNo', '=', contractNo)
    .executeTakeFirst()
  return found !== undefined
}
