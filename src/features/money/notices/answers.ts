import type { Insertable } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import type { NoticeAnswerCorrections } from '../../../platform/database/types.ts'
import { hiddenWordings, inForce, shownWordings, type Wording } from '../../../policy/money/answer-correction.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import type * as contract from './answer-contract.ts'

/** One wording of an answer, with who wrote it when; `reason`: why it took the place of the former, empty for the first. */
type Written = Wording & { readonly byName: string; readonly at: Date; readonly reason: string }

export type Answer = { readonly bureau: Bureau; readonly wordings: readonly [Written, ...Written[]] }

/** The answers to the objections of a notice by their numbers, each with all its wordings. */
export async function answersOn(tx: Tx, noticeId: string): Promise<ReadonlyMap<number, Answer>> {
  const first = await tx
    .selectFrom('noticeAnswers as a')
    .innerJoin('noticeObjections as o', 'o.id', 'a.objectionId')
    .innerJoin('accounts as c', 'c.id', 'a.answeredBy')
    .select(['o.no', 'a.content', 'a.withheld', 'a.bureau', 'a.answeredAt as at', 'c.name as byName'])
    .where('o.noticeId', '=', noticeId)
    .execute()
  const later = await tx
    .selectFrom('noticeAnswerCorrections as k')
    .innerJoin('noticeObjections as o', 'o.id', 'k.objectionId')
    .innerJoin('accounts as c', 'c.id', 'k.correctedBy')
    .select(['o.no', 'k.content', 'k.withheld', 'k.hidesFormer', 'k.reason', 'k.correctedAt as at', 'c.name as byName'])
    .where('o.noticeId', '=', noticeId)
    .orderBy('k.no')
    .execute()
  return new Map(
    first.map(({ no, bureau, ...said }) => {
      const corrections = later.filter((one) => one.no === no).map(({ no: _, ...wording }) => wording)
      return [no, { bureau, wordings: [{ ...said, hidesFormer: false, reason: '' }, ...corrections] }]
    }),
  )
}

export async function insertCorrection(tx: Tx, row: Insertable<NoticeAnswerCorrections>): Promise<void> {
  await tx.insertInto('noticeAnswerCorrections').values(row).execute()
}

function standing({ bureau, wordings }: Answer) {
  return { content: inForce(wordings).content, bureau, answeredOn: dayOf(wordings[0].at) }
}

/** What everybody reads of an answer; `withheld`: whether its objection's own words are kept back. */
export function publicAnswer(answer: Answer): { withheld: boolean; answer: z.input<typeof contract.publicAnswer> } {
  const { wordings } = answer
  const last = inForce(wordings)
  return {
    withheld: last.withheld,
    answer: {
      ...standing(answer),
      correctedOn: wordings.length > 1 ? dayOf(last.at) : null,
      former: shownWordings(wordings).map(({ former: { content }, next: { at, reason } }) => ({
        content,
        correctedOn: dayOf(at),
        reason,
      })),
      hidesFormer: hiddenWordings(wordings).length > 0,
    },
  }
}

/** What the authorities read of it: who wrote each wording, and why it was corrected. */
export function answerForBureaus(answer: Answer): z.input<typeof contract.answerForBureaus> {
  const { wordings } = answer
  const hidden = hiddenWordings(wordings)
  const corrections = wordings.flatMap(({ at, byName, reason, withheld }, no) => {
    const former = wordings[no - 1]
    if (!former) return []
    const kept = { before: former.withheld, since: withheld }
    const isHidden = hidden.includes(former)
    return [{ no, correctedOn: dayOf(at), byName, reason, former: former.content, isHidden, withheld: kept }]
  })
  return {
    ...standing(answer),
    withheld: inForce(wordings).withheld,
    byName: wordings[0].byName,
    corrections: corrections.reverse(),
  }
}
