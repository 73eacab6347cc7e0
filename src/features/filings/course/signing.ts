import { command, query } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { addSigning, signingsOf } from '../../programme/signing/public.ts'
import * as contract from './act-contract.ts'

const noBureau = () => refuse('signing.county-bureaus-only', null)

/** The leader of a county's bureau decides whether its opinions take two persons. */
export const requireSigning = command(contract.requireSigning, async ({ body }, { tx, actor, now, newId, record }) => {
  const { unitId, unitKind, bureau, scope, accountId } = actor
  if (bureau === null || (unitKind !== 'county' && unitKind !== 'zone')) throw noBureau()
  const { required } = body
  const id = newId()
  const before = (await signingsOf(tx, unitId)).find((one) => one.bureau === bureau)
  await addSigning(tx, { id, unitId, bureau, required, setBy: accountId, setAt: now, scope })
  record('signing.set', { subject: id, scope, before: before?.required ?? false, after: { bureau, required } })
  return { required }
})

export const showSigning = query(contract.showSigning, async (_, { tx, actor }) => {
  const known = await signingsOf(tx, actor.unitId)
  const isCounty = actor.unitKind === 'county' || actor.unitKind === 'zone'
  const bureaus = (['economy', 'finance'] as const).map((bureau) => {
    const found = known.find((one) => one.bureau === bureau)
    const since = found?.setAt.toISOString() ?? null
    return { bureau, required: found?.required ?? false, since, setByName: found?.setByName ?? null }
  })
  const change = abilityOf(actor, 'require-signing', 'signing.require', isCounty ? null : noBureau())
  return { bureaus: isCounty ? bureaus : [], change }
})
