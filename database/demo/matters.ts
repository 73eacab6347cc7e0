import * as baselines from '../../src/features/programme/baselines/contract.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { approveFiling, openOf, submit, writeSections } from './course.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

type Told = { readonly park: Park; readonly county: string; readonly indicator: string; readonly target: number }

/**
 * A park asks to lower one target (G5.5). `reported`: when; `heard`: the days on which county economy, county finance and the
 * two departments approve, as far as they have got.
 */
export function matterSteps(
  stage: Stage,
  { park, county, indicator, target }: Told,
  { reported, heard }: { reported: string; heard: readonly string[] },
): Step[] {
  const params = { filingId: '' }
  const speakers = [`${county}经信局·经办`, `${county}财政局·经办`, '省经信厅·处室', '省财政厅·处室']
  const report = async () => {
    const client = await stage.as(`${park.name}·负责人`)
    const onPilot = { pilotId: park.pilotId }
    const kind = 'target-change' as const
    const occurredAt = `${reported}T08:30:00+08:00`
    params.filingId = await openOf(client, park, 'major-matter', { opening: { kind, occurredAt } })
    const { versions } = await client.done(baselines.listBaselines, { params: onPilot })
    const [newest] = versions
    const shown = await client.done(baselines.showBaseline, { params: { ...onPilot, no: newest?.no ?? 1 } })
    const { targets } = shown.content as PlanContent
    const rows = targets.rows.map((row) => (row.indicator === indicator ? { ...row, target } : row))
    const content = {
      report: {
        kind,
        occurredAt,
        course: '两家试点企业搬迁，园区内已无同类企业可以替补。',
        indicators: [indicator],
        amountFen: null,
        measures: '已与其余企业逐家对接，服务力量转向在园企业。',
        request: '请示相应调减目标，其余目标和资金安排不变。',
      },
      change: { basedOn: newest?.id, inForceFrom: null, sections: { targets: { rows } } },
    }
    await writeSections(client, params.filingId, content)
    await submit(client, params.filingId)
  }
  return [
    { day: reported, act: report },
    ...heard.map((day, i) => ({
      day,
      act: async () => {
        await approveFiling(await stage.as(speakers[i] ?? ''), params.filingId)
      },
    })),
  ]
}
