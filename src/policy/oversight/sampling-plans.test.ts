import { describe, expect, it } from 'vitest'
import { deadEnds, unreachable } from '../lifecycle.ts'
import * as policy from './sampling-plans.ts'

const economy = { id: 'e-1', bureau: 'economy', approvedBy: 'anna' } as const
const finance = { id: 'f-1', bureau: 'finance', approvedBy: 'berta' } as const
const plan = (state: policy.SamplingState, ...approvals: policy.Approval[]) => ({ state, seed: 's', approvals })

describe('approvals of a sampling plan (G5.2)', () => {
  it('come from both bureaus, by two persons, once each', () => {
    expect(policy.approvePlan(plan('proposed'), { by: 'anna', bureau: 'economy' })).toBe('proposed')
    expect(policy.approvePlan(plan('proposed', economy), { by: 'berta', bureau: 'finance' })).toBe('approved')
    expect(policy.approvePlan(plan('proposed', economy), { by: 'carla', bureau: 'economy' })).toMatchObject({
      code: 'sampling.approved-before',
      clause: 'G5.2',
    })
    expect(policy.approvePlan(plan('proposed', economy), { by: 'anna', bureau: 'finance' })).toMatchObject({
      code: 'sampling.same-person',
      clause: 'G5.2',
    })
  })

  it('make the seed, in whatever order they came', () => {
    expect(policy.effectiveSeed(plan('approved', finance, economy))).toBe('s/e-1/f-1')
    expect(policy.effectiveSeed(plan('proposed', economy))).toBeNull()
    expect(policy.drawPlan(plan('approved', economy))).toMatchObject({ code: 'sampling.not-approved', clause: 'G5.2' })
    expect(policy.drawPlan(plan('approved', economy, finance))).toBe('s/e-1/f-1')
  })
})

it('every state is reached, and each but a withdrawn one leads to a sample', () => {
  expect(unreachable(policy.samplingLifecycle, 'proposed')).toEqual([])
  expect(deadEnds(policy.samplingLifecycle, ['drawn', 'withdrawn'])).toEqual([])
})

it('a service weighs 1 and what its risks add', () => {
  const weights = { fewCandidates: 2, disputed: 4, dayCorrected: 0 }
  expect(policy.weightOf({ fewCandidates: false, disputed: false, dayCorrected: true }, weights)).toBe(1)
  expect(policy.weightOf({ fewCandidates: true, disputed: true, dayCorrected: false }, weights)).toBe(7)
})
