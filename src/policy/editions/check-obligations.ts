import { bureauOf, isPost, permits, posts, seatNames, seatOf, type UnitKind } from '../people/roles.ts'
import type { Edition } from './edition.ts'
import { type Check, isEveryYear, isUnique, isWhole } from './edition-problem.ts'
import type { ObligationId, ObligationRule, Owner } from './edition-rules.ts'

/** Kinds of unit that the makers of an obligation sit in. */
const owners: Readonly<Record<Owner, readonly UnitKind[]>> = {
  pilot: ['park'],
  county: ['county', 'zone'],
  province: ['province'],
}

/** Those that return with every period; everything else is owed once, or when it happens. */
const recurring: readonly ObligationId[] = ['target-table', 'half-year-summary']

/** Without these the main job has no way through: a plan, its table, and the one door by which a locked plan changes (G5.5). */
const needed: readonly ObligationId[] = ['plan', 'target-table', 'major-matter']

/** Which of two comes first where both are owed; on the same day is early enough. */
const inOrder: readonly (readonly [before: ObligationId, after: ObligationId])[] = [
  ['plan', 'disbursement-plan'],
  ['disbursement-plan', 'mid-term-evaluation'],
  ['plan', 'final-evaluation'],
  ['mid-term-evaluation', 'final-evaluation'],
]

/** Every obligation alone, then their days against each other and against the period. */
export function checkObligations(edition: Edition, check: Check): void {
  const { obligations } = edition
  const ids = obligations.map((row) => row.id)
  check(isUnique(ids), 'obligations', 'id', '有一项义务出现两次', 'an obligation stands twice')
  for (const id of needed) {
    check(ids.includes(id), 'obligations', id, `缺少 ${id}，主流程走不通`, `${id} is missing, and the job needs it`)
  }
  for (const row of obligations) {
    const at = `obligations.${row.id}`
    checkPeople(row, at, check)
    checkDue(edition, row, at, check)
    const { remind, locksAfterDays } = row
    const soundDays = remind.every((days) => isWhole(days, 1)) && isUnique(remind)
    check(soundDays, at, 'remind', '提醒天数应为互不相同的正整数', 'reminder days are whole, positive and differ')
    const soundLock = locksAfterDays === null || isWhole(locksAfterDays, 0)
    check(soundLock, at, 'locksAfterDays', '锁定天数应为非负整数', 'days until the lock are whole and not negative')
    checkJoining(row, at, check)
    const mayLock = row.due.by !== 'at-once' || locksAfterDays === null
    check(
      mayLock,
      at,
      'locksAfterDays',
      '随时发生的事项不能锁定',
      'what just happens never locks: no exception could open it',
    )
  }
  checkOrder(edition, check)
}

function checkPeople(row: ObligationRule, at: string, check: Check): void {
  const { by, opinions, records } = row
  check(by.length > 0, at, 'by', '没有编制人', 'nobody prepares it')
  for (const post of [...by, ...records]) {
    const field = by.includes(post) ? 'by' : 'records'
    check(isPost(post), at, field, `没有“${post}”这一岗位`, `there is no post ${post}`)
  }
  for (const post of by.filter(isPost)) {
    const kinds: readonly UnitKind[] = posts[post].unitKinds
    const sits = kinds.some((kind) => owners[row.of].includes(kind))
    check(sits, at, 'by', `“${post}”不在承担该义务的单位任职`, `${post} does not sit where ${row.of} owes it`)
  }
  check(
    opinions.length > 0,
    at,
    'opinions',
    '无人审核，提交后无路可走',
    'nobody gives an opinion: submitted, it goes no way',
  )
  check(isUnique(opinions), at, 'opinions', '同一席位审核两次', 'a seat gives its opinion twice')
  const own = by.filter(isPost).map((post) => seatOf(posts[post].unitKinds[0], bureauOf(post)))
  for (const seat of opinions) {
    check(Object.hasOwn(seatNames, seat), at, 'opinions', `没有“${seat}”这一席位`, `there is no seat ${seat}`)
    check(!own.includes(seat), at, 'opinions', `编制席位 ${seat} 审核自己的材料`, `${seat} judges what it made itself`)
  }
  for (const seat of row.signed ?? [])
    check(opinions.includes(seat), at, 'signed', `${seat} 不在审核席位中`, `${seat} signs, but gives no opinion`)
  for (const post of records.filter(isPost))
    check(
      permits(post, 'filing.record'),
      at,
      'records',
      `“${posts[post].zh}”无备案权限`,
      `${post} may not record filings`,
    )
  const makes = records.filter((post) => by.includes(post))
  check(makes.length === 0, at, 'records', '编制人不能自行备案', 'its maker records it')
}

