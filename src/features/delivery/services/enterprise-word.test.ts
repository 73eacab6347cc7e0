import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { economyOf, registeredContact, tokenOn } from '../../../../database/demo/ask-enterprise.ts'
import { newClient } from '../../../../database/demo/client.ts'
import { demoPassword as demoWord } from '../../../../database/demo/password.ts'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { invite, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contacts from '../contacts/contract.ts'
import { listFindings } from '../evidence/contract.ts'
import * as contract from './confirmation-contract.ts'
import * as services from './contract.ts'

let world: World
let park: Park
let economy: string
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).first
  economy = await economyOf(world, park)
})
afterAll(() => world.stop())

const good = { verdict: 'confirm' as const, rating: 5, signer: '陈确认' }
const officer = () => world.as(officerOf(park))
const enterpriseOf = async (serviceId: string) =>
  (await (await officer()).done(services.showService, { params: { serviceId } })).enterprise.enterpriseId
const findingsOn = async (serviceId: string, by = officerOf(park)) => {
  const { findings } = await (await world.as(by)).done(services.showService, { params: { serviceId } })
  return findings.map(({ kind }) => kind)
}
const counted = async () => {
  const [row] = await world.sql<{ n: number }>('select coalesce(sum(n), 0)::int as n from finding_counts')
  return row?.n
}

describe('a link for the enterprise (G3.4)', () => {
  it('is told to nobody but its registered contact: the park learns only that it went', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const phone = await registeredContact(world, park, await enterpriseOf(serviceId))
    const answer = await (await officer()).call(contract.inviteConfirmation, { params: { serviceId } })
    expect(answer.body).toEqual({
      channel: 'sms',
      name: '企业联系人',
      phone: '199********',
      simulated: true,
      expiresAt: '2026-04-15T01:00:00.000Z',
    })
    const token = tokenOn(world, phone)
    expect((await world.stranger().done(contract.showLink, { params: { token } })).state).toBe('open')
    // Nor does it stand anywhere that the server's own role can read.
    const kept = await world.sql<{ all: string }>(
      `select (select coalesce(string_agg(e::text, ''), '') from audit_events e)
           || (select coalesce(string_agg(l::text, ''), '') from confirmation_links l)
           || (select coalesce(string_agg(k::text, ''), '') from idempotency_keys k) as all`,
    )
    expect(kept[0]?.all).not.toContain(token)
    const { history } = await (await officer()).done(services.showService, { params: { serviceId } })
    expect(history.at(-1)?.kind).toBe('service.confirmation-invited')
  })

  it('is not sent where no contact is registered, and at most five times a day', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { enterprise: 3 })
    const client = await officer()
    const early = await client.call(contract.inviteConfirmation, { params: { serviceId } })
    expect(early.body.error).toMatchObject({ code: 'services.no-contact', clause: 'G3.4' })
    expect(early.body.error.zh).toContain('园区不能代填')
    for (let n = 0; n < 5; n++) await invite(world, park, serviceId)
    const often = await client.call(contract.inviteConfirmation, { params: { serviceId } })
    expect(often.body.error.code).toBe('services.link-too-often')
    world.setClock('2026-04-02T09:01:00+08:00')
    await invite(world, park, serviceId)
    world.setClock('2026-04-01T09:00:00+08:00')
  })
})

