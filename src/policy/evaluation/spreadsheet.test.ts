import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedFacts, inventedForm } from '../../../tests/support/invented-form.ts'
import { editionOf } from '../editions/edition.ts'
import type { FormFacts, ItemFacts } from './facts.ts'
import { scoreForm } from './score.ts'

const edition = editionOf('zj-2023')
const mostTargets = 7
const program = 'soffice'

/** The facts of one form as cells; `null` is an empty cell. */
type Cells = Readonly<Record<string, number | string | null>>

const factsOf = <K extends ItemFacts['kind']>(facts: FormFacts, id: string, kind: K) => {
  const one = facts.items[id]
  return one?.kind === kind ? (one as Extract<ItemFacts, { kind: K }>) : null
}

function cellsOf(facts: FormFacts): Cells {
  const served = factsOf(facts, 'served', 'ratio')
  const price = factsOf(facts, 'price', 'ratio')
  const quantity = factsOf(facts, 'quantity', 'step-down')
  const speed = factsOf(facts, 'speed', 'step-down')
  const income = factsOf(facts, 'income', 'base-plus')
  const setUp = factsOf(facts, 'set-up', 'checklist')?.proofs ?? {}
  const counts = factsOf(facts, 'channels', 'accumulate')?.counts ?? {}
  const targets = factsOf(facts, 'targets', 'targets')?.targets ?? []
  const cells: Record<string, number | string | null> = {
    servedActual: served?.actual ?? null,
    servedTarget: served?.target ?? null,
    priceActual: price?.actual ?? null,
    priceTarget: price?.target ?? null,
    done: quantity?.done ?? null,
    plan: quantity?.plan ?? null,
    daysDone: speed?.done ?? null,
    daysPlan: speed?.plan ?? null,
    incomeDone: income?.done ?? null,
    base: income?.base ?? null,
    a: setUp.a ?? 0,
    b: setUp.b ?? 0,
    c: setUp.c ?? 0,
    passed: factsOf(facts, 'evidence', 'bands')?.figure ?? null,
    judged: factsOf(facts, 'effect', 'judged')?.percent ?? null,
    late: factsOf(facts, 'reports', 'per-case')?.cases.length ?? null,
    channels: counts.channel ?? 0,
    needs: counts.need ?? 0,
    award: factsOf(facts, 'awards', 'checklist')?.proofs.d ?? 0,
    proven: facts.findings['false-evidence']?.length ?? 0,
  }
  for (let i = 0; i < mostTargets; i++) {
    const one = targets[i]
    cells[`actual${i}`] = one?.actual ?? null
    cells[`target${i}`] = one?.target ?? null
    cells[`most${i}`] = one?.direction === 'at-most' ? 1 : 0
    cells[`weight${i}`] = one?.weight ?? null
  }
  return cells
}

/** The form once more, as somebody with a spreadsheet would write it; `x('name')` is the cell of a fact or of a column before. */
const formulas: readonly (readonly [column: string, formula: (x: (name: string) => string) => string])[] = [
  ['served', (x) => `ROUND(MIN(12,${x('servedActual')}/${x('servedTarget')}*12),2)`],
  [
    'price',
    (x) =>
      `IF(${x('priceTarget')}="","",IF(${x('priceActual')}=0,8,ROUND(MIN(8,${x('priceTarget')}/${x('priceActual')}*8),2)))`,
  ],
  ...Array.from({ length: mostTargets }, (_, i): (typeof formulas)[number] => [
    `share${i}`,
    (x) => {
      const [actual, target] = [x(`actual${i}`), x(`target${i}`)]
      const turned = `IF(${actual}=0,1,MIN(1,${target}/${actual}))`
      return `IF(OR(${actual}="",${target}="",${target}=0),"",IF(${x(`most${i}`)}=1,${turned},MIN(1,${actual}/${target})))`
    },
  ]),
  [
    'targets',
    (x) => {
      const counted = (part: (i: number) => string) =>
        Array.from({ length: mostTargets }, (_, i) => `IF(${x(`share${i}`)}="",0,${part(i)})`).join('+')
      return `ROUND((${counted((i) => `${x(`weight${i}`)}*${x(`share${i}`)}`)})/(${counted((i) => x(`weight${i}`))})*20,2)`
    },
  ],
  ['quantity', (x) => `MAX(0,15-INT(ROUND(MAX(0,${x('plan')}-${x('done')})*100/(${x('plan')}*3),9)))`],
  [
    'speed',
    (x) => `MAX(0,5-0.5*ROUNDUP(ROUND(MAX(0,${x('daysDone')}-${x('daysPlan')})*100/(${x('daysPlan')}*4),9),0))`,
  ],
  [
    'income',
    (x) =>
      `IF(${x('incomeDone')}<${x('base')},ROUND(8*${x('incomeDone')}/${x('base')},2),MIN(15,8+INT(ROUND((${x('incomeDone')}-${x('base')})*20/${x('base')},9))))`,
  ],
  ['setup', (x) => `IF(${x('a')}>0,2,0)+IF(${x('b')}>0,2.5,0)+IF(${x('c')}>0,1.5,0)`],
  ['evidence', (x) => `IF(${x('passed')}="","",IF(${x('passed')}>=95,8,IF(${x('passed')}>=80,5,0)))`],
  ['effect', (x) => `ROUND(9*${x('judged')}/100,2)`],
  ['reports', (x) => `MAX(0,7-1.25*${x('late')})`],
  ['extra', (x) => `MIN(5,ROUND(MIN(100,20*${x('channels')}+5*${x('needs')})/100*4,2)+IF(${x('award')}>0,3,0))`],
  [
    'won',
    (x) =>
      `SUM(${['served', 'price', 'targets', 'quantity', 'speed', 'income', 'setup', 'evidence', 'effect', 'reports'].map(x).join(',')})`,
  ],
  ['apply', (x) => `100-IF(${x('price')}="",8,0)-IF(${x('evidence')}="",8,0)`],
  ['total', (x) => `MIN(105,ROUND(${x('won')}/${x('apply')}*100,2)+${x('extra')})`],
  ['points', (x) => `IF(${x('total')}>=85,4,IF(${x('total')}>=75,3,IF(${x('total')}>=60,2,1)))`],
  ['grade', (x) => `IF(${x('proven')}>0,1,IF(${x('served')}<6,MIN(2,${x('points')}),${x('points')}))`],
]

