import type { z } from 'zod'
import type { Period } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { checkDoubts, diagnosisDoubts } from '../../../policy/plan/diagnosis-doubts.ts'
import type { PlannedEnterprise } from '../../../policy/plan/plan.ts'
import { type Diagnosis, diagnose } from '../../../policy/services/diagnosis.ts'
import { checkDay } from '../../../policy/services/service-days.ts'
import type { Day } from '../../../shared/dates.ts'
import { isRefusal, type Refusal, refieldRefusal } from '../../../shared/refusal.ts'
import type { recordDiagnosis } from './contract.ts'

type Body = z.output<typeof recordDiagnosis.body>
type When = {
  readonly on: Day
  readonly period: Period
  readonly today: Day
  readonly enterprise: Omit<PlannedEnterprise, 'id'>
}

/** What comes of a diagnosis as it was typed, or all that is wrong with it, `more` too; the class is that of the day it was made. */
export function askDiagnosis(
  body: Body,
  { on, period, today, enterprise }: When,
  more: Refusal | null,
): Diagnosis | Refusal {
  const outcome = diagnose(body.answers, { ...body.facts, on })
  const doubts = checkDoubts(diagnosisDoubts(body.facts, enterprise), body.figuresConfirmed)
  const no = allRefusals(
    checkDay(on, { period, today, notBefore: null, field: 'diagnosedOn' }),
    isRefusal(outcome) ? refieldRefusal(outcome, inForm) : null,
    doubts && refieldRefusal(doubts, inForm),
    more,
  )
  return no ?? outcome
}

function inForm(field: string): string {
  if (field === 'on') return 'diagnosedOn'
  return field.startsWith('answers.') ? field : `facts.${field}`
}
