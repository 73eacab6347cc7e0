import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { obligationOf } from '../editions/edition.ts'
import type { Seat } from '../people/roles.ts'
import { reviewerOf } from '../people/two-persons.ts'
import { planSections } from '../plan/plan.ts'
import {
  type Filing,
  isDone,
  newFiling,
  recordFiling,
  reopenFiling,
  saveSection,
  submitFiling,
  waitingFor,
  withdrawFiling,
} from './filing.ts'
import { giveOpinion, mayGiveOpinion } from './opinions.ts'

const at = '2026-04-20T09:00:00Z'
const rule = obligationOf(edition, 'plan')
const draft = newFiling('plan', rule)
const submitted = agreed(submitFiling(agreed(saveSection(draft, 'services', 'maker')), { by: 'manager', gaps: [] }))
const mark = { section: 'agencies', reason: '缺少询价依据' }

function approve(filing: Filing, seat: Seat, by: string) {
  return giveOpinion(filing, { seat, verdict: 'approve', marks: [], by, post: reviewerOf(seat), at })
}

function sendBack(filing: Filing, seat: Seat, by: string, marks = [mark]) {
  return giveOpinion(filing, { seat, verdict: 'return', marks, by, post: reviewerOf(seat), at })
}

const because = { reason: '附件放错' }

