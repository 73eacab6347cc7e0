import * as play from '../../database/demo/evaluations.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { nextNumber } from '../support/numbers.ts'
import type { Side } from './side.ts'
import { bringFinal, provincialExpert, seatOf } from './steps-evaluations.ts'

const province = '省经信厅·处室'

/** A seat of another expert of the province on the final evaluation, which nobody scores from. */
export async function spareSeat(side: Side): Promise<{ evaluationId: string; accountId: string }> {
  const { world } = side
  const evaluationId = await bringFinal(side, 'scoring')
  const { units: above } = await (await world.administrator()).done(units.listUnits, { search: { kind: 'province' } })
  const name = `${provincialExpert}·备选${nextNumber()}`
  await play.openExpert(world, above[0]?.unitId ?? '', name)
  const client = await world.as(province)
  const { experts } = await client.done(contract.listExperts)
  const accountId = experts.find((one) => one.name === name)?.accountId ?? ''
  const body = { ...(await seatOf(world, province)), accountId }
  await client.done(acts.nameExpert, { params: { evaluationId }, body })
  return { evaluationId, accountId }
}
