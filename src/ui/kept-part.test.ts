import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPart } from './kept-part.ts'

type Form = { number: string; sum: number | null; buyer: string }
const fresh: Form = { number: '', sum: 800_000, buyer: '甲' }

test('what was typed is kept, and a computed default is not', () => {
  expect(keptPart<Form>({}, fresh, { number: '26' })).toEqual({ number: '26' })
  expect(keptPart<Form>({ number: '26' }, { ...fresh, number: '26' }, { buyer: '甲' })).toEqual({ number: '26' })
  expect(keptPart<Form>({ sum: 1 }, { ...fresh, sum: 1 }, { sum: 800_000 })).toEqual({ sum: 800_000 })
})

test('whatever is typed in whatever order, the kept part over the form as it was opened is the form', () => {
  const patch: fc.Arbitrary<Partial<Form>> = fc.record(
    { number: fc.string(), sum: fc.option(fc.nat()), buyer: fc.string() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(patch), (patches) => {
      let form = fresh
      let kept: Partial<Form> = {}
      for (const one of patches) {
        kept = keptPart(kept, form, one)
        form = { ...form, ...one }
      }
      expect({ ...fresh, ...kept }).toEqual(form)
    }),
  )
})
