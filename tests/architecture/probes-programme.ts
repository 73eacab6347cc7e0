import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, text: string, module?: Record<string, unknown>): SourceFile =>
  module ? { path, text, module } : { path, text }

// Put together here, so that this very file cites nothing that is not there.
const noClause = ['G9', '9'].join('.')
const held = 'G4.2'

const clauses = (binding: boolean) =>
  file('src/policy/clauses.ts', `export const clauses = {\n  '${held}': {},\n}`, {
    clauses: { [held]: { zh: '分期拨付', en: 'Tranches', binding } },
  })
const roles = file('src/policy/roles.ts', '', { permissions: { 'plan.edit': {} } })

const route = (permission: string, path = '/api/plans/:planId') => ({ method: 'GET', path, permission })
const contract = (editPlan: object, others: object = {}) =>
  file('src/features/plans/contract.ts', '\nexport const editPlan = route({})\nexport const x = 1', {
    editPlan,
    ...others,
  })
const routes = (...served: object[]) =>
  file('src/features/plans/routes.ts', '', { planRoutes: served.map((one) => ({ contract: one, run: () => 1 })) })
const madeByFunction = file('src/features/plans/routes.ts', 'return [query(contract.editPlan, () => 1)]', {
  planRoutes: () => [],
})
const edit = route('plan.edit')
const twin = route('plan.edit', '/api/plans/:id')

const words = (entries: Record<string, unknown>) =>
  file('src/features/plans/words.ts', ['', ...Object.keys(entries).map((key) => `  ${key}: {},`)].join('\n'), {
    words: entries,
  })
const refusals = (zh: string, en: string) =>
  file('src/policy/refusals/plan.ts', "\n  'plan.late': {}", { planRefusals: { 'plan.late': { zh, en } } })

