import { cleanCode } from '../../shared/clean.ts'
import { type Day, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { refuse } from '../guide/refuse.ts'
import type { Invoice } from './service.ts'

type Numbers = Pick<Invoice, 'code' | 'number' | 'digitalNumber'>

/** A number of 20 digits without a code, or one of 8 digits with a code of 10 or 12. */
export function isInvoiceNumber(code: string, number: string): boolean {
  return code === '' ? /^\d{20}$/.test(number) : /^(\d{10}|\d{12})$/.test(code) && /^\d{8}$/.test(number)
}

/** Numbers as they were typed, cleaned; one of 20 digits that stands beside a code is the fully digital one, in either field. */
export function cleanInvoiceNumbers(typed: Numbers): Numbers {
  const [code, number, digitalNumber] = [typed.code, typed.number, typed.digitalNumber].map(cleanCode) as Triple
  if (code === '' && (number === '' || number === digitalNumber))
    return { code, number: digitalNumber, digitalNumber: '' }
  const swapped = code !== '' && number.length === 20 && digitalNumber.length === 8
  return swapped ? { code, number: digitalNumber, digitalNumber: number } : { code, number, digitalNumber }
}

type Triple = [code: string, number: string, digitalNumber: string]

/**
 * What makes an invoice the same one, whatever file it comes in; each is unique across the province. `number`: the 20 digits,
 * or code and number joined. `digital`: the 20 digits, which the paper of a fully digital invoice has, too; null on one without.
 */
export type InvoiceKeys = { readonly number: string; readonly digital: string | null }

export function invoiceKeys({ code, number, digitalNumber }: Numbers): InvoiceKeys {
  return code === '' ? { number, digital: number } : { number: code + number, digital: digitalNumber || null }
}

/** A tax bureau of a province (GB/T 2260), or of a city planned separately: 91 to 95. */
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|9[1-5])$/

/** A fully digital number begins with the year of its issue, from 2021 on, and the province of its tax bureau. */
export function isIssuedNumber(digits: string, issuedOn: Day): boolean {
  const year = 2000 + Number(digits.slice(0, 2))
  return year >= 2021 && (!isDay(issuedOn) || year <= Number(issuedOn.slice(0, 4))) && province.test(digits.slice(2, 4))
}

/** What is wrong with the numbers of an invoice, or null. */
export function checkNumbers({
  code,
  number,
  digitalNumber,
  issuedOn,
}: Numbers & Pick<Invoice, 'issuedOn'>): Refusal | null {
  if (code !== '' && isInvoiceNumber('', number))
    return refuse('payments.digital-has-no-code', 'G3.4', {}, ['code', 'number', 'digitalNumber'])
  if (!isInvoiceNumber(code, number))
    return refuse('payments.bad-invoice-number', 'G3.4', {}, ['number', 'code', 'digitalNumber'])
  if (code === '' && !isIssuedNumber(number, issuedOn))
    return refuse('payments.no-such-digital-number', 'G3.4', { number }, ['number', 'issuedOn'])
  if (digitalNumber === '') return null
  if (code !== '' && isInvoiceNumber('', digitalNumber) && !isIssuedNumber(digitalNumber, issuedOn))
    return refuse('payments.no-such-digital-number', 'G3.4', { number: digitalNumber }, ['digitalNumber', 'issuedOn'])
  // a second number of 20 digits without a code is another invoice
  const sound = code !== '' && isInvoiceNumber('', digitalNumber)
  return sound ? null : refuse('payments.bad-digital-number', 'G3.4', {}, ['digitalNumber', 'code', 'number'])
}
