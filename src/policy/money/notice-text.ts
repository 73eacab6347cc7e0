import { type Fen, formatYuan } from '../../shared/money.ts'
import { readNumber } from '../../shared/numbers.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkWords } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

/** What a notice announces beside its text, in lines that the product computes. */
export type Announced = {
  readonly amountFen: Fen
  /** Other sums of the pilot that a text may tell as well: its award, and what was paid before. */
  readonly otherFen: readonly Fen[]
  readonly parkName: string
  /** Parks that this notice is not about. */
  readonly otherParks: readonly string[]
}

/** The text of a notice says something, and nothing else than the lines beside it do: whom, how much, how long (G4.2, H10). */
export function checkNoticeText(clause: Clause, text: string, announced: Announced): Refusal | null {
  const field = 'body'
  return allRefusals(
    checkWords(text, describedFields.noticeBody, 'notices.text-missing', clause, { field }),
    otherSum(clause, text, announced, field),
    otherPark(clause, text, announced, field),
    tellsDays(text) ? refuse('notices.days-in-text', clause, {}, field) : null,
  )
}

function otherSum(clause: Clause, text: string, { amountFen, otherFen }: Announced, field: string): Refusal | null {
  const sums = sumsIn(text)
  if (sums.length === 0) return null
  const other = sums.find((fen) => fen !== amountFen && !otherFen.includes(fen))
  const wrong = other ?? (sums.includes(amountFen) ? undefined : sums[0])
  if (wrong === undefined) return null
  return refuse('notices.other-sum', clause, { found: formatYuan(wrong), sum: formatYuan(amountFen) }, field)
}

function otherPark(clause: Clause, text: string, { parkName, otherParks }: Announced, field: string): Refusal | null {
  const rest = text.replaceAll(parkName, '')
  const other = otherParks.find((name) => rest.includes(name))
  return other ? refuse('notices.other-park', clause, { found: other, park: parkName }, field) : null
}

const figure = '\\d[\\d,]*(?:\\.\\d+)?'
const sum = new RegExp(`(¥|RMB|CNY)?\\s*(${figure})\\s*(亿|万|千)?\\s*(元)?`, 'giu')
const times: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3 }

/** Every sum of money that a text tells in figures, in fen. */
export function sumsIn(text: string): Fen[] {
  return [...text.normalize('NFKC').matchAll(sum)].flatMap(([, sign, digits = '', unit = '', yuan]) => {
    if (!sign && !yuan) return []
    const read = readNumber(digits)
    return typeof read === 'string' ? [] : [Math.round(read.value * (times[unit] ?? 1) * 100)]
  })
}

const days = /\d+\s*个?(?:工作日|自然日|天|日)|\d{1,2}\s*月\s*\d{1,2}|\d{4}[-./]\d{1,2}[-./]\d{1,2}/u

/** Whether a sentence about the display tells its days: they are computed, and a list of rest days moves them. */
export function tellsDays(text: string): boolean {
  const sentences = text.normalize('NFKC').split(/[。;\n]/u)
  return sentences.some((one) => /公示(?:期|时间|日期|至|\d)|display/u.test(one) && days.test(one))
}
