import * as units from '../../src/features/programme/units/contract.ts'
import { diagnosisSteps } from './diagnose.ts'
import { openEarlierBatches } from './earlier-batch.ts'
import { arrangements, consultationSteps, filingSteps, liaisonOfficers, plannedTranches } from './filings.ts'
import { activitySteps } from './hold-activities.ts'
import { matterSteps } from './matters.ts'
import { judgmentSteps, moneySteps } from './money.ts'
import { play, type Step } from './play.ts'
import { practiceSteps } from './practices.ts'
import {
  approve,
  type County,
  draftPlan,
  openAccount,
  openAuthorities,
  openParks,
  type Park,
  submitPlan,
} from './programme.ts'
import { registerSteps } from './register.ts'
import { quarterlySteps } from './returns.ts'
import { samplePlan } from './sample-plan.ts'
import { samplingSteps } from './sampling.ts'
import { allServices } from './services.ts'
import { openStage, type Stage, type StageOptions } from './stage.ts'
import { openThirdBatch } from './third-batch.ts'

const county = '嘉善县'

/**
 * One county with two batches in the middle of their lives: of the 2023 edition two pilot parks with 30 pilot enterprises and
 * 6 agencies each and 200 services in every state; of the 2025 edition two parks beside them. Before them three small batches
 * that come to their evaluations and their end. Made by running the product's own commands with the clock set from March 2024
 * to November 2026.
 */
export async function makeDemo(options: Omit<StageOptions, 'at'>): Promise<void> {
  const { stage, close } = await openStage({ ...options, at: '2024-03-20T09:00:00+08:00' })
  try {
    const countyId = await openAuthorities(stage, county)
    const diary = await openEarlierBatches(stage, county, countyId)
    await diary.playUntil('2026-01-26')
    stage.setClock('2026-01-26')
    const { rest } = await openThirdBatch(stage, county, countyId)
    stage.setClock('2026-04-01')
    const opened = await openParks(stage, countyId)
    const { first, second } = opened
    await play(stage, [
      ...planSteps(stage, first, ['2026-04-16', '2026-05-06']),
      ...planSteps(stage, second, ['2026-04-22', '2026-05-07']),
      ...countyFilings(stage, opened),
      ...diary.before('2026-05-11'),
    ])
    for (const park of [first, second]) await openContacts(stage, park)
    const early = { county, no: 1, amountFen: 150_000_000, recommendation: '500万元的30%,先行拨付' }
    await play(stage, [
      ...moneySteps(stage, { ...early, park: first, from: '2026-05-12', filed: 'ZJ2026-0512' }),
      ...moneySteps(stage, { ...early, park: second, from: '2026-05-14' }),
      ...diagnosisSteps(stage, first, 30, '2026-05-20'),
      ...diagnosisSteps(stage, second, 28, '2026-05-20'),
      ...diary.before('2026-06-01'),
    ])
    const recommendation = '工作机制已建立，服务已实质性开展'
    await play(stage, [
      ...rest,
      ...diary.before('2026-12-01'),
      ...(await allServices(stage, first, second)),
      ...activitySteps(stage, first),
      ...activitySteps(stage, second),
      ...judgmentSteps(stage, county, first, 2, '2026-10-10'),
      ...moneySteps(stage, { county, park: first, no: 2, amountFen: 250_000_000, from: '2026-10-12', recommendation }),
      ...registerSteps(stage, first),
      ...practiceSteps(stage, first, county),
      ...quarterlySteps(stage, first, second, county),
      ...summarySteps(stage, opened),
      ...samplingSteps(stage, county, opened.batchId),
      ...consultationSteps(stage, { county, ...opened, parks: [first, second] }),
      ...matterSteps(
        stage,
        { park: first, county, indicator: 'P1', target: 28 },
        { reported: '2026-09-01', heard: ['2026-09-02', '2026-09-03', '2026-09-08', '2026-09-10'] },
      ),
      ...matterSteps(
        stage,
        { park: second, county, indicator: 'P5', target: 700 },
        { reported: '2026-11-17', heard: ['2026-11-18'] },
      ),
    ])
  } finally {
    await close()
  }
}

type Opened = Omit<County, 'foreign'>

function planSteps(stage: Stage, park: Park, [sent, heard]: [string, string]): Step[] {
  const plan = samplePlan(park.name, { enterprises: 30, agencies: 6 })
  return [
    { day: sent, act: () => draftPlan(stage, park, plan) },
    { day: sent, act: async () => void (await submitPlan(stage, park)) },
    { day: heard, act: async () => void (await approve(stage, park, `${county}经信局·经办`)) },
    { day: heard, act: async () => void (await approve(stage, park, `${county}财政局·经办`)) },
  ]
}

/** The liaison list in time, the disbursement plan some days late. */
function countyFilings(stage: Stage, { batchId, countyId, first, second }: Opened): Step[] {
  const whose = { county, batchId, countyId }
  const planned = plannedTranches([150_000_000, 250_000_000, 100_000_000], ['2026-05-15', '2026-10-15', '2027-05-31'])
  return [
    ...filingSteps(stage, {
      ...whose,
      kind: 'liaison-list',
      fill: { officers: () => ({ rows: liaisonOfficers(county, [first.name, second.name], '2026-04-10') }) },
      days: { open: '2026-04-09', submit: '2026-04-15', approve: '2026-04-16', record: '2026-04-20' },
      recordNo: '浙经信企服联〔2026〕47号',
    }),
    ...filingSteps(stage, {
      ...whose,
      kind: 'disbursement-plan',
      fill: { tranches: planned, arrangements },
      days: { open: '2026-04-24', submit: '2026-05-06', approve: '2026-05-07', record: '2026-05-09' },
      recorder: '省财政厅·处室',
      recordNo: '浙财企备〔2026〕26号',
    }),
  ]
}

/** The summary of the first half: drafted from the facts, finished by a person. */
function summarySteps(stage: Stage, { batchId, countyId }: Opened): Step[] {
  const words = (text: string) => () => ({ fields: { text } })
  return filingSteps(stage, {
    county,
    batchId,
    countyId,
    kind: 'half-year-summary',
    period: '2026H1',
    fill: {
      basics: words('我县两家园区入围试点，均已完成方案审核、首期资金拨付和试点企业诊断。'),
      practice: words('建立县级会商机制，两局按月核对台账；园区按诊断问题逐家匹配服务产品。'),
      results: words('首批企业完成管理体系梳理，两家企业获得融资支持。'),
      problems: words('部分服务机构交付周期偏长，佐证资料归集不够及时。'),
      next: words('三季度重点推进数字化转型和标准化服务，完成第二期资金条件核对。'),
    },
    days: { open: '2026-07-20', submit: '2026-07-28', approve: '2026-07-30', record: '2026-08-05' },
    recordNo: '浙经信企服备〔2026〕41号',
  })
}

/** Three enterprises of each park have an account; the others confirm by link. */
async function openContacts(stage: Stage, park: Park): Promise<void> {
  const admin = await stage.administrator()
  const { units: all } = await admin.done(units.listUnits, { search: { kind: 'enterprise', parentId: park.parkId } })
  for (const { unitId, name } of all.slice(0, 3)) {
    await openAccount(stage, unitId, 'enterprise-contact', `${name}·联系人`)
  }
}
