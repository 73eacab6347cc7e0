import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { newestBatchFirst } from '../../../platform/database/ordered.ts'
import { notFound } from '../../../platform/errors.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import type { BatchView, listBatches, showBatch } from './contract.ts'

/** All batches, the newest first, each with what its pilots inside the reader's scope were given. */
export async function listBatchesView(tx: Tx, actor: Actor): Promise<z.input<typeof listBatches.reply>> {
  return { batches: await batches(tx), create: abilityOf(actor, 'create', 'pilot.admit', null) }
}

/** Its parks are listed by `listPilots`. @throws HttpError 404 without such a batch */
export async function showBatchView(tx: Tx, batchId: string, actor: Actor): Promise<z.input<typeof showBatch.reply>> {
  const [batch] = await batches(tx, batchId)
  if (!batch) throw notFound({ zh: '批次', en: 'batch' })
  return { ...batch, admit: abilityOf(actor, 'admit', 'pilot.admit', null) }
}

async function batches(tx: Tx, batchId?: string): Promise<BatchView[]> {
  return tx
    .selectFrom('batches as b')
    .leftJoin('pilots as p', 'p.batchId', 'b.id')
    .select([
      'b.id as batchId',
      'b.name',
      'b.edition',
      'b.firstYear',
      sql<number>`count(p.id)::int`.as('pilots'),
      sql<number>`coalesce(sum(p.award_fen), 0)::bigint`.as('awardFen'),
    ])
    .where('b.standing', '=', false)
    .$if(batchId !== undefined, (select) => select.where('b.id', '=', batchId as string))
    .groupBy('b.id')
    .orderBy(newestBatchFirst)
    .execute()
}
