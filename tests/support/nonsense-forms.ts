import { openOf } from '../../database/demo/course.ts'
import type { Park } from '../../database/demo/programme.ts'
import { openFiling } from '../../src/features/filings/course/contract.ts'
import type { FilingKind } from '../../src/policy/filings/filing-kinds.ts'
import { type PlanSection, planSections } from '../../src/policy/plan/plan.ts'
import { invoice, prepare } from './payments.ts'
import { enterprisesOf, serviceAt } from './services.ts'
import { administratorName } from './template.ts'
import type { World } from './world.ts'

const province = '省经信厅·处室'
const economy = '嘉善县经信局·经办'
/** Where the forms stand: a park with money, one that writes its plan, one whose tranche is on its way. */
export type Stage = {
  readonly world: World
  readonly park: Park
  readonly second: Park
  readonly released: Park
  readonly batchId: string
  readonly countyId: string
}

/** A form and the files whose fields it shows, under `src/features`. */
export type Form = {
  readonly by: (at: Stage) => string
  readonly path: (at: Stage) => Promise<string>
  readonly files: readonly string[]
}

const county = (kind: FilingKind) => async (at: Stage) => {
  const body = { batchId: at.batchId, unitId: at.countyId, kind, period: '' }
  return `/filings/${(await (await at.world.as(economy)).done(openFiling, { body })).filingId}`
}
const service = (step: Parameters<typeof serviceAt>[2], act: string, page = '') => ({
  path: async (at: Stage) => `/services/${await serviceAt(at.world, at.park, step)}${page}?act=${act}`,
})
const post =
  (title: string, whose: 'park' | 'second' | 'released' = 'park') =>
  (at: Stage) =>
    `${at[whose].name}·${title}`
const officer = { by: post('服务专员') }
const sectionFiles: Readonly<Record<PlanSection, string>> = {
  services: 'ServicesSection',
  agencies: 'AgenciesSection',
  'fund-lines': 'FundLinesSection',
  controls: 'ControlsSection',
  targets: 'TargetsSection',
  enterprises: 'EnterprisesSection',
}
const forms = ['FormFields', 'FormRows'].map((name) => `filings/forms/web/${name}.tsx`)

export const drafts: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(
    planSections.map((section): [string, Form] => [
      `plan: ${section}`,
      {
        by: post('负责人', 'second'),
        path: async (at) => `/pilots/${at.second.pilotId}/plan?section=${section}`,
        files: [`filings/plan/web/${sectionFiles[section]}.tsx`],
      },
    ]),
  ),
  'liaison list': { by: () => economy, path: county('liaison-list'), files: forms },
  'disbursement plan': { by: () => economy, path: county('disbursement-plan'), files: forms },
  'major matter': {
    by: post('负责人'),
    path: async (at) => {
      const client = await at.world.as(post('负责人')(at))
      const opening = { kind: 'target-change', occurredAt: '2026-05-12T01:00:00.000Z' }
      return `/matters/${await openOf(client, at.park, 'major-matter', { opening })}`
    },
    files: ['filings/matter/web/ReportForm.tsx', 'filings/matter/web/OccurredAt.tsx'],
  },
}

export const kept: Readonly<Record<string, Form>> = {
  visit: { ...officer, ...service('contracted', 'visit'), files: ['delivery/services/web/VisitDialog.tsx'] },
  delivery: { ...officer, ...service('under-way', 'deliver'), files: ['delivery/services/web/DeliverDialog.tsx'] },
  contract: { ...officer, ...service('selected', 'contract'), files: ['delivery/services/web/ContractDialog.tsx'] },
  selection: { ...officer, ...service('needed', 'select'), files: ['delivery/services/web/SelectDialog.tsx'] },
  invoice: {
    by: post('资金专员'),
    ...service('confirmed', 'record-invoice', '/payments'),
    files: ['delivery/payments/web/InvoiceDialog.tsx'],
  },
  activity: {
    ...officer,
    path: async (at) => `/pilots/${at.park.pilotId}/activities/new`,
    files: ['delivery/activities/web/ActivityFields.tsx'],
  },
  need: {
    ...officer,
    path: async (at) => `/pilots/${at.park.pilotId}/services/new`,
    files: ['delivery/services/web/NewNeedPage.tsx'],
  },
  diagnosis: {
    ...officer,
    path: async (at) => {
      const open = (await enterprisesOf(at.world, at.park)).find((one) => !one.diagnosedOn)
      return `/pilots/${at.park.pilotId}/enterprises/${open?.enterpriseId}`
    },
    files: ['delivery/diagnoses/web/Questionnaire.tsx'],
  },
  consultation: {
    by: () => province,
    path: async () => '/consultations/new',
    files: ['oversight/consultations/web/NewConsultationPage.tsx'],
  },
  'filing number': {
    by: () => economy,
    path: async (at) => `/pilots/${at.park.pilotId}/money?act=file&tranche=1`,
    files: ['money/funds/web/FilingDialog.tsx'],
  },
  'cancelled service': {
    ...officer,
    ...service('contracted', 'cancel'),
    files: ['delivery/services/web/ShortDialogs.tsx'],
  },
  'cancelled payment': {
    by: post('资金专员'),
    path: async (at) => {
      const serviceId = await serviceAt(at.world, at.park, 'confirmed', { complete: true })
      await invoice(at.world, at.park, serviceId)
      return `/services/${serviceId}/payments?act=cancel&payment=${await prepare(at.world, at.park, serviceId)}`
    },
    files: ['delivery/payments/web/PaymentActs.tsx'],
  },
  'receipt of a tranche': {
    by: post('资金专员', 'released'),
    path: async (at) => `/pilots/${at.released.pilotId}/money?act=confirm-receipt&tranche=1`,
    files: ['money/funds/web/TrancheActs.tsx'],
  },
  batch: {
    by: () => province,
    path: async () => '/batches?act=create',
    files: ['programme/pilots/web/CreateBatch.tsx'],
  },
  'rest days': {
    by: () => administratorName,
    path: async () => '/rest-days/new',
    files: ['oversight/rest-days/web/NewListPage.tsx'],
  },
}
