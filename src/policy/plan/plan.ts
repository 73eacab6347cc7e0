import type { Quarter } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Text } from '../../shared/words.ts'
import type { ServiceKind } from '../records/service-kinds.ts'
import type { Industry } from '../services/enterprise-size.ts'

// The content of a plan while it is being written: a null or an empty text is a gap, named by `planGaps`, never an error.

/** A planned service (G3.1, part 1). Quarters `2026Q2`. */
export type PlannedService = {
  readonly id: string
  readonly kind: ServiceKind | null
  readonly quantity: number | null
  readonly unit: string
  readonly fromQuarter: Quarter | null
  readonly toQuarter: Quarter | null
  readonly description: string
}

/** The scan of a business licence: proof of a credit code that a check finds odd. */
export type Licence = { readonly fileId: string; readonly name: string }

export type AgencyKind = 'professional' | 'association' | 'volunteer' | 'mentor'

/** A partner agency (G3.1, part 2). `relatedTo`: credit codes of parties it is related to by declaration, the park included. */
export type PlannedAgency = {
  readonly id: string
  readonly uscc: string
  readonly licence?: Licence | undefined
  readonly name: string
  readonly kind: AgencyKind | null
  readonly serviceKinds: readonly ServiceKind[]
  readonly relatedTo: readonly string[]
}

/** A product of the catalogue that enterprises pick from (G3.3). Prices in fen. */
export type PlannedProduct = {
  readonly id: string
  readonly agencyUscc: string
  readonly serviceKind: ServiceKind | null
  readonly name: string
  readonly deliverable: string
  readonly agreedPriceFen: Fen | null
  readonly marketPriceFen: Fen | null
  readonly priceBasis: string
  /** Why the price may lie above the market price. */
  readonly exceptionReason: string
}

/** A fund-use line (G3.1, part 3): quantity × unit price = the three shares. `indicator`: the target it serves. */
export type FundLine = {
  readonly id: string
  readonly serviceKind: ServiceKind | null
  readonly purpose: string
  readonly quantity: number | null
  readonly unitPriceFen: Fen | null
  readonly provincialFen: Fen | null
  readonly parkFen: Fen | null
  readonly enterpriseFen: Fen | null
  readonly quarter: Quarter | null
  readonly indicator: string
}

/** A row of the target list; rows are matched by `id`. `clarification`: how the figure is counted here. */
export type PlannedTarget = {
  readonly id: string
  readonly indicator: string
  readonly unit: string
  readonly baseline: number | null
  readonly target: number | null
  readonly weight: number | null
  readonly clarification?: string
}

/** A pilot enterprise; revenue and assets of last year in 万元. */
export type PlannedEnterprise = {
  readonly id: string
  readonly uscc: string
  readonly licence?: Licence | undefined
  readonly name: string
  readonly industry: Industry | null
  readonly staff: number | null
  readonly revenueWan: number | null
  readonly assetsWan: number | null
}

export type Rows<Row> = { readonly rows: readonly Row[] }

export type AgenciesContent = {
  readonly agencies: readonly PlannedAgency[]
  readonly products: readonly PlannedProduct[]
  /** Why a tailored type has fewer than two unrelated agencies. */
  readonly fewAgenciesReasons: Readonly<Partial<Record<ServiceKind, string>>>
}

/** Internal fund-control rules (G3.1, part 4). */
export type ControlsContent = { readonly fileId: string | null; readonly fileName: string; readonly summary: string }

/** The six sections of a plan, by their name. */
export type PlanContent = {
  readonly services: Rows<PlannedService>
  readonly agencies: AgenciesContent
  readonly 'fund-lines': Rows<FundLine>
  readonly controls: ControlsContent
  readonly targets: Rows<PlannedTarget>
  readonly enterprises: Rows<PlannedEnterprise>
}

export type PlanSection = keyof PlanContent

export const planSectionNames: Readonly<Record<PlanSection, Text>> = {
  services: { zh: '服务计划与进度', en: 'Services and schedule' },
  agencies: { zh: '合作机构与产品', en: 'Partner agencies and products' },
  'fund-lines': { zh: '资金使用方案', en: 'Fund-use plan' },
  controls: { zh: '资金内控制度', en: 'Internal fund-control rules' },
  targets: { zh: '绩效目标清单', en: 'Target list' },
  enterprises: { zh: '试点企业', en: 'Pilot enterprises' },
}

export const planSections = Object.keys(planSectionNames) as PlanSection[]

export const agencyKindNames: Readonly<Record<AgencyKind, Text>> = {
  professional: { zh: '专业服务机构', en: 'Professional agency' },
  association: { zh: '行业协会', en: 'Industry association' },
  volunteer: { zh: '中小企业志愿者', en: 'SME volunteer' },
  mentor: { zh: '创业辅导师', en: 'Start-up mentor' },
}

const empty: PlanContent = {
  services: { rows: [] },
  agencies: { agencies: [], products: [], fewAgenciesReasons: {} },
  'fund-lines': { rows: [] },
  controls: { fileId: null, fileName: '', summary: '' },
  targets: { rows: [] },
  enterprises: { rows: [] },
}

export function emptyPlan(): PlanContent {
  return empty
}
