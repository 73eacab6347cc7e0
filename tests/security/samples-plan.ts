import { openOf, planOf } from '../../database/demo/course.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as imports from '../../src/features/filings/course/import-contract.ts'
import * as plans from '../../src/features/filings/plan/contract.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { preview } from '../support/imports.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { bringPlan, bringTranche, voucher } from './steps.ts'
import { explainAndSubmit } from './two-counties.ts'

/** The plan of the side whose plan is still being written. */
async function plan({ world, planPark }: Side): Promise<course.FilingView> {
  const manager = await world.as(`${planPark.name}·负责人`)
  const filingId = await planOf(manager, planPark.pilotId)
  return manager.done(course.showFiling, { params: { filingId } })
}

const onPark = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope })
const onPlan = async (side: Side) => ({
  params: { filingId: (await plan(side)).filingId },
  scope: side.planPark.scope,
})

/** What stands in a section of a plan that can be written. */
async function sectionOf(side: Side, section: 'services' | 'targets') {
  const manager = await side.world.as(`${side.planPark.name}·负责人`)
  const { params, scope } = await onPlan(side)
  if ((await plan(side)).state === 'submitted')
    await manager.done(acts.withdrawFiling, { params, body: { reason: '附件放错' } })
  const found = (await plan(side)).sections.find((one) => one.section === section)
  return { params, scope, body: { revision: found?.revision ?? 0, content: found?.content ?? {} } }
}

/** The template of the target list, as it is downloaded and handed in again. */
async function filledTemplate({ world, planPark }: Side) {
  const manager = await world.as(`${planPark.name}·负责人`)
  const filingId = await planOf(manager, planPark.pilotId)
  const { raw } = await manager.send('GET', `/api/filings/${filingId}/sections/targets/template`)
  return { name: '目标.xlsx', content: raw }
}

