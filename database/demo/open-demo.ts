import type { Client } from 'pg'
import { demoIn, foundProgrammeAndAdministrators, type Opening, passwordsBy } from '../../src/opening.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { demoPassword } from './password.ts'

/** Makes the demo in an empty database, and anew where its making was cut off. */
export async function openDemo(opening: Opening, client: Client): Promise<string[]> {
  const { connection, say } = opening
  if ((await demoIn(client)) === 'begun') {
    await wipe(client)
    await migrate(connection)
  }
  if (await isEmpty(client)) {
    // First of all, so that a start cut off anywhere after it is known for what it is.
    await mark(client, 'demo.begun')
    say('首次启动，正在生成演示数据，约需一分钟…… First start: making the demo, about a minute …')
    await foundProgrammeAndAdministrators(connection, { passwords: passwordsBy(() => demoPassword), isGiven: false })
    // Loaded for a first start only.
    const { makeDemo } = await import('./make-demo.ts')
    await makeDemo({ ...opening, connection: opening.server })
    await mark(client, 'demo.finished')
  }
  return (await demoIn(client)) === 'finished' ? signInLines(client) : []
}

async function isEmpty(client: Client): Promise<boolean> {
  const ask = 'select not exists (select from accounts) as empty'
  return (await client.query<{ empty: boolean }>(ask)).rows[0]?.empty ?? false
}

function mark(client: Client, kind: string): Promise<unknown> {
  const insert = 'insert into audit_events (id, at, kind, scope) values (gen_random_uuid(), now(), $1, $2)'
  return client.query(insert, [kind, '33/'])
}

function wipe(client: Client): Promise<unknown> {
  return client.query('drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public')
}

async function signInLines(client: Client): Promise<string[]> {
  const ask = `select a.name from accounts a join units u on u.id = a.unit_id where a.post <> 'enterprise-contact'
                order by length(u.scope), u.scope, a.created_at limit 40`
  const { rows } = await client.query<{ name: string }>(ask)
  return [`可登录账号 Accounts (密码 password: ${demoPassword})`, ...rows.map(({ name }) => `  ${name}`)]
}
