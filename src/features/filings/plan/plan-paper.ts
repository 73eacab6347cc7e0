import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import type { ExportValue } from '../../../platform/workbook/values.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { emptyPlan, type PlanContent, type PlanSection, planSectionNames } from '../../../policy/plan/plan.ts'
import {
  type ChoiceFacts,
  type PlanColumn,
  type PlanListName,
  planLists,
  rowsOf,
  valueText,
} from '../../../policy/plan/plan-tables.ts'
import { type ServiceKind, serviceKinds } from '../../../policy/records/service-kinds.ts'
import { formatYuan, sumFen } from '../../../shared/money.ts'
import { dayText, ordinal } from '../../programme/papers/public.ts'
import { boxesOf, type Filed, frameOf, type Said, submittedOn, titleOf } from '../papers/public.ts'

/** The service plan and fund-use plan as it was frozen: four parts, target list, enterprises, the opinions on it (G3.1). */
export function planPaper(filed: Filed, said: Said): PaperContent {
  const { language } = said
  const name = titleOf(filed.unit.name, filed.rule[language], said)
  return {
    ...frameOf(filed, said),
    title: `${said.programme}\n${name}`,
    subtitle: {
      left: `${said.filedBy}${filed.unit.name}`,
      right: `${said.filedOn}${dayText(submittedOn(filed), said)}`,
    },
    lie: 'portrait',
    blocks: [
      factsOf(filed, said),
      ...planChapters(filed, { ...emptyPlan(), ...filed.content } as PlanContent, said),
      { kind: 'heading', level: 1, text: said.heading(ordinal(7, said), said.opinions) },
      boxesOf(filed, said),
    ],
  }
}

function factsOf({ pilot, county, batchName, edition, firstYear }: Filed, said: Said): PaperBlock {
  const { from, to } = batchPeriod(edition, firstYear)
  return {
    kind: 'facts',
    perLine: 2,
    pairs: [
      [said.park, pilot?.parkName ?? ''],
      [said.operator, pilot?.parkUscc ?? ''],
      [said.county, county?.name ?? ''],
      [said.batch, batchName],
      [said.award, formatYuan(pilot?.awardFen ?? 0)],
      [said.term, said.until(dayText(from, said), dayText(to, said))],
    ],
  }
}

/** The six chapters of a plan; those of wide tables lie across. */
export function planChapters(
  filed: Pick<Filed, 'edition' | 'firstYear'>,
  content: PlanContent,
  said: Said,
): PaperBlock[] {
  const { language } = said
  const facts: ChoiceFacts = { edition: filed.edition, firstYear: filed.firstYear, content }
  const heading = (no: number, section: PlanSection): PaperBlock => ({
    kind: 'heading',
    level: 1,
    text: said.heading(ordinal(no, said), planSectionNames[section][language]),
  })
  const table = (
    section: PlanSection,
    list: PlanListName = 'rows',
    name: string = planSectionNames[section][language],
  ) => tableOf(section, list, name, facts, said)
  const { controls } = content
  return [
    heading(1, 'services'),
    table('services'),
    { kind: 'lie', lie: 'landscape' },
    heading(2, 'agencies'),
    { ...table('agencies', 'agencies', said.agencies), caption: said.agencies, notes: fewAgencies(content, said) },
    { ...table('agencies', 'products', said.products), caption: said.products },
    heading(3, 'fund-lines'),
    table('fund-lines'),
    { kind: 'lie', lie: 'portrait' },
    heading(4, 'controls'),
    { kind: 'text', text: controls.summary || said.none },
    ...(controls.fileName ? [{ kind: 'text', text: said.controlsFile(controls.fileName) } as const] : []),
    heading(5, 'targets'),
    table('targets'),
    heading(6, 'enterprises'),
    table('enterprises'),
  ]
}

function fewAgencies({ agencies }: PlanContent, said: Said): string[] {
  return Object.entries(agencies.fewAgenciesReasons).flatMap(([kind, reason]) =>
    reason ? [said.fewAgencies(serviceKinds[kind as ServiceKind][said.language], reason)] : [],
  )
}

function tableOf(section: PlanSection, list: PlanListName, name: string, facts: ChoiceFacts, said: Said): PaperTable {
  const { language } = said
  const columns = planLists[section].find((one) => one.name === list)?.columns ?? []
  const rows = rowsOf(facts.content, section, list)
  const cells = rows.map((row, at): ExportValue[] => [
    String(at + 1),
    ...columns.map((column) => {
      const value = row[column.key]
      return typeof value === 'number' ? value : valueText(column, value, facts, row)[language] || null
    }),
  ])
  const sums = columns.map((column) =>
    column.sum
      ? sumOf(
          column,
          rows.map((row) => row[column.key]),
        )
      : null,
  )
  const hasSums = rows.length > 0 && sums.some((sum) => sum !== null)
  return {
    kind: 'table',
    name,
    columns: [
      { title: said.no, width: 5, kind: 'text', align: 'center' },
      ...columns.map((column): FormColumn => columnOf(column, language)),
    ],
    rows: cells,
    ...(hasSums ? { sums: [null, ...sums.map((sum, at) => (at === 0 && sum === null ? said.sum : sum))] } : {}),
  }
}

/** In half-width characters; on paper a column is as wide as what usually stands in it. */
const widths: Readonly<Record<string, number>> = {
  kind: 12,
  serviceKind: 12,
  description: 26,
  quantity: 7,
  unit: 6,
  fromQuarter: 15,
  toQuarter: 15,
  quarter: 15,
  name: 20,
  uscc: 23,
  serviceKinds: 34,
  relatedTo: 16,
  agencyUscc: 22,
  deliverable: 22,
  priceBasis: 16,
  exceptionReason: 16,
  purpose: 24,
  unitPriceFen: 13,
  provincialFen: 15,
  parkFen: 13,
  enterpriseFen: 13,
  indicator: 26,
  baseline: 8,
  target: 9,
  weight: 7,
  clarification: 16,
  industry: 10,
  staff: 9,
  revenueWan: 11,
  assetsWan: 11,
}
const centred = [
  'quantity',
  'unit',
  'fromQuarter',
  'toQuarter',
  'quarter',
  'baseline',
  'target',
  'weight',
  'industry',
  'staff',
]

/** What an enterprise keeps to itself; whoever verifies the paper compares the sum. */
const ofEnterprise = ['staff', 'revenueWan', 'assetsWan']

function columnOf({ key, title, kind, width }: PlanColumn, language: 'zh' | 'en'): FormColumn {
  return {
    title: title[language],
    width: widths[key] ?? Math.max(7, Math.round(width / 8.5)),
    kind: kind === 'money' ? 'yuan' : kind === 'number' ? 'number' : 'text',
    align: centred.includes(key) ? 'center' : kind === 'money' || kind === 'number' ? 'right' : 'left',
    ...(ofEnterprise.includes(key) ? { told: 'summed' } : {}),
  }
}

function sumOf({ kind }: PlanColumn, values: readonly unknown[]): number {
  const numbers = values.filter((value) => typeof value === 'number')
  return kind === 'money' ? sumFen(numbers) : Math.round(numbers.reduce((sum, one) => sum + one, 0) * 100) / 100
}
