import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import { type VetoFinding, vetoFindings } from '../editions/evaluation-rules.ts'
import { type MeasureKind, measureKindList, measureKindNames } from '../editions/rule-terms.ts'
import type { Clause } from '../guide/clauses.ts'

export { type MeasureKind, measureKindList } from '../editions/rule-terms.ts'

/** What is done against a pilot (G5.3). `asks`: what its decision names besides ground, reason and paper. */
export const measureKinds = {
  criticism: { ...measureKindNames.criticism, asks: [] },
  deduction: { ...measureKindNames.deduction, asks: ['amountFen'] },
  recovery: { ...measureKindNames.recovery, asks: ['amountFen', 'dueOn'] },
} as const satisfies Record<MeasureKind, Text & { readonly asks: readonly ('amountFen' | 'dueOn')[] }>

type ClauseOf = (edition: Edition) => Clause
const evaluated: ClauseOf = (edition) => clauseIn(edition, 'G5.3')
const truth: ClauseOf = (edition) => clauseIn(edition, 'G3.4')
const earmark: ClauseOf = (edition) => clauseIn(edition, 'G4.4')
const approval: ClauseOf = (edition) => clauseIn(edition, 'G5.5')
const separate: ClauseOf = (edition) => clauseIn(edition, 'G3.6')

type GroundRow = Text & { readonly clause: ClauseOf; readonly kinds: readonly MeasureKind[] }
const anyKind = measureKindList

/** Why a measure is taken. What was found is a proven fact, on which the veto of an evaluation rests; `unspent` is what is left at the end. */
export const measureGrounds = {
  'weak-progress': { zh: '工作进展缓慢', en: 'weak progress', clause: evaluated, kinds: anyKind },
  'targets-missed': { zh: '未完成绩效目标', en: 'targets missed', clause: evaluated, kinds: anyKind },
  'rectification-failed': { zh: '整改不到位', en: 'problems not put right', clause: evaluated, kinds: anyKind },
  'false-evidence': { ...vetoFindings['false-evidence'], clause: truth, kinds: anyKind },
  'money-misused': { ...vetoFindings['money-misused'], clause: earmark, kinds: anyKind },
  'unapproved-change': { ...vetoFindings['unapproved-change'], clause: approval, kinds: anyKind },
  unspent: {
    zh: '结算期满结余资金',
    en: 'money not spent when the period ended',
    clause: separate,
    kinds: ['recovery'],
  },
} as const satisfies Record<string, GroundRow>
export type MeasureGround = keyof typeof measureGrounds
export const measureGroundList = Object.keys(measureGrounds) as [MeasureGround, ...MeasureGround[]]

/** The fact that a ground says was proven, or null. */
export function findingOf(ground: MeasureGround): VetoFinding | null {
  return Object.hasOwn(vetoFindings, ground) ? (ground as VetoFinding) : null
}

/** The clause of a measure, by the number that it bears in the pilot's edition. */
export function measureClause(edition: Edition, ground: MeasureGround): Clause {
  return measureGrounds[ground].clause(edition)
}
