import { expect, test } from 'vitest'
import { refusalsIn } from '../../shared/refusal.ts'
import { refusalText } from '../guide/refuse.ts'
import { checkFileOfInvoice, checkFileOfRedLetter, type FileSays } from './invoice-file.ts'
import { checkNumbers, isIssuedNumber } from './invoice-numbers.ts'

const number = '26332000000000000001'
const said: FileSays = {
  code: '',
  number,
  issuedOn: '2026-06-05',
  sumFen: 1_900_000,
  sellerUscc: '91330421MA2000019J',
  sellerName: '归谷联数科技服务机构',
  buyerUscc: '91330421MA2000027E',
  buyerName: '嘉善归谷智造园',
  isRed: false,
}
const typed = {
  code: '',
  number,
  digitalNumber: '',
  issuedOn: '2026-06-05',
  sumFen: 1_900_000,
  sellerUscc: said.sellerUscc,
  sellerName: said.sellerName,
  buyerUscc: said.buyerUscc,
  buyerName: said.buyerName,
}

const told = (invoice: Partial<typeof typed>, file: Partial<FileSays> | null = {}) => {
  const no = checkFileOfInvoice({ ...typed, ...invoice }, file && { ...said, ...file })
  return no ? refusalsIn(no).map((one) => ({ field: one.field, code: one.code, zh: refusalText(one).zh })) : []
}

test('what agrees passes, and what the file leaves open is not compared', () => {
  expect(told({})).toEqual([])
  expect(told({ sellerName: '归谷联数 科技服务机构' })).toEqual([])
  expect(told({ sumFen: 1, number: '2' }, null)).toEqual([])
  const silent = { issuedOn: null, sumFen: null, sellerName: '', sellerUscc: '', buyerName: '', buyerUscc: '' }
  expect(told({ sumFen: 5, issuedOn: '2026-06-07', sellerName: '甲', buyerName: '乙' }, silent)).toEqual([])
})

test('every difference is told at its field with both values', () => {
  const other = {
    number: '26332000000000000099',
    sumFen: 9_999_900,
    issuedOn: '2026-06-08',
    sellerUscc: '91330421MA2000035A',
    sellerName: '另一家机构',
    buyerUscc: '91330421MA2000043X',
    buyerName: '另一家企业',
  }
  const all = told({}, other)
  expect(all.map(({ field }) => field)).toEqual([
    'number',
    'sumFen',
    'issuedOn',
    'sellerUscc',
    'sellerName',
    'buyerUscc',
    'buyerName',
  ])
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['payments.file-says-other']))
  expect(all[1]?.zh).toContain('价税合计是 99,999.00 元，填写的是 19,000.00 元')
  expect(all[4]?.zh).toContain('销售方名称是 另一家机构，填写的是 归谷联数科技服务机构')
})

test('the number in the file is one of the two of a paper, or is asked for', () => {
  const paper = { code: '033002100412', number: '87654321' }
  expect(told({ ...paper, digitalNumber: number })).toEqual([])
  expect(told(paper)).toMatchObject([{ field: 'digitalNumber', zh: expect.stringContaining('（未填写）') }])
  expect(told(paper, { code: '033002100412', number: '87654321' })).toEqual([])
  expect(told({}, { code: '033002100412', number: '87654321' })).toMatchObject([{ field: 'number' }])
})

test('a red-letter invoice pays for nothing, and takes back one as a whole', () => {
  expect(told({ number: '1' }, { isRed: true })).toMatchObject([{ code: 'payments.file-is-red', field: 'fileId' }])
  const back = { code: '', number, on: '2026-06-05', sumFen: 1_900_000 }
  const red = { ...said, isRed: true, sumFen: -1_900_000 }
  expect(checkFileOfRedLetter(back, red)).toBeNull()
  expect(checkFileOfRedLetter(back, null)).toBeNull()
  expect(checkFileOfRedLetter(back, said)).toMatchObject({ code: 'payments.file-is-not-red', field: 'fileId' })
  const wrong = checkFileOfRedLetter({ ...back, number: `${number.slice(0, -1)}2`, on: '2026-06-06', sumFen: 5 }, red)
  expect(wrong && refusalsIn(wrong).map(({ field }) => field)).toEqual(['number', 'voidedOn', 'fileId'])
})

test('a fully digital number begins with a year and a province', () => {
  expect(isIssuedNumber(number, '2026-06-05')).toBe(true)
  for (const odd of ['11111111111111111111', '27332000000000000001', '26002000000000000001', '20332000000000000001'])
    expect(isIssuedNumber(odd, '2026-06-05')).toBe(false)
  const odd = { code: '', number: '1'.repeat(20), digitalNumber: '', issuedOn: '2026-06-05' }
  expect(checkNumbers(odd)).toMatchObject({ code: 'payments.no-such-digital-number', field: 'number' })
  expect(checkNumbers({ ...odd, code: '033002100412', number: '87654321', digitalNumber: odd.number })).toMatchObject({
    field: 'digitalNumber',
  })
})
