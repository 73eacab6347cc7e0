import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { takesTwo } from '../../../policy/people/account-requests.ts'
import type { Post } from '../../../policy/people/roles.ts'
import { fillPost } from '../../../policy/people/units.ts'
import { unitById } from '../units/public.ts'
import * as contract from './contract.ts'
import * as accounts from './store.ts'

/** Opens an account, to which its person gives the password with a link; what two administrators open waits for the second first. */
export const createAccount = command(
  contract.createAccount,
  async ({ body }, { tx, now, newId, record }) => {
    const unit = await unitById(tx, body.unitId)
    if (!unit) throw notFound({ zh: '单位', en: 'unit' })
    const { unitId, name, post } = body
    const no = allRefusals(
      fillPost(post, unit),
      (await accounts.namesTaken(tx, [name])).length > 0 ? nameTaken() : null,
    )
    if (no) throw no
    const id = newId()
    const requestId = newId()
    await accounts.createAccount(tx, { id, unitId, name, post: post as Post, requestId, createdAt: now })
    record('account.created', { subject: id, scope: unit.scope, after: { unitId, name, post } })
    return { accountId: id, byTwo: takesTwo(post as Post) }
  },
  { accounts_name_key: nameTaken },
)

function nameTaken() {
  return refuse('account.name-taken', null, {}, 'name')
}
