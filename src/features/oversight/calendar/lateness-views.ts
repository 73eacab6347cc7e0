import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { latenessOf } from '../../../policy/calendar/lateness.ts'
import { passingOnName } from '../../../policy/plan/passing-on.ts'
import { byPlace } from '../../../shared/clean.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Owed, owedAndHandedOn } from '../../filings/owed/public.ts'
import { allBatches, choices, narrowedTo } from './batches.ts'
import type { LatenessView, showLateness } from './contract.ts'

type Unit = { unitId: string; name: string; kind: string; scope: string }

/** How complete and how timely everything below a unit was filed: as a whole, by kind, by the units of the next tier. */
export async function showLatenessView(
  tx: Tx,
  asked: z.output<typeof showLateness.search>,
  actor: Actor,
  now: Date,
): Promise<LatenessView> {
  const today = dayOf(now)
  const rootId = asked.unitId ?? actor.unitId
  const duties = await owedAndHandedOn(tx, actor, narrowedTo({ ...asked, unitId: rootId, to: today }), now)
  const path = await unitsAbove(tx, rootId, actor.scope)
  const root = path.at(-1)
  if (!root) throw new Error(`unit ${rootId} is not below its reader`)
  const offered = choices(await allBatches(tx), asked.batchId)
  return {
    today,
    ...offered,
    unit: unitView(root),
    path: path.map(unitView),
    totals: latenessOf(standings(duties)),
    byKind: offered.kinds.flatMap((offer) => byKind(duties, offer)),
    below: await belowOf(tx, root, duties),
  }
}

/** What is filed of one kind, and beside it what counties hand on of it. */
function byKind(
  duties: readonly Owed[],
  { kind, title }: Pick<LatenessView['byKind'][number], 'kind' | 'title'>,
): LatenessView['byKind'] {
  const { filed = [], handed = [] } = Object.groupBy(
    duties.filter((one) => one.kind === kind),
    ({ handsOn }) => (handsOn ? 'handed' : 'filed'),
  )
  const rows = [
    { of: filed, title },
    { of: handed, title: passingOnName(title) },
  ]
  return rows.flatMap(({ of, ...row }) => {
    const [owner, ...others] = new Set(of.map(({ day }) => day.of))
    if (!owner) return []
    return [{ kind, ...row, owner: others.length > 0 ? null : owner, ...latenessOf(standings(of)) }]
  })
}

function standings(duties: readonly Owed[]): Owed['standing'][] {
  return duties.map((duty) => duty.standing)
}

function unitView({ unitId, name, kind }: Unit) {
  return { unitId, name, kind }
}

async function unitsAbove(tx: Tx, unitId: string, from: string): Promise<Unit[]> {
  const unit = await tx.selectFrom('units').select('scope').where('id', '=', unitId).executeTakeFirstOrThrow()
  const steps = unit.scope.split('/').slice(0, -1)
  const scopes = steps.map((_, i) => `${steps.slice(0, i + 1).join('/')}/`).filter((scope) => scope.startsWith(from))
  return unitsWith(tx, scopes)
}

async function unitsWith(tx: Tx, scopes: readonly string[]): Promise<Unit[]> {
  if (scopes.length === 0) return []
  const units = await tx
    .selectFrom('units')
    .select(['id as unitId', 'name', 'kind', 'scope'])
    .where('scope', 'in', [...scopes])
    .execute()
  return byPlace(units, (unit) => unit)
}

/** What the unit owes itself comes first, then each unit of the next tier with all below it. */
async function belowOf(tx: Tx, root: Unit, duties: readonly Owed[]): Promise<LatenessView['below']> {
  const groups = Map.groupBy(duties, ({ unit: { scope } }) => {
    const next = scope.slice(root.scope.length).split('/')[0]
    return next ? `${root.scope}${next}/` : root.scope
  })
  if (groups.size === 1 && groups.has(root.scope)) return []
  const units = await unitsWith(tx, [...groups.keys()])
  return units.map((unit) => ({
    ...unitView(unit),
    own: unit.scope === root.scope,
    ...latenessOf(standings(groups.get(unit.scope) ?? [])),
  }))
}
