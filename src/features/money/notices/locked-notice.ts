import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import type { NoticeRule } from '../../../policy/editions/edition-rules.ts'
import { lockNotice, type NoticeRow } from './store.ts'

export const noSuchNotice = notFound({ zh: '公示', en: 'notice' })

/**
 * A notice about to take a step, and the rule it was published under.
 * @throws HttpError 404 outside the reader's scope.
 */
export async function lockedNotice(tx: Tx, id: string): Promise<{ notice: NoticeRow; rule: NoticeRule }> {
  const notice = await lockNotice(tx, id)
  if (!notice) throw noSuchNotice
  return { notice, rule: await noticeRuleOf(tx, notice) }
}

/** What the pilot's edition says about the notice of this tranche. */
export async function noticeRuleOf(tx: Tx, notice: Pick<NoticeRow, 'id' | 'trancheId'>): Promise<NoticeRule> {
  const { edition, no } = await tx
    .selectFrom('tranches as t')
    .innerJoin('pilots as p', 'p.id', 't.pilotId')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select(['b.edition', 't.no'])
    .where('t.id', '=', notice.trancheId)
    .executeTakeFirstOrThrow()
  const rule = editionOf(edition).tranches.find((row) => row.no === no)?.notice
  if (!rule) throw new Error(`notice ${notice.id} stands where the edition knows none`)
  return rule
}
