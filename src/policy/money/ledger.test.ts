import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { sumFen } from '../../shared/money.ts'
import { isRefusal } from '../../shared/refusal.ts'
import {
  accountKindOf,
  accountKinds,
  type Balances,
  balanceOf,
  checkEntry,
  type Entry,
  lineAccount,
  lineAccountKinds,
  post,
  postingsOf,
  totals,
} from './ledger.ts'

function book(entries: readonly Entry[], from: Balances = {}): Balances {
  return entries.reduce((balances, entry) => agreed(post(balances, agreed(postingsOf(entry)))), from)
}

const award: Entry[] = [
  { kind: 'award', awardFen: 1000 },
  {
    kind: 'budget',
    awardFen: 1000,
    lines: [
      { lineId: 'a', amountFen: 700 },
      { lineId: 'b', amountFen: 300 },
    ],
  },
]
const received: Entry[] = [...award, { kind: 'release', amountFen: 300 }, { kind: 'receive', amountFen: 300 }]

describe('the ledger (G3.6)', () => {
  test('follows the money from the award to the expenditure, and the lines with it', () => {
    const spent = book([
      ...received,
      { kind: 'commit', lineId: 'a', amountFen: 250 },
      { kind: 'approve-payment', amountFen: 200 },
      { kind: 'pay', lineId: 'a', amountFen: 200 },
      { kind: 'uncommit', lineId: 'a', amountFen: 50 },
    ])
    expect(spent).toEqual({
      grant: -1000,
      undisbursed: 700,
      'in-transit': 0,
      cash: 100,
      payable: 0,
      expenditure: 200,
      budget: -1000,
      'line-available:a': 500,
      'line-committed:a': 0,
      'line-spent:a': 200,
      'line-available:b': 300,
    })
    expect(totals(spent)).toEqual({
      awardFen: 1000,
      disbursedFen: 300,
      receivedFen: 300,
      committedFen: 200,
      spentFen: 200,
    })
  })

  test('what was deducted, asked back, paid back and re-issued keeps its own accounts; what was disbursed stays disbursed', () => {
    const asked = book([
      ...received,
      { kind: 'deduct', amountFen: 100 },
      { kind: 'commit', lineId: 'a', amountFen: 250 },
      { kind: 'approve-payment', amountFen: 200 },
      { kind: 'pay', lineId: 'a', amountFen: 200 },
      { kind: 'claim', amountFen: 180 },
      { kind: 'pay-back', amountFen: 150, ownFen: 90 },
      { kind: 'reissue', amountFen: 120 },
    ])
    expect(asked).toMatchObject({
      undisbursed: 600,
      deducted: 100,
      cash: 40,
      expenditure: 200,
      'own-money': -90,
      recovered: 30,
      reissued: 120,
      'claim-source': -30,
      claimed: 30,
      'line-spent:a': 200,
    })
    expect(totals(asked)).toMatchObject({ awardFen: 1000, disbursedFen: 300, receivedFen: 300, spentFen: 200 })
    expect(sumFen(Object.values(asked))).toBe(0)
  })

  test.each<[string, Entry]>([
    ['a deduction of what is out', { kind: 'deduct', amountFen: 701 }],
    ['what was not claimed, back', { kind: 'pay-back', amountFen: 1, ownFen: 0 }],
    ['what was not recovered, out again', { kind: 'reissue', amountFen: 1 }],
    ['more than the award', { kind: 'release', amountFen: 701 }],
    ['what was not released', { kind: 'receive', amountFen: 1 }],
    ['more than the line', { kind: 'commit', lineId: 'b', amountFen: 301 }],
    ['a line that is none', { kind: 'commit', lineId: 'c', amountFen: 1 }],
    ['more than the cash', { kind: 'approve-payment', amountFen: 301 }],
    ['what was not approved', { kind: 'pay', lineId: 'a', amountFen: 1 }],
    ['what was not committed', { kind: 'uncommit', lineId: 'a', amountFen: 1 }],
    ['what was not approved, back', { kind: 'cancel-payment', amountFen: 1 }],
  ])('does not move %s', (_, entry) => {
    expectRefusal(checkEntry(book(received), entry), 'funds.below-zero', 'G3.6')
  })

  test('pays nothing on a line that has not committed it, though there is cash', () => {
    const approved = book([...received, { kind: 'approve-payment', amountFen: 10 }])
    expectRefusal(checkEntry(approved, { kind: 'pay', lineId: 'a', amountFen: 10 }), 'funds.below-zero', 'G3.6')
  })

  test.each([0, -1, 0.5, Number.NaN, 2 ** 53])('knows no amount of %d', (amountFen) => {
    for (const kind of [
      'release',
      'receive',
      'approve-payment',
      'cancel-payment',
      'deduct',
      'claim',
      'reissue',
    ] as const) {
      expectRefusal(postingsOf({ kind, amountFen }), 'common.amount-not-positive', 'G3.6')
    }
    expectRefusal(postingsOf({ kind: 'award', awardFen: amountFen }), 'common.amount-not-positive', 'G3.6')
    expectRefusal(postingsOf({ kind: 'pay-back', amountFen, ownFen: 0 }), 'common.amount-not-positive', 'G3.6')
    for (const ownFen of [-1, 6, 0.5])
      expectRefusal(postingsOf({ kind: 'pay-back', amountFen: 5, ownFen }), 'common.amount-not-positive', 'G3.6')
  })

  test('refuses a budget that is not the award, or has a negative line', () => {
    const budget = (...amounts: number[]): Entry => ({
      kind: 'budget',
      awardFen: 1000,
      lines: amounts.map((amountFen, i) => ({ lineId: String(i), amountFen })),
    })
    expectRefusal(postingsOf(budget(700, 299)), 'funds.lines-exceed-award', 'G3.6')
    expectRefusal(postingsOf(budget(1001, -1)), 'common.amount-not-positive', 'G3.6')
  })

  test('refuses postings that do not balance, or of no known account', () => {
    expectRefusal(post({}, [{ account: 'cash', amountFen: 1 }]), 'funds.not-balanced', 'G3.6')
    expectRefusal(post({}, []), 'funds.not-balanced', 'G3.6')
    for (const account of ['toString', 'line-available', 'cash:a', '']) {
      expect(accountKindOf(account)).toBeNull()
      const postings = [
        { account, amountFen: 1 },
        { account: 'grant', amountFen: -1 },
      ]
      expectRefusal(post({}, postings), 'funds.not-balanced', 'G3.6')
    }
  })

  test('corrects by a reversal that restores every balance', () => {
    const before = book(received)
    const commit: Entry = { kind: 'commit', lineId: 'a', amountFen: 250 }
    const postings = agreed(postingsOf(commit))
    const after = book([commit, { kind: 'reverse', postings }], before)
    for (const account of Object.keys(after)) expect(balanceOf(after, account)).toBe(balanceOf(before, account))
  })

  test('a reversal of what is already used is refused', () => {
    const receive = agreed(postingsOf({ kind: 'receive', amountFen: 300 }))
    const used = book([...received, { kind: 'approve-payment', amountFen: 200 }])
    expectRefusal(checkEntry(used, { kind: 'reverse', postings: receive }), 'funds.below-zero', 'G3.6')
  })

  test('whatever is tried: it balances, stays above zero, never disburses over the award nor spends over a line', () => {
    const amountFen = fc.integer({ min: -10, max: 800 })
    const lineId = fc.constantFrom('a', 'b', 'c')
    const entry: fc.Arbitrary<Entry> = fc.oneof(
      fc.record({ kind: fc.constantFrom('release', 'receive', 'approve-payment', 'cancel-payment'), amountFen }),
      fc.record({ kind: fc.constantFrom('commit', 'uncommit', 'pay'), lineId, amountFen }),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        let balances = book(award)
        for (const one of entries) {
          const postings = checkEntry(balances, one)
          if (isRefusal(postings)) continue
          expect(sumFen(postings.map((posting) => posting.amountFen))).toBe(0)
          balances = agreed(post(balances, postings))
        }
        expect(sumFen(Object.values(balances))).toBe(0)
        for (const [account, amount] of Object.entries(balances)) {
          const kind = accountKindOf(account)
          if (kind && !accountKinds[kind].mayBeNegative) expect(amount).toBeGreaterThanOrEqual(0)
        }
        const { awardFen, disbursedFen, receivedFen, spentFen, committedFen } = totals(balances)
        expect(awardFen).toBe(1000)
        expect(disbursedFen).toBeLessThanOrEqual(awardFen)
        expect(receivedFen).toBeLessThanOrEqual(disbursedFen)
        expect(spentFen).toBeLessThanOrEqual(Math.min(receivedFen, committedFen))
        expect(balanceOf(balances, lineAccount('line-spent', 'a'))).toBeLessThanOrEqual(700)
        expect(balanceOf(balances, lineAccount('line-spent', 'b'))).toBeLessThanOrEqual(300)
      }),
      { numRuns: 300 },
    )
  })
})

test('the accounts of a fund line are those that the chart of accounts keeps per line', () => {
  const perLine = Object.entries(accountKinds).filter(([, row]) => row.perLine)
  expect(perLine.map(([kind]) => kind)).toEqual([...lineAccountKinds])
})
