import { describe, expect, test } from 'vitest'
import { inventedForm } from '../../../tests/support/invented-form.ts'
import { checkEdition } from './check-edition.ts'
import { type Edition, editionOf } from './edition.ts'
import { problemLine } from './edition-problem.ts'
import type { EvaluationForm, EvaluationItem, Primitive, VetoRule } from './evaluation-rules.ts'
import type { MeasureKind } from './rule-terms.ts'

const edition = editionOf('zj-2023')
const using = (form: EvaluationForm): Edition => ({ ...edition, evaluations: [form] })
const told = (form: EvaluationForm) => checkEdition(using(form)).map(problemLine).join('\n')
const withItem = (id: string, change: (item: EvaluationItem) => Partial<EvaluationItem>): EvaluationForm => ({
  ...inventedForm,
  parts: inventedForm.parts.map((part) => ({
    ...part,
    items: part.items.map((item) => (item.id === id ? { ...item, ...change(item) } : item)),
  })),
})
const scoredBy = (id: string, change: object) =>
  withItem(id, ({ primitive }) => ({ primitive: { ...primitive, ...change } as Primitive }))
const withVeto = (change: Partial<VetoRule>): EvaluationForm => ({
  ...inventedForm,
  vetoes: inventedForm.vetoes.map((veto) => (veto.id === 'few' ? { ...veto, ...change } : veto)),
})
const figure = { unit: { zh: '%', en: '%' }, decimals: 2 } as const
const bands = (...some: readonly (readonly [number | null, number | null, number])[]) =>
  withItem('evidence', () => ({
    primitive: { kind: 'bands', figure, bands: some.map(([from, to, sharePercent]) => ({ from, to, sharePercent })) },
  }))
const judged = (...some: readonly (readonly [number, number])[]) =>
  scoredBy('effect', {
    bands: some.map(([minPercent, maxPercent], i) => ({ id: `b${i}`, zh: '档', en: 'band', minPercent, maxPercent })),
  })

