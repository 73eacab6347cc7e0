import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: `${lines.join('\n')}\n` })

/** A row of the import table: one import it must refuse, one it must allow. */
function row(name: string, path: string, refused: string, allowed: string): Probe {
  return {
    rule: `imports of ${name}`,
    planted: `${path} imports ${refused}`,
    files: [file(path, '// a line before', `import { thing } from '${refused}'`, 'export const x = thing')],
    caught: [`${path}:2`],
    innocent: [
      file(path, `import { thing } from '${allowed}'`, `// import { no } from '${refused}'`, 'export const x = thing'),
    ],
  }
}

const review = 'src/features/reviews'

export const importProbes: readonly Probe[] = [
  row('tests beside the code', `${review}/give-opinion.test.ts`, '../plans/store.ts', '../plans/contract.ts'),
  row('tests beside the code', 'src/policy/tranches.test.ts', '../platform/command.ts', 'fast-check'),
  row('policy/', 'src/policy/tranches.ts', '../platform/clock.ts', '../shared/money.ts'),
  row('policy/', 'src/policy/tranches.ts', 'zod', './clauses.ts'),
  row('policy/', 'src/policy/tranches.ts', 'node:crypto', './editions/zj-2023.ts'),
  row('shared/', 'src/shared/money.ts', '../policy/clauses.ts', './dates.ts'),
  row('shared/', 'src/shared/money.ts', 'dayjs', 'zod'),
  row('contract.ts', `${review}/contract.ts`, './store.ts', '../plans/contract.ts'),
  row('contract.ts', `${review}/contract.ts`, 'kysely', 'zod'),
  row('contract.ts', `${review}/contract.ts`, '../../platform/command.ts', '../../shared/route.ts'),
  row('words.ts', `${review}/words.ts`, './contract.ts', '../../shared/words.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../views.ts', '../words.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../../plans/web/PlanPage.tsx', '../../plans/contract.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../../../platform/command.ts', '../../../ui/Page.tsx'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, 'node:fs', 'antd'),
  row('features/*', `${review}/give-opinion.ts`, '../plans/store.ts', '../plans/public.ts'),
  row('features/*', `${review}/give-opinion.ts`, './web/OpinionForm.tsx', './store.ts'),
  row('features/*', `${review}/give-opinion.ts`, '../../ui/Page.tsx', '../../platform/command.ts'),
  row('features/*', `${review}/give-opinion.ts`, 'node:fs', 'node:crypto'),
  row('features/*', `${review}/give-opinion.ts`, 'pg', 'exceljs'),
  row('platform/', 'src/platform/command.ts', '../features/reviews/contract.ts', 'fastify'),
  row('platform/', 'src/platform/command.ts', '../policy/roles.ts', '../shared/refusal.ts'),
  row('ui/', 'src/ui/Page.tsx', '../features/reviews/words.ts', '../features/reviews/contract.ts'),
  row('ui/', 'src/ui/Page.tsx', '../platform/clock.ts', '../policy/clauses.ts'),
  row('features/*/found-*.ts', 'src/features/units/found-programme.ts', 'node:child_process', 'node:fs/promises'),
  row('the composition of the server', 'src/server.ts', './features/reviews/store.ts', './features/reviews/routes.ts'),
  row('the composition of the server', 'src/app.ts', './features/reviews/web/ReviewPage.tsx', './platform/command.ts'),
  row('web.tsx', 'src/web.tsx', './features/reviews/store.ts', './features/reviews/web/ReviewPage.tsx'),
  {
    rule: 'imports of policy/',
    planted: 'every other way of writing an import',
    files: [
      file(
        'src/policy/ways.ts',
        "import type { A } from 'kysely'",
        "import 'kysely'",
        'import {',
        '  b,',
        "} from 'kysely'",
        "export { c } from 'kysely'",
        "export const d = await import('kysely')",
        "export type E = import('kysely').E",
      ),
    ],
    caught: [1, 2, 5, 6, 7, 8].map((line) => `src/policy/ways.ts:${line}`),
    innocent: [
      file('src/policy/ways.ts', 'export const text = "import { a } from \'kysely\'"', '/* import "kysely" */'),
    ],
  },
  {
    rule: 'every file of src/ has a row in the import table',
    planted: 'a new top-level folder, a loose file, a second level below a feature',
    files: [
      file('src/helpers/misc.ts', 'export const x = 1'),
      file('src/main.ts', 'export const x = 1'),
      file('src/features/reviews/domain/rule.ts', 'export const x = 1'),
    ],
    caught: ['src/helpers/misc.ts:1', 'src/main.ts:1', 'src/features/reviews/domain/rule.ts:1'],
    innocent: [file('src/shared/misc.ts', 'export const x = 1'), file('tools/misc.ts', 'export const x = 1')],
  },
  {
    rule: 'no import cycles',
    planted: 'three files in a ring, by way of a type',
    files: [
      file('src/policy/a.ts', "import { b } from './b.ts'"),
      file('src/policy/b.ts', '', "import type { C } from './c.ts'"),
      file('src/policy/c.ts', '', '', "export { a } from './a.ts'"),
    ],
    caught: ['src/policy/c.ts:3'],
    innocent: [
      file('src/policy/a.ts', "import { b } from './b.ts'", "import { c } from './c.ts'"),
      file('src/policy/b.ts', "import { c } from './c.ts'"),
      file('src/policy/c.ts', 'export const c = 1'),
    ],
  },
  {
    rule: 'features are flat',
    planted: 'a folder of a kind inside a feature',
    files: [file('src/features/reviews/use-cases/give.ts'), file('src/features/reviews/web/parts/Row.tsx')],
    caught: ['src/features/reviews/use-cases/give.ts:1', 'src/features/reviews/web/parts/Row.tsx:1'],
    innocent: [file('src/features/reviews/give.ts'), file('src/features/reviews/web/Row.tsx')],
  },
]
