import { afterAll, beforeAll, expect, it } from 'vitest'
import { economyOf } from '../../database/demo/ask-enterprise.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { approvedPilot, type Park } from '../../database/demo/programme.ts'
import { inviteConfirmation, printSlip } from '../../src/features/delivery/services/confirmation-contract.ts'
import { openNeed } from '../../src/features/delivery/services/order-contract.ts'
import { activateAccount, createAccount, issueActivations } from '../../src/features/programme/accounts/contract.ts'
import { administratorName } from '../../src/features/programme/accounts/found-administrators.ts'
import { uploadFile } from '../../src/features/programme/files/contract.ts'
import { signIn } from '../../src/shared/session.ts'
import { diagnosed, invite, serviceAt } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, knock, type Reply, signedIn } from './actors.ts'
import { misshapen } from './refusal-shape.ts'

let world: World
let park: Park
let officer: Actor
let manager: Actor
let body: { pilotId: string; enterpriseId: string; kind: 'talent'; need: string }
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  officer = await signedIn(world, `${park.name}·服务专员`)
  manager = await signedIn(world, `${park.name}·负责人`)
  body = { pilotId: park.pilotId, enterpriseId: await diagnosed(world, park), kind: 'talent', need: '需要引进人才' }
})
afterAll(() => world.stop())

const open = (key: string, by = officer, more: object = {}) =>
  knock(world, openNeed, { body: { ...body, need: `需要引进人才（${key}）`, ...more } }, by, { 'idempotency-key': key })

const said = (reply: Reply): unknown => JSON.parse(reply.text)

async function count(table: string): Promise<number> {
  const [found] = await world.sql<{ n: number }>(`select count(*)::int as n from ${table}`)
  return found?.n ?? -1
}

it('the same act twenty times at once happens once, and everybody is told the same', async () => {
  const before = await count('services')
  const events = await count('audit_events')
  const replies = await Promise.all(Array.from({ length: 20 }, () => open('key-at-once')))
  const [first] = replies
  expect(first?.status, first?.text).toBe(200)
  for (const one of replies) expect([one.status, said(one)]).toEqual([200, first && said(first)])
  expect([await count('services'), await count('audit_events')]).toEqual([before + 1, events + 1])
  expect(said(await open('key-at-once'))).toEqual(first && said(first))
  expect(await count('services')).toBe(before + 1)
})

it('the same key for another act is refused and does nothing', async () => {
  const first = await open('key-of-one-act')
  expect(first.status).toBe(200)
  const before = await count('services')
  const other = await open('key-of-one-act', officer, { need: '另一项需求' })
  expect([other.status, misshapen(other)]).toEqual([422, null])
  expect(JSON.parse(other.text).error.code).toBe('common.key-reused')
  const { serviceId } = JSON.parse(first.text) as { serviceId: string }
  const elsewhere = await knock(world, inviteConfirmation, { params: { serviceId } }, officer, {
    'idempotency-key': 'key-of-one-act',
  })
  expect(elsewhere.status).toBe(422)
  expect(await count('services')).toBe(before)
})

it('another person’s key is another key', async () => {
  const [mine, theirs] = [
    await open('key-of-two-people'),
    await open('key-of-two-people', manager, { need: '负责人登记' }),
  ]
  expect([mine.status, theirs.status]).toEqual([200, 200])
  expect(theirs.text).not.toBe(mine.text)
})

it('a refused act keeps its key: corrected input may use it again', async () => {
  const refused = await open('key-of-a-refusal', officer, { need: ' ' })
  expect(refused.status).toBe(422)
  expect((await open('key-of-a-refusal')).status).toBe(200)
})

it('a key is worth nothing to who may no longer act', async () => {
  await open('key-then-signed-out')
  const again = await open('key-then-signed-out', { ...officer, cookie: '' })
  expect(again.status).toBe(401)
  const reader = await signedIn(world, '嘉善县财政局·经办')
  expect((await open('key-then-signed-out', reader)).status).toBe(403)
})

it.each(['short', 'x'.repeat(101), 'with space', '中文的编号中文的编号'.replace(/./g, 'é')])(
  'the key %j is refused, and nothing is done',
  async (key) => {
    const before = await count('services')
    const reply = await open(key)
    expect([reply.status, misshapen(reply)]).toEqual([422, null])
    expect(JSON.parse(reply.text).error.fields[0].field).toBe('idempotency-key')
    expect(await count('services')).toBe(before)
  },
)

it('two files of one name under one key are two files, or a refusal', async () => {
  const [one, other] = ['甲', '乙'].map((line) => ({
    name: '材料.pdf',
    content: makePdf({ title: '材料', lines: [line ?? ''] }),
  }))
  const send = (upload: typeof one) =>
    knock(world, uploadFile, { upload: upload ?? null }, officer, { 'idempotency-key': 'key-of-a-file' })
  const first = await send(one)
  expect(said(await send(one))).toEqual(said(first))
  expect((await send(other)).status).toBe(422)
})

it('what was said once and is kept nowhere is not kept with the key either', async () => {
  const serviceId = await serviceAt(world, park, 'delivered')
  // Whom it is for is registered with the first link that is sent.
  await invite(world, park, serviceId)
  const county = await signedIn(world, await economyOf(world, park))
  const slip = () => knock(world, printSlip, { params: { serviceId } }, county, { 'idempotency-key': 'key-of-a-link' })
  const [first, second] = [await slip(), await slip()]
  const tokens = [first, second].map((one) => (JSON.parse(one.text) as { path: string }).path.replace('/c/', ''))
  expect(tokens[0]).not.toBe(tokens[1])
  for (const token of tokens) expect(await placesOf(token)).toEqual([])
})

it('no password, no session and no link can be read from the database', async () => {
  const secrets = [officer.cookie.replace('yqt_session=', ''), 'yqt_session', 'Geheim-Wort-9']
  const admin = await signedIn(world, administratorName)
  const account = { unitId: park.parkId, name: '新的专员', post: 'service-officer' }
  const made = await knock(world, createAccount, { body: account }, admin, { 'idempotency-key': 'key-of-an-account' })
  expect(made.status).toBe(200)
  const { accountId } = JSON.parse(made.text) as { accountId: string }
  const issued = await knock(world, issueActivations, { body: { accountIds: [accountId] } }, admin, {
    'idempotency-key': 'key-of-a-slip',
  })
  const [slip] = (JSON.parse(issued.text) as { slips: { path: string }[] }).slips
  const token = slip?.path.split('/').at(-1) ?? ''
  secrets.push(token)
  const chosen = await knock(
    world,
    activateAccount,
    { params: { token }, body: { password: 'Geheim-Wort-9' } },
    officer,
    {
      'idempotency-key': 'key-of-a-choice',
    },
  )
  expect(chosen.status).toBe(200)
  await knock(world, signIn, { body: { name: '新的专员', password: 'Geheim-Wort-9' } }, officer, {
    'idempotency-key': 'key-of-a-sign-in',
  })
  await knock(world, signIn, { body: { name: '新的专员', password: 'Geheim-Wort-9 ' } }, officer)
  for (const secret of secrets) expect(await placesOf(secret), secret).toEqual([])
  const plain = await world.sql(`select name from accounts where password_hash not like '$argon2id$%'`)
  expect(plain).toEqual([])
})

/** The tables in which this text stands anywhere. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [hit] = await world.sql<{ hit: boolean }>(`select bool_or(strpos(t::text, $1) > 0) as hit from ${name} t`, [
      text,
    ])
    if (hit?.hit) found.push(name)
  }
  return found
}
