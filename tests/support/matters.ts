import type { Client } from '../../database/demo/client.ts'
import { openOf, submit as submitFiling, writeSections } from '../../database/demo/course.ts'
import { approvedPilot, demoCounty, type Park } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as matters from '../../src/features/filings/matter/contract.ts'
import * as baselines from '../../src/features/programme/baselines/contract.ts'
import type { MatterKind, MatterReport } from '../../src/policy/plan/matter.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { managerOf, serviceAt } from './services.ts'
import type { World } from './world.ts'

/** Those who speak on a matter, in their turn (G5.5). */
export const speakers = ['嘉善县经信局·经办', '嘉善县财政局·经办', '省经信厅·处室', '省财政厅·处室'] as const

/** A park under its plan in June, with a service on contract. */
export async function contractedPark(world: World) {
  const county = await demoCounty(world)
  const park = county.first
  await approvedPilot(world, park)
  world.setClock('2026-06-01T09:00:00+08:00')
  await serviceAt(world, park, 'contracted')
  return { county, park }
}

/** The plan as it stands, by its newest version. */
export async function planOf(world: World, park: Park, no?: number) {
  const client = await world.as(managerOf(park))
  const params = { pilotId: park.pilotId }
  const { versions } = await client.done(baselines.listBaselines, { params })
  const shown = await client.done(baselines.showBaseline, { params: { ...params, no: no ?? versions[0]?.no ?? 1 } })
  return { versions, id: versions[0]?.id ?? '', hash: shown.hash, content: shown.content as PlanContent }
}

const words = { course: '市场变化，企业需求下降', measures: '已召开推进会', request: '请示调整', indicators: ['P1'] }

/** A matter with its report written, a moment ago. */
export async function reported(world: World, park: Park, kind: MatterKind, about: Partial<MatterReport> = {}) {
  const client = await world.as(managerOf(park))
  const occurredAt = new Date(world.now.getTime() - 3_600_000).toISOString()
  const filingId = await openOf(client, park, 'major-matter', { opening: { kind, occurredAt } })
  await writeSections(client, filingId, { report: { kind, occurredAt, amountFen: null, ...words, ...about } })
  return filingId
}

/** The call that saves a section at its newest revision. */
export async function sectionSave(client: Client, filingId: string, section: 'report' | 'change', content: unknown) {
  const view = await client.done(course.showFiling, { params: { filingId } })
  const revision = view.sections.find((one) => one.section === section)?.revision ?? 0
  return { params: { filingId, section }, body: { revision, content } }
}

/** Asks for these sections against the plan as it stands. */
export async function askFor(
  world: World,
  park: Park,
  filingId: string,
  sections: Partial<PlanContent>,
  inForceFrom: string | null = null,
) {
  const { id } = await planOf(world, park)
  const change = { basedOn: id, inForceFrom, sections }
  await writeSections(await world.as(managerOf(park)), filingId, { change })
}

export async function submit(world: World, park: Park, filingId: string) {
  return submitFiling(await world.as(managerOf(park)), filingId)
}

/** One speaker approves the newest version. */
export async function approveAs(world: World, name: string, filingId: string) {
  const client = await world.as(name)
  const { versions } = await client.done(course.showFiling, { params: { filingId } })
  const body = { verdict: 'approve' as const, versionNo: versions[0]?.no ?? 1, marks: [] }
  return client.call(acts.giveOpinion, { params: { filingId }, body })
}

/** Everybody approves, in turn; returns the state the last one was told, and the version of the plan that it led to. */
export async function approveAll(world: World, filingId: string) {
  let state = ''
  for (const name of speakers) {
    const { status, body } = await approveAs(world, name, filingId)
    if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
    state = body.state
  }
  const { madeNo } = await (await world.as(speakers[0])).done(matters.showMatter, { params: { filingId } })
  return { state, madeNo }
}

/** A change that went all the way. */
export async function changed(world: World, park: Park, kind: MatterKind, sections: Partial<PlanContent>) {
  const filingId = await reported(world, park, kind)
  await askFor(world, park, filingId, sections)
  await submit(world, park, filingId)
  return { filingId, ...(await approveAll(world, filingId)) }
}

/** The targets of a plan with one of them set. */
export function withTarget(content: PlanContent, indicator: string, target: number): Pick<PlanContent, 'targets'> {
  const rows = content.targets.rows.map((row) => (row.indicator === indicator ? { ...row, target } : row))
  return { targets: { rows } }
}

/** Provincial money of so many fen moved from one line to another, the quantity and the other shares following. */
export function withMoney(
  content: PlanContent,
  from: number,
  to: number,
  fen: number,
): Pick<PlanContent, 'fund-lines'> {
  const rows = content['fund-lines'].rows.map((row, i) => {
    const moved = i === from ? -fen : i === to ? fen : 0
    const provincialFen = (row.provincialFen ?? 0) + moved
    const total = provincialFen + (row.parkFen ?? 0) + (row.enterpriseFen ?? 0)
    return moved === 0 ? row : { ...row, provincialFen, quantity: 1, unitPriceFen: total }
  })
  return { 'fund-lines': { rows } }
}
