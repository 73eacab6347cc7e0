import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The name of the database's file in a backup, by kind. */
export const databaseIn = { cluster: 'database.tar.zst', dump: 'database.dump' } as const

/** A file of a backup: its path below it, how many bytes, and their SHA-256. */
const packed = z.strictObject({ path: z.string(), size: z.int(), sha256 })

/** What a table held: so many rows, and one hash over all of them in the order of their key. */
const digest = z.strictObject({ rows: z.int(), sha256 })

/** What a backup is made of and what it must come to once it is restored. */
export const manifestShape = z.strictObject({
  format: z.literal('yuanqitong-backup-1'),
  product: z.string(),
  /** `cluster`: a cluster of the embedded PostgreSQL, shut down in order; `dump`: what pg_dump wrote. */
  kind: z.enum(['cluster', 'dump']),
  /** PostgreSQL's version, `18.4`. */
  postgres: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  database: packed,
  digests: z.record(z.string(), digest),
  /** Stored files that rows of the database name, by hash; they lie in the folder that all backups of one place share. */
  files: z.array(z.strictObject({ sha256, size: z.int() })),
  /** Those that were missing or changed already when they were to be copied. */
  lost: z.array(sha256),
})

export type Manifest = z.infer<typeof manifestShape>
export type Packed = z.infer<typeof packed>
export type Digests = Manifest['digests']
