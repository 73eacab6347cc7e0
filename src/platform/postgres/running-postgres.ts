import type pg from 'pg'

export type RunningPostgres = {
  readonly kind: 'embedded' | 'external'
  /** `18.4` */
  readonly version: string
  /** The owner's (embedded: the superuser `postgres` on the database `yuanqitong`): for migrations, and closed before anybody is served. */
  readonly connection: pg.PoolConfig
  /** What the server works as, and what its jobs are taken as. */
  readonly server: pg.PoolConfig
  readonly jobs: pg.PoolConfig
  readonly connectionString: string
  /** Fast shutdown of the embedded one; nothing for an external one. May be called twice. */
  stop(): Promise<void>
}

export type StartOptions = {
  readonly dataDir: string
  /** Use this PostgreSQL (≥ 15) instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** The server's own address there; else its password is made and kept in the data folder. */
  readonly serverUrl?: string | undefined
  readonly log?: ((line: string) => void) | undefined
  /** `false` trades crash safety for speed; only for data that is thrown away. */
  readonly durable?: boolean | undefined
}
