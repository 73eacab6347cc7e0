import fc from 'fast-check'
import type { EvaluationForm, EvaluationItem, FigureUnit } from '../../src/policy/editions/evaluation-rules.ts'
import type { Case, FormFacts, ItemFacts } from '../../src/policy/evaluation/facts.ts'

const cited = { clause: 'GA2', source: 'inferred' } as const
const t = (zh: string, en: string) => ({ zh, en })
const firms: FigureUnit = { unit: t('家', 'firms'), decimals: 0 }
const percent: FigureUnit = { unit: t('%', '%'), decimals: 2 }
const days: FigureUnit = { unit: t('天', 'days'), decimals: 0 }
const wan: FigureUnit = { unit: t('万元', '10,000 yuan'), decimals: 2 }

const sources: Readonly<Record<EvaluationItem['primitive']['kind'], EvaluationItem['from']>> = {
  ratio: 'enterprises-diagnosed',
  targets: 'targets',
  'step-down': 'enterprises-diagnosed',
  'base-plus': 'money-spent',
  checklist: null,
  accumulate: null,
  bands: 'spot-checks',
  judged: null,
  'per-case': 'late-filings',
}

function item(
  id: string,
  points: number,
  primitive: EvaluationItem['primitive'],
  more: Partial<EvaluationItem> = {},
): EvaluationItem {
  const words = t(`项目${id}`, `Item ${id}`)
  return {
    ...cited,
    ...words,
    id,
    points,
    primitive,
    counts: words,
    from: sources[primitive.kind],
    mayDrop: false,
    ...more,
  }
}

const element = (id: string, points: number) => ({ id, ...t(`要素${id}`, `element ${id}`), points })

/** A form nobody issued, with every primitive, a bonus with its lid, items that may drop and vetoes of both kinds. */
export const inventedForm: EvaluationForm = {
  ...cited,
  id: 'invented',
  ...t('虚构评价表', 'Invented form'),
  of: ['mid-term-evaluation', 'final-evaluation'],
  lid: 105,
  parts: [
    {
      ...cited,
      id: 'output',
      ...t('产出', 'Output'),
      points: 70,
      bonus: false,
      items: [
        item('served', 12, { kind: 'ratio', direction: 'at-least', lidPercent: 100, figure: firms }),
        item('price', 8, { kind: 'ratio', direction: 'at-most', lidPercent: 100, figure: wan }, { mayDrop: true }),
        item('targets', 20, { kind: 'targets' }),
        item('quantity', 15, {
          kind: 'step-down',
          off: 'short',
          perPercent: 3,
          points: 1,
          steps: 'whole',
          figure: firms,
        }),
        item('speed', 5, {
          kind: 'step-down',
          off: 'over',
          perPercent: 4,
          points: 0.5,
          steps: 'begun',
          figure: days,
        }),
        item('income', 10, {
          kind: 'base-plus',
          sharePercent: 80,
          perPercent: 5,
          points: 1,
          steps: 'whole',
          lidPercent: 150,
          below: 'ratio',
          figure: wan,
        }),
      ],
    },
    {
      ...cited,
      id: 'work',
      ...t('工作', 'Work'),
      points: 30,
      bonus: false,
      items: [
        item('set-up', 6, { kind: 'checklist', elements: [element('a', 2), element('b', 2.5), element('c', 1.5)] }),
        item(
          'evidence',
          8,
          {
            kind: 'bands',
            bands: [
              { from: 95, to: null, sharePercent: 100 },
              { from: 80, to: 95, sharePercent: 62.5 },
              { from: null, to: 80, sharePercent: 0 },
            ],
            figure: percent,
          },
          { mayDrop: true },
        ),
        item('effect', 9, {
          kind: 'judged',
          bands: [
            { id: 'reached', ...t('达成', 'reached'), minPercent: 80, maxPercent: 100 },
            { id: 'partly', ...t('部分', 'in part'), minPercent: 60, maxPercent: 80 },
            { id: 'missed', ...t('未达', 'missed'), minPercent: 0, maxPercent: 60 },
          ],
        }),
        item('reports', 7, { kind: 'per-case', off: 1.25 }),
      ],
    },
    {
      ...cited,
      id: 'bonus',
      ...t('加分', 'Bonus'),
      points: 5,
      bonus: true,
      items: [
        item('channels', 4, {
          kind: 'accumulate',
          sources: [
            { id: 'channel', ...t('渠道', 'channel'), each: 20 },
            { id: 'need', ...t('需求', 'matched need'), each: 5 },
          ],
          full: 100,
        }),
        item('awards', 3, { kind: 'checklist', elements: [element('d', 3)] }),
      ],
    },
  ],
  vetoes: [
    {
      ...cited,
      id: 'false',
      ...t('虚报', 'False evidence'),
      cap: 'fail',
      when: { by: 'finding', finding: 'false-evidence' },
    },
    {
      ...cited,
      id: 'few',
      ...t('服务过少', 'Too few served'),
      cap: 'pass',
      when: { by: 'item', item: 'served', belowPercent: 50 },
    },
  ],
}

