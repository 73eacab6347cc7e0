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

const review = 'src/features/filings/review'

export const importProbes: readonly Probe[] = [
  row('tests beside the code', `${review}/give-opinion.test.ts`, '../plan/store.ts', '../plan/contract.ts'),
  row('tests beside the code', 'src/policy/money/tranches.test.ts', '../../platform/command.ts', 'fast-check'),
  row('policy/', 'src/policy/money/tranches.ts', '../../platform/clock.ts', '../../shared/money.ts'),
  row('policy/', 'src/policy/money/tranches.ts', 'zod', '../guide/clauses.ts'),
  row('policy/', 'src/policy/money/tranches.ts', 'node:crypto', '../editions/data/zj-2023.ts'),
  row('shared/', 'src/shared/money.ts', '../policy/guide/clauses.ts', './dates.ts'),
  row('shared/', 'src/shared/money.ts', 'dayjs', 'zod'),
  row('contract.ts', `${review}/contract.ts`, './store.ts', '../plan/contract.ts'),
  row('contract.ts', `${review}/contract.ts`, 'kysely', 'zod'),
  row('contract.ts', `${review}/contract.ts`, '../../../platform/command.ts', '../../../shared/route.ts'),
  row('words.ts', `${review}/words.ts`, './contract.ts', '../../../shared/words.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../views.ts', '../words.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../../plan/web/PlanPage.tsx', '../../plan/contract.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../../../../platform/command.ts', '../../../../ui/Page.tsx'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, 'node:fs', 'antd'),
  row('contract.ts', `${review}/order-contract.ts`, '../plan/public.ts', './contract.ts'),
  row('words.ts', `${review}/order-words.ts`, './words.ts', '../../../policy/guide/clauses.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../../plan/words.ts', '../../plan/web/public.ts'),
  row('features/*/web/', `${review}/web/ReviewPage.tsx`, '../public.ts', '../order-words.ts'),
  row('features/*', `${review}/give-opinion.ts`, '../plan/web/public.ts', '../plan/order-contract.ts'),
  row('features/*', `${review}/give-opinion.ts`, '../plan/store.ts', '../plan/public.ts'),
  row('features/*', `${review}/give-opinion.ts`, './web/OpinionForm.tsx', './store.ts'),
  row('features/*', `${review}/give-opinion.ts`, '../../../ui/Page.tsx', '../../../platform/command.ts'),
  row('features/*', `${review}/give-opinion.ts`, 'node:fs', 'node:crypto'),
  row('features/*', `${review}/give-opinion.ts`, 'pg', 'exceljs'),
  row('platform/', 'src/platform/command.ts', '../features/filings/review/contract.ts', 'fastify'),
  row('platform/', 'src/platform/command.ts', '../policy/people/roles.ts', '../shared/refusal.ts'),
  row('ui/', 'src/ui/Page.tsx', '../features/filings/review/contract.ts', './Field.tsx'),
  row('ui/', 'src/ui/Page.tsx', '../features/filings/review/web/public.ts', '../shared/words.ts'),
  row('ui/', 'src/ui/Page.tsx', '../platform/clock.ts', '../policy/guide/clauses.ts'),
  row(
    'features/*/found-*.ts',
    'src/features/programme/units/found-programme.ts',
    'node:child_process',
    'node:fs/promises',
  ),
  row(
    'the composition of the server',
    'src/server.ts',
    './features/filings/review/store.ts',
    './features/filings/review/routes.ts',
  ),
  row(
    'the composition of the server',
    'src/app.ts',
    './features/filings/review/web/ReviewPage.tsx',
    './platform/command.ts',
  ),
  row(
    'the composition of the screens',
    'src/web.tsx',
    './features/filings/review/store.ts',
    './features/filings/review/web/ReviewPage.tsx',
  ),
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
    planted: 'a new top-level folder, a loose file, one loose in an area, a second level below a feature',
    files: [
      file('src/helpers/misc.ts', 'export const x = 1'),
      file('src/main.ts', 'export const x = 1'),
      file('src/features/filings/rule.ts', 'export const x = 1'),
      file('src/features/filings/review/domain/rule.ts', 'export const x = 1'),
    ],
    caught: [
      'src/helpers/misc.ts:1',
      'src/main.ts:1',
      'src/features/filings/rule.ts:1',
      'src/features/filings/review/domain/rule.ts:1',
    ],
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
    rule: 'no import cycles',
    planted: 'two files outside src/',
    files: [file('bench/a.ts', "import type { B } from './b.ts'"), file('bench/b.ts', "import { a } from './a.ts'")],
    caught: ['bench/b.ts:1'],
    innocent: [file('bench/a.ts', "import type { B } from './b.ts'"), file('bench/b.ts', 'export type B = 1')],
  },
  {
    rule: 'areas import one way',
    planted: 'by public, by contract, by the screens, from a folder that is no area',
    files: [
      file('src/features/money/funds/a.ts', '', "import { b } from '../../filings/plan/public.ts'"),
      file('src/features/programme/pilots/contract.ts', "import type { c } from '../../money/funds/contract.ts'"),
      file('src/features/delivery/visits/web/A.tsx', "export { d } from '../../../oversight/inbox/web/public.ts'"),
      file('src/features/reviews/plan/a.ts', 'export const x = 1'),
    ],
    caught: [
      'src/features/money/funds/a.ts:2',
      'src/features/programme/pilots/contract.ts:1',
      'src/features/delivery/visits/web/A.tsx:1',
      'src/features/reviews/plan/a.ts:1',
    ],
    innocent: [
      file('src/features/filings/plan/a.ts', "import { b } from '../../money/funds/public.ts'"),
      file('src/features/oversight/inbox/a.ts', "import { b } from '../../programme/pilots/contract.ts'"),
      file('src/features/money/funds/b.ts', "import { b } from '../notices/public.ts'", "// '../../filings/a.ts'"),
      file('src/features/money/funds/a.test.ts', "import { b } from '../../filings/plan/contract.ts'"),
    ],
  },
  {
    rule: 'no circles of folders',
    planted:
      'acyclic files: two features by way of a screen, two chapters of the policy, the platform, the demo and src/',
    files: [
      file('src/features/money/funds/a.ts', "import { b } from '../notices/public.ts'"),
      file('src/features/money/notices/public.ts', 'export const b = 1'),
      file('src/features/money/notices/web/B.tsx', "import { c } from '../../funds/contract.ts'"),
      file('src/features/money/funds/contract.ts', 'export const c = 1'),
      file('src/policy/plan/a.ts', "import { b } from '../money/b.ts'"),
      file('src/policy/money/b.ts', 'export const b = 1'),
      file('src/policy/money/c.ts', "import { d } from '../plan/d.ts'"),
      file('src/policy/plan/d.ts', 'export const d = 1'),
      file('src/platform/a.ts', "import { b } from './http/b.ts'"),
      file('src/platform/http/b.ts', "import { c } from '../c.ts'"),
      file('src/platform/c.ts', 'export const c = 1'),
      file('src/opening.ts', "import { b } from '../database/demo/b.ts'"),
      file('database/demo/b.ts', 'export const b = 1'),
      file('database/demo/c.ts', "import { d } from '../../src/app.ts'"),
      file('src/app.ts', 'export const d = 1'),
    ],
    caught: [
      'src/features/money/notices/web/B.tsx:1',
      'src/policy/money/c.ts:1',
      'src/platform/http/b.ts:1',
      'database/demo/c.ts:1',
    ],
    innocent: [
      file('src/features/money/funds/a.ts', "import { b } from '../notices/public.ts'"),
      file('src/features/money/funds/web/A.tsx', "import { c } from '../contract.ts'"),
      file('src/features/money/funds/contract.ts', 'export const c = 1'),
      file('src/features/money/notices/public.ts', 'export const b = 1'),
      file('src/features/money/notices/notices.test.ts', "import { c } from '../funds/contract.ts'"),
      file('src/policy/editions/a.ts', "import { b } from './data/b.ts'"),
      file('src/policy/editions/data/b.ts', "import { c } from '../c.ts'"),
      file('src/policy/editions/c.ts', 'export const c = 1'),
    ],
  },
  {
    rule: 'features are flat',
    planted: 'a folder of a kind inside a feature, a file loose in an area',
    files: [
      file('src/features/filings/review/use-cases/give.ts'),
      file('src/features/filings/review/web/parts/Row.tsx'),
      file('src/features/filings/give.ts'),
    ],
    caught: [
      'src/features/filings/review/use-cases/give.ts:1',
      'src/features/filings/review/web/parts/Row.tsx:1',
      'src/features/filings/give.ts:1',
    ],
    innocent: [file('src/features/filings/review/give.ts'), file('src/features/filings/review/web/Row.tsx')],
  },
]
