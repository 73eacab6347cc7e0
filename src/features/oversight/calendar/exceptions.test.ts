import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { explainReturn, openReturn, showReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../../filings/course/act-contract.ts'
import * as course from '../../filings/course/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

const leader = '嘉善县经信局·负责人'
const officer = '嘉善县经信局·经办'
const province = '省经信厅·处室'
const manager = '嘉善归谷智造园·负责人'

const table = (more: object = {}) => ({
  batchId: county.batchId,
  unitId: county.first.parkId,
  kind: 'target-table',
  period: '2026Q2',
  until: '2026-09-20',
  reason: '园区负责人更换',
  ...more,
})
const summary = (more: object = {}) =>
  table({ unitId: county.countyId, kind: 'half-year-summary', period: '2026H1', until: '2026-09-30', ...more })

type Tried = { status: number; body: { error?: { code: string; clause: string | null; fields: { field: string }[] } } }
async function grant(name: string, body: ReturnType<typeof table>): Promise<Tried> {
  return (await (await world.as(name)).call(contract.grantException, { body })) as Tried
}
const granted = async () => (await world.sql<{ n: number }>('select count(*)::int as n from filing_exceptions'))[0]?.n

describe('an exception to a lock (G3.5, G5.4)', () => {
  it('is refused with the clause, and nothing is written', async () => {
    world.setClock('2026-08-20')
    const tries: [string, object, string, string | null][] = [
      [leader, {}, 'deadline.not-locked', 'G3.5'],
      [leader, { kind: 'plan', period: '' }, 'deadline.never-locks', 'G3.1'],
      [leader, { period: '2026Q1' }, 'deadline.nothing-owed', 'G3.5'],
      [leader, { kind: 'mystery', period: '' }, 'deadline.nothing-owed', null],
      [leader, { kind: 'half-year-summary', period: '2026H1' }, 'deadline.nothing-owed', 'G5.4'],
    ]
    for (const [who, more, code, clause] of tries) {
      const { status, body } = await grant(who, table(more))
      expect([status, body.error?.code, body.error?.clause]).toEqual([422, code, clause])
    }
    world.setClock('2026-09-09')
    const late: [string, object, string, string][] = [
      [leader, { reason: '   ' }, 'deadline.exception-without-reason', 'reason'],
      [leader, { until: '2026-09-08' }, 'deadline.exception-in-the-past', 'until'],
      [leader, { until: '2027-09-08' }, 'deadline.exception-too-long', 'until'],
    ]
    for (const [who, more, code, field] of late) {
      const { status, body } = await grant(who, table(more))
      expect([status, body.error?.code, body.error?.fields[0]?.field]).toEqual([422, code, field])
    }
    const own = await grant(leader, summary())
    expect([own.status, own.body.error?.code]).toEqual([422, 'deadline.exception-by-others'])
    expect((await grant(leader, table({ until: '2026-09-31' }))).status).toBe(422)
    expect((await grant(officer, table())).status).toBe(403)
    expect((await grant(manager, table())).status).toBe(403)
    expect((await grant('海宁市经信局·负责人', table())).status).toBe(404)
    expect((await grant(leader, table({ batchId: county.countyId }))).status).toBe(404)
    expect(await granted()).toBe(0)
  })

  it('opens a locked table: refused before, submitted after, late and listed', async () => {
    world.setClock('2026-07-01')
    const filingId = await openReturn(world, county.first, '2026Q2')
    const params = { filingId }
    const revision = await explainReturn(world, county.first, filingId)
    const body = { revisions: { reasons: revision } }
    world.setClock('2026-09-09')
    const boss = await world.as(manager)
    const locked = await showReturn(world, filingId, manager)
    for (const action of ['edit', 'submit'] as const)
      expect(abilityIn(locked.actions, action)).toMatchObject({ allowed: false, clause: 'G3.5' })
    const content = { reasons: { P1: '尚未开展' } }
    const late = { params: { filingId, section: 'reasons' }, body: { revision, content } }
    for (const answer of [
      await boss.call(acts.submitFiling, { params, body }),
      await boss.call(course.saveFilingSection, late),
    ])
      expect([answer.status, answer.body.error.code]).toEqual([422, 'deadline.locked'])

    const { duties } = await (await world.as(leader)).done(contract.listCalendar, { search: { standing: 'locked' } })
    expect(duties.map((one) => [one.unitName, one.kind, one.grant?.allowed])).toEqual([
      ['嘉善归谷智造园', 'target-table', true],
      ['嘉善县', 'half-year-summary', false],
    ])
    // What the county itself owes is locked too: who opens it is said to everybody in the county, and by its own page.
    for (const who of [leader, officer]) {
      const { duties: seen } = await (await world.as(who)).done(contract.listCalendar, {
        search: { standing: 'locked', kind: 'half-year-summary' },
      })
      expect(seen.map((one) => one.grant?.because?.zh)).toEqual([
        '半年总结已锁定，例外由省经信厅登记；请向其说明补报的理由和需要开放到哪一天。',
      ])
    }
    const own = {
      batchId: county.batchId,
      unitId: county.countyId,
      kind: 'half-year-summary',
      period: '2026H1',
    } as const
    const opened = await (await world.as(officer)).call(course.openFiling, { body: own })
    expect([opened.status, opened.body.error.zh]).toEqual([
      422,
      '半年总结应于 2026-07-31 前报送，2026-08-30 后已锁定；补报须先由省经信厅登记例外。',
    ])
    expect((await grant(leader, table({ reason: ' 园区负责人更换 ' }))).status).toBe(200)
    const twice = await grant(province, table())
    expect([twice.status, twice.body.error?.code]).toEqual([422, 'deadline.exception-open-already'])

    const open = await showReturn(world, filingId, manager)
    expect(abilityIn(open.actions, 'submit')).toMatchObject({ allowed: true, because: null })
    const { duties: mine } = await boss.done(contract.listCalendar, { search: { standing: 'exempted' } })
    expect(mine).toMatchObject([{ openUntil: '2026-09-20', standing: { state: 'exempted', days: 61 } }])
    await boss.done(acts.submitFiling, { params, body })
    const { duties: after } = await boss.done(contract.listCalendar, {
      search: { kind: 'target-table', standing: 'late' },
    })
    expect(after).toMatchObject([{ filedOn: '2026-09-09', standing: { state: 'late', days: 61 } }])

    const list = await boss.done(contract.listExceptions)
    expect(list.exceptions).toMatchObject([
      {
        unitName: '嘉善归谷智造园',
        period: '2026Q2',
        reason: '园区负责人更换',
        until: '2026-09-20',
        open: true,
        grantedByName: leader,
        filedOn: '2026-09-09',
        href: `/returns/${filingId}`,
      },
    ])
    expect(list.grant.allowed).toBe(false)
  })

  it('of a county’s summary is the province’s, and may be granted again once it has ended', async () => {
    world.setClock('2026-09-09')
    expect((await grant(province, summary({ until: '2026-09-10' }))).status).toBe(200)
    world.setClock('2026-09-11')
    expect((await grant(province, summary({ until: '2026-09-15' }))).status).toBe(200)
    const client = await world.as(province)
    const list = await client.done(contract.listExceptions, { search: { kind: 'half-year-summary' } })
    expect(list.exceptions.map((one) => [one.until, one.open])).toEqual([
      ['2026-09-15', true],
      ['2026-09-10', false],
    ])
    const ended = await client.done(contract.listExceptions, { search: { state: 'ended', pageSize: 1 } })
    expect(ended.total).toBe(1)
  })

  it('is seen by nobody of another county or park', async () => {
    for (const name of ['海宁市经信局·负责人', '海宁皮革时尚园·负责人', '嘉善大云精密园·负责人']) {
      expect((await (await world.as(name)).done(contract.listExceptions)).exceptions, name).toEqual([])
    }
  })

  it('two people at once grant one', async () => {
    const body = table({ period: '2026Q3', until: '2026-12-20' })
    world.setClock('2026-12-15')
    const tried = await Promise.all([leader, province, leader, province].map((name) => grant(name, body)))
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422])
  })

  it('is never changed, not even by the owner of the tables, and never doubled', async () => {
    await expect(world.sql('update filing_exceptions set until = until + 30')).rejects.toThrow(/append-only/)
    await expect(world.sql('delete from filing_exceptions')).rejects.toThrow(/append-only/)
    const again = world.sql(
      `insert into filing_exceptions select gen_random_uuid(), batch_id, unit_id, kind, period, reason, granted_on, until,
         granted_by, granted_at, scope from filing_exceptions`,
    )
    await expect(again).rejects.toThrow(/open already/)
  })
})
