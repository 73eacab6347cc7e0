import type { Cadence } from '../../shared/periods.ts'
import { listed, type Text } from '../../shared/words.ts'
import { posts, seatNames } from '../people/roles.ts'
import { type Edition, owes } from './edition.ts'
import { clausesOf, type EditionRow, rowsOf, t } from './edition-row.ts'
import type { DueRule, JoiningRule, MonthDay, ObligationRule } from './edition-rules.ts'

const cadenceNames: Readonly<Record<Cadence, Text>> = {
  month: { zh: '每月', en: 'monthly' },
  quarter: { zh: '每季度', en: 'quarterly' },
  'half-year': { zh: '每半年', en: 'half-yearly' },
}
const yearNames = ['第一年', '第二年', '第三年', '第四年', '第五年']

/** 第二年4月30日 · 30 April of year 2 */
export function dayInWords(year: number, monthDay: MonthDay): Text {
  const [month = 0, day = 0] = monthDay.split('-').map(Number)
  const zh = `${yearNames[year] ?? `第${year + 1}年`}${month}月${day}日`
  return t(zh, `${day} ${months[month - 1]} of year ${year + 1}`)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Two rows for each obligation: who has it in hand, and when it is due; then the recurring table and rest days. */
export function dutyRows(edition: Edition): EditionRow[] {
  const row = rowsOf('obligations')
  const { returns, restDays } = edition
  const first = t(
    `${cadenceNames[returns.cadence].zh}一次，自${yearNames[returns.first.year] ?? ''}第 ${returns.first.no} 期起`,
    `${cadenceNames[returns.cadence].en}, from no. ${returns.first.no} of year ${returns.first.year + 1}`,
  )
  const stay = restDays.due === 'stay'
  const rest = stay
    ? t('期限不变，休息日前最后一个工作日提醒', 'the day stays; the reminder goes out on the last working day before')
    : t('顺延至下一个工作日', 'moves to the next working day')
  return [
    ...edition.obligations.flatMap((one) => [
      row(`obligations.${one.id}`, one, peopleOf(one), one),
      row(`obligations.${one.id}.due`, t(`${one.zh} · 期限`, `${one.en}: due`), whenOf(one), {
        clause: one.clause,
        source: one.dueSource,
      }),
    ]),
    ...(owes(edition, 'mid-term-evaluation') ? [] : [noMidTerm(edition)]),
    row('returns', t(`${returns.name.zh} · 频次`, `${returns.name.en}: how often`), first, returns),
    row('restDays', t('期限遇休息日', 'A due day that is a rest day'), rest, restDays),
  ]
}

function noMidTerm(edition: Edition): EditionRow {
  const cited = edition.obligations.find((one) => one.id === 'final-evaluation') ?? edition.restDays
  const name = t('中期绩效评价', 'Mid-term evaluation')
  return rowsOf('obligations')('obligations.mid-term-evaluation', name, t('不设', 'none'), cited)
}

const owners: Readonly<Record<ObligationRule['of'], Text>> = {
  pilot: { zh: '每个试点园区', en: 'each pilot park' },
  county: { zh: '每个县（市、区）', en: 'each county' },
  province: { zh: '省', en: 'the province' },
}

function peopleOf({ of, by, opinions, order, records, signed = [] }: ObligationRule): Text {
  const makers = listed(by.map((post) => posts[post]))
  const seats = listed(opinions.map((seat) => seatNames[seat]))
  const turn = opinions.length < 2 ? t('', '') : order === 'parallel' ? t('共同', ' together') : t('依次', ' in turn')
  const recorders = listed(records.map((post) => posts[post]))
  return clausesOf([
    t(`${owners[of].zh}承担，${makers.zh}编制`, `owed by ${owners[of].en}, prepared by: ${makers.en}`),
    t(`${seats.zh}${turn.zh}审核`, `opinion of: ${seats.en}${turn.en}`),
    signed.length > 0
      ? t(
          `${listed(signed.map((seat) => seatNames[seat])).zh}由经办拟定、负责人签发`,
          `prepared by an officer and signed by a leader: ${listed(signed.map((seat) => seatNames[seat])).en}`,
        )
      : null,
    records.length > 0 ? t(`${recorders.zh}备案`, `on record with: ${recorders.en}`) : null,
  ])
}

function whenOf({ due, remind, locksAfterDays, joining }: ObligationRule): Text {
  const days = remind.join('、')
  return clausesOf([
    dueInWords(due),
    remind.length > 0
      ? t(`另提前 ${days} 个工作日提醒`, `also reminded ${remind.join(', ')} working days before`)
      : null,
    locksAfterDays === null ? null : t(`逾期 ${locksAfterDays} 天后锁定`, `locked ${locksAfterDays} days after`),
    joining ? joiningInWords(joining) : null,
  ])
}

function joiningInWords(joining: JoiningRule): Text {
  const mark = joining.source === 'inferred' ? t('（推定）', ' (inferred)') : t('', '')
  if ('withinDays' in joining) {
    const { withinDays: days } = joining
    return t(
      `期限后列入的，自列入之日起 ${days} 天内${mark.zh}`,
      `for who is admitted after that day, within ${days} days of the admission${mark.en}`,
    )
  }
  return joining.firstPeriod === 'running'
    ? t(`中途列入的，自列入当期起${mark.zh}`, `for who joins later, from the period of the admission on${mark.en}`)
    : t(`中途列入的，自列入后第一个完整期起${mark.zh}`, `for who joins later, from the first whole period on${mark.en}`)
}

/** When an obligation is due, in words; programme years are counted from 1. */
export function dueInWords(due: DueRule): Text {
  switch (due.by) {
    case 'date': {
      const day = dayInWords(due.year, due.monthDay)
      return t(`${day.zh}前`, `by ${day.en}`)
    }
    case 'after-period':
      return t(`每期结束后 ${due.days} 天内`, `within ${due.days} days of the end of each period`)
    case 'after-half-year': {
      const [first, second] = [dayInWords(0, due.firstHalf), dayInWords(0, due.secondHalf)]
      const plain = (text: Text) => t(text.zh.slice(3), text.en.replace(/ of year 1$/, ''))
      const [a, b] = [plain(first), plain(second)]
      return t(
        `上半年：${a.zh}前；全年：次年${b.zh}前`,
        `first half-year by ${a.en}, the whole by ${b.en} of the next year`,
      )
    }
    case 'at-once':
      return t(`立即，不迟于 ${due.hours} 小时`, `at once, within ${due.hours} hours`)
  }
}
