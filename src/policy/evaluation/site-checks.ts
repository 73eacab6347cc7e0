import { type Day, isDay } from '../../shared/dates.ts'
import { isRefusal, type Refusal, refieldRefusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { EvaluationForm } from '../editions/evaluation-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason, checkReasonIfGiven } from '../guide/reasons.ts'
import { allRefusals, refuse, refuseDay } from '../guide/refuse.ts'
import { type Post, postList, posts } from '../people/roles.ts'
import { itemOf } from './columns.ts'
import { type Evaluation, isSettled, nextEvaluationState } from './course.ts'

/** What was found of an item on site. */
export const checkVerdicts = {
  seen: { zh: '属实', en: 'as stated' },
  missing: { zh: '未见', en: 'not there' },
  doubtful: { zh: '存疑', en: 'doubtful' },
} as const satisfies Record<string, Text>
export type CheckVerdict = keyof typeof checkVerdicts
export const checkVerdictList = Object.keys(checkVerdicts) as [CheckVerdict, ...CheckVerdict[]]

/** What the form of a check asks. */
export const siteCheckFields = {
  posts: { zh: '参加核查的岗位', en: 'Posts on site' },
  findings: { zh: '核查项目', en: 'Items checked' },
  item: { zh: '项目', en: 'item' },
  verdict: { zh: '核查情况', en: 'what was found' },
  remark: { zh: '所见情况', en: 'what was seen' },
  fileIds: { zh: '照片和材料', en: 'Photographs and papers' },
} as const satisfies Record<string, Text>

/** The posts of the authority that holds an evaluation: those who may have been on site. */
export function postsOnSite(of: 'county' | 'province'): Post[] {
  return postList.filter((post) => {
    const { bureau, unitKinds }: { bureau: string | null; unitKinds: readonly string[] } = posts[post]
    return post === 'expert' || (bureau !== null && unitKinds.includes(of))
  })
}

/** Why no check on site belongs to an evaluation any more: its result is settled, or in a report (G5.3). */
export function mayCheckOnSite(evaluation: Evaluation, today: Day, clause: Clause): Refusal | null {
  const next = nextEvaluationState(evaluation, 'check', clause)
  if (isRefusal(next)) return next
  return isSettled(evaluation, today) ? refuse('evaluation.check-after-result', clause) : null
}

/** A check on site: on which day, by which posts, and what was found of which items. */
export type SiteCheck = {
  readonly on: Day
  readonly posts: readonly Post[]
  readonly findings: readonly { readonly item: string; readonly verdict: CheckVerdict; readonly remark: string }[]
}

/**
 * Why a check cannot be recorded so (G5.3): its day lies before the evaluation was opened or is to come, nobody of the authority was
 * there, nothing was found, an item is not of the form or is named twice, or what is missing or in doubt is not told.
 */
export function checkOnSite(
  { on, posts: there, findings }: SiteCheck,
  given: {
    readonly form: EvaluationForm
    readonly of: 'county' | 'province'
    readonly openedOn: Day
    readonly today: Day
    readonly clause: Clause
  },
): Refusal | null {
  const { form, of, openedOn, today, clause } = given
  const allowed = postsOnSite(of)
  return allRefusals(
    checkDay(on, openedOn, today, clause),
    there.length === 0 ? refuse('evaluation.check-without-posts', clause, {}, 'posts') : null,
    there.every((post) => allowed.includes(post)) ? null : refuse('evaluation.check-by-others', clause, {}, 'posts'),
    findings.length === 0 ? refuse('evaluation.check-without-findings', clause, {}, 'findings') : null,
    ...findings.flatMap(({ item, verdict, remark }, at) => {
      const found = itemOf(form, item, clause)
      const field = `findings.${at}`
      const words = { field: `${field}.remark` }
      return [
        isRefusal(found) ? refieldRefusal(found, () => `${field}.item`) : null,
        findings.findIndex((one) => one.item === item) < at
          ? refuse('evaluation.check-names-item-twice', clause, {}, `${field}.item`)
          : null,
        verdict === 'seen'
          ? checkReasonIfGiven(remark, clause, words)
          : checkReason(remark, 'evaluation.check-without-words', clause, words),
      ]
    }),
  )
}

function checkDay(on: Day, openedOn: Day, today: Day, clause: Clause): Refusal | null {
  if (!isDay(on)) return refuseDay(on, clause, 'on')
  if (on > today) return refuse('common.day-in-future', clause, { day: on, today }, 'on')
  return on < openedOn ? refuse('evaluation.check-before-opening', clause, { on, opened: openedOn }, 'on') : null
}
