import type { Client } from '../../database/demo/client.ts'
import type { Park } from '../../database/demo/programme.ts'
import * as baselines from '../../src/features/baselines/contract.ts'
import * as matters from '../../src/features/matters/contract.ts'
import type { MatterKind, MatterReport } from '../../src/policy/matter.ts'
import type { PlanContent } from '../../src/policy/plan.ts'
import type { World } from './world.ts'

/** Those who speak on a matter, in their turn (G5.5). */
export const speakers = ['嘉善县经信局·经办', '嘉善县财政局·经办', '省经信厅·处室', '省财政厅·处室'] as const

export const managerOf = (park: Park) => `${park.name}·负责人`

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
  const { filingId } = await client.done(matters.openMatter, {
    params: { pilotId: park.pilotId },
    body: { kind, occurredAt },
  })
  await save(client, filingId, 'report', { kind, occurredAt, amountFen: null, ...words, ...about })
  return filingId
}

export async function save(client: Client, filingId: string, section: 'report' | 'change', content: unknown) {
  return client.done(matters.saveMatterSection, await sectionSave(client, filingId, section, content))
}

/** The call that saves a section at its newest revision. */
export async function sectionSave(client: Client, filingId: string, section: 'report' | 'change', content: unknown) {
  const view = await client.done(matters.showMatter, { params: { filingId } })
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
  return save(await world.as(managerOf(park)), filingId, 'change', { basedOn: id, inForceFrom, sections })
}

export async function submit(world: World, park: Park, filingId: string) {
  return (await world.as(managerOf(park))).done(matters.submitMatter, { params: { filingId } })
}

/** One speaker approves the newest version. */
export async function approveAs(world: World, name: string, filingId: string) {
  const client = await world.as(name)
  const { versions } = await client.done(matters.showMatter, { params: { filingId } })
  const body = { verdict: 'approve' as const, versionNo: versions[0]?.no ?? 0, marks: [] }
  return client.call(matters.giveMatterOpinion, { params: { filingId }, body })
}

/** Everybody approves, in turn; answers what the last one was told. */
export async function approveAll(world: World, filingId: string) {
  let last = { state: '', madeNo: null as number | null }
  for (const name of speakers) {
    const { status, body } = await approveAs(world, name, filingId)
    if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
    last = body
  }
  return last
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