export const programmeProbes: readonly Probe[] = [
  {
    rule: 'policy, contracts, routes and words load on their own',
    planted: 'an import that leads nowhere',
    files: [{ path: 'src/policy/a.ts', text: '', broken: 'Cannot find module' }],
    caught: ['src/policy/a.ts:1'],
    innocent: [file('src/policy/a.ts', '', {})],
  },
  {
    rule: 'cited clauses exist',
    planted: 'in a string, a comment, a migration, a document',
    files: [
      clauses(false),
      file('src/policy/a.ts', `const x = '${held}'\nconst y = '${noClause}'`),
      file('src/policy/b.ts', `// by ${noClause}`),
      file('database/migrations/0001_a.sql', `-- ${noClause}`),
      file('docs/operations.md', `as ${noClause} says`),
    ],
    caught: ['src/policy/a.ts:2', 'src/policy/b.ts:1', 'database/migrations/0001_a.sql:1', 'docs/operations.md:1'],
    innocent: [clauses(false), file('src/policy/a.ts', `// ${held}, ${held}.\nconst cell = 'G9'; const n = 9.9`)],
  },
  {
    rule: 'binding clauses are held by a rule and a test',
    planted: 'neither rule nor test',
    files: [clauses(true)],
    caught: ['src/policy/clauses.ts:2', 'src/policy/clauses.ts:2'],
    innocent: [
      clauses(true),
      file('src/policy/tranches.ts', `refuse('tranche.early', '${held}')`),
      file('src/policy/tranches.test.ts', `it('waits', () => {\n  expectRefusal(x, 'tranche.early', '${held}')\n})`),
    ],
  },
  {
    rule: 'binding clauses are held by a rule and a test',
    planted: 'tests that cite it and break nothing: by its helper, or beside another that does',
    files: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file(
        'src/policy/tranches.test.ts',
        `// ${held}\nit('a', () => expectRefusal(x))\nit('opens (${held})', () => y)`,
      ),
    ],
    caught: ['src/policy/clauses.ts:2'],
    innocent: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file(
        'src/policy/tranches.test.ts',
        `it.each([1])('${held}', async () => {\n  await expect(x).rejects.toThrow()\n})`,
      ),
    ],
  },
  {
    rule: 'binding clauses are held by a rule and a test',
    planted: 'a rule cited in a feature only, a test by half a number',
    files: [
      clauses(true),
      file('src/features/plans/submit.ts', `'${held}'`),
      file('src/features/plans/submit.test.ts', `'${held}1'`),
    ],
    caught: ['src/policy/clauses.ts:2', 'src/policy/clauses.ts:2'],
    innocent: [clauses(false)],
  },
  {
    rule: 'routes name a declared permission',
    planted: 'a permission no post holds',
    files: [roles, contract(route('plan.destroy'))],
    caught: ['src/features/plans/contract.ts:2'],
    innocent: [roles, contract(edit), contract(route('public')), contract(route('signed-in'))],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a route nobody serves',
    files: [contract(edit), routes()],
    caught: ['src/features/plans/contract.ts:2'],
    innocent: [contract(edit, { reply: { path: 'x' } }), routes(edit)],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a list made by a function that forgets one',
    files: [contract(edit, { x: route('public', '/api/x') }), madeByFunction],
    caught: ['src/features/plans/contract.ts:3'],
    innocent: [contract(edit), madeByFunction],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a route served twice',
    files: [contract(edit), routes(edit, edit)],
    caught: ['src/features/plans/contract.ts:2'],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'two routes with one address',
    files: [contract(edit, { x: twin }), routes(edit, twin)],
    caught: ['src/features/plans/contract.ts:3'],
  },
  {
    rule: 'every feature is composed',
    planted: 'a feature beside the list',
    files: [routes(edit), file('src/app.ts', "import { unitRoutes } from './features/units/routes.ts'")],
    caught: ['src/features/plans/routes.ts:1'],
    innocent: [routes(edit), file('src/app.ts', "import { planRoutes } from './features/plans/routes.ts'")],
  },
  {
    rule: 'words stand in both languages',
    planted: 'empty, left in the other language, half of one',
    files: [
      words({
        empty: { zh: '', en: 'Save' },
        untranslated: { zh: 'Save', en: 'Save' },
        chinese: { zh: '保存', en: '保存' },
        comma: { zh: '保存', en: 'Save，now' },
        half: { zh: '保存' },
        built: { zh: (n: number) => `共 ${n} 条`, en: (n: number) => `共 ${n} rows` },
      }),
    ],
    caught: [2, 3, 4, 5, 6, 7].map((line) => `src/features/plans/words.ts:${line}`),
    innocent: [
      words({
        save: { zh: '保存', en: 'Save' },
        percent: { zh: '%', en: '%' },
        switch: { zh: 'English', en: '中文' },
        built: { zh: (n: number) => `共 ${n} 条`, en: (n: number) => `${n} rows` },
        deep: { er: { zh: '更深', en: 'deeper' } },
      }),
    ],
  },
  {
    rule: 'words stand in both languages',
    planted: 'a name of a rule',
    files: [file('src/policy/kinds.ts', 'const x = {\n  talent: {', { kinds: { talent: { zh: '人才', en: '' } } })],
    caught: ['src/policy/kinds.ts:2'],
  },
  {
    rule: 'refusals are worded, with the same facts in both languages',
    planted: 'facts that differ, a code without words',
    files: [
      refusals('已过 {days} 天', 'Late by {hours}'),
      file('src/policy/a.ts', "refuse('plan.late', null)\nrefuse('plan.unknown', null)"),
      file('src/features/plans/submit.ts', "throw new Refusal(\n  'plan.other',\n)"),
    ],
    caught: ['src/policy/refusals/plan.ts:2', 'src/policy/a.ts:2', 'src/features/plans/submit.ts:2'],
    innocent: [
      refusals('{stateZh}:已过 {days} 天', '{stateEn}: late by {days}'),
      file('src/policy/a.ts', "refuse('plan.late', null)\n// refuse('plan.unknown')"),
    ],
  },
  {
    rule: 'documents point at what exists',
    planted: 'a link and a path that lead nowhere',
    files: [
      file('docs/operations.md', 'see [the plan](../PLAN.md)\nand `src/policy/nowhere.ts`\nand `features/gone/`'),
    ],
    caught: ['docs/operations.md:1', 'docs/operations.md:2', 'docs/operations.md:3'],
    innocent: [
      file(
        'docs/operations.md',
        '[top](../README.md#top) [web](https://example.org) `src/policy/a.ts` `features/*/web`',
      ),
      file('README.md', '[how](docs/operations.md) `docs/`'),
      file('src/policy/a.ts', ''),
    ],
  },
  {
    rule: 'names come from the glossary',
    planted: 'a word the glossary rules out, alone and inside a name',
    files: [
      file('docs/glossary.md', '| 服务机构 | agency | `agency` | `vendor`, seller |'),
      file('src/policy/a.ts', 'const vendor = 1\nexport function listVendor() {}'),
    ],
    caught: ['src/policy/a.ts:1', 'src/policy/a.ts:2'],
    innocent: [
      file('docs/glossary.md', '| 服务机构 | agency | `agency` | `vendor`, seller |'),
      file('src/policy/a.ts', "const seller = 'vendor' // the vendor\nconst vendored = agency"),
    ],
  },
  {
    rule: 'decisions are numbered, dated and complete',
    planted: 'a gap in the numbers, no date, a missing part',
    files: [file('docs/decisions/0002-a.md', '# A\n\n## Context\n\n## Options\n\n## Decision\n\n## Replaces\n')],
    caught: ['docs/decisions/0002-a.md:1', 'docs/decisions/0002-a.md:1', 'docs/decisions/0002-a.md:1'],
    innocent: [
      file(
        'docs/decisions/0001-a.md',
        '# A\n\nDate: 2026-11-23\n\n## Context\n\n## Options\n\n## Decision\n\n## Replaces\n\n## Consequences\n',
      ),
    ],
  },
]
