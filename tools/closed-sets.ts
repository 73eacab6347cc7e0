import { Client, type ClientConfig } from 'pg'

/** A text column that a check of its own holds to a list of words; `isArray`: each element is one of them. */
export type ClosedSet = {
  readonly table: string
  readonly column: string
  readonly words: readonly string[]
  readonly isArray: boolean
}

/** What PostgreSQL makes of `check (column in ('a', 'b'))` and of `check (column <@ array['a', 'b'])`. */
const check = /^CHECK \(\("?(\w+)"? (?:= ANY \(ARRAY\[(.+)\]\)|<@ ARRAY\[(.+)\])\)\)$/

const checks = `
select c.relname as table, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
 where k.contype = 'c' and cardinality(k.conkey) = 1 and c.relnamespace = 'public'::regnamespace
 order by 1, 2`

const comments = `
select relname as table, obj_description(oid, 'pg_class') as comment
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') is not null`

/** Every column of the database that holds one of a closed set of words, by table and column. */
export async function closedSets(connection: ClientConfig): Promise<ClosedSet[]> {
  const rows = await ask<{ table: string; definition: string }>(connection, checks)
  return rows.flatMap(({ table, definition }) => {
    const [, column, one, each] = check.exec(definition) ?? []
    const list = one ?? each
    if (column === undefined || list === undefined) return []
    const words = [...list.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '')
    return [{ table, column, words, isArray: each !== undefined }]
  })
}

/** Row types as kysely-codegen writes them, with tables' comments, unions of words in place of `string`, and those words as data. */
export async function describeTypes(connection: ClientConfig, types: string): Promise<string> {
  const described = new Map<string, string>()
  for (const { table, comment } of await ask<{ table: string; comment: string }>(connection, comments))
    described.set(interfaceOf(table), `/**\n * ${comment.replaceAll('*/', '* /')}\n */\n`)
  const unions = new Map<string, string>()
  const sets = await closedSets(connection)
  for (const { table, column, words } of sets)
    unions.set(`${interfaceOf(table)}.${camel(column)}`, words.map((word) => JSON.stringify(word)).join(' | '))
  const narrowedTypes = types.replaceAll(/^export interface (\w+) \{\n[\s\S]*?^\}$/gm, (text, name: string) => {
    const narrowed = text.replaceAll(/^ {2}(\w+): (.+);$/gm, (line, column: string, type: string) => {
      const union = unions.get(`${name}.${column}`)
      if (union === undefined) return line
      return `  ${column}: ${type.replace('string[]', `(${union})[]`).replace(/\bstring\b/, union)};`
    })
    return (described.get(name) ?? '') + narrowed
  })
  const lists = sets.map(
    ({ table, column, words }) => `  ${JSON.stringify(`${table}.${column}`)}: ${JSON.stringify(words)},\n`,
  )
  return `${narrowedTypes}
/**
 * The closed sets of words, by table and column.
 */
export const closedSets = {
${lists.join('')}} as const;
`
}

async function ask<Row extends object>(connection: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const interfaceOf = (table: string) => camel(`_${table}`)
