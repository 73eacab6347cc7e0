import fc from 'fast-check'
import { measureGroundList, measureKindList } from '../../src/policy/money/measure-grounds.ts'
import type { Decision } from '../../src/policy/money/measures.ts'
import { type Step, step } from './tranche-steps.ts'

export type MeasureStep =
  | { do: 'tranche'; step: Step }
  | { do: 'spend'; part: number }
  | { do: 'decide'; kind: Decision['kind']; ground: Decision['ground']; part: number; off: number }
  | { do: 'confirm' | 'reverse' | 'undo-receipt' | 'undo-reissue'; at: number }
  | { do: 'pay-back'; at: number; part: number; ownPart: number; off: number }
  | { do: 'reissue'; at: number; part: number; off: number }

const part = fc.nat(100)
/** Of the measures, the last ones. */
const at = fc.nat(2)
const off = fc.constantFrom(0, 0, 0, 0, 1, -1)

/** Anything anybody may try with tranches and measures, sensible or not. */
export const measureStep: fc.Arbitrary<MeasureStep> = fc.oneof(
  { weight: 12, arbitrary: step.map((one) => ({ do: 'tranche' as const, step: one })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('spend' as const), part }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{
        do: fc.constant('decide' as const),
        kind: fc.constantFrom(...measureKindList, 'recovery' as const, 'recovery' as const),
      },
      ...{ ground: fc.constantFrom(...measureGroundList), part, off },
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('confirm', 'confirm', 'confirm', 'confirm', 'confirm', 'reverse'),
      at,
    }) as fc.Arbitrary<MeasureStep>,
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('undo-receipt', 'undo-reissue', 'undo-reissue'),
      at,
    }) as fc.Arbitrary<MeasureStep>,
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('pay-back' as const), at, part, ownPart: part, off }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reissue' as const), at, part, off }) },
)

const first = (one: Step): MeasureStep => ({ do: 'tranche', step: one })
/** The first tranche is paid and received, where the edition lets it go at once. */
export const firstPaid: readonly MeasureStep[] = [
  first({ do: 'judge', no: 1, bureau: 'economy', underWay: true, by: 'own' }),
  first({ do: 'judge', no: 1, bureau: 'finance', underWay: true, by: 'own' }),
  first({ do: 'recommend', no: 1, part: 100, off: 0 }),
  first({ do: 'publish', no: 1 }),
  ...[9, 9, 9].map((days) => first({ do: 'days', days })),
  first({ do: 'release', no: 1 }),
  first({ do: 'receive', no: 1 }),
]
