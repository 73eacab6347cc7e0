import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { openOf } from '../../../../database/demo/course.ts'
import { approvedPilot, type County, openAccount, type Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { liaisonRows, recordList, saveOfficers } from '../../../../tests/support/liaison.ts'
import { diagnosed, invite, officerOf, photo, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './confirmation-contract.ts'
import * as services from './contract.ts'
import * as visits from './visit-contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
})
afterAll(() => world.stop())

const good = { verdict: 'confirm' as const, rating: 5, signer: '陈确认', comment: '很满意' }
type SignedWord = z.input<typeof contract.answerLink.body>
/** An account has a name already. */
const { signer: _, ...word } = good
const answer = (token: string, body: SignedWord = good) =>
  world.stranger().call(contract.answerLink, { params: { token }, body })
const stateOf = async (serviceId: string) =>
  (await (await world.as(officerOf(park))).done(services.showService, { params: { serviceId } })).state

describe('the link (G3.4)', () => {
  it('shows who served whom with what and when, with photos, to nobody in particular', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { complete: true })
    const token = await invite(world, park, serviceId)
    expect(token).toMatch(/^[\w-]{43}$/)
    const phone = world.stranger()
    const { state, service } = await phone.done(contract.showLink, { params: { token } })
    expect(state).toBe('open')
    expect(service).toMatchObject({ parkName: park.name, title: '体系认证证书' })
    expect(service?.agencyName).toBeTruthy()
    expect(service?.photos).toHaveLength(2)
    const evidenceId = service?.photos[0]?.evidenceId ?? ''
    const shown = await phone.get(`/api/confirmation/${token}/photos/${evidenceId}`)
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/webp'])
    const other = await serviceAt(world, park, 'delivered', { complete: true })
    const { evidence } = await (await world.as(officerOf(park))).done(services.showService, {
      params: { serviceId: other },
    })
    const foreign = evidence.find((one) => one.proof === 'photo')?.evidenceId ?? ''
    expect((await phone.get(`/api/confirmation/${token}/photos/${foreign}`)).status).toBe(404)
    const stored = await world.sql<{ hash: string }>('select token_hash as hash from confirmation_links')
    expect(stored.some((row) => row.hash.includes(token))).toBe(false)
  })

  it('names the office telephone of the park, once its liaison list is recorded, and never a mobile number', async () => {
    const token = await invite(world, park, await serviceAt(world, park, 'delivered'))
    const linked = async () => (await world.stranger().done(contract.showLink, { params: { token } })).service
    expect((await linked())?.parkPhone).toBeNull()
    const economy = await world.as('嘉善县经信局·经办')
    const filingId = await openOf(economy, { batchId: county.batchId, parkId: county.countyId }, 'liaison-list')
    await saveOfficers(world, filingId, liaisonRows('嘉善县', [park.name, county.second.name]))
    await recordList(world, filingId, 1)
    expect((await linked())?.parkPhone).toBe('0573-84000005')
    expect(JSON.stringify(await linked())).not.toContain('13900000005')
  })

  it('confirms once; afterwards it says that it was used, and shows nothing', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    expect((await answer(token)).body).toEqual({ verdict: 'confirmed' })
    expect(await stateOf(serviceId)).toBe('confirmed')
    const again = await answer(token)
    expect([again.status, again.body.error.code, again.body.error.clause]).toEqual([422, 'services.link-used', 'G3.4'])
    const page = await world.stranger().done(contract.showLink, { params: { token } })
    expect(page).toEqual({ state: 'used', service: null })
    const { history } = await (await world.as(officerOf(park))).done(services.showService, { params: { serviceId } })
    expect(history.at(-1)).toMatchObject({ kind: 'service.confirmed', by: null })
  })

  it('expires after fourteen days', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    world.setClock('2026-04-15T09:00:00+08:00')
    expect((await world.stranger().done(contract.showLink, { params: { token } })).state).toBe('expired')
    expect((await answer(token)).body.error.code).toBe('services.link-expired')
    expect(await stateOf(serviceId)).toBe('delivered')
  })

  it('is worthless once a newer one was made', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const former = await invite(world, park, serviceId)
    const newer = await invite(world, park, serviceId)
    world.setClock(new Date(world.now.getTime() + 60_000).toISOString())
    expect((await world.stranger().done(contract.showLink, { params: { token: former } })).state).toBe('replaced')
    expect((await answer(former)).body.error.code).toBe('services.link-replaced')
    expect((await answer(newer)).status).toBe(200)
  })

  it('is nothing when nobody was given it', async () => {
    const token = 'A'.repeat(43)
    expect(await world.stranger().done(contract.showLink, { params: { token } })).toEqual({
      state: 'unknown',
      service: null,
    })
    expect((await answer(token)).status).toBe(404)
    expect((await world.stranger().get(`/api/confirmation/${token}/photos/${park.pilotId}`)).status).toBe(404)
  })

  it('refuses a rating out of range and a dispute without a reason; neither uses it up', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    for (const rating of [0, 6, 4.5, -1, 1e300]) expect((await answer(token, { ...good, rating })).status).toBe(422)
    expect((await answer(token, { verdict: 'dispute', signer: '陈确认', comment: ' ' })).body.error.code).toBe(
      'services.dispute-without-reason',
    )
    expect((await answer(token, { verdict: 'dispute', signer: '陈确认', comment: '没有来过' })).body).toEqual({
      verdict: 'disputed',
    })
    expect(await stateOf(serviceId)).toBe('disputed')
  })

  it('is not for the park itself, nor before a delivery', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    const self = await (await world.as(officerOf(park))).call(contract.answerLink, { params: { token }, body: good })
    expect(self.body.error).toMatchObject({ code: 'services.link-answers-itself', clause: 'G3.4' })
    const early = await serviceAt(world, park, 'under-way')
    const client = await world.as(officerOf(park))
    const refused = await client.call(contract.inviteConfirmation, { params: { serviceId: early } })
    expect(refused.body.error.code).toBe('common.not-in-state')
    const foreign = await world.as(officerOf(county.foreign))
    expect((await foreign.call(contract.inviteConfirmation, { params: { serviceId } })).status).toBe(404)
  })

  it('counts one of a hundred confirmations sent at once', async () => {
    const serviceId = await serviceAt(world, park, 'delivered')
    const token = await invite(world, park, serviceId)
    const answers = await Promise.all(Array.from({ length: 100 }, () => answer(token)))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(new Set(answers.filter((one) => one.status !== 200).map((one) => one.body.error.code))).toEqual(
      new Set(['services.link-used']),
    )
    const [row] = await world.sql<{ n: number }>('select count(*)::int as n from confirmations where service_id = $1', [
      serviceId,
    ])
    expect(row?.n).toBe(1)
  })
})

