import * as measures from '../../src/features/money/measures/contract.ts'
import { addDays, dayOf } from '../../src/shared/dates.ts'
import { uploadVoucher } from '../support/funded.ts'
import { decidedId, inForce, payBack } from '../support/measures.ts'
import { nextNumber } from '../support/numbers.ts'
import { paper } from '../support/services.ts'
import type { Side } from './side.ts'

const hands = ({ county }: Side) => ({ decides: `${county}经信局·经办`, confirms: `${county}财政局·经办` })
export const undoing = { reason: '录入有误，核对后重新办理' }
const provinceFinance = '省财政厅·处室'

/** A small recovery that nobody has decided yet. */
export async function measureFor(side: Side) {
  const { world, park } = side
  const fileId = await paper(world, hands(side).decides, '处理决定')
  const body = {
    ...{ kind: 'recovery' as const, ground: 'targets-missed' as const, amountFen: 300, provenOn: null, fileId },
    ...{ dueOn: addDays(dayOf(world.now), 30), reason: `${park.name}三项目标未完成` },
  }
  return { params: { pilotId: park.pilotId }, body }
}

/** One that waits for the finance bureau. */
export async function measureToConfirm(side: Side) {
  const { body } = await measureFor(side)
  return { measureId: await decidedId(side.world, side.park, body, hands(side).decides) }
}

/** One in force on which nothing was paid back yet. */
export async function recoveryInForce(side: Side) {
  const { body } = await measureFor(side)
  return { measureId: await inForce(side.world, side.park, body, hands(side)) }
}

/** What is said to enter a receipt. */
export async function receiptFor(side: Side) {
  const { world } = side
  const voucherFileId = await uploadVoucher(world, hands(side).confirms)
  const paidOn = dayOf(world.now)
  return { paidOn, amountFen: 200, ownFen: 0, voucherNo: `缴-${nextNumber()}`, voucherFileId }
}

/** A receipt on a recovery of its own. */
export async function receiptOn(side: Side) {
  const { measureId } = await recoveryInForce(side)
  const answer = await payBack(side.world, measureId, { amountFen: 200 }, hands(side).confirms)
  return { measureId, receiptId: answer.body.receiptId as string }
}

/** What is said to re-issue what came back. */
export function reissueFor({ world }: Side) {
  const documentNo = `浙财企〔2026〕${nextNumber()}号`
  return { amountFen: 100, issuedOn: dayOf(world.now), documentNo, reason: '并入当年专项资金再安排' }
}

/** A re-issue on a receipt of its own. */
export async function reissueOn(side: Side) {
  const { measureId } = await receiptOn(side)
  const client = await side.world.as(provinceFinance)
  const { reissueId } = await client.done(measures.recordReissue, { params: { measureId }, body: reissueFor(side) })
  return { measureId, reissueId }
}

/** Measures of every state against the park, with what came back and was given out again, and what was taken back of it. */
export async function takeMeasures(side: Side): Promise<void> {
  const { world } = side
  await measureToConfirm(side)
  const { measureId, reissueId } = await reissueOn(side)
  const province = await world.as(provinceFinance)
  await province.done(measures.reverseReissue, { params: { measureId, reissueId }, body: undoing })
  await province.done(measures.recordReissue, { params: { measureId }, body: reissueFor(side) })
  const taken = await receiptOn(side)
  const finance = await world.as(hands(side).confirms)
  await finance.done(measures.reverseReceipt, { params: taken, body: undoing })
}
