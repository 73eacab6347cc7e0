import { arrangements, filingSteps, liaisonOfficers, plannedTranches } from './filings.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import { returnSteps } from './returns.ts'
import type { Stage } from './stage.ts'

type Owed = {
  readonly county: string
  readonly countyId: string
  readonly park: Park
  /** The first of the batch. */
  readonly year: number
  readonly tranchesFen: readonly number[]
}

/** What a county owed of a batch of one park until the summer of 2026, filed in time: both plans of spring, every summary. */
export function earlierFilings(stage: Stage, { county, countyId, park, year, tranchesFen }: Owed): Step[] {
  const whose = { county, countyId, batchId: park.batchId }
  // A number of its own for every paper of a year.
  const no = park.name.codePointAt(2) ?? 0
  const days = [`${year}-05-15`, `${year}-10-15`, `${year + 1}-06-30`]
  return [
    ...filingSteps(stage, {
      ...whose,
      kind: 'liaison-list',
      fill: { officers: () => ({ rows: liaisonOfficers(county, [park.name], `${year}-04-01`) }) },
      days: { open: `${year}-04-07`, submit: `${year}-04-09`, approve: `${year}-04-10`, record: `${year}-04-15` },
      recordNo: `浙经信企服联〔${year}〕${no % 90}号`,
    }),
    ...filingSteps(stage, {
      ...whose,
      kind: 'disbursement-plan',
      fill: { tranches: plannedTranches(tranchesFen, days), arrangements },
      days: { open: `${year}-04-23`, submit: `${year}-04-24`, approve: `${year}-04-25`, record: `${year}-04-29` },
      recorder: '省财政厅·处室',
      recordNo: `浙财企备〔${year}〕${no % 90}号`,
    }),
    ...halfYears(year).flatMap(([period, [open, submit, approve, record]], i) =>
      filingSteps(stage, {
        ...whose,
        kind: 'half-year-summary',
        period,
        fill: summary,
        days: { open, submit, approve, record },
        recordNo: `浙经信企服备〔${record.slice(0, 4)}〕${(no % 90) + i * 100}号`,
      }),
    ),
  ]
}

type Days = readonly [open: string, submit: string, approve: string, record: string]

/** The half-years of a batch that were over by the summer of 2026, with the days of their summaries. */
function halfYears(year: number): (readonly [period: string, days: Days])[] {
  const all = [year, year + 1].flatMap((of) => {
    const [july, january] = [`${of}-07`, `${of + 1}-01`]
    return [
      [`${of}H1`, [`${july}-20`, `${july}-24`, `${july}-28`, `${july}-30`]],
      [`${of}H2`, [`${january}-12`, `${january}-15`, `${january}-19`, `${january}-21`]],
    ] as const
  })
  return all.filter(([period]) => period <= '2026H1')
}

const words = (text: string) => () => ({ fields: { text } })
const summary = {
  basics: words('我县一家园区入围本批试点，方案审核和资金拨付均按规定时间完成。'),
  practice: words('两局按月会商，园区按诊断问题逐家匹配服务产品，按季核对台账。'),
  results: words('试点企业诊断全覆盖，个性服务按计划实施。'),
  problems: words('园区规模较小，合作机构数量有限。'),
  next: words('继续推进剩余服务，做好绩效评价和资金清算准备。'),
}

/** Every quarterly table of a park up to a quarter, filed in the first days after it and accepted as it stands. */
export function tableSteps(stage: Stage, park: Park, county: string, year: number, until: string): Step[] {
  const { open, submit, accept } = returnSteps(stage, county)
  return quartersUntil(year, until).flatMap(([quarter, month]) => [
    open(`${month}-03`, park, quarter),
    submit(`${month}-06`, park, quarter),
    accept(`${month}-09`, park, quarter, null),
  ])
}

/** From the second quarter of a year, each with the month after it. */
function quartersUntil(year: number, until: string): (readonly [quarter: string, month: string])[] {
  const all = [year, year + 1].flatMap((of) =>
    [`${of}-04`, `${of}-07`, `${of}-10`, `${of + 1}-01`].map((month, i) => [`${of}Q${i + 1}`, month] as const),
  )
  return all.filter(([quarter]) => quarter >= `${year}Q2` && quarter <= until)
}
