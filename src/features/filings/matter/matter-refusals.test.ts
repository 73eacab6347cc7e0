import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Refused } from '../../../../database/demo/client.ts'
import { writeSections } from '../../../../database/demo/course.ts'
import type { County, Park } from '../../../../database/demo/programme.ts'
import {
  askFor,
  contractedPark,
  planOf,
  reported,
  sectionSave,
  speakers,
  withMoney,
  withTarget,
} from '../../../../tests/support/matters.ts'
import { managerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { MatterKind } from '../../../policy/plan/matter.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as matters from './contract.ts'

let world: World
let county: County
let park: Park
beforeAll(async () => {
  world = await startWorld()
  ;({ county, park } = await contractedPark(world))
})
afterAll(() => world.stop())

const said = ({ status, body }: Answer<Refused>) => [status, body.error.code, body.error.clause]

/** What the check says against a change, and what the submission then answers. */
async function against(kind: MatterKind, sections: Partial<PlanContent>, inForceFrom: string | null = null) {
  const filingId = await reported(world, park, kind)
  await askFor(world, park, filingId, sections, inForceFrom)
  const client = await world.as(managerOf(park))
  const { gaps } = await client.done(course.checkFiling, { params: { filingId } })
  const answer = await client.call(acts.submitFiling, { params: { filingId } })
  expect(said(answer)).toEqual([422, 'review.gaps-remain', 'G5.5'])
  return gaps.filter((gap) => gap.severity === 'error').map(({ code, field, clause }) => `${code} ${field} ${clause}`)
}

/** What saving a change answers, and that nothing of it was kept. */
async function refusedSave(kind: MatterKind, sections: object) {
  const filingId = await reported(world, park, kind)
  const client = await world.as(managerOf(park))
  const { id } = await planOf(world, park)
  const call = await sectionSave(client, filingId, 'change', { basedOn: id, inForceFrom: null, sections })
  const answer = await client.call(course.saveFilingSection, call)
  const view = await client.done(course.showFiling, { params: { filingId } })
  expect(view.sections.find((one) => one.section === 'change')).toMatchObject({
    revision: 0,
    content: { content: null },
  })
  return said(answer)
}

it('cannot have happened before the plan was approved, nor later than now: said at the field, nothing is opened or kept', async () => {
  const client = await world.as(managerOf(park))
  const of = { batchId: park.batchId, unitId: park.parkId, kind: 'major-matter' as const, period: '' }
  const [{ n: before = 0 } = {}] = await world.sql<{ n: number }>('select count(*)::int as n from matters')
  for (const [occurredAt, code] of [
    ['2020-03-01T08:00:00+08:00', 'matter.before-the-plan'],
    ['2026-03-31T23:59:00+08:00', 'matter.before-the-plan'],
    ['2026-06-01T09:01:00+08:00', 'matter.not-happened-yet'],
  ] as const) {
    const opening = { kind: 'other' as const, occurredAt }
    const answer = await client.call(course.openFiling, { body: { ...of, opening } })
    expect([...said(answer), answer.body.error.fields[0]?.field]).toEqual([422, code, 'G5.5', 'opening.occurredAt'])
  }
  const [{ n = 0 } = {}] = await world.sql<{ n: number }>('select count(*)::int as n from matters')
  expect(n).toBe(before)
  const filingId = await reported(world, park, 'other')
  const { sections } = await client.done(course.showFiling, { params: { filingId } })
  const { content } = sections.find((one) => one.section === 'report') ?? {}
  const moved = { ...(content as object), occurredAt: '2020-03-01T00:00:00.000Z' }
  const saved = await client.call(course.saveFilingSection, await sectionSave(client, filingId, 'report', moved))
  expect([...said(saved), saved.body.error.fields[0]?.field]).toEqual([
    422,
    'matter.before-the-plan',
    'G5.5',
    'content.occurredAt',
  ])
  await expect(world.sql(`update matters set occurred_at = '2020-03-01'`)).rejects.toThrow('before the plan')
})

describe('what no change may be', () => {
  it('a kind that asks for none, a part it may not touch, the rules for the money', async () => {
    const { content } = await planOf(world, park)
    const target = withTarget(content, 'P1', 20)
    expect(await refusedSave('safety-accident', target)).toEqual([422, 'matter.kind-asks-no-change', 'G5.5'])
    expect(await refusedSave('agency-violation', target)).toEqual([422, 'matter.section-not-changeable', 'G5.5'])
    const controls = { ...content.controls, summary: '一人审批' }
    expect(await refusedSave('other', { controls })).toEqual([422, 'matter.section-not-changeable', 'G5.5'])
    expect((await refusedSave('other', { secret: {} }))[0]).toBe(422)
  })

  it('an enterprise turned into another under the same row', async () => {
    const { content } = await planOf(world, park)
    const rows = content.enterprises.rows.map((row, i) => (i === 0 ? { ...row, uscc: '91330421MA2KD00016' } : row))
    expect(await refusedSave('enterprise-change', { enterprises: { rows } })).toEqual([
      422,
      'matter.identity-changed',
      'G5.5',
    ])
  })

  it('one that changes nothing, or is missing where it must be', async () => {
    const { content } = await planOf(world, park)
    expect(await against('other', { targets: content.targets })).toEqual(['matter.nothing-changed  G5.5'])
    const filingId = await reported(world, park, 'target-change')
    const client = await world.as(managerOf(park))
    const { gaps } = await client.done(course.checkFiling, { params: { filingId } })
    expect(gaps.map((gap) => gap.code)).toEqual(['matter.change-missing'])
  })

  it('a plan that breaks the rules of a plan: the award, the weights, an unknown indicator', async () => {
    const { content } = await planOf(world, park)
    const [first, ...others] = content['fund-lines'].rows
    if (!first) throw new Error('the plan has lines')
    const less = { ...first, provincialFen: 40_000_000, quantity: 1, unitPriceFen: 45_000_000 }
    expect(await against('target-change', { 'fund-lines': { rows: [less, ...others] } })).toContain(
      'plan.lines-do-not-meet-award fund-lines G3.1',
    )
    const strange = content.targets.rows.map((row, i) => (i === 0 ? { ...row, indicator: 'P99' } : row))
    expect(await against('target-change', { targets: { rows: strange } })).toContain(
      'plan.unknown-indicator targets.rows.0.indicator G3.1',
    )
  })

  it('a line below what is bound on it, or gone; an enterprise or agency with a service under way, gone', async () => {
    const { content } = await planOf(world, park)
    const bound = content['fund-lines'].rows.findIndex((row) => row.serviceKind === 'system-certification')
    const free = (bound + 1) % content['fund-lines'].rows.length
    const all = content['fund-lines'].rows[bound]?.provincialFen ?? 0
    const low = await against('target-change', withMoney(content, bound, free, all - 1))
    expect(low).toEqual([`matter.line-below-bound fund-lines.rows.${bound}.provincialFen G5.5`])
    const moved = withMoney(content, bound, free, all)['fund-lines'].rows.filter((_, i) => i !== bound)
    expect(await against('target-change', { 'fund-lines': { rows: moved } })).toContain(
      'matter.line-in-use fund-lines.rows G5.5',
    )
    const [served] = await world.sql<{ uscc: string }>(
      `select e.uscc from services s join pilot_enterprises e on e.id = s.enterprise_id`,
    )
    const rows = content.enterprises.rows.filter((row) => row.uscc !== served?.uscc)
    expect(await against('enterprise-change', { enterprises: { rows } })).toEqual([
      'matter.row-in-use enterprises.rows G5.5',
    ])
    const agencies = { ...content.agencies, agencies: [], products: [] }
    expect(await against('agency-violation', { agencies })).toEqual(
      expect.arrayContaining(['matter.row-in-use agencies.agencies G5.5', 'matter.row-in-use agencies.products G5.5']),
    )
  })

  it('one that shall hold from a day gone by, or later though rows of the register change', async () => {
    const { content } = await planOf(world, park)
    expect(await against('target-change', withTarget(content, 'P1', 20), '2026-05-01')).toEqual([
      'matter.day-gone-by inForceFrom G5.5',
    ])
    expect(await against('target-change', withTarget(content, 'P1', 20), '2029-01-01')).toEqual([
      'matter.day-after-period inForceFrom G5.5',
    ])
    expect(await against('target-change', withMoney(content, 3, 4, 100), '2026-09-01')).toEqual([
      'matter.cannot-wait inForceFrom G5.5',
    ])
    expect(await against('target-change', withTarget(content, 'P1', 20), '2026-02-30')).toEqual([
      'common.bad-day inForceFrom G5.5',
    ])
  })
})

describe('who and when', () => {
  it('refuses a matter that has not happened, and one before the plan is approved', async () => {
    const client = await world.as(managerOf(park))
    const of = ({ batchId, parkId: unitId }: Park, occurredAt: string) => {
      const opening = { kind: 'other' as const, occurredAt }
      return { body: { batchId, unitId, kind: 'major-matter' as const, period: '', opening } }
    }
    const early = await client.call(course.openFiling, of(park, '2027-01-01T00:00:00+08:00'))
    expect(said(early)).toEqual([422, 'matter.not-happened-yet', 'G5.5'])
    expect(early.body.error.fields[0]?.field).toBe('opening.occurredAt')
    const second = await world.as(managerOf(county.second))
    const unplanned = await second.call(course.openFiling, of(county.second, '2026-05-31T00:00:00+08:00'))
    expect(said(unplanned)).toEqual([422, 'matter.plan-not-approved', 'G5.5'])
  })

  it('lets nobody but the park write, nobody of the park speak, nobody foreign read', async () => {
    const filingId = await reported(world, park, 'other')
    const { content } = await planOf(world, park)
    const notThePreparer = [422, 'filing.not-the-preparer', 'G5.5']
    for (const name of speakers) {
      const client = await world.as(name)
      const call = await sectionSave(client, filingId, 'change', { basedOn: null, inForceFrom: null, sections: {} })
      for (const answer of [
        await client.call(course.saveFilingSection, call),
        await client.call(acts.submitFiling, { params: { filingId } }),
      ])
        expect(said(answer)).toEqual(notThePreparer)
    }
    const officer = await world.as(`${park.name}·服务专员`)
    const basedOn = (await planOf(world, park)).id
    await writeSections(officer, filingId, {
      change: { basedOn, inForceFrom: null, sections: withTarget(content, 'P1', 25) },
    })
    expect(said(await officer.call(acts.submitFiling, { params: { filingId } }))).toEqual(notThePreparer)
    const body = { verdict: 'approve' as const, versionNo: 1, marks: [] }
    const manager = await world.as(managerOf(park))
    expect((await manager.call(acts.giveOpinion, { params: { filingId }, body })).status).toBe(403)
    for (const name of [managerOf(county.foreign), '海宁市经信局·经办']) {
      const client = await world.as(name)
      for (const route of [matters.showMatter, course.showFiling, course.checkFiling] as const)
        expect((await client.call(route, { params: { filingId } })).status).toBe(404)
    }
    const strange = await world.as('海宁市财政局·经办')
    expect((await strange.call(acts.giveOpinion, { params: { filingId }, body })).status).toBe(404)
  })
})
