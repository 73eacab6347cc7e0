import { download } from '../../../platform/command.ts'
import { makeTemplate } from '../../../platform/workbook/template.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { type Edition, indicatorOf } from '../../../policy/editions/edition.ts'
import { type PlanContent, planSectionNames } from '../../../policy/plan/plan.ts'
import { indicatorText } from '../../../policy/plan/plan-tables.ts'
import { industries } from '../../../policy/services/enterprise-size.ts'
import type { Language } from '../../../shared/words.ts'
import { readCourseFiling } from '../course/public.ts'
import * as contract from './contract.ts'
import { enterpriseTable, type ImportedSection, targetTable } from './import-tables.ts'
import { requirePlan } from './require-plan.ts'
import { words } from './words.ts'

/** The workbook of a section, made from the rules of the pilot's edition and filled with what stands in the plan. */
export const planTemplate = download(contract.planTemplate, async ({ params, search }, { tx, actor }) => {
  const { duty, content: plan } = requirePlan(await readCourseFiling(tx, actor, params.filingId))
  const { edition } = duty.batch
  const language = search.language ?? 'zh'
  const { section } = params
  const table = section === 'targets' ? targetTable(edition) : enterpriseTable()
  const content = await makeTemplate(table, {
    language,
    rules: edition.name,
    rows: rowsOf(section, plan, edition, language),
  })
  const title = planSectionNames[section][language]
  return { fileName: `${duty.unit.name}-${title}-${words.template[language]}.xlsx`, mediaType: xlsxMediaType, content }
})

type TemplateRow = Readonly<Record<string, string | number | null>>

function rowsOf(section: ImportedSection, content: PlanContent, edition: Edition, language: Language): TemplateRow[] {
  if (section === 'enterprises') {
    return content.enterprises.rows.map(({ id: _, licence: _licence, industry, ...row }) => ({
      ...row,
      industry: industry && industries[industry][language],
    }))
  }
  if (content.targets.rows.length > 0) {
    return content.targets.rows.map(({ id: _, indicator, ...row }) => {
      const rule = indicatorOf(edition, indicator)
      return { ...row, indicator: rule ? indicatorText(rule)[language] : indicator }
    })
  }
  return edition.indicators.map((rule) => ({
    indicator: indicatorText(rule)[language],
    unit: rule.unit[language],
    weight: rule.weight,
  }))
}
