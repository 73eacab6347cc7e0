import { approveFiling, openOf, submit, writeSections } from '../../database/demo/course.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import { sampleUscc } from '../../database/demo/sample-plan.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import { fundedPilot } from './funded.ts'
import { nextNumber } from './numbers.ts'
import { payFor } from './paid.ts'
import { officerOf, paper, photo, serviceAt } from './services.ts'
import type { World } from './world.ts'

/** `late`: a service confirmed in June that nobody has paid for yet. */
export type Served = County & { readonly park: Park; readonly late: string }

/**
 * A funded pilot with an activity and five services of the second quarter: two paid and counted for one enterprise, one confirmed, one
 * disputed, one waiting for its enterprise. The clock stands at 10 June.
 */
export function servedPilot(world: World): Promise<Served> {
  return world.once('served', serve)
}

async function serve(world: World): Promise<Served> {
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
  const held = {
    kind: 'training' as const,
    title: `经营管理培训 ${nextNumber()}`,
    heldOn: '2026-06-10',
    place: '园区会议室',
  }
  const params = { pilotId: park.pilotId }
  await (await world.as(who)).done(activities.recordActivity, { params, body: { ...held, attendees, papers } })
}

/** A table as its reader sees it: the filing and its figures. */
export async function showReturn(world: World, filingId: string, who: string) {
  const client = await world.as(who)
  const params = { filingId }
  const filing = await client.done(course.showFiling, { params })
  return { ...filing, ...(await client.done(returns.showTable, { params })) }
}

/** Opened by the service officer; returns the filing's id. */
export async function openReturn(world: World, park: Park, period: string): Promise<string> {
  return openOf(await world.as(officerOf(park)), park, 'target-table', { period })
}

/** Gives every figure behind time a reason, and keeps the reasons that stand; returns the revision of the reasons. */
export async function explainReturn(world: World, park: Park, filingId: string): Promise<number> {
  const officer = await world.as(officerOf(park))
  const { gaps, rows } = await showReturn(world, filingId, officerOf(park))
  const behind = new Set(gaps.map((gap) => gap.field.replace('reasons.', '')))
  const reasonOf = ({ indicator, reason }: returns.ReturnRow) =>
    behind.has(indicator) ? '本期为 0，服务集中在下半年，已排定计划' : reason
  const reasons = Object.fromEntries(rows.map((row) => [row.indicator, reasonOf(row)]))
  await writeSections(officer, filingId, { reasons: { reasons } })
  return revisionOf(await showReturn(world, filingId, officerOf(park)))
}

/** The revision of the reasons that was read. */
export function revisionOf({ sections }: Pick<course.FilingView, 'sections'>): number {
  return sections.find((one) => one.section === 'reasons')?.revision ?? 0
}

/** Explained by the officer, submitted by the manager. */
export async function submitReturn(world: World, park: Park, filingId: string) {
  await explainReturn(world, park, filingId)
  return submit(await world.as(`${park.name}·负责人`), filingId)
}

/** Judged by the county's economy bureau, with the figures it reduces. */
export async function acceptReturn(
  world: World,
  filingId: string,
  reductions: readonly returns.Reduction[] = [],
  county = '嘉善县',
) {
  return approveFiling(await world.as(`${county}经信局·经办`), filingId, 1, { reductions })
}

/** Totals by indicator. */
export function totals(rows: readonly returns.ReturnRow[]): Record<string, number | null> {
  return Object.fromEntries(rows.map((row) => [row.indicator, row.total]))
}
