import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { bytesOf, openZip } from '../../src/platform/files/zip.ts'
import { inside } from '../support/inside.ts'
import type { World } from '../support/world.ts'
import type { Reply } from './actors.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Tables whose rows hang in a scope. */
export async function scopedTables(world: World): Promise<string[]> {
  const rows = await world.sql<{ name: string }>(
    `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'scope' and not a.attisdropped
      order by 1`,
  )
  return rows.map((row) => row.name)
}

/** What stands in the product's own words (names of indicators, of services) tells nothing, wherever it was frozen into a row. */
const product = globSync('src/{policy,features}/**/*.ts', { cwd: root })
  .map((path) => readFileSync(root + path, 'utf8'))
  .join('\n')

const productWords = new Map<string, boolean>()

function isProductWord(word: string): boolean {
  const known = productWords.get(word) ?? product.includes(word)
  productWords.set(word, known)
  return known
}

/** Ids and hashes, found in a reply by their form; and whatever else, looked for one by one. */
export type Hidden = { readonly codes: ReadonlySet<string>; readonly names: readonly string[] }

const code = /\b(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g

/**
 * Every id, hash, number and name that stands in a row this scope may not see and in none that it may: what no reply to it
 * may hold. Names of foreign accounts are among them; a nobody may see nothing.
 */
export async function hiddenFrom(world: World, scope: string): Promise<Hidden> {
  const all = new Set<string>()
  const seen = new Set<string>()
  for (const table of await scopedTables(world)) {
    for (const { row } of await world.sql<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`))
      gather(row, all)
    const visible = await inside(world, scope, (tx) =>
      sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(tx),
    )
    for (const { row } of visible.rows) gather(row, seen)
  }
  const county = scope.split('/').slice(0, 3).join('/')
  const accounts = await world.sql<{ name: string; scope: string }>(
    'select a.name, u.scope from accounts a join units u on u.id = a.unit_id',
  )
  for (const { name, scope: at } of accounts)
    (at.startsWith(county) || county.startsWith(at.slice(0, -1)) ? seen : all).add(name)
  for (const { row } of await world.sql<{ row: unknown }>('select to_jsonb(t) as row from batches t')) gather(row, seen)
  const hidden = [...all].filter((word) => !seen.has(word))
  const known = [...seen].join('\n')
  return {
    codes: new Set(hidden.filter((word) => word.search(code) === 0)),
    names: hidden.filter((word) => word.search(code) !== 0 && !known.includes(word) && !isProductWord(word)),
  }
}

/** Days, instants, quarters, bare figures and codes of the rules (`under-way`, `P3`) stand on both sides by chance. */
const byChance = /^[\d.:TZ+\-\sQ]{1,11}$|^\d{4}-\d\d-\d\d|^\d{4}年(?:\d{1,2}月\d{1,2}日|[一二三四]季度)$|^[a-z-]+$/

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    // An address of the product tells what the ids in it tell.
    if (value.startsWith('/')) for (const id of value.match(code) ?? []) into.add(id)
    else if (value.length >= 6 && !byChance.test(value)) into.add(value)
    // What was frozen or recorded as text holds further words.
    if (/^[[{]/.test(value)) gather(parsed(value), into)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) gather(inner, into)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Which of these words a reply holds; workbooks and papers are unpacked first. */
export async function wordsOf(reply: Reply, hidden: Hidden): Promise<string[]> {
  const text = reply.text || (await unpacked(reply))
  const codes = (text.match(code) ?? []).filter((one) => hidden.codes.has(one))
  return [...new Set(codes), ...hidden.names.filter((name) => text.includes(name))]
}

async function unpacked({ raw, type }: Reply): Promise<string> {
  if (/json|text/.test(type)) return raw.toString('utf8')
  if (!/spreadsheet|wordprocessing/.test(type)) return ''
  const zip = await openZip(bytesOf(raw))
  const parts: string[] = []
  for (const entry of zip.entries) {
    const chunks: Buffer[] = []
    for await (const chunk of zip.open(entry)) chunks.push(chunk)
    // Read as a person does: without the tags, which part words and are most of it.
    parts.push(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/<[^>]*>/g, ' '),
    )
  }
  return parts.join('\n')
}
