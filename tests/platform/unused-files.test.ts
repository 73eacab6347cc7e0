import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/programme/files/contract.ts'
import { wrongFiles } from '../../src/platform/audit/uploaded-files.ts'
import { placeOf } from '../../src/platform/files/store.ts'
import { removeUnused } from '../../src/platform/unused-files.ts'
import { contentOf } from '../security/refusal-shape.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let s3: TestS3 | null = null

const day = 86_400_000
const officer = () => world.as('嘉善归谷智造园·服务专员')
const pdf = (title: string) => makePdf({ title, lines: [] })
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const isStored = (content: Buffer) =>
  existsSync(s3?.path(hashOf(content)) ?? join(world.filesDir, placeOf(hashOf(content))))
const later = (days: number) => world.setClock(new Date(world.now.getTime() + days * day).toISOString())
const clean = () => removeUnused(world.services)
const shown = async (fileId: string) => (await (await officer()).call(contract.showFile, { params: { fileId } })).status
const storage = async () => (await world.administrator()).done(contract.listStorage)
const events = (fileId: string) =>
  world.sql<{ kind: string; before: unknown; account_id: string | null }>(
    `select kind, before, account_id from audit_events where subject = $1 and kind = 'file.expired'`,
    [fileId],
  )
const namesOfWrong = async () => {
  const owner = new pg.Client(world.connection)
  await owner.connect()
  try {
    const found: string[] = []
    for await (const one of wrongFiles(owner, world.services.files)) found.push(one.name)
    return found
  } finally {
    await owner.end()
  }
}
const loose = async () => (await world.sql<{ hash: string }>('select hash from loose_contents')).map(({ hash }) => hash)

describe.each(['folder', 's3'] as const)('an upload that proves nothing, in a %s', (kind) => {
  beforeAll(async () => {
    s3 = kind === 's3' ? await startS3() : null
    world = await startWorld(s3 ? { s3: s3.settings } : {})
    await demoCounty(world)
  })
  afterAll(async () => {
    await world.stop()
    await s3?.stop()
    s3 = null
  })

  it('ends after thirty days, on record; its bytes leave the store two days later', async () => {
    const content = await makePhoto({
      seed: 3,
      capturedAt: world.now,
      latitude: 30.8,
      longitude: 120.9,
      caption: '现场',
    })
    const fileId = await (await officer()).upload('现场.jpg', content)
    const preview = join(world.filesDir, 'previews', hashOf(content).slice(0, 2), `${hashOf(content)}.webp`)
    expect([isStored(content), existsSync(preview), await loose()]).toEqual([true, true, []])
    later(29)
    await clean()
    expect(await shown(fileId)).toBe(200)
    later(2)
    await clean()
    expect(await shown(fileId)).toBe(404)
    expect(await events(fileId)).toEqual([
      {
        kind: 'file.expired',
        account_id: null,
        before: { name: '现场.jpg', hash: hashOf(content), size: content.length },
      },
    ])
    expect([isStored(content), await loose()]).toEqual([true, [hashOf(content)]])
    later(3)
    await clean()
    expect([isStored(content), existsSync(preview), await loose()]).toEqual([false, false, []])
    // Gone by rule, and no file that somebody took.
    expect(await namesOfWrong()).toEqual([])
    expect(await world.sql('select from file_checks where hash = $1', [hashOf(content)])).toEqual([])
  })

  it('stays while a record has it, and while a prepared act waits to bind it', async () => {
    const kept = await (await officer()).upload('凭证.pdf', pdf('凭证'))
    const named = await (await officer()).upload('待签.pdf', pdf('待签'))
    await world.sql('update files set bound = true where id = $1', [kept])
    await world.sql(
      `insert into prepared_acts (id, act, subject, unit_id, level, bureau, clause, params, body, prepared_by, prepared_at, scope)
       select gen_random_uuid(), 'measure', p.id, a.unit_id, 'county', 'economy', '-', '{}', $1, a.id, $2, p.scope
         from accounts a cross join pilots p where a.name = '嘉善县经信局·经办' limit 1`,
      [JSON.stringify({ fileId: named }), world.now],
    )
    later(40)
    await clean()
    expect([await shown(kept), await shown(named)]).toEqual([200, 200])
    await world.sql(
      `update prepared_acts set ended = 'lapsed', ended_at = $1, ended_by = prepared_by where body ->> 'fileId' = $2`,
      [world.now, named],
    )
    await clean()
    expect([await shown(kept), await shown(named)]).toEqual([200, 404])
  })

  it('leaves the same bytes where somebody else has them, or sends them again in time', async () => {
    const content = pdf('章程')
    const mine = await (await officer()).upload('章程.pdf', content)
    later(20)
    const theirs = await (await world.as('嘉善归谷智造园·负责人')).upload('章程.pdf', content)
    later(11)
    await clean()
    expect([await shown(mine), await shown(theirs)]).toEqual([404, 200])
    expect(await loose()).not.toContain(hashOf(content))
    later(20)
    await clean()
    expect(await shown(theirs)).toBe(404)
    expect(await loose()).toContain(hashOf(content))
    later(3)
    const again = await (await officer()).upload('章程.pdf', content)
    await clean()
    expect([await shown(again), isStored(content), await loose()]).toEqual([200, true, []])
  })

  it('is put there anew by whoever sends the same bytes while they are being removed', async () => {
    const content = pdf('并发')
    const first = await (await officer()).upload('并发.pdf', content)
    later(31)
    await clean()
    later(3)
    const { files } = world.services
    let sent: Promise<string> | null = null
    await removeUnused({
      ...world.services,
      files: {
        ...files,
        remove: async (hash) => {
          sent = officer().then((hand) => hand.upload('并发.pdf', content))
          await new Promise((resolve) => setTimeout(resolve, 300))
          await files.remove(hash)
        },
      },
    })
    const again = await (sent as Promise<string> | null)
    expect([await shown(first), await shown(again ?? ''), isStored(content)]).toEqual([404, 200, true])
    expect(await files.verify(hashOf(content))).toBe('intact')
  })

  it('whose act fails leaves no bytes for ever', async () => {
    const content = pdf('未成')
    await world.sql(
      `create function no_file() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$`,
    )
    await world.sql('create trigger no_file before insert on files for each row execute function no_file()')
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' }
    expect((await (await officer()).send('POST', '/api/files', content, headers)).status).toBe(500)
    world.faults.splice(0)
    await world.sql('drop trigger no_file on files')
    expect([isStored(content), await loose()]).toEqual([true, [hashOf(content)]])
    later(1)
    await clean()
    expect(isStored(content)).toBe(true)
    later(2)
    await clean()
    expect([isStored(content), await loose()]).toEqual([false, []])
  })

  it('waits in a store that does not answer', async () => {
    if (!s3) return
    const content = pdf('断开')
    await (await officer()).upload('断开.pdf', content)
    later(31)
    s3.suffer('gone')
    await clean()
    expect(await loose()).not.toContain(hashOf(content))
    s3.suffer(null)
    await clean()
    expect(await loose()).toContain(hashOf(content))
  })
})

