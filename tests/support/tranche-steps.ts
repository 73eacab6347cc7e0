import fc from 'fast-check'
import type { Grade } from '../../src/policy/editions/edition-rules.ts'
import type { Bureau } from '../../src/policy/people/roles.ts'

export type Step =
  | { do: 'recommend'; no: number; part: number; off: number }
  | { do: 'withdraw' | 'release' | 'receive' | 'reverse' | 'publish' | 'take-down' | 'object' | 'answer'; no: number }
  | { do: 'judge'; no: number; bureau: Bureau; underWay: boolean; by: string }
  | { do: 'days'; days: number }
  | {
      do: 'facts'
      planApproved: boolean
      controlFile: boolean
      done: number
      running: number
      grade: Grade | null
      rectified: boolean
    }

// Early tranches more often, or the later ones never have their turn.
const no = fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 3, 4)
/** Anything anybody may try, sensible or not. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('recommend' as const),
      no,
      part: fc.nat(100),
      off: fc.constantFrom(0, 0, 0, 0, 1, -1),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'release',
        'receive',
        'publish',
        'release',
        'withdraw',
        'reverse',
        'take-down',
        'object',
        'answer',
      ),
      no,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('judge' as const),
      no,
      bureau: fc.constantFrom<Bureau>('economy', 'finance'),
      underWay: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      by: fc.constantFrom('own', 'own', 'own', 'both'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('facts' as const),
      planApproved: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      controlFile: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      done: fc.constantFrom(4, 5, 5, 5),
      running: fc.integer({ min: 0, max: 4 }),
      grade: fc.constantFrom<Grade | null>('excellent', 'good', 'good', 'good', 'pass', 'fail', null),
      rectified: fc.boolean(),
    }),
  },
)
