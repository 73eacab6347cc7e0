import type { Park } from '../../database/demo/programme.ts'
import { requireSigning } from '../../src/features/filings/course/act-contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { discardPrepared } from '../../src/features/programme/signing/contract.ts'
import type { World } from '../support/world.ts'

type At = { readonly world: World; readonly county: string; readonly park: Park }
const no = 2

/** What waits for the signature of finance on the second tranche. */
async function waitingJudgment({ world, county, park }: At): Promise<string | null> {
  const officer = await world.as(`${county}财政局·经办`)
  const { tranches } = await officer.done(funds.showFunds, { params: { pilotId: park.pilotId } })
  return tranches.find((one) => one.no === no)?.prepared[0]?.preparedId ?? null
}

/** A judgment of finance waits for its leader; the county asks for one person again. Returns its id. */
export async function preparedJudgment(at: At): Promise<string> {
  const { world, county, park } = at
  const waiting = await waitingJudgment(at)
  if (waiting) return waiting
  const [officer, leader] = [await world.as(`${county}财政局·经办`), await world.as(`${county}财政局·负责人`)]
  await leader.done(requireSigning, { body: { required: true } })
  const body = { underWay: true, reason: `${park.name}服务已开展` }
  await officer.done(funds.judgeTranche, { params: { pilotId: park.pilotId, no }, body })
  // What is prepared is signed whatever the county asks for from now on.
  await leader.done(requireSigning, { body: { required: false, reason: '恢复一人办理' } })
  return (await waitingJudgment(at)) ?? ''
}

/** Nothing of finance waits; what did is sent back. */
export async function nothingPrepared(at: At): Promise<void> {
  const preparedId = await waitingJudgment(at)
  if (!preparedId) return
  const leader = await at.world.as(`${at.county}财政局·负责人`)
  await leader.done(discardPrepared, { params: { preparedId }, body: { reason: `${at.park.name}请补充依据` } })
}
