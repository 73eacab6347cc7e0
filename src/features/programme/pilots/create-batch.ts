import { command } from '../../../platform/command.ts'
import { findEdition } from '../../../policy/editions/edition.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as contract from './contract.ts'
import * as pilots from './store.ts'

export const createBatch = command(
  contract.createBatch,
  async ({ body }, { tx, actor, now, newId, record }) => {
    if (!findEdition(body.edition)) throw refuse('batch.no-such-edition', null, { edition: body.edition }, 'edition')
    const batch = { id: newId(), ...body }
    await pilots.insertBatch(tx, { ...batch, createdAt: now })
    record('batch.created', { subject: batch.id, scope: actor.scope, after: batch })
    return { batchId: batch.id }
  },
  { batches_name_key: () => refuse('batch.name-taken', null, {}, 'name') },
)
