import { expect, it } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { checkPaper, formsOfPaper, isPaper, type MoneyPaper } from './money-papers.ts'

const papers = Object.keys(formsOfPaper) as MoneyPaper[]

it('no text, table or draft is a paper of money, and XML only that of an invoice', () => {
  const others = [
    'text/plain; charset=utf-8',
    'text/csv; charset=utf-8',
    'application/msword',
    'application/vnd.ms-excel',
    '',
  ]
  const scans = ['application/pdf', 'application/ofd', 'image/jpeg', 'image/png', 'image/webp', 'image/heic']
  for (const paper of papers) {
    for (const mediaType of others) expect(isPaper(paper, mediaType)).toBe(false)
    for (const mediaType of scans) expect(isPaper(paper, mediaType)).toBe(true)
    expect(isPaper(paper, 'application/xml')).toBe(paper === 'invoice' || paper === 'red-letter')
  }
  expectRefusal(checkPaper({ unfit: 'voucher' }, 'G4.2', 'voucherFileId'), 'common.paper-of-wrong-kind', 'G4.2')
})
