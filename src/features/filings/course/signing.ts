import { command, query } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { editionList } from '../../../policy/editions/edition.ts'
import { signaturesAsked } from '../../../policy/editions/signatures-asked.ts'
import { checkReason } from '../../../policy/guide/reasons.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { addSigning, signingHistory, signingsOf } from '../../programme/signing/public.ts'
import * as contract from './act-contract.ts'

/** The leader of a bureau, of a county or of the province, decides whether what it decides takes two persons. */
export const requireSigning = command(contract.requireSigning, async ({ body }, { tx, actor, now, newId, record }) => {
  const { unitId, bureau, scope, accountId } = actor
  if (bureau === null) throw new Error(`${actor.post} leads no bureau`)
  const { required } = body
  const reason = required ? '' : body.reason.trim()
  const no = required ? null : checkReason(reason, 'signing.off-without-reason', null)
  if (no) throw no
  await holdKey(tx, 'signing', unitId, bureau)
  const before = (await signingsOf(tx, unitId)).find((one) => one.bureau === bureau)
  // What stands already is no change: since when, and by whom it was set, stay.
  if (required === (before?.required ?? false)) {
    record('signing.kept', { subject: unitId, scope, after: { bureau, required } })
    return { required }
  }
  const id = newId()
  await addSigning(tx, { id, unitId, bureau, required, setBy: accountId, setAt: now, reason, scope })
  record('signing.set', {
    subject: id,
    scope,
    before: before?.required ?? false,
    after: { bureau, required, ...(reason ? { reason } : {}) },
  })
  return { required }
})

/** What the editions of the batches at hand ask for, in order of issue. */
async function askedByEditions(tx: Tx) {
  const rows = await tx.selectFrom('batches').select('edition').distinct().execute()
  const inUse = editionList().filter(({ id }) => rows.some(({ edition }) => edition === id))
  return inUse.map((edition) => {
    const { name, bureausClause, asks } = signaturesAsked(edition)
    return { name: { ...name }, bureausClause, asks: [...asks] }
  })
}

export const showSigning = query(contract.showSigning, async (_, { tx, actor }) => {
  const known = await signingsOf(tx, actor.unitId)
  const bureaus = (['economy', 'finance'] as const).map((bureau) => {
    const found = known.find((one) => one.bureau === bureau)
    const since = found?.setAt.toISOString() ?? null
    return { bureau, required: found?.required ?? false, since, setByName: found?.setByName ?? null }
  })
  const change = abilityOf(actor, 'require-signing', 'signing.require', null)
  const history = await signingHistory(tx, actor.unitId)
  return {
    bureaus,
    editions: await askedByEditions(tx),
    history: history.map(({ bureau, required, setAt, setByName, reason }) => ({
      ...{ bureau, required, reason },
      at: setAt.toISOString(),
      byName: setByName,
    })),
    change,
  }
})
