import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { obligationOf } from '../editions/edition.ts'
import { type Post, type Seat, seats } from '../people/roles.ts'
import { reviewerOf, signerOf } from '../people/two-persons.ts'
import {
  type Filing,
  type FilingRule,
  isDone,
  newFiling,
  recordFiling,
  reopenFiling,
  saveSection,
  submitFiling,
  type Verdict,
  waitingFor,
  withdrawFiling,
} from './filing.ts'
import { type FilingKind, filingKinds } from './filing-kinds.ts'
import { discardPrepared, giveOpinion, mayGiveOpinion, maySign, needsSignature, signOpinion } from './opinions.ts'

const at = '2026-04-20T09:00:00Z'
const kinds = Object.keys(filingKinds) as FilingKind[]
const approve = (filing: Filing, of: Seat, by: string) =>
  giveOpinion(filing, { seat: of, verdict: 'approve', marks: [], by, post: reviewerOf(of), at })
const sign = (filing: Filing, of: Seat, by: string, from: Post = signerOf(of)) =>
  signOpinion(filing, { seat: of, by, post: from, at })

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')
const post = fc.constantFrom<Post>(
  'economy-officer',
  'economy-leader',
  'finance-officer',
  'finance-leader',
  'province-economy',
  'province-finance',
)
const seat = fc.constantFrom(...seats)
const someSeats = fc.shuffledSubarray(seats, { minLength: 1 })
const ruled = fc.record({
  kind: fc.constantFrom(...kinds),
  opinions: someSeats,
  order: fc.constantFrom<FilingRule['order']>('parallel', 'in-turn'),
  signed: fc.subarray(seats),
  signedHere: fc.subarray(seats),
  records: fc.constantFrom<readonly Post[]>(
    [],
    ['province-finance', 'province-economy'],
    ['province-finance', 'province-economy'],
  ),
})

type Act = (filing: Filing) => Filing | Refusal
type Tried = { readonly name: string; readonly act: Act; readonly of?: Seat }

const opinion = (verdict: Verdict) =>
  fc.tuple(seat, person, fc.nat(5)).map(
    ([of, by, no]): Tried => ({
      name: 'give',
      of,
      act: (filing) => {
        const { sections } = filingKinds[filing.kind]
        const section = sections[no % sections.length] ?? ''
        const given = verdict === 'approve' ? [] : [{ section, reason: '数据有误' }]
        return giveOpinion(filing, { seat: of, verdict, marks: given, by, post: reviewerOf(of), at })
      },
    }),
  )
