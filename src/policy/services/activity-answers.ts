import { type Day, dayOf } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Period } from '../editions/edition.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import { type Answers, countAnswers } from '../records/answers.ts'
import { mostPeople } from './activity.ts'

const fields = ['rated5', 'rated4', 'rated3', 'rated2', 'rated1'] as const

/** What answers are held against: who came, the questionnaires on file, and what was entered before. */
export type Answered = {
  readonly people: number
  /** Scanned questionnaires, those that come with the answers included. */
  readonly papers: number
  readonly newPapers: boolean
  readonly before: Answers | null
  /** Asked for where answers were entered before. */
  readonly reason: string
}

/**
 * Why the answers of those who took part cannot be entered or corrected: each a whole number, one at least, no more than people came,
 * with the questionnaires they were counted from (G3.4); a correction with its reason, and something told otherwise.
 */
export function enterAnswers(answers: Answers, given: Answered): Refusal | null {
  const bad = fields.filter((name) => !isCount(answers[name]))
  const { all } = countAnswers(answers)
  const counts =
    bad.length > 0
      ? bad.map((name) => refuse('services.bad-answer-count', 'G3.4', { max: mostPeople }, name))
      : [
          all === 0
            ? refuse('services.no-answers', 'G3.4', {}, [...fields])
            : answersFit(all, given.people, [...fields]),
        ]
  return allRefusals(
    ...counts,
    given.papers === 0 ? refuse('services.answers-without-papers', 'G3.4', {}, 'fileIds') : null,
    ...(given.before ? checkCorrection(answers, given, given.before) : []),
  )
}

function checkCorrection(answers: Answers, { reason, newPapers }: Answered, before: Answers) {
  const same = !newPapers && fields.every((name) => answers[name] === before[name])
  return [checkReason(reason, 'common.reason-missing', 'G3.4'), same ? refuse('common.nothing-changed', 'G3.4') : null]
}

/** Nobody answers who was not there: neither more answers than people came, nor people corrected to fewer than answered (G3.4). */
export function answersFit(
  answers: number,
  people: number,
  field: string | readonly [string, ...string[]],
): Refusal | null {
  return answers > people ? refuse('services.more-answers-than-people', 'G3.4', { answers, people }, field) : null
}

const isCount = (n: number) => Number.isInteger(n) && n >= 0 && n <= mostPeople

/** Answers count from the day they were entered, those entered after the period from its last day (G3.2). */
export function answersCountFrom(now: Date, period: Period): Day {
  return [dayOf(now), period.to].sort()[0] ?? period.to
}
