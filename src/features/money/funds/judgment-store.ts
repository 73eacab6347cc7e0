import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { Judgment, Judgments } from '../../../policy/money/tranche-judgments.ts'
import { noJudgments } from '../../../policy/money/tranche-judgments.ts'
import { isAmong, type WhichTranches } from '../notices/public.ts'

/** The word of a bureau that stands, with when it was given. */
export type JudgmentRow = Judgment & { readonly trancheId: string; readonly givenAt: Date }

/** The last word of each bureau on these tranches, of those before `until` if that is given. */
export async function standingJudgments(
  tx: Tx,
  tranches: WhichTranches,
  until: Date | null = null,
): Promise<JudgmentRow[]> {
  if (tranches.length === 0) return []
  const rows = await tx
    .selectFrom('trancheJudgments')
    .distinctOn(['trancheId', 'bureau'])
    .select(['trancheId', 'bureau', 'underWay', 'reason', 'givenBy as by', 'preparedBy', 'givenAt'])
    .where(isAmong(sql.ref('trancheId'), tranches) as RawBuilder<SqlBool>)
    .$if(until !== null, (words) => words.where('givenAt', '<', until ?? new Date(0)))
    .orderBy('trancheId')
    .orderBy('bureau')
    .orderBy('givenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows
}

/** Every word on these tranches that a later one of its bureau replaced, the oldest first. */
export async function earlierJudgments(tx: Tx, trancheIds: readonly string[]): Promise<JudgmentRow[]> {
  if (trancheIds.length === 0) return []
  const rows = await tx
    .selectFrom('trancheJudgments')
    .select(['id', 'trancheId', 'bureau', 'underWay', 'reason', 'givenBy as by', 'preparedBy', 'givenAt'])
    .where('trancheId', 'in', [...trancheIds])
    .orderBy('givenAt')
    .orderBy('id')
    .execute()
  return rows.filter(
    (row, at) => rows.findLastIndex((one) => one.trancheId === row.trancheId && one.bureau === row.bureau) > at,
  )
}

/** The words on one tranche, by bureau, as the rules read them. */
export function asJudgments(rows: readonly JudgmentRow[], trancheId: string | undefined): Judgments {
  const of = (bureau: Judgment['bureau']) => rows.find((row) => row.trancheId === trancheId && row.bureau === bureau)
  return { ...noJudgments, economy: of('economy') ?? null, finance: of('finance') ?? null }
}

export async function insertJudgment(
  tx: Tx,
  judgment: Judgment & { id: string; trancheId: string; seen: unknown; givenAt: Date; scope: string },
): Promise<void> {
  const { by, seen, ...row } = judgment
  await tx
    .insertInto('trancheJudgments')
    .values({ ...row, givenBy: by, seen: json(seen) })
    .execute()
}
