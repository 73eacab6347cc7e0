import { afterAll, beforeAll, expect, it } from 'vitest'
import { economyOf } from '../../../../database/demo/ask-enterprise.ts'
import { approvedPilot, type County, openAccount, type Park } from '../../../../database/demo/programme.ts'
import { enterprisesOf, officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let park: Park
let economy: string
let params: { enterpriseId: string }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
  economy = await economyOf(world, park)
  params = { enterpriseId: (await enterprisesOf(world, park))[0]?.enterpriseId ?? '' }
})
afterAll(() => world.stop())

const first = { name: '企业联系人', phone: '+86 199-0000-0001', channel: 'sms' as const }
const set = async (by: string, body: typeof first & { reason?: string }) =>
  (await world.as(by)).call(contract.setContact, { params, body })
const shown = async (by: string) => (await world.as(by)).done(contract.showContact, { params })

it('is registered by the county, and neither by the park nor by another county', async () => {
  expect((await set(officerOf(park), first)).status).toBe(403)
  const foreign = await economyOf(world, county.foreign)
  expect((await set(foreign, first)).status).toBe(404)
  expect((await set(economy, first)).body).toEqual({ no: 1 })
  expect((await shown(economy)).contact).toMatchObject({ phone: '199********', setBy: economy })
  const seen = await shown(officerOf(park))
  expect([seen.contact?.phone, seen.actions[0]?.allowed]).toEqual(['199********', false])
  const trail = await world.sql<{ after: string }>(`select after::text from audit_events where kind = 'contact.set'`)
  expect(trail[0]?.after).not.toContain('19900000001')
})

it('is refused with everything that is wrong at once', async () => {
  const { body } = await set(economy, { name: ' ', phone: '0573-84000000', channel: 'sms' })
  expect(body.error.fields.map(({ field }) => field).sort()).toEqual(['name', 'phone', 'reason'])
  const same = await set(economy, { ...first, reason: '重新登记一次' })
  expect(same.body.error.code).toBe('contacts.nothing-changed')
})

it('is changed with a reason, by the enterprise too, and what stood before stays to be seen', async () => {
  const [unit] = await world.sql<{ id: string }>('select unit_id as id from pilot_enterprises where id = $1', [
    params.enterpriseId,
  ])
  await openAccount(world, unit?.id ?? '', 'enterprise-contact', '试点企业·联系人')
  const next = { ...first, phone: '19900000002' }
  expect((await set('试点企业·联系人', next)).body.error.code).toBe('contacts.change-without-reason')
  expect((await set('试点企业·联系人', { ...next, reason: '手机号码已更换' })).body).toEqual({ no: 2 })
  const { contact, former } = await shown('试点企业·联系人')
  expect([contact?.phone, contact?.reason, former.map(({ phone }) => phone)]).toEqual([
    '19900000002',
    '手机号码已更换',
    ['19900000001'],
  ])
})

it('is not a park’s to write, at the database itself, and never altered', async () => {
  const insert = `insert into enterprise_contacts (id, unit_id, no, name, phone, channel, reason, set_by, set_at, scope)
    select gen_random_uuid(), unit_id, 9, '某人', '19900000009', 'sms', 'x', (select id from accounts where name = $1), set_at, scope
      from enterprise_contacts limit 1`
  await expect(world.sql(insert, [officerOf(park)])).rejects.toMatchObject({ code: '23001' })
  await expect(world.sql(`update enterprise_contacts set phone = '19900000009'`)).rejects.toMatchObject({
    code: '23001',
  })
})
