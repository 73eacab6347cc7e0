import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'

type NewCloseOut = {
  id: string
  pilotId: string
  remark: string
  proposedBy: string
  proposedAt: Date
  scope: string
}

export async function insertCloseOut(tx: Tx, closeOut: NewCloseOut): Promise<void> {
  await tx.insertInto('closeOuts').values(closeOut).execute()
}

/** Whoever decides on a proposal waits here for whoever came before. @throws HttpError 404 outside the reader's scope. */
export async function lockCloseOut(tx: Tx, id: string) {
  const found = await tx.selectFrom('closeOuts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw notFound({ zh: '结项', en: 'close-out' })
  return found
}

type Step =
  | { state: 'confirmed'; confirmedBy: string; confirmedAt: Date }
  | { state: 'recorded'; recordedBy: string; recordedAt: Date }
  | { state: 'ended'; endedBy: string; endedAt: Date; endReason: string }

export async function saveStep(tx: Tx, id: string, step: Step): Promise<void> {
  await tx.updateTable('closeOuts').set(step).where('id', '=', id).execute()
}

/** Every proposal of a pilot with the names of who took its steps, the newest first. */
export function closeOutsOf(tx: Tx, pilotId: string) {
  return tx
    .selectFrom('closeOuts as c')
    .innerJoin('accounts as p', 'p.id', 'c.proposedBy')
    .innerJoin('units as pu', 'pu.id', 'p.unitId')
    .leftJoin('accounts as f', 'f.id', 'c.confirmedBy')
    .leftJoin('units as fu', 'fu.id', 'f.unitId')
    .leftJoin('accounts as r', 'r.id', 'c.recordedBy')
    .leftJoin('units as ru', 'ru.id', 'r.unitId')
    .leftJoin('accounts as e', 'e.id', 'c.endedBy')
    .leftJoin('units as eu', 'eu.id', 'e.unitId')
    .selectAll('c')
    .select(['p.name as proposer', 'pu.name as proposerUnit', 'f.name as confirmer', 'fu.name as confirmerUnit'])
    .select(['r.name as recorder', 'ru.name as recorderUnit', 'e.name as ender', 'eu.name as enderUnit'])
    .where('c.pilotId', '=', pilotId)
    .orderBy('c.proposedAt', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
}

/** Where the proposal of a pilot that was not ended stands; null without one. */
export async function standingOf(tx: Tx, pilotId: string) {
  const found = await tx
    .selectFrom('closeOuts')
    .select('state')
    .where('pilotId', '=', pilotId)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return found?.state ?? null
}
