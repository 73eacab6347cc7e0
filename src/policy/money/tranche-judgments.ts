import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { TrancheRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { refuse } from '../guide/refuse.ts'
import { notInState } from '../lifecycle.ts'
import { type Bureau, bureauNames } from '../people/roles.ts'
import { type Tranche, trancheStateNames } from './tranche-states.ts'

/** A bureau's word on whether the services are really under way (G4.2); `by` and `preparedBy` are account ids. */
export type Judgment = {
  readonly bureau: Bureau
  readonly underWay: boolean
  readonly reason: string
  readonly by: string
  /** Where it takes two persons: who prepared what the other signed. */
  readonly preparedBy?: string | null
}

/** The word that stands for each bureau: its last one. */
export type Judgments = Readonly<Record<Bureau, Judgment | null>>

export const bureaus = Object.keys(bureauNames) as Bureau[]
export const noJudgments: Judgments = { economy: null, finance: null }

const judge: Text = { zh: '作出开展情况判断', en: 'judge whether the services are under way' }

/** The clause under which a tranche asks for both bureaus' judgment; null where it asks for none. */
export function judgmentClause(rule: TrancheRule): Clause | null {
  return rule.conditions.find((row) => row.condition === 'judged-under-way')?.clause ?? null
}

/**
 * A bureau says yes or no, with its reason. Its later word replaces the earlier one until the money is out; nobody speaks
 * for both bureaus.
 */
export function judgeTranche(given: {
  readonly rule: TrancheRule
  readonly tranche: Pick<Tranche, 'state'>
  readonly standing: Judgments
  readonly bureau: Bureau | null
  readonly underWay: boolean
  readonly reason: string
  readonly by: string
  readonly preparedBy?: string | null
}): Judgment | Refusal {
  const { rule, tranche, bureau, underWay, by, preparedBy = null } = given
  const no = mayJudge(given)
  const clause = judgmentClause(rule)
  if (no || bureau === null) return no ?? refuse('funds.judged-by-bureaus', clause)
  if (tranche.state === 'released' || tranche.state === 'received') {
    return notInState(trancheStateNames[tranche.state], judge, clause)
  }
  const reason = given.reason.trim()
  const vague = checkReason(reason, 'common.reason-missing', clause)
  if (vague) return vague
  return { bureau, underWay, reason, by, preparedBy }
}

/** Whether this person may judge this tranche at all; also for the button that explains itself. */
export function mayJudge({
  rule,
  standing,
  bureau,
  by,
  preparedBy = null,
}: {
  readonly rule: TrancheRule
  readonly standing: Judgments
  readonly bureau: Bureau | null
  readonly by: string
  readonly preparedBy?: string | null
}): Refusal | null {
  const clause = judgmentClause(rule)
  if (!clause) return refuse('funds.judgment-not-asked', rule.clause, { no: rule.no })
  if (bureau === null) return refuse('funds.judged-by-bureaus', clause)
  const other = standing[bureau === 'economy' ? 'finance' : 'economy']
  const hands = [other?.by, other?.preparedBy].filter((one) => typeof one === 'string')
  return hands.some((one) => one === by || one === preparedBy) ? refuse('funds.one-person-judges-twice', clause) : null
}
