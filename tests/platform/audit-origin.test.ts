import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeOf } from '../../database/demo/client.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import { administratorName } from '../../src/features/programme/accounts/found-administrators.ts'
import * as files from '../../src/features/programme/files/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import * as session from '../../src/shared/session.ts'
import { actsOf } from '../support/sealing.ts'
import { startWorld, type World } from '../support/world.ts'

type Found = {
  kind: string
  name: string | null
  address: string | null
  request: string | null
  clause: string | null
  subject: string | null
  after: Record<string, unknown> | null
}

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
})
afterAll(() => world.stop())

const trail = (kind: string) =>
  world.sql<Found>(
    `select e.kind, a.name, e.address, e.request, e.clause, e.subject, e.after from audit_events e
      left join accounts a on a.id = e.account_id where e.kind = $1 order by e.at, e.id`,
    [kind],
  )
const guessed = '省经信厅·处室'
const clerkName = '嘉善县财政局·经办'

describe('an event says from which address', () => {
  it('somebody acted or signed in, and by which request; of the log too', async () => {
    await actsOf(world, 1)
    const registered = (await trail('unit.registered')).at(-1)
    expect(registered).toMatchObject({ name: administratorName, address: officeOf(administratorName) })
    expect(registered?.request).toMatch(/^[0-9a-f-]{32,36}$/)
    const signedIn = await trail('session.opened')
    expect(signedIn.at(-1)).toMatchObject({ address: officeOf(administratorName) })
  })

  it('a name was guessed at until it was locked', async () => {
    const stranger = world.stranger()
    for (let n = 0; n < 5; n++)
      await stranger.call(session.signIn, { body: { name: guessed, password: `Wrong-2026-${n}` } })
    expect(await trail('session.locked')).toMatchObject([{ name: null, address: '203.0.113.7' }])
  })
})

describe('a refusal', () => {
  it('is recorded with who, what and by which code, of what a post may not do', async () => {
    const clerk = await world.as(clerkName)
    const [unit] = await world.sql<{ id: string }>(`select id from units where kind = 'county' limit 1`)
    const body = { kind: 'park', parentId: unit?.id ?? '', name: '不该有的园区' } as const
    expect(
      (await clerk.call(accounts.closeAccount, { params: { accountId: unit?.id ?? '' }, body: { closed: true } }))
        .status,
    ).toBe(403)
    expect((await clerk.call(units.registerUnit, { body })).status).toBe(403)
    const found = await trail('act.refused')
    expect(found).toMatchObject([
      {
        name: clerkName,
        address: officeOf(clerkName),
        subject: unit?.id,
        after: { act: 'PUT /api/accounts/:accountId/closed', codes: ['common.not-permitted'] },
      },
      { subject: null, after: { act: 'POST /api/units' } },
    ])
    expect(JSON.stringify(found)).not.toContain('不该有的园区')
  })

  it('by a rule names its code, and is recorded so many times an hour of one account', async () => {
    const admin = await world.administrator()
    const [park] = await world.sql<{ name: string; parent: string }>(
      `select name, parent_id as parent from units where kind = 'park' limit 1`,
    )
    const again = { kind: 'park', parentId: park?.parent ?? '', name: park?.name ?? '' } as const
    const first = (await admin.call(units.registerUnit, { body: again })).body.error
    const ruled = await trail('act.refused')
    expect(ruled.at(-1)).toMatchObject({ name: administratorName, after: { codes: [first.code] } })
    for (let n = 0; n < 70; n++) await admin.call(units.registerUnit, { body: again })
    const count = async () => (await trail('act.refused')).filter(({ name }) => name === administratorName).length
    expect(await count()).toBe(60)
    world.setClock(new Date(world.now.getTime() + 3_600_000).toISOString())
    await admin.call(units.registerUnit, { body: again })
    expect(await count()).toBe(61)
  })

  it('of a stranger, and what is merely filled in wrong, leaves nothing', async () => {
    const before = (await trail('act.refused')).length
    await world.stranger().call(units.registerUnit, { body: { kind: 'park', parentId: 'x', name: '' } })
    await (await world.administrator()).call(units.registerUnit, { body: { kind: 'park', parentId: 'x', name: '' } })
    expect((await trail('act.refused')).length).toBe(before)
  })
})

it('a file that is handed out is recorded, a small picture is not', async () => {
  const admin = await world.as(clerkName)
  const fileId = await admin.upload('清单.csv', Buffer.from('名称,数量\n甲,1\n'))
  expect((await admin.call(files.downloadFile, { params: { fileId } })).status).toBe(200)
  expect((await admin.call(files.previewFile, { params: { fileId } })).status).toBe(404)
  expect(await trail('file.downloaded')).toMatchObject([
    {
      name: clerkName,
      subject: fileId,
      address: officeOf(clerkName),
      after: { file: '清单.csv', from: 'GET /api/files/:fileId/content' },
    },
  ])
})
