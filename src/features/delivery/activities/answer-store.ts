import type { Tx } from '../../../platform/database/connect.ts'
import type { Answers } from '../../../policy/records/answers.ts'

/** Every revision of the answers at an activity, the newest first, each with who wrote it. */
export function answersOf(tx: Tx, activityId: string) {
  return tx
    .selectFrom('activityAnswers as n')
    .innerJoin('accounts as c', 'c.id', 'n.writtenBy')
    .select(['n.rated5', 'n.rated4', 'n.rated3', 'n.rated2', 'n.rated1', 'n.revision', 'n.countsFrom'])
    .select(['n.correctionReason', 'n.writtenAt', 'n.writtenBy as writerId', 'c.name as writtenBy'])
    .where('n.activityId', '=', activityId)
    .orderBy('n.revision', 'desc')
    .execute()
}

export type StoredAnswers = Awaited<ReturnType<typeof answersOf>>[number]

type NewAnswers = Answers & {
  activityId: string
  revision: number
  countsFrom: string
  correctionReason: string
  writtenBy: string
  writtenAt: Date
  scope: string
}

export async function insertAnswers(tx: Tx, answers: NewAnswers): Promise<void> {
  await tx.insertInto('activityAnswers').values(answers).execute()
}
