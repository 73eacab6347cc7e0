import { expect, it } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { fileKinds } from '../../platform/files/kinds.ts'
import { checkPaper, formsOfPaper, isPaper, type MoneyPaper, paperForms } from './money-papers.ts'

const papers = Object.keys(formsOfPaper) as MoneyPaper[]

it('every form is a kind of file that can be uploaded', () => {
  const known = new Set(Object.values(fileKinds).map(({ mediaType }) => mediaType))
  for (const { mediaTypes } of Object.values(paperForms))
    for (const mediaType of mediaTypes) expect(known).toContain(mediaType)
})

it('no text, table or draft is a paper of money, and XML only that of an invoice', () => {
  for (const paper of papers) {
    for (const kind of ['txt', 'csv', 'docx', 'xlsx', 'docm', 'xlsm'] as const)
      expect(isPaper(paper, fileKinds[kind].mediaType)).toBe(false)
    for (const kind of ['pdf', 'ofd', 'jpg', 'png', 'webp', 'heic'] as const)
      expect(isPaper(paper, fileKinds[kind].mediaType)).toBe(true)
    expect(isPaper(paper, fileKinds.xml.mediaType)).toBe(paper === 'invoice' || paper === 'red-letter')
  }
  expectRefusal(checkPaper({ unfit: 'voucher' }, 'G4.2', 'voucherFileId'), 'common.paper-of-wrong-kind', 'G4.2')
})
