import { randomBytes } from 'node:crypto'
import { Client, type PoolConfig } from 'pg'
import { administratorNames, foundAdministrators } from './features/programme/accounts/found-administrators.ts'
import { foundCalendar } from './features/programme/rest-days/found-calendar.ts'
import type { About } from './features/programme/system/routes.ts'
import { foundProgramme } from './features/programme/units/found-programme.ts'
import { connect } from './platform/database/connect.ts'
import { migrate } from './platform/database/migrate.ts'
import type { S3Settings } from './platform/files/s3-store.ts'
import { uuidv7 } from './platform/ids.ts'
import { checkEdition } from './policy/editions/check-edition.ts'
import { editionList } from './policy/editions/edition.ts'
import { problemLine } from './policy/editions/edition-problem.ts'
import { type Administrator, administrators } from './policy/people/administrators.ts'

/**
 * Fills a migrated database with a demo, unless somebody works in it already; `client` is the owner's and holds the lock of
 * the start. Returns the lines that tell who can sign in.
 */
export type OpenDemo = (opening: Opening, client: Client) => Promise<string[]>

/**
 * The operator's settings of how people come in. `passwordDays`: age at which a password must be changed, null where it never must;
 * `idleMinutes`: after which a session ends in which nothing is asked, null where none does; `sessionHours`: how long one lives at most.
 */
export type SignInRules = {
  readonly passwordDays: number | null
  readonly idleMinutes: number | null
  readonly sessionHours: number
}

export type Opening = {
  /** The owner's. */
  readonly connection: PoolConfig
  /** What the demo is played as: the server's own account. */
  readonly server: PoolConfig
  readonly filesDir: string
  readonly s3?: S3Settings | null
  readonly about: About
  readonly signIn: SignInRules
  /** Null where there is none, as in production. */
  readonly demo: OpenDemo | null
  readonly say: (line: string) => void
}

/**
 * Migrates, and gives an empty database what it begins with: the tree of divisions, its three administrators, and the demo if
 * there is one. One start at a time: another one on the same database waits. Returns the lines that tell who can sign in.
 * @throws Error with a sentence in each language where a start without demo finds one, or where the rules of an
 * edition contradict each other: by row and field, before anything is written.
 */
export async function openProgramme(opening: Opening): Promise<string[]> {
  requireSoundEditions()
  return asOwner(opening.connection, async (client) => {
    await client.query('select pg_advisory_lock(20260102)')
    await migrate(opening.connection)
    const people = await (opening.demo ? opening.demo(opening, client) : openWithoutDemo(opening, client))
    const { passwordDays, idleMinutes, sessionHours } = opening.signIn
    // After the demo, whose play passes years in a minute.
    await client.query(saveRules, [passwordDays, idleMinutes, sessionHours])
    return people
  })
}

const saveRules = 'update sign_in_rules set password_days = $1, idle_minutes = $2, session_hours = $3'

function requireSoundEditions(): void {
  const lines = editionList().flatMap((edition) =>
    checkEdition(edition).map((problem) => `  ${edition.id}  ${problemLine(problem)}`),
  )
  if (lines.length > 0) throw new Error([unsoundEdition, ...lines].join('\n'))
}

const unsoundEdition =
  '规则数据自相矛盾，不能启动： · The rules of an edition contradict each other, so nothing is started:'

async function openWithoutDemo({ connection, say }: Opening, client: Client): Promise<string[]> {
  if ((await demoIn(client)) !== 'none') throw new Error(noDemoInProduction)
  const passwords = passwordsBy(() => `${randomBytes(12).toString('base64url')}-A1`)
  // Said at once: should the start fail after this, nobody could ever learn them.
  if (await foundProgrammeAndAdministrators(connection, { passwords, isGiven: true }))
    for (const post of administrators) say(`管理员 Administrator  ${administratorNames[post]}  ${passwords[post]}`)
  return []
}

/** A password for each of the three administrators. */
export function passwordsBy(make: () => string): Record<Administrator, string> {
  return { 'system-admin': make(), 'security-admin': make(), 'audit-admin': make() }
}

const noDemoInProduction =
  '数据库中是演示数据，口令是公开的，不能用于生产环境；请更换 DATA_DIR 或 DATABASE_URL。 · ' +
  'This database holds the demo, whose password is public; production needs another DATA_DIR or DATABASE_URL.'

/** The tree of divisions, the announced rest days and the three administrators. Returns whether there was none yet. */
export async function foundProgrammeAndAdministrators(
  connection: PoolConfig,
  first: { passwords: Readonly<Record<Administrator, string>>; isGiven: boolean },
): Promise<boolean> {
  const database = connect(connection, { max: 1 })
  try {
    const newId = () => uuidv7(new Date())
    await foundProgramme(database, newId)
    await foundCalendar(database, newId, new Date())
    return await foundAdministrators(database, { ...first, newId, now: new Date() })
  } finally {
    await database.destroy()
  }
}

async function asOwner<T>(connection: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection)
  // A connection that breaks shows in the next query.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** `begun`: its making was cut off, and nobody has worked in it yet. */
export async function demoIn(client: Client): Promise<'none' | 'begun' | 'finished'> {
  const ask = `select distinct kind from audit_events where kind in ('demo.begun', 'demo.finished')`
  const kinds = (await client.query<{ kind: string }>(ask)).rows.map((row) => row.kind)
  return kinds.includes('demo.finished') ? 'finished' : kinds.length > 0 ? 'begun' : 'none'
}
