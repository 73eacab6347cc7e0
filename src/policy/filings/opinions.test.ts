import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { obligationOf } from '../editions/edition.ts'
import type { Post, Seat } from '../people/roles.ts'
import { seats } from '../people/roles.ts'
import {
  type Filing,
  type FilingRule,
  newFiling,
  recordFiling,
  saveSection,
  submitFiling,
  waitingFor,
  withdrawFiling,
} from './filing.ts'
import { type FilingKind, filingKinds } from './filing-kinds.ts'
import { discardPrepared, giveOpinion, maySign, needsSignature, signOpinion } from './opinions.ts'

const at = '2026-04-20T09:00:00Z'
const plan = obligationOf(edition, 'plan')
const kinds = Object.keys(filingKinds) as FilingKind[]
const officers: Readonly<Record<Seat, Post>> = {
  'county-economy': 'economy-officer',
  'county-finance': 'finance-officer',
  'province-economy': 'province-economy',
  'province-finance': 'province-finance',
}
const signers: Readonly<Record<Seat, Post>> = {
  'county-economy': 'economy-leader',
  'county-finance': 'finance-leader',
  'province-economy': 'province-economy-leader',
  'province-finance': 'province-finance-leader',
}

/** A plan under review by these rules. */
function submitted(rule: Partial<FilingRule> = {}, signedHere: readonly Seat[] = []): Filing {
  const draft = agreed(saveSection(newFiling('plan', { ...plan, ...rule }), 'services', 'maker'))
  return { ...agreed(submitFiling(draft, { by: 'maker', gaps: [] })), signedHere }
}

const approve = (filing: Filing, seat: Seat, by: string) =>
  giveOpinion(filing, { seat, verdict: 'approve', marks: [], by, post: officers[seat], at })
const marks = [{ section: 'agencies', reason: '缺少询价依据' }]
const sendBack = (filing: Filing, seat: Seat, by: string) =>
  giveOpinion(filing, { seat, verdict: 'return', marks, by, post: officers[seat], at })
const sign = (filing: Filing, seat: Seat, by: string, post: Post = signers[seat]) =>
  signOpinion(filing, { seat, by, post, at })

