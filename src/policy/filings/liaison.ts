import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import type { FormContent, FormGap, FormRow, RowsContent } from './forms.ts'

/** A row of the liaison list (annex 3, inferred columns; GA3). Days `YYYY-MM-DD`; `until` empty: until further notice. */
export type LiaisonOfficer = {
  readonly unitKind: 'economy' | 'finance' | 'park' | ''
  readonly unit: string
  readonly name: string
  readonly office: string
  readonly duty: string
  readonly phone: string
  readonly mobile: string
  readonly seat: 'A' | 'B' | ''
  readonly from: Day
  readonly until: Day | ''
  readonly remark: string
}

const bureaus: readonly (Text & { readonly kind: 'economy' | 'finance' })[] = [
  { kind: 'economy', zh: '经信部门', en: 'the economy bureau' },
  { kind: 'finance', zh: '财政部门', en: 'the finance bureau' },
]

/** The rows of a list as they stand, what is missing as empty text. */
export function officersOf(content: FormContent): LiaisonOfficer[] {
  return rowsOf(content.officers).map(officerOf)
}

function rowsOf(part: FormContent[string] | undefined): readonly FormRow[] {
  return (part as RowsContent | undefined)?.rows ?? []
}

function officerOf(row: FormRow): LiaisonOfficer {
  const text = (id: string) => String(row[id] ?? '').trim()
  return {
    unitKind: text('unitKind') as LiaisonOfficer['unitKind'],
    unit: text('unit'),
    name: text('name'),
    office: text('office'),
    duty: text('duty'),
    phone: text('phone'),
    mobile: text('mobile'),
    seat: text('seat') as LiaisonOfficer['seat'],
    from: text('from'),
    until: text('until'),
    remark: text('remark'),
  }
}

/** Whether somebody is a liaison officer on a day. */
export function servesOn({ from, until }: Pick<LiaisonOfficer, 'from' | 'until'>, day: Day): boolean {
  return from <= day && (until === '' || day <= until)
}

function overlap(one: LiaisonOfficer, other: LiaisonOfficer): boolean {
  if (!isWritten(one.from) || !isWritten(other.from)) return false
  return (one.until === '' || other.from <= one.until) && (other.until === '' || one.from <= other.until)
}

/** The same person: one name and one of the numbers, however they are written. */
function isSame(one: LiaisonOfficer, other: LiaisonOfficer): boolean {
  if (one.name === '' || plain(one.name) !== plain(other.name)) return false
  const numbers = [one.phone, one.mobile].map(digits).filter((number) => number !== '')
  return numbers.some((number) => [other.phone, other.mobile].map(digits).includes(number))
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')
const digits = (text: string) => text.normalize('NFKC').replace(/\D/gu, '')

/** Why rows of a list cannot even be saved: an end before its beginning, or one person at two posts at the same time (G5.1). */
export function admitsOfficers(part: FormContent[string], clause: Clause): Refusal | null {
  const officers = rowsOf(part).map(officerOf)
  const wrong = officers.flatMap((one, i) => {
    const field = `content.rows.${i}`
    const { from, until, name } = one
    const isTurned = isWritten(from) && isWritten(until) && until < from
    const twin = officers.findIndex((other, at) => at < i && isSame(one, other) && overlap(one, other))
    return [
      isTurned ? refuse('liaison.until-before-from', clause, { row: i + 1, from, until }, `${field}.until`) : null,
      twin < 0 ? null : refuse('liaison.two-posts', clause, { name, first: twin + 1, second: i + 1 }, `${field}.name`),
    ]
  })
  return allRefusals(...wrong)
}

/** Written as a day, so that it stands before or after others, whether or not the calendar has it. */
function isWritten(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day)
}

/**
 * What a county's list lacks (G5.1): of both bureaus one first officer and a deputy, a first officer of each pilot park; nobody
 * twice in a seat at a time, no park that is no pilot of this county, numbers that can be called.
 */
export function liaisonGaps(content: FormContent, parkNames: readonly string[]): FormGap[] {
  const officers = officersOf(content)
  const gaps: FormGap[] = []
  const gap = (field: string, zh: string, en: string) =>
    gaps.push({ section: 'officers', field, severity: 'error', zh, en })
  for (const { kind, zh, en } of bureaus) {
    const own = officers.filter((one) => one.unitKind === kind)
    if (!own.some((one) => one.seat === 'A')) gap('rows', `缺少${zh} A 角。`, `A first officer of ${en} is missing.`)
    if (!own.some((one) => one.seat === 'B')) gap('rows', `缺少${zh} B 角。`, `A deputy of ${en} is missing.`)
  }
  for (const park of parkNames) {
    if (!officers.some((one) => one.unitKind === 'park' && one.unit === park && one.seat === 'A'))
      gap('rows', `缺少${park} A 角。`, `A first officer of ${park} is missing.`)
  }
  officers.forEach((one, i) => {
    const [no, at] = [i + 1, `rows.${i}`]
    if (one.unitKind === 'park' && one.unit !== '' && !parkNames.includes(one.unit))
      gap(`${at}.unit`, `第 ${no} 行：${one.unit}不是本县本批次试点园区。`, `Row ${no}: no pilot park of this county.`)
    if (one.mobile !== '' && !/^1\d{10}$/u.test(digits(one.mobile)))
      gap(`${at}.mobile`, `第 ${no} 行：手机号码应为 11 位。`, `Row ${no}: a mobile number has 11 digits.`)
    if (one.phone !== '' && !/^\d{7,14}$/u.test(digits(one.phone)))
      gap(`${at}.phone`, `第 ${no} 行：办公电话不完整。`, `Row ${no}: the office phone is incomplete.`)
    const twin = officers.findIndex((other, before) => before < i && sameSeat(one, other) && overlap(one, other))
    if (twin >= 0)
      gap(
        `${at}.seat`,
        `第 ${no} 行：与第 ${twin + 1} 行同一单位同一角色，起止日期重叠。`,
        `Row ${no}: the same unit and seat as row ${twin + 1}, at the same time.`,
      )
  })
  return gaps
}

function sameSeat(one: LiaisonOfficer, other: LiaisonOfficer): boolean {
  const unit = ({ unitKind, unit: name }: LiaisonOfficer) => (unitKind === 'park' ? name : unitKind)
  if (one.seat === '' || one.unitKind === '' || one.unitKind !== other.unitKind) return false
  return one.seat === other.seat && unit(one) === unit(other)
}

/** Somebody who took a seat over, gave it up, or is new in one. */
export type SeatChange<Officer> = { readonly before: Officer | null; readonly after: Officer | null }

type Seated = Pick<LiaisonOfficer, 'unitKind' | 'unit' | 'seat' | 'name' | 'from' | 'until'>

/** Who was replaced between two lists, seat by seat; the same person in the same seat is no change. */
export function seatChanges<Officer extends Seated>(
  before: readonly Officer[],
  after: readonly Officer[],
): SeatChange<Officer>[] {
  const keyOf = ({ unitKind, unit, seat }: Officer) => `${unitKind === 'park' ? unit : unitKind} ${seat}`
  const gone = before.filter((one) => !after.some((other) => keyOf(one) === keyOf(other) && one.name === other.name))
  const come = after.filter((one) => !before.some((other) => keyOf(one) === keyOf(other) && one.name === other.name))
  const taken = come.map((one) => {
    const at = gone.findIndex((other) => keyOf(other) === keyOf(one))
    return { before: at < 0 ? null : (gone.splice(at, 1)[0] ?? null), after: one }
  })
  return [...taken, ...gone.map((one) => ({ before: one, after: null }))]
}
