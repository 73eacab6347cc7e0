import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { sampleUscc } from '../database/demo/sample-plan.ts'
import { enterpriseTable } from '../src/features/filings/plan/import-tables.ts'
import { readWorkbook } from '../src/platform/workbook/read.ts'
import { makeTemplate } from '../src/platform/workbook/template.ts'
import { readInChild, startProduct } from './children.ts'
import { expect } from './expect.ts'
import { get } from './people.ts'
import type { Single } from './results.ts'

/** All services of the county with twenty parks as a workbook: complete, and how much more memory than before. */
export async function excelOut(connection: pg.PoolConfig, filesDir: string, rows: number): Promise<Single> {
  const product = await startProduct(connection, filesDir)
  try {
    await get(product.address, 'bench-large-county', '/api/services?pageSize=50')
    const before = await product.memory()
    const begun = performance.now()
    const answer = await get(product.address, 'bench-large-county', '/api/services/export')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const milliseconds = performance.now() - begun
    const after = await product.memory()
    const [sheet] = (await readWorkbook(bytes)).sheets
    expect(sheet?.rows.length === rows + 1, `the export has ${sheet?.rows.length} lines, expected ${rows} and a header`)
    return { work: 'excel-out', milliseconds, extraBytes: after.most - before.now }
  } finally {
    await product.stop()
  }
}

const rowsIn = 5000
const everyBad = 100

/** 5,000 pilot enterprises, each hundredth with a wrong cell in one column after another: every one is named, no other. */
export async function excelIn(folder: string): Promise<Single> {
  const industry = '工业'
  const sound = Array.from({ length: rowsIn }, (_, i) => ({
    uscc: sampleUscc(i),
    name: `精密机械${i}号有限公司`,
    industry,
    staff: 60 + (i % 300),
    revenueWan: 1800.5 + i,
    assetsWan: 1500,
  }))
  const wrong = { uscc: '913304', industry: '无此行业', staff: '六十', revenueWan: '约二千', assetsWan: '-5' }
  const keys = Object.keys(wrong) as (keyof typeof wrong)[]
  const columns = enterpriseTable().columns.map(({ key }) => key)
  const expected: string[] = []
  const rows = sound.map((row, i) => {
    const key = keys[(i / everyBad) % keys.length]
    if (i % everyBad !== 0 || !key) return row
    expected.push(`${'ABCDEF'[columns.indexOf(key)]}${i + 2}`)
    return { ...row, [key]: wrong[key] }
  })
  const path = join(folder, 'enterprises.xlsx')
  await writeFile(path, await makeTemplate(enterpriseTable(), { language: 'zh', rules: { zh: '', en: '' }, rows }))
  const read = await readInChild(path)
  const named = read.bad.sort().join() === expected.sort().join()
  expect(named && read.rows === rowsIn - expected.length, `${read.rows} rows read, named: ${read.bad.join(' ')}`)
  return { work: 'excel-in', milliseconds: read.milliseconds, extraBytes: read.extraBytes }
}
