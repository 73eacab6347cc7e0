import type { z } from 'zod'
import type { Draft } from '../../../platform/workbook/account.ts'
import {
  asName,
  asNumber,
  asOneOf,
  asPercent,
  asProse,
  asText,
  asUscc,
  asWholeNumber,
  type Took,
  type Wrong,
  wrong,
} from '../../../platform/workbook/cells.ts'
import { column, type RowOf, type Table } from '../../../platform/workbook/columns.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import { indicatorOf } from '../../../policy/editions/edition.ts'
import { type PlanContent, planSectionNames } from '../../../policy/plan/plan.ts'
import { isUnitOf } from '../../../policy/plan/plan-doubts.ts'
import { fieldNames, fieldUnits, otherTitles, weightUnits } from '../../../policy/plan/plan-fields.ts'
import { indicatorText } from '../../../policy/plan/plan-tables.ts'
import { type Industry, industries, industryList } from '../../../policy/services/enterprise-size.ts'
import { usualIndustryWords } from '../../../policy/services/industry-words.ts'
import { cleanChoice } from '../../../shared/clean.ts'
import { readNumber } from '../../../shared/numbers.ts'
import type { Text } from '../../../shared/words.ts'
import type { importable } from './contract.ts'
import { words } from './words.ts'

/** Rows of one section at most; the same bound as in the contract. */
export const maxImportRows = 500

export type ImportedSection = z.infer<typeof importable>
type TargetRow = PlanContent['targets']['rows'][number]
type EnterpriseRow = PlanContent['enterprises']['rows'][number]

type Figure = { readonly value: number; readonly unit: string }
const shownFigure = ({ value }: Figure) => String(value)

/** A figure, and the unit written behind it, empty for none: only the row can tell whether that fits. */
function figure(text: string): Figure | Wrong | Took<Figure> {
  const read = readNumber(text)
  const unit = typeof read === 'string' ? '' : read.suffix
  const value = asNumber(-1e12, 1e12, 4, [unit])(text)
  if (typeof value === 'number') return { value, unit }
  return 'took' in value ? { value: { value: value.value, unit }, took: value.took } : value
}

/** The target list as a table, made from the indicators of the edition. */
export function targetTable(edition: Edition) {
  const byName = new Map(
    edition.indicators.flatMap((rule) => {
      const { zh, en } = indicatorText(rule)
      return [rule.code, rule.zh, rule.en, zh, en].map((name) => [cleanChoice(name), rule.code])
    }),
  )
  const indicator = (text: string): string | Wrong =>
    byName.get(cleanChoice(text)) ?? wrong(words.noIndicator.zh(text), words.noIndicator.en(text))
  /** As the row says it, or as its indicator is counted. */
  const unitOfRow = (row: Readonly<Record<string, unknown>>) =>
    typeof row.unit === 'string' ? row.unit : (indicatorOf(edition, String(row.indicator))?.unit.zh ?? null)
  const columns = [
    column('indicator', {
      title: title('indicator'),
      aliases: otherTitles.indicator,
      required: true,
      parse: indicator,
      unique: 'refused',
      width: 44,
      options: edition.indicators.map(indicatorText),
      hint: words.hintIndicator,
    }),
    column('unit', {
      title: title('unit'),
      aliases: otherTitles.unit,
      required: false,
      parse: asText(200),
      width: 12,
      hint: words.hintUnit,
    }),
    column('baseline', {
      title: title('baseline'),
      aliases: otherTitles.baseline,
      required: true,
      parse: figure,
      unit: unitOfRow,
      show: shownFigure,
      numeric: true,
      hint: words.hintBaseline,
    }),
    column('target', {
      title: title('target'),
      aliases: otherTitles.target,
      required: true,
      parse: figure,
      unit: unitOfRow,
      show: shownFigure,
      numeric: true,
      hint: words.hintFigure,
    }),
    column('weight', {
      title: title('weight'),
      aliases: otherTitles.weight,
      required: true,
      parse: asPercent(0, 100, 2, weightUnits),
      unit: fieldUnits.weight,
      numeric: true,
      hint: words.hintWeight,
    }),
    column('clarification', {
      title: title('clarification'),
      aliases: otherTitles.clarification,
      required: false,
      parse: asProse(2000),
      width: 40,
    }),
  ] as const
  return { title: planSectionNames.targets, columns } satisfies Table
}

/** The pilot enterprises as a table. */
export function enterpriseTable() {
  const wan = asNumber(0, 1e10, 6, [fieldUnits.revenueWan])
  const columns = [
    column('uscc', {
      title: title('uscc'),
      required: true,
      aliases: otherTitles.uscc,
      parse: asUscc,
      unique: 'refused',
      width: 24,
      hint: words.hintUscc,
    }),
    column('name', {
      title: title('name'),
      aliases: otherTitles.enterprise,
      required: true,
      parse: asName(200),
      unique: 'warned',
      width: 36,
    }),
    column('industry', {
      title: title('industry'),
      aliases: otherTitles.industry,
      required: true,
      parse: asOneOf<Industry>(industries, usualIndustryWords),
      width: 20,
      options: industryList.map((code) => industries[code]),
      show: (code: Industry) => industries[code].zh,
      hint: words.hintIndustry,
    }),
    column('staff', {
      title: title('staff'),
      aliases: otherTitles.staff,
      required: true,
      parse: asWholeNumber(0, 1_000_000, [fieldUnits.staff]),
      unit: fieldUnits.staff,
      numeric: true,
    }),
    column('revenueWan', {
      title: title('revenueWan'),
      aliases: otherTitles.revenueWan,
      required: true,
      parse: wan,
      unit: fieldUnits.revenueWan,
      numeric: true,
      width: 20,
      hint: words.hintWan,
    }),
    column('assetsWan', {
      title: title('assetsWan'),
      aliases: otherTitles.assetsWan,
      required: true,
      parse: wan,
      unit: fieldUnits.assetsWan,
      numeric: true,
      width: 20,
      hint: words.hintWan,
    }),
  ] as const
  return { title: planSectionNames.enterprises, columns } satisfies Table
}

export type ReadTarget = RowOf<ReturnType<typeof targetTable>['columns']>
type ReadEnterprise = RowOf<ReturnType<typeof enterpriseTable>['columns']>

/** A row that stood in the plan before keeps its identity, so that a comparison shows what changed in it. */
export function targetRow(
  read: Draft<ReadTarget>,
  before: readonly TargetRow[],
  edition: Edition,
  newId: () => string,
): TargetRow {
  const { unit, weight, baseline, target } = read
  const indicator = read.indicator ?? ''
  const known = before.find((one) => one.indicator === indicator)
  const rule = indicatorOf(edition, indicator)
  // Blank is blank, whether a form or a sheet left it so.
  const clarification = read.clarification ?? (known?.clarification === undefined ? undefined : '')
  return {
    id: known?.id ?? newId(),
    indicator,
    unit: unit === null || (rule && isUnitOf(rule.unit, unit)) ? (rule?.unit.zh ?? '') : unit,
    baseline: baseline?.value ?? null,
    target: target?.value ?? null,
    weight,
    ...(clarification === undefined ? {} : { clarification }),
  }
}

export function enterpriseRow(
  read: Draft<ReadEnterprise>,
  before: readonly EnterpriseRow[],
  newId: () => string,
): EnterpriseRow {
  const { id = newId(), licence } = before.find((one) => one.uscc === read.uscc) ?? {}
  return { id, ...read, uscc: read.uscc ?? '', name: read.name ?? '', ...(licence ? { licence } : {}) }
}

function title(field: string): Text {
  return fieldNames[field] ?? { zh: field, en: field }
}
