import { expect, test } from 'vitest'
import { refusalText } from '../guide/refuse.ts'
import { recordedBefore } from './recorded-before.ts'

const standing = [{ texts: ['数字化培训', '园区报告厅'], on: '2026-06-05', no: 'FW2026-000001' }]

test('what says the same as one that stands is refused with that one, however it is typed', () => {
  const no = recordedBefore('activity', ['数字化 培训', '园区报告厅　'], standing)
  expect(no).toMatchObject({ code: 'common.recorded-before', clause: 'G1.2', field: 'title' })
  expect(no && refusalText(no).zh).toContain('FW2026-000001')
  expect(no && refusalText(no).zh).toContain('2026-06-05')
})

test('marks and spaces make no second one, whatever the kind', () => {
  for (const title of ['数字化培训。', '“数字化”培训！', '数字化 - 培训', '数字化·培训'])
    expect(recordedBefore('activity', [title, '园区报告厅'], standing)).not.toBeNull()
  expect(recordedBefore('need', ['。'], [{ texts: ['！'], on: '2026-06-05' }])).toBeNull()
})

test('what says something else is another one', () => {
  expect(recordedBefore('activity', ['数字化培训（下午）', '园区报告厅'], standing)).toBeNull()
  expect(recordedBefore('visit', ['园区报告厅', '数字化培训'], standing)).toBeNull()
  expect(recordedBefore('need', ['数字化培训'], [])).toBeNull()
})
