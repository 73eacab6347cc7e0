import { createHash } from 'node:crypto'
import pg from 'pg'

type Result = pg.QueryResult<Record<string, unknown>>
type Send = (query: string | pg.QueryConfig) => Promise<Result | Result[]>

/**
 * A connection that saves journeys and plans. A transaction begins in the journey of its first statement, where that one has
 * no parameters, and one that asks nothing never begins. One that only reads ends in the journey in which the next one begins, or
 * after a moment by itself. What is asked again and again is parsed and planned once.
 */
export class Connection extends pg.Client {
  /** A `begin` that still waits for its first statement. */
  #begin: string | null = null
  /** The kind of unit that asks, where the first statement of the transaction told it. */
  #unitKind = ''
  /** Whether the transaction that is open can change nothing. */
  #onlyReads = false
  /** Runs while a transaction that only read has answered and is not ended yet. */
  #ending: NodeJS.Timeout | null = null
  /** An end that was sent by itself and is not answered yet. */
  #ended: Promise<unknown> | null = null
  readonly #statements: Statements

  constructor(config?: string | pg.ClientConfig, statements = ofThisProcess) {
    super(config)
    // The pool listens to idle connections alone; one that breaks while a request holds it fails that request's next query.
    this.on('error', () => undefined)
    this.#statements = statements
    const send = super.query.bind(this) as unknown as Send & ((...args: unknown[]) => unknown)
    this.query = ((query: unknown, values: unknown) => {
      if (typeof query === 'string' && Array.isArray(values)) return this.#ask(send, query, values)
      const ask = () => send(query as string, values)
      return this.#takeEnd() === '' ? ask() : send(end).then(ask)
    }) as pg.Client['query']
  }

  async #ask(send: Send, text: string, values: unknown[]): Promise<Result> {
    if (text === 'begin' || text.startsWith('start transaction')) {
      this.#begin = text
      this.#unitKind = ''
      return nothing('BEGIN')
    }
    const asked = this.#begin
    this.#begin = null
    if (asked !== null && (text === 'commit' || text === 'rollback')) return nothing(text.toUpperCase())
    if (asked === null && text === 'commit' && this.#onlyReads) return this.#endSoon(send)
    if (this.#ended) await this.#ended
    const former = this.#takeEnd()
    if (former !== '' && asked === null) await send(end)
    const begin = asked && former + asked
    this.#onlyReads = asked?.endsWith('read only') ?? (this.#onlyReads && text !== 'rollback')
    if (begin !== null && values.length === 0) {
      const first = last(await send(`${begin}; ${text}`))
      this.#unitKind = String(first.rows[0]?.unit_kind ?? '')
      return first
    }
    if (begin !== null) await send(begin)
    if (values.length === 0) return last(await send(text))
    const name = this.#statements.nameOf(`${this.#unitKind} ${text}`)
    if (name === null) return last(await send({ text, values }))
    try {
      return last(await send({ name, text, values }))
    } catch (error) {
      if ((error as { code?: string }).code === changedType) this.#statements.forgetPrepared()
      throw error
    }
  }

  /** There is nothing to be kept, so that nobody need wait for it. */
  #endSoon(send: Send): Result {
    this.#onlyReads = false
    this.#ending = setTimeout(() => {
      this.#ending = null
      this.#ended = send(end)
        .catch(() => undefined)
        .finally(() => {
          this.#ended = null
        })
    }, endsAfter).unref()
    return nothing('COMMIT')
  }

  /** What has to stand before the next beginning. */
  #takeEnd(): string {
    if (this.#ending === null) return ''
    clearTimeout(this.#ending)
    this.#ending = null
    return `${end}; `
  }
}

/** Told from `commit`, which somebody waits for. */
const end = 'end'
/** For how many milliseconds the end of a reading waits for the next beginning. */
const endsAfter = 4

/** SQLSTATE of a prepared statement whose table was altered meanwhile: the transaction may go again. */
export const changedType = '0A000'

function nothing(command: string): Result {
  return { command, rowCount: null, rows: [], oid: 0, fields: [] }
}

function last(results: Result | Result[]): Result {
  return Array.isArray(results) ? (results.at(-1) ?? nothing('')) : results
}

/** A statement is worth preparing when it comes for the fifth time; so many are remembered, and so many prepared. */
const worthPreparing = 5
const mostRemembered = 2000
const mostPrepared = 500

/** What is asked again and again, of all connections that share it. */
export class Statements {
  readonly #timesAsked = new Map<string, number>()
  readonly #prepared = new Map<string, string>()
  /** Part of every name, so that what was forgotten is prepared anew. */
  #generation = 0

  forgetPrepared(): void {
    this.#prepared.clear()
    this.#generation++
  }

  /**
   * The name under which a connection keeps a statement prepared; null for what is seldom asked. The key holds the kind of
   * unit that asks: a plan made for the rows of one park is no plan for those of the province.
   */
  nameOf(key: string): string | null {
    const known = this.#prepared.get(key)
    if (known !== undefined || this.#prepared.size >= mostPrepared) return known ?? null
    const times = (this.#timesAsked.get(key) ?? 0) + 1
    if (times < worthPreparing) {
      if (this.#timesAsked.size >= mostRemembered) this.#timesAsked.clear()
      this.#timesAsked.set(key, times)
      return null
    }
    this.#timesAsked.delete(key)
    const name = createHash('sha256').update(`${this.#generation} ${key}`).digest('hex').slice(0, 32)
    this.#prepared.set(key, name)
    return name
  }
}

const ofThisProcess = new Statements()
