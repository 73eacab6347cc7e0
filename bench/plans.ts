import pg from 'pg'
import type { Statement } from './load.ts'

/** A node of `explain (analyze, buffers, format json)`, as far as it is looked at. */
type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Join Type'?: string
  readonly 'Plan Rows': number
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

/** `what`: which node of the plan is at fault and how; `rows`: by how much. */
export type Fault = { readonly what: string; readonly rows: string }

export type Planned = { readonly text: string; readonly pages: number; readonly faults: readonly Fault[] }

/** A table that is large in a province: it is found by an index, or read for what it is worth. */
const largeRows = 5000
/** A scan of a large table may throw away as much again as it keeps, and no more. */
const mostWasted = 1
/** Guesses may be wrong by this factor, where there are rows enough for it to matter. */
const mostWrong = 10
const countedFrom = 500

/** Reads the plans of what the product sends, on one connection as the application's role; what the session's scope adds is in them. */
export class Plans {
  readonly #client: pg.Client
  readonly #large: ReadonlySet<string>

  private constructor(client: pg.Client, large: ReadonlySet<string>) {
    this.#client = client
    this.#large = large
  }

  static async open(connection: pg.ClientConfig): Promise<Plans> {
    const client = new pg.Client(connection)
    await client.connect()
    return new Plans(client, await largeTables(client))
  }

  close(): Promise<void> {
    return this.#client.end()
  }

  /** Runs the statements of one answer twice more, in a transaction each, and reads the plans of the second time. */
  async of(statements: readonly Statement[]): Promise<Planned[]> {
    await this.#run(statements)
    return this.#run(statements)
  }

  async #run(statements: readonly Statement[]): Promise<Planned[]> {
    const planned: Planned[] = []
    for (const { text, values } of statements) {
      // A beginning may bring its first statement along, and the end of the reading before it.
      const parts = /^(?:end; )?((?:start transaction|begin)[^;]*)(?:; (.*))?$/s.exec(text)
      const [, begin, rest] = parts ?? [null, null, text]
      if (begin) await this.#client.query(`rollback; ${begin}`)
      if (text === 'commit' || text === 'rollback' || text === 'end') await this.#client.query(text)
      // What was recorded of an answer is recorded once, under an id of its own.
      else if (rest && !rest.startsWith('select record_events(')) planned.push(await this.#plan({ text: rest, values }))
    }
    return planned
  }

  async #plan({ text, values }: Statement): Promise<Planned> {
    const { rows } = await this.#client.query(`explain (analyze, buffers, timing off, format json) ${text}`, [
      ...values,
    ])
    const [{ Plan: top }] = rows[0]['QUERY PLAN'] as [{ Plan: Node }]
    const pages = top['Shared Hit Blocks'] + top['Shared Read Blocks']
    return { text: text.replaceAll(/\s+/g, ' ').trim(), pages, faults: faultsOf(top, this.#large) }
  }
}

async function largeTables(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1`,
    [largeRows],
  )
  return new Set(rows.map(({ name }) => name))
}

/** Whoever reads from these may stop before the end, so that fewer rows come than there are. */
const stopsEarly = /^(?:Limit|Merge Join|Nested Loop Semi|Unique)/

function faultsOf(node: Node, large: ReadonlySet<string>, cutShort = false): Fault[] {
  const { 'Relation Name': table = '', 'Actual Loops': loops, 'Plan Rows': guessed } = node
  const kind = node['Node Type']
  const real = node['Actual Rows']
  const stops = cutShort || stopsEarly.test(kind) || node['Join Type'] === 'Semi' || node['Join Type'] === 'Anti'
  const faults = (node.Plans ?? []).flatMap((one) => faultsOf(one, large, stops))
  if (loops === 0) return faults
  const wasted = (node['Rows Removed by Filter'] ?? 0) * loops
  if (large.has(table) && wasted > largeRows / 2 && wasted > mostWasted * real * loops)
    faults.push({ what: `${kind} of ${table} throws rows away`, rows: `${wasted} to keep ${Math.round(real * loops)}` })
  // How many rows a function answers is told by its author, not guessed from what there is.
  const wrong = (more: number, less: number) => more >= countedFrom && more > mostWrong * Math.max(less, 1)
  // What PostgreSQL never counts: how many rows two bitmaps come to together.
  const isTold = kind !== 'Function Scan' && kind !== 'BitmapOr' && kind !== 'BitmapAnd'
  if (isTold && (wrong(real, guessed) || (!cutShort && wrong(guessed, real))))
    faults.push({ what: `${kind}${table && ` of ${table}`} guesses badly`, rows: `${guessed} for ${Math.round(real)}` })
  return faults
}
