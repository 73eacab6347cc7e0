import { describe, expect, test } from 'vitest'
import type { StandingState } from '../calendar/deadlines.ts'
import { editionOf } from '../editions/edition.ts'
import type { ObligationId } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { type ClauseFacts, type ClauseState, clauseStatesOf } from './clause-state.ts'

const edition = editionOf('zj-2023')
const latest = editionOf('zj-2025')
const sentence = { zh: '第 1 期可拨付', en: 'tranche 1 may be released' }

const waiting: ClauseFacts['tranches'] = [
  { no: 1, state: 'waiting', open: false, missing: ['plan-approved'], sentence },
  { no: 2, state: 'waiting', open: false, missing: ['plan-approved', 'enterprises-diagnosed'], sentence },
  { no: 3, state: 'waiting', open: false, missing: ['plan-approved', 'evaluation-done'], sentence },
]
const nothing: ClauseFacts = { planApproved: false, duties: [], tranches: waiting }

function duty(kind: ObligationId, standing: StandingState, dueOn: string, period = ''): ClauseFacts['duties'][number] {
  return { kind, period, standing, dueOn, handedOn: false }
}

function stateOf(clause: Clause, facts: Partial<ClauseFacts>, of = edition): ClauseState | null {
  return clauseStatesOf(of, { ...nothing, ...facts }).get(clause)?.state ?? null
}

describe('a clause that somebody owes something by', () => {
  const table = (standing: StandingState, period: string) => duty('target-table', standing, '2026-07-10', period)

  test.each([
    [['overdue', 'on-time'], 'missed'],
    [['locked'], 'missed'],
    [['exempted'], 'missed'],
    [['on-time', 'due', 'not-yet'], 'due'],
    [['on-time', 'late', 'not-yet'], 'met'],
    [['not-yet'], 'not-yet'],
  ] as const)('%s is %s (G3.5)', (standings, state) => {
    const duties = standings.map((standing, at) => table(standing, `2026Q${at + 1}`))
    expect(stateOf('G3.5', { duties })).toBe(state)
  })

  test('says of what the county hands on that it is the county’s, and counts it beside what was filed (G5.5)', () => {
    const report = duty('major-matter', 'on-time', '2026-06-02', '2026-001')
    const handedOn = (standing: StandingState) => ({ ...report, standing, dueOn: '2026-06-04', handedOn: true })
    const said = (standing: StandingState) =>
      clauseStatesOf(edition, { ...nothing, duties: [report, handedOn(standing)] }).get('G5.5')
    expect(said('overdue')).toMatchObject({
      state: 'missed',
      because: { zh: '重大事项报告县级应于 2026-06-04 前上报，尚未上报' },
    })
    expect(said('due')).toMatchObject({
      state: 'due',
      because: { en: 'Major-matter report: to be handed on by the county by 2026-06-04' },
    })
    expect(said('late')).toMatchObject({
      state: 'met',
      because: { zh: '已按期报送 1 项；县级已上报 1 项，其中逾期 1 项' },
    })
  })

  test('names the one that was let pass, its day, and the way there', () => {
    const duties = [table('on-time', '2026Q2'), table('overdue', '2026Q3')]
    expect(clauseStatesOf(edition, { ...nothing, duties }).get('G3.5')).toEqual({
      state: 'missed',
      because: {
        zh: '2026年三季度绩效目标完成情况表应于 2026-07-10 报送，尚未报送',
        en: 'Target completion table, 2026 Q3: was due on 2026-07-10, not filed',
      },
      place: { at: 'duty', kind: 'target-table', period: '2026Q3' },
    })
  })

  test('is silent where the reader does not see who owes it (G5.1)', () => {
    expect(stateOf('G5.1', {})).toBeNull()
    expect(stateOf('G5.1', { duties: [duty('liaison-list', 'late', '2026-04-18')] })).toBe('met')
  })
})

describe('a clause that money waits for', () => {
  const tranche = (no: number, more: Partial<ClauseFacts['tranches'][number]>) => ({
    ...waiting.find((one) => one.no === no),
    no,
    state: 'waiting' as const,
    open: false,
    missing: [],
    sentence,
    ...more,
  })

  test('is due when the next tranche can be acted on, met when all has arrived (G4.2)', () => {
    expect(stateOf('G4.2', {})).toBe('not-yet')
    expect(stateOf('G4.2', { tranches: [tranche(1, { open: true }), ...waiting.slice(1)] })).toBe('due')
    expect(stateOf('G4.2', { tranches: [tranche(1, { state: 'released' }), ...waiting.slice(1)] })).toBe('due')
    expect(stateOf('G4.2', { tranches: [tranche(1, { state: 'received' }), ...waiting.slice(1)] })).toBe('not-yet')
    expect(stateOf('G4.2', { tranches: [1, 2, 3].map((no) => tranche(no, { state: 'received' })) })).toBe('met')
  })

  test('a plan that is filed and not approved is not met yet; one overdue is missed (G3.1)', () => {
    const filed = [duty('plan', 'on-time', '2026-04-25')]
    expect(stateOf('G3.1', { duties: filed })).toBe('not-yet')
    expect(stateOf('G3.1', { duties: filed, tranches: [1, 2, 3].map((no) => tranche(no, {})) })).toBe('met')
    expect(stateOf('G3.1', { duties: [duty('plan', 'overdue', '2026-04-25')] })).toBe('missed')
  })

  test('every enterprise is diagnosed, or not yet (G1.3)', () => {
    expect(stateOf('G1.3', {})).toBe('not-yet')
    expect(stateOf('G1.3', { tranches: [1, 2, 3].map((no) => tranche(no, {})) })).toBe('met')
  })
})

describe('a rule that is held at every step', () => {
  test('holds from admission on, or from the approved plan on (G0, G3.3, G3.6)', () => {
    expect(stateOf('G0', {})).toBe('met')
    expect(['G3.3', 'G3.6', 'G4.4'].map((clause) => stateOf(clause as Clause, {}))).toEqual(Array(3).fill('not-yet'))
    expect(['G3.3', 'G3.6', 'G4.4'].map((clause) => stateOf(clause as Clause, { planApproved: true }))).toEqual(
      Array(3).fill('met'),
    )
  })

  test('an edition answers by its own clauses: those of the other one say nothing of its pilots', () => {
    expect(stateOf('H0', {}, latest)).toBe('met')
    expect(stateOf('H3', { duties: [duty('plan', 'due', '2025-02-20')] }, latest)).toBe('due')
    expect(stateOf('H3', {})).toBeNull()
    expect(stateOf('H2', {})).toBeNull()
    expect([stateOf('G0', {}, latest), stateOf('G3.5', {}, latest)]).toEqual([null, null])
    // Carried over without a row of its own: the ledger is kept apart in every edition.
    expect(stateOf('G3.6', { planApproved: true }, latest)).toBe('met')
  })

  test('what only supports has no state at all (G2.1, G6.2)', () => {
    expect([stateOf('G2.1', { planApproved: true }), stateOf('G6.2', { planApproved: true })]).toEqual([null, null])
  })
})
