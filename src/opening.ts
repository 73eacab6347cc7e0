import { randomBytes } from 'node:crypto'
import { Client, type PoolConfig } from 'pg'
import { administratorName, foundAdministrator } from './features/accounts/found-administrator.ts'
import type { About } from './features/system/routes.ts'
import { foundProgramme } from './features/units/found-programme.ts'
import { connect } from './platform/database/connect.ts'
import { migrate } from './platform/database/migrate.ts'
import { uuidv7 } from './platform/ids.ts'
import { checkEdition } from './policy/check-edition.ts'
import { editionList } from './policy/edition.ts'
import { problemLine } from './policy/edition-problem.ts'

type Opening = {
  readonly connection: PoolConfig
  readonly filesDir: string
  readonly about: About
  readonly production: boolean
  readonly say: (line: string) => void
}

/**
 * Migrates, and gives an empty database what it begins with: the tree of divisions, an administrator, and, outside
 * production, the demo programme. One start at a time: another one on the same database waits. Answers the lines that
 * tell who can sign in.
 * @throws Error with a sentence in each language where production would begin with a demo, or where the rules of an
 * edition contradict each other: by row and field, before anything is written.
 */
export async function openProgramme(opening: Opening): Promise<string[]> {
  requireSoundEditions()
  return asOwner(opening.connection, async (client) => {
    await client.query('select pg_advisory_lock(20260102)')
    await migrate(opening.connection)
    return opening.production ? openProduction(opening, client) : openWithDemo(opening, client)
  })
}

function requireSoundEditions(): void {
  const lines = editionList().flatMap((edition) =>
    checkEdition(edition).map((problem) => `  ${edition.id}  ${problemLine(problem)}`),
  )
  if (lines.length > 0) throw new Error([unsoundEdition, ...lines].join('\n'))
}

const unsoundEdition =
  '规则数据自相矛盾，不能启动： · The rules of an edition contradict each other, so nothing is started:'

async function openProduction({ connection, say }: Opening, client: Client): Promise<string[]> {
  if ((await demoIn(client)) !== 'none') throw new Error(noDemoInProduction)
  const password = `${randomBytes(12).toString('base64url')}-A1`
  // Said at once: should the start fail after this, nobody could ever learn it.
  if (await found(connection, password)) say(`管理员 Administrator  ${administratorName}  ${password}`)
  return []
}

async function openWithDemo(opening: Opening, client: Client): Promise<string[]> {
  const { connection, say } = opening
  if ((await demoIn(client)) === 'begun') {
    await wipe(client)
    await migrate(connection)
  }
  if (await isEmpty(client)) {
    // First of all, so that a start cut off anywhere after it is known for what it is.
    await mark(client, 'demo.begun')
    say('首次启动，正在生成演示数据，约需一分钟…… First start: making the demo, about a minute …')
    await found(connection, demoPassword)
    const { makeDemo } = await import('../database/demo/make-demo.ts')
    await makeDemo(opening)
    await mark(client, 'demo.finished')
  }
  return (await demoIn(client)) === 'finished' ? signInLines(client) : []
}

const noDemoInProduction =
  '数据库中是演示数据，口令是公开的，不能用于生产环境；请更换 DATA_DIR 或 DATABASE_URL。 · ' +
  'This database holds the demo, whose password is public; production needs another DATA_DIR or DATABASE_URL.'

/** The one password of every account of the demo; a production database never holds it. */
export const demoPassword = 'Yuanqitong-2026'

async function found(connection: PoolConfig, password: string): Promise<boolean> {
  const database = connect(connection, 1)
  try {
    const newId = () => uuidv7(new Date())
    await foundProgramme(database, newId)
    return await foundAdministrator(database, { password, newId, now: new Date() })
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

async function isEmpty(client: Client): Promise<boolean> {
  const ask = 'select not exists (select from accounts) as empty'
  return (await client.query<{ empty: boolean }>(ask)).rows[0]?.empty ?? false
}

function mark(client: Client, kind: string): Promise<unknown> {
  const insert = 'insert into audit_events (id, at, kind, scope) values (gen_random_uuid(), now(), $1, $2)'
  return client.query(insert, [kind, '33/'])
}

/** `begun`: its making was cut off, and nobody has worked in it yet. */
async function demoIn(client: Client): Promise<'none' | 'begun' | 'finished'> {
  const ask = `select distinct kind from audit_events where kind in ('demo.begun', 'demo.finished')`
  const kinds = (await client.query<{ kind: string }>(ask)).rows.map((row) => row.kind)
  return kinds.includes('demo.finished') ? 'finished' : kinds.length > 0 ? 'begun' : 'none'
}

function wipe(client: Client): Promise<unknown> {
  return client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public')
}

async function signInLines(client: Client): Promise<string[]> {
  const ask = `select a.name from accounts a join units u on u.id = a.unit_id where a.post <> 'enterprise-contact'
                order by length(u.scope), u.scope, a.created_at limit 24`
  const { rows } = await client.query<{ name: string }>(ask)
  return [`可登录账号 Accounts (密码 password: ${demoPassword})`, ...rows.map(({ name }) => `  ${name}`)]
}
