import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { query } from '../../src/platform/command.ts'
import { run } from '../../src/platform/pipeline.ts'
import type { RawRequest } from '../../src/platform/raw-request.ts'
import { newTrace } from '../../src/platform/watch/watcher.ts'
import { route } from '../../src/shared/route.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const asked: RawRequest = {
  params: {},
  search: {},
  body: () => ({}),
  sessionToken: null,
  account: null,
  unread: [],
  idempotencyKey: null,
  upload: null,
  cookies: { session: null, start: () => undefined, end: () => undefined, knowAs: () => undefined },
  caller: { address: '192.0.2.1', network: '192.0.2.1', agent: '', device: null },
  trace: newTrace('test'),
}

it('shows one moment: what is saved while a page is put together does not tear it', async () => {
  const look = route({
    method: 'GET',
    path: '/api/look',
    permission: 'public',
    summary: { zh: '查看', en: 'Look' },
    reply: z.object({ before: z.number(), after: z.number() }),
  })
  const page = query(look, async (_, { tx }) => {
    const count = async () => {
      const found = await sql<{ n: number }>`select count(*)::int as n from batches`.execute(tx)
      return found.rows[0]?.n ?? -1
    }
    const before = await count()
    await world.sql(`insert into batches values (gen_random_uuid(), 'zj-2023', 2026, 'meanwhile', now())`)
    return { before, after: await count() }
  })
  expect(await run(page, asked, world.services)).toEqual({ before: 0, after: 0 })
  expect(await world.sql('select from batches')).toHaveLength(1)
})
