// Reads a workbook as the import does, in a process of its own: `excel.ts` asks how long it took and how much memory.
import { readFile } from 'node:fs/promises'
import { enterpriseTable } from '../src/features/filings/plan/import-tables.ts'
import { readWorkbook } from '../src/platform/workbook/read.ts'
import { parseTable } from '../src/platform/workbook/table.ts'

export type ExcelRead = { rows: number; bad: string[]; milliseconds: number; extraBytes: number }

const bytes = await readFile(process.argv[2] ?? '')
const before = process.memoryUsage().rss
const begun = performance.now()
const { rows, problems } = parseTable(await readWorkbook(bytes), enterpriseTable())
const milliseconds = performance.now() - begun
process.send?.({
  rows: rows.length,
  bad: problems.map(({ cell }) => cell),
  milliseconds,
  extraBytes: process.resourceUsage().maxRSS * 1024 - before,
} satisfies ExcelRead)
