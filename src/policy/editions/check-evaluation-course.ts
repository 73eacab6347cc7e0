import { bureauNames } from '../people/roles.ts'
import type { Edition } from './edition.ts'
import { type Check, isUnique, isWhole } from './edition-problem.ts'
import type { EvaluationObligation } from './evaluation-rules.ts'
import { measureKindList } from './rule-terms.ts'

export const evaluations: readonly EvaluationObligation[] = ['mid-term-evaluation', 'final-evaluation']

/** How an evaluation runs: a day at least for each step, no more years than the period has, and a county heard where there is one to hear. */
export function checkCourse(edition: Edition, check: Check): void {
  const { obligations } = edition
  const { selfDays, objectionDays, fullYears } = edition.evaluationCourse
  const days = isWhole(selfDays, 1) && isWhole(objectionDays, 1)
  check(days, 'evaluationCourse', 'days', '自评和异议各须至少一个工作日', 'a day at least for each step')
  const { from, to } = edition.period
  const years = to.year - from.year + (to.monthDay < from.monthDay ? 0 : 1)
  const inside = evaluations.every((id) => isWhole(fullYears[id], 1) && fullYears[id] <= years)
  const owed = evaluations.some((id) => obligations.some((row) => row.id === id))
  check(!owed || inside, 'evaluationCourse', 'fullYears', '满年数超出实施期', 'more years than the period has')
  for (const id of evaluations) checkCountyOpinion(edition, id, check)
  checkPublication(edition, check)
}

/** What is published stands for a day at least, and tells of measures that exist. */
function checkPublication({ evaluationCourse: { publication } }: Edition, check: Check): void {
  if (!publication) return
  const [at, field] = ['evaluationCourse', 'publication'] as const
  const { workingDays, measures } = publication
  check(isWhole(workingDays, 1), at, field, '公示须至少一个工作日', 'a day at least for a publication')
  const sound = isUnique(measures) && measures.every((one) => measureKindList.includes(one))
  check(sound, at, field, '应为互不相同的处理措施', 'measures that exist, each once')
}

/** Only where the province evaluates is there a county to be heard; who is heard has a day at least. */
function checkCountyOpinion({ evaluationCourse, obligations }: Edition, id: EvaluationObligation, check: Check): void {
  const rule = evaluationCourse.countyOpinion[id]
  if (!rule) return
  const [at, field] = ['evaluationCourse', 'countyOpinion'] as const
  const own = obligations.some((row) => row.id === id && row.of !== 'province')
  check(!own, at, field, '县级自己组织的评价不另听取县级意见', 'a county gives no opinion on its own evaluation')
  const { bureaus, days } = rule
  const sound = bureaus.length > 0 && isUnique(bureaus) && bureaus.every((one) => Object.hasOwn(bureauNames, one))
  check(sound, at, field, '应为互不相同的部门', 'bureaus that exist, each once')
  check(isWhole(days, 1), at, field, '出具意见须至少一个工作日', 'a day at least to give an opinion')
}
