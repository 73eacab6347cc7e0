import * as evaluations from '../../src/features/filings/evaluations/act-contract.ts'
import * as closing from '../../src/features/oversight/close-out/contract.ts'
import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import { tailoredKinds } from '../../src/policy/records/service-kinds.ts'
import { diagnosisSteps } from './diagnose.ts'
import { type Diary, openDiary } from './diary.ts'
import { heldSteps, rectifiedSteps, reportSteps } from './earlier-evaluations.ts'
import { earlierFilings, tableSteps } from './earlier-filings.ts'
import { fairly, finalIn, midTermIn, openExpert, publishReport, reportFinal, toldEvaluation } from './evaluations.ts'
import { activitySteps } from './hold-activities.ts'
import { judgmentSteps, moneySteps, type Paid } from './money.ts'
import type { Step } from './play.ts'
import { approve, draftPlan, openBatch, openPark, type Park, submitPlan } from './programme.ts'
import { samplePlan } from './sample-plan.ts'
import { type Goal, serviceSteps } from './serve.ts'
import { diagnosedOf } from './services.ts'
import type { Stage } from './stage.ts'

/** Five kinds of service share the award: one service of each spends all of it. */
const awardFen = 100_000_000
const shareFen = awardFen / 5
const tranchesFen = [30_000_000, 50_000_000, 20_000_000] as const
/** Of the last tranche, what a grade that asks for rectification leaves. */
const cutFen = 15_000_000

/** What a park of six enterprises takes upon itself; the other targets are the edition's examples. */
const targets = { P1: 5, P2: 6, P3: 5, P4: 4, P5: 24, P6: 6, B2: 100, B3: 1, B4: 1, B5: 1, B6: 2, B7: 2 }

type Told = { readonly county: string; readonly countyId: string; readonly diary: Diary }
type Planned = Told & {
  readonly year: number
  readonly batchName: string
  readonly parkName: string
  readonly no: number
  /** The last quarter whose table is filed. */
  readonly until: string
}
type Service = readonly [goal: Goal, from: string]

/**
 * Three small batches of the 2023 edition before that of 2026, a park each: one that waits for its close-out, one whose last
 * tranche was cut after its mid-term evaluation, one that objects to its draft result. Acted until June 2025; the rest stands
 * in the diary.
 */
export async function openEarlierBatches(stage: Stage, county: string, countyId: string): Promise<Diary> {
  const diary = openDiary(stage)
  const told = { county, countyId, diary }
  await openExpert(stage, countyId, `${county}·评审专家`)
  const closing = await openEarlier(stage, {
    ...{ ...told, batchName: '2024年批次', parkName: '嘉善罗星电子园', no: 21, year: 2024, until: '2025Q4' },
  })
  await diary.playUntil('2024-06-01')
  diary.write(await closingSteps(stage, told, closing))
  await diary.playUntil('2025-03-20')
  stage.setClock('2025-03-20')
  const of2025 = { ...told, year: 2025, until: '2026Q3' }
  const cut = await openEarlier(stage, { ...of2025, batchName: '2025年第一批', parkName: '嘉善陶庄新材园', no: 22 })
  const late = await openEarlier(stage, { ...of2025, batchName: '2025年第二批', parkName: '嘉善西塘纽扣园', no: 23 })
  await diary.playUntil('2025-06-01')
  diary.write(await cutSteps(stage, told, cut))
  diary.write(await objectingSteps(stage, told, late))
  return diary
}

/** Both evaluations are in force, all its money is spent: its close-out is proposed and waits for finance. */
async function closingSteps(stage: Stage, { county, countyId }: Told, park: Park): Promise<Step[]> {
  const services = [
    ['closed', '2024-06-03'],
    ['closed', '2024-09-16'],
    ['closed', '2024-09-23'],
    ['closed', '2024-09-30'],
    ['closed', '2025-06-09'],
  ] as const
  const hold = { evaluator: midTermIn(county), cutOff: '2024-12-31', told: '2025-03-10' }
  return [
    ...(await providedServices(stage, park, 700, services)),
    ...activitySteps(stage, park, ['2024-06-20', '2024-10-24', '2025-04-17', '2025-09-18']),
    ...heldSteps(stage, park, hold),
    ...reportSteps(stage, park, countyId, county, ['2025-04-08', '浙经信企服评〔2025〕9号', '2025-04-09']),
    ...paidSteps(stage, {
      ...{ county, park, no: 3, amountFen: tranchesFen[2], from: '2025-05-12', filed: 'ZJ2025-0531' },
      recommendation: '中期绩效评价结果符合拨付条件，拨付余款',
    }),
    ...heldSteps(stage, park, { evaluator: finalIn(county), cutOff: '2025-12-31', told: '2026-04-08' }),
    {
      day: '2026-04-21',
      act: async () => void (await publishReport(stage, await reportFinal(stage, park), finalIn(county).officer)),
    },
    {
      day: '2026-11-24',
      act: async () => {
        const body = { remark: '任务完成，省级资金全部支出，账户无结余' }
        const client = await stage.as(`${county}经信局·经办`)
        await client.done(closing.proposeCloseOut, { params: { pilotId: park.pilotId }, body })
      },
    },
  ]
}

