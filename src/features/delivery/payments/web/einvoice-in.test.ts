import { expect, test } from 'vitest'
import { fromFile, withoutFilled } from './einvoice-in.ts'

const fresh = {
  code: '',
  number: '',
  digitalNumber: '',
  sellerName: '归谷联数科技服务机构',
  sellerUscc: '91330421MA2000019J',
  buyerUscc: '91330421MA2000027E',
  buyerName: '',
  issuedOn: null,
  sumFen: 1_900_000,
}
const says = {
  code: '',
  number: '26332000000000000001',
  issuedOn: '2026-06-05',
  sumFen: 1_000_000,
  sellerName: '归谷联数科技服务机构',
  sellerUscc: '91330421MA2000019J',
  buyerUscc: '91330421MA2000035A',
  buyerName: '试点企业',
  isRed: false,
}
const buyers = ['91330421MA2000027E', '91330421MA2000035A']

test('what nobody typed is filled and named', () => {
  const { number, issuedOn, sumFen, buyerUscc, buyerName } = says
  expect(fromFile(fresh, fresh, says, buyers)).toEqual({
    change: { number, code: '', digitalNumber: '', issuedOn, sumFen, buyerUscc, buyerName },
    filled: ['number', 'issuedOn', 'sum', 'buyer'],
    differs: [],
  })
})

test('what was typed stays, and is named where the file says something else', () => {
  const typed = { ...fresh, number: '1', issuedOn: '2026-06-06', sumFen: 5 }
  const found = fromFile(typed, fresh, { ...says, sellerName: '另一家', buyerUscc: 'X' }, buyers)
  expect(found.change).toEqual({})
  expect(found.differs.map(({ field }) => field)).toEqual(['number', 'issuedOn', 'sum', 'sellerName', 'buyer'])
  expect(found.differs[2]).toEqual({ field: 'sum', said: '10,000.00', entered: '0.05' })
})

test('a file that says little changes little, and the number beside a code is known', () => {
  const silent = { ...says, issuedOn: null, sumFen: null, sellerName: '', sellerUscc: '', buyerUscc: '', buyerName: '' }
  expect(fromFile(fresh, fresh, silent, buyers).filled).toEqual(['number'])
  const paper = { ...fresh, code: '033002100412', number: '87654321', digitalNumber: says.number }
  expect(fromFile(paper, fresh, silent, buyers)).toEqual({ change: {}, filled: [], differs: [] })
})

test('another file takes back what the former one filled, and leaves what was changed since', () => {
  const { change } = fromFile(fresh, fresh, says, buyers)
  const form = { ...fresh, ...change, sumFen: 999 }
  const { sumFen: _, ...others } = fresh
  expect({ ...form, ...withoutFilled(form, fresh, change) }).toEqual({ ...others, sumFen: 999 })
})
