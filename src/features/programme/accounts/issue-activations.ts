import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { issueActivation } from '../../../policy/people/account-requests.ts'
import { activationHours } from '../../../policy/people/activation.ts'
import { issueLink } from './activation-store.ts'
import * as contract from './contract.ts'
import { keptAs } from './request-store.ts'
import * as accounts from './store.ts'

/** Links for the persons of accounts, each told this once; what their former passwords had opened ends. All of them, or none. */
export const issueActivations = command(contract.issueActivations, async ({ body }, { tx, actor, now, record }) => {
  const expiresAt = new Date(now.getTime() + activationHours * 3_600_000)
  const slips: contract.ActivationSlip[] = []
  // In one order, so that two who do it at once wait for each other and never both ways.
  for (const accountId of [...new Set(body.accountIds)].sort()) {
    const account = await accounts.lockAccount(tx, accountId)
    if (!account) throw notFound({ zh: '账号', en: 'account' })
    const no = issueActivation(keptAs(account, actor.accountId))
    if (no) throw no
    const token = newToken()
    await issueLink(tx, { accountId, tokenHash: hashToken(token), now, expiresAt })
    record('account.activation-issued', { subject: accountId, scope: account.scope, after: { expiresAt } })
    const { name, post, unitName } = account
    slips.push({ accountId, name, post, unitName, path: `/activate/${token}`, expiresAt: expiresAt.toISOString() })
  }
  const asked = new Map(body.accountIds.map((id, at) => [id, at]))
  return { slips: slips.toSorted((a, b) => (asked.get(a.accountId) ?? 0) - (asked.get(b.accountId) ?? 0)) }
})