/** The workbook as LibreOffice reckons it: one row of results for each set of facts. */
async function reckoned(sets: readonly FormFacts[]): Promise<Record<string, number>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  try {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('form')
    const rows = sets.map(cellsOf)
    const columns = [...Object.keys(rows[0] ?? {}), ...formulas.map(([name]) => name)]
    sheet.addRow(columns)
    for (const [i, row] of rows.entries()) {
      const x = (name: string) => `${sheet.getColumn(columns.indexOf(name) + 1).letter}${i + 2}`
      sheet.addRow([...Object.values(row), ...formulas.map(([, formula]) => ({ formula: formula(x) }))])
    }
    const path = join(folder, 'form.xlsx')
    await book.xlsx.writeFile(path)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    execFileSync(program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, path], { stdio: 'ignore' })
    const read = new ExcelJS.Workbook()
    await read.xlsx.readFile(join(out, 'form.xlsx'))
    return sets.map((_, i) => {
      const value = (name: string) => read.worksheets[0]?.getRow(i + 2).getCell(columns.indexOf(name) + 1).result
      return Object.fromEntries(formulas.map(([name]) => [name, Number(value(name) || 0)]))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isThere(): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

type Results = readonly Readonly<Record<string, number>>[]

/** What LibreOffice made of these facts by these formulas, kept for machines that have none; `of`: the hash of both. */
const keptFile = new URL('../../../tests/cases/spreadsheet-results.json', import.meta.url)
const sets = fc.sample(inventedFacts, { numRuns: 200, seed: 20_261_130 })
const asked = JSON.stringify([sets.map(cellsOf), formulas.map(([name, formula]) => [name, formula((x) => x)])])
const of = createHash('sha256').update(asked).digest('hex')

function kept(): Results | null {
  if (!existsSync(keptFile)) return null
  const found = JSON.parse(readFileSync(keptFile, 'utf8')) as { of: string; columns: string[]; rows: number[][] }
  if (found.of !== of) return null
  return found.rows.map((row) => Object.fromEntries(found.columns.map((name, at) => [name, row[at] ?? Number.NaN])))
}

test('the invented form comes to what a spreadsheet of its own makes of it, to the hundredth', {
  timeout: 180_000,
}, async () => {
  const before = kept()
  if (isThere()) {
    const results = await reckoned(sets)
    if (before === null) {
      const columns = formulas.map(([name]) => name)
      const rows = results.map((row) => JSON.stringify(columns.map((name) => row[name])))
      writeFileSync(
        keptFile,
        `{"of": "${of}", "columns": ${JSON.stringify(columns)}, "rows": [\n${rows.join(',\n')}\n]}\n`,
      )
    } else expect(results).toEqual(before)
  }
  const results = kept()
  // Facts or formulas have changed: run this once where LibreOffice is, and it keeps the new results.
  if (results === null) throw new Error('tests/cases/spreadsheet-results.json is of other facts or formulas')
  for (const [i, facts] of sets.entries()) {
    const { items, total, grade } = scoreForm(edition, inventedForm, facts)
    const result = results[i] ?? {}
    const own = (id: string) => items.find(({ item }) => item === id)?.scored ?? 0
    const sheet = (name: string) => Math.round((result[name] ?? Number.NaN) * 100)
    for (const id of ['served', 'price', 'targets', 'quantity', 'speed', 'income', 'evidence', 'effect', 'reports'])
      expect([i, id, own(id)]).toEqual([i, id, sheet(id)])
    expect(own('set-up')).toBe(sheet('setup'))
    expect([i, total]).toEqual([i, sheet('total')])
    expect(grade).toBe(['fail', 'pass', 'good', 'excellent'][(result.grade ?? 0) - 1])
  }
  // An item that was left out is an empty text in the sheet, and nothing here.
  const grades = new Set(results.map(({ grade }) => grade))
  expect(grades.size).toBe(4)
})
