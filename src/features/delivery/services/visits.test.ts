import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { invite, officerOf, paper, photo, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as confirmations from './confirmation-contract.ts'
import * as services from './contract.ts'
import * as orders from './order-contract.ts'
import * as contract from './visit-contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
})
afterAll(() => world.stop())

const officer = () => world.as(officerOf(park))
const visit = {
  visitedOn: '2026-04-01',
  place: '车间',
  way: 'on-site' as const,
  content: '现场辅导',
  photos: [] as string[],
}

describe('a visit (G3.2, G3.4)', () => {
  it('is refused before the contract, without words, outside the period, in the future, before the contract day', async () => {
    const early = await serviceAt(world, park, 'selected')
    const call = async (serviceId: string, patch: Partial<typeof visit>) =>
      (await (await officer()).call(contract.recordVisit, { params: { serviceId }, body: { ...visit, ...patch } })).body
        .error
    expect(await call(early, {})).toMatchObject({ code: 'common.not-in-state', clause: 'G3.4' })
    const serviceId = await serviceAt(world, park, 'contracted')
    expect((await call(serviceId, { content: ' ' })).code).toBe('services.visit-without-content')
    const outside = await call(serviceId, { visitedOn: '2025-12-31' })
    expect(outside).toMatchObject({ code: 'services.outside-period', clause: 'G3.2' })
    expect(outside.fields[0]?.field).toBe('visitedOn')
    expect((await call(serviceId, { visitedOn: '2026-04-02' })).code).toBe('common.day-in-future')
    expect((await call(serviceId, { visitedOn: '2026-03-31' })).code).toBe('services.before-step-before')
    expect((await call(serviceId, { visitedOn: '三月一日' })).code).toBe('common.bad-day')
  })

  it('is recorded once: the same words of the same day are the same visit (G3.4)', async () => {
    const serviceId = await serviceAt(world, park, 'contracted')
    const record = async (patch: Partial<typeof visit>) =>
      (await officer()).call(contract.recordVisit, { params: { serviceId }, body: { ...visit, ...patch } })
    expect((await record({})).status).toBe(200)
    expect((await record({ content: `${visit.content} ` })).body.error).toMatchObject({
      code: 'common.recorded-before',
      clause: 'G3.4',
      fields: [{ field: 'content' }],
    })
    expect((await record({ content: `${visit.content}，下午` })).status).toBe(200)
  })

  it('keeps its photos with hash, time and place of capture', async () => {
    const serviceId = await serviceAt(world, park, 'contracted')
    const photos = [await photo(world, officerOf(park))]
    const done = await (await officer()).done(contract.recordVisit, {
      params: { serviceId },
      body: { ...visit, photos },
    })
    expect(done.state).toBe('under-way')
    const { evidence, visits } = await (await officer()).done(services.showService, { params: { serviceId } })
    const shot = evidence.find((one) => one.proof === 'photo')
    expect(shot?.visitId).toBe(visits[0]?.visitId)
    expect(shot?.file.capturedAt).toBe(world.now.toISOString())
    expect(shot?.file.place?.latitude).toBeCloseTo(30.84, 3)
    expect(shot?.file.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes no paper for a photo, no script for a picture and no file of another park', async () => {
    const serviceId = await serviceAt(world, park, 'contracted')
    const client = await officer()
    const asPhoto = (photos: string[]) =>
      client.call(contract.recordVisit, { params: { serviceId }, body: { ...visit, photos } })
    const pdf = await asPhoto([await paper(world, officerOf(park), '不是照片')])
    expect(pdf.body.error).toMatchObject({ code: 'services.photo-is-no-photo', fields: [{ field: 'photos.0' }] })
    const script = await client.send('POST', '/api/files', Buffer.from('<script>alert(1)</script>'), {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('照片.jpg'),
    })
    expect(script.status).toBe(422)
    const foreign = await asPhoto([await photo(world, officerOf(county.foreign))])
    expect(foreign.body.error.fields[0]?.field).toBe('photos.0')
    const one = await photo(world, officerOf(park))
    expect((await asPhoto([one, one])).body.error.fields[0]?.field).toBe('photos.1')
    const { visits } = await client.done(services.showService, { params: { serviceId } })
    expect(visits).toEqual([])
  })
})

describe('a delivery (G3.4)', () => {
  it('is refused before the last visit, without a title, and with papers of another kind of service', async () => {
    world.setClock('2026-04-03')
    const serviceId = await serviceAt(world, park, 'under-way')
    const client = await officer()
    const body = { title: '认证证书', deliveredOn: '2026-04-03' }
    const call = async (patch: object) =>
      (await client.call(contract.deliver, { params: { serviceId }, body: { ...body, ...patch } })).body.error
    expect((await call({ deliveredOn: '2026-04-02' })).code).toBe('services.before-step-before')
    expect(await call({ title: '' })).toMatchObject({
      code: 'services.delivery-without-summary',
      fields: [{ field: 'title' }],
    })
    const fileId = await paper(world, officerOf(park), '借款合同')
    expect(await call({ files: [{ proof: 'loan-contract', fileId }] })).toMatchObject({
      code: 'services.proof-of-other-kind',
      clause: 'GA1',
      fields: [{ field: 'files.0.proof' }],
    })
    expect((await call({ files: [{ proof: 'invoice', fileId }] })).code).toBe('services.made-in-the-product')
    await client.done(contract.deliver, { params: { serviceId }, body })
    expect(await call({})).toMatchObject({ code: 'common.not-in-state' })
  })

  it('can be made anew after a dispute, and both stay on record', async () => {
    const serviceId = await serviceAt(world, park, 'disputed')
    // What is answered in one moment has no order.
    world.setClock(new Date(world.now.getTime() + 60_000).toISOString())
    const client = await officer()
    const body = { title: '补正后的证书', deliveredOn: '2026-04-03' }
    expect((await client.call(contract.deliver, { params: { serviceId }, body })).status).toBe(422)
    expect((await client.done(contract.resumeService, { params: { serviceId } })).state).toBe('under-way')
    expect((await client.call(contract.resumeService, { params: { serviceId } })).status).toBe(422)
    const resumed = await client.done(services.showService, { params: { serviceId } })
    expect(resumed.deliveries.map((one) => [one.superseded, one.deliveredAnew])).toEqual([[true, false]])
    const bare = await client.call(contract.deliver, { params: { serviceId }, body: { ...body, title: '' } })
    expect(bare.body.error.fields.map(({ field }) => field)).toEqual(['title', 'remedy'])
    const again = { ...body, remedy: '已按约定补充第三章' }
    expect((await client.done(contract.deliver, { params: { serviceId }, body: again })).state).toBe('delivered')
    const token = await invite(world, park, serviceId)
    const linked = await world.stranger().done(confirmations.showLink, { params: { token } })
    expect(linked.service?.dispute).toMatchObject({ comment: '成果与约定不符', remedy: '已按约定补充第三章' })
    const { deliveries, course, dispute } = await client.done(services.showService, { params: { serviceId } })
    expect(dispute?.comment).toBe('成果与约定不符')
    expect(deliveries[0]?.answer).toMatchObject({ by: '陈确认', byLink: true })
    expect(deliveries.map((one) => [one.superseded, one.deliveredAnew, one.answer?.verdict])).toEqual([
      [true, true, 'disputed'],
      [false, false, undefined],
    ])
    expect(course.find((one) => one.state === 'next')?.step).toBe('answer')
  })
})

describe('what counts (G3.2, G3.4)', () => {
  it('is not a confirmed service without its papers, and it says which are missing', async () => {
    const serviceId = await serviceAt(world, park, 'confirmed')
    const client = await officer()
    const { countedOn, missing, state } = await client.done(services.showService, { params: { serviceId } })
    expect({ state, countedOn }).toEqual({ state: 'confirmed', countedOn: null })
    expect(missing.map((one) => one.proof).sort()).toEqual(
      ['bank-receipt', 'certificate', 'deliverable', 'invoice', 'photo', 'scheme'].sort(),
    )
    for (const one of missing) expect(one.clause).toMatch(/^G/)
    expect(missing.find((one) => one.proof === 'photo')).toMatchObject({ have: 0, need: 2 })
  })

  it('takes late papers until it was called off, and two shots of one minute are one moment', async () => {
    const serviceId = await serviceAt(world, park, 'confirmed')
    const client = await officer()
    const add = (proof: 'photo' | 'scheme' | 'confirmation', files: string[]) =>
      client.call(contract.addEvidence, { params: { serviceId }, body: { proof, files } })
    const same = [await photo(world, officerOf(park)), await photo(world, officerOf(park))]
    expect((await add('photo', same)).status).toBe(200)
    const lacking = async () =>
      (await client.done(services.showService, { params: { serviceId } })).missing.find((one) => one.proof === 'photo')
    expect(await lacking()).toMatchObject({ have: 1, need: 2 })
    await add('photo', [await photo(world, officerOf(park), new Date(world.now.getTime() - 3_600_000))])
    expect(await lacking()).toBeUndefined()
    const made = await add('confirmation', [await paper(world, officerOf(park), '自制确认单')])
    expect(made.body.error.code).toBe('services.made-in-the-product')
    const gone = await serviceAt(world, park, 'needed')
    await client.done(orders.cancelService, { params: { serviceId: gone }, body: { reason: '企业取消' } })
    const file = await paper(world, officerOf(park), '方案')
    const late = await client.call(contract.addEvidence, {
      params: { serviceId: gone },
      body: { proof: 'scheme', files: [file] },
    })
    expect(late.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G3.4' })
  })

  it('is a service the park owes nothing for, complete and confirmed, from the day the last paper came', async () => {
    const serviceId = await serviceAt(world, park, 'selected')
    const client = await officer()
    const { products } = await client.done(orders.showChoices, { params: { serviceId } })
    const priceFen = 400_000
    expect(products[0]?.agreedPriceFen).toBeGreaterThan(priceFen)
    const shares = { priceFen, provincialFen: 0, parkFen: 0, enterpriseFen: priceFen, lineId: null }
    const fileId = await paper(world, officerOf(park), '合同')
    const terms = { contractNo: '自费-1', signedOn: '2026-04-03', fileId, ...shares }
    await client.done(orders.signContract, { params: { serviceId }, body: terms })
    const moments = [0, 90].map((minutes) => new Date(world.now.getTime() - minutes * 60_000))
    const photos = await Promise.all(moments.map((at) => photo(world, officerOf(park), at)))
    await client.done(contract.recordVisit, {
      params: { serviceId },
      body: { ...visit, visitedOn: '2026-04-03', photos },
    })
    const files = [{ proof: 'deliverable' as const, fileId: await paper(world, officerOf(park), '成果') }]
    await client.done(contract.deliver, {
      params: { serviceId },
      body: { title: '证书', deliveredOn: '2026-04-03', files },
    })
    const token = await invite(world, park, serviceId)
    const word = { verdict: 'confirm' as const, rating: 4, signer: '陈确认' }
    await world.stranger().done(confirmations.answerLink, { params: { token }, body: word })
    world.setClock('2026-04-09')
    const cert = await paper(world, officerOf(park), '证书')
    const done = await client.done(contract.addEvidence, {
      params: { serviceId },
      body: { proof: 'certificate', files: [cert] },
    })
    expect(done.countedOn).toBe('2026-04-09')
    const { services: rows } = await client.done(services.listServices, { search: { counted: 'yes' } })
    expect(rows.map((one) => one.serviceId)).toContain(serviceId)
    expect((await client.done(orders.closeService, { params: { serviceId }, body: {} })).state).toBe('closed')
  })
})

it('is closed to other posts and to a foreign park', async () => {
  const serviceId = await serviceAt(world, park, 'under-way')
  const body = { ...visit, visitedOn: '2026-04-09' }
  const foreign = await world.as(officerOf(county.foreign))
  expect((await foreign.call(contract.recordVisit, { params: { serviceId }, body })).status).toBe(404)
  expect((await foreign.call(services.showService, { params: { serviceId } })).status).toBe(404)
  const file = await paper(world, officerOf(county.foreign), '方案')
  const paperBody = { proof: 'scheme' as const, files: [file] }
  expect((await foreign.call(contract.addEvidence, { params: { serviceId }, body: paperBody })).status).toBe(404)
  for (const name of [`${park.name}·资金专员`, '嘉善县经信局·经办']) {
    const client = await world.as(name)
    expect((await client.call(contract.recordVisit, { params: { serviceId }, body })).status).toBe(403)
    expect((await client.call(services.showService, { params: { serviceId } })).status).toBe(200)
  }
})
