import type { Actor } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import type { EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import { mayWrite } from '../../../policy/filings/filing-posts.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import type { CourseFiling } from '../course/public.ts'
import type { Duty } from '../owed/public.ts'

/** Which evaluation a filing reports. @throws HttpError 404 where it reports none */
export function evaluationOf({ row }: Pick<CourseFiling, 'row'>): EvaluationObligation {
  const { kind } = row
  if (kind === 'mid-term-evaluation' || kind === 'final-evaluation') return kind
  throw notFound({ zh: '评价报告', en: 'report of evaluations' })
}

/** Why this person does not publish the results: not of the office that files the report (G5.3). */
export function whyNotPublisher({ rule, unit }: Pick<Duty, 'rule' | 'unit'>, { post, unitId }: Actor): Refusal | null {
  return mayWrite(rule, { post, ofOwner: unitId === unit.id })
}
