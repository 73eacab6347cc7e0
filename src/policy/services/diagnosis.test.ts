import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { tailoredKinds } from '../records/service-kinds.ts'
import { classify, type DiagnosisFacts, diagnose, outcomeOf } from './diagnosis.ts'
import { problems, questions } from './diagnosis-questions.ts'

const strong: DiagnosisFacts = {
  foundedOn: '2018-03-01',
  revenueWan: 5000,
  researchWan: 300,
  titles: [],
  on: '2026-05-10',
}
const sound = Object.fromEntries(questions.map((question) => [question.id, question.options[0]?.id ?? '']))
const answer = fc.record(
  Object.fromEntries(questions.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))])),
)

describe('the questionnaire (G1.3)', () => {
  test('has ten questions, each with an answer without a problem, and names every problem', () => {
    expect(questions).toHaveLength(10)
    for (const { options } of questions) expect(options[0]?.problems).toEqual([])
    const named = new Set(questions.flatMap(({ options }) => options.flatMap((one) => one.problems)))
    expect([...named].toSorted()).toEqual(Object.keys(problems).toSorted())
  })

  test('leads to each of the nine tailored kinds', () => {
    const kinds = new Set(Object.values(problems).flatMap((problem) => [...problem.kinds]))
    expect([...kinds].toSorted()).toEqual([...tailoredKinds].toSorted())
  })

  test('must be answered in full, with answers it knows', () => {
    const { money: _, ...rest } = sound
    expectRefusal(diagnose(rest, strong), 'services.question-unanswered', 'G1.3', 'answers.money')
    expectRefusal(diagnose({ ...sound, money: 'gold' }, strong), 'services.unknown-answer', 'G1.3', 'answers.money')
    expectRefusal(diagnose({ ...sound, mood: 'good' }, strong), 'services.unknown-question', 'G1.3', 'answers.mood')
    expectRefusal(diagnose(sound, { ...strong, revenueWan: -1 }), 'services.bad-figure', 'G1.4', 'revenueWan')
  })

  test('finds nothing where nothing is wrong, and what helps most first', () => {
    expect(agreed(diagnose(sound, strong))).toMatchObject({ problems: [], recommendedKinds: [] })
    const ill = agreed(diagnose({ ...sound, protection: 'open', technology: 'none', digital: 'paper' }, strong))
    expect(ill.problems).toEqual(['unprotected-ideas', 'no-own-research', 'paper-based'])
    expect(ill.recommendedKinds).toEqual(['intellectual-property', 'research-matching', 'digital-transformation'])
  })

  test('puts the kind that helps with most problems first', () => {
    const short = agreed(diagnose({ ...sound, accounts: 'outside', money: 'refused' }, strong))
    expect(short.recommendedKinds).toEqual(['financing', 'management-upgrade'])
  })

  test('foresees, from the answers so far, what will be recorded, in its order', () => {
    const { money, ...others } = { ...sound, money: 'refused', accounts: 'outside' }
    expect(outcomeOf(others, strong).recommendedKinds).toEqual(['management-upgrade', 'financing'])
    fc.assert(
      fc.property(answer, (answers) => {
        expect(outcomeOf(answers, strong)).toEqual(agreed(diagnose(answers, strong)))
      }),
    )
    expect(outcomeOf({ ...others, money }, strong).recommendedKinds).toEqual(['financing', 'management-upgrade'])
  })

  test('gives the same result for the same answers, and a service for every problem', () => {
    fc.assert(
      fc.property(answer, (answers) => {
        const result = agreed(diagnose(answers, strong))
        expect(diagnose({ ...answers }, strong)).toEqual(result)
        expect(new Set(result.problems).size).toBe(result.problems.length)
        for (const id of result.problems) {
          expect(problems[id].kinds.some((kind) => result.recommendedKinds.includes(kind))).toBe(true)
        }
        if (result.problems.length === 0) expect(result.recommendedKinds).toEqual([])
      }),
    )
  })
})

describe('the class of an enterprise (G1.4)', () => {
  test.each<[string, Partial<DiagnosisFacts>, string]>([
    ['all bars reached', {}, 'srdi-direction'],
    ['exactly reached', { foundedOn: '2024-05-09', revenueWan: 3333, researchWan: 100 }, 'srdi-direction'],
    ['too young', { foundedOn: '2025-05-10' }, 'early-stage'],
    ['too little revenue', { revenueWan: 999 }, 'early-stage'],
    ['too little research', { researchWan: 99 }, 'early-stage'],
    ['too small a share of research', { researchWan: 149 }, 'early-stage'],
    ['a title', { titles: ['innovative'], foundedOn: '2026-01-01', revenueWan: 0 }, 'srdi-direction'],
    ['a title that is not one of the direction', { titles: ['tech-sme'], revenueWan: 10 }, 'early-stage'],
    ['unknown figures', { revenueWan: null, researchWan: null, foundedOn: null }, 'early-stage'],
    ['research unknown', { researchWan: null }, 'early-stage'],
    ['no revenue at all', { revenueWan: 0 }, 'early-stage'],
  ])('%s', (_, change, expected) => {
    const result = classify({ ...strong, ...change })
    expect(result.class).toBe(expected)
    expect(result.reasons).not.toEqual([])
    for (const { zh, en } of result.reasons) expect(zh !== '' && en !== '').toBe(true)
  })

  test('names what is missing, not what is there', () => {
    const { reasons } = classify({ ...strong, revenueWan: 900, researchWan: 300 })
    expect(reasons).toEqual([{ zh: '营业收入（万元） 900，低于 1000', en: 'Revenue (10,000 yuan) 900, below 1000' }])
  })
})
