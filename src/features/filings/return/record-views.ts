import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { indicatorOf } from '../../../policy/editions/edition.ts'
import { isQuotient, isState } from '../../../policy/editions/indicator-kinds.ts'
import type { RecordKind } from '../../../policy/records/records.ts'
import { figureFacts, percentageOf } from '../../../policy/returns/indicators.ts'
import { changedFacts, type ReturnFact } from '../../../policy/returns/return-facts.ts'
import { type PeriodCode, periodDays } from '../../../shared/periods.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import type { FilingRow } from '../course/public.ts'
import type { listRowRecords, RecordView } from './contract.ts'
import { recordsOf } from './facts.ts'
import type { Labels } from './label-texts.ts'
import { labelsOf } from './record-labels.ts'
import { namesOf } from './row-views.ts'
import { type FrozenHead, factsOf, headBefore, headOf } from './store.ts'
import { factsOn } from './table.ts'
import { isLive, pilotOf, readTableFiling } from './table-filing.ts'

type Search = z.output<(typeof listRowRecords)['search']>
type Reply = z.input<typeof listRowRecords.reply>

/** The most records of a correction that are listed; the figure itself counts all. */
const mostChanges = 100

/** The records behind one figure: as they are now while the return is open, as they were counted once it is submitted. */
export async function rowRecordsView(
  tx: Tx,
  { filingId, indicator }: z.output<(typeof listRowRecords)['params']>,
  asked: Search,
  reader: Pick<Actor, 'scope'>,
): Promise<Reply> {
  const filing = await readTableFiling(tx, reader, filingId)
  const pilot = await pilotOf(tx, filing)
  const { row } = filing
  const rule = indicatorOf(pilot.edition, indicator)
  if (!rule) throw notFound({ zh: '指标', en: 'indicator' })
  const frozen = isLive(filing) ? null : await headOf(tx, filingId)
  const read = await factsBehind(tx, { pilot, row }, frozen, indicator)
  const { from, to } = spanOf(row.period, asked.span, isState(rule.kind))
  const facts = read.facts.filter(({ day }) => from <= day && day <= to)
  // What counts is decided over the whole period: a firm served before the period is not new in it.
  const counted = new Set(figureFacts(read.facts, rule.distinct))
  const counting = facts.filter((fact) => counted.has(fact))
  const value = sum(counting, 'value')
  const of = isQuotient(rule.kind) ? sum(counting, 'of') : null
  const newest = [...facts].sort((a, b) => b.day.localeCompare(a.day) || a.recordId.localeCompare(b.recordId))
  const shown = newest.slice((asked.page - 1) * asked.pageSize, asked.page * asked.pageSize)
  const { added = [], removed = [] } = read.changes ?? {}
  const labels = await labelled(tx, [...shown, ...added, ...removed])
  const views = (some: readonly ReturnFact[]) => some.map((fact) => viewOf(fact, counted.has(fact), labels))
  const { name, formula, unit, kind } = namesOf(pilot.edition, { indicator, unit: rule.unit.zh })
  return {
    indicator,
    name,
    formula,
    unit,
    kind,
    value,
    of,
    figure: !rule.computed ? null : of === null ? value : percentageOf(counting),
    frozen: frozen !== null,
    total: facts.length,
    records: views(shown),
    changes: read.changes && { period: read.changes.period, added: views(added), removed: views(removed) },
  }
}

type Behind = {
  facts: ReturnFact[]
  changes: { period: PeriodCode; added: ReturnFact[]; removed: ReturnFact[] } | null
}

/** The facts of one indicator, and how those of the return before have changed since it was submitted. */
async function factsBehind(
  tx: Tx,
  { pilot, row }: { readonly pilot: Pilot; readonly row: FilingRow },
  frozen: FrozenHead | null,
  indicator: string,
): Promise<Behind> {
  if (frozen) return { facts: await factsOf(tx, frozen.versionId, indicator), changes: null }
  const records = await recordsOf(tx, pilot.id)
  const at = (cutOff: string) => factsOn(pilot, records, cutOff).filter((fact) => fact.indicator === indicator)
  const facts = at(periodDays(row.period).to)
  const before = await headBefore(tx, pilot.id, row.period)
  if (!before) return { facts, changes: null }
  const { added, removed } = changedFacts(await factsOf(tx, before.versionId, indicator), at(before.cutOff))
  const changes = { period: before.period, added: added.slice(0, mostChanges), removed: removed.slice(0, mostChanges) }
  return { facts, changes: added.length + removed.length > 0 ? changes : null }
}

function spanOf(period: PeriodCode, span: Search['span'], state: boolean): { from: string; to: string } {
  const { from, to } = periodDays(period)
  // A state at the cut-off has no beginning: what holds then holds for period and year alike.
  if (span === 'total' || state) return { from: '', to }
  return { from: span === 'period' ? from : `${period.slice(0, 4)}-01-01`, to }
}

async function labelled(tx: Tx, facts: readonly ReturnFact[]): Promise<Map<RecordKind, Labels>> {
  const labels = new Map<RecordKind, Labels>()
  for (const kind of new Set(facts.map((fact) => fact.kind))) {
    const ids = [...new Set(facts.filter((fact) => fact.kind === kind).map((fact) => fact.recordId))]
    labels.set(kind, await labelsOf(tx, kind, ids))
  }
  return labels
}

function viewOf(fact: ReturnFact, counted: boolean, labels: ReadonlyMap<RecordKind, Labels>): RecordView {
  const { kind, recordId, day, value, of = null, proofs } = fact
  const label = labels.get(kind)?.get(recordId)
  if (!label) throw new Error(`no ${kind} ${recordId}`)
  return { kind, recordId, day, value, of, counted, proofs, ...label }
}

function sum(facts: readonly ReturnFact[], field: 'value' | 'of'): number {
  return facts.reduce((total, fact) => total + (fact[field] ?? 0), 0)
}