const money = fc.integer({ min: 0, max: 30_000 }).map((fen) => fen / 100)
const share = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const above = fc.integer({ min: 1, max: 60 })
const dropped: ItemFacts = { kind: 'not-applicable', reason: t('没有发生', 'it did not happen') }
const cases = (count: number): Case[] =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i + 1}`, ...t(`第 ${i + 1} 例`, `case ${i + 1}`) }))

const targetFact = fc
  .record({
    actual: fc.option(fc.integer({ min: 0, max: 90 })),
    target: fc.oneof(fc.constant(0), above, share),
    direction: fc.constantFrom('at-least' as const, 'at-most' as const),
    weight: fc.integer({ min: 1, max: 20 }),
  })
  .map((one) => ({ ...one, ...t('指标', 'Indicator'), figure: firms }))

const judged = fc.oneof(
  fc.record({ band: fc.constant('reached'), percent: fc.integer({ min: 80, max: 100 }) }),
  fc.record({ band: fc.constant('partly'), percent: fc.integer({ min: 60, max: 80 }) }),
  fc.record({ band: fc.constant('missed'), percent: fc.integer({ min: 0, max: 60 }) }),
)

const kindOf = <K extends ItemFacts['kind'], T extends object>(kind: K, facts: fc.Arbitrary<T>) =>
  facts.map((one) => ({ kind, ...one }))
const there = fc.integer({ min: 0, max: 2 })

/** Facts of the invented form: anything that may happen, nothing left open. */
export const inventedFacts: fc.Arbitrary<FormFacts> = fc.record({
  items: fc.record({
    served: kindOf('ratio', fc.record({ actual: fc.integer({ min: 0, max: 70 }), target: above })),
    price: fc.oneof(kindOf('ratio', fc.record({ actual: money, target: above })), fc.constant(dropped)),
    targets: kindOf(
      'targets',
      // The first always counts, so that the item is never without any.
      fc.array(targetFact, { maxLength: 6 }).map((rest) => ({
        targets: [
          { actual: 3, target: 7, direction: 'at-least' as const, weight: 5, ...t('指标', 'Indicator'), figure: firms },
          ...rest,
        ].map((one, i) => ({ ...one, code: `T${i + 1}` })),
      })),
    ),
    quantity: kindOf('step-down', fc.record({ done: fc.integer({ min: 0, max: 70 }), plan: above })),
    speed: kindOf('step-down', fc.record({ done: fc.integer({ min: 0, max: 90 }), plan: above })),
    income: kindOf('base-plus', fc.record({ done: money, base: above })),
    'set-up': kindOf('checklist', fc.record({ proofs: fc.record({ a: there, b: there, c: there }) })),
    evidence: fc.oneof(kindOf('bands', fc.record({ figure: share })), fc.constant(dropped)),
    effect: kindOf('judged', judged),
    reports: kindOf('per-case', fc.record({ cases: fc.integer({ min: 0, max: 8 }).map(cases) })),
    channels: kindOf('accumulate', fc.record({ counts: fc.record({ channel: fc.nat(6), need: fc.nat(9) }) })),
    awards: kindOf('checklist', fc.record({ proofs: fc.record({ d: there }) })),
  }),
  findings: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ 'false-evidence': cases(1) }) },
  ),
})
