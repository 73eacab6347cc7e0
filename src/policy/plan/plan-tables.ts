import { nextQuarter, type Quarter, quarterOf } from '../../shared/dates.ts'
import { formatYuan } from '../../shared/money.ts'
import { listed, type Text } from '../../shared/words.ts'
import { batchPeriod, type Edition, indicatorOf } from '../editions/edition.ts'
import type { IndicatorRule } from '../editions/edition-rules.ts'
import { type ServiceKind, serviceKindList, serviceKinds } from '../records/service-kinds.ts'
import { industryChoices } from '../services/industry-words.ts'
import { agencyKindNames, type PlanContent, type PlanSection } from './plan.ts'
import { bounds, fieldNames, fieldUnits, otherTitles, unitsOfTarget, weightUnits } from './plan-fields.ts'
import { targetUnitText } from './target-unit.ts'

/** The lists of rows in a plan's sections. */
export type PlanListName = 'rows' | 'agencies' | 'products'
/** `also`: what people call it besides. */
export type Choice = { readonly value: string; readonly also?: readonly string[] } & Text
/** What choices depend on. */
export type ChoiceFacts = { readonly edition: Edition; readonly firstYear: number; readonly content: PlanContent }
export type PlanRow = Readonly<Record<string, unknown>> & { readonly id: string }

/**
 * One column of a list: `money` in fen, `choice` one of the choices, `choices` several, `list` free texts; `also`: other titles;
 * `width` in pixels; `sum`: adds up; `long`: of several lines; `min`, `max`, `whole`: the figures it takes, money in fen.
 */
export type PlanColumn = {
  readonly key: string
  readonly title: Text
  readonly also?: readonly string[]
  readonly kind: 'text' | 'name' | 'uscc' | 'number' | 'money' | 'choice' | 'choices' | 'list'
  readonly width: number
  readonly required: boolean
  readonly sum?: true
  readonly long?: true
  readonly most?: number
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  readonly choices?: (facts: ChoiceFacts, row?: PlanRow) => readonly Choice[]
  /** What its figures are counted in; null where every row has its own. */
  readonly unit?: string | null
  /** No two rows hold the same. */
  readonly unique?: true
  /** What may stand behind a figure. */
  readonly units?: (facts: ChoiceFacts, row: PlanRow) => readonly string[]
  /** The choices differ from row to row. */
  readonly perRow?: true
}

export type PlanList = { readonly name: PlanListName; readonly columns: readonly PlanColumn[] }

type Extra = Partial<Omit<PlanColumn, 'key' | 'title' | 'kind' | 'width'>>

function at(key: string, kind: PlanColumn['kind'], width: number, extra: Extra = {}): PlanColumn {
  const range = kind === 'money' ? money : kind === 'number' ? figure : {}
  const also = (otherTitles as Readonly<Record<string, readonly string[]>>)[key]
  const title = fieldNames[key] ?? { zh: key, en: key }
  return { key, kind, width, required: true, title, ...(also ? { also } : {}), ...range, ...extra }
}

const { money, figure, amount, share, count } = bounds
const kindChoices: readonly Choice[] = serviceKindList.map((value) => ({ value, ...nameOf(serviceKinds[value]) }))
const agencyKindChoices = Object.entries(agencyKindNames).map(([value, name]) => ({ value, ...name }))
const kinds = () => kindChoices
const long = { long: true, most: 2000 } as const
const short = { most: 200 } as const

/** Every list of a plan with its columns: what the editor, the review, the import and a comparison are made from. */
export const planLists: Readonly<Record<PlanSection, readonly PlanList[]>> = {
  services: [
    {
      name: 'rows',
      columns: [
        at('kind', 'choice', 150, { choices: kinds }),
        at('description', 'text', 320, { ...long }),
        at('quantity', 'number', 90, count),
        at('unit', 'text', 80, short),
        at('fromQuarter', 'choice', 130, { choices: quarters }),
        at('toQuarter', 'choice', 130, { choices: quarters }),
      ],
    },
  ],
  agencies: [
    {
      name: 'agencies',
      columns: [
        at('name', 'name', 220, short),
        at('uscc', 'uscc', 190, { unique: true }),
        at('kind', 'choice', 140, { choices: () => agencyKindChoices }),
        at('serviceKinds', 'choices', 320, { choices: kinds }),
        at('relatedTo', 'list', 190, { required: false }),
      ],
    },
    {
      name: 'products',
      columns: [
        at('agencyUscc', 'choice', 165, { choices: agenciesOf }),
        at('serviceKind', 'choice', 115, { choices: kindsOfAgency, perRow: true }),
        at('name', 'text', 150, short),
        at('deliverable', 'text', 150, long),
        at('agreedPriceFen', 'money', 108),
        at('marketPriceFen', 'money', 108),
        at('priceBasis', 'text', 120, long),
        at('exceptionReason', 'text', 120, { ...long, required: false }),
      ],
    },
  ],
  'fund-lines': [
    {
      name: 'rows',
      columns: [
        at('serviceKind', 'choice', 106, { choices: kinds }),
        at('purpose', 'text', 130, { long: true, most: 200 }),
        at('quantity', 'number', 62, count),
        at('unitPriceFen', 'money', 98),
        at('provincialFen', 'money', 110, { sum: true }),
        at('parkFen', 'money', 96, { sum: true }),
        at('enterpriseFen', 'money', 96, { sum: true }),
        at('quarter', 'choice', 124, { choices: quarters }),
        at('indicator', 'choice', 112, { choices: listedIndicators }),
      ],
    },
  ],
  controls: [],
  targets: [
    {
      name: 'rows',
      columns: [
        at('indicator', 'choice', 280, { choices: indicators, unique: true }),
        at('unit', 'text', 90, { ...short }),
        at('baseline', 'number', 100, { unit: null, units: unitsOfTarget }),
        at('target', 'number', 100, { ...amount, unit: null, units: unitsOfTarget }),
        at('weight', 'number', 80, {
          ...share,
          sum: true,
          unit: fieldUnits.weight,
          units: () => weightUnits,
        }),
        at('clarification', 'text', 260, { ...long, required: false }),
      ],
    },
  ],
  enterprises: [
    {
      name: 'rows',
      columns: [
        at('uscc', 'uscc', 180, { unique: true }),
        at('name', 'name', 220, { ...short, also: otherTitles.enterprise }),
        at('industry', 'choice', 140, { choices: () => industryChoices }),
        at('staff', 'number', 104, { ...count, unit: fieldUnits.staff }),
        at('revenueWan', 'number', 126, { ...amount, unit: fieldUnits.revenueWan }),
        at('assetsWan', 'number', 126, { ...amount, unit: fieldUnits.assetsWan }),
      ],
    },
  ],
}

