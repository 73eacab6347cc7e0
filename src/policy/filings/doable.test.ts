import { expect, test } from 'vitest'
import { couldBeDone } from './doable.ts'

test.each([
  ['a plan approved on its day', '2027-01-10', '2027-03-01', true],
  ['a plan approved a day later', '2027-01-11', '2027-03-01', false],
  ['no plan yet, and time left', null, '2027-01-10', true],
  ['no plan, and no time left', null, '2027-01-11', false],
] as const)('a table due on 10 January is owed with %s: %s, %s → %s', (_, planOn, today, owed) => {
  expect(couldBeDone('target-table', '2027-01-10', planOn, today)).toBe(owed)
  expect(couldBeDone('half-year-summary', '2027-01-10', planOn, today)).toBe(true)
})
