import { command, query } from '../../../platform/command.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { addSigning, signingHistory, signingsOf } from '../../programme/signing/public.ts'
import * as contract from './act-contract.ts'

const noBureau = () => refuse('signing.county-bureaus-only', null)

/** The leader of a county's bureau decides whether its opinions take two persons. */
export const requireSigning = command(contract.requireSigning, async ({ body }, { tx, actor, now, newId, record }) => {
  const { unitId, unitKind, bureau, scope, accountId } = actor
  if (bureau === null || (unitKind !== 'county' && unitKind !== 'zone')) throw noBureau()
  const { required } = body
  const reason = required ? '' : body.reason.trim()
  const no = required ? null : checkReason(reason, 'signing.off-without-reason', null)
  if (no) throw no
  const id = newId()
  const before = (await signingsOf(tx, unitId)).find((one) => one.bureau === bureau)
  await addSigning(tx, { id, unitId, bureau, required, setBy: accountId, setAt: now, reason, scope })
  record('signing.set', {
    subject: id,
    scope,
    before: before?.required ?? false,
    after: { bureau, required, ...(reason ? { reason } : {}) },
  })
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
  const history = isCounty ? await signingHistory(tx, actor.unitId) : []
  return {
    bureaus: isCounty ? bureaus : [],
    history: history.map(({ bureau, required, setAt, setByName, reason }) => ({
      ...{ bureau, required, reason },
      at: setAt.toISOString(),
      byName: setByName,
    })),
    change,
  }
})
