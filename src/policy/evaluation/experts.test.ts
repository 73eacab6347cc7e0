import { expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { type Employer, mayNameExpert, mayScore, mayTakeSeatBack } from './experts.ts'

const code = '91330421MA2000019J'
const park = { name: '嘉善归谷智造园', uscc: null }
const agency = { name: '浙江某某咨询有限公司', uscc: code }
const named = (employer: Partial<Employer>) =>
  mayNameExpert(
    {
      from: '2026-12-01',
      to: '2026-12-20',
      today: '2026-12-01',
      namedBefore: false,
      employer: { name: '浙江工业大学', uscc: null, boundTo: [park, agency], ...employer },
    },
    'G5.3',
  )

test('whoever works for the park, an agency or an enterprise of it has no seat, by code or by name (G5.3)', () => {
  for (const employer of [
    { name: '另一个名称', uscc: code },
    { name: agency.name },
    { name: park.name },
    { name: ' 嘉善归谷智造园 ' },
  ])
    expectRefusal(named(employer), 'evaluation.expert-bound', 'G5.3', 'accountId')
  expect(named({})).toBeNull()
  expect(named({ boundTo: [park] })).toBeNull()
})

test('a code that is none is refused by its field', () => {
  for (const uscc of ['123', '91330421MA2000019K'])
    expectRefusal(named({ uscc }), 'unit.bad-uscc', 'G5.3', 'employerUscc')
})

test('a seat is taken back once, with a reason, until the result is reported; nobody scores from it then (G5.3)', () => {
  const seat = { from: '2026-12-01', to: '2026-12-20', declared: 'free' as const, takenBack: false }
  const back = (given = seat, reason = '与园区有业务往来', reported = false) =>
    mayTakeSeatBack({ reported }, given, reason, 'G5.3')
  expect(back()).toBeNull()
  expectRefusal(back(seat, ' '), 'common.reason-missing', 'G5.3', 'reason')
  expectRefusal(back(seat, '与园区有业务往来', true), 'evaluation.reported', 'G5.3')
  expectRefusal(back({ ...seat, takenBack: true }), 'evaluation.seat-taken-back-before', 'G5.3', 'accountId')
  expectRefusal(mayTakeSeatBack({ reported: false }, null, '有往来的', 'G5.3'), 'evaluation.seat-of-nobody', 'G5.3')
  expect(mayScore(seat, '2026-12-02', 'G5.3')).toBeNull()
  expectRefusal(mayScore({ ...seat, takenBack: true }, '2026-12-02', 'G5.3'), 'evaluation.seat-taken-back', 'G5.3')
})
