import * as accounts from '../../src/features/programme/accounts/contract.ts'
import { decideAccount } from '../../src/features/programme/accounts/request-contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { approveFiling, planOf, submit, writeSections } from './course.ts'
import { demoPassword } from './password.ts'
import { makePdf } from './photos.ts'
import { samplePlan, sampleUscc } from './sample-plan.ts'
import type { Stage } from './stage.ts'

export const awardFen = 500_000_000

export type Park = { batchId: string; parkId: string; pilotId: string; name: string; scope: string; uscc: string }
export type County = { batchId: string; countyId: string; first: Park; second: Park; foreign: Park }

const bureauPosts = [
  ['economy-officer', '经信局·经办'],
  ['economy-leader', '经信局·负责人'],
  ['finance-officer', '财政局·经办'],
  ['finance-leader', '财政局·负责人'],
] as const
const provincePosts = [
  ['province-economy', '省经信厅·处室'],
  ['province-economy-leader', '省经信厅·负责人'],
  ['province-finance', '省财政厅·处室'],
  ['province-finance-leader', '省财政厅·负责人'],
] as const
export const parkPosts = [
  ['park-manager', '负责人'],
  ['service-officer', '服务专员'],
  ['fund-officer', '资金专员'],
] as const

/** The two provincial departments and the bureaus of a county, everybody with an account; returns the county. */
export async function openAuthorities(stage: Stage, name: string): Promise<string> {
  const admin = await stage.administrator()
  const { units: province } = await admin.done(units.listUnits, { search: { kind: 'province' } })
  for (const [post, title] of provincePosts) await openAccount(stage, province[0]?.unitId ?? '', post, title)
  return openBureaus(stage, name)
}

export async function openBatch(stage: Stage, edition: string, name: string, firstYear = 2026): Promise<string> {
  const economy = await stage.as('省经信厅·处室')
  return (await economy.done(pilots.createBatch, { body: { edition, firstYear, name } })).batchId
}

/** A batch of the 2023 edition with two parks of a county that is open already. */
export async function openParks(stage: Stage, countyId: string): Promise<Omit<County, 'foreign'>> {
  const batchId = await openBatch(stage, 'zj-2023', '2026年批次')
  const first = await openPark(stage, batchId, countyId, '嘉善归谷智造园', 1)
  const second = await openPark(stage, batchId, countyId, '嘉善大云精密园', 2)
  return { batchId, countyId, first, second }
}

/** The county of the tests: beside it stands a foreign county, 海宁市, with a park of its own. */
export function demoCounty(stage: Stage): Promise<County> {
  return once(stage, 'county', async (fresh) => {
    const county = await openParks(fresh, await openAuthorities(fresh, '嘉善县'))
    const foreignId = await openBureaus(fresh, '海宁市')
    return { ...county, foreign: await openPark(fresh, county.batchId, foreignId, '海宁皮革时尚园', 3) }
  })
}

function once<T>(stage: Stage, name: string, prepare: (fresh: Stage) => Promise<T>): Promise<T> {
  return stage.once ? stage.once(name, prepare) : prepare(stage)
}

async function openBureaus(stage: Stage, name: string): Promise<string> {
  const admin = await stage.administrator()
  const { units: counties } = await admin.done(units.listUnits, { search: { kind: 'county' } })
  const county = counties.find((one) => one.name === name)
  if (!county) throw new Error(`no county ${name}`)
  for (const [post, title] of bureauPosts) await openAccount(stage, county.unitId, post, `${name}${title}`)
  return county.unitId
}

/** A park with its people, admitted to a batch; `award` in fen. */
export async function openPark(
  stage: Stage,
  batchId: string,
  parentId: string,
  name: string,
  no: number,
  award = awardFen,
): Promise<Park> {
  const admin = await stage.administrator()
  const uscc = sampleUscc(no)
  const unit = await admin.done(units.registerUnit, { body: { kind: 'park', parentId, name, uscc } })
  for (const [post, title] of parkPosts) await openAccount(stage, unit.unitId, post, `${name}·${title}`)
  const economy = await stage.as('省经信厅·处室')
  const admission = { batchId, parkId: unit.unitId, awardFen: award, awardConfirmed: true }
  const { pilotId } = await economy.done(pilots.admitPilot, { body: admission })
  return { batchId, parkId: unit.unitId, pilotId, name, scope: unit.scope, uscc }
}

/** An account whose person has chosen the password of the demo; returns its id. */
export async function openAccount(stage: Stage, unitId: string, post: string, name: string): Promise<string> {
  const admin = await stage.administrator()
  const { accountId, byTwo } = await admin.done(accounts.createAccount, { body: { unitId, post, name } })
  if (byTwo) await approveAccount(stage, accountId)
  const { slips } = await admin.done(accounts.issueActivations, { body: { accountIds: [accountId] } })
  const params = { token: slips[0]?.path.split('/').at(-1) ?? '' }
  await stage.stranger().done(accounts.activateAccount, { params, body: { password: demoPassword } })
  return accountId
}

/** The second administrator's approval of what the first has prepared. */
export async function approveAccount(stage: Stage, accountId: string): Promise<void> {
  const body = { approved: true, reason: '' }
  await (await stage.security()).done(decideAccount, { params: { accountId }, body })
}

/** Writes every section of a plan as the park manager. */
export async function draftPlan(stage: Stage, of: Park, content: PlanContent = samplePlan(of.name)): Promise<void> {
  const manager = await stage.as(`${of.name}·负责人`)
  const filingId = await planOf(manager, of.pilotId)
  const controls = content.controls.fileId
    ? content.controls
    : {
        ...content.controls,
        fileId: await manager.upload('资金管理制度.pdf', makePdf({ title: '资金管理制度', lines: ['专账核算'] })),
      }
  await writeSections(manager, filingId, { ...content, controls })
}

export async function submitPlan(stage: Stage, of: Park) {
  const manager = await stage.as(`${of.name}·负责人`)
  return submit(manager, await planOf(manager, of.pilotId))
}

export async function approve(stage: Stage, of: Park, officer: string, versionNo = 1) {
  const client = await stage.as(officer)
  return approveFiling(client, await planOf(client, of.pilotId), versionNo)
}

/** A plan that went through draft, submission and both opinions: the baseline is locked and the ledger open. */
export async function approvedPilot(stage: Stage, of?: Park): Promise<County & { park: Park }> {
  if (!of) return once(stage, 'approved', openApproved)
  await approveByBoth(stage, of)
  return { ...({} as County), park: of }
}

async function openApproved(stage: Stage): Promise<County & { park: Park }> {
  const county = await demoCounty(stage)
  await approveByBoth(stage, county.first)
  return { ...county, park: county.first }
}

async function approveByBoth(stage: Stage, park: Park): Promise<void> {
  await draftPlan(stage, park)
  await submitPlan(stage, park)
  await approve(stage, park, '嘉善县经信局·经办')
  await approve(stage, park, '嘉善县财政局·经办')
}