function checkDue({ returns, period }: Edition, { id, due, passOn }: ObligationRule, at: string, check: Check): void {
  const field = 'due'
  const noDay = (day: string) => [`${day} 不是每年都有的日期`, `${day} is no day of every year`] as const
  switch (due.by) {
    case 'date': {
      check(isEveryYear(due.monthDay), at, field, ...noDay(due.monthDay))
      const near = isWhole(due.year, 0) && due.year <= period.to.year + 2
      check(near, at, field, `第 ${due.year} 年远在实施期之外`, `year ${due.year} is far from the period`)
      break
    }
    case 'after-half-year':
      for (const day of [due.firstHalf, due.secondHalf]) check(isEveryYear(day), at, field, ...noDay(day))
      check(due.firstHalf > '06-30', at, field, '上半年未结束即到期', 'due before the first half-year ends')
      check(
        due.secondHalf <= due.firstHalf,
        at,
        field,
        '下半年晚于次年上半年到期',
        'the second half is due after the next first',
      )
      break
    case 'after-period':
      check(isWhole(due.days, 0), at, field, '本期未结束即到期', 'due before its period ends')
      break
    case 'at-once':
      check(isWhole(due.hours, 1), at, field, '时限至少一小时', 'the limit is at least one hour')
      check(
        passOn === undefined || isWhole(passOn.workingDays, 1),
        at,
        'passOn',
        '上报时限至少一个工作日',
        'passed on within a working day at least',
      )
  }
  const returnsEachPeriod = due.by === 'after-period' || due.by === 'after-half-year'
  const fits = returnsEachPeriod === recurring.includes(id) && (due.by === 'at-once') === (id === 'major-matter')
  check(fits, at, field, '到期方式与该义务的频次不符', 'is not how often this one is owed')
  if (id !== 'target-table') return
  const sameCadence = due.by !== 'after-half-year' || returns.cadence === 'half-year'
  check(sameCadence, at, field, '按半年到期，却不按半年填报', 'falls due by half-years, but is not filed by half-years')
}

function checkJoining({ due, joining }: ObligationRule, at: string, check: Check): void {
  if (!joining) return
  const once = 'withinDays' in joining
  const fits = due.by !== 'at-once' && once === (due.by === 'date')
  check(
    fits,
    at,
    'joining',
    '中途列入的规则与该义务的频次不符',
    'does not say how who joins later begins with this one',
  )
  const soundDays = !once || isWhole(joining.withinDays, 1)
  check(soundDays, at, 'joining', '列入后的天数应为正整数', 'days after the admission are whole and positive')
}

function checkOrder({ obligations, period }: Edition, check: Check): void {
  const dayOf = (id: ObligationId) => {
    const due = obligations.find((row) => row.id === id)?.due
    return due?.by === 'date' ? `${2026 + due.year}-${due.monthDay}` : null
  }
  for (const [before, after] of inOrder) {
    const [first, second] = [dayOf(before), dayOf(after)]
    const sound = first === null || second === null || first <= second
    check(sound, `obligations.${after}`, 'due', `早于它所依据的 ${before}`, `is due before ${before}, which it needs`)
  }
  const end = `${2026 + period.to.year}-${period.to.monthDay}`
  const [plan, last] = [dayOf('plan'), dayOf('final-evaluation')]
  check(plan === null || plan < end, 'obligations.plan', 'due', '实施期已结束', 'is due after the period')
  const after = last === null || last > end
  check(after, 'obligations.final-evaluation', 'due', '实施期尚未结束', 'is due before the period ends')
}
