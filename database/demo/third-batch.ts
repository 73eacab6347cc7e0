import * as notices from '../../src/features/money/notices/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import { zj2025 } from '../../src/policy/editions/data/zj-2025.ts'
import { tailoredKinds } from '../../src/policy/records/service-kinds.ts'
import { addDays } from '../../src/shared/dates.ts'
import { record } from './course.ts'
import { diagnosisSteps } from './diagnose.ts'
import { arrangements, filingSteps, liaisonOfficers, plannedTranches } from './filings.ts'
import { announce, moneySteps } from './money.ts'
import { play, type Step } from './play.ts'
import { approve, draftPlan, openBatch, openPark, type Park, submitPlan } from './programme.ts'
import { returnSteps } from './returns.ts'
import { samplePlan } from './sample-plan.ts'
import { type Goal, serviceSteps } from './serve.ts'
import { diagnosedOf } from './services.ts'
import type { Stage } from './stage.ts'

const awards = { first: 300_000_000, second: 200_000_000 }

/**
 * A batch of the 2025 edition beside that of 2023, in the same county: one park with its 80 % and a half-yearly table that
 * was filed after the lock by exception; one that came late and whose notice is held by an objection.
 */
export async function openThirdBatch(stage: Stage, county: string, countyId: string): Promise<{ rest: Step[] }> {
  const batchId = await openBatch(stage, zj2025.id, '2026年第三批')
  const first = await openPark(stage, batchId, countyId, '嘉善姚庄科创园', 11, awards.first)
  const second = await openPark(stage, batchId, countyId, '嘉善天凝光电园', 12, awards.second)
  await play(stage, [
    ...planSteps(stage, first, county, ['2026-02-16', '2026-02-24'], awards.first),
    ...filingSteps(stage, {
      county,
      batchId,
      countyId,
      kind: 'liaison-list',
      fill: { officers: () => ({ rows: liaisonOfficers(county, [first.name, second.name], '2026-02-01') }) },
      days: { open: '2026-02-06', submit: '2026-02-25', approve: '2026-02-26', record: '2026-03-03' },
      recordNo: '浙经信企服联〔2026〕31号',
    }),
    ...filingSteps(stage, {
      county,
      batchId,
      countyId,
      kind: 'disbursement-plan',
      fill: { tranches: byPark(first, second), arrangements },
      days: { open: '2026-02-09', submit: '2026-02-26', approve: '2026-02-27', record: '2026-03-05' },
      recorder: '省财政厅·处室',
      recordNo: '浙财企备〔2026〕12号',
    }),
    ...moneySteps(stage, {
      county,
      park: first,
      no: 1,
      amountFen: 240_000_000,
      from: '2026-03-02',
      released: '2026-03-16',
      recommendation: '方案已通过审核，按80%先行拨付',
      filed: 'ZJ2026-0301',
    }),
    ...noticeSteps(stage, county, first, '2026-03-03', { objected: '2026-03-04', answered: '2026-03-06' }),
    ...diagnosisSteps(stage, first, 12, '2026-03-24'),
  ])
  const enterprises = await diagnosedOf(stage, first)
  const goals: readonly Goal[] = [
    'closed',
    'closed',
    'closed',
    'closed',
    'confirmed',
    'under-way',
    'delivered',
    'needed',
  ]
  const services = goals.flatMap((goal, i) => {
    const [enterprise, kind] = [enterprises[i], tailoredKinds[i % tailoredKinds.length]]
    if (!enterprise || !kind) throw new Error('the third batch has run out of enterprises')
    const from = goal === 'closed' ? addDays('2026-06-02', i * 7) : addDays('2026-10-20', i)
    return serviceSteps(stage, { park: first, enterprise, kind, goal, from, no: 900 + i })
  })
  // Only the recommendation: the notice that follows it is not over.
  const held = moneySteps(stage, {
    county,
    park: second,
    no: 1,
    amountFen: 160_000_000,
    from: '2026-11-10',
    recommendation: '方案已通过审核，按80%先行拨付',
  })
  return {
    rest: [
      ...services,
      ...lateTable(stage, county, batchId, first),
      ...planSteps(stage, second, county, ['2026-10-19', '2026-11-04'], awards.second),
      ...held.slice(0, 1),
      ...noticeSteps(stage, county, second, '2026-11-11', { objected: '2026-11-13' }),
    ],
  }
}

