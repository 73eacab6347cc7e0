import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { filingStates } from '../../../policy/filings/filing.ts'
import { isFilingKind } from '../../../policy/filings/filing-kinds.ts'
import { waitedFor } from '../../../policy/filings/filing-steps.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { type Ordinal, orderedBy } from '../../../shared/clean.ts'
import { dayOf } from '../../../shared/dates.ts'
import { hourOf, type Owed, owedIn } from '../owed/public.ts'
import type { listFilings, OwedFiling } from './contract.ts'
import { whyNotWriter } from './course-filing.ts'
import type { Kinds } from './kind.ts'
import { whyNotOpened } from './open-filing.ts'

type Search = z.output<typeof listFilings.search>

/** What the reader owes or oversees, begun or not, a page at a time; what is about a period, once that is over. */
export async function listFilingsView(
  tx: Tx,
  kinds: Kinds,
  search: Search,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listFilings.reply>> {
  const today = dayOf(now)
  const all = await owedIn(tx, actor, { unitId: search.under, unbegun: { come: true } }, now)
  const batches = new Map(all.map(({ batch }) => [batch.id, { batchId: batch.id, name: batch.name }]))
  const filings = all
    .filter(({ batch, unit, kind }) => {
      const { batchId = batch.id, unitId = unit.id, kind: wanted = kind } = search
      return batchId === batch.id && unitId === unit.id && wanted === kind
    })
    .flatMap((one) => rowOf(one).map((row) => ({ row, one })))
    .filter(({ row }) => isWanted(row, search.show))
  const isOne = new Set(filings.map(({ row }) => row.unitId)).size === 1
  const groups = Map.groupBy(filings, ({ row }) => (isOne ? row.batchId : `${row.batchId} ${row.kind} ${row.period}`))
  const inOrder = [...groups.values()].flatMap((group) => orderedBy(group, search.sort, (key) => ordinals[key] ?? null))
  const start = (search.page - 1) * search.pageSize
  const page: OwedFiling[] = []
  for (const { row, one } of inOrder.slice(start, start + search.pageSize))
    page.push({ ...row, open: await openable(tx, kinds, { row, one }, actor, now) })
  return { today, batches: [...batches.values()], filings: page, total: filings.length, isOne }
}

/** All of a row but what the reader may do, which is asked for what is shown. */
type Row = Omit<OwedFiling, 'open'>
type Listed = { readonly row: Row; readonly one: Owed }

const ordinals: Readonly<Record<string, (listed: Listed) => Ordinal>> = {
  name: ({ row }) => `${row.name.zh} ${row.period}`,
  unitName: ({ one }) => one.unit.scope,
  state: ({ row }) => (row.state === null ? -1 : filingStates.indexOf(row.state)),
  dueOn: ({ row }) => row.dueOn,
  waiting: ({ row }) => row.waiting.map(({ zh }) => zh).join(),
}

/** Whether the button to begin it would be refused; what the database is asked for, of the reader's own few that are not begun, locked ones apart. */
async function openable(
  tx: Tx,
  kinds: Kinds,
  { row: { filingId, standing }, one }: Listed,
  actor: Actor,
  now: Date,
): Promise<OwedFiling['open']> {
  const { kind, ...duty } = one
  const open = abilityOf(actor, 'open', 'filing.edit', whyNotWriter(one, actor))
  if (!open.allowed || filingId !== null || standing.state === 'locked' || !isFilingKind(kind)) return open
  return abilityOf(actor, 'open', 'filing.edit', await whyNotOpened(tx, kinds[kind], { ...duty, kind }, now))
}

function isWanted({ isDone: over, standing: { state } }: Row, show: Search['show']): boolean {
  if (show === undefined) return true
  if (show === 'late') return state === 'late' || state === 'overdue' || state === 'locked' || state === 'exempted'
  return show === 'done' ? over : !over
}

/** Nothing of what the product knows the day of, but does not file yet. */
function rowOf(owed: Owed): Row[] {
  const { kind, rule, period, batch, unit, pilotId, day, filing, standing, next, isDone } = owed
  if (!isFilingKind(kind)) return []
  return [
    {
      filingId: filing?.filingId ?? null,
      batchId: batch.id,
      batchName: batch.name,
      kind,
      name: { zh: rule.zh, en: rule.en },
      clause: rule.clause,
      period,
      pilotId,
      unitId: unit.id,
      unitName: unit.name,
      state: filing?.state ?? null,
      dueOn: day.dueOn,
      dueAt: hourOf(owed),
      standing,
      filedOn: filing?.filedOn ?? null,
      recordNo: filing?.recordNo ?? null,
      isDone,
      waiting: waitedFor(next),
    },
  ]
}
