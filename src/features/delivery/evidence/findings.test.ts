import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePhoto } from '../../../../database/demo/photos.ts'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { walked } from '../../../../tests/support/walked.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as services from '../services/contract.ts'
import * as visits from '../services/visit-contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
  await approvedPilot(world, county.second)
})
afterAll(() => world.stop())

const shot = (seed: number, day = '2026-04-01') =>
  makePhoto({ seed, capturedAt: new Date(`${day}T10:00:00+08:00`), latitude: 30.8, longitude: 120.9, caption: '现场' })

async function visitWith(of: Park, content: Buffer): Promise<string> {
  const serviceId = await serviceAt(world, of, 'contracted')
  const client = await world.as(officerOf(of))
  const photos = [await client.upload('现场.jpg', content)]
  const body = { visitedOn: '2026-04-01', place: '车间', way: 'on-site' as const, content: '现场辅导', photos }
  await client.done(visits.recordVisit, { params: { serviceId }, body })
  return serviceId
}

describe('the same photo in two parks (G3.4)', () => {
  it('is a finding that the county sees with both sides, and each park with its own', async () => {
    world.setClock('2026-04-01T18:00:00+08:00')
    const picture = await shot(7001)
    const here = await visitWith(park, picture)
    const there = await visitWith(county.second, picture)
    const { findings, total } = await (await world.as('嘉善县经信局·经办')).done(contract.listFindings)
    expect(total).toBe(1)
    const [finding] = findings
    expect(finding).toMatchObject({ kind: 'same-file', hasOther: true })
    expect([finding?.item?.subjectId, finding?.other?.subjectId]).toEqual([there, here])
    expect(finding?.item?.evidence.file.hash).toBe(finding?.other?.evidence.file.hash)
    const mine = await (await world.as(officerOf(park))).done(contract.listFindings)
    expect(mine.findings.map((one) => [one.item, one.other?.parkName])).toEqual([[null, park.name]])
    const theirs = await (await world.as(officerOf(county.second))).done(contract.listFindings)
    expect(theirs.findings.map((one) => [one.item?.parkName, one.other])).toEqual([[county.second.name, null]])
    const client = await world.as(officerOf(county.second))
    const shown = await client.done(services.showService, { params: { serviceId: there } })
    expect(shown.findings).toHaveLength(1)
    expect(JSON.stringify(shown.findings)).not.toContain(park.name)
    const abroad = await (await world.as('海宁市经信局·经办')).done(contract.listFindings)
    expect(abroad.total).toBe(0)
    const file = finding?.other?.evidence.file.fileId ?? ''
    expect((await client.get(`/api/files/${file}/content`)).status).toBe(404)
  })

  it('is found also when both are bound at the same moment', async () => {
    const picture = await shot(7002)
    await Promise.all([visitWith(park, picture), visitWith(county.second, picture)])
    const hash = `select count(*)::int as n from findings g join evidence e on e.id = g.evidence_id
      join files f on f.id = e.file_id where f.name = '现场.jpg' and g.kind = 'same-file'`
    expect((await world.sql<{ n: number }>(hash))[0]?.n).toBe(2)
  })
})

describe('the same photo, saved again (G3.4)', () => {
  const again = (picture: Buffer, width: number, quality: number) =>
    sharp(picture).resize({ width }).jpeg({ quality }).toBuffer()
  const pairs = async () => {
    const client = await world.as('嘉善县经信局·经办')
    const { findings } = await client.done(contract.listFindings, { search: { kind: 'same-picture', pageSize: 200 } })
    return findings.map(({ item, other }) => [item?.subjectId, other?.subjectId])
  }

  it('in two services is a finding that shows both, whichever came first', async () => {
    const picture = await shot(7100)
    const large = await visitWith(park, picture)
    const small = await visitWith(county.second, await again(picture, 600, 55))
    const smallest = await visitWith(park, await again(picture, 320, 40))
    expect(await pairs()).toEqual(
      expect.arrayContaining([
        [small, large],
        [smallest, large],
        [smallest, small],
      ]),
    )
    const client = await world.as(officerOf(park))
    const { findings } = await client.done(services.showService, { params: { serviceId: smallest } })
    expect(findings.map((one) => [one.kind, one.hasOther])).toContainEqual(['same-picture', true])
  })

  it('is found also when both are bound at the same moment', async () => {
    const picture = await shot(7101)
    const before = (await pairs()).length
    await Promise.all([visitWith(park, picture), visitWith(county.second, await again(picture, 500, 60))])
    expect(await pairs()).toHaveLength(before + 1)
  })

  it('is no finding between other photos, nor between two of one visit, nor between papers', async () => {
    const before = (await pairs()).length
    for (const seed of [7102, 7103, 7104]) await visitWith(park, await shot(seed))
    const serviceId = await serviceAt(world, park, 'contracted')
    const client = await world.as(officerOf(park))
    const picture = await shot(7105)
    const photos = [
      await client.upload('一.jpg', picture),
      await client.upload('二.jpg', await again(picture, 640, 70)),
    ]
    const body = { visitedOn: '2026-04-01', place: '车间', way: 'on-site' as const, content: '现场辅导', photos }
    await client.done(visits.recordVisit, { params: { serviceId }, body })
    const paper = [await client.upload('方案.jpg', await again(picture, 480, 60))]
    const scheme = { proof: 'scheme' as const, files: paper }
    await client.done(visits.addEvidence, { params: { serviceId }, body: scheme })
    expect(await pairs()).toHaveLength(before)
  })
})

it('finds a photo that was taken on another day than the visit (G3.4)', async () => {
  const serviceId = await visitWith(park, await shot(7003, '2026-03-20'))
  const client = await world.as(officerOf(park))
  const { findings } = await client.done(services.showService, { params: { serviceId } })
  expect(findings.map((one) => [one.kind, one.hasOther, one.item?.day])).toEqual([
    ['capture-date', false, '2026-04-01'],
  ])
  const { findings: listed } = await client.done(contract.listFindings, { search: { kind: 'capture-date' } })
  expect(listed).toHaveLength(1)
  const byPilot = await client.done(contract.listFindings, { search: { pilotId: park.pilotId } })
  expect(byPilot.total).toBeGreaterThanOrEqual(2)
  const whole = (await client.done(contract.listFindings)).findings.map((one) => one.findingId)
  const byKey = async (asked: { page: number; pageSize: number; place?: string }) => {
    const part = await client.done(contract.listFindings, { search: asked })
    return { ids: part.findings.map((one) => one.findingId), placed: part.placed }
  }
  expect(await walked(byKey, whole.length)).toEqual({ forwards: whole, backwards: whole })
  const foreign = await world.as(officerOf(county.foreign))
  expect((await foreign.call(contract.listFindings, { search: { pilotId: park.pilotId } })).status).toBe(404)
})

it('keeps findings for ever', async () => {
  await expect(world.sql('delete from findings')).rejects.toThrow(/append-only/)
})
