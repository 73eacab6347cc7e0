import * as returns from '../../src/features/filings/return/contract.ts'
import { needsReason } from '../../src/policy/returns/returns.ts'
import { approveFiling, openOf, submit as submitFiling, writeSections } from './course.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

const explained = '试点企业诊断后集中签约，服务成果将在下一季度陆续形成'
const stated = '本期尚无可确认的数值，待年度财务报表和主管部门名单公布后填列'

const manager = (stage: Stage, park: Park) => stage.as(`${park.name}·负责人`)

/** How a park files a table and the county judges it, one step each; what was opened is remembered. */
export function returnSteps(stage: Stage, county: string) {
  const filed = new Map<string, string>()
  const open = (day: string, park: Park, period: string): Step => ({
    day,
    act: async () => {
      const client = await stage.as(`${park.name}·服务专员`)
      filed.set(park.name + period, await openOf(client, park, 'target-table', { period }))
    },
  })
  const submit = (day: string, park: Park, period: string): Step => ({
    day,
    act: async () => {
      const client = await manager(stage, park)
      const params = { filingId: filed.get(park.name + period) ?? '' }
      const { rows } = await client.done(returns.showTable, { params })
      const said = rows.filter(needsReason).map(({ indicator, source }) => [indicator, source ? stated : explained])
      const officer = await stage.as(`${park.name}·服务专员`)
      await writeSections(officer, params.filingId, { reasons: { reasons: Object.fromEntries(said) } })
      await submitFiling(client, params.filingId)
    },
  })
  const accept = (day: string, park: Park, period: string, indicator: string | null): Step => ({
    day,
    act: async () => {
      const client = await stage.as(`${county}经信局·经办`)
      const params = { filingId: filed.get(park.name + period) ?? '' }
      const { rows } = await client.done(returns.showTable, { params })
      const total = rows.find((row) => row.indicator === indicator)?.total ?? 0
      const reduction = {
        indicator: indicator ?? '',
        accepted: total - 1,
        reason: '抽查一家企业，签到记录不清，核减一家次',
      }
      const reductions = indicator && total > 1 ? [reduction] : []
      await approveFiling(client, params.filingId, 1, { reductions })
    },
  })
  return { open, submit, accept, filedAs: (park: Park, period: string) => filed.get(park.name + period) ?? '' }
}

/**
 * The first park filed both quarters, the county reduced one figure of the first and has the second before it; the second
 * park filed one quarter late and has opened the other.
 */
export function quarterlySteps(stage: Stage, first: Park, second: Park, county: string): Step[] {
  const { open, submit, accept } = returnSteps(stage, county)
  return [
    open('2026-07-01', first, '2026Q2'),
    submit('2026-07-08', first, '2026Q2'),
    accept('2026-07-14', first, '2026Q2', 'P5'),
    open('2026-07-06', second, '2026Q2'),
    submit('2026-07-17', second, '2026Q2'),
    accept('2026-07-24', second, '2026Q2', null),
    open('2026-10-09', first, '2026Q3'),
    submit('2026-10-10', first, '2026Q3'),
    open('2026-10-12', second, '2026Q3'),
  ]
}
