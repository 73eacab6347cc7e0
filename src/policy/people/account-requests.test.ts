import { expect, test } from 'vitest'
import {
  askForAccount,
  closeAccount,
  decideAccount,
  issueActivation,
  type KeptAccount,
  reopenAccount,
  takesTwo,
} from './account-requests.ts'
import { administrators } from './administrators.ts'
import { postList, posts } from './posts.ts'

const flags = ['isOwn', 'isClosed', 'byTwo', 'isApproved', 'isAsked'] as const
/** Every account that there may be. */
const all: readonly KeptAccount[] = Array.from(
  { length: 2 ** flags.length },
  (_, n) => Object.fromEntries(flags.map((flag, at) => [flag, (n & (1 << at)) > 0])) as KeptAccount,
)
const codes = (ask: (account: KeptAccount) => { code: string } | null) =>
  new Set(all.map((account) => ask(account)?.code ?? 'allowed'))

test('two administrators open every account but those of parks and enterprises', () => {
  const one = postList.filter((post) => !takesTwo(post))
  expect(one).toEqual(['park-manager', 'service-officer', 'fund-officer', 'enterprise-contact'])
  for (const post of postList) {
    const kinds: readonly string[] = posts[post].unitKinds
    expect(takesTwo(post), post).toBe(!kinds.every((kind) => kind === 'park' || kind === 'enterprise'))
  }
  for (const post of administrators) expect(takesTwo(post)).toBe(true)
})

test('a link is made for whoever is open and not oneself, of what two open once both want it', () => {
  for (const account of all) {
    const { isOwn, isClosed, byTwo, isApproved } = account
    expect(issueActivation(account) === null).toBe(!isOwn && !isClosed && (!byTwo || isApproved))
  }
  expect(codes(issueActivation)).toEqual(
    new Set(['allowed', 'account.own-link', 'account.link-closed', 'account.not-approved']),
  )
})

test('what two administrators do is asked for once, and only where it is needed', () => {
  for (const account of all) {
    const { isOwn, isClosed, byTwo, isApproved, isAsked } = account
    const open = !isOwn && byTwo && !isAsked
    expect(askForAccount(account, 'reopen') === null).toBe(open && isClosed)
    expect(askForAccount(account, 'reset') === null).toBe(open && !isClosed && !isApproved)
  }
})

test('an answer is given to what waits, not about oneself, and with a reason where it is no', () => {
  for (const account of all) {
    const may = account.isAsked && !account.isOwn
    expect(decideAccount(account, { approved: true, reason: '' }) === null).toBe(may)
    expect(decideAccount(account, { approved: false, reason: '岗位与单位不符' }) === null).toBe(may)
    expect(decideAccount(account, { approved: false, reason: ' ' })).not.toBeNull()
    expect(decideAccount(account, { approved: false, reason: '……' })).not.toBeNull()
  }
})

test('one administrator closes at once, and opens again only what one opens', () => {
  for (const account of all) {
    expect(closeAccount(account) === null).toBe(!account.isOwn)
    expect(reopenAccount(account) === null).toBe(account.isClosed && !account.byTwo)
  }
})
