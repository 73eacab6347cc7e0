import type { Refusal } from '../../shared/refusal.ts'
import { listed } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { type Bureau, seatNames } from '../people/roles.ts'
import { type Evaluation, nextEvaluationState } from './course.ts'

type Course = Pick<Edition, 'evaluationCourse'>
const namesOf = (bureaus: readonly Bureau[]) => both('seats', listed(bureaus.map((one) => seatNames[`county-${one}`])))

/** The bureaus of the county that are heard on an evaluation before its result is told (G5.3). */
export function bureausHeard({ evaluationCourse }: Course, kind: Evaluation['kind']): readonly Bureau[] {
  return evaluationCourse.countyOpinion[kind]?.bureaus ?? []
}

/** Those of them that have not given their opinion yet. */
export function bureausMissing(edition: Course, kind: Evaluation['kind'], given: readonly Bureau[]): readonly Bureau[] {
  return bureausHeard(edition, kind).filter((one) => !given.includes(one))
}

/** Why the draft result is not told yet: a bureau of the county has not given its opinion (G5.3). */
export function whyNotHeard(missing: readonly Bureau[], clause: Clause): Refusal | null {
  return missing.length > 0 ? refuse('evaluation.county-not-heard', clause, namesOf(missing)) : null
}

/**
 * Why this person gives no opinion of the county on an evaluation (G5.3): the edition asks for none, or for others', or the result is
 * told. A later opinion of a bureau counts instead of its earlier one. `bureau`: null for whoever is not of the pilot's county.
 */
export function mayAdvise(
  evaluation: Evaluation,
  edition: Course,
  bureau: Bureau | null,
  clause: Clause,
): Refusal | null {
  const heard = bureausHeard(edition, evaluation.kind)
  if (heard.length === 0) return refuse('evaluation.opinion-not-asked', clause)
  if (bureau === null || !heard.includes(bureau)) return refuse('evaluation.opinion-of-others', clause, namesOf(heard))
  const next = nextEvaluationState(evaluation, 'advise', clause)
  return typeof next === 'string' ? null : next
}

/** Why an opinion cannot be given so: its grade is none of the edition's, or it does not say why (G5.3). */
export function checkOpinion(
  { grades }: Pick<Edition, 'grades'>,
  { grade, reason }: { readonly grade: string; readonly reason: string },
  clause: Clause,
): Refusal | null {
  return allRefusals(
    grades.some((row) => row.grade === grade) ? null : refuse('evaluation.unknown-grade', clause, {}, 'grade'),
    checkReason(reason, 'common.reason-missing', clause),
  )
}
