import { count, ms, table } from './report-table.ts'
import type { Results } from './results.ts'

/** What stands out in the table of routes, milliseconds. */
const slowMs = 100

/** What one person waits for, at the largest size. */
export function waitedFor({ clicks, firsts, routes, pages, paired }: Results): string[] {
  const holds = [...clicks, ...routes].toSorted((a, b) => b.longestHold - a.longestHold)
  const [longest] = holds
  const lines = [
    ...part(
      ['beside Directus 12.4, in turn, 12,000 rows', 'requests/s', 'Directus', 'product ÷ Directus'],
      paired.map(({ work, product, peer }) => [work, count(product), count(peer), (product / peer).toFixed(2)]),
    ),
    ...part(
      ['first click after 15 s of silence', 'median ms', 'max ms'],
      firsts.map((one) => [one.work, ms(one.median), ms(one.max)]),
    ),
    ...part(
      ['one reader alone', 'median ms', 'max ms', 'KiB', 'holds the thread, ms'],
      clicks.map((one) => [one.work, ms(one.median), ms(one.max), kib(one.bytes), ms(one.longestHold)]),
    ),
    ...part(
      ['cold, 4 × slower processor, slow 4G', 's', 'KiB on the line', 'requests'],
      pages.map((one) => [one.work, (one.milliseconds / 1000).toFixed(1), kib(one.bytes), count(one.requests)]),
    ),
    ...part(
      [
        'every route that reads, one reader alone',
        'asked by',
        'median ms',
        'max ms',
        'statements',
        'KiB',
        'holds the thread, ms',
      ],
      routes.map((one) => [
        one.median > slowMs ? `**${one.work}**` : one.work,
        one.session.replace('bench-', '') || 'nobody',
        ms(one.median),
        ms(one.max),
        count(one.statements),
        kib(one.bytes),
        ms(one.longestHold),
      ]),
    ),
  ]
  if (longest)
    lines.push('', `Longest hold of the one thread by any of them: ${ms(longest.longestHold)} ms (${longest.work}).`)
  return lines
}

function part(head: string[], rows: string[][]): string[] {
  return rows.length > 0 ? ['', ...table(head, rows)] : []
}

const kib = (bytes: number) => (bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)
