import type { Park } from '../../database/demo/programme.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import { correctAnswer } from '../../src/features/money/notices/answer-contract.ts'
import * as notices from '../../src/features/money/notices/contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import { publish } from '../support/tranches.ts'
import type { World } from '../support/world.ts'
import type { Side } from './side.ts'
import { bringTranche } from './steps.ts'
import { nothingPrepared, preparedJudgment } from './steps-signing.ts'

/** The first tranche with everything around it: announced, objected to, answered, the answer corrected, paid, taken back and paid again, filed; the second judged by both bureaus, a judgment prepared and not signed. */
export async function announceAndPay(world: World, county: string, park: Park): Promise<void> {
  const [economy, finance] = [await world.as(`${county}经信局·经办`), await world.as(`${county}财政局·经办`)]
  await bringTranche(world, county, park, 'recommended')
  const withdrawal = { params: { pilotId: park.pilotId, no: 1 }, body: { reason: '金额有误' } }
  await economy.done(funds.withdrawRecommendation, withdrawal)
  await bringTranche(world, county, park, 'recommended')
  const noticeId = await publish(world, park, 1, `${county}经信局·经办`)
  // The fourth of one sender is added to the third.
  for (const what of ['金额', '批次', '名称', '账号']) await objectTo(world, noticeId, `${park.name}的${what}有误`)
  for (const [no, additions] of [0, 0, 1].entries()) {
    const body = { text: `${park.name}金额无误`, withheld: false, additions }
    await finance.done(notices.answerObjection, { params: { noticeId, no: no + 1 }, body })
  }
  await finance.done(correctAnswer, { params: { noticeId, no: 1 }, body: correctedAnswer(park) })
  await bringTranche(world, county, park, 'released')
  const search = { kind: 'release' as const }
  const { entries } = await finance.done(funds.listEntries, { params: { pilotId: park.pilotId }, search })
  const reversal = { params: { entryId: entries[0]?.entryId ?? '' }, body: { reason: `${park.name}退票` } }
  await finance.done(funds.reverseEntry, reversal)
  await bringTranche(world, county, park, 'received')
  await economy.done(tranches.fileDisbursement, {
    params: { pilotId: park.pilotId, no: 1 },
    body: filingOf(world, park),
  })
  for (const client of [economy, finance]) {
    const judgment = { underWay: true, reason: `${park.name}已开展服务` }
    await client.done(funds.judgeTranche, { params: { pilotId: park.pilotId, no: 2 }, body: judgment })
  }
  await preparedJudgment({ world, county, park })
  const account = { holder: park.name, bank: `${county}农业银行`, number: '19330101040012345' }
  const officer = await world.as(`${park.name}·资金专员`)
  await officer.done(tranches.setPayeeAccount, { params: { pilotId: park.pilotId }, body: account })
  await nothingPrepared({ world, county, park })
}

/** What is said to correct an answer, never twice the same. */
export function correctedAnswer(park: Park) {
  return {
    text: `${park.name}金额无误（${nextNumber()}）`,
    withheld: false,
    hidesFormer: true,
    reason: '原答复写有姓名',
  }
}

/** What the provincial platform would answer, never twice the same number. */
export function filingOf(world: World, park: Park) {
  return {
    number: `BA-${nextNumber()}`,
    name: `${park.name}备案`,
    filedOn: dayOf(world.now),
    reason: '平台备案号录入有误',
  }
}

/** Somebody without an account objects; returns the number. */
export async function objectTo(world: World, noticeId: string, content: string): Promise<number> {
  const body = { content, name: '', contact: '' }
  return (await world.stranger().done(notices.fileObjection, { params: { noticeId }, body })).no
}

/** The newest notice of a park. */
export async function noticeOf({ world, county }: Side, park: Park): Promise<string> {
  const client = await world.as(`${county}财政局·经办`)
  const { notices: all } = await client.done(notices.listNotices)
  const found = all.find((one) => one.pilotId === park.pilotId)
  if (!found) throw new Error(`${park.name} has no notice`)
  return found.noticeId
}

/** The first tranche of a park that spent nothing, back to where it waits for its payment, with nothing announced. */
export async function bringToNotice({ world, county, planPark }: Side): Promise<void> {
  const [economy, finance] = [await world.as(`${county}经信局·经办`), await world.as(`${county}财政局·经办`)]
  const manager = await world.as(`${planPark.name}·负责人`)
  const params = { pilotId: planPark.pilotId }
  const first = async () => (await finance.done(funds.showFunds, { params })).tranches[0]
  for (const [state, kind, client] of [
    ['received', 'receive', manager],
    ['released', 'release', finance],
  ] as const) {
    if ((await first())?.state !== state) continue
    const { entries } = await finance.done(funds.listEntries, { params, search: { kind } })
    const entryId = entries[0]?.entryId ?? ''
    await client.done(funds.reverseEntry, { params: { entryId }, body: { reason: '退回重办' } })
  }
  await bringTranche(world, county, planPark, 'recommended')
  const standing = (await first())?.notice?.standing
  if (!standing) return
  const withdrawal = { params: { noticeId: standing.noticeId }, body: { reason: '内容有误' } }
  await economy.done(notices.withdrawNotice, withdrawal)
}
