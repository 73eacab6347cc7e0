import type { Facts, Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, owes } from '../editions/edition.ts'
import type { TrancheCondition, TrancheRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { both, type RefusalCode, refusalText, refuse } from '../guide/refuse.ts'
import { bureauNames } from '../people/roles.ts'
import { mechanismReady, servicesUnderWay, type TrancheFacts } from './tranche-facts.ts'
import { bureaus, type Judgment, type Judgments } from './tranche-judgments.ts'

/** One thing that is still missing, in words. `condition`: the one it belongs to; null when nothing is left, or for a warning. */
export type Missing = {
  readonly condition: TrancheCondition | null
  readonly code: RefusalCode
  readonly clause: Clause
  readonly facts: Facts
  readonly text: Text
}

export function missing(
  condition: TrancheCondition | null,
  code: RefusalCode,
  clause: Clause,
  facts: Facts = {},
): Missing {
  return { condition, code, clause, facts, text: refusalText({ code, facts }) }
}

/** Whether a condition closes the gate to the recommendation; the others hold the payment alone. */
export function closesRecommendation(condition: TrancheCondition): boolean {
  return condition !== 'notice-over'
}

/** What stands between the facts and a condition of the edition; empty when it is met (G4.2, G5.3). */
export function unmet(
  edition: Edition,
  rule: TrancheRule,
  { condition, clause }: { readonly condition: TrancheCondition; readonly clause: Clause },
  facts: TrancheFacts,
): Missing[] {
  const say = (code: RefusalCode, values: Facts = {}) => [missing(condition, code, clause, values)]
  switch (condition) {
    case 'plan-approved':
      return facts.planApproved ? [] : say('funds.plan-not-approved')
    case 'previous-received':
      return facts.previousReceived ? [] : say('funds.previous-not-received')
    case 'mechanism-ready':
      return mechanismReady(facts.mechanism) ? [] : say('funds.mechanism-not-ready')
    case 'enterprises-diagnosed': {
      const { done, all } = facts.enterprisesDiagnosed
      return all > 0 && done >= all ? [] : say('funds.enterprises-not-diagnosed', { done, all })
    }
    case 'services-under-way':
      return servicesUnderWay(facts.services) > 0 ? [] : say('funds.no-service-under-way')
    case 'judged-under-way':
      return unjudged(clause, facts.judgments)
    case 'evaluation-done':
      return unevaluated(edition, clause, facts)
    case 'notice-over': {
      const { notice } = facts
      if (!notice) return say('funds.notice-missing', { days: rule.notice?.workingDays ?? 0 })
      if (notice.over || notice.untilOn === null) return []
      if (notice.daysLeft === 0) return say('funds.notice-last-day', { until: notice.untilOn })
      return say('funds.notice-running', { until: notice.untilOn, left: notice.daysLeft })
    }
  }
}

/** An objection that nobody has answered holds the payment, whatever the edition says about the countdown, and whether or not its notice stands (G4.2). */
export function openObjections(rule: TrancheRule, { openObjections: count }: TrancheFacts): Missing[] {
  return count > 0 && rule.notice ? [missing('notice-over', 'funds.objection-open', rule.notice.clause, { count })] : []
}

/** The bureaus whose word is still missing. */
export function silentBureaus(judgments: Judgments) {
  return bureaus.filter((bureau) => judgments[bureau] === null)
}

function unjudged(clause: Clause, judgments: Judgments): Missing[] {
  const noes = bureaus.flatMap((bureau): Judgment[] => {
    const judgment = judgments[bureau]
    return judgment && !judgment.underWay ? [judgment] : []
  })
  if (noes.length > 0) {
    return noes.map(({ bureau, reason }) =>
      missing('judged-under-way', 'funds.judged-not-under-way', clause, {
        ...both('bureau', bureauNames[bureau]),
        reason: reason.replace(/[。．.；;！!]+$/u, ''),
      }),
    )
  }
  const silent = silentBureaus(judgments)
  if (silent.length === 0) return []
  const names = {
    zh: silent.map((bureau) => bureauNames[bureau].zh).join('、'),
    en: silent.map((bureau) => bureauNames[bureau].en.toLowerCase()).join(' and the '),
  }
  return [missing('judged-under-way', 'funds.not-judged', clause, both('bureaus', names))]
}

function unevaluated(edition: Edition, clause: Clause, { evaluation }: TrancheFacts): Missing[] {
  const name = owes(edition, 'mid-term-evaluation') ? { zh: '中期', en: 'mid-term' } : { zh: '总体', en: 'overall' }
  const say = (code: RefusalCode, facts: Facts = {}) => [
    missing('evaluation-done', code, clause, { ...both('evaluation', name), ...facts }),
  ]
  const grade = edition.grades.find((row) => row.grade === evaluation?.grade)
  if (!evaluation || !grade) return say('funds.no-evaluation')
  if (grade.releasePercent.max === 0) return say('funds.grade-closes', both('grade', grade))
  if (grade.afterRectification && !evaluation.rectified) return say('funds.not-rectified', both('grade', grade))
  return []
}

/** A gap as the refusal it stands for. */
export function asRefusal({ code, clause, facts }: Missing): Refusal {
  return refuse(code, clause, facts)
}

/** Gaps in one breath, each with its clause. */
export function listedGaps(lacking: readonly Missing[]): Text {
  const zh = lacking.map(({ text, clause }) => `${text.zh.replace(/。$/, '')}（${clause}）`).join('；')
  const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
  const en = lacking.map(({ text, clause }) => `${inside(text.en)} (${clause})`).join('; ')
  return { zh, en }
}
