import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { refuse } from '../guide/refuse.ts'
import type { Post } from './posts.ts'

/** What the system administrator prepares and the security administrator approves. */
export const accountActs = {
  open: { zh: '开设账号', en: 'open the account' },
  reopen: { zh: '重新启用账号', en: 'open it again' },
  reset: { zh: '重置密码', en: 'reset its password' },
} as const satisfies Record<string, Text>
export type AccountAct = keyof typeof accountActs
export const accountActList = Object.keys(accountActs) as [AccountAct, ...AccountAct[]]

const byOne: readonly Post[] = ['park-manager', 'service-officer', 'fund-officer', 'enterprise-contact']

/** Whether two administrators open an account of this post: all but those of parks and enterprises (GB/T 22239-2019, 8.1.4.2). */
export function takesTwo(post: Post): boolean {
  return !byOne.includes(post)
}

/** An account as an administrator looks at it. */
export type KeptAccount = {
  readonly isOwn: boolean
  readonly isClosed: boolean
  /** Opened by two administrators. */
  readonly byTwo: boolean
  /** Its next link is approved, and nobody has chosen a password since. */
  readonly isApproved: boolean
  /** Something waits for the security administrator. */
  readonly isAsked: boolean
}

/** A link for an account: never for one's own, nor for a closed one; of what two administrators open, after the second has approved. */
export function issueActivation(account: KeptAccount): Refusal | null {
  if (account.isOwn) return refuse('account.own-link', null)
  if (account.isClosed) return refuse('account.link-closed', null)
  return account.byTwo && !account.isApproved ? refuse('account.not-approved', null) : null
}

/** The system administrator asks for what only both may do; an account is opened by creating it. */
export function askForAccount(account: KeptAccount, act: Exclude<AccountAct, 'open'>): Refusal | null {
  if (account.isOwn) return refuse('account.own-link', null)
  if (!account.byTwo) return refuse('account.one-is-enough', null)
  if (account.isAsked) return refuse('account.asked-already', null)
  if (act === 'reopen') return account.isClosed ? null : refuse('account.not-closed', null)
  if (account.isClosed) return refuse('account.link-closed', null)
  return account.isApproved ? refuse('account.approved-already', null) : null
}

/** The security administrator answers: never about the own account; sending back takes a reason. */
export function decideAccount(account: KeptAccount, answer: { approved: boolean; reason: string }): Refusal | null {
  if (!account.isAsked) return refuse('account.decided-already', null)
  if (account.isOwn) return refuse('account.own-request', null)
  return answer.approved ? null : checkReason(answer.reason, 'account.no-reason', null)
}

/** Closing takes one administrator, at once. */
export function closeAccount(account: KeptAccount): Refusal | null {
  return account.isOwn ? refuse('account.own', null) : null
}

/** Opening again takes two, where opening did. */
export function reopenAccount(account: KeptAccount): Refusal | null {
  if (!account.isClosed) return refuse('account.not-closed', null)
  return account.byTwo ? refuse('account.needs-two', null) : null
}
