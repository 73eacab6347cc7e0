import type { Day } from '../../shared/dates.ts'
import { periodName } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'
import type { StandingState } from '../calendar/deadlines.ts'
import { type Edition, obligationOf } from '../editions/edition.ts'
import { clausesOf } from '../editions/edition-clauses.ts'
import type { ObligationId, TrancheCondition } from '../editions/edition-rules.ts'
import { type Clause, clauses } from '../guide/clauses.ts'
import type { TrancheState } from '../money/tranche-states.ts'

/** Where a pilot stands with a clause: done, owed now, let pass, or its time has not come. */
export type ClauseState = 'met' | 'due' | 'missed' | 'not-yet'

export const clauseStateNames: Readonly<Record<ClauseState, Text>> = {
  missed: { zh: '逾期', en: 'missed' },
  due: { zh: '待办', en: 'due' },
  'not-yet': { zh: '未到', en: 'not yet' },
  met: { zh: '符合', en: 'met' },
}
/** The worst first. */
export const clauseStates = Object.keys(clauseStateNames) as [ClauseState, ...ClauseState[]]

/** Where it is worked on: a duty's own page, or a page of the pilot. */
export type ClausePlace =
  | { readonly at: 'duty'; readonly kind: ObligationId; readonly period: string }
  | { readonly at: 'plan' | 'tranches' | 'enterprises' | 'services' }

export type ClauseStanding = { readonly state: ClauseState; readonly because: Text; readonly place: ClausePlace | null }

/** What one pilot owes, what its tranches wait for, and whether its plan is locked. County duties count where the reader sees them. */
export type ClauseFacts = {
  readonly planApproved: boolean
  readonly duties: readonly {
    readonly kind: ObligationId
    readonly period: string
    readonly standing: StandingState
    readonly dueOn: Day
    /** Of the county, by when it hands on what the pilot files. */
    readonly handedOn: boolean
  }[]
  readonly tranches: readonly {
    readonly no: number
    readonly state: TrancheState
    readonly open: boolean
    /** Conditions of this tranche that are not met. */
    readonly missing: readonly TrancheCondition[]
    readonly sentence: Text
  }[]
}

/** The state of every clause that the edition stands on; a clause that asks nothing of this pilot, or nothing the reader sees, is not in it. */
export function clauseStatesOf(edition: Edition, facts: ClauseFacts): Map<Clause, ClauseStanding> {
  const standings = new Map<Clause, ClauseStanding>()
  for (const [clause, rules] of rulesByClause(edition)) {
    const parts = [dutyPart(edition, rules, facts), tranchePart(rules, facts), ...conditionParts(rules, facts)].filter(
      (part) => part !== null,
    )
    const standing = worst(parts) ?? rulePart(rules, facts)
    if (standing) standings.set(clause, standing)
  }
  return standings
}

/** What an edition says under one clause. */
type ClauseRules = {
  readonly duties: readonly ObligationId[]
  readonly tranches: readonly number[]
  /** What gates ask under it, where it is not the tranche's own clause. */
  readonly conditions: readonly { readonly no: number; readonly condition: TrancheCondition }[]
  /** Held at every step without being owed by a day: from admission on, or from the approved plan on. */
  readonly held: 'from-start' | 'from-plan' | null
}

const known = new WeakMap<Edition, ReadonlyMap<Clause, ClauseRules>>()

/** Read once for each edition: a province asks it for a thousand pilots. */
function rulesByClause(edition: Edition): ReadonlyMap<Clause, ClauseRules> {
  const found = known.get(edition) ?? readRules(edition)
  known.set(edition, found)
  return found
}

