import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { kindOf, registerKinds } from '../../../policy/records/register.ts'
import { checkEntry, entryTwice } from '../../../policy/services/register-entry.ts'
import { dayOf } from '../../../shared/dates.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** A title, a right, financing or a certificate of an enterprise, with its paper; each number counts once in the province (G3.5). */
export const enterInRegister = command(
  contract.enterInRegister,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const enterprise = await pilotEnterpriseById(tx, params.enterpriseId)
    if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
    const { id: enterpriseId, pilotId, uscc, name, scope } = enterprise
    const kind = kindOf(body.sort)
    await holdKey(tx, 'register', enterpriseId)
    const standing = await store.standingEntries(tx, enterpriseId, null)
    const refusal = allRefusals(
      checkEntry({ ...body, kind }, { today: dayOf(now), enterprise: name, standing }),
      await checkUnbound(tx, body.fileId, 'G3.4', 'fileId'),
    )
    if (refusal) throw refusal
    await bindFile(tx, body.fileId, scope, 'fileId')
    const amountFen = registerKinds[kind].amount === null ? null : body.amountFen
    const entry = { ...body, kind, amountFen, id: newId(), pilotId, enterpriseId, uscc, scope }
    await store.insertEntries(tx, [{ ...entry, recordedBy: actor.accountId, recordedAt: now }])
    record('register.entered', { subject: entry.id, scope, after: entry })
    return { entryId: entry.id }
  },
  { register_entries_once: () => entryTwice(null) },
)