function planSteps(
  stage: Stage,
  park: Park,
  county: string,
  [sent, heard]: [string, string],
  awardFen: number,
): Step[] {
  const plan = samplePlan(park.name, { enterprises: 12, agencies: 4, awardFen, edition: zj2025 })
  return [
    { day: sent, act: () => draftPlan(stage, park, plan) },
    { day: sent, act: async () => void (await submitPlan(stage, park)) },
    { day: heard, act: async () => void (await approve(stage, park, `${county}经信局·经办`)) },
    { day: heard, act: async () => void (await approve(stage, park, `${county}财政局·经办`)) },
  ]
}

/** 80 % and 20 % of each park's own award. */
function byPark(first: Park, second: Park) {
  const days = ['2026-03-20', '2027-12-31']
  const fill = [
    plannedTranches([240_000_000, 60_000_000], days),
    plannedTranches([160_000_000, 40_000_000], days),
  ] as const
  return (content: unknown) => {
    const { rows } = content as { rows: { park: string }[] }
    const of = (park: Park, i: 0 | 1) => fill[i]({ rows: rows.filter((row) => row.park === park.parkId) }).rows
    return { rows: [...of(first, 0), ...of(second, 1)] }
  }
}

/** Published by the county, objected to by somebody, and answered where a day is given. */
function noticeSteps(
  stage: Stage,
  county: string,
  park: Park,
  published: string,
  { objected, answered }: { objected: string; answered?: string },
): Step[] {
  const params = { pilotId: park.pilotId, no: 1 }
  const notice = { noticeId: '' }
  const economy = () => stage.as(`${county}经信局·经办`)
  const steps: Step[] = [
    {
      day: published,
      act: async () => {
        notice.noticeId = await announce(await economy(), params)
      },
    },
    {
      day: objected,
      act: async () => {
        const content = '该园区合作机构中有一家与运营方办公地址相同，请核实是否存在关联关系。'
        await stage.stranger().done(notices.fileObjection, { params: notice, body: { content } })
      },
    },
  ]
  if (answered === undefined) return steps
  const answer = async () => {
    const body = { text: '经核查，两家单位同在一处孵化楼，无投资、控股和任职关系，已补充工商登记材料。' }
    await (await economy()).done(notices.answerObjection, { params: { ...notice, no: 1 }, body })
  }
  return [...steps, { day: answered, act: answer }]
}

/** The half-yearly table of the first half came after the lock: opened by exception, filed, accepted, recorded. */
function lateTable(stage: Stage, county: string, batchId: string, park: Park): Step[] {
  const period = '2026H1'
  const table = returnSteps(stage, county)
  return [
    table.open('2026-07-03', park, period),
    {
      day: '2026-09-14',
      act: async () => {
        const client = await stage.as(`${county}经信局·负责人`)
        const reason = '园区运营团队调整，佐证资料移交延误，已完成补充。'
        const body = {
          batchId,
          unitId: park.parkId,
          kind: 'target-table' as const,
          period,
          until: '2026-09-18',
          reason,
        }
        await client.done(calendar.grantException, { body })
      },
    },
    table.submit('2026-09-16', park, period),
    table.accept('2026-09-21', park, period, null),
    {
      day: '2026-09-28',
      act: async () => {
        const client = await stage.as('省经信厅·处室')
        await record(client, table.filedAs(park, period), '浙经信企服备〔2026〕58号')
      },
    },
  ]
}
