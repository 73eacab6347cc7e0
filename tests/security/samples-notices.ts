import * as disbursements from '../../src/features/money/disbursements/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import { correctAnswer } from '../../src/features/money/notices/answer-contract.ts'
import * as notices from '../../src/features/money/notices/contract.ts'
import * as signing from '../../src/features/programme/signing/contract.ts'
import { publish } from '../support/tranches.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { bringPlan } from './steps.ts'
import { bringToNotice, correctedAnswer, filingOf, noticeOf, objectTo } from './steps-notices.ts'
import { nothingPrepared, preparedJudgment } from './steps-signing.ts'

/** The reader's own county has a park whose money can still be announced; the foreign one only what was. */
const isOwn = ({ park, planPark }: Side) => park.pilotId !== planPark.pilotId

/** A notice that stands; in the foreign county the one that is over. */
async function standing(side: Side) {
  const { world, county, park, planPark } = side
  if (!isOwn(side)) return { params: { noticeId: await noticeOf(side, park) }, scope: park.scope }
  await bringPlan(world, county, planPark, 'approved')
  await bringToNotice(side)
  const noticeId = await publish(world, planPark, 1, `${county}经信局·经办`)
  return { params: { noticeId }, scope: planPark.scope }
}

const shown = async (side: Side) => ({
  params: { noticeId: await noticeOf(side, side.park) },
  scope: side.park.scope,
})

export const noticeSamples: readonly Making[] = [
  sample(funds.judgeTranche, async (side) => {
    await nothingPrepared(side)
    const { park } = side
    const body = { underWay: true, reason: `${park.name}服务已开展` }
    return { params: { pilotId: park.pilotId, no: 2 }, body, scope: park.scope }
  }),
  sample(signing.signPrepared, async (side) => ({
    params: { preparedId: await preparedJudgment(side) },
    scope: side.park.scope,
  })),
  sample(signing.discardPrepared, async (side) => ({
    params: { preparedId: await preparedJudgment(side) },
    body: { reason: '依据不足' },
    scope: side.park.scope,
  })),
  sample(notices.draftNotice, ({ park }) => ({ params: { pilotId: park.pilotId, no: 1 }, scope: park.scope })),
  sample(tranches.publishNotice, async (side) => {
    const { world, county, planPark } = side
    if (isOwn(side)) {
      await bringPlan(world, county, planPark, 'approved')
      await bringToNotice(side)
    }
    const body = { body: `拟向${planPark.name}拨付`, contact: `${county}经信局·经办` }
    return { params: { pilotId: planPark.pilotId, no: 1 }, body, scope: planPark.scope }
  }),
  sample(notices.noticeWord, shown),
  sample(notices.withdrawNotice, async (side) => ({ ...(await standing(side)), body: { reason: '内容有误' } })),
  sample(notices.fileObjection, async (side) => ({ ...(await standing(side)), body: { content: '金额有误' } })),
  sample(notices.answerObjection, async (side) => {
    const { params, scope } = await standing(side)
    const no = isOwn(side) ? await objectTo(side.world, params.noticeId, `${side.planPark.name}有异议`) : 1
    return { params: { ...params, no }, body: { text: '经核不成立', withheld: false }, scope }
  }),
  sample(correctAnswer, async (side) => {
    const { params, scope } = await shown(side)
    return { params: { ...params, no: 1 }, body: correctedAnswer(side.park), scope }
  }),
  sample(notices.listPublicNotices, () => ({ scope: null })),
  sample(notices.showPublicNotice, shown),
  sample(notices.listNotices, () => ({ scope: null })),
  sample(notices.showNotice, shown),
  sample(disbursements.listDisbursements, () => ({ scope: null })),
  sample(disbursements.exportDisbursements, () => ({ scope: null })),
  sample(tranches.fileDisbursement, ({ world, park }) => ({
    params: { pilotId: park.pilotId, no: 1 },
    body: filingOf(world, park),
    scope: park.scope,
  })),
]
