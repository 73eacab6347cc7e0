import { z } from 'zod'
import type { AgencyKind, PlanContent } from '../../../policy/plan/plan.ts'
import { fieldNames } from '../../../policy/plan/plan-fields.ts'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { type Industry, industryList } from '../../../policy/services/enterprise-size.ts'
import {
  codeInput,
  keyInput,
  lineInput,
  named,
  nameInput,
  proseInput,
  refusePersonal,
  withUscc,
} from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { isUnkeepable } from '../../../shared/uscc.ts'
import type { Text } from '../../../shared/words.ts'

const id = keyInput(40, 1)
const short = lineInput(200)
const name = nameInput(200)
const long = proseInput(2000)
const quarter = keyInput(6).nullable()
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
const listOfRows = { zh: '明细', en: 'Rows' }
const rowId = { zh: '行标识', en: 'Row id' }
const rows = <T extends z.ZodType>(row: T, name: Text = listOfRows) =>
  z.strictObject({ rows: named(name, z.array(row).max(500)) })

/** The fields of a row, each with the name that a person knows it by. */
function called<Shape extends z.ZodRawShape>(fields: Shape): Shape {
  const own = Object.entries(fields).map(([key, input]) => [key, named(fieldNames[key] ?? rowId, input as z.ZodType)])
  return Object.fromEntries(own) as Shape
}

type Parties = {
  readonly agencies: readonly {
    readonly uscc: string
    readonly licence?: unknown
    readonly relatedTo: readonly string[]
  }[]
  readonly products: readonly { readonly agencyUscc: string }[]
}

/** Codes that name an agency from elsewhere in the section are proven where the agency is. */
function refuseUnprovenParties({ agencies, products }: Parties, context: z.RefinementCtx): void {
  const proven = new Set(agencies.filter((one) => one.licence !== undefined).map((one) => one.uscc))
  const check = (code: string, path: (string | number)[]) => {
    if (isUnkeepable(code, proven.has(code))) refusePersonal(context, path)
  }
  for (const [i, { relatedTo }] of agencies.entries())
    for (const [at, code] of relatedTo.entries()) check(code, ['agencies', i, 'relatedTo', at])
  for (const [i, { agencyUscc }] of products.entries()) check(agencyUscc, ['products', i, 'agencyUscc'])
}

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
  agencies: z
    .strictObject({
      ...called({
        agencies: z
          .array(
            withUscc(
              called({
                id,
                name,
                kind: agencyKind.nullable(),
                serviceKinds: z.array(kind).max(16),
                relatedTo: z.array(codeInput(40)).max(20),
              }),
            ),
          )
          .max(200),
        products: z
          .array(
            z.strictObject(
              called({
                id,
                agencyUscc: codeInput(40),
                serviceKind: kind.nullable(),
                name: short,
                deliverable: long,
                agreedPriceFen: fen,
                marketPriceFen: fen,
                priceBasis: long,
                exceptionReason: long,
              }),
            ),
          )
          .max(500),
        fewAgenciesReasons: z.partialRecord(kind, long),
      }),
    })
    .superRefine(refuseUnprovenParties),
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
      indicator: keyInput(10),
    }),
  ),
  controls: z.strictObject({ fileId: z.uuid().nullable(), fileName: short, summary: long }),
  targets: rows(
    z.strictObject({
      id,
      indicator: keyInput(10),
      unit: short,
      baseline: figure,
      target: figure,
      weight: figure,
      clarification: long.optional(),
    }),
  ),
  enterprises: rows(
    withUscc(
      called({
        id,
        name,
        industry: industry.nullable(),
        staff: count,
        revenueWan: figure,
        assetsWan: figure,
      }),
    ),
    { zh: '企业', en: 'Enterprises' },
  ),
} satisfies { [S in keyof PlanContent]: z.ZodType<PlanContent[S]> }

const onFiling = z.strictObject({ filingId: z.uuid() })

/** The sections that can be filled from a workbook. */
export const importable = z.enum(['targets', 'enterprises'])

export const planTemplate = route({
  method: 'GET',
  path: '/api/filings/:filingId/sections/:section/template',
  permission: 'filing.view',
  summary: { zh: '下载 Excel 模板', en: 'Download the Excel template' },
  params: onFiling.extend({ section: importable }),
  search: z.strictObject({ language: z.enum(['zh', 'en']).optional() }),
  download: true,
})
