import { afterAll, beforeAll, expect, it } from 'vitest'
import { economyOf } from '../../../../database/demo/ask-enterprise.ts'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { enterprisesOf, officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { Unmaskable } from '../../../policy/people/unmasking.ts'
import * as contacts from '../../delivery/contacts/contract.ts'
import * as tranches from '../../money/funds/tranche-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let park: Park
let economy: string
const ids = { contact: '', account: '' }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
  economy = await economyOf(world, park)
  const params = { enterpriseId: (await enterprisesOf(world, park))[0]?.enterpriseId ?? '' }
  const body = { name: '企业联系人', phone: '19900000001', channel: 'sms' as const }
  await (await world.as(economy)).done(contacts.setContact, { params, body })
  const { contact } = await (await world.as(economy)).done(contacts.showContact, { params })
  ids.contact = contact?.contactId ?? ''
  const account = { holder: park.name, bank: '农业银行', number: '19330101040012345' }
  const manager = await world.as(`${park.name}·负责人`)
  await manager.done(tranches.setPayeeAccount, { params: { pilotId: park.pilotId }, body: account })
  const [row] = await world.sql<{ id: string }>('select id from payee_accounts where pilot_id = $1', [park.pilotId])
  ids.account = row?.id ?? ''
})
afterAll(() => world.stop())

const reason = '电话核对确认结果'
const ask = async (by: string, of: Unmaskable, id: string, why = reason) =>
  (await world.as(by)).call(contract.unmask, { body: { of, id, reason: why } })
const events = () =>
  world.sql<{ kind: string; subject: string; post: string; after: object }>(
    `select kind, subject, post, after from audit_events where kind = 'personal.unmasked' order by at, id`,
  )

it('shows one value whole, and records who saw which one why, and not the value', async () => {
  expect((await ask(economy, 'contact-phone', ids.contact)).body).toEqual({ value: '19900000001' })
  const before = await events()
  expect(before.at(-1)).toMatchObject({
    subject: ids.contact,
    post: 'economy-officer',
    after: { of: 'contact-phone', reason },
  })
  expect((await ask('嘉善县财政局·经办', 'payee-number', ids.account)).body).toEqual({ value: '19330101040012345' })
  expect((await events()).length).toBe(before.length + 1)
  expect(JSON.stringify(await events())).not.toMatch(/19900000001|19330101040012345/)
})

it('leaves the trail without the numbers that an act has kept', async () => {
  const trail = await world.sql<{ kind: string }>(
    `select kind from audit_events where coalesce(before::text, '') || coalesce(after::text, '') ~ '19900000001|19330101040012345'`,
  )
  expect(trail).toEqual([])
})

it('keeps the value in no reply that a repeated key is answered with', async () => {
  const kept = await world.sql(`select 1 from idempotency_keys where reply::text ~ '19900000001|19330101040012345'`)
  expect(kept).toEqual([])
})

it('asks a reason that says something, and shows and records nothing without one', async () => {
  const before = await events()
  for (const why of ['', ' ', '1', '。。。']) {
    const { status, body } = await ask(economy, 'contact-phone', ids.contact, why)
    expect([status, body.error.fields.map(({ field }) => field)]).toEqual([422, ['reason']])
    expect(JSON.stringify(body)).not.toContain('19900000001')
  }
  expect(await events()).toEqual(before)
})

it('is refused to the park, to other bureaus of the same place and to another county', async () => {
  const before = await events()
  for (const by of [officerOf(park), `${park.name}·负责人`])
    expect((await ask(by, 'contact-phone', ids.contact)).status).toBe(403)
  const other = await ask('嘉善县财政局·经办', 'contact-phone', ids.contact)
  expect(other.body.error).toMatchObject({ code: 'personal.not-yours' })
  expect((await ask(economy, 'payee-number', ids.account)).body.error.code).toBe('personal.not-yours')
  const foreign = await economyOf(world, county.foreign)
  expect((await ask(foreign, 'contact-phone', ids.contact)).status).toBe(404)
  expect((await ask(economy, 'contact-phone', ids.account)).status).toBe(404)
  expect(await events()).toEqual(before)
})
