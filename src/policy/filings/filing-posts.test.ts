import { describe, expect, test } from 'vitest'
import { edition, expectRefusal } from '../../../tests/support/policy.ts'
import { editionList, obligationOf } from '../editions/edition.ts'
import type { ObligationRule, Owner } from '../editions/edition-rules.ts'
import {
  bureauOf,
  namesOf,
  type Post,
  permits,
  postList,
  posts,
  seatOf,
  seats,
  type UnitKind,
} from '../people/roles.ts'
import { mayFile, mayReopen, mayWrite, nextSeats, seatOn } from './filing-posts.ts'

const owners: Readonly<Record<Owner, readonly UnitKind[]>> = {
  pilot: ['park'],
  county: ['county', 'zone'],
  province: ['province'],
}
const sitsIn = (post: Post, of: Owner) => posts[post].unitKinds.some((kind) => owners[of].includes(kind))
const seatOfPost = (post: Post) => seatOf(posts[post].unitKinds[0], bureauOf(post))
const rules = editionList().flatMap((one) => one.obligations.map((rule) => [`${one.id} ${rule.id}`, rule] as const))

describe.each(rules)('%s', (_, rule: ObligationRule) => {
  test('is filed by the posts that the edition names, in the unit that owes it, and by nobody else', () => {
    for (const post of postList) {
      const named = rule.by.includes(post)
      expect([post, mayFile(rule, { post, ofOwner: true }) === null]).toEqual([post, named])
      expectRefusal(mayFile(rule, { post, ofOwner: false }), 'filing.not-the-preparer', rule.clause)
      expectRefusal(mayWrite(rule, { post, ofOwner: false }), 'filing.not-the-preparer', rule.clause)
      if (named) expect(permits(post, 'filing.submit') && permits(post, 'filing.edit')).toBe(true)
    }
  })

  test('is written by their colleagues of the same office, none of whom gives an opinion on it', () => {
    for (const post of postList.filter((one) => sitsIn(one, rule.of))) {
      const writes = mayWrite(rule, { post, ofOwner: true }) === null
      expect([post, writes]).toEqual([post, rule.by.some((one) => bureauOf(one) === bureauOf(post))])
      const seat = seatOfPost(post)
      if (writes && seat) expect(rule.opinions).not.toContain(seat)
    }
  })

  test('is judged and recorded by posts that may', () => {
    for (const seat of rule.opinions)
      expect(postList.some((post) => seatOfPost(post) === seat && permits(post, 'filing.give-opinion'))).toBe(true)
    for (const post of rule.records) expect(permits(post, 'filing.record')).toBe(true)
  })
})

const plan = obligationOf(edition, 'plan')

test('a plan is filed by its manager, written by everybody of the park, touched by no authority (G3.1)', () => {
  const filers = postList.filter((post) => mayFile(plan, { post, ofOwner: true }) === null)
  const writers = postList.filter((post) => sitsIn(post, 'pilot') && mayWrite(plan, { post, ofOwner: true }) === null)
  expect(filers).toEqual(['park-manager'])
  expect(writers).toEqual(['park-manager', 'service-officer', 'fund-officer'])
  for (const post of postList.filter((one) => seatOfPost(one) !== null))
    expectRefusal(mayWrite(plan, { post, ofOwner: true }), 'filing.not-the-preparer', 'G3.1')
  expectRefusal(mayWrite(plan, { post: 'nobody', ofOwner: true }), 'filing.not-the-preparer', 'G3.1')
})

test('a table is filed by the park manager and judged by the economy bureau of the county (G3.5)', () => {
  const table = obligationOf(edition, 'target-table')
  expect(postList.filter((post) => mayFile(table, { post, ofOwner: true }) === null)).toEqual(['park-manager'])
  expect(table.opinions).toEqual(['county-economy'])
})

test('is opened again by the province, by who records it, or else by the seat with the last word', () => {
  const summary = obligationOf(edition, 'half-year-summary')
  const [recorder] = summary.records
  expect(mayReopen(summary, { post: recorder ?? '', seat: null })).toBeNull()
  expect(mayReopen(summary, { post: 'province-finance', seat: 'province-finance' })).toBeNull()
  const last = summary.opinions.at(-1) ?? null
  expectRefusal(mayReopen(summary, { post: 'finance-officer', seat: last }), 'filing.not-the-reopener', summary.clause)
  const unrecorded = { ...summary, records: [] }
  expect(mayReopen(unrecorded, { post: 'finance-officer', seat: last })).toBeNull()
  const first = { ...unrecorded, opinions: ['county-economy', 'county-finance'] } as const
  expectRefusal(
    mayReopen(first, { post: 'economy-officer', seat: 'county-economy' }),
    'filing.not-the-reopener',
    summary.clause,
  )
  expectRefusal(mayReopen(unrecorded, { post: 'park-manager', seat: null }), 'filing.not-the-reopener', summary.clause)
})

test('a county speaks on what is its own or its parks’, the province on everything', () => {
  const county = { unitKind: 'county', bureau: 'finance', unitId: 'c1' } as const
  expect(seatOn(county, 'c1')).toBe('county-finance')
  expect(seatOn({ ...county, unitKind: 'zone' }, 'c1')).toBe('county-finance')
  expect(seatOn(county, 'c2')).toBeNull()
  expect(seatOn(county, null)).toBeNull()
  expect(seatOn({ ...county, unitKind: 'province' }, 'c2')).toBe('province-finance')
  expect(seatOn({ ...county, bureau: null }, 'c1')).toBeNull()
  expect(seatOn({ ...county, unitKind: 'park' }, 'c1')).toBeNull()
})

test('in parallel everybody silent is next, in turn the first of them', () => {
  for (const spoken of [[], ['county-economy'], ['county-finance', 'county-economy']] as const) {
    const silent = seats.filter((seat) => !spoken.some((one) => one === seat))
    expect(nextSeats({ opinions: seats, order: 'parallel' }, spoken)).toEqual(silent)
    expect(nextSeats({ opinions: seats, order: 'in-turn' }, spoken)).toEqual(silent.slice(0, 1))
  }
  expect(nextSeats({ opinions: seats, order: 'in-turn' }, seats)).toEqual([])
})

test('posts are named one after the other', () => {
  expect(namesOf(['park-manager', 'service-officer'])).toEqual({
    zh: '园区负责人、园区服务专员',
    en: 'Park manager, Park service officer',
  })
})
