import { type ImportRules, takeIn } from '../../../platform/imports/take-in.ts'
import type { Column } from '../../../platform/workbook/columns.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import { enterpriseDoubts, targetDoubts } from '../../../policy/plan/plan-doubts.ts'
import type { CourseFiling, SectionImport } from '../course/public.ts'
import { importable } from './contract.ts'
import { enterpriseRow, enterpriseTable, maxImportRows, targetRow, targetTable } from './import-tables.ts'
import { targetProblems } from './target-problems.ts'

/** How the rows of a section come from a workbook; null for a section that is not filled from one. */
export function planImport({ duty, content }: CourseFiling<PlanContent>, section: string): SectionImport | null {
  const known = importable.safeParse(section)
  if (!known.success) return null
  return known.data === 'targets'
    ? rowsBy(targetRules(content.targets.rows, duty.batch.edition))
    : rowsBy(enterpriseRules(content.enterprises.rows))
}

/** The target list of an edition, beside the one that stands. */
export function targetRules(standing: PlanContent['targets']['rows'], edition: Edition) {
  return rules({
    table: targetTable(edition),
    maxRows: maxImportRows,
    rowOf: (read, newId) => targetRow(read, standing, edition, newId),
    problems: (read, rows) => targetProblems(read, rows, edition),
    warnings: (rows) => targetDoubts(rows, standing, edition),
  })
}

/** The list of enterprises, beside the one that stands. */
export function enterpriseRules(standing: PlanContent['enterprises']['rows']) {
  return rules({
    table: enterpriseTable(),
    maxRows: maxImportRows,
    rowOf: (read, newId) => enterpriseRow(read, standing, newId),
    warnings: (rows) => enterpriseDoubts(rows, standing),
  })
}

function rules<const Columns extends readonly Column[], Row>(of: ImportRules<Columns, Row>): ImportRules<Columns, Row> {
  return of
}

function rowsBy<const Columns extends readonly Column[], Row>(of: ImportRules<Columns, Row>): SectionImport {
  return {
    columns: of.table.columns,
    takeIn: (workbook) => {
      const { rows, ...taken } = takeIn(workbook, of)
      return { ...taken, content: (newId) => ({ rows: rows(newId) }) }
    },
  }
}
