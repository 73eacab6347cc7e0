import { type Asking, type Upload, upload } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import type { ParsedTable, Remark } from '../../../platform/workbook/account.ts'
import type { Column } from '../../../platform/workbook/columns.ts'
import { readWorkbook } from '../../../platform/workbook/read.ts'
import type { Workbook } from '../../../platform/workbook/sheets.ts'
import { parseTable } from '../../../platform/workbook/table.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import { keepSection, lockCourseFiling, readCourseFiling } from '../course/public.ts'
import * as contract from './contract.ts'
import {
  enterpriseRow,
  enterpriseTable,
  type ImportedSection,
  maxImportRows,
  targetRow,
  targetTable,
} from './import-tables.ts'
import { planKind } from './plan-kind.ts'
import { requirePlan } from './require-plan.ts'
import { words } from './words.ts'

/** A workbook replaces the rows of a section: all of it, or with any problem nothing, and then every problem is named. */
export const importPlanRows = upload(contract.importPlanRows, async ({ params, search, upload: file }, acting) => {
  const { filingId, section } = params
  const { duty } = requirePlan(await readCourseFiling(acting.tx, acting.actor, filingId))
  const read = (columns: readonly Column[]) => workbookOf(file, acting, columns)
  const rowsIn = await rowsOf(section, read, duty.batch.edition, acting.newId)
  const plan = requirePlan(await lockCourseFiling(acting.tx, acting.actor, filingId))
  const content = { rows: rowsIn(plan.content) }
  const source = { fileName: file.fileName, hash: file.hash }
  const revision = await keepSection(acting, planKind, plan, { section, revision: search.revision, content, source })
  return { revision, imported: content.rows.length }
})

/** Read before anything is locked. @throws WorkbookRefused when it cannot be read at all, HttpError 422 with every problem. */
async function rowsOf(
  section: ImportedSection,
  read: (columns: readonly Column[]) => Promise<Workbook>,
  edition: Edition,
  newId: () => string,
) {
  if (section === 'targets') {
    const table = targetTable(edition)
    const rows = soundRows(parseTable(await read(table.columns), table))
    return ({ targets }: PlanContent): object[] => rows.map((row) => targetRow(row, targets.rows, edition, newId))
  }
  const table = enterpriseTable()
  const rows = soundRows(parseTable(await read(table.columns), table))
  return ({ enterprises }: PlanContent): object[] => rows.map((row) => enterpriseRow(row, enterprises.rows, newId))
}

function soundRows<Value>({ rows, problems }: ParsedTable<Value>): Value[] {
  const count = rows.length + new Set(problems.map(({ sheet, row }) => `${sheet}!${row}`)).size
  if (rows.length > maxImportRows || count > maxImportRows + 1) throw tooManyRows(count)
  if (problems.length > 0) throw importProblems(problems)
  return rows.map((row) => row.value)
}

function tooManyRows(count: number): HttpError {
  const text = { zh: words.tooManyRows.zh(maxImportRows), en: words.tooManyRows.en(maxImportRows) }
  return new HttpError(422, 'plan.too-many-rows', text, [{ field: 'file', ...text }], { count, max: maxImportRows })
}

function importProblems(problems: readonly Remark[]): HttpError {
  const count = problems.length
  return new HttpError(
    422,
    'plan.import-problems',
    { zh: words.importProblems.zh(count), en: words.importProblems.en(count) },
    problems.map(({ sheet, cell, zh, en }) => ({ field: `${sheet}!${cell}`, zh, en })),
    { count },
  )
}

async function workbookOf({ hash }: Upload, { files }: Asking, columns: readonly Column[]): Promise<Workbook> {
  const chunks: Buffer[] = []
  for await (const chunk of files.open(hash)) chunks.push(chunk as Buffer)
  return readWorkbook(Buffer.concat(chunks), columns)
}