describe('what the database itself refuses', () => {
  beforeAll(async () => {
    world = await startWorld()
    await demoCounty(world)
  })
  afterAll(() => world.stop())

  it('to the server: to delete a file, to end one before its time, to write how much room is taken', async () => {
    world.setClock(new Date().toISOString())
    const fileId = await (await officer()).upload('a.pdf', pdf('a'))
    const asServer = (text: string) => world.services.database.transaction().execute((tx) => sql.raw(text).execute(tx))
    await expect(asServer(`delete from files where id = '${fileId}'`)).rejects.toThrow('permission denied')
    await expect(asServer('update unit_storage set bytes = 0')).rejects.toThrow('permission denied')
    await asServer(`select expire_upload('${fileId}', gen_random_uuid(), '2126-01-01')`)
    expect(await shown(fileId)).toBe(200)
  })

  it('to its owner: to delete a file that a record has', async () => {
    const fileId = await (await officer()).upload('b.pdf', pdf('b'))
    await world.sql('update files set bound = true where id = $1', [fileId])
    await expect(world.sql('delete from files where id = $1', [fileId])).rejects.toThrow('a file stays with its record')
  })
})

describe('the room of a unit', () => {
  const [one, two] = [pdf('第一份'), pdf('第二份')]
  beforeAll(async () => {
    world = await startWorld({ roomOfUnit: one.length + two.length - 1 })
    await demoCounty(world)
  })
  afterAll(() => world.stop())
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' }

  it('is taken once by the same content; what passes it is refused, and nothing of it is kept', async () => {
    const before = (await storage()).units.length
    await (await officer()).upload('一.pdf', one)
    await (await world.as('嘉善归谷智造园·负责人')).upload('一（又）.pdf', one)
    expect((await storage()).units.find(({ name }) => name === '嘉善归谷智造园')?.bytes).toBe(one.length)
    expect((await storage()).units.length).toBe(before + 1)
    const was = await contentOf(world)
    const { status, body } = await (await officer()).send('POST', '/api/files', two, headers)
    expect([status, body.error.code]).toEqual([422, 'file.no-room'])
    expect(body.error.zh).toContain('上限')
    expect(await contentOf(world)).toBe(was)
    expect([isStored(two), await loose()]).toEqual([false, []])
  })

  it('of one unit is not another’s, and is free again once its uploads have ended', async () => {
    await (await world.as('嘉善县经信局·经办')).upload('二.pdf', two)
    later(31)
    await clean()
    expect((await storage()).units.map(({ bytes }) => bytes)).toEqual([0, 0])
    await (await officer()).upload('二.pdf', two)
    const { room, total, units } = await storage()
    expect([room, total, units[0]]).toMatchObject([one.length + two.length - 1, 2, { bytes: two.length }])
  })

  it('is told to the administrator alone', async () => {
    expect((await (await officer()).call(contract.listStorage)).status).toBe(403)
  })
})
