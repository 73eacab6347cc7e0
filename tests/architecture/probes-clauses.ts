import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, text: string, module?: Record<string, unknown>): SourceFile =>
  module ? { path, text, module } : { path, text }

// Put together here, so that this very file cites nothing that is not there.
const noClause = ['G9', '9'].join('.')
const held = 'G4.2'

const clauses = (binding: boolean) =>
  file('src/policy/guide/clauses.ts', `export const clauses = {\n  '${held}': {},\n}`, {
    clauses: { [held]: { zh: '分期拨付', en: 'Tranches', binding } },
  })

export const clauseProbes: readonly Probe[] = [
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
    caught: ['src/policy/guide/clauses.ts:2', 'src/policy/guide/clauses.ts:2'],
    innocent: [
      clauses(true),
      file('src/policy/money/tranches.ts', `refuse('tranche.early', '${held}')`),
      file(
        'src/policy/money/tranches.test.ts',
        `it('waits', () => {\n  expectRefusal(x, 'tranche.early', '${held}')\n})`,
      ),
    ],
  },
  {
    rule: 'binding clauses are held by a rule and a test',
    planted: 'tests that cite it beside a refusal, and assert the refusal without it',
    files: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file(
        'src/policy/money/tranches.test.ts',
        `// ${held}\nit('a (${held})', () => expectRefusal(x, 'tranche.early', null))\nit('opens (${held})', () => y)`,
      ),
      file(
        'src/features/funds/funds.test.ts',
        [
          `it('waits (${held})', () => {`,
          `  const given = { clause: '${held}' }`,
          `  expect(reply.status).toBe(422)`,
          `  expect(reply.body.error).toMatchObject({ code: 'tranche.early' })`,
          `  expect(reply.body.error).not.toMatchObject({ code: 'tranche.early', clause: '${held}' })`,
          `  expect(view).toMatchObject({ allowed: true, clause: '${held}' })`,
          `  expect([reply.body.error.code, given.clause, '${held}']).toHaveLength(3)`,
          '})',
        ].join('\n'),
      ),
    ],
    caught: ['src/policy/guide/clauses.ts:2'],
    innocent: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file(
        'src/features/funds/funds.test.ts',
        `it('waits', () => {\n  expect(reply.body.error).toMatchObject({ clause: '${held}' })\n})`,
      ),
    ],
  },
  ...[
    `expectRefusal(x, 'tranche.early', '${held}', 'amountFen')`,
    `expect(reply.body.error).toMatchObject({ code: 'tranche.early', facts: 1, clause: '${held}' })`,
    `expect(ability).toMatchObject({ allowed: false, clause: '${held}' })`,
    `expect([reply.status, reply.body.error.clause]).toEqual([422, '${held}'])`,
    `expect(missing).toEqual(['tranche.early ${held}'])`,
    `it.each([['early', 'tranche.early', '${held}']])('%s', (_, code, clause) => expectRefusal(x, code, clause))`,
  ].map((assertion) => ({
    rule: 'binding clauses are held by a rule and a test',
    planted: `the refusal of another clause asserted: ${assertion.replaceAll(held, '…')}`,
    files: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file(
        'src/policy/money/tranches.test.ts',
        `it('waits (${held})', () => {\n  ${assertion.replaceAll(held, 'G0')}\n})`,
      ),
    ],
    caught: ['src/policy/guide/clauses.ts:2'],
    innocent: [
      clauses(true),
      file('database/migrations/0001_a.sql', `-- ${held}`),
      file('src/policy/money/tranches.test.ts', `it('waits', () => {\n  ${assertion}\n})`),
    ],
  })),
  {
    rule: 'binding clauses are held by a rule and a test',
    planted: 'a rule cited in a feature only, a test by half a number',
    files: [
      clauses(true),
      file('src/features/plans/submit.ts', `'${held}'`),
      file('src/features/plans/submit.test.ts', `'${held}1'`),
    ],
    caught: ['src/policy/guide/clauses.ts:2', 'src/policy/guide/clauses.ts:2'],
    innocent: [clauses(false)],
  },
]
