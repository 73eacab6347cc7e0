import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: `${lines.join('\n')}\n` })
const at = (path: string, ...lines: number[]) => lines.map((line) => `${path}:${line}`)

const a = 'src/policy/a.ts'
const useCase = 'src/features/filings/plan/give-opinion.ts'
const store = 'src/features/filings/review/store.ts'

export const serverProbes: readonly Probe[] = [
  {
    rule: 'clock and ids are handed in',
    planted: 'every way of helping oneself',
    files: [
      file(useCase, 'Date.now()', 'new Date()', 'crypto.randomUUID()', 'Math.random()', 'new Date'),
      file(a, 'const today = new Date()'),
    ],
    caught: [...at(useCase, 1, 2, 3, 4, 5), `${a}:1`],
    innocent: [
      file(useCase, 'new Date(row.at)', 'now.getTime()', '// new Date()', "'Date.now()'"),
      file('src/features/filings/review/web/Clock.tsx', 'Date.now()'),
      file('src/platform/clock.ts', 'new Date()'),
      file('src/features/filings/review/give-opinion.test.ts', 'new Date()'),
    ],
  },
  {
    rule: 'transactions are handed in',
    planted: 'a handle imported, a parameter, a transaction opened, a connection made',
    files: [
      file(
        useCase,
        "import { type Database } from '../../platform/database/connect.ts'",
        'export const give = (database: Database) => 1',
        'await tx.transaction().execute(work)',
        'const mine = connect({})',
      ),
    ],
    caught: at(useCase, 1, 2, 3, 4),
    innocent: [
      file(
        useCase,
        "import type { Tx } from '../../platform/database/connect.ts'",
        'export const give = (tx: Tx) => 1',
      ),
      file('src/features/programme/units/found-programme.ts', 'database.transaction().execute(work)'),
    ],
  },
  {
    rule: 'store functions take `tx` first',
    planted: 'a function and an arrow without it',
    files: [
      file(
        store,
        'export async function lock(id: string, tx: Tx) {}',
        'export function save<T extends Row>(',
        '  row: T,',
        '): Promise<void> {}',
        'export const list = async (search: Search) => []',
      ),
      file('src/features/filings/review/opinion-views.ts', 'export async function count() {}'),
      file('src/features/filings/review/public.ts', 'export function find(id: string, tx?: Tx): Query {}'),
    ],
    caught: [
      ...at(store, 1, 2, 5),
      'src/features/filings/review/opinion-views.ts:1',
      'src/features/filings/review/public.ts:1',
    ],
    innocent: [
      file(
        store,
        'export async function lock(tx: Tx, id: string) {}',
        'export function save<T extends Row>(',
        '  tx: Tx,',
        '): Promise<void> {}',
        'export const list = async (tx: Tx, search: Search) => []',
        'export async function begin(acting: Acting, duty: Duty) {}',
        'export const total = (1 + 2) * 3',
        'export function shown(row: Row): View {}',
        'function helper(row: Row) {}',
      ),
      file('src/features/filings/plan/give-opinion.ts', 'export function help(row: Row) {}'),
    ],
  },
  {
    rule: 'store functions take `tx` first',
    planted: 'behind a door that only passes on',
    files: [
      file('src/features/filings/plan/public.ts', "export { lockBaseline } from './lock-baseline.ts'"),
      file(
        'src/features/filings/plan/lock-baseline.ts',
        '',
        'export async function lockBaseline(plan: Plan, tx: Tx) {}',
      ),
    ],
    caught: ['src/features/filings/plan/lock-baseline.ts:2'],
    innocent: [
      file('src/features/filings/plan/public.ts', "export { lockBaseline } from './lock-baseline.ts'"),
      file(
        'src/features/filings/plan/lock-baseline.ts',
        'export async function lockBaseline(tx: Tx) {}',
        'export async function helper(plan: Plan) {}',
      ),
    ],
  },
  {
    rule: 'what ships knows no demo',
    planted: 'an import of the demo, its password by name and by value, a way to empty the database',
    files: [
      file('database/demo/password.ts', "/** The demo's */", "export const demoPassword = 'Open-2026'"),
      file('src/opening.ts', "const { makeDemo } = await import('../database/demo/make-demo.ts')", '// Open-2026'),
      file(useCase, 'found(demoPassword)', 'sql`DROP  schema public cascade`'),
    ],
    caught: ['src/opening.ts:1', 'src/opening.ts:2', ...at(useCase, 1, 2)],
    innocent: [
      file('database/demo/password.ts', "export const demoPassword = 'Open-2026'"),
      file('database/demo/open-demo.ts', "import { demoPassword } from './password.ts'", "'drop schema public'"),
      file('src/opening.ts', "const kinds = ['demo.begun', 'demo.finished']", '// never drop schema here'),
      file('src/features/filings/plan/plan.test.ts', "import { demoPassword } from '../database/demo/password.ts'"),
    ],
  },
  {
    rule: 'features do not know an edition',
    planted: 'a year, an edition, an indicator, a share, a cadence',
    files: [
      file(
        useCase,
        'if (year > 2024) x()',
        "if (edition === 'zj-2023') y()",
        "const row = rows.get('P11')",
        "const first = '首期拨付 30%'",
        "const title = '填报季报'",
      ),
    ],
    caught: at(useCase, 1, 2, 3, 4, 5),
    innocent: [
      file(
        useCase,
        '// in 2023 the guide said so',
        'const most = 20_000',
        "const column = 'AB1'",
        'const port = 12026',
        "const full = { width: '100%' }",
        "const when = '计划季度'",
      ),
      file('src/policy/editions/data/zj-2023.ts', "export const code = 'P11'", 'export const year = 2023'),
    ],
  },
  {
    rule: 'exceljs writes workbooks and reads none',
    planted: 'a feature and a reader that import it, a writer that loads, reads and streams one in',
    files: [
      file('src/features/reviews/export.ts', "import ExcelJS from 'exceljs'"),
      file('src/platform/workbook/read.ts', '', "const { Workbook } = await import('exceljs')"),
      file(
        'src/platform/workbook/write.ts',
        "import ExcelJS from 'exceljs'",
        'await workbook.xlsx.load(data)',
        'await workbook.xlsx.readFile(path)',
        'await workbook.csv.read(stream)',
        'new ExcelJS.stream.xlsx.WorkbookReader(stream, {})',
      ),
    ],
    caught: [
      'src/features/reviews/export.ts:1',
      'src/platform/workbook/read.ts:2',
      ...at('src/platform/workbook/write.ts', 2, 3, 4, 5),
    ],
    innocent: [
      file('src/platform/workbook/write.ts', "import ExcelJS from 'exceljs'", 'await workbook.xlsx.writeBuffer()'),
      file('src/platform/workbook/write.test.ts', "import ExcelJS from 'exceljs'", 'await workbook.xlsx.load(data)'),
      file('tests/journeys/return.test.ts', "import ExcelJS from 'exceljs'", 'await workbook.xlsx.load(data)'),
    ],
  },
  {
    rule: 'migrations are numbered',
    planted: 'a gap, a twin, a nameless one',
    files: [
      file('database/migrations/0001_units.sql'),
      file('database/migrations/0001_accounts.sql'),
      file('database/migrations/0003_Plans.sql'),
    ],
    caught: ['database/migrations/0001_units.sql:1', 'database/migrations/0003_Plans.sql:1'],
    innocent: [file('database/migrations/0001_units.sql'), file('database/migrations/0002_row-security.sql')],
  },
]
