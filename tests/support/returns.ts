import type { County, Park } from '../../database/demo/programme.ts'
import { sampleUscc } from '../../database/demo/sample-plan.ts'
import * as activities from '../../src/features/activities/contract.ts'
import * as returns from '../../src/features/returns/contract.ts'
import { fundedPilot } from './funded.ts'
import { payFor } from './paid.ts'
import { officerOf, paper, photo, serviceAt } from './services.ts'
import type { World } from './world.ts'

/** `late`: a service confirmed in June that nobody has paid for yet. */
export type Served = County & { readonly park: Park; readonly late: string }

/**
 * A funded pilot with an activity and five services of the second quarter: two paid and counted for one enterprise, one confirmed, one
 * disputed, one waiting for its enterprise. The clock stands at 10 June.
 */
export async function servedPilot(world: World): Promise<Served> {
  const county = await fundedPilot(world)
  const { park } = county
  world.setClock('2026-05-20')
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true }))
  world.setClock('2026-06-10')
  const second = await serviceAt(world, park, 'confirmed', { complete: true, kind: 'standardisation' })
  await payFor(world, park, second)
  const late = await serviceAt(world, park, 'confirmed', { complete: true, enterprise: 1, kind: 'talent' })
  await serviceAt(world, park, 'disputed', { enterprise: 2 })
  await serviceAt(world, park, 'delivered', { enterprise: 1 })
  await trained(world, park)
  return { ...county, late }
}

/** An activity for two enterprises, with every paper it needs. */
async function trained(world: World, park: Park): Promise<void> {
  const who = officerOf(park)
  const files = ['notice', 'materials', 'agenda', 'sign-in-sheet', 'survey'] as const
  const papers: { proof: (typeof files)[number] | 'photo'; fileId: string }[] = []
  for (const proof of files) papers.push({ proof, fileId: await paper(world, who, proof) })
  for (const minutes of [90, 30]) {
    const taken = new Date(world.now.getTime() - minutes * 60_000)
    papers.push({ proof: 'photo', fileId: await photo(world, who, taken) })
  }
  const attendees = [1, 2].map((no) => ({ uscc: sampleUscc(90_000 + no), name: `到场企业${no}`, people: 2 }))
  const held = { kind: 'training' as const, title: '经营管理培训', heldOn: '2026-06-10', place: '园区会议室' }
  const params = { pilotId: park.pilotId }
  await (await world.as(who)).done(activities.recordActivity, { params, body: { ...held, attendees, papers } })
}

export async function showReturn(world: World, filingId: string, who: string) {
  return (await world.as(who)).done(returns.showReturn, { params: { filingId } })
}

/** Opened by the service officer; answers the filing's id. */
export async function openReturn(world: World, park: Park, period: string): Promise<string> {
  const officer = await world.as(`${park.name}·服务专员`)
  const params = { pilotId: park.pilotId }
  return (await officer.done(returns.openReturn, { params, body: { period } })).filingId
}

/** Gives every figure behind time a reason, and keeps the reasons that stand. */
export async function explainReturn(world: World, park: Park, filingId: string): Promise<number> {
  const who = `${park.name}·服务专员`
  const { rows, gaps, reasons } = await showReturn(world, filingId, who)
  const behind = new Set(gaps.map((gap) => gap.indicator))
  const reasonOf = ({ indicator, reason }: returns.ReturnRow) =>
    behind.has(indicator) ? '服务集中在下半年，已排定计划' : reason
  const body = {
    revision: reasons.revision,
    reasons: Object.fromEntries(rows.map((row) => [row.indicator, reasonOf(row)])),
  }
  return (await (await world.as(who)).done(returns.explainReturn, { params: { filingId }, body })).revision
}

/** Explained by the officer, submitted by the manager. */
export async function submitReturn(world: World, park: Park, filingId: string) {
  const revision = await explainReturn(world, park, filingId)
  const manager = await world.as(`${park.name}·负责人`)
  return manager.done(returns.submitReturn, { params: { filingId }, body: { revision } })
}

/** Totals by indicator. */
export function totals(rows: readonly returns.ReturnRow[]): Record<string, number | null> {
  return Object.fromEntries(rows.map((row) => [row.indicator, row.total]))
}
