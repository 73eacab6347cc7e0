import type { Tx } from '../../../platform/database/connect.ts'
import type { PracticeSort } from '../../../policy/services/practice.ts'

type NewPractice = {
  id: string
  pilotId: string
  sort: PracticeSort
  title: string
  writtenOn: string
  fileId: string
  fileHash: string
  submittedBy: string
  submittedAt: Date
  scope: string
}

export async function insertPractice(tx: Tx, practice: NewPractice): Promise<void> {
  await tx.insertInto('practices').values(practice).execute()
}

/** Whether this document was handed in already and not sent back, as far as the reader's unit sees. */
export async function isKnown(tx: Tx, fileHash: string): Promise<boolean> {
  const found = await tx
    .selectFrom('practices')
    .select('id')
    .where('fileHash', '=', fileHash)
    .where('state', '<>', 'returned')
    .executeTakeFirst()
  return found !== undefined
}

/** Whoever decides on a document waits here for whoever came before. */
export function lockPractice(tx: Tx, id: string) {
  return tx.selectFrom('practices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

type Decision =
  | { state: 'adopted'; adoptedOn: string; adoptionNo: string }
  | { state: 'returned'; returnReason: string }

export async function decide(tx: Tx, id: string, decision: Decision, by: string, at: Date): Promise<void> {
  await tx
    .updateTable('practices')
    .set({ ...decision, decidedBy: by, decidedAt: at })
    .where('id', '=', id)
    .execute()
}
