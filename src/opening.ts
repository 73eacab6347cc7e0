import { randomBytes } from 'node:crypto'
import { Client, type PoolConfig } from 'pg'
import { administratorName, foundAdministrator } from './features/accounts/found-administrator.ts'
import type { About } from './features/system/routes.ts'
import { foundProgramme } from './features/units/found-programme.ts'
import { connect } from './platform/database/connect.ts'
import { migrate } from './platform/database/migrate.ts'
import { uuidv7 } from './platform/ids.ts'

type Opening = {
  readonly connection: PoolConfig
  readonly filesDir: string
  readonly about: About
  readonly production: boolean
  readonly say: (line: string) => void
}

/**
 * Migrates, and gives an empty database what it begins with: the tree of divisions, an administrator, and, outside
 * production, the demo programme. Answers the lines that tell who can sign in.
 */
export async function openProgramme(opening: Opening): Promise<string[]> {
  const { connection, production, say } = opening
  await migrate(connection)
  if (await isHalfMade(connection)) {
    await wipe(connection)
    await migrate(connection)
  }
  const password = production ? `${randomBytes(12).toString('base64url')}-A1` : demoPassword
  const isNew = await found(connection, password)
  if (production) return isNew ? [`管理员 Administrator  ${administratorName}  ${password}`] : []
  if (isNew) {
    say('首次启动,正在生成演示数据,约需一分钟…… First start: making the demo, about a minute …')
    const { makeDemo } = await import('../database/demo/make-demo.ts')
    await mark(connection, 'demo.begun')
    await makeDemo(opening)
    await mark(connection, 'demo.finished')
  }
  return signInLines(connection)
}

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
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function mark(connection: PoolConfig, kind: string): Promise<unknown> {
  const insert = 'insert into audit_events (id, at, kind, scope) values (gen_random_uuid(), now(), $1, $2)'
  return asOwner(connection, (client) => client.query(insert, [kind, '33/']))
}

/** A demo whose making was cut off; nobody has worked in it yet. */
function isHalfMade(connection: PoolConfig): Promise<boolean> {
  const ask = `select count(*) filter (where kind = 'demo.begun') > count(*) filter (where kind = 'demo.finished') as half
                 from audit_events where kind in ('demo.begun', 'demo.finished')`
  return asOwner(connection, async (client) => (await client.query<{ half: boolean }>(ask)).rows[0]?.half ?? false)
}

function wipe(connection: PoolConfig): Promise<unknown> {
  return asOwner(connection, (client) =>
    client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public'),
  )
}

async function signInLines(connection: PoolConfig): Promise<string[]> {
  const ask = `select a.name from accounts a join units u on u.id = a.unit_id where a.post <> 'enterprise-contact'
                order by length(u.scope), u.scope, a.created_at limit 24`
  const names = await asOwner(connection, async (client) => (await client.query<{ name: string }>(ask)).rows)
  return [`可登录账号 Accounts (密码 password: ${demoPassword})`, ...names.map(({ name }) => `  ${name}`)]
}
