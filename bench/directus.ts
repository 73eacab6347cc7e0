import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { Installed } from './directus-install.ts'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import { freePort } from './start.ts'

const database = 'bench_directus'
export const flat = 'flat_services'

export type Directus = { readonly address: string; readonly token: string; stop(): Promise<void> }

/** A Directus over a database of its own on the same PostgreSQL, holding every service of the programme as one flat, indexed row. */
export async function startDirectus(installed: Installed, product: pg.PoolConfig): Promise<Directus> {
  await asOwner(product, async (owner) => {
    await owner.query(`drop database if exists ${database} with (force)`)
    await owner.query(`create database ${database}`)
  })
  const token = randomBytes(24).toString('hex')
  const port = await freePort()
  const env = {
    PATH: installed.path,
    HOME: process.env.HOME ?? '',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DB_CLIENT: 'pg',
    DB_HOST: String(product.host),
    DB_PORT: String(product.port),
    DB_USER: String(product.user),
    DB_PASSWORD: typeof product.password === 'string' ? product.password : '',
    DB_DATABASE: database,
    SECRET: randomBytes(24).toString('hex'),
    ADMIN_EMAIL: 'bench@example.com',
    ADMIN_PASSWORD: randomBytes(12).toString('hex'),
    ADMIN_TOKEN: token,
    CACHE_ENABLED: 'false',
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
    PRESSURE_LIMITER_ENABLED: 'false',
  }
  const run = (command: string) =>
    spawn(installed.node, [join(installed.folder, 'node_modules', 'directus', 'cli.js'), command], {
      cwd: installed.folder,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const [code] = await once(run('bootstrap'), 'exit')
  expect(code === 0, `directus bootstrap ended with ${code}`)
  await fill(product)
  const child = run('start')
  const address = `http://127.0.0.1:${port}`
  await answering(child, `${address}/server/ping`)
  return {
    address,
    token,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + 60_000
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    expect(child.exitCode === null && Date.now() < until, 'Directus did not start')
    await setTimeout(100)
  }
}

/** What the list of services shows, names and all, with an index for each way in which it is asked. */
async function fill(product: pg.PoolConfig): Promise<void> {
  const columns = `id uuid, no text, county text, park text, enterprise text, service_kind text, state text, opened_on date,
                   counted_on date, price_fen bigint, updated_at timestamptz, note text`
  const { rows } = await asOwner(product, (owner) =>
    owner.query<{ all: string }>(
      `select json_agg(t)::text as all from (
         select s.id, s.no, county.code as county, park.name as park, e.name as enterprise, s.service_kind, s.state, s.opened_on,
                s.counted_on, s.price_fen, s.updated_at, s.need as note
           from services s join pilots p on p.id = s.pilot_id join units park on park.id = p.park_id
           join units county on county.id = p.county_id join pilot_enterprises e on e.id = s.enterprise_id) t`,
    ),
  )
  await asOwner({ ...product, database }, async (owner) => {
    await owner.query(`create table ${flat} (${columns}, primary key (id))`)
    await owner.query(`insert into ${flat} select * from json_to_recordset($1::json) as t (${columns})`, [rows[0]?.all])
    for (const column of ['updated_at', 'opened_on', 'no'])
      await owner.query(`create index on ${flat} (county, state, ${column})`)
    await owner.query('vacuum analyze')
  })
}
