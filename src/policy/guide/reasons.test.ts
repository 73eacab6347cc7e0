import { expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { checkReason } from './reasons.ts'

test('a reason is missing, says too little, or stands', () => {
  const check = (reason: string) => checkReason(reason, 'filing.withdrawn-without-reason', 'G3.5')
  expectRefusal(check(' '), 'filing.withdrawn-without-reason', 'G3.5', 'reason')
  for (const vague of ['x', '无', '更正', '......', '20260501'])
    expectRefusal(check(vague), 'common.reason-says-nothing', 'G3.5', 'reason')
  expect(check('数字填错')).toBeNull()
})