describe.each(seats)('at the seat %s', (seat) => {
  const other = seats[(seats.indexOf(seat) + 1) % seats.length] as Seat
  const opinions = [seat, other]
  const asked = [
    ['the edition', submitted({ opinions, signed: [seat] })],
    ['the county', submitted({ opinions }, [seat])],
    ['both', submitted({ opinions, signed: [seat] }, [seat])],
  ] as const

  test.each(asked)('where %s asks for two persons, nothing changes before the second has signed', (_, filing) => {
    expect([needsSignature(filing, seat), needsSignature(filing, other)]).toEqual([true, false])
    const prepared = agreed(approve(filing, seat, 'officer'))
    expect(prepared).toMatchObject({ state: 'submitted', opinions: [], openSections: [] })
    expect(prepared.prepared).toMatchObject([{ seat, verdict: 'approve', accountId: 'officer' }])
    expect(waitingFor(prepared)).toEqual([seat, other])
    const signed = agreed(sign(prepared, seat, 'leader'))
    expect(signed).toMatchObject({ state: 'submitted', prepared: [] })
    expect(signed.opinions).toMatchObject([{ seat, accountId: 'leader', preparedBy: 'officer' }])
    expect(agreed(approve(signed, other, 'second')).state).toBe('approved')
  })

  test.each(asked)('where %s asks for two persons, a return opens nothing before it is signed', (_, filing) => {
    const prepared = agreed(sendBack(filing, seat, 'officer'))
    expect(prepared).toMatchObject({ state: 'submitted', opinions: [], openSections: [] })
    expect(agreed(sign(prepared, seat, 'leader'))).toMatchObject({ state: 'returned', openSections: ['agencies'] })
    expectRefusal(sendBack(filing, seat, 'maker'), 'review.maker-cannot-review', 'G3.1')
    const bare = giveOpinion(filing, { seat, verdict: 'return', marks: [], by: 'officer', post: officers[seat], at })
    expectRefusal(bare, 'review.return-without-marks', 'G3.1', 'marks')
  })

  test('one opinion waits at a time; whoever prepared it does not sign it, nor whoever made the filing', () => {
    const [, filing] = asked[0]
    const prepared = agreed(approve(filing, seat, 'officer'))
    expectRefusal(approve(prepared, seat, 'second'), 'review.waits-for-signature', 'G3.1')
    expectRefusal(sign(prepared, seat, 'officer'), 'review.preparer-cannot-sign', 'G3.1')
    expectRefusal(sign(prepared, seat, 'maker'), 'review.maker-cannot-review', 'G3.1')
    expectRefusal(sign(filing, seat, 'leader'), 'review.nothing-to-sign', 'G3.1')
    expectRefusal(sign(prepared, other, 'leader'), 'review.nothing-to-sign', 'G3.1')
    const after = agreed(sign(prepared, seat, 'leader'))
    expectRefusal(sign(after, seat, 'another'), 'review.bureau-has-spoken', 'G3.1')
    expectRefusal(approve(after, other, 'officer'), 'review.one-person-two-bureaus', 'G3.1')
    expectRefusal(approve(after, other, 'leader'), 'review.one-person-two-bureaus', 'G3.1')
  })

  test('is signed by the leader of the bureau, not by another officer', () => {
    const prepared = agreed(approve(asked[0][1], seat, 'officer'))
    const given = { seat, by: 'second', post: officers[seat] }
    expectRefusal(maySign(prepared, given), 'review.leader-signs', 'G3.1')
    expect(maySign(prepared, { ...given, post: signers[seat] })).toBeNull()
    expectRefusal(maySign(prepared, { ...given, seat: null }), 'review.not-a-reviewer', 'G3.1')
  })

  test('a prepared opinion is taken back by who prepared it, or sent back by the signer, each with a reason', () => {
    const [, filing] = asked[0]
    const prepared = agreed(approve(filing, seat, 'officer'))
    const given = { seat, post: signers[seat], reason: '' }
    const untold = discardPrepared(prepared, { ...given, by: 'officer' })
    expectRefusal(untold, 'review.taken-back-without-reason', 'G3.1', 'reason')
    const back = agreed(discardPrepared(prepared, { ...given, by: 'officer', reason: '依据不足' }))
    expect(back).toEqual(filing)
    const silent = discardPrepared(prepared, { ...given, by: 'leader' })
    expectRefusal(silent, 'review.sent-back-without-reason', 'G3.1', 'reason')
    expectRefusal(
      discardPrepared(prepared, { ...given, by: 'leader', reason: ' ' }),
      'review.sent-back-without-reason',
      'G3.1',
    )
    expect(agreed(discardPrepared(prepared, { ...given, by: 'leader', reason: '依据不足' }))).toEqual(filing)
    expectRefusal(discardPrepared(filing, { ...given, by: 'officer' }), 'review.nothing-to-sign', 'G3.1')
    const stranger = { ...given, seat: null, by: 'stranger', reason: '需要更正' }
    expectRefusal(discardPrepared(prepared, stranger), 'review.nothing-to-sign', 'G3.1')
    if (seat.startsWith('county-')) {
      const colleague = { seat, by: 'colleague', post: officers[seat], reason: '需要更正' }
      expectRefusal(discardPrepared(prepared, colleague), 'review.leader-signs', 'G3.1')
    }
    expect(agreed(approve(back, seat, 'second')).prepared).toHaveLength(1)
  })
})

