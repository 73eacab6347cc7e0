import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../tests/support/policy.ts'
import { isRefusal } from '../shared/refusal.ts'
import {
  type Filing,
  giveOpinion,
  mayGiveOpinion,
  newFiling,
  saveSection,
  submitFiling,
  waitingFor,
  withdrawFiling,
} from './filing.ts'
import { planSections } from './plan.ts'
import type { Bureau } from './roles.ts'

const at = '2026-04-20T09:00:00Z'
const draft = newFiling('plan', ['economy', 'finance'])
const submitted = agreed(submitFiling(agreed(saveSection(draft, 'services', 'maker')), { by: 'manager', gaps: [] }))
const mark = { section: 'agencies', reason: '缺少询价依据' }

function approve(filing: Filing, bureau: Bureau, by: string) {
  return giveOpinion(filing, { bureau, verdict: 'approve', marks: [], by, at })
}

function sendBack(filing: Filing, bureau: Bureau, by: string, marks = [mark]) {
  return giveOpinion(filing, { bureau, verdict: 'return', marks, by, at })
}

describe('a plan is reviewed by both bureaus (G3.1)', () => {
  test('is approved when both have approved, in either order', () => {
    for (const order of [
      ['economy', 'finance'],
      ['finance', 'economy'],
    ] as const) {
      const first = agreed(approve(submitted, order[0], 'one'))
      expect(first.state).toBe('submitted')
      expect(waitingFor(first)).toEqual([order[1]])
      expect(agreed(approve(first, order[1], 'two')).state).toBe('approved')
    }
  })

  test('of a filing with one reviewer its word is enough', () => {
    const alone = agreed(submitFiling(newFiling('plan', ['economy']), { by: 'manager', gaps: [] }))
    expectRefusal(approve(alone, 'finance', 'two'), 'review.not-a-reviewer', 'G3.1')
    expect(agreed(approve(alone, 'economy', 'one')).state).toBe('approved')
  })

  test('a return by either takes effect at once and opens only what was marked', () => {
    const returned = agreed(sendBack(agreed(approve(submitted, 'economy', 'one')), 'finance', 'two'))
    expect(returned).toMatchObject({ state: 'returned', openSections: ['agencies'] })
    expect(agreed(saveSection(returned, 'agencies', 'maker')).state).toBe('returned')
    expectRefusal(saveSection(returned, 'services', 'maker'), 'review.section-closed', 'G3.1', 'section')
    expectRefusal(approve(returned, 'finance', 'two'), 'common.not-in-state', 'G3.1')
  })

  test('after a resubmission both bureaus speak again', () => {
    const again = agreed(submitFiling(agreed(sendBack(submitted, 'finance', 'two')), { by: 'manager', gaps: [] }))
    expect(again).toMatchObject({ state: 'submitted', opinions: [], openSections: [] })
    expect(waitingFor(again)).toEqual(['economy', 'finance'])
  })

  test('whoever wrote or submitted it does not review it', () => {
    expectRefusal(approve(submitted, 'economy', 'maker'), 'review.maker-cannot-review', 'G3.1')
    expectRefusal(approve(submitted, 'finance', 'manager'), 'review.maker-cannot-review', 'G3.1')
  })

  test('one person does not speak for both bureaus, one bureau not twice', () => {
    const first = agreed(approve(submitted, 'economy', 'one'))
    expectRefusal(approve(first, 'finance', 'one'), 'review.one-person-two-bureaus', 'G3.1')
    expectRefusal(approve(first, 'economy', 'other'), 'review.bureau-has-spoken', 'G3.1')
    expectRefusal(mayGiveOpinion(submitted, { bureau: null, by: 'x' }), 'review.not-a-reviewer', 'G3.1')
  })

  test('a return says which sections and why; an approval marks nothing', () => {
    expectRefusal(sendBack(submitted, 'economy', 'one', []), 'review.return-without-marks', 'G3.1', 'marks')
    const blank = [{ section: 'agencies', reason: '  ' }]
    expectRefusal(sendBack(submitted, 'economy', 'one', blank), 'review.mark-without-reason', 'G3.1', 'marks.0.reason')
    const unknown = [mark, { section: 'toString', reason: 'x' }]
    expectRefusal(sendBack(submitted, 'economy', 'one', unknown), 'review.unknown-section', 'G3.1', 'marks.1.section')
    expectRefusal(sendBack(submitted, 'economy', 'one', [mark, mark]), 'review.section-marked-twice', 'G3.1')
    const mixed = giveOpinion(submitted, { bureau: 'economy', verdict: 'approve', marks: [mark], by: 'one', at })
    expectRefusal(mixed, 'review.approval-has-marks', 'G3.1', 'marks')
  })

  test('a plan with an error is not submitted, one with warnings is', () => {
    const gaps = [{ severity: 'error' as const }, { severity: 'warning' as const }]
    const no = expectRefusal(submitFiling(draft, { by: 'manager', gaps }), 'review.gaps-remain', 'G3.1')
    expect(no.facts.count).toBe(1)
    expect(agreed(submitFiling(draft, { by: 'manager', gaps: gaps.slice(1) })).state).toBe('submitted')
  })

  test('it can be taken back until somebody has spoken', () => {
    expect(agreed(withdrawFiling(submitted))).toMatchObject({ state: 'draft', openSections: planSections })
    expect(agreed(withdrawFiling(submitted, ['agencies'])).openSections).toEqual(['agencies'])
    const spoken = agreed(approve(submitted, 'economy', 'one'))
    expectRefusal(withdrawFiling(spoken), 'review.already-under-review', 'G3.1')
  })

  test('nothing is written under review, and an approved plan is locked (G5.5)', () => {
    expectRefusal(saveSection(submitted, 'services', 'maker'), 'common.not-in-state', 'G3.1')
    const approved = agreed(approve(agreed(approve(submitted, 'economy', 'one')), 'finance', 'two'))
    for (const section of planSections) {
      expectRefusal(saveSection(approved, section, 'maker'), 'review.baseline-locked', 'G5.5')
    }
    expectRefusal(submitFiling(approved, { by: 'manager', gaps: [] }), 'common.not-in-state', 'G3.1')
    expectRefusal(withdrawFiling(approved), 'common.not-in-state', 'G3.1')
  })

  test('whatever people try, an approved plan has one approval of each bureau, by two people who made none of it', () => {
    const person = fc.constantFrom('a', 'b', 'c')
    const bureau = fc.constantFrom<Bureau>('economy', 'finance')
    const section = fc.constantFrom(...planSections)
    const act = fc.oneof(
      fc.tuple(person, section).map(
        ([by, name]) =>
          (filing: Filing) =>
            saveSection(filing, name, by),
      ),
      person.map((by) => (filing: Filing) => submitFiling(filing, { by, gaps: [] })),
      fc.tuple(bureau, person).map(
        ([of, by]) =>
          (filing: Filing) =>
            approve(filing, of, by),
      ),
      fc.tuple(bureau, person, section).map(([of, by, name]) => (filing: Filing) => {
        return sendBack(filing, of, by, [{ section: name, reason: 'x' }])
      }),
      fc.constant((filing: Filing) => withdrawFiling(filing)),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let filing = draft
        for (const attempt of acts) {
          const after = attempt(filing)
          if (isRefusal(after)) continue
          expect(filing.state).not.toBe('approved')
          filing = after
          const people = filing.opinions.map((opinion) => opinion.accountId)
          expect(new Set(people).size).toBe(people.length)
          if (filing.state === 'submitted' || filing.state === 'approved')
            for (const by of people) expect(filing.makers).not.toContain(by)
          if (filing.state !== 'approved') continue
          expect(filing.opinions.map((opinion) => opinion.bureau).toSorted()).toEqual(['economy', 'finance'])
          expect(filing.opinions.every((opinion) => opinion.verdict === 'approve')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
