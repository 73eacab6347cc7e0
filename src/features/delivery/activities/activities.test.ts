import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { makePhoto } from '../../../../database/demo/photos.ts'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { enterprisesOf, officerOf, paper } from '../../../../tests/support/services.ts'
import { walked } from '../../../../tests/support/walked.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

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
const held = { kind: 'training' as const, title: '数字化培训', heldOn: '2026-03-20', place: '园区报告厅' }
const params = () => ({ pilotId: park.pilotId })

async function picture(seed: number, day = '2026-03-20') {
  const capturedAt = new Date(`${day}T10:0${seed % 10}:00+08:00`)
  const content = await makePhoto({ seed, capturedAt, latitude: 30.8, longitude: 120.9, caption: '活动' })
  return (await officer()).upload('活动.jpg', content)
}

async function attendees() {
  const [known] = await enterprisesOf(world, park)
  return [
    { uscc: known?.uscc ?? '', name: known?.name ?? '', people: 3 },
    { uscc: sampleUscc(90_001), name: '非试点企业', people: 2 },
  ]
}

describe('an activity for every enterprise (G1.2)', () => {
  it('is counted once its papers are complete, and says before what is missing', async () => {
    const client = await officer()
    const body = { ...held, attendees: await attendees() }
    const { activityId, countedOn } = await client.done(contract.recordActivity, { params: params(), body })
    expect(countedOn).toBeNull()
    const view = await client.done(contract.showActivity, { params: { activityId } })
    expect(view).toMatchObject({ enterprises: 2, people: 5 })
    expect(view.missing).toHaveLength(6)
    const papers = [
      { proof: 'photo' as const, fileId: await picture(8001) },
      { proof: 'photo' as const, fileId: await picture(8002) },
    ]
    for (const proof of ['notice', 'materials', 'agenda', 'sign-in-sheet', 'survey'] as const)
      papers.push({ proof, fileId: await paper(world, officerOf(park), proof) } as never)
    const added = await client.done(contract.addActivityEvidence, { params: { activityId }, body: { papers } })
    expect(added.countedOn).toBe('2026-04-01')
    const { activities, total, known } = await client.done(contract.listActivities, { params: params() })
    expect([total, activities[0]?.countedOn, activities[0]?.proofs]).toEqual([1, '2026-04-01', 7])
    expect(known.map((one) => one.name)).toContain('非试点企业')
    expect((await client.done(contract.listActivities, { params: params(), search: { counted: 'no' } })).total).toBe(0)
  })

  it('does not count the same bytes as two photos, and finds a photo of another day', async () => {
    const client = await officer()
    const content = await makePhoto({
      seed: 8003,
      capturedAt: new Date('2026-03-19T10:00:00+08:00'),
      latitude: 30.8,
      longitude: 120.9,
      caption: '',
    })
    const papers = [await client.upload('a.jpg', content), await client.upload('b.jpg', content)].map((fileId) => ({
      proof: 'photo' as const,
      fileId,
    }))
    const body = { ...held, title: '数字化培训（二）', attendees: await attendees(), papers }
    const { activityId } = await client.done(contract.recordActivity, { params: params(), body })
    const view = await client.done(contract.showActivity, { params: { activityId } })
    expect(view.asked.find((one) => one.proof === 'photo')).toMatchObject({ have: 1, need: 2 })
    expect(view.findings.map((one) => one.kind).sort()).toEqual(['capture-date', 'capture-date', 'same-file'])
  })

  it('is refused for a tailored kind, a day outside the period or to come, and a list that cannot be', async () => {
    const rows = await attendees()
    const refused = async (patch: object) => {
      const body = { ...held, title: '数字化培训（三）', attendees: rows, ...patch }
      return (await (await officer()).call(contract.recordActivity, { params: params(), body })).body.error
    }
    expect((await refused({ kind: 'financing' })).code).toBe('services.not-universal')
    expect(await refused({ heldOn: '2025-12-31' })).toMatchObject({ code: 'services.outside-period', clause: 'G3.2' })
    expect((await refused({ heldOn: '2026-04-02' })).code).toBe('common.day-in-future')
    expect((await refused({ title: '' })).code).toBe('services.activity-without-title')
    expect((await refused({ attendees: [] })).code).toBe('services.nobody-came')
    expect((await refused({ attendees: [rows[0], rows[0]] })).code).toBe('services.enterprise-named-twice')
    expect((await refused({ attendees: [{ ...rows[0], uscc: '12345' }] })).code).toBe('unit.bad-uscc')
    const renamed = await refused({ attendees: [rows[1], { ...rows[0], name: '另一家企业' }] })
    expect(renamed).toMatchObject({
      code: 'services.attendee-named-otherwise',
      clause: 'G1.2',
      fields: [{ field: 'attendees.1.name' }],
    })
    expect(renamed.zh).toContain(`“${rows[0]?.name}”`)
    for (const people of [0, -1, 1.5, 1e9])
      expect((await refused({ attendees: [{ ...rows[0], people }] })).code).toBe('services.bad-head-count')
  })

  it('is recorded once: of five that come at once, whatever the spaces, one stands', async () => {
    const client = await officer()
    const body = { ...held, title: '消防培训', attendees: await attendees() }
    const titles = ['消防培训', '消防 培训', '消防培训 ', '消防培训', '消防培训']
    const answers = await Promise.all(
      titles.map((title) => client.call(contract.recordActivity, { params: params(), body: { ...body, title } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422])
    const refused = answers.find(({ status }) => status === 422)?.body.error
    expect(refused).toMatchObject({ code: 'common.recorded-before', clause: 'G1.2', fields: [{ field: 'title' }] })
    const afternoon = { ...body, title: '消防培训（下午场）' }
    expect((await client.call(contract.recordActivity, { params: params(), body: afternoon })).status).toBe(200)
  })

  it('is turned by key in every order', async () => {
    const client = await officer()
    const list = (search: z.input<typeof contract.listActivities.search>) =>
      client.done(contract.listActivities, { params: params(), search })
    for (const sort of [undefined, 'title', '-place', 'people', '-proofs', 'countedOn'] as const) {
      const order = sort ? { sort } : {}
      const whole = (await list(order)).activities.map((one) => one.activityId)
      expect(whole.length).toBeGreaterThan(2)
      const byKey = async (asked: { page: number; pageSize: number; place?: string }) => {
        const part = await list({ ...order, ...asked })
        return { ids: part.activities.map((one) => one.activityId), placed: part.placed }
      }
      expect(await walked(byKey, whole.length), sort).toEqual({ forwards: whole, backwards: whole })
    }
  })

  it('is closed to other posts and to a foreign park', async () => {
    const body = { ...held, attendees: await attendees() }
    const foreign = await world.as(officerOf(county.foreign))
    expect((await foreign.call(contract.recordActivity, { params: params(), body })).status).toBe(404)
    expect((await foreign.call(contract.listActivities, { params: params() })).status).toBe(404)
    const { activities } = await (await officer()).done(contract.listActivities, { params: params() })
    const activityId = activities[0]?.activityId ?? ''
    expect((await foreign.call(contract.showActivity, { params: { activityId } })).status).toBe(404)
    const papers = [{ proof: 'notice' as const, fileId: await paper(world, officerOf(county.foreign), '通知') }]
    expect(
      (await foreign.call(contract.addActivityEvidence, { params: { activityId }, body: { papers } })).status,
    ).toBe(404)
    const county1 = await world.as('嘉善县经信局·经办')
    expect((await county1.call(contract.recordActivity, { params: params(), body })).status).toBe(403)
    expect((await county1.call(contract.showActivity, { params: { activityId } })).status).toBe(200)
  })
})

describe('an activity that was recorded wrongly (G1.2)', () => {
  const recorded = async (title: string, people: number) => {
    const [first, ...others] = await attendees()
    const list = [{ uscc: first?.uscc ?? '', name: first?.name ?? '', people }, ...others]
    const body = { ...held, title, attendees: list, countsConfirmed: true }
    const { activityId } = await (await officer()).done(contract.recordActivity, { params: params(), body })
    return { activityId, body }
  }
  const shown = async (activityId: string) => (await officer()).done(contract.showActivity, { params: { activityId } })

  it('is asked about when a head count is implausible, and corrected with a reason, the former kept', async () => {
    const client = await officer()
    const [first, ...others] = await attendees()
    const many = [{ uscc: first?.uscc ?? '', name: first?.name ?? '', people: 10_000 }, ...others]
    const asked = await client.call(contract.recordActivity, {
      params: params(),
      body: { ...held, title: '人数存疑', attendees: many },
    })
    expect(asked.body.error).toMatchObject({
      code: 'services.doubtful-head-count',
      fields: [{ field: 'attendees.0.people' }],
    })
    const { activityId, body } = await recorded('人数存疑', 10_000)
    const { kind: _, ...said } = { ...body, attendees: await attendees(), countsConfirmed: false }
    const correct = (change: object) =>
      client.call(contract.correctActivity, {
        params: { activityId },
        body: { ...said, reason: '人数多按了零', ...change },
      })
    expect((await correct({ reason: '' })).body.error.code).toBe('common.reason-missing')
    expect((await correct({ attendees: body.attendees, countsConfirmed: true })).body.error.code).toBe(
      'common.nothing-changed',
    )
    expect((await correct({})).status).toBe(200)
    expect(await shown(activityId)).toMatchObject({
      people: 5,
      enterprises: 2,
      revision: 2,
      correctionReason: '人数多按了零',
      former: [{ revision: 1, people: 10_002 }],
    })
    for (const statement of [
      "update activities set title = '改写' where id = $1",
      'delete from attendances where activity_id = $1',
    ])
      await expect(world.sql(statement, [activityId])).rejects.toThrow()
  })

  it('is withdrawn with a reason, counts nowhere, frees its papers, and may be recorded again', async () => {
    const client = await officer()
    const { activityId, body } = await recorded('从未举办', 3)
    const fileId = await paper(world, officerOf(park), '课件')
    const papers = [{ proof: 'materials' as const, fileId }]
    await client.done(contract.addActivityEvidence, { params: { activityId }, body: { papers } })
    await client.done(contract.withdrawActivity, { params: { activityId }, body: { reason: '重复登记了一场' } })
    expect(await shown(activityId)).toMatchObject({ withdrawn: true, countedOn: null, former: [{ revision: 1 }] })
    for (const answer of [
      await client.call(contract.withdrawActivity, { params: { activityId }, body: { reason: '再次撤回它' } }),
      await client.call(contract.addActivityEvidence, { params: { activityId }, body: { papers } }),
    ])
      expect(answer.body.error.code).toBe('services.activity-withdrawn')
    await expect(
      world.sql("update activities set counted_on = '2026-04-01' where id = $1", [activityId]),
    ).rejects.toThrow()
    expect((await client.call(contract.recordActivity, { params: params(), body })).status).toBe(200)
  })
})