/** A workbook for the target list of a plan that can be written. */
async function importing(side: Side) {
  const { params, scope, body } = await sectionOf(side, 'targets')
  const upload = await filledTemplate(side)
  return { params: { ...params, section: 'targets' }, revision: body.revision, upload, scope }
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

/** The table of a period, with its figures and its reasons. */
async function filed({ world, park }: Side, period: string) {
  const client = await world.as(`${park.name}·负责人`)
  const { periods } = await client.done(returns.listReturns, { params: { pilotId: park.pilotId } })
  const known = periods.find((one) => one.period === period)?.filingId
  const filingId = known ?? (await openOf(client, park, 'target-table', { period }))
  const { rows } = await client.done(returns.showTable, { params: { filingId } })
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  return { params: { filingId }, scope: park.scope, revision: sections[0]?.revision ?? 0, rows }
}

const onTable = async (side: Side) => {
  const { params, scope } = await filed(side, '2026Q2')
  return { params, scope }
}

export const planSamples: readonly Making[] = [
  sample(course.showFiling, onPlan, 'plan'),
  sample(course.checkFiling, onPlan, 'plan'),
  sample(
    course.saveFilingSection,
    async (side) => {
      const { params, scope, body } = await sectionOf(side, 'services')
      return { params: { ...params, section: 'services' }, body, scope }
    },
    'plan',
  ),
  sample(imports.previewImport, async (side) => {
    const { revision, ...sent } = await importing(side)
    return { ...sent, search: { revision } }
  }),
  sample(imports.importSection, async (side) => {
    const { revision, ...sent } = await importing(side)
    const manager = await side.world.as(`${side.planPark.name}·负责人`)
    const { body } = await preview(manager, sent.params, { ...sent.upload, revision })
    // A plan that is approved has no account; nobody gets as far as asking for it.
    const { digest = '0'.repeat(64), warnings = [] } = body as Partial<typeof body>
    return { ...sent, search: { revision, digest, acceptedWarnings: warnings.length } }
  }),
  sample(imports.markImport, async (side) => {
    const { params, upload, scope } = await importing(side)
    return { params, search: { language: 'zh' as const }, upload, scope }
  }),
  sample(plans.planTemplate, async (side) => {
    const { params, scope } = await onPlan(side)
    return { params: { ...params, section: 'enterprises' as const }, search: { language: 'zh' as const }, scope }
  }),
  sample(acts.submitFiling, onPlan, 'plan'),
  sample(acts.withdrawFiling, async (side) => ({ ...(await onPlan(side)), body: { reason: '附件放错' } }), 'plan'),
  sample(
    acts.giveOpinion,
    async (side) => {
      await bringPlan(side.world, side.county, side.planPark, 'submitted')
      const { versions } = await plan(side)
      const body = { verdict: 'approve' as const, versionNo: versions[0]?.no ?? 1, marks: [] }
      return { ...(await onPlan(side)), body }
    },
    'plan',
  ),
  sample(funds.showFunds, onPark),
  sample(funds.listEntries, (side) => ({ ...onPark(side), search: { pageSize: 200 } })),
  sample(funds.exportEntries, (side) => ({ ...onPark(side) })),
  sample(funds.recommendTranche, async (side) => {
    const at = await onTranche('waiting')(side)
    const { tranches } = await shownFunds(side)
    return { ...at, body: { amountFen: tranches[0]?.maxFen ?? 0, recommendation: '同意拨付' } }
  }),
  sample(funds.withdrawRecommendation, async (side) => ({
    ...(await onTranche('recommended')(side)),
    body: { reason: '金额有误' },
  })),
  sample(funds.releaseTranche, async (side) => {
    const at = await onTranche('recommended')(side)
    return { ...at, body: await voucher(side.world, side.county, at.params) }
  }),
  sample(tranches.setPayeeAccount, ({ park }) => ({
    params: { pilotId: park.pilotId },
    body: { holder: park.name, bank: '农业银行', number: '19330101040012345' },
    scope: park.scope,
  })),
  sample(funds.confirmReceipt, async (side) => ({
    ...(await onTranche('released')(side)),
    body: { receivedOn: dayOf(side.world.now) },
  })),
  sample(funds.reverseEntry, async (side) => {
    const { scope } = await onTranche('received')(side)
    return { params: { entryId: await lastEntry(side) }, body: { reason: '记账有误' }, scope }
  }),
  sample(returns.listReturns, onPark),
  sample(
    course.openFiling,
    ({ park }) => ({
      body: { batchId: park.batchId, unitId: park.parkId, kind: 'target-table' as const, period: '2026Q3' },
      scope: park.scope,
    }),
    'table',
  ),
  sample(
    course.saveFilingSection,
    async (side) => {
      const { params, scope, revision } = await filed(side, '2026Q3')
      const content = { reasons: { P1: '下半年集中实施' } }
      return { params: { ...params, section: 'reasons' }, scope, body: { revision, content } }
    },
    'table',
  ),
  sample(
    acts.submitFiling,
    async (side) => {
      const { params, scope } = await filed(side, '2026Q3')
      const revision = await explainAndSubmit(side.world, side.park, params.filingId, false).catch(() => 0)
      return { params, scope, body: { revisions: { reasons: revision } } }
    },
    'table',
  ),
  sample(
    acts.giveOpinion,
    async (side) => {
      const { params, scope, rows } = await filed(side, '2026Q2')
      const row = rows.find((one) => (one.total ?? 0) > 0)
      const reductions = row ? [{ indicator: row.indicator, accepted: 0, reason: '佐证不足' }] : []
      const body = { verdict: 'approve' as const, versionNo: 1, marks: [], judgment: { reductions } }
      return { params, scope, body }
    },
    'table',
  ),
  sample(course.showFiling, onTable, 'table'),
  sample(course.checkFiling, onTable, 'table'),
  sample(returns.showTable, onTable),
  sample(returns.listRowRecords, async (side) => {
    const { params, scope } = await filed(side, '2026Q2')
    return { params: { ...params, indicator: 'P2' }, scope }
  }),
]
