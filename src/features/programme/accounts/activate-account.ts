import { type Asking, command } from '../../../platform/command.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { halfOfProcessors } from '../../../platform/turns/processors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { type ActivationState, activationStates, whyLinkShut } from '../../../policy/people/activation.ts'
import { checkPassword } from '../../../policy/people/passwords.ts'
import { passwordsKept } from '../../../policy/people/sign-in.ts'
import { activate, openLink } from './activation-store.ts'
import * as contract from './contract.ts'
import { hashPassword, keysOf } from './password-keys.ts'

function stateOf(link: { readonly state: string } | null): ActivationState {
  return activationStates.find((state) => state === link?.state) ?? 'unknown'
}

/** Who it is for; nothing of an account whose link is not open. */
export async function activationView({ tx, now }: Pick<Asking, 'tx' | 'now'>, token: string) {
  const link = await openLink(tx, { tokenHash: hashToken(token), now })
  const state = stateOf(link)
  if (!link || state !== 'open') return { state, account: null }
  const { name, post, unitName, expiresAt } = link
  return { state, account: { name, post, unitName, expiresAt: expiresAt.toISOString() } }
}

/** Whoever holds the link chooses the password, once. */
export const activateAccount = command(
  contract.activateAccount,
  async ({ params, body }, { tx, now, record, sharedPassword }) => {
    const tokenHash = hashToken(params.token)
    const link = await openLink(tx, { tokenHash, now })
    const shut = whyLinkShut(stateOf(link))
    if (!link || shut) throw shut ?? whyLinkShut('unknown')
    const no = checkPassword(body.password, { account: link.name, unit: link.unitName }, { shared: sharedPassword })
    if (no) throw no
    const keys = await keysOf(body.password, link.costs)
    const chosen = { tokenHash, now, hash: await hashPassword(body.password), keys }
    const done = await activate(tx, chosen)
    if (done === null) throw whyLinkShut('used')
    if (!done) throw refuse('account.former-password', null, { n: passwordsKept }, 'password')
    record('account.activated', { subject: link.accountId, scope: link.scope })
    return { name: link.name }
  },
  {},
  { atOnce: halfOfProcessors },
)
