import { expect, test } from 'vitest'
import { edition, expectRefusal } from '../../../tests/support/policy.ts'
import { obligationOf } from '../editions/edition.ts'
import { checkResubmission, newFiling } from './filing.ts'

const draft = newFiling('plan', obligationOf(edition, 'plan'))

test('what was returned and is filed again word for word says why nothing changed', () => {
  const returned = { ...draft, state: 'returned' as const }
  const same = { returnedHash: 'a', hash: 'a' }
  expectRefusal(checkResubmission(returned, { ...same, reason: '' }), 'filing.resubmitted-unchanged', 'G3.1')
  expectRefusal(checkResubmission(returned, { ...same, reason: 'x' }), 'common.says-nothing', 'G3.1')
  expect(checkResubmission(returned, { ...same, reason: '询价依据已在附件中' })).toBeNull()
  expect(checkResubmission(returned, { ...same, hash: 'b', reason: '' })).toBeNull()
  expect(checkResubmission(draft, { ...same, reason: '' })).toBeNull()
})
