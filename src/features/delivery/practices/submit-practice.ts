import { command } from '../../../platform/command.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import { checkPractice } from '../../../policy/services/practice.ts'
import { dayOf } from '../../../shared/dates.ts'
import { bindFile, checkUnbound, fileById } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** The park hands in what it made to last; one document counts once in the province (G3.5). */
export const submitPractice = command(
  contract.submitPractice,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { id: pilotId, scope } = await requirePilot(tx, params.pilotId)
    const { sort, title, on, fileId } = body
    const file = await fileById(tx, fileId)
    const known = file ? await store.isKnown(tx, file.hash) : false
    const refusal = allRefusals(
      checkPractice({ on, today: dayOf(now), known }),
      known ? null : await checkUnbound(tx, fileId, 'G3.4', 'fileId'),
    )
    if (refusal) throw refusal
    const { hash: fileHash } = await bindFile(tx, fileId, scope, 'fileId')
    const said = { id: newId(), pilotId, sort, title, writtenOn: on, fileId, fileHash, scope }
    await store.insertPractice(tx, { ...said, submittedBy: actor.accountId, submittedAt: now })
    record('practice.submitted', { subject: said.id, scope, after: said })
    return { practiceId: said.id }
  },
  { practices_once: () => refuse('practice.same-document', 'G3.4', {}, 'fileId') },
)
