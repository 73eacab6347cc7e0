import type { Probe, SourceFile } from './tree.ts'

const rule = 'an obligation is read in one place'

const file = (path: string, text: string, module?: Record<string, unknown>): SourceFile =>
  module ? { path, text, module } : { path, text }

const later = file('src/policy/editions/data/later.ts', 'export const later = {}', {
  later: { carriedOver: { renumbered: { 'G4.2': 'H2' } } },
})

/** Every way to reach into an obligation, or past the look-up of a clause, and what looks like it. */
export const editionProbes: readonly Probe[] = [
  {
    rule: 'clauses are told by the number of the edition',
    planted: 'in a refusal, as a constant, on a screen',
    files: [
      later,
      file('src/policy/money/a.ts', "// by G4.2\nrefuse('funds.early', 'G4.2')\nconst clause = 'G4.2'"),
      file('src/features/money/funds/web/A.tsx', '<span className="clause">G4.2</span>'),
    ],
    caught: ['src/policy/money/a.ts:2', 'src/policy/money/a.ts:3', 'src/features/money/funds/web/A.tsx:1'],
    innocent: [
      later,
      file('src/policy/money/a.ts', "// by G4.2\nrefuse('funds.early', clauseIn(edition, 'G4.2'))"),
      file('src/policy/money/b.ts', "refuse('funds.other', 'G3.6')"),
      file('src/policy/money/a.test.ts', "expect(no.clause).toBe('G4.2')"),
      file('src/policy/guide/clauses.ts', "export const clauses = { 'G4.2': {} }"),
    ],
  },
  {
    rule,
    planted: 'a property of the rule, of a duty and of a row looked up',
    files: [
      {
        path: 'src/features/oversight/inbox/a.ts',
        text: [
          'const seats = rule.opinions',
          'const recorder = duty.rule.records[0]',
          "const posts = obligationOf(edition, 'plan').by",
          'const last = tableRule?.locksAfterDays',
        ].join('\n'),
      },
      { path: 'src/policy/returns/b.ts', text: 'const turn = given.rule.order\nconst two = rule.signed' },
    ],
    caught: [
      'src/features/oversight/inbox/a.ts:1',
      'src/features/oversight/inbox/a.ts:2',
      'src/features/oversight/inbox/a.ts:3',
      'src/features/oversight/inbox/a.ts:4',
      'src/policy/returns/b.ts:1',
      'src/policy/returns/b.ts:2',
    ],
    innocent: [
      {
        path: 'src/features/oversight/inbox/a.ts',
        text: [
          "if (rule.due.by === 'at-once') return",
          'const { clause, zh } = rule',
          '// rule.opinions is read by the policy',
          "type Locks = Pick<ObligationRule, 'locksAfterDays'>",
          'const { opinions, order } = filed',
          'giveOpinion(filing, { rule, by: accountId })',
          'const sorted = sql`order by rule.order`',
        ].join('\n'),
      },
      { path: 'src/policy/filings/b.ts', text: 'const { opinions } = rule' },
      { path: 'src/policy/editions/c.ts', text: 'const seats = row.opinions.concat(rule.opinions)' },
      { path: 'src/policy/calendar/deadlines.ts', text: 'const days = rule.locksAfterDays' },
      { path: 'src/features/oversight/inbox/a.test.ts', text: 'expect(rule.opinions).toEqual([])' },
    ],
  },
  {
    rule,
    planted: 'taken apart where it is named, handed in, or stands inside a duty',
    files: [
      {
        path: 'src/features/filings/course/a.ts',
        text: [
          'const { clause, records } = given.rule',
          "const { opinions: seats } = obligationOf(edition, 'plan')",
          "function f({ by }: Pick<ObligationRule, 'by'>) {}",
          'const seatsOf = ({ rule: { order } }: Filing) => order',
        ].join('\n'),
      },
    ],
    caught: [
      'src/features/filings/course/a.ts:1',
      'src/features/filings/course/a.ts:2',
      'src/features/filings/course/a.ts:3',
      'src/features/filings/course/a.ts:4',
    ],
    innocent: [
      {
        path: 'src/features/filings/course/a.ts',
        text: [
          "const { of, clause } = obligationOf(edition, 'plan')",
          'const { by, at } = opinion',
          'function f({ due }: ObligationRule) {}',
          'const { by } = rules.awards',
        ].join('\n'),
      },
    ],
  },
]