describe('two seats that both ask for two persons', () => {
  const signed = ['county-economy', 'county-finance'] as const
  const parallel = submitted({ signed })

  test('in turn the second waits for the signature of the first, not for its draft', () => {
    const inTurn = submitted({ order: 'in-turn', signed })
    expectRefusal(approve(inTurn, 'county-finance', 'f'), 'review.not-your-turn', 'G3.1')
    const prepared = agreed(approve(inTurn, 'county-economy', 'e'))
    expectRefusal(approve(prepared, 'county-finance', 'f'), 'review.not-your-turn', 'G3.1')
    const first = agreed(sign(prepared, 'county-economy', 'el'))
    const second = agreed(approve(first, 'county-finance', 'f'))
    expect(second.state).toBe('submitted')
    expect(agreed(sign(second, 'county-finance', 'fl')).state).toBe('approved')
  })

  test('nobody prepares for both, nor prepares for one and signs for the other', () => {
    const one = agreed(approve(parallel, 'county-economy', 'e'))
    expectRefusal(approve(one, 'county-finance', 'e'), 'review.one-person-two-bureaus', 'G3.1')
    const both = agreed(approve(one, 'county-finance', 'f'))
    expectRefusal(sign(both, 'county-finance', 'e'), 'review.one-person-two-bureaus', 'G3.1')
    expectRefusal(sign(both, 'county-economy', 'f'), 'review.one-person-two-bureaus', 'G3.1')
    const signedOnce = agreed(sign(both, 'county-economy', 'el'))
    expectRefusal(sign(signedOnce, 'county-finance', 'el'), 'review.one-person-two-bureaus', 'G3.1')
    expect(agreed(sign(signedOnce, 'county-finance', 'fl')).state).toBe('approved')
  })

  test('a signed return by one takes the other’s draft with it', () => {
    const both = agreed(sendBack(agreed(approve(parallel, 'county-economy', 'e')), 'county-finance', 'f'))
    expect(agreed(sign(both, 'county-finance', 'fl'))).toMatchObject({ state: 'returned', prepared: [] })
  })

  test('a submission with a draft opinion can be taken back, and takes the draft with it; a signed one cannot', () => {
    const prepared = agreed(approve(parallel, 'county-economy', 'e'))
    expect(agreed(withdrawFiling(prepared, { reason: '附件放错' }))).toMatchObject({
      state: 'draft',
      prepared: [],
      opinions: [],
    })
    const spoken = agreed(sign(prepared, 'county-economy', 'el'))
    expectRefusal(withdrawFiling(spoken, { reason: '附件放错' }), 'review.already-under-review', 'G3.1')
  })

  test('whoever prepared an opinion does not record the filing either', () => {
    const recorded = submitted({
      signed: ['province-finance'],
      opinions: ['province-finance'],
      records: ['province-economy', 'province-finance'],
    })
    const approved = agreed(sign(agreed(approve(recorded, 'province-finance', 'p')), 'province-finance', 'q'))
    for (const by of ['p', 'q', 'maker'])
      expectRefusal(recordFiling(approved, { post: 'province-finance', by }), 'review.maker-cannot-review', 'G3.1')
    for (const post of ['province-finance', 'province-finance-leader'] as const)
      expect(agreed(recordFiling(approved, { post, by: 'r' })).state).toBe('recorded')
  })
})

describe.each(kinds)('%s', (kind) => {
  const rule = obligationOf(edition, kind)
  const filing = agreed(submitFiling(newFiling(kind, rule), { by: 'maker', gaps: [] }))
  const [seat = 'county-economy'] = rule.opinions
  const { returnable, withdrawable, sections } = filingKinds[kind]

  test(returnable ? 'may be sent back' : 'is never sent back', () => {
    const [section = ''] = sections
    const given = {
      seat,
      verdict: 'return',
      marks: [{ section, reason: '数据有误' }],
      by: 'x',
      post: officers[seat],
      at,
    } as const
    for (const one of [filing, { ...filing, signedHere: [seat] }]) {
      const after = giveOpinion(one, given)
      if (returnable) expect(isRefusal(after)).toBe(false)
      else expectRefusal(after, 'filing.never-returned', rule.clause, 'verdict')
    }
  })

  test(withdrawable ? 'may be taken back' : 'is never taken back', () => {
    if (withdrawable) expect(agreed(withdrawFiling(filing, { reason: '附件放错' })).state).toBe('draft')
    else expectRefusal(withdrawFiling(filing, { reason: '附件放错' }), 'filing.never-withdrawn', rule.clause)
  })
})
