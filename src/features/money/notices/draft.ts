import { type Fen, formatYuan } from '../../../shared/money.ts'
import { draftWords } from './words.ts'

/** The text of a notice as it is usually written; the officer finishes it. Published in Chinese, whoever drafts it. */
export function draftOf(given: {
  readonly batchName: string
  readonly countyName: string
  readonly parkName: string
  readonly editionName: string
  readonly no: number
  readonly amountFen: Fen
  readonly publishedOn: string
  readonly untilOn: string | null
  readonly workingDays: number
  readonly contact: string
}): string {
  const { publishedOn, untilOn, workingDays, contact } = given
  const basis = draftWords.basis.zh(given.editionName, given.countyName)
  const sum = draftWords.sum.zh(given.batchName, given.parkName, given.no, formatYuan(given.amountFen))
  const period = untilOn
    ? draftWords.period.zh(publishedOn, untilOn, workingDays)
    : draftWords.openPeriod.zh(publishedOn)
  return [`${basis}${sum}`, period, draftWords.objections.zh(contact)].join('\n')
}
