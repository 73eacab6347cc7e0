import { makePdf } from '../../database/demo/photos.ts'
import { approvedPilot, type County, type Park } from '../../database/demo/programme.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from './numbers.ts'
import type { World } from './world.ts'

/** A scan of a payment voucher, uploaded by this person; returns the file's id. */
export async function uploadVoucher(world: World, by: string): Promise<string> {
  const client = await world.as(by)
  return client.upload('支付凭证.pdf', makePdf({ title: '支付凭证', lines: [`${nextNumber()}`] }))
}

/** The economy bureau recommends all that the gate allows at most, or `amountFen`. */
export async function recommend(world: World, of: Park, no: number, amountFen?: number, by = '嘉善县经信局·经办') {
  const economy = await world.as(by)
  const { tranches } = await economy.done(funds.showFunds, { params: { pilotId: of.pilotId } })
  const most = tranches.find((tranche) => tranche.no === no)?.maxFen ?? 0
  const body = { amountFen: amountFen ?? most, recommendation: '同意拨付' }
  return economy.done(funds.recommendTranche, { params: { pilotId: of.pilotId, no }, body })
}

/** The finance bureau releases with a voucher of its own, paid today. */
export async function release(world: World, of: Park, no: number, by = '嘉善县财政局·经办') {
  const finance = await world.as(by)
  const voucherFileId = await uploadVoucher(world, by)
  const paidOn = new Date(world.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const body = { voucherNo: `支-${String(nextNumber()).padStart(6, '0')}`, voucherFileId, paidOn }
  return finance.done(funds.releaseTranche, { params: { pilotId: of.pilotId, no }, body })
}

/** Both bureaus judge that the services are really under way (G4.2). */
export async function judge(world: World, of: Park, no: number, county = '嘉善县') {
  for (const bureau of ['经信局', '财政局']) {
    const client = await world.as(`${county}${bureau}·经办`)
    const body = { underWay: true, reason: '现场核查，服务已开展' }
    await client.done(funds.judgeTranche, { params: { pilotId: of.pilotId, no }, body })
  }
}

/** The park confirms that the money is there. */
export async function receive(world: World, of: Park, no: number) {
  const officer = await world.as(`${of.name}·资金专员`)
  const body = { receivedOn: dayOf(world.now) }
  return officer.done(funds.confirmReceipt, { params: { pilotId: of.pilotId, no }, body })
}

/** A pilot with its plan approved and the first tranche in its account. */
export function fundedPilot(world: World): Promise<County & { park: Park }> {
  return world.once('funded', async (fresh) => {
    const county = await approvedPilot(fresh)
    await recommend(fresh, county.park, 1)
    await release(fresh, county.park, 1)
    await receive(fresh, county.park, 1)
    return county
  })
}
