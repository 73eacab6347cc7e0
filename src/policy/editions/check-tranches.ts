import { bureauOf, isPost, seatOf } from '../people/roles.ts'
import { seatsOfAct } from '../people/signed-acts.ts'
import type { Edition } from './edition.ts'
import { type Check, isUnique, isWhole } from './edition-problem.ts'
import type { ObligationId, TrancheCondition, TrancheRule } from './edition-rules.ts'

/** The obligations of which one must exist, or nothing could ever meet the condition. */
const meets: Readonly<Partial<Record<TrancheCondition, readonly ObligationId[]>>> = {
  'plan-approved': ['plan'],
  'mechanism-ready': ['liaison-list'],
  'enterprises-diagnosed': ['plan'],
  'services-under-way': ['plan'],
  'judged-under-way': ['plan'],
  'evaluation-done': ['mid-term-evaluation', 'final-evaluation'],
}

/** Numbers, shares and gates: together they are the award, and every gate can open. */
export function checkTranches(edition: Edition, check: Check): void {
  const { tranches } = edition
  check(tranches.length > 0, 'tranches', '', '没有一期资金', 'there is no tranche')
  let least = 0
  for (const [i, { no, share }] of tranches.entries()) {
    const at = `tranches.${no}`
    check(no === i + 1, at, 'no', '期次应从 1 起连续', 'tranches are numbered 1, 2, 3')
    const last = i === tranches.length - 1
    check(
      (share === 'rest') === last,
      at,
      'share',
      '最后一期且仅最后一期为余额',
      'the last tranche, and no other, is the rest',
    )
    if (share === 'rest') {
      check(least < 100, at, 'share', '前几期已拨完，余额恒为零', 'nothing is ever left for the rest')
      continue
    }
    const { min, max } = share
    const sound = exact(min) && exact(max) && 0 < min && min <= max && least + max <= 100
    check(sound, at, 'share', `比例 ${min}–${max}% 不成立`, `a share of ${min} to ${max} % does not work`)
    least += min
  }
  for (const row of tranches) checkGate(edition, row, check)
}

function checkGate(edition: Edition, { no, conditions, notice }: TrancheRule, check: Check): void {
  const at = `tranches.${no}`
  const named = conditions.map((row) => row.condition)
  check(isUnique(named), at, 'conditions', '同一条件出现两次', 'a condition stands twice')
  const planned = no > 1 || named.includes('plan-approved')
  check(planned, at, 'conditions', '首期须在方案通过之后', 'the first tranche waits for the plan')
  for (const condition of named) {
    const needs = meets[condition]
    const met = !needs || edition.obligations.some((row) => needs.includes(row.id))
    const why = [`${condition} 没有对应的义务，永远不会满足`, `no obligation can ever meet ${condition}`] as const
    check(met, at, 'conditions', ...why)
  }
  const first = no === 1 && named.includes('previous-received')
  check(!first, at, 'conditions', '首期之前没有上一期', 'nothing comes before the first tranche')
  const days = notice?.workingDays ?? 0
  check(isWhole(days, 0), at, 'notice', '公示天数应为非负整数', 'days of notice are whole and not negative')
  const ends = !named.includes('notice-over') || days >= 1
  check(ends, at, 'notice', '以公示期满为条件，却没有公示天数', 'waits for the end of a notice that has no days')
  const opens = !named.includes('evaluation-done') || edition.grades.some((row) => row.releasePercent.max > 0)
  check(opens, at, 'conditions', '没有任何等次可以打开它', 'no grade ever opens it')
}

/** Percent to two decimals, as money is shared out. */
function exact(percent: number): boolean {
  return Number.isFinite(percent) && Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-9
}

/** Each act once, signed by seats that do it at all; recordings by bureaus that record something. */
export function checkSignatures({ signatures = [], obligations }: Edition, check: Check): void {
  const acts = signatures.map((row) => row.act)
  check(isUnique(acts), 'signatures', 'act', '同一事项出现两次', 'an act stands twice')
  const posted = obligations.flatMap((row) => row.records.filter(isPost))
  const recorders = new Set(posted.map((post) => seatOf('province', bureauOf(post))))
  for (const { act, seats } of signatures) {
    const at = `signatures.${act}`
    check(seats.length > 0 && isUnique(seats), at, 'seats', '没有席位，或席位重复', 'has no seat, or one twice')
    for (const seat of seats) {
      const does = seatsOfAct[act]?.includes(seat) && (act !== 'recording' || recorders.has(seat))
      check(does ?? false, at, 'seats', `${seat} 不办理这一事项`, `${seat} does not do this`)
    }
  }
}

/** Grades from the best down: no gap at the bottom, and a better one never opens less. */
export function checkGrades({ grades }: Edition, check: Check): void {
  check(isUnique(grades.map((row) => row.grade)), 'grades', 'grade', '有一个等次出现两次', 'a grade stands twice')
  check(grades.at(-1)?.minPoints === 0, 'grades', 'minPoints', '最低等次应从 0 分起', 'the lowest grade begins at 0')
  for (const [i, { grade, minPoints, releasePercent }] of grades.entries()) {
    const at = `grades.${grade}`
    const better = grades[i - 1]
    const falls = minPoints <= 100 && (!better || minPoints < better.minPoints)
    check(falls, at, 'minPoints', '等次分数应由高到低', 'points are in falling order')
    const { min, max } = releasePercent
    const sound = 0 <= min && min <= max && max <= 100
    check(sound, at, 'releasePercent', `比例 ${min}–${max}% 不成立`, `a release of ${min} to ${max} % does not work`)
    const fair = !better || (max <= better.releasePercent.max && min <= better.releasePercent.min)
    check(fair, at, 'releasePercent', '等次更低反而拨得更多', 'opens more than a better grade')
  }
}
