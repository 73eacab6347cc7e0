import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { checkPassword } from '../../../policy/people/passwords.ts'
import type { Post } from '../../../policy/people/roles.ts'
import { fillPost } from '../../../policy/people/units.ts'
import { unitById } from '../units/public.ts'
import * as contract from './contract.ts'
import { hashPassword } from './password-keys.ts'
import * as accounts from './store.ts'

export const createAccount = command(
  contract.createAccount,
  async ({ body }, { tx, now, newId, record, sharedPassword }) => {
    const unit = await unitById(tx, body.unitId)
    if (!unit) throw notFound({ zh: '单位', en: 'unit' })
    const { unitId, name, post } = body
    const no = allRefusals(
      fillPost(post, unit),
      (await accounts.costsOf(tx, name)) ? nameTaken() : null,
      checkPassword(body.password, { account: name, unit: unit.name }, { shared: sharedPassword }),
    )
    if (no) throw no
    const id = newId()
    const passwordHash = await hashPassword(body.password)
    await accounts.createAccount(tx, { id, unitId, name, post: post as Post, passwordHash, createdAt: now })
    record('account.created', { subject: id, scope: unit.scope, after: { unitId, name, post } })
    return { accountId: id }
  },
  { accounts_name_key: nameTaken },
)

function nameTaken() {
  return refuse('account.name-taken', null, {}, 'name')
}
