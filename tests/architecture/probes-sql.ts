import type { Probe, SourceFile } from './tree.ts'

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: `${lines.join('\n')}\n` })
const views = 'src/features/filings/plan/views.ts'
const platform = 'src/platform/pipeline.ts'

export const sqlProbes: readonly Probe[] = [
  {
    rule: 'rows of hand-written SQL are declared',
    planted: 'a row type before a statement, before a fragment that is executed, and in a fragment kept for later',
    files: [
      file(
        views,
        'const found = await sql<Row>`',
        '  select id from plans`.execute(tx)',
        'const one = await sql<{ id: string }>`$' + '{columns} where $' + '{sql`id = $' + '{id}`}`.execute(tx)',
        'const later = sql<Row>`with a as (select 1) select * from a`',
        "const raw = sql.raw<Row>('select 1 as n')",
        'const rows = await tx.executeQuery<Row>(query)',
      ),
      file(platform, 'const { rows } = await sql<Row>`delete from sessions returning id`.execute(tx)'),
    ],
    caught: [`${views}:1`, `${views}:3`, `${views}:4`, `${views}:5`, `${views}:6`, `${platform}:1`],
    innocent: [
      file(
        views,
        'const rows = statement({ n: int }, () => sql`select 1 as n`)',
        'await sql`select pg_advisory_xact_lock(1)`.execute(tx)',
        'query.select(sql<number>`count(*)::int`.as("n")).execute()',
        'query.select(sql<Day>`(select max(day) from days where $' + '{sql`id = 1`})`.as("day")).execute()',
        '// sql<Row>`select 1`.execute(tx)',
      ),
      file('src/features/filings/plan/plan.test.ts', 'await sql<Row>`select 1`.execute(tx)'),
      file('tools/schema.ts', 'await sql<Row>`select 1`.execute(tx)'),
    ],
  },
]