describe('a form of evaluation (GA2)', () => {
  test('with every primitive is sound', () => expect(checkEdition(using(inventedForm))).toEqual([]))

  test.each<[string, EvaluationForm, RegExp]>([
    [
      'points that do not sum',
      withItem('served', () => ({ points: 11 })),
      /parts.output.points .*add up to 69, not 70/,
    ],
    [
      'parts that do not sum',
      { ...inventedForm, parts: inventedForm.parts.slice(1) },
      /evaluations.invented.points .*add up to 30, not 100/,
    ],
    ['elements that do not sum', withItem('set-up', () => ({ points: 5 })), /set-up.primitive .*add up to 6, not 5/],
    ['an item of nothing', withItem('served', () => ({ points: 0 })), /served.points .*above 0/],
    ['points in thousandths', withItem('served', () => ({ points: 12.001 })), /served.points .*two decimals/],
    ['a bonus that may drop', withItem('channels', () => ({ mayDrop: true })), /channels.mayDrop/],
    ['an id twice', withItem('served', () => ({ id: 'price' })), /invented.id .*twice/],
    ['a lid below the whole', { ...inventedForm, lid: 99 }, /invented.lid/],
    ['a lid never reached', { ...inventedForm, lid: 200 }, /invented.lid .*never reached/],
    ['no evaluation', { ...inventedForm, of: [] }, /invented.of/],
    [
      'an owed evaluation without its form',
      { ...inventedForm, of: ['final-evaluation'] },
      /mid-term-evaluation .*one form/,
    ],
    [
      'a part without items',
      { ...inventedForm, parts: inventedForm.parts.map((part) => ({ ...part, items: [] })) },
      /no item/,
    ],
    ['an unknown primitive', scoredBy('served', { kind: 'dice' }), /served.primitive .*no such/],
    ['a lid under full points', scoredBy('served', { lidPercent: 90 }), /served.primitive .*below full/],
    ['steps of nothing', scoredBy('quantity', { perPercent: 0 }), /quantity.primitive/],
    ['a step of more than there is', scoredBy('quantity', { points: 16 }), /quantity.primitive .*more than there is/],
    ['a base worth nothing', scoredBy('income', { sharePercent: 0 }), /income.primitive/],
    ['a source that adds nothing', scoredBy('channels', { full: 0 }), /channels.primitive/],
    ['cases that take nothing off', scoredBy('reports', { off: 0 }), /reports.primitive/],
    ['overlapping bands', bands([90, null, 100], [80, 95, 50], [null, 80, 0]), /evidence.primitive .*overlap at 90/],
    ['a gap between bands', bands([95, null, 100], [80, 90, 50], [null, 80, 0]), /evidence.primitive .*gap .*at 90/],
    ['bands without an end', bands([95, null, 100], [80, 95, 0]), /evidence.primitive .*lowest/],
    ['a band turned round', bands([95, null, 100], [95, 80, 50], [null, 80, 0]), /evidence.primitive .*no figure/],
    ['bands up and down', bands([95, null, 50], [80, 95, 100], [null, 80, 0]), /evidence.primitive .*one way/],
    ['bands that never bring all', bands([95, null, 90], [null, 95, 0]), /evidence.primitive .*full points/],
    ['a share over the whole', bands([95, null, 101], [null, 95, 0]), /evidence.primitive .*0 and 100/],
    ['judged bands that overlap', judged([80, 100], [60, 85], [0, 60]), /effect.primitive .*overlap at 85/],
    ['a gap between judged bands', judged([80, 100], [60, 75], [0, 60]), /effect.primitive .*gap .*75/],
    ['judged bands short of all', judged([50, 90], [0, 50]), /effect.primitive .*0 to 100/],
    ['a veto at the best grade', withVeto({ cap: 'excellent' }), /vetoes.few.cap .*never fires/],
    ['a veto at no grade', withVeto({ cap: 'superb' as 'fail' }), /vetoes.few.cap .*no grade/],
    [
      'a veto on an item that is none',
      withVeto({ when: { by: 'item', item: 'moon', belowPercent: 50 } }),
      /vetoes.few.when .*no item moon/,
    ],
    [
      'a veto below nothing',
      withVeto({ when: { by: 'item', item: 'served', belowPercent: 0 } }),
      /vetoes.few.when .*never fires/,
    ],
    [
      'a veto on everybody',
      withVeto({ when: { by: 'item', item: 'served', belowPercent: 101 } }),
      /vetoes.few.when .*always fires/,
    ],
    [
      'a veto on what nobody finds',
      withVeto({ when: { by: 'finding', finding: 'bad-luck' as 'false-evidence' } }),
      /vetoes.few.when .*bad-luck/,
    ],
    ['a clause that is none', withVeto({ clause: 'X1' as 'GA2' }), /vetoes.few.clause .*no clause X1/],
  ])('with %s is refused', (_, form, problem) => expect(told(form)).toMatch(problem))

  test.each<[string, Edition['evaluationCourse']['countyOpinion'], RegExp]>([
    ['on its own evaluation', { 'mid-term-evaluation': { bureaus: ['economy'], days: 5 } }, /its own evaluation/],
    ['of nobody', { 'final-evaluation': { bureaus: [], days: 5 } }, /each once/],
    ['of a bureau twice', { 'final-evaluation': { bureaus: ['economy', 'economy'], days: 5 } }, /each once/],
    ['of no bureau', { 'final-evaluation': { bureaus: ['police' as 'economy'], days: 5 } }, /that exist/],
    ['without a day', { 'final-evaluation': { bureaus: ['economy'], days: 0 } }, /a day at least/],
  ])('an opinion of the county %s is refused', (_, countyOpinion, problem) => {
    const changed = { ...edition, evaluationCourse: { ...edition.evaluationCourse, countyOpinion } }
    expect(checkEdition(changed).map(problemLine).join('\n')).toMatch(problem)
  })

  test.each<[string, { readonly workingDays: number; readonly measures: readonly MeasureKind[] }, RegExp]>([
    ['that nobody can read', { workingDays: 0, measures: [] }, /a day at least for a publication/],
    ['of a measure twice', { workingDays: 5, measures: ['criticism', 'criticism'] }, /each once/],
    ['of no measure', { workingDays: 5, measures: ['fine' as 'criticism'] }, /that exist/],
  ])('a publication %s is refused', (_, rule, problem) => {
    const publication = { ...rule, clause: 'G5.3', source: 'inferred' } as const
    const changed = { ...edition, evaluationCourse: { ...edition.evaluationCourse, publication } }
    expect(checkEdition(changed).map(problemLine).join('\n')).toMatch(problem)
  })

  test('two forms for one evaluation are one too many', () => {
    const twice = { ...edition, evaluations: [inventedForm, { ...inventedForm, id: 'again' }] }
    expect(checkEdition(twice).map(problemLine).join('\n')).toMatch(/final-evaluation .*one form/)
  })
})