/** Evaluated as fit after rectification: its last tranche is cut. Its result is on display in the last days of the story. */
async function cutSteps(stage: Stage, { county, countyId }: Told, park: Park): Promise<Step[]> {
  const services = [
    ['closed', '2025-06-02'],
    ['closed', '2025-09-18'],
    ['closed', '2025-09-25'],
    ['closed', '2026-02-02'],
    ['needed', '2026-11-16'],
  ] as const
  const held = { evaluationId: '' }
  const hold = { evaluator: midTermIn(county), cutOff: '2025-12-31', told: '2026-03-10', judging: fairly, held }
  return [
    ...(await providedServices(stage, park, 730, services)),
    ...activitySteps(stage, park, ['2025-06-19', '2026-04-16']),
    ...heldSteps(stage, park, hold),
    ...reportSteps(stage, park, countyId, county, ['2026-04-08', '浙经信企服评〔2026〕11号', '2026-11-26']),
    ...rectifiedSteps(stage, park, county, held, ['2026-05-18', '2026-05-27']),
    ...paidSteps(stage, {
      ...{ county, park, no: 3, amountFen: cutFen, from: '2026-06-05', filed: 'ZJ2026-0632' },
      recommendation: '中期绩效评价合格，整改已认定，按评价结果核减后拨付',
    }),
  ]
}

/** Evaluated late: its draft result is told in the last days of the story, and it objects. */
async function objectingSteps(stage: Stage, { county }: Told, park: Park): Promise<Step[]> {
  const services = [
    ['closed', '2025-06-04'],
    ['closed', '2025-09-17'],
    ['closed', '2026-02-04'],
  ] as const
  const held = { evaluationId: '' }
  const evaluator = midTermIn(county)
  return [
    ...(await providedServices(stage, park, 760, services)),
    ...activitySteps(stage, park, ['2025-06-26', '2026-05-14']),
    {
      day: '2026-11-24',
      act: async () => {
        held.evaluationId = await toldEvaluation(stage, park, evaluator, '2025-12-31', fairly)
      },
    },
    {
      day: '2026-11-26',
      act: async () => {
        const reason = '合作产品的价格依据和服务机构评价已在台账中提交，本项少计2分，请予复核。'
        const client = await stage.as(`${park.name}·负责人`)
        await client.done(evaluations.objectTo, { params: held, body: { item: 'agencies', reason } })
      },
    },
  ]
}

/** A batch of its own with one park; what it does whatever becomes of it stands in the diary. */
async function openEarlier(stage: Stage, planned: Planned): Promise<Park> {
  const { county, countyId, diary, year, batchName, parkName, no, until } = planned
  const batchId = await openBatch(stage, zj2023.id, batchName, year)
  const park = await openPark(stage, batchId, countyId, parkName, no, awardFen)
  const priceFen = (shareFen / 4) * 5
  const plan = samplePlan(parkName, {
    ...{ enterprises: 6, agencies: 6, awardFen, firstYear: year, lines: 5, priceFen, targets },
  })
  diary.write([
    { day: `${year}-04-12`, act: () => draftPlan(stage, park, plan) },
    { day: `${year}-04-16`, act: async () => void (await submitPlan(stage, park)) },
    { day: `${year}-04-22`, act: async () => void (await approve(stage, park, `${county}经信局·经办`)) },
    { day: `${year}-04-22`, act: async () => void (await approve(stage, park, `${county}财政局·经办`)) },
    ...earlierFilings(stage, { county, countyId, park, year, tranchesFen }),
    ...paidSteps(stage, {
      ...{ county, park, no: 1, amountFen: tranchesFen[0], from: `${year}-05-12`, filed: `ZJ${year}-05${no}` },
      recommendation: '100万元的30%，先行拨付',
    }),
    ...diagnosisSteps(stage, park, 6, `${year}-05-20`),
    ...judgmentSteps(stage, county, park, 2, `${year}-10-10`),
    ...paidSteps(stage, {
      ...{ county, park, no: 2, amountFen: tranchesFen[1], from: `${year}-10-12`, filed: `ZJ${year}-10${no}` },
      recommendation: '工作机制已建立，服务已实质性开展',
    }),
    ...tableSteps(stage, park, county, year, until),
  ])
  return park
}

/** Announced before it is paid. */
const paidSteps = (stage: Stage, paid: Paid) => moneySteps(stage, { ...paid, announced: true })

async function providedServices(stage: Stage, park: Park, from: number, services: readonly Service[]) {
  const enterprises = await diagnosedOf(stage, park)
  return services.flatMap(([goal, day], i) => {
    const [enterprise, kind] = [enterprises[i], tailoredKinds[i]]
    if (!enterprise || !kind) throw new Error(`${park.name} has run out of enterprises`)
    // A number that is no multiple of three chooses the product that costs just the share of its line.
    return serviceSteps(stage, { park, enterprise, kind, goal, from: day, no: from + i * 3 })
  })
}
