import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPostgres } from '../../src/platform/postgres/start.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yqt-letters-'))
  chmodSync(dataDir, 0o711)
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** What the extensions for searching make of Chinese, and in which order text is sorted. */
async function letters(connectionString: string): Promise<unknown> {
  const client = new pg.Client(connectionString)
  await client.connect()
  try {
    await client.query('create extension pg_trgm')
    const { rows } = await client.query(`
      select similarity('长兴县', '长兴县') as same, similarity('长兴县', '长兴县经信局') > 0.3 as near,
             cardinality(show_trgm('长兴县')) as trigrams, to_tsvector('simple', '长兴县 绿色轴承')::text as words,
             upper('ä') || (select string_agg(c, '' order by c) from unnest(array['园', 'a', 'B', '企']) c) as sorted`)
    return rows[0]
  } finally {
    await client.end()
  }
}

const known = { same: 1, near: true, trigrams: 4, words: "'绿色轴承':2 '长兴县':1", sorted: 'ÄBa企园' }

test('a new cluster knows Chinese letters, and still sorts by code point', { timeout: 60_000 }, async () => {
  const running = await startPostgres({ dataDir, durable: false })
  try {
    expect(await letters(running.connectionString)).toEqual(known)
  } finally {
    await running.stop()
  }
})

/** Runs a program for which the folder of the system's locales is empty; only root may mount that. */
const hidden = 'mount -t tmpfs none /usr/lib/locale && exec "$0" "$@"'
const withoutLocales = (...program: string[]) => ['unshare', '-m', 'sh', '-c', hidden, ...program] as const
const [hide, ...nothing] = withoutLocales('true')
const canHide = process.platform === 'linux' && spawnSync(hide, nothing).status === 0

// Hiding them takes the right to mount, which root has on an ordinary machine.
test.runIf(canHide)('so it does on a machine that has no locales installed', { timeout: 60_000 }, async () => {
  const program = [process.execPath, join(import.meta.dirname, 'postgres-holder.ts'), dataDir]
  const [command, ...args] = withoutLocales(...program)
  const holder = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const line = await new Promise<string>((resolve) => holder.stdout.once('data', (chunk) => resolve(String(chunk))))
    expect(await letters((JSON.parse(line) as { connectionString: string }).connectionString)).toEqual(known)
  } finally {
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGINT')
    await ended
  }
})
