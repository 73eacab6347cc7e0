import { expect, test } from 'vitest'
import { isMasked, type Mask, masked, maskList, shown } from './masked.ts'

test.each<[Mask, string, string]>([
  ['telephone', '13800001234', '138****1234'],
  ['telephone', '84001234', '****1234'],
  ['telephone', '1234', '****'],
  ['telephone', '0573-84000001', '057****0001'],
  ['no-end', '19900000001', '199********'],
  ['bank-account', '19330101040012345', '1933****2345'],
  ['bank-account', '62220000', '****0000'],
  ['address', '203.0.113.7', '203.0.*.*'],
  ['address', '2001:db8:1:2::9', '2001:db8:*:*'],
  ['contact', '13800000000；zhangsan@example.org', '138****0000；zha****.org'],
])('%s: %s is told as %s', (mask, text, inPart) => {
  expect(masked(mask, text)).toBe(inPart)
  expect(shown(mask, text, false)).toBe(inPart)
  expect(shown(mask, text, true)).toBe(text)
  expect([isMasked(inPart), isMasked(text)]).toEqual([true, false])
})

test.each(maskList)('%s: nothing stays nothing, and what is short is hidden whole', (mask) => {
  expect(masked(mask, ' ')).toBe('')
  expect(isMasked(masked(mask, '12'))).toBe(true)
})
