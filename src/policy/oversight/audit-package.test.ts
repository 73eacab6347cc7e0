import { expect, it } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { checkPackageDays } from './audit-package.ts'

it('covers a year of whatever length, from its first day', () => {
  expect(checkPackageDays('2028-01-01', '2028-12-31')).toBeNull()
  expect(checkPackageDays('2028-01-01', '2028-01-01')).toBeNull()
  expectRefusal(checkPackageDays('2028-01-01', '2029-01-01'), 'audit.range-too-long', null, 'from')
  expectRefusal(checkPackageDays('2028-01-02', '2028-01-01'), 'audit.bad-range', null, 'from')
})
