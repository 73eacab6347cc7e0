import { describe, expect, it } from 'vitest'
import { editionOf } from '../editions/edition.ts'
import { checkPaidOn } from './tranche-days.ts'
import type { TrancheFacts } from './tranche-facts.ts'
import { noJudgments } from './tranche-judgments.ts'
import { trancheGate } from './tranches.ts'

const edition = editionOf('zj-2025')
const facts: TrancheFacts = {
  planApproved: true,
  mechanism: { controlFile: true },
  enterprisesDiagnosed: { done: 1, all: 1 },
  services: {},
  judgments: noJudgments,
  evaluation: null,
  notice: { untilOn: '2026-05-05', over: true, daysLeft: 0 },
  openObjections: 0,
  plan: null,
  releasedFen: 0,
  deductedFen: 0,
  awardFen: 100,
  previousReceived: true,
}
const gate = trancheGate(edition, 1, facts)
const days = { paidOn: '2026-05-06', recommendedOn: '2026-05-06', today: '2026-05-06', gate, gateThen: gate }

describe('the day on the voucher (G4.2)', () => {
  it('lies between the recommendation and today, both included', () => {
    expect(checkPaidOn(days)).toBeNull()
    expect(checkPaidOn({ ...days, paidOn: '2026-05-07' })).toMatchObject({
      code: 'common.day-in-future',
      field: 'paidOn',
    })
    expect(checkPaidOn({ ...days, paidOn: '2026-05-05' })?.code).toBe('funds.paid-before-recommendation')
    expect(checkPaidOn({ ...days, paidOn: '' })?.code).toBe('common.day-missing')
    for (const paidOn of ['2026-02-30', '6.5.2026']) {
      expect(checkPaidOn({ ...days, paidOn })?.code).toBe('common.bad-day')
    }
    const far = checkPaidOn({ ...days, paidOn: '2999-11-29' })
    expect(far).toMatchObject({ code: 'common.day-beyond', facts: { first: 1900, last: 2199 } })
  })

  it('is one on which every gate was open; all that were closed are named in one sentence', () => {
    const notice = { untilOn: '2026-05-05', over: false, daysLeft: 2 }
    const gateThen = trancheGate(edition, 1, { ...facts, planApproved: false, notice, openObjections: 1 })
    const no = checkPaidOn({ ...days, gateThen })
    expect(no).toMatchObject({ code: 'funds.closed-on-that-day', clause: 'H3', field: 'paidOn' })
    for (const clause of ['（H3）', '（H10）']) expect(no?.facts.gatesZh).toContain(clause)
    const early = checkPaidOn({ ...days, gateThen, paidOn: '2026-05-05' })
    expect(early).toMatchObject({ code: 'funds.paid-before-recommendation', field: 'paidOn' })
    expect(early?.also).toMatchObject([{ code: 'funds.closed-on-that-day', field: null }])
    // What is closed today as well is refused for itself.
    expect(checkPaidOn({ ...days, gate: gateThen, gateThen })).toBeNull()
  })
})
