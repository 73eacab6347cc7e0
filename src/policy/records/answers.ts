import type { Text } from '../../shared/words.ts'

/** What somebody who took part may answer, from very satisfied (5) to very dissatisfied (1). */
export const grades = [5, 4, 3, 2, 1] as const
type Grade = (typeof grades)[number]

/** How many valid answers gave each grade. */
export type Answers = Readonly<Record<`rated${Grade}`, number>>

/** A rating from which whoever gave it is satisfied (inferred). */
export const satisfiedFrom = 4

export const gradeFields = {
  rated5: { zh: '很满意', en: 'Very satisfied' },
  rated4: { zh: '满意', en: 'Satisfied' },
  rated3: { zh: '一般', en: 'Fair' },
  rated2: { zh: '不满意', en: 'Dissatisfied' },
  rated1: { zh: '很不满意', en: 'Very dissatisfied' },
} as const satisfies Record<keyof Answers, Text>

/** What stands beside the grades on the form. */
export const answerFields = {
  fileIds: { zh: '答卷扫描件', en: 'Scanned questionnaires' },
} as const satisfies Record<string, Text>

/** All valid answers, and those of them that are satisfied. */
export function countAnswers(answers: Answers): { readonly all: number; readonly satisfied: number } {
  const sum = (least: number) =>
    grades.reduce((total, grade) => total + (grade >= least ? answers[`rated${grade}`] : 0), 0)
  return { all: sum(1), satisfied: sum(satisfiedFrom) }
}
