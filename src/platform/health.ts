import { statfs } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { PoolConfig } from 'pg'
import { bool, instant, int } from './database/columns.ts'
import { connect } from './database/connect.ts'
import { statement } from './database/statement.ts'
import type { DB } from './database/types.ts'

/** What can be wrong with the machine while the process answers. */
export const troubles = ['database', 'disk', 'files', 'jobs', 'clock', 'stopping'] as const
export type Trouble = (typeof troubles)[number]

/**
 * `ready`: all is well; `degraded`: it works, at least for reading, and somebody should look; `not-ready`: nothing can be read or written,
 * or soon no more.
 */
export type Health = { readonly status: 'ready' | 'degraded' | 'not-ready'; readonly because: readonly Trouble[] }

/** What was found; null for what could not be asked. */
export type Seen = {
  readonly database: {
    readonly at: Date
    /** It takes no writes, as one that follows another. */
    readonly onlyReads: boolean
    readonly lastEventAt: Date | null
    readonly oldestJobAt: Date | null
    readonly failedJobs: number | null
    readonly damagedFiles: number
  } | null
  readonly freeBytes: number | null
  /** Whether the place where files are kept answers. */
  readonly filesAnswer: boolean
  /** Whether this process was told to end. */
  readonly stopping: boolean
  readonly now: Date
}

const minute = 60_000
/** Free space that a few uploads use up, a job that nobody takes, and clocks that disagree. */
export const healthLimits = { freeBytes: 1024 ** 3, jobWaits: 15 * minute, clocksApart: minute } as const

export function healthOf({ database, freeBytes, filesAnswer, stopping, now }: Seen): Health {
  const apart = (at: Date) => at.getTime() - now.getTime()
  const found: Record<Trouble, boolean> = {
    database: database === null || database.onlyReads,
    disk: freeBytes === null || freeBytes < healthLimits.freeBytes,
    files: !filesAnswer || (database !== null && database.damagedFiles > 0),
    jobs:
      database !== null &&
      ((database.failedJobs ?? 0) > 0 ||
        (database.oldestJobAt !== null && -apart(database.oldestJobAt) > healthLimits.jobWaits)),
    stopping,
    // An act in the future: the clock was put back after it.
    clock:
      database !== null &&
      (Math.abs(apart(database.at)) > healthLimits.clocksApart ||
        (database.lastEventAt !== null && apart(database.lastEventAt) > healthLimits.clocksApart)),
  }
  const because = troubles.filter((one) => found[one])
  const away = database === null || stopping
  return { status: away ? 'not-ready' : because.length > 0 ? 'degraded' : 'ready', because }
}

export type HealthWatch = {
  look(): Promise<Health>
  /** What `look` judges; both ask once a second at most. */
  seen(): Promise<Seen>
  /** From now on it is not ready, whatever else it is. */
  stopping(): void
  close(): Promise<void>
}

/** How long an answer stands, so that a flood of questions asks the database once; and how long the database may take. */
const standsFor = 1_000
const patience = 2_000

const askDatabase = statement(
  {
    at: instant,
    onlyReads: bool,
    lastEventAt: instant.nullable(),
    oldestJobAt: instant.nullable(),
    failedJobs: int.nullable(),
    damagedFiles: int,
  },
  () => sql`
    select at, current_setting('transaction_read_only') = 'on' as "onlyReads", last_event_at as "lastEventAt", oldest_job_at as "oldestJobAt", failed_jobs as "failedJobs", damaged_files as "damagedFiles" from product_health()`,
)

/** Asks on a connection of its own, so that it waits behind nobody. `folder`: where files are kept, or received at least. */
export function watchHealth(connection: PoolConfig, folder: string, filesAnswer: () => Promise<boolean>): HealthWatch {
  const timeouts = { connectionTimeoutMillis: patience, query_timeout: patience }
  const database: Kysely<DB> = connect({ ...connection, ...timeouts }, { max: 1 })
  let isStopping = false
  let last: { readonly at: number; readonly seen: Promise<Seen> } | null = null
  const ask = async (): Promise<Seen> => {
    const [asked, space, files] = await Promise.allSettled([
      database.transaction().execute((tx) => askDatabase(tx)),
      // A disk that hangs, as one across a network may, is told and not waited for.
      Promise.race([statfs(folder), setTimeout(patience, null, { ref: false })]),
      filesAnswer(),
    ])
    return {
      database: asked.status === 'fulfilled' ? (asked.value[0] ?? null) : null,
      freeBytes: space.status === 'fulfilled' && space.value ? space.value.bavail * space.value.bsize : null,
      filesAnswer: files.status === 'fulfilled' && files.value,
      stopping: isStopping,
      now: new Date(),
    }
  }
  const seen = () => {
    if (last === null || performance.now() - last.at > standsFor) last = { at: performance.now(), seen: ask() }
    return last.seen
  }
  return {
    seen,
    look: async () => healthOf(await seen()),
    stopping() {
      isStopping = true
      last = null
    },
    close: () => database.destroy(),
  }
}
