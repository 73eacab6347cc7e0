import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Edition } from '../editions/edition.ts'
import type { PublicationRule } from '../editions/evaluation-rules.ts'
import type { Grade, MeasureKind } from '../editions/rule-terms.ts'
import { type Filing, filingStateNames, isDone } from '../filings/filing.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { mayWithdraw, type Notice, type NoticeState, noticeState } from '../money/notices.ts'

/** A published report: how long it stands, and how it ended before its time. `lapsed`: its report was opened again. */
export type Publication = { readonly untilOn: Day; readonly ended: 'withdrawn' | 'lapsed' | null }

/** What was published of one pilot. Points in hundredths; grade and points null where it was not rated, with the reason as `remark`. */
export type PublishedResult = {
  readonly pilotId: string
  readonly parkName: string
  readonly countyName: string
  readonly points: number | null
  readonly grade: Grade | null
  readonly remark: string
  /** Measures in force when it was published, of the kinds that the edition names. */
  readonly measures: readonly { readonly kind: MeasureKind; readonly on: Day }[]
}

type Report = Pick<Filing, 'rule' | 'state'>

/** A notice that nobody objects to on its page, and that announces no payment. */
function asNotice({ untilOn, ended }: Publication): Notice {
  return { untilOn, ended, openObjections: 0, paid: false }
}

export function publicationState(publication: Publication, today: Day): NoticeState {
  return noticeState(asNotice(publication), today)
}

/** Why the results of a report are not published now: its edition publishes none, it is not over, or they are on display (G5.3). */
export function mayPublishResults(
  { evaluationCourse: { publication } }: Pick<Edition, 'evaluationCourse'>,
  { report, standing }: { readonly report: Report; readonly standing: boolean },
): Refusal | null {
  const { rule, state } = report
  if (!publication) return refuse('evaluation.publication-not-asked', rule.clause)
  const { clause } = publication
  if (!isDone(report)) {
    const facts = { ...both('kind', rule), ...both('state', filingStateNames[state]) }
    return refuse('evaluation.publish-after-record', clause, facts)
  }
  return standing ? refuse('evaluation.published-before', clause) : null
}

/** Results are published with the post that takes objections (G5.3). */
export function checkPublication({ clause }: Pick<PublicationRule, 'clause'>, contact: string): Refusal | null {
  return allRefusals(contact === '' ? refuse('notices.contact-missing', clause, {}, 'contact') : null)
}

/** A publication is withdrawn with a reason before it is over, as any notice is. */
export function mayWithdrawResults(
  { clause }: Pick<PublicationRule, 'clause'>,
  publication: Publication,
  today: Day,
): Refusal | null {
  return mayWithdraw({ clause }, asNotice(publication), today)
}
