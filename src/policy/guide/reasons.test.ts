import { expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { describedFields } from './described-fields.ts'
import { checkReason, checkReasonIfGiven, checkWords } from './reasons.ts'
import { refusalText } from './refuse.ts'

test('a reason is missing, says too little, or stands', () => {
  const check = (reason: string) => checkReason(reason, 'filing.withdrawn-without-reason', 'G3.5')
  expectRefusal(check(' '), 'filing.withdrawn-without-reason', 'G3.5', 'reason')
  for (const vague of ['x', '无', '更正', '......', '20260501'])
    expectRefusal(check(vague), 'common.says-nothing', 'G3.5', 'reason')
  expect(check('数字填错')).toBeNull()
})

test('a reason that may be left out says something where it is given', () => {
  expect(checkReasonIfGiven('  ', 'G4.2')).toBeNull()
  expectRefusal(
    checkReasonIfGiven('9', 'G4.2', { field: 'recommendation' }),
    'common.says-nothing',
    'G4.2',
    'recommendation',
  )
  expect(checkReasonIfGiven('方案已通过审核', 'G4.2')).toBeNull()
})

test('a text that has to describe is told by its label', () => {
  const check = (text: string) =>
    checkWords(text, describedFields.remedy, 'services.delivery-without-remedy', 'G3.4', { field: 'remedy' })
  expectRefusal(check(''), 'services.delivery-without-remedy', 'G3.4', 'remedy')
  for (const vague of ['无', '差', '改', '好', '已改', '。。。。']) {
    const no = check(vague)
    expectRefusal(no, 'common.says-nothing', 'G3.4', 'remedy')
    expect(no && refusalText(no).zh).toContain(`${describedFields.remedy.zh}过于简略`)
  }
  expect(check('重新交付')).toBeNull()
})
