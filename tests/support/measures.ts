import type { z } from 'zod'
import type { Park } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/money/measures/contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { uploadVoucher } from './funded.ts'
import { nextNumber } from './numbers.ts'
import { paper } from './services.ts'
import type { World } from './world.ts'

type Said = Partial<z.input<(typeof contract.decideMeasure)['body']>>
type Hands = { readonly decides: string; readonly confirms: string }
export const countyHands: Hands = { decides: '嘉善县经信局·经办', confirms: '嘉善县财政局·经办' }
export const provinceHands: Hands = { decides: '省经信厅·处室', confirms: '省财政厅·处室' }

const deduction = {
  ...{ kind: 'deduction' as const, ground: 'targets-missed' as const, amountFen: 30_000_000, dueOn: null },
  ...{ provenOn: null, reason: '三项绩效目标未完成，整改后仍未达到' },
}

/** Asks for a measure, a deduction where nothing else is said, with a paper of its own. */
export async function decide(
  world: World,
  { pilotId }: Pick<Park, 'pilotId'>,
  said: Said = {},
  by = countyHands.decides,
) {
  const fileId = said.fileId === undefined ? await paper(world, by, '处理决定') : said.fileId
  const client = await world.as(by)
  return client.call(contract.decideMeasure, { params: { pilotId }, body: { ...deduction, ...said, fileId } })
}

export async function confirm(world: World, measureId: string, by = countyHands.confirms) {
  return (await world.as(by)).call(contract.confirmMeasure, { params: { measureId } })
}

/** A measure decided and not confirmed; its id. @throws where it was refused or prepared only */
export async function decidedId(...given: Parameters<typeof decide>): Promise<string> {
  const { status, body } = await decide(...given)
  if ('measureId' in body) return body.measureId
  throw new Error(`no measure: ${status} ${JSON.stringify(body)}`)
}

/** A measure decided and confirmed; its id. */
export async function inForce(
  world: World,
  park: Pick<Park, 'pilotId'>,
  said: Said = {},
  by = countyHands,
): Promise<string> {
  const measureId = await decidedId(world, park, said, by.decides)
  const client = await world.as(by.confirms)
  await client.done(contract.confirmMeasure, { params: { measureId } })
  return measureId
}

/** Asks to enter a receipt of today, all from the separate account where nothing else is said. */
export async function payBack(
  world: World,
  measureId: string,
  said: Partial<z.input<(typeof contract.recordReceipt)['body']>>,
  by = countyHands.confirms,
) {
  const voucherFileId = await uploadVoucher(world, by)
  const given = {
    paidOn: dayOf(world.now),
    amountFen: 10_000_000,
    ownFen: 0,
    voucherNo: `缴-${nextNumber()}`,
    voucherFileId,
  }
  return (await world.as(by)).call(contract.recordReceipt, { params: { measureId }, body: { ...given, ...said } })
}
