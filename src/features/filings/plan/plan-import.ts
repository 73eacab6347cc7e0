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
    ? targetImport(content.targets.rows, duty.batch.edition)
    : enterpriseImport(content.enterprises.rows)
}

function targetImport(standing: PlanContent['targets']['rows'], edition: Edition): SectionImport {
  return rowsBy({
    table: targetTable(edition),
    maxRows: maxImportRows,
    rowOf: (read, newId) => targetRow(read, standing, edition, newId),
    problems: (read, rows) => targetProblems(read, rows, edition),
    warnings: (rows) => targetDoubts(rows, standing, edition),
  })
}

function enterpriseImport(standing: PlanContent['enterprises']['rows']): SectionImport {
  return rowsBy({
    table: enterpriseTable(),
    maxRows: maxImportRows,
    rowOf: (read, newId) => enterpriseRow(read, standing, newId),
    warnings: (rows) => enterpriseDoubts(rows, standing),
  })
}

function rowsBy<const Columns extends readonly Column[], Row>(rules: ImportRules<Columns, Row>): SectionImport {
  return {
    columns: rules.table.columns,
    takeIn: (workbook) => {
      const { rows, ...taken } = takeIn(workbook, rules)
      return { ...taken, content: (newId) => ({ rows: rows(newId) }) }
    },
  }
}
