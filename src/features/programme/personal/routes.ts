import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { inScope } from '../../../policy/people/roles.ts'
import { unmaskable, whyNotUnmasked } from '../../../policy/people/unmasking.ts'
import * as contract from './contract.ts'
import { personalValue } from './store.ts'

/** One value whole, to whom it concerns, for a reason; the trail keeps which and why, and not the value. */
const unmask = command(contract.unmask, async ({ body: { of, id, reason } }, { tx, actor, record }) => {
  const found = await personalValue(tx, of, id)
  // The list of a county is seen by its parks, and their officers only by those above them.
  if (!found?.scope || !inScope(actor.scope, found.scope)) throw notFound(unmaskable[of])
  const no = whyNotUnmasked(actor, of, reason)
  if (no) throw no
  record('personal.unmasked', { subject: id, scope: found.scope, after: { of, reason } })
  return { value: found.value }
})

export const personalRoutes = [unmask]