function readRules(edition: Edition): ReadonlyMap<Clause, ClauseRules> {
  const { obligations, tranches, ...rows } = edition
  const cited = clausesIn(rows)
  return new Map(
    (Object.keys(clauses) as Clause[]).map((clause) => {
      const duties = obligations.filter((row) => row.clause === clause).map(({ id }) => id)
      const own = tranches.filter((row) => row.clause === clause).map(({ no }) => no)
      const conditions = tranches
        .filter((rule) => rule.clause !== clause)
        .flatMap(({ no, conditions: asked }) =>
          asked.filter((row) => row.clause === clause).map(({ condition }) => ({ no, condition })),
        )
      const holds = cited.has(clause) || bindsWithoutRow(edition, clause)
      const fromStart = [edition.excludedDivisions.clause, edition.awards.clause].includes(clause)
      const held = duties.length + own.length > 0 || !holds ? null : fromStart ? 'from-start' : 'from-plan'
      return [clause, { duties, tranches: own, conditions, held }]
    }),
  )
}

function worst(parts: readonly ClauseStanding[]): ClauseStanding | null {
  return [...parts].sort((a, b) => clauseStates.indexOf(a.state) - clauseStates.indexOf(b.state))[0] ?? null
}

const stateOfDuty: Readonly<Record<StandingState, ClauseState>> = {
  overdue: 'missed',
  locked: 'missed',
  exempted: 'missed',
  due: 'due',
  'not-yet': 'not-yet',
  'on-time': 'met',
  late: 'met',
}

/** What is owed by a day: one that was let pass says more than all that were filed; what lies ahead says nothing against it. */
function dutyPart(edition: Edition, rules: ClauseRules, facts: ClauseFacts): ClauseStanding | null {
  if (rules.duties.length === 0) return null
  const duties = facts.duties.filter(({ kind }) => rules.duties.includes(kind))
  if (duties.length === 0) return null
  for (const state of ['missed', 'due', 'met', 'not-yet'] as const) {
    const those = duties.filter(({ standing }) => stateOfDuty[standing] === state)
    const [first] = those
    if (!first) continue
    const place: ClausePlace = { at: 'duty', kind: first.kind, period: first.period }
    if (state === 'met') return { state, place, because: metText(those) }
    const about: Text = nameOf(edition, first.kind, first.period)
    return {
      state,
      place,
      because: first.handedOn ? handingOnText(state, about, first.dueOn) : dutyText(state, about, first.dueOn),
    }
  }
  return null
}

function nameOf(edition: Edition, kind: ObligationId, period: string): Text {
  const { zh, en } = obligationOf(edition, kind)
  const name = period === '' || !/^\d{4}[MQH]/.test(period) ? null : periodName(period)
  return name ? { zh: `${name.zh}${zh}`, en: `${en}, ${name.en}` } : { zh, en }
}

function dutyText(state: Exclude<ClauseState, 'met'>, { zh, en }: Text, dueOn: Day): Text {
  switch (state) {
    case 'missed':
      return { zh: `${zh}应于 ${dueOn} 报送，尚未报送`, en: `${en}: was due on ${dueOn}, not filed` }
    case 'due':
      return { zh: `${zh}，${dueOn} 到期`, en: `${en}: due on ${dueOn}` }
    case 'not-yet':
      return { zh: `${zh}，${dueOn} 到期，尚未到报送时间`, en: `${en}: due on ${dueOn}, its time has not come` }
  }
}

function handingOnText(state: Exclude<ClauseState, 'met'>, { zh, en }: Text, dueOn: Day): Text {
  if (state === 'missed')
    return {
      zh: `${zh}县级应于 ${dueOn} 前上报，尚未上报`,
      en: `${en}: the county was to hand it on by ${dueOn}, not handed on`,
    }
  return { zh: `${zh}，县级应于 ${dueOn} 前上报`, en: `${en}: to be handed on by the county by ${dueOn}` }
}

/** What was filed, and beside it what the county has handed on of it. */
function metText(duties: ClauseFacts['duties']): Text {
  const { filed = [], handed = [] } = Object.groupBy(duties, ({ handedOn }) => (handedOn ? 'handed' : 'filed'))
  const parts = [
    doneText(filed, { zh: '报送', en: 'filed' }),
    doneText(handed, { zh: '上报', en: 'handed on' }, '县级'),
  ]
  const said = parts.filter((part) => part !== null)
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }
}

