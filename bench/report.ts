import { readFileSync, writeFileSync } from 'node:fs'
import type { Loaded } from './load.ts'
import { waitedFor } from './report-clicks.ts'
import { count, mib, ms, table } from './report-table.ts'
import type { Beside, Repeated, Results, Single } from './results.ts'

const page = new URL('../docs/performance.md', import.meta.url)
const begin = '<!-- results: written by npm run bench -->'
const end = '<!-- end of results -->'

const names: Readonly<Record<Repeated['work'] | Single['work'], string>> = {
  list: 'scoped list of 50: filter, sort, count',
  command: 'one command: a section of a plan saved',
  table: 'quarterly table, 2,000 services',
  province: 'provincial page',
  evaluation: 'evaluation of a pilot with 2,000 services',
  evaluations: 'overview of all evaluations',
  'excel-out': '20,000 rows out to Excel',
  'excel-in': '5,000 Excel rows in, 1 % bad',
  start: 'start to first answer',
}

/** The results as tables. */
export function report(results: Results): string {
  const { machine, repeated, singles, memoryAfterLoad, seconds, runs } = results
  const { processor, cores, memoryBytes, node, postgres, date, busyBefore } = machine
  const lines = [
    `${date} · ${processor}, ${cores} cores, ${(memoryBytes / 2 ** 30).toFixed(0)} GiB · Node ${node} · PostgreSQL ${postgres}, full durability · ` +
      `before the first measurement other work kept ${busyBefore.toFixed(1)} of the ${cores} cores busy · ` +
      `10 connections, ${seconds} s, middle one of ${runs} runs`,
    '',
    ...table(
      [
        'work',
        'services',
        'requests/s',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'alone p50',
        'p95',
        'bare SQL/s',
        'bare ÷ product',
      ],
      repeated.map(({ work, services, product, bare, alone }) => [
        names[work],
        count(services),
        count(product.perSecond),
        ms(product.p50),
        ms(product.p95),
        ms(product.p99),
        alone ? ms(alone.p50) : '',
        alone ? ms(alone.p95) : '',
        count(bare.perSecond),
        (bare.perSecond / product.perSecond).toFixed(1),
      ]),
    ),
    ...growth(repeated),
    ...results.beside.flatMap(besideOthers),
    ...(singles.length > 0 ? once(singles, memoryAfterLoad) : []),
    ...waitedFor(results),
  ]
  return lines.join('\n')
}

/** What the most services cost against the fewest. */
function growth(repeated: readonly Repeated[]): string[] {
  const rows = [...new Set(repeated.map(({ work }) => work))].flatMap((work) => {
    const sizes = repeated.filter((one) => one.work === work).sort((a, b) => a.services - b.services)
    const [small, large] = [sizes[0], sizes.at(-1)]
    if (!small || !large || small === large) return []
    const times = small.product.perSecond / large.product.perSecond
    return [[names[work], `${count(large.services)} ÷ ${count(small.services)}`, times.toFixed(2)]]
  })
  return rows.length > 0 ? ['', ...table(['work', 'services', 'time a request, ×'], rows)] : []
}

function besideOthers({ what, rest, beside }: Beside): string[] {
  const row = (name: string, { perSecond, p50, p99 }: Loaded) => [name, count(perSecond), ms(p50), ms(p99)]
  const times = (of: (loaded: Loaded) => number) => (of(beside) / of(rest)).toFixed(2)
  const head = [names.list, 'requests/s', 'p50 ms', 'p99 ms']
  return [
    '',
    ...table(head, [
      row('at rest', rest),
      row(`beside ${what}`, beside),
      ['beside ÷ rest', times((one) => one.perSecond), times((one) => one.p50), times((one) => one.p99)],
    ]),
  ]
}

function once(singles: readonly Single[], memoryAfterLoad: number): string[] {
  const rows = singles.map(({ work, milliseconds, extraBytes }) => [
    names[work],
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${mib(extraBytes)} ${work === 'start' ? 'resident' : 'more'}`,
  ])
  if (memoryAfterLoad > 0)
    rows.push(['the process after all of the load above', '', `${mib(memoryAfterLoad)} resident`])
  return ['', ...table(['work', 'time', 'memory'], rows)]
}

/** Puts the tables between the marks of docs/performance.md. */
export function writeReport(text: string): void {
  const before = readFileSync(page, 'utf8')
  const [from, to] = [before.indexOf(begin), before.indexOf(end)]
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks of its results')
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`)
}
