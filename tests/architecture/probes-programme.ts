import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, text: string, module?: Record<string, unknown>): SourceFile =>
  module ? { path, text, module } : { path, text }

const roles = file('src/policy/people/roles.ts', '', { permissions: { 'plan.edit': {} } })

const route = (permission: string, path = '/api/plans/:planId') => ({ method: 'GET', path, permission })
const contract = (editPlan: object, others: object = {}) =>
  file('src/features/filings/plan/contract.ts', '\nexport const editPlan = route({})\nexport const x = 1', {
    editPlan,
    ...others,
  })
const system = (editPlan: object) =>
  file('src/features/programme/system/contract.ts', '\nexport const editPlan = route({})', { editPlan })
const routes = (...served: object[]) =>
  file('src/app.ts', '', { endpoints: served.map((one) => ({ route: one, handle: () => 1 })) })
const edit = route('plan.edit')
const twin = route('plan.edit', '/api/plans/:id')

const words = (entries: Record<string, unknown>) =>
  file('src/features/filings/plan/words.ts', ['', ...Object.keys(entries).map((key) => `  ${key}: {},`)].join('\n'), {
    words: entries,
  })
const refusals = (zh: string, en: string) =>
  file('src/policy/guide/refusals/plan.ts', "\n  'plan.late': {}", { planRefusals: { 'plan.late': { zh, en } } })

export const programmeProbes: readonly Probe[] = [
  {
    rule: 'policy, contracts, routes and words load on their own',
    planted: 'an import that leads nowhere',
    files: [{ path: 'src/policy/a.ts', text: '', broken: 'Cannot find module' }],
    caught: ['src/policy/a.ts:1'],
    innocent: [file('src/policy/a.ts', '', {})],
  },
  {
    rule: 'routes name a declared permission',
    planted: 'a permission no post holds',
    files: [roles, contract(route('plan.destroy'))],
    caught: ['src/features/filings/plan/contract.ts:2'],
    innocent: [roles, contract(edit), contract(route('public')), contract(route('signed-in'))],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a route nobody serves',
    files: [contract(edit), routes()],
    caught: ['src/features/filings/plan/contract.ts:2'],
    innocent: [contract(edit, { reply: { path: 'x' } }), routes(edit)],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a list that a feature makes and the composition forgets',
    files: [
      contract(edit),
      routes(),
      file('src/features/filings/plan/routes.ts', '', { planRoutes: [{ route: edit }] }),
    ],
    caught: ['src/features/filings/plan/contract.ts:2'],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a door about the product that nobody answers',
    files: [system(edit), file('src/features/programme/system/routes.ts', 'export const systemRoutes = () => []')],
    caught: ['src/features/programme/system/contract.ts:2'],
    innocent: [
      system(edit),
      file(
        'src/features/programme/system/routes.ts',
        'export const systemRoutes = () => [query(contract.editPlan, () => 1)]',
      ),
    ],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'a route served twice',
    files: [contract(edit), routes(edit, edit)],
    caught: ['src/features/filings/plan/contract.ts:2'],
  },
  {
    rule: 'routes are served exactly once',
    planted: 'two routes with one address',
    files: [contract(edit, { x: twin }), routes(edit, twin)],
    caught: ['src/features/filings/plan/contract.ts:3'],
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
    caught: [2, 3, 4, 5, 6, 7].map((line) => `src/features/filings/plan/words.ts:${line}`),
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
      file('src/features/filings/plan/submit-plan.ts', "throw new Refusal(\n  'plan.other',\n)"),
    ],
    caught: ['src/policy/guide/refusals/plan.ts:2', 'src/policy/a.ts:2', 'src/features/filings/plan/submit-plan.ts:2'],
    innocent: [
      refusals('{stateZh}:已过 {days} 天', '{stateEn}: late by {days}'),
      file('src/policy/a.ts', "refuse('plan.late', null)\n// refuse('plan.unknown')"),
    ],
  },
  {
    rule: 'refusals name a field as its label does',
    planted: 'a name that stands on no form',
    files: [
      refusals('请写明工作内容。', 'Describe the work.'),
      words({ content: { zh: '服务内容', en: 'What was done' } }),
    ],
    caught: ['src/policy/guide/refusals/plan.ts:2'],
    innocent: [
      refusals('已过期，请写明服务内容。', 'Describe it.'),
      words({ content: { zh: '服务内容', en: 'What was done' } }),
    ],
  },
]
