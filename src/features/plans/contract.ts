import { z } from 'zod'
import { type Industry, industryList } from '../../policy/enterprise-size.ts'
import { filingStates } from '../../policy/filing.ts'
import type { AgencyKind, PlanContent } from '../../policy/plan.ts'
import { type ServiceKind, serviceKindList } from '../../policy/service-kinds.ts'
import { route } from '../../shared/route.ts'
import { ability } from '../pilots/contract.ts'

const id = z.string().min(1).max(40)
const short = z.string().max(200)
const long = z.string().max(2000)
const quarter = z.string().max(6).nullable()
const count = z.int().min(0).max(1_000_000).nullable()
/** Fen, at most 100 million yuan. */
const fen = z.int().min(0).max(10_000_000_000).nullable()
const figure = z.number().min(-1e12).max(1e12).nullable()
const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])
const industry = z.enum(industryList as [Industry, ...Industry[]])
const agencyKind = z.enum(['professional', 'association', 'volunteer', 'mentor'] satisfies [
  AgencyKind,
  ...AgencyKind[],
])
const rows = <T extends z.ZodType>(row: T) => z.strictObject({ rows: z.array(row).max(500) })

/** The six sections of a plan while it is written: what is missing is null or empty and found by the check, not refused. */
export const sectionShapes = {
  services: rows(
    z.strictObject({
      id,
      kind: kind.nullable(),
      quantity: count,
      unit: short,
      fromQuarter: quarter,
      toQuarter: quarter,
      description: long,
    }),
  ),
  agencies: z.strictObject({
    agencies: z
      .array(
        z.strictObject({
          id,
          uscc: short,
          name: short,
          kind: agencyKind.nullable(),
          serviceKinds: z.array(kind).max(16),
          relatedTo: z.array(short).max(20),
        }),
      )
      .max(200),
    products: z
      .array(
        z.strictObject({
          id,
          agencyUscc: short,
          serviceKind: kind.nullable(),
          name: short,
          deliverable: long,
          agreedPriceFen: fen,
          marketPriceFen: fen,
          priceBasis: long,
          exceptionReason: long,
        }),
      )
      .max(500),
    fewAgenciesReasons: z.partialRecord(kind, long),
  }),
  'fund-lines': rows(
    z.strictObject({
      id,
      serviceKind: kind.nullable(),
      purpose: short,
      quantity: count,
      unitPriceFen: fen,
      provincialFen: fen,
      parkFen: fen,
      enterpriseFen: fen,
      quarter,
      indicator: z.string().max(10),
    }),
  ),
  controls: z.strictObject({ fileId: z.uuid().nullable(), fileName: short, summary: long }),
  targets: rows(
    z.strictObject({
      id,
      indicator: z.string().max(10),
      unit: short,
      baseline: figure,
      target: figure,
      weight: figure,
      clarification: long.optional(),
    }),
  ),
  enterprises: rows(
    z.strictObject({
      id,
      uscc: short,
      name: short,
      industry: industry.nullable(),
      staff: count,
      revenueWan: figure,
      assetsWan: figure,
    }),
  ),
} satisfies { [S in keyof PlanContent]: z.ZodType<PlanContent[S]> }

export const sectionName = z.enum(Object.keys(sectionShapes) as [keyof PlanContent, ...(keyof PlanContent)[]])
const text = z.object({ zh: z.string(), en: z.string() })
const onPilot = z.strictObject({ pilotId: z.uuid() })

const sectionView = z.object({
  section: sectionName,
  /** `PlanContent[section]`, checked against `sectionShapes` when it was saved. */
  content: z.unknown(),
  /** What a save must name, so that nobody overwrites what they have not seen. */
  revision: z.number(),
  open: z.boolean(),
  editedByName: z.string().nullable(),
  editedAt: z.string().nullable(),
  /** Why the section came back, by bureau, when it did. */
  marks: z.array(z.object({ bureau: z.enum(['economy', 'finance']), reason: z.string() })),
})

export const showPlan = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/plan',
  permission: 'plan.view',
  summary: { zh: '服务计划与资金使用方案', en: 'Service plan and fund-use plan' },
  params: onPilot,
  reply: z.object({
    filingId: z.uuid(),
    state: z.enum(filingStates),
    dueOn: z.string(),
    awardFen: z.number(),
    sections: z.array(sectionView),
    version: z
      .object({ no: z.number(), hash: z.string(), submittedByName: z.string(), submittedAt: z.string() })
      .nullable(),
    actions: z.array(ability),
  }),
})

export const savePlanSection = route({
  method: 'PUT',
  path: '/api/pilots/:pilotId/plan/sections/:section',
  permission: 'plan.edit',
  summary: { zh: '保存方案的一个部分', en: 'Save one section of the plan' },
  params: onPilot.extend({ section: sectionName }),
  body: z.strictObject({ revision: z.int().min(0), content: z.unknown() }),
  reply: z.object({ revision: z.number(), savedAt: z.string() }),
})

const gap = z.object({
  section: sectionName,
  field: z.string(),
  code: z.string(),
  clause: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  text,
})

export const checkPlan = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/plan/gaps',
  permission: 'plan.view',
  summary: { zh: '提交前检查', en: 'Check before submission' },
  params: onPilot,
  reply: z.object({ gaps: z.array(gap) }),
})

export const submitPlan = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/plan/submission',
  permission: 'plan.submit',
  summary: { zh: '提交方案', en: 'Submit the plan' },
  params: onPilot,
  reply: z.object({ no: z.number(), hash: z.string() }),
})

export const withdrawPlan = route({
  method: 'DELETE',
  path: '/api/pilots/:pilotId/plan/submission',
  permission: 'plan.submit',
  summary: { zh: '撤回方案', en: 'Withdraw the plan' },
  params: onPilot,
  reply: z.object({}),
})

/** The sections that can be filled from a workbook. */
export const importable = z.enum(['targets', 'enterprises'])

export const planTemplate = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/plan/templates/:section',
  permission: 'plan.view',
  summary: { zh: '下载 Excel 模板', en: 'Download the Excel template' },
  params: onPilot.extend({ section: importable }),
  search: z.strictObject({ language: z.enum(['zh', 'en']).optional() }),
  download: true,
})

export const importPlanRows = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/plan/imports/:section',
  permission: 'plan.edit',
  summary: { zh: '从 Excel 导入', en: 'Import from Excel' },
  params: onPilot.extend({ section: importable }),
  search: z.strictObject({ revision: z.coerce.number().int().min(0) }),
  upload: { maxBytes: 20 * 1_048_576 },
  reply: z.object({ revision: z.number(), imported: z.number() }),
})