/** Submissions and opinions more often than the rest, so that many filings come to their end. */
const tried: fc.Arbitrary<Tried> = fc.oneof(
  {
    weight: 1,
    arbitrary: person.map((by) => ({
      name: 'save',
      act: (filing: Filing) => saveSection(filing, filing.openSections[0] ?? '', by),
    })),
  },
  {
    weight: 3,
    arbitrary: person.map((by) => ({
      name: 'submit',
      act: (filing: Filing) => submitFiling(filing, { by, gaps: [] }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Tried>({
      name: 'withdraw',
      act: (filing) => withdrawFiling(filing, { reason: '附件放错' }),
    }),
  },
  { weight: 8, arbitrary: opinion('approve') },
  { weight: 1, arbitrary: opinion('return') },
  {
    weight: 8,
    arbitrary: fc
      .tuple(seat, person)
      .map(([of, by]): Tried => ({ name: 'sign', of, act: (filing) => sign(filing, of, by) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(seat, person, post)
      .map(([of, by, from]): Tried => ({ name: 'sign', of, act: (filing) => sign(filing, of, by, from) })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(seat, person, post, fc.constantFrom('', '依据不足')).map(
      ([of, by, from, reason]): Tried => ({
        name: 'discard',
        of,
        act: (filing) => discardPrepared(filing, { seat: of, by, post: from, reason }),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(person, post)
      .map(([by, from]): Tried => ({ name: 'record', act: (filing) => recordFiling(filing, { post: from, by }) })),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (builtUpon): Tried => ({
        name: 'reopen',
        act: (filing) =>
          reopenFiling(filing, { sections: filingKinds[filing.kind].sections, builtUpon, reason: '补正内容' }),
      }),
    ),
  },
  // A county decides anew whether its opinions take two persons, at any time.
  {
    weight: 1,
    arbitrary: fc
      .subarray(seats)
      .map((signedHere): Tried => ({ name: 'require', act: (filing) => ({ ...filing, signedHere }) })),
  },
)

/** Everybody who spoke or prepared, with the seat. */
function speakersOf({ opinions, prepared }: Filing): [person: string, seat: Seat][] {
  const given = opinions.flatMap((one): [string, Seat][] => [
    [one.accountId, one.seat],
    ...(one.preparedBy ? [[one.preparedBy, one.seat] as [string, Seat]] : []),
  ])
  return [...given, ...prepared.map((one): [string, Seat] => [one.accountId, one.seat])]
}

/** What holds of every filing, whatever was tried. */
function expectSound(filing: Filing): void {
  const { state, opinions, prepared, rule, kind, makers } = filing
  const speakers = speakersOf(filing)
  expect(new Set(speakers.map(([by]) => by)).size, 'a person speaks for one seat, once').toBe(speakers.length)
  if (state === 'submitted' || state === 'approved' || state === 'recorded')
    for (const [by] of speakers) expect(makers).not.toContain(by)
  expect(new Set(opinions.map((one) => one.seat)).size).toBe(opinions.length)
  expect(new Set(prepared.map((one) => one.seat)).size).toBe(prepared.length)
  for (const one of prepared) expect(opinions.map(({ seat: of }) => of)).not.toContain(one.seat)
  if (state !== 'submitted') expect(prepared).toEqual([])
  if (state === 'draft') expect(opinions).toEqual([])
  if (rule.order === 'in-turn' && state !== 'draft') {
    expect(opinions.map((one) => one.seat)).toEqual(rule.opinions.slice(0, opinions.length))
    for (const one of prepared) expect(one.seat).toBe(rule.opinions[opinions.length])
  }
  if (state === 'approved' || state === 'recorded') {
    expect(opinions.map((one) => one.seat).toSorted()).toEqual([...rule.opinions].toSorted())
    expect(opinions.every((one) => one.verdict === 'approve')).toBe(true)
    // What the edition asks for stands from the beginning; what a county asks for may have come later.
    for (const one of opinions) if (rule.signed?.includes(one.seat)) expect(one.preparedBy).toBeTruthy()
  }
  if (state === 'recorded') expect(rule.records.length).toBeGreaterThan(0)
  if (!filingKinds[kind].returnable && !filingKinds[kind].reopens) expect(state).not.toBe('returned')
  if (isDone(filing)) expect(waitingFor(filing)).toEqual([])
}

test('whatever people try, from any seats, in any order, signed or not, the rules of two persons and of many seats hold', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(ruled, fc.array(tried, { minLength: 30, maxLength: 90 }), ({ kind, signedHere, ...rule }, acts) => {
      let filing: Filing = { ...newFiling(kind, { ...obligationOf(edition, kind), ...rule }), signedHere }
      for (const { name, act, of } of acts) {
        const before = filing
        const after = act(before)
        if (isRefusal(after)) continue
        filing = after
        if (name === 'withdraw') expect(filingKinds[kind].withdrawable).toBe(true)
        if (name === 'give' && of && needsSignature(before, of)) {
          expect({ ...after, prepared: [] }).toEqual({ ...before, prepared: [] })
          expect(after.prepared.length).toBe(before.prepared.length + 1)
        }
        if (name === 'give' && of && !needsSignature(before, of))
          expect(after.opinions).toHaveLength(before.opinions.length + 1)
        if (name === 'discard') expect({ ...after, prepared: before.prepared }).toEqual(before)
        if (name === 'sign') {
          const [last] = after.opinions.slice(-1)
          expect(last?.preparedBy).toBeTruthy()
          expect(last?.preparedBy).not.toBe(last?.accountId)
        }
        reached.add(`${rule.order} ${after.state}`)
        if (name === 'sign') reached.add('signed')
        expectSound(filing)
      }
    }),
    { numRuns: 1500 },
  )
  // The dice do come to every place that the rules are about.
  for (const order of ['parallel', 'in-turn'])
    for (const state of ['submitted', 'returned', 'approved', 'recorded'])
      expect(reached).toContain(`${order} ${state}`)
  expect(reached).toContain('signed')
})

test('who is told that they may speak is not refused, and the other way round', () => {
  fc.assert(
    fc.property(
      ruled,
      fc.array(tried, { maxLength: 40 }),
      seat,
      person,
      post,
      ({ kind, signedHere, ...rule }, acts, of, by, from) => {
        let filing: Filing = { ...newFiling(kind, { ...obligationOf(edition, kind), ...rule }), signedHere }
        for (const { act } of acts) {
          const after = act(filing)
          if (!isRefusal(after)) filing = after
        }
        expect(mayGiveOpinion(filing, { seat: of, by, post: reviewerOf(of) }) === null).toBe(
          !isRefusal(approve(filing, of, by)),
        )
        expect(maySign(filing, { seat: of, by, post: from }) === null).toBe(!isRefusal(sign(filing, of, by, from)))
      },
    ),
    { numRuns: 500 },
  )
})
