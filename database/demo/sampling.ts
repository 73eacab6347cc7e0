import * as sampling from '../../src/features/oversight/sampling/contract.ts'
import type { Step } from './play.ts'
import type { Stage } from './stage.ts'

/** The county draws a sample of its services by both bureaus' plan, adds one by hand, and plans another. */
export function samplingSteps(stage: Stage, county: string, batchId: string): Step[] {
  const [economy, finance] = ['经信局', '财政局'].map((bureau) => () => stage.as(`${county}${bureau}·经办`)) as [
    () => ReturnType<Stage['as']>,
    () => ReturnType<Stage['as']>,
  ]
  const params = { planId: '' }
  const frame = { batchId, parkIds: [], states: [], countedOnly: false, openedFrom: '2026-05-01' }
  const weights = { fewCandidates: 0, disputed: 0, dayCorrected: 0 }
  return [
    {
      day: '2026-11-09',
      act: async () => {
        const body = { ...frame, purpose: '三季度服务真实性抽查', openedTo: '2026-09-30', seed: '善经信2026-11-09' }
        const plan = { ...body, method: 'stratified' as const, size: 12, weights }
        params.planId = (await (await economy()).done(sampling.proposeSamplingPlan, { body: plan })).planId
      },
    },
    {
      day: '2026-11-10',
      act: async () => {
        for (const bureau of [economy, finance]) await (await bureau()).done(sampling.approveSamplingPlan, { params })
      },
    },
    { day: '2026-11-11', act: async () => void (await (await economy()).done(sampling.drawSample, { params })) },
    {
      day: '2026-11-25',
      act: async () => {
        const body = { ...frame, purpose: '有异议和更正的服务复核', openedTo: '2026-11-20', seed: '善经信2026-11-25' }
        const risks = { fewCandidates: 2, disputed: 6, dayCorrected: 3 }
        const plan = { ...body, method: 'risk-weighted' as const, size: 8, weights: risks }
        await (await economy()).done(sampling.proposeSamplingPlan, { body: plan })
      },
    },
  ]
}