describe('a plan is reviewed by both bureaus (G3.1)', () => {
  test('is approved when both have approved, in either order', () => {
    for (const order of [
      ['county-economy', 'county-finance'],
      ['county-finance', 'county-economy'],
    ] as const) {
      const first = agreed(approve(submitted, order[0], 'one'))
      expect(first.state).toBe('submitted')
      expect(waitingFor(first)).toEqual([order[1]])
      expect(agreed(approve(first, order[1], 'two')).state).toBe('approved')
    }
  })

  test('of a filing with one reviewer its word is enough', () => {
    const alone = agreed(
      submitFiling(newFiling('plan', { ...rule, opinions: ['county-economy'] }), { by: 'manager', gaps: [] }),
    )
    expectRefusal(approve(alone, 'county-finance', 'two'), 'review.not-a-reviewer', 'G3.1')
    expect(agreed(approve(alone, 'county-economy', 'one')).state).toBe('approved')
  })

  test('a return by either takes effect at once and opens only what was marked', () => {
    const returned = agreed(sendBack(agreed(approve(submitted, 'county-economy', 'one')), 'county-finance', 'two'))
    expect(returned).toMatchObject({ state: 'returned', openSections: ['agencies'] })
    expect(agreed(saveSection(returned, 'agencies', 'maker')).state).toBe('returned')
    expectRefusal(saveSection(returned, 'services', 'maker'), 'review.section-closed', 'G3.1', 'section')
    expectRefusal(approve(returned, 'county-finance', 'two'), 'common.not-in-state', 'G3.1')
  })

  test('after a resubmission both bureaus speak again', () => {
    const again = agreed(
      submitFiling(agreed(sendBack(submitted, 'county-finance', 'two')), { by: 'manager', gaps: [] }),
    )
    expect(again).toMatchObject({ state: 'submitted', opinions: [], openSections: [] })
    expect(waitingFor(again)).toEqual(['county-economy', 'county-finance'])
  })

  test('whoever wrote or submitted it does not review it', () => {
    expectRefusal(approve(submitted, 'county-economy', 'maker'), 'review.maker-cannot-review', 'G3.1')
    expectRefusal(approve(submitted, 'county-finance', 'manager'), 'review.maker-cannot-review', 'G3.1')
  })

  test('one person does not speak for both bureaus, one bureau not twice', () => {
    const first = agreed(approve(submitted, 'county-economy', 'one'))
    expectRefusal(approve(first, 'county-finance', 'one'), 'review.one-person-two-bureaus', 'G3.1')
    expectRefusal(approve(first, 'county-economy', 'other'), 'review.bureau-has-spoken', 'G3.1')
    expectRefusal(
      mayGiveOpinion(submitted, { seat: null, by: 'x', post: 'park-manager' }),
      'review.not-a-reviewer',
      'G3.1',
    )
  })

  test('a return says which sections and why; an approval marks nothing', () => {
    expectRefusal(sendBack(submitted, 'county-economy', 'one', []), 'review.return-without-marks', 'G3.1', 'marks')
    const blank = [{ section: 'agencies', reason: '  ' }]
    expectRefusal(
      sendBack(submitted, 'county-economy', 'one', blank),
      'review.mark-without-reason',
      'G3.1',
      'marks.0.reason',
    )
    const unknown = [mark, { section: 'toString', reason: '数字不实' }]
    expectRefusal(
      sendBack(submitted, 'county-economy', 'one', unknown),
      'review.unknown-section',
      'G3.1',
      'marks.1.section',
    )
    expectRefusal(sendBack(submitted, 'county-economy', 'one', [mark, mark]), 'review.section-marked-twice', 'G3.1')
    const by = { seat: 'county-economy', by: 'one', post: 'economy-officer' } as const
    const mixed = giveOpinion(submitted, { ...by, verdict: 'approve', marks: [mark], at })
    expectRefusal(mixed, 'review.approval-has-marks', 'G3.1', 'marks')
  })

  test('a plan with an error is not submitted, one with warnings is', () => {
    const gaps = [{ severity: 'error' as const }, { severity: 'warning' as const }]
    const no = expectRefusal(submitFiling(draft, { by: 'manager', gaps }), 'review.gaps-remain', 'G3.1')
    expect(no.facts.count).toBe(1)
    expect(agreed(submitFiling(draft, { by: 'manager', gaps: gaps.slice(1) })).state).toBe('submitted')
  })

  test('it can be taken back until somebody has spoken', () => {
    expectRefusal(withdrawFiling(submitted, { reason: ' ' }), 'filing.withdrawn-without-reason', 'G3.1', 'reason')
    expect(agreed(withdrawFiling(submitted, because))).toMatchObject({ state: 'draft', openSections: planSections })
    expect(agreed(withdrawFiling(submitted, { ...because, reopened: ['agencies'] })).openSections).toEqual(['agencies'])
    const spoken = agreed(approve(submitted, 'county-economy', 'one'))
    expectRefusal(withdrawFiling(spoken, because), 'review.already-under-review', 'G3.1')
  })

  test('nothing is written under review, and an approved plan is locked (G5.5)', () => {
    expectRefusal(saveSection(submitted, 'services', 'maker'), 'common.not-in-state', 'G3.1')
    const approved = agreed(approve(agreed(approve(submitted, 'county-economy', 'one')), 'county-finance', 'two'))
    for (const section of planSections) {
      expectRefusal(saveSection(approved, section, 'maker'), 'review.baseline-locked', 'G5.5')
    }
    expectRefusal(submitFiling(approved, { by: 'manager', gaps: [] }), 'common.not-in-state', 'G3.1')
    expectRefusal(withdrawFiling(approved, because), 'common.not-in-state', 'G3.1')
  })

  test('whatever people try, an approved plan has one approval of each seat, by two people who made none of it', () => {
    const person = fc.constantFrom('a', 'b', 'c')
    const seat = fc.constantFrom<Seat>('county-economy', 'county-finance')
    const section = fc.constantFrom(...planSections)
    const act = fc.oneof(
      fc.tuple(person, section).map(
        ([by, name]) =>
          (filing: Filing) =>
            saveSection(filing, name, by),
      ),
      person.map((by) => (filing: Filing) => submitFiling(filing, { by, gaps: [] })),
      fc.tuple(seat, person).map(
        ([of, by]) =>
          (filing: Filing) =>
            approve(filing, of, by),
      ),
      fc.tuple(seat, person, section).map(([of, by, name]) => (filing: Filing) => {
        return sendBack(filing, of, by, [{ section: name, reason: '数字不实' }])
      }),
      fc.constant((filing: Filing) => withdrawFiling(filing, because)),
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
          expect(filing.opinions.map((opinion) => opinion.seat).toSorted()).toEqual([
            'county-economy',
            'county-finance',
          ])
          expect(filing.opinions.every((opinion) => opinion.verdict === 'approve')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a county files to the province (G5.1, G5.4)', () => {
  const summary = newFiling('half-year-summary', obligationOf(edition, 'half-year-summary'))
  const sent = agreed(submitFiling(summary, { by: 'maker', gaps: [] }))
  const passed = agreed(approve(sent, 'county-finance', 'finance'))
  const province = { post: 'province-economy', by: 'province' } as const
  const onRecord = agreed(recordFiling(passed, province))

  test('is over when the province has recorded it, and not before', () => {
    expect([summary, sent, passed, onRecord].map(isDone)).toEqual([false, false, false, true])
  })

  test('only the recorder of the edition records, and nobody who had a hand in it', () => {
    expectRefusal(recordFiling(passed, { ...province, post: 'economy-leader' }), 'filing.not-the-recorder', 'G5.4')
    expectRefusal(recordFiling(passed, { ...province, by: 'maker' }), 'review.maker-cannot-review', 'G5.4')
    expectRefusal(recordFiling(passed, { ...province, by: 'finance' }), 'review.maker-cannot-review', 'G5.4')
    expectRefusal(recordFiling(sent, province), 'common.not-in-state', 'G5.4')
  })

  test('opens again with a reason: as a whole, or its text only once a later one builds on it', () => {
    const asked = { sections: ['practice'], builtUpon: true, reason: '数据有误' }
    expect(agreed(reopenFiling(onRecord, asked))).toMatchObject({ state: 'returned', openSections: ['practice'] })
    expectRefusal(reopenFiling(onRecord, { ...asked, sections: ['progress'] }), 'filing.built-upon', 'G5.4', 'sections')
    expect(agreed(reopenFiling(passed, { ...asked, sections: ['progress'], builtUpon: false })).state).toBe('returned')
    expectRefusal(reopenFiling(onRecord, { ...asked, reason: ' ' }), 'filing.reopened-without-reason', 'G5.4', 'reason')
    expectRefusal(reopenFiling(onRecord, { ...asked, sections: [] }), 'filing.nothing-reopened', 'G5.4', 'sections')
    expectRefusal(reopenFiling(sent, asked), 'common.not-in-state', 'G5.4')
  })

  test('nobody opens the locked plan again (G5.5)', () => {
    const plan = { ...draft, state: 'approved' } as const
    expectRefusal(
      reopenFiling(plan, { sections: ['targets'], builtUpon: false, reason: '调整目标' }),
      'review.baseline-locked',
      'G5.5',
    )
  })

  test('sends a plan back that waits for its record, as it is not in force yet; never a table with its frozen figures', () => {
    const asked = { builtUpon: false, reason: '材料不全' }
    const waiting = { ...draft, rule: { ...rule, records: ['province-economy'] }, state: 'approved' } as const
    expect(agreed(reopenFiling(waiting, { ...asked, sections: ['targets'] })).state).toBe('returned')
    expectRefusal(
      reopenFiling({ ...waiting, state: 'recorded' }, { ...asked, sections: ['targets'] }),
      'review.baseline-locked',
      'G5.5',
    )
    const table = { ...waiting, kind: 'target-table' } as const
    expectRefusal(reopenFiling(table, { ...asked, sections: ['reasons'] }), 'review.baseline-locked', 'G5.5')
  })

  test('in turn: a later seat waits for those before it', () => {
    const matter = agreed(
      submitFiling(newFiling('major-matter', obligationOf(edition, 'major-matter')), { by: 'maker', gaps: [] }),
    )
    expectRefusal(approve(matter, 'province-economy', 'p'), 'review.not-your-turn', 'G5.5')
    const both = agreed(approve(agreed(approve(matter, 'county-economy', 'e')), 'county-finance', 'f'))
    expect(waitingFor(both)).toEqual(['province-economy', 'province-finance'])
    expect(agreed(approve(agreed(approve(both, 'province-economy', 'p')), 'province-finance', 'q')).state).toBe(
      'approved',
    )
  })
})