/** The rows of a list; none for a name that the section does not have. */
export function rowsOf(content: PlanContent, section: PlanSection, list: PlanListName): readonly PlanRow[] {
  return ((content[section] as Readonly<Record<string, unknown>>)[list] ?? []) as readonly PlanRow[]
}

/** A value in words; empty when there is none. */
export function valueText(column: PlanColumn, value: unknown, facts: ChoiceFacts, row?: PlanRow): Text {
  if (value === null || value === undefined || value === '') return { zh: '', en: '' }
  if (column.kind === 'money' && typeof value === 'number') return same(formatYuan(value))
  if (column.key === 'unit' && row?.indicator) return targetUnitText(facts, String(value), String(row.indicator))
  if (Array.isArray(value)) return listed(value.map((one) => choiceText(column, one, facts, row)))
  return choiceText(column, value, facts, row)
}

/** What a row is called: its kind, its name, its indicator. */
export function rowText(section: PlanSection, list: PlanListName, row: PlanRow, facts: ChoiceFacts): Text {
  const columns = planLists[section].find((one) => one.name === list)?.columns ?? []
  const key = namingKeys[section] ?? 'name'
  const column = columns.find((one) => one.key === key)
  const name = column ? valueText(column, row[key], facts, row) : same('')
  if (section !== 'fund-lines' || !row.purpose) return name
  return { zh: `${name.zh} ${row.purpose}`.trim(), en: `${name.en} ${row.purpose}`.trim() }
}

const namingKeys: Partial<Record<PlanSection, string>> = {
  services: 'kind',
  'fund-lines': 'serviceKind',
  targets: 'indicator',
}

/** `P1 精准服务试点企业数` */
export function indicatorText(rule: { readonly code: string } & Text): Text {
  return { zh: `${rule.code} ${rule.zh}`, en: `${rule.code} ${rule.en}` }
}

export function quarterText(quarter: Quarter): Text {
  const [year = '', number = ''] = quarter.split('Q')
  return { zh: `${year}年${'一二三四'.charAt(Number(number) - 1)}季度`, en: `${year} Q${number}` }
}

function choiceText(column: PlanColumn, value: unknown, facts: ChoiceFacts, row?: PlanRow): Text {
  const found = column.choices?.(facts, row).find((one) => one.value === value)
  if (found) return nameOf(found)
  // a choice that is no longer offered (an agency taken off the list) still says what stands there
  const known = column.key.toLowerCase().endsWith('kind') ? serviceKinds[value as ServiceKind] : undefined
  return known ? nameOf(known) : same(String(value))
}

function quarters({ edition, firstYear }: ChoiceFacts): readonly Choice[] {
  const { from, to } = batchPeriod(edition, firstYear)
  const all: Choice[] = []
  for (let quarter = quarterOf(from); quarter <= quarterOf(to); quarter = nextQuarter(quarter)) {
    all.push({ value: quarter, ...quarterText(quarter) })
  }
  return all
}

function indicators({ edition }: ChoiceFacts): readonly Choice[] {
  return edition.indicators.map(indicatorChoice)
}

function indicatorChoice(rule: IndicatorRule): Choice {
  return { value: rule.code, also: [rule.zh, rule.en], ...indicatorText(rule) }
}

/** Indicators of the target list; all of the edition while that is empty. */
function listedIndicators(facts: ChoiceFacts): readonly Choice[] {
  const rules = facts.content.targets.rows.flatMap((row) => indicatorOf(facts.edition, row.indicator) ?? [])
  return rules.length > 0 ? rules.map(indicatorChoice) : indicators(facts)
}

function agenciesOf({ content }: ChoiceFacts): readonly Choice[] {
  return content.agencies.agencies.flatMap(({ uscc, name }) =>
    uscc === '' ? [] : [{ value: uscc, ...same(name || uscc) }],
  )
}

/** The kinds that the product's agency is listed for; all while no agency is chosen. */
function kindsOfAgency({ content }: ChoiceFacts, row?: PlanRow): readonly Choice[] {
  const agency = content.agencies.agencies.find((one) => one.uscc !== '' && one.uscc === row?.agencyUscc)
  if (!agency || agency.serviceKinds.length === 0) return kindChoices
  // what stands there stays readable, listed or not
  const isOffered = ({ value }: Choice) =>
    agency.serviceKinds.includes(value as ServiceKind) || value === row?.serviceKind
  return kindChoices.filter(isOffered)
}

function nameOf({ zh, en }: Text): Text {
  return { zh, en }
}

function same(text: string): Text {
  return { zh: text, en: text }
}
