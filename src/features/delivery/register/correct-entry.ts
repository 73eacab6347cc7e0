import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { registerKinds } from '../../../policy/records/register.ts'
import * as policy from '../../../policy/services/register-entry.ts'
import { canonical } from '../../../shared/canonical.ts'
import { dayOf } from '../../../shared/dates.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import * as contract from './contract.ts'
import { correctingOf } from './correcting.ts'
import * as store from './store.ts'

/** What was wrong is said anew, with the reason; what stood before stays on record, its paper too (G3.5). */
export const correctEntry = command(
  contract.correctEntry,
  async ({ params, body }, { tx, actor, now, record }) => {
    const before = await store.lockEntry(tx, params.entryId)
    const enterprise = before && (await pilotEnterpriseById(tx, before.enterpriseId))
    if (!before || !enterprise) throw notFound({ zh: '登记', en: 'entry' })
    const no = policy.mayCorrectEntry(correctingOf(before, actor))
    if (no) throw no
    const { id, scope, kind } = before
    const { reason, ...given } = body
    const said = { ...given, amountFen: registerKinds[kind].amount === null ? null : given.amountFen }
    await holdKey(tx, 'register', before.enterpriseId)
    const standing = await store.standingEntries(tx, before.enterpriseId, id)
    const { sort, number, datedOn: on, party, amountFen, fileId } = before
    const changed = canonical({ sort, number, on, party, amountFen, fileId }) !== canonical(said)
    const isNewPaper = said.fileId !== fileId
    const refusal = allRefusals(
      policy.checkEntry({ ...said, kind }, { today: dayOf(now), enterprise: enterprise.name, standing }),
      isNewPaper ? await checkUnbound(tx, said.fileId, 'G3.4', 'fileId') : null,
      policy.checkEntryCorrection({ reason, changed }),
    )
    if (refusal) throw refusal
    if (isNewPaper) await bindFile(tx, said.fileId, scope, 'fileId')
    await store.saveRevision(tx, before, said, { reason: reason.trim(), by: actor.accountId, at: now })
    record('register.corrected', { subject: id, scope, before, after: body })
    return { entryId: id }
  },
  { register_entries_once: () => policy.entryTwice(null) },
)
