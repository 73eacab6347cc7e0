import { longestFile, mostShared } from './house-rules.ts'
import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: `${lines.join('\n')}\n` })
const at = (path: string, ...lines: number[]) => lines.map((line) => `${path}:${line}`)
const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const x${i} = ${i}`)

const a = 'src/policy/a.ts'

export const houseProbes: readonly Probe[] = [
  {
    rule: 'no default exports',
    planted: 'both ways of writing one',
    files: [file(a, 'const x = 1', 'export default x', 'export { x as default }')],
    caught: at(a, 2, 3),
    innocent: [
      file(a, "export const text = 'export default'", '// export default', "export { default as y } from 'y'"),
      file('vite.config.ts', 'export default {}'),
      file(a, '// biome-ignore lint/style/noDefaultExport: the tool loads it so', 'export default class A {}'),
    ],
  },
  {
    rule: 'no barrels',
    planted: 'a file that only re-exports',
    files: [file(a, '// the public face', "export { b } from './b.ts'", "export type { C } from './c.ts'")],
    caught: at(a, 1),
    innocent: [
      file(a, "export { b } from './b.ts'", 'export const own = 1'),
      file('src/features/filings/plan/public.ts', "export { openPlan } from './open-plan.ts'"),
      file('src/features/filings/plan/web/public.ts', "export { PlanPage } from './PlanPage.tsx'"),
    ],
  },
  {
    rule: 'no barrels',
    planted: 'a door where there is no feature, and one two floors down',
    files: [
      file('src/features/filings/public.ts', "export { b } from './b.ts'"),
      file('src/features/filings/plan/web/parts/public.ts', "export { c } from './c.ts'"),
    ],
    caught: ['src/features/filings/public.ts:1', 'src/features/filings/plan/web/parts/public.ts:1'],
  },
  {
    rule: 'no barrels',
    planted: 'import, then export; and a star',
    files: [
      file(a, "import { b } from './b.ts'", 'export { b }'),
      file('src/policy/b.ts', 'export const b = 1', "export * from './c.ts'"),
    ],
    caught: [`${a}:1`, 'src/policy/b.ts:2'],
    innocent: [file(a, "import { b } from './b.ts'", 'const c = b + 1', 'export { c }')],
  },
  {
    rule: 'no input puts right what was typed',
    planted: 'a picker that clears a wrong day, numbers that clamp, and one of the browser',
    files: [
      file('src/ui/A.tsx', "import { DatePicker, Input } from 'antd'"),
      file('src/features/money/funds/web/B.tsx', 'import { App,', "  InputNumber } from 'antd'"),
      file('src/ui/C.tsx', '<Input type="number" />'),
    ],
    caught: ['src/ui/A.tsx:1', 'src/features/money/funds/web/B.tsx:1', 'src/ui/C.tsx:1'],
    innocent: [
      file('src/ui/D.tsx', "import { Input } from 'antd'", "import { DayInput } from './DayInput.tsx'"),
      file('src/ui/E.tsx', '// never a DatePicker', '<Input type="date" />'),
    ],
  },
  {
    rule: `a source file has at most ${longestFile} lines`,
    planted: 'one line too many',
    files: [file(a, ...lines(longestFile + 1))],
    caught: at(a, longestFile + 1),
    innocent: [file(a, ...lines(longestFile))],
  },
  {
    rule: 'file names',
    planted: 'camelCase, a component outside the screens, a folder with a capital',
    files: [file('src/policy/jointReview.ts'), file('src/platform/Command.tsx'), file('src/policy/Editions/zj.ts')],
    caught: ['src/policy/jointReview.ts:1', 'src/platform/Command.tsx:1', 'src/policy/Editions/zj.ts:1'],
    innocent: [
      file('src/policy/editions/data/zj-2023.ts'),
      file('src/ui/Page.tsx'),
      file('src/ui/Page.test.tsx'),
      file('src/ui/api.ts'),
      file('src/features/filings/plan/web/ReviewPage.tsx'),
      file('vite.config.ts'),
    ],
  },
  {
    rule: `shared/ holds at most ${mostShared} files`,
    planted: 'one file too many',
    files: Array.from({ length: mostShared + 1 }, (_, i) => file(`src/shared/h${i}.ts`)),
    caught: ['src/shared:1'],
    innocent: [
      ...Array.from({ length: mostShared }, (_, i) => file(`src/shared/h${i}.ts`)),
      file('src/shared/h0.test.ts'),
    ],
  },
  {
    rule: 'no `any`',
    planted: 'in a parameter, a cast, a list, a type argument, a union',
    files: [
      file(
        a,
        'export function f(x: any) {}',
        'const b = x as any',
        'const c: any[] = []',
        'type D = Record<string, any>',
        'type E = string | any',
        '// biome-ignore lint/suspicious/noExplicitAny: a reason does not help',
        'type F = { g: any }',
      ),
    ],
    caught: at(a, 1, 2, 3, 4, 5, 7),
    innocent: [file(a, "const any = 'any one of them: any'", '// any: of these', 'expect.any(String)')],
  },
  {
    rule: 'suppressions give their reason',
    planted: 'silenced without a word',
    files: [
      file(a, '// @ts-ignore', '// @ts-nocheck', '// @ts-expect-error', '// biome-ignore lint/style/useConst: x'),
    ],
    caught: at(a, 1, 2, 3, 4),
    innocent: [
      file(a, '// @ts-expect-error: the test hands in a wrong value on purpose', "const text = '@ts-ignore'"),
      file(a, '// biome-ignore lint/style/useConst: assigned by the callback below'),
    ],
  },
  {
    rule: 'nothing left for later in comments',
    planted: 'in a comment and in a migration',
    files: [file(a, 'const x = 1 // TODO later'), file('database/migrations/0001_a.sql', 'select 1;', '-- FIXME')],
    caught: [`${a}:1`, 'database/migrations/0001_a.sql:2'],
    innocent: [file(a, "const word = 'TODO'", '// todos are shown in the inbox')],
  },
  {
    rule: 'every test runs',
    planted: 'only, skip, todo, by condition, and with a table',
    files: [
      file(
        'src/policy/a.test.ts',
        "test.only('a', () => {})",
        "describe.skip('b', () => {})",
        "it.todo('c')",
        "test.skipIf(true)('d', () => {})",
        "test.concurrent.only('e', () => {})",
      ),
    ],
    caught: at('src/policy/a.test.ts', 1, 2, 3, 4, 5),
    innocent: [
      file('src/policy/a.test.ts', "test.each([1])('test.only', () => {})", 'rows.skip(1)'),
      file(
        'src/policy/b.test.ts',
        '// an ordinary user has no account to switch to',
        "test.runIf(root)('a', () => {})",
      ),
    ],
  },
  {
    rule: 'tests look abilities up with abilityIn',
    planted: 'found by hand, by name or taken apart',
    files: [
      file(
        'src/features/plans/plan.test.ts',
        "view.actions.find((one) => one.action === 'submit')",
        "view.actions.find(({ action }) => action === 'submit')",
      ),
    ],
    caught: at('src/features/plans/plan.test.ts', 1, 2),
    innocent: [
      file(
        'src/features/plans/plan.test.ts',
        "abilityIn(view.actions, 'submit')",
        "rows.find((one) => one.id === 'a')",
      ),
      file('src/ui/ActionButton.tsx', 'actions.find((one) => one.action === name)'),
      file('tests/support/abilities.ts', 'abilities.find((one) => one.action === name)'),
    ],
  },
]
