import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Grade } from '../../../policy/editions/rule-terms.ts'
import { type Bureau, seatNames } from '../../../policy/people/roles.ts'
import { shownFile } from '../../programme/files/public.ts'
import type { evaluationShape } from './contract.ts'
import { filesOf } from './parts-views.ts'
import type { EvaluationRow } from './store.ts'

type View = z.input<typeof evaluationShape>['countyOpinions'][number]

export type NewOpinion = {
  readonly evaluationId: string
  readonly no: number
  readonly bureau: Bureau
  readonly grade: Grade
  readonly reason: string
  readonly fileId: string | null
  readonly givenBy: string
  readonly givenAt: Date
  readonly scope: string
}

export async function insertOpinion(tx: Tx, opinion: NewOpinion): Promise<void> {
  await tx.insertInto('evaluationOpinions').values(opinion).execute()
}

/** How many opinions there are of an evaluation. */
export async function countOpinions(tx: Tx, evaluationId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('evaluationOpinions')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('evaluationId', '=', evaluationId)
    .executeTakeFirstOrThrow()
  return n
}

/** The bureaus of the county that have given their opinion. */
export async function bureausGiven(tx: Tx, evaluationId: string): Promise<Bureau[]> {
  const rows = await tx
    .selectFrom('evaluationOpinions')
    .select('bureau')
    .distinct()
    .where('evaluationId', '=', evaluationId)
    .execute()
  return rows.map(({ bureau }) => bureau)
}

/** Opinions of the county, the newest first; of each bureau the first one counts. */
export async function opinionsOf(tx: Tx, { id, pilot }: Pick<EvaluationRow, 'id' | 'pilot'>): Promise<View[]> {
  const rows = await tx
    .selectFrom('evaluationOpinions as o')
    .innerJoin('accounts as a', 'a.id', 'o.givenBy')
    .select(['o.no', 'o.bureau', 'o.grade', 'o.reason', 'o.fileId', 'o.givenAt', 'a.name as givenBy'])
    .where('o.evaluationId', '=', id)
    .orderBy('o.no', 'desc')
    .execute()
  const files = await filesOf(
    tx,
    rows.flatMap(({ fileId }) => fileId ?? []),
  )
  return rows.map(({ bureau, fileId, givenAt, grade, ...row }, at) => {
    const file = fileId ? files.get(fileId) : undefined
    const name = pilot.edition.grades.find((one) => one.grade === grade)
    return {
      ...row,
      bureau: seatNames[`county-${bureau}`],
      grade: { zh: name?.zh ?? grade, en: name?.en ?? grade },
      counts: rows.findIndex((one) => one.bureau === bureau) === at,
      file: file ? shownFile(file) : null,
      givenAt: givenAt.toISOString(),
    }
  })
}