describe('an answer', () => {
  it('says from where it came, and raises no doubt when it is the enterprise’s own', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    const headers = { 'user-agent': 'Phone of the enterprise' }
    await world.stranger().send('POST', `/api/confirmation/${token}`, good, headers)
    const rows = await world.sql('select address, agent from confirmations where service_id = $1', [serviceId])
    expect(rows).toEqual([{ address: '203.0.113.7', agent: 'Phone of the enterprise' }])
    expect(await findingsOn(serviceId)).toEqual([])
  })

  it('from a device that the park signs in from stands as a finding, for park and county alike', async () => {
    const before = await counted()
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    const browser = newClient(world.http, '198.51.100.9')
    await browser.send('POST', '/api/session', { name: officerOf(park), password: demoWord })
    await browser.send('DELETE', '/api/session')
    expect((await browser.call(contract.answerLink, { params: { token }, body: good })).status).toBe(200)
    expect(await findingsOn(serviceId)).toEqual(['own-device'])
    expect(await findingsOn(serviceId, economy)).toEqual(['own-device'])
    expect(await counted()).toBe((before ?? 0) + 1)
    const search = { kind: 'own-device' as const, raisedBy: park.pilotId }
    const { findings, total } = await (await world.as(economy)).done(listFindings, { search })
    expect(total).toBe(1)
    expect(findings[0]?.answer).toMatchObject({ serviceId, by: '陈确认', address: '198.51.*.*' })
    expect(findings[0]?.item).toBeNull()
  })

  it('from the address of the park alone is a weaker one, of thirty days', async () => {
    const office = (
      await world.sql<{ network: string }>(
        'select network from known_devices d join accounts a on a.id = d.account_id where a.name = $1 limit 1',
        [officerOf(park)],
      )
    )[0]?.network
    const answer = async () => {
      const serviceId = await serviceAt(world, park, 'delivered')
      const token = await invite(world, park, serviceId)
      await newClient(world.http, office).done(contract.answerLink, { params: { token }, body: good })
      return findingsOn(serviceId)
    }
    expect(await answer()).toEqual(['own-address'])
    await world.sql(`update known_devices set seen_at = seen_at - interval '40 days'`)
    expect(await answer()).toEqual([])
  })

  it('by a contact that was changed in the week before says so', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { enterprise: 1 })
    const enterpriseId = await enterpriseOf(serviceId)
    await registeredContact(world, park, enterpriseId)
    const body = { name: '新联系人', phone: '19912345678', channel: 'dingtalk' as const, reason: '原联系人已离职' }
    await (await world.as(economy)).done(contacts.setContact, { params: { enterpriseId }, body })
    const token = await invite(world, park, serviceId)
    await world.stranger().done(contract.answerLink, { params: { token }, body: good })
    expect(await findingsOn(serviceId)).toEqual(['new-contact'])
  })

  it('is not taken from a link that went to a former contact', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { enterprise: 4 })
    const enterpriseId = await enterpriseOf(serviceId)
    await registeredContact(world, park, enterpriseId)
    const token = await invite(world, park, serviceId)
    const body = { name: '新联系人', phone: '19912345679', channel: 'sms' as const, reason: '原联系人已离职' }
    await (await world.as(economy)).done(contacts.setContact, { params: { enterpriseId }, body })
    const params = { token }
    expect((await world.stranger().done(contract.showLink, { params })).state).toBe('former')
    const late = await world.stranger().call(contract.answerLink, { params, body: good })
    expect(late.body.error).toMatchObject({ code: 'services.link-of-former-contact', clause: 'G3.4' })
    const again = { token: await invite(world, park, serviceId) }
    expect((await world.stranger().call(contract.answerLink, { params: again, body: good })).status).toBe(200)
  })
})

describe('a slip', () => {
  it('is printed by the county alone, and answers with the end of the registered number', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { enterprise: 2 })
    const params = { serviceId }
    const before = abilityIn((await (await world.as(economy)).done(services.showService, { params })).actions, 'slip')
    const unasked = (await (await world.as(economy)).call(contract.printSlip, { params })).body.error
    expect([before.allowed, before.because?.zh, unasked?.code]).toEqual([false, unasked?.zh, 'services.no-contact'])
    const phone = await registeredContact(world, park, await enterpriseOf(serviceId))
    expect((await (await officer()).call(contract.printSlip, { params })).status).toBe(403)
    const toPark = await (await officer()).done(services.showService, { params })
    expect(abilityIn(toPark.actions, 'slip')).toMatchObject({ allowed: false, because: { zh: expect.any(String) } })
    const shown = await (await world.as(economy)).done(services.showService, { params })
    expect(abilityIn(shown.actions, 'slip').allowed).toBe(true)
    const slip = await (await world.as(economy)).done(contract.printSlip, { params })
    expect(slip).toMatchObject({ issuer: '嘉善县经信局', tries: 5 })
    const token = { token: slip.path.replace('/c/', '') }
    const opened = await world.stranger().done(contract.showLink, { params: token })
    expect([opened.state, opened.service?.asksCode]).toEqual(['open', true])
    const answer = (code: string) =>
      world.stranger().call(contract.answerLink, { params: token, body: { ...good, code } })
    expect((await answer('')).body.error.code).toBe('services.slip-code-missing')
    const wrong = (await answer('0000')).body.error
    expect([wrong.code, wrong.zh]).toEqual(['services.slip-code-wrong', expect.stringContaining('还可以填写 4 次')])
    // As a Chinese keyboard types them: wide, and parted by a space.
    const wide = phone.slice(-4).replace(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10))
    expect((await answer(`${wide.slice(0, 2)} ${wide.slice(2)}`)).status).toBe(200)
  })

  it('is void after five wrong ends', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const phone = await registeredContact(world, park, await enterpriseOf(serviceId))
    const { path } = await (await world.as(economy)).done(contract.printSlip, { params: { serviceId } })
    const params = { token: path.replace('/c/', '') }
    const answer = (code: string) => world.stranger().call(contract.answerLink, { params, body: { ...good, code } })
    await Promise.all(Array.from({ length: 8 }, () => answer('x')))
    const late = await answer(phone.slice(-4))
    expect(late.body.error.code).toBe('services.slip-void')
    const [row] = await world.sql('select wrong_codes as n from confirmation_links where service_id = $1', [serviceId])
    expect(row?.n).toBe(5)
  })
})
