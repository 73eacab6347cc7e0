import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { editionOf } from '../editions/edition.ts'
import { changesScore, checkScore, type GivenScore, itemOf } from './columns.ts'
import type { ItemFacts } from './facts.ts'
import { formFor } from './score.ts'

const form = formFor(editionOf('zj-2023'), 'mid-term-evaluation')
if (!form) throw new Error('the edition of 2023 has a form')
const found = (id: string) => {
  const item = itemOf(form, id, 'GA2')
  if (isRefusal(item)) throw new Error(`the form has ${id}`)
  return item
}
const [evidence, execution] = [found('evidence'), found('execution')]
const noCheck: ItemFacts = { kind: 'not-applicable', reason: { zh: '尚未开展佐证抽查', en: 'no spot check yet' } }
const half: ItemFacts = { kind: 'ratio', actual: 50, target: 100 }
const check = (item: typeof evidence, computed: ItemFacts, score: GivenScore, fileId: string | null = null) => {
  const checked = checkScore(item, { score, reason: '现场核对了台账和凭证', fileId, computed }, 'GA2')
  return isRefusal(checked) ? checked : null
}

describe('a score that the records do not come to needs a paper (GA2)', () => {
  test('where it lies above them', () => {
    expectRefusal(
      check(execution, half, { by: 'points', points: 201 }),
      'evaluation.raised-without-proof',
      'GA2',
      'fileId',
    )
    expect(check(execution, half, { by: 'points', points: 199 })).toBeNull()
  })
  test('where they come to nothing: no spot check is no full marks', () => {
    const full = { by: 'points', points: 800 } as const
    expectRefusal(check(evidence, noCheck, full), 'evaluation.given-without-proof', 'GA2', 'fileId')
    expect(check(evidence, noCheck, full, 'a paper')).toBeNull()
    expect(check(evidence, noCheck, { by: 'nothing' })).toBeNull()
  })
  test('where it leaves out what they come to, and the rest would be rescaled', () => {
    expectRefusal(check(execution, half, { by: 'nothing' }), 'evaluation.dropped-without-proof', 'GA2', 'fileId')
    expect(check(execution, half, { by: 'nothing' }, 'a paper')).toBeNull()
  })
})

test('another way to the same points changes nothing (G5.3)', () => {
  const agencies = found('agencies')
  const of = (...ids: string[]): ItemFacts => ({
    kind: 'checklist',
    proofs: Object.fromEntries(ids.map((id) => [id, 1])),
  })
  expect(changesScore(agencies, of('two-a-type'), of('fair-choice'))).toBe(false)
  expect(changesScore(agencies, of('two-a-type'), of('two-a-type', 'rating'))).toBe(true)
  expect(changesScore(agencies, undefined, of())).toBe(true)
})
