import * as funds from '../../src/features/funds/contract.ts'
import * as plans from '../../src/features/plans/contract.ts'
import * as returns from '../../src/features/returns/contract.ts'
import * as reviews from '../../src/features/reviews/contract.ts'
import { type Making, sample } from './sample.ts'
import { bringPlan, bringTranche, voucher } from './steps.ts'
import { explainAndSubmit, type Side } from './two-counties.ts'

const plan = async ({ world, planPark }: Side) =>
  (await world.as(`${planPark.name}·负责人`)).done(plans.showPlan, { params: { pilotId: planPark.pilotId } })

const onPlan = ({ planPark }: Side) => ({ params: { pilotId: planPark.pilotId }, scope: planPark.scope })
const onPark = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope })

/** What stands in a section of a plan that can be written. */
async function revisionOf(side: Side, section: 'services' | 'targets') {
  const manager = await side.world.as(`${side.planPark.name}·负责人`)
  if ((await plan(side)).state === 'submitted') await manager.done(plans.withdrawPlan, onPlan(side))
  const found = (await plan(side)).sections.find((one) => one.section === section)
  return { revision: found?.revision ?? 0, content: found?.content ?? {} }
}

/** The template of the target list, as it is downloaded and handed in again. */
async function filledTemplate({ world, planPark }: Side) {
  const manager = await world.as(`${planPark.name}·负责人`)
  const { raw } = await manager.send('GET', `/api/pilots/${planPark.pilotId}/plan/templates/targets`)
  return { name: '目标.xlsx', content: raw }
}

/** The first tranche of the park whose plan was written last, in this state. */
function onTranche(state: 'waiting' | 'recommended' | 'released' | 'received') {
  return async (side: Side) => {
    await bringPlan(side.world, side.county, side.planPark, 'approved')
    await bringTranche(side.world, side.county, side.planPark, state)
    return { params: { pilotId: side.planPark.pilotId, no: 1 }, scope: side.planPark.scope }
  }
}

async function shownFunds({ world, county, planPark }: Side) {
  const client = await world.as(`${county}财政局·经办`)
  return client.done(funds.showFunds, { params: { pilotId: planPark.pilotId } })
}

async function lastEntry({ world, planPark }: Side): Promise<string> {
  const client = await world.as(`${planPark.name}·负责人`)
  const params = { pilotId: planPark.pilotId }
  const { entries } = await client.done(funds.listEntries, { params, search: { kind: 'receive' } })
  return entries[0]?.entryId ?? ''
}

/** The return of a period, with its filing and how often its reasons were saved. */
async function filed({ world, park }: Side, period: string) {
  const client = await world.as(`${park.name}·负责人`)
  const params = { pilotId: park.pilotId }
  const { periods } = await client.done(returns.listReturns, { params })
  const known = periods.find((one) => one.period === period)?.filingId
  const filingId = known ?? (await client.done(returns.openReturn, { params, body: { period } })).filingId
  const { reasons, rows } = await client.done(returns.showReturn, { params: { filingId } })
  return { params: { filingId }, scope: park.scope, revision: reasons.revision, rows }
}

export const planSamples: readonly Making[] = [
  sample(plans.showPlan, onPlan),
  sample(plans.checkPlan, onPlan),
  sample(plans.savePlanSection, async (side) => {
    const { params, scope } = onPlan(side)
    return { params: { ...params, section: 'services' as const }, body: await revisionOf(side, 'services'), scope }
  }),
  sample(plans.importPlanRows, async (side) => {
    const { params, scope } = onPlan(side)
    const { revision } = await revisionOf(side, 'targets')
    return {
      params: { ...params, section: 'targets' as const },
      search: { revision },
      upload: await filledTemplate(side),
      scope,
    }
  }),
  sample(plans.planTemplate, (side) => {
    const { params, scope } = onPlan(side)
    return { params: { ...params, section: 'enterprises' as const }, search: { language: 'zh' as const }, scope }
  }),
  sample(plans.submitPlan, onPlan),
  sample(plans.withdrawPlan, onPlan),
  sample(reviews.giveOpinion, async (side) => {
    await bringPlan(side.world, side.county, side.planPark, 'submitted')
    const { filingId, version } = await plan(side)
    const body = { verdict: 'approve' as const, versionNo: version?.no ?? 1, marks: [] }
    return { params: { filingId }, body, scope: side.planPark.scope }
  }),
  sample(reviews.showReview, async (side) => {
    const { filingId } = await plan(side)
    return { params: { filingId }, scope: side.planPark.scope }
  }),
  sample(funds.showFunds, onPark),
  sample(funds.listEntries, (side) => ({ ...onPark(side), search: { pageSize: 200 } })),
  sample(funds.exportEntries, (side) => ({ ...onPark(side) })),
  sample(funds.recommendTranche, async (side) => {
    const at = await onTranche('waiting')(side)
    const { tranches } = await shownFunds(side)
    return { ...at, body: { amountFen: tranches[0]?.maxFen ?? 0, recommendation: '同意拨付' } }
  }),
  sample(funds.withdrawRecommendation, onTranche('recommended')),
  sample(funds.releaseTranche, async (side) => ({
    ...(await onTranche('recommended')(side)),
    body: await voucher(side.world, side.county),
  })),
  sample(funds.confirmReceipt, onTranche('released')),
  sample(funds.reverseEntry, async (side) => {
    const { scope } = await onTranche('received')(side)
    return { params: { entryId: await lastEntry(side) }, body: { reason: '记账有误' }, scope }
  }),
  sample(returns.listReturns, onPark),
  sample(returns.openReturn, (side) => ({ ...onPark(side), body: { period: '2026Q3' } })),
  sample(returns.explainReturn, async (side) => {
    const { params, scope, revision } = await filed(side, '2026Q3')
    return { params, scope, body: { revision, reasons: { P1: '下半年集中实施' } } }
  }),
  sample(returns.submitReturn, async (side) => {
    const { params, scope } = await filed(side, '2026Q3')
    const revision = await explainAndSubmit(side.world, side.park, params.filingId, false).catch(() => 0)
    return { params, scope, body: { revision } }
  }),
  sample(returns.acceptReturn, async (side) => {
    const { params, scope, rows } = await filed(side, '2026Q2')
    const row = rows.find((one) => (one.total ?? 0) > 0)
    const reductions = row ? [{ indicator: row.indicator, accepted: 0, reason: '佐证不足' }] : []
    return { params, scope, body: { versionNo: 1, reductions } }
  }),
  sample(returns.showReturn, async (side) => {
    const { params, scope } = await filed(side, '2026Q2')
    return { params, scope }
  }),
  sample(returns.listRowRecords, async (side) => {
    const { params, scope } = await filed(side, '2026Q2')
    return { params: { ...params, indicator: 'P2' }, scope }
  }),
  sample(returns.returnWorkbook, async (side) => {
    const { params, scope } = await filed(side, '2026Q2')
    return { params, scope }
  }),
]
