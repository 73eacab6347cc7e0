import { command } from '../../../platform/command.ts'
import { findEdition } from '../../../policy/editions/edition.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/plan/pilot.ts'
import * as contract from './contract.ts'
import * as pilots from './store.ts'

export const createBatch = command(
  contract.createBatch,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const found = findEdition(body.edition)
    const edition = found?.standing ? null : found
    const no = allRefusals(
      edition ? null : refuse('batch.no-such-edition', null, { edition: body.edition }, 'edition'),
      edition && policy.checkFirstYear(edition, body.firstYear),
      (await pilots.batchNamed(tx, body.name)) ? nameTaken() : null,
    )
    if (no) throw no
    const batch = { id: newId(), ...body }
    await pilots.insertBatch(tx, { ...batch, createdAt: now })
    record('batch.created', { subject: batch.id, scope: actor.scope, after: batch })
    return { batchId: batch.id }
  },
  { batches_name_key: nameTaken },
)

function nameTaken() {
  return refuse('batch.name-taken', null, {}, 'name')
}
