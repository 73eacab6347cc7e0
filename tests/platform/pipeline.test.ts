import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Download, download, query } from '../../src/platform/command.ts'
import type { Tx } from '../../src/platform/database/connect.ts'
import { run } from '../../src/platform/pipeline.ts'
import type { RawRequest } from '../../src/platform/raw-request.ts'
import { hashToken } from '../../src/platform/tokens.ts'
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

it('reads a file that is sent bit by bit as the same session, and no more once that has ended or has something due', async () => {
  await world.administrator()
  const token = 'bits'.repeat(8)
  const [account] = await world.sql<{ id: string }>(
    `insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, unit_scope)
     select $1, a.id, $2, $2, '9999-01-01', u.scope from accounts a join units u on u.id = a.unit_id where a.post = 'audit-admin' limit 1
     returning account_id as id`,
    [hashToken(token), world.now],
  )
  const send = route({
    method: 'GET',
    path: '/api/bits',
    permission: 'audit.view',
    summary: { zh: '发送', en: 'Send' },
    download: true,
  })
  const seen = (tx: Tx) => sql<{ n: number }>`select count(*)::int as n from audit_events`.execute(tx)
  const file = download(send, async (_, { later }) => ({
    fileName: 'bits.txt',
    mediaType: 'text/plain',
    content: async () => Buffer.from(String((await later(seen)).rows[0]?.n)),
  }))
  const content = async () => {
    const { content: made } = (await run(file, { ...asked, sessionToken: token }, world.services)) as Download
    return made as () => Promise<Buffer>
  }
  const bits = await content()
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>('select count(*)::int as n from audit_events')
  // Its own download is on record before the first bit.
  expect([n > 0, String(await bits())]).toEqual([true, String(n)])
  await world.sql('update accounts set must_change = true where id = $1', [account?.id])
  await expect(bits()).rejects.toMatchObject({ status: 403 })
  await world.sql('update accounts set must_change = false where id = $1', [account?.id])
  expect(String(await bits())).toBe(String(n))
  await world.sql('delete from sessions where token_hash = $1', [hashToken(token)])
  await expect(bits()).rejects.toMatchObject({ status: 401 })
})