describe('the enterprise by its own account', () => {
  it('sees its own services alone, and confirms or disputes them', async () => {
    const serviceId = await serviceAt(world, park, 'delivered', { enterprise: 0 })
    const other = await serviceAt(world, park, 'delivered', { enterprise: 1 })
    const enterpriseId = await diagnosed(world, park, 0)
    const [unit] = await world.sql<{ id: string }>('select unit_id as id from pilot_enterprises where id = $1', [
      enterpriseId,
    ])
    await openAccount(world, unit?.id ?? '', 'enterprise-contact', '试点企业·联系人')
    const client = await world.as('试点企业·联系人')
    const { services: rows, total } = await client.done(services.listServices)
    expect(new Set(rows.map((row) => row.enterpriseId))).toEqual(new Set([enterpriseId]))
    expect(total).toBe(rows.length)
    expect((await client.call(contract.answerDelivery, { params: { serviceId: other }, body: word })).status).toBe(404)
    const seen = await client.done(services.showService, { params: { serviceId } })
    expect(abilityIn(seen.actions, 'confirm').allowed).toBe(true)
    expect(abilityIn(seen.actions, 'cancel').allowed).toBe(false)
    const token = await invite(world, park, serviceId)
    expect((await client.done(contract.answerDelivery, { params: { serviceId }, body: word })).state).toBe('confirmed')
    expect((await answer(token)).status).toBe(422)
    expect((await client.call(contract.answerDelivery, { params: { serviceId }, body: word })).body.error.code).toBe(
      'common.not-in-state',
    )
    for (const name of [officerOf(park), '嘉善县经信局·经办']) {
      const call = await (await world.as(name)).call(contract.answerDelivery, { params: { serviceId }, body: word })
      expect(call.status).toBe(403)
    }
    const visit = { visitedOn: '2026-04-15', place: '', way: 'phone' as const, content: '自己登记' }
    expect((await client.call(visits.recordVisit, { params: { serviceId }, body: visit })).status).toBe(403)
    await photo(world, '试点企业·联系人')
  })
})
