import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { refusalText } from '../guide/refuse.ts'
import {
  checkAnswerCorrection,
  hiddenWordings,
  inForce,
  mayCorrectAnswer,
  shownWordings,
  type Wording,
  type Wordings,
} from './answer-correction.ts'

const rule = { clause: 'H10' } as const
const said = (content: string, hidesFormer = false, withheld = false): Wording => ({ content, hidesFormer, withheld })
const first: Wordings = [said('经核实，金额无误')]
const given = { ...said('经核实，金额按方案八成计算'), wordings: first, reason: '原答复未写依据' }

test('it is for the bureau that answered, and only of an answer', () => {
  expect(mayCorrectAnswer(rule, { answeredBy: 'finance', bureau: 'finance' })).toBeNull()
  const foreign = mayCorrectAnswer(rule, { answeredBy: 'finance', bureau: 'economy' })
  expectRefusal(foreign, 'notices.answered-by-other-bureau', 'H10')
  expect(foreign && refusalText(foreign).zh).toBe('该异议由财政部门答复，由其更正。')
  expectRefusal(
    mayCorrectAnswer(rule, { answeredBy: 'economy', bureau: null }),
    'notices.answered-by-other-bureau',
    'H10',
  )
  expectRefusal(mayCorrectAnswer(rule, { answeredBy: null, bureau: 'economy' }), 'notices.not-answered', 'H10')
})

test('it says something else, and why', () => {
  expect(checkAnswerCorrection(rule, given)).toBeNull()
  expect(checkAnswerCorrection(rule, { ...given, content: first[0].content, withheld: true })).toBeNull()
  const empty = checkAnswerCorrection(rule, { ...given, content: ' ', reason: '有误' })
  expect(empty && refusalsIn(empty).map(({ code, field }) => [code, field])).toEqual([
    ['notices.answer-missing', 'text'],
    ['common.says-nothing', 'reason'],
  ])
  const none = checkAnswerCorrection(rule, { ...given, reason: '' })
  expectRefusal(none, 'common.reason-missing', 'H10', 'reason')
  const same = checkAnswerCorrection(rule, { ...given, content: first[0].content })
  expectRefusal(same, 'common.nothing-changed', 'H10')
})

test('former wordings are shown with what took their place, none from before one was hidden, none that still stands', () => {
  const wordings: Wordings = [said('甲'), said('乙'), said('丙', true), said('丙', false, true), said('丁')]
  expect(hiddenWordings(wordings).map((one) => one.content)).toEqual(['甲', '乙'])
  expect(shownWordings(wordings).map(({ former, next }) => [former.content, next.content])).toEqual([['丙', '丁']])
  expect(shownWordings(first)).toEqual([])
  expect(hiddenWordings(first)).toEqual([])
})

test('what was hidden does not come back', () => {
  const wordings: Wordings = [said('经核实，某某反映不实'), said('经核实，反映不实', true)]
  const back = checkAnswerCorrection(rule, { ...given, content: '经核实，某某反映不实', wordings })
  expectRefusal(back, 'notices.answer-hidden', 'H10', 'text')
  const standing = checkAnswerCorrection(rule, { ...given, ...said('经核实，反映不实', true, true), wordings })
  expectRefusal(standing, 'notices.answer-hidden', 'H10', 'text')
})

const anyWording = fc.record({
  content: fc.constantFrom('经核实情况属实', '经核实情况不符', '经核实并无此事', '已补充材料公开'),
  withheld: fc.boolean(),
  hidesFormer: fc.boolean(),
})

test('whatever is corrected in whatever order: no hidden words are public, and every wording is accounted for', () => {
  fc.assert(
    fc.property(fc.array(anyWording, { maxLength: 12 }), (tried) => {
      let wordings: Wordings = [said('最初的答复内容')]
      for (const one of tried) {
        if (checkAnswerCorrection(rule, { ...one, wordings, reason: '更正笔误内容' }) === null)
          wordings = [...wordings, one]
      }
      const hidden = hiddenWordings(wordings).map((one) => one.content)
      const shown = shownWordings(wordings).map(({ former }) => former)
      for (const one of [inForce(wordings), ...shown]) expect(hidden).not.toContain(one.content)
      const lastHiding = wordings.findLastIndex((one) => one.hidesFormer)
      expect(hidden).toHaveLength(Math.max(0, lastHiding))
      const unchanged = wordings.filter((one, at) => at > lastHiding && one.content === wordings[at - 1]?.content)
      expect(hidden.length + shown.length + unchanged.length + 1).toBe(wordings.length)
    }),
  )
})