function doneText(those: ClauseFacts['duties'], { zh, en }: Text, whoZh = ''): Text | null {
  const count = those.length
  const late = those.filter(({ standing }) => standing === 'late').length
  if (count === 0) return null
  return late > 0
    ? { zh: `${whoZh}已${zh} ${count} 项，其中逾期 ${late} 项`, en: `${count} ${en}, ${late} of them late` }
    : { zh: `${whoZh}已按期${zh} ${count} 项`, en: `${count} ${en} in time` }
}

/** The money: due when somebody can act on the next tranche, met when all has arrived. */
function tranchePart(rules: ClauseRules, { tranches }: ClauseFacts): ClauseStanding | null {
  const own = tranches.filter(({ no }) => rules.tranches.includes(no))
  if (own.length === 0) return null
  const place: ClausePlace = { at: 'tranches' }
  const next = own.find(({ state }) => state !== 'received')
  if (!next) return { state: 'met', place, because: { zh: '各期资金均已到账', en: 'every tranche has arrived' } }
  const waits = next.state === 'waiting' && !next.open
  return { state: waits ? 'not-yet' : 'due', place, because: next.sentence }
}

const conditionPlaces: Partial<Record<TrancheCondition, ClausePlace>> = {
  'plan-approved': { at: 'plan' },
  'mechanism-ready': { at: 'plan' },
  'enterprises-diagnosed': { at: 'enterprises' },
  'services-under-way': { at: 'services' },
}

const unmetTexts: Partial<Record<TrancheCondition, Text>> = {
  'plan-approved': { zh: '方案尚未审核通过', en: 'the plan is not yet approved' },
  'mechanism-ready': { zh: '服务机制与内控制度尚未建立', en: 'mechanism and fund-control rules are not set up' },
  'enterprises-diagnosed': { zh: '试点企业尚未全部诊断', en: 'not every pilot enterprise has been diagnosed' },
  'services-under-way': { zh: '服务尚未实际开展', en: 'services are not yet under way' },
  'evaluation-done': { zh: '绩效评价尚未完成', en: 'the evaluation is not done' },
}

/** What a gate asks under a clause that is not the tranche's own: the diagnoses, the evaluation. */
function conditionParts({ conditions }: ClauseRules, { tranches }: ClauseFacts): ClauseStanding[] {
  return conditions.flatMap(({ condition, no }): ClauseStanding[] => {
    const tranche = tranches.find((one) => one.no === no)
    if (!tranche) return []
    const place = conditionPlaces[condition] ?? { at: 'tranches' as const }
    if (!tranche.missing.includes(condition))
      return [
        { state: 'met', place, because: { zh: `第 ${no} 期拨付条件已具备`, en: `condition of tranche ${no} is met` } },
      ]
    const text = unmetTexts[condition] ?? { zh: '拨付条件尚未具备', en: 'a condition of payment is not met' }
    return [{ state: 'not-yet', place, because: text }]
  })
}

const always: Text = { zh: '办理时逐项核对，不符合的不予通过', en: 'checked at every step; what breaks it is refused' }
const fromPlanOn: Text = { zh: '方案通过后逐项核对', en: 'checked from the approval of the plan on' }

/** A rule that is held at every step: from admission on where it decides who takes part, else from the approved plan on. */
function rulePart({ held }: ClauseRules, { planApproved }: ClauseFacts): ClauseStanding | null {
  if (held === null) return null
  if (planApproved || held === 'from-start') return { state: 'met', because: always, place: null }
  return { state: 'not-yet', because: fromPlanOn, place: { at: 'plan' } }
}

/** What binds by the code alone, as separate accounting does. */
function bindsWithoutRow(edition: Edition, clause: Clause): boolean {
  return clauses[clause].binding && clausesOf(edition).includes(clause)
}

/** Every clause that a row of these rules stands on. */
function clausesIn(rules: object): Set<string> {
  const found = new Set<string>()
  for (const [key, value] of Object.entries(rules)) {
    if (key === 'clause' && typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) for (const clause of clausesIn(value)) found.add(clause)
  }
  return found
}
