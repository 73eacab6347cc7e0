import type pg from 'pg'

export type RunningPostgres = {
  readonly kind: 'embedded' | 'external'
  /** `18.4` */
  readonly version: string
  /** For the owner of the database (embedded: the superuser `postgres` on the database `yuanqitong`). */
  readonly connection: pg.PoolConfig
  readonly connectionString: string
  /** Fast shutdown of the embedded one; nothing for an external one. May be called twice. */
  stop(): Promise<void>
}

export type StartOptions = {
  readonly dataDir: string
  /** Use this PostgreSQL (≥ 15) instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly log?: ((line: string) => void) | undefined
  /** `false` trades crash safety for speed; only for data that is thrown away. */
  readonly durable?: boolean | undefined
}
