import { expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { newFiling, recordFiling, saveSection, submitFiling } from '../filings/filing.ts'
import { giveOpinion } from '../filings/opinions.ts'
import type { TrancheFacts } from '../money/tranche-facts.ts'
import { noJudgments } from '../money/tranche-judgments.ts'
import { newTranche, recommendTranche, trancheGate } from '../money/tranches.ts'
import { editionOf, obligationOf } from './edition.ts'

const latest = editionOf('zj-2025')

const award = 300_000_000
const facts: TrancheFacts = {
  planApproved: true,
  mechanism: { controlFile: true },
  enterprisesDiagnosed: { done: 30, all: 30 },
  services: { 'under-way': 9 },
  judgments: noJudgments,
  notice: null,
  openObjections: 0,
  plan: [],
  evaluation: null,
  releasedFen: 240_000_000,
  deductedFen: 0,
  awardFen: award,
  previousReceived: true,
}

test('an implementation plan with a gap is not submitted, and its maker does not review it (H3)', () => {
  const rule = obligationOf(latest, 'plan')
  const written = agreed(saveSection(newFiling('plan', rule), 'services', 'maker'))
  expectRefusal(submitFiling(written, { by: 'manager', gaps: [{ severity: 'error' }] }), 'review.gaps-remain', 'H3')
  const submitted = agreed(submitFiling(written, { by: 'manager', gaps: [] }))
  const opinion = {
    seat: 'county-economy',
    verdict: 'approve',
    marks: [],
    by: 'maker',
    post: 'economy-officer',
    at: '2025-02-19T09:00:00Z',
  } as const
  expectRefusal(giveOpinion(submitted, opinion), 'review.maker-cannot-review', 'H3')
  expectRefusal(recordFiling(submitted, { post: 'province-economy', by: 'other' }), 'common.not-in-state', 'H3')
})

test('without the overall evaluation, and after a failed one, the rest of the money stays closed (H7)', () => {
  const last = latest.tranches.at(-1)?.no ?? 0
  const missing = (evaluation: TrancheFacts['evaluation']) =>
    trancheGate(latest, last, { ...facts, evaluation }).missing.map(({ code, clause }) => [code, clause])
  expect(missing(null)).toEqual([['funds.no-evaluation', 'H7']])
  expect(missing({ grade: 'fail', rectified: true })).toEqual([['funds.grade-closes', 'H7']])
  const gate = trancheGate(latest, last, facts)
  const asked = { gate, amountFen: 60_000_000, recommendation: '', by: 'economy' }
  expectRefusal(recommendTranche(newTranche(last), asked), 'funds.no-evaluation', 'H7')
})
