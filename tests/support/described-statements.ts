import { CamelCasePlugin } from 'kysely'
import pg from 'pg'
import type { Shape } from '../../src/platform/database/columns.ts'
import type { Database } from '../../src/platform/database/connect.ts'
import type { Declared } from '../../src/platform/database/statement.ts'
import { closedSets } from '../../tools/closed-sets.ts'

type Field = { readonly name: string; readonly dataTypeID: number; readonly tableID: number; readonly columnID: number }
type Failure = Error & { readonly position?: string }

/** Parses a statement in the extended protocol and asks what its rows are; it is never executed. */
class Description {
  readonly fields: Promise<readonly Field[]>
  readonly #text: string
  #found: readonly Field[] = []
  #resolve: (fields: readonly Field[]) => void = () => undefined
  #reject: (error: Error) => void = () => undefined

  constructor(text: string) {
    this.#text = text
    this.fields = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#found = fields
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#found)
  }

  handleError(error: Failure): void {
    const before = this.#text.slice(0, Number(error.position ?? 1) - 1)
    this.#reject(new Error(`${error.message} after …${before.slice(-80)}`))
  }
}

/** A column of a table, as the catalogue knows it. */
type Origin = { readonly name: string; readonly notNull: boolean; readonly words: readonly string[] | null }

/** What the database says of statements, compared with what they declare. */
export class Descriptions {
  readonly #client: pg.Client
  readonly #database: Database
  readonly #types: ReadonlyMap<number, string>
  readonly #origins: ReadonlyMap<string, Origin>

  private constructor(client: pg.Client, database: Database, types: Map<number, string>, origins: Map<string, Origin>) {
    this.#client = client
    this.#database = database
    this.#types = types
    this.#origins = origins
  }

  /** As the application's role. `database`: only turns statements into text. */
  static async open(connection: pg.ClientConfig, database: Database): Promise<Descriptions> {
    const client = new pg.Client(connection)
    await client.connect()
    const types = await client.query('select oid, format_type(oid, null) as name from pg_type')
    const columns = await client.query(
      `select a.attrelid as table_id, a.attnum as no, c.relname || '.' || a.attname as name, a.attnotnull as not_null
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0`,
    )
    const sets = new Map((await closedSets(connection)).map((set) => [`${set.table}.${set.column}`, set.words]))
    const origins = columns.rows.map(({ table_id, no, name, not_null: notNull }): [string, Origin] => [
      `${table_id}.${no}`,
      { name, notNull, words: sets.get(name) ?? null },
    ])
    return new Descriptions(client, database, new Map(types.rows.map(({ oid, name }) => [oid, name])), new Map(origins))
  }

  close(): Promise<void> {
    return this.#client.end()
  }

  /** Every way in which a statement is not what it declares; empty when it is. */
  async faultsOf({ shape, samples }: Declared): Promise<string[]> {
    const faults: string[] = []
    for (const sample of samples()) {
      const text = sample.compile(this.#database).sql
      const start = text.replaceAll(/\s+/g, ' ').trim().slice(0, 90)
      try {
        const fields = await this.#client.query(new Description(text)).fields
        faults.push(...(await this.#compare(shape, fields, text)).map((fault) => `${start}: ${fault}`))
      } catch (error) {
        faults.push(`${start}: ${(error as Error).message}`)
      }
    }
    return faults
  }

  async #compare(shape: Shape, fields: readonly Field[], text: string): Promise<string[]> {
    const faults: string[] = []
    const found = new Map<string, Field>()
    for (const field of fields) {
      const name = await asRead(field.name)
      if (found.has(name)) faults.push(`${name} comes twice`)
      if (!shape[name]) faults.push(`${name} is not declared`)
      found.set(name, field)
    }
    for (const [name, column] of Object.entries(shape)) {
      const field = found.get(name)
      if (!field) {
        faults.push(`${name} is missing`)
        continue
      }
      const type = this.#types.get(field.dataTypeID)
      if (type !== column.type) faults.push(`${name} is declared ${column.type}, the database says ${type}`)
      const origin = this.#origins.get(`${field.tableID}.${field.columnID}`)
      if (!origin) continue
      if (column.words && !sameWords(column.words, origin.words))
        faults.push(
          `${name} is declared ${column.words.join(', ')}; ${origin.name} holds ${origin.words ?? 'any text'}`,
        )
      if (column.nulls === 'never' && !origin.notNull) faults.push(`${name} may be null: ${origin.name} may be`)
      if (column.nulls === 'excluded' && origin.notNull) faults.push(`${name} has no nulls to leave out`)
      if (column.nulls === 'possible' && origin.notNull && !outerJoin.test(text))
        faults.push(`${name} cannot be null: ${origin.name} is not, and nothing is joined outside`)
    }
    return faults
  }
}

const outerJoin = /\b(?:left|right|full)\s+(?:outer\s+)?join\b|\bunion\b/i

function sameWords(declared: readonly string[], known: readonly string[] | null): boolean {
  return known !== null && [...declared].sort().join() === [...known].sort().join()
}

const plugin = new CamelCasePlugin()

/** The name under which the application reads a column. */
async function asRead(name: string): Promise<string> {
  const { rows } = await plugin.transformResult({ queryId: { queryId: '' }, result: { rows: [{ [name]: null }] } })
  return Object.keys(rows[0] ?? {})[0] ?? ''
}
