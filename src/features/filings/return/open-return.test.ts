import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import {
  openReturn,
  revisionOf,
  type Served,
  servedPilot,
  showReturn,
  totals,
} from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as course from '../course/contract.ts'
import * as contract from './contract.ts'

let world: World
let served: Served
let park: Park
let q2 = ''
beforeAll(async () => {
  world = await startWorld()
  served = await servedPilot(world)
  park = served.park
})
afterAll(() => world.stop())

const officer = () => world.as(`${park.name}·服务专员`)
const shown = () => showReturn(world, q2, `${park.name}·负责人`)

const openingOf = ({ batchId, parkId: unitId }: Park, period: string) => ({
  body: { batchId, unitId, kind: 'target-table' as const, period },
})

/** The figures by plain SQL, each on its own, as somebody would check them by hand. */
async function oracle(cutOff: string): Promise<Record<string, number | null>> {
  const one = async (sql: string) => {
    const [found] = await world.sql<{ n: string | null }>(sql, [park.pilotId, cutOff])
    return found?.n == null ? null : Number(found.n)
  }
  const day = (at: string) => `(${at} at time zone interval '8 hours')::date`
  const services = 'services s where s.pilot_id = $1'
  const joined = (table: string, by: string) => `${table} join services s on ${by} = s.id where s.pilot_id = $1`
  const confirmed = `${joined('confirmations k', 'k.service_id')} and k.verdict = 'confirmed' and ${day('k.given_at')} <= $2`
  const delivered = `${joined('deliverables d', 'd.service_id')} and d.delivered_on <= $2`
  const paid = `payments where pilot_id = $1 and state = 'paid' and paid_on <= $2`
  const received = `tranches where pilot_id = $1 and state = 'received' and ${day('received_at')} <= $2`
  return {
    P1: await one(`select count(distinct enterprise_id) as n from ${services} and s.counted_on <= $2`),
    P2: await one('select count(*) as n from diagnoses where pilot_id = $1 and diagnosed_on <= $2'),
    P3: await one(`select count(*) as n from ${services} and s.counted_on <= $2`),
    P4: await one('select count(*) as n from activities where pilot_id = $1 and counted_on <= $2'),
    P5: await one(
      `select count(*) as n from attendances t join activities a on a.id = t.activity_id where a.pilot_id = $1 and a.counted_on <= $2`,
    ),
    P6: await one('select count(*) as n from partner_agencies where pilot_id = $1 and $2::date is not null'),
    P7: await one(
      `select round(100.0 * (select count(*) from ${confirmed}) / (select count(distinct d.service_id) from ${delivered}), 2) as n`,
    ),
    P11: await one(`select round(100.0 * avg((c.price_fen <= p.market_price_fen)::int), 2) as n
      from contracts c join products p on p.id = c.product_id where c.pilot_id = $1 and c.signed_on <= $2`),
    S1: await one(`select round(100.0 * avg((k.rating >= 4)::int), 2) as n from ${confirmed}`),
    F1: await one(
      `select round(100.0 * (select coalesce(sum(provincial_fen), 0) from ${paid}) / sum(amount_fen), 2) as n from ${received}`,
    ),
  }
}

describe('a return (G3.5)', () => {
  it('is owed after its period, in order, once; the list says so in each state', async () => {
    const params = { pilotId: park.pilotId }
    const open = async (period: string) => (await officer()).call(course.openFiling, openingOf(park, period))
    const list = async () => (await officer()).done(contract.listReturns, { params })
    expect((await open('2026Q2')).body.error).toMatchObject({ code: 'filing.period-not-over', clause: 'G3.5' })
    world.setClock('2026-07-03')
    expect((await open('2026Q1')).body.error.code).toBe('filing.period-not-owed')
    expect((await open('Q2')).status).toBe(422)
    expect((await list()).periods.slice(0, 2)).toMatchObject([
      {
        period: '2026Q2',
        state: 'owed',
        dueOn: '2026-07-10',
        standing: { state: 'due', days: 7 },
        open: { allowed: true },
      },
      { period: '2026Q3', state: 'coming', open: { allowed: false, clause: 'G3.5' } },
    ])
    q2 = await openReturn(world, park, '2026Q2')
    expect((await open('2026Q2')).body.error.code).toBe('returns.opened-before')
    expect((await list()).periods[0]).toMatchObject({ state: 'draft', filingId: q2 })
  })

  it('is not opened by a bureau, nor for a foreign park, nor before the plan is approved', async () => {
    const ask = async (who: string, of: Park) => (await world.as(who)).call(course.openFiling, openingOf(of, '2026Q2'))
    expect((await ask('嘉善县经信局·经办', park)).body.error.code).toBe('filing.not-the-preparer')
    expect((await ask('嘉善大云精密园·负责人', park)).status).toBe(404)
    const unplanned = (await ask('嘉善大云精密园·负责人', served.second)).body.error
    expect(unplanned).toMatchObject({ code: 'returns.plan-not-approved', clause: 'G3.1' })
    // The list of filings offers none that the act would refuse.
    const search = { batchId: park.batchId, kind: 'target-table' as const }
    const { filings } = await (await world.as('嘉善大云精密园·负责人')).done(course.listFilings, { search })
    expect(filings.map(({ period, open }) => [period, open.allowed, open.clause])).toEqual([['2026Q2', false, 'G3.1']])
  })

  it('shows what plain SQL counts, in the order of the official list', async () => {
    const { rows, head } = await shown()
    expect(totals(rows)).toMatchObject(await oracle('2026-06-30'))
    expect(totals(rows)).toMatchObject({ P1: 1, P2: 3, P3: 2, P4: 1, P5: 2, P7: 60, P12: 100, B1: null })
    expect(
      rows
        .map((row) => row.indicator)
        .slice(0, 12)
        .join(),
    ).toBe('P1,P2,P3,P4,P5,P6,P7,P8,P9,P10,P11,P12')
    expect(head).toMatchObject({ countyName: '嘉善县', parkUscc: park.uscc, cutOff: '2026-06-30' })
    expect(head).toMatchObject({ receivedFen: 150_000_000, spentFen: 3_600_000, executionRate: 2.4 })
    const p3 = rows.find((row) => row.indicator === 'P3')
    expect(p3).toMatchObject({ thisPeriod: 2, thisYear: 2, target: 120, yearTarget: 60, computed: true })
    expect(p3?.proofs).toBeGreaterThan(10)
  })

  it('has no place to type a figure: an unknown field is refused and nothing is written', async () => {
    const client = await officer()
    for (const body of [
      { revision: 0, content: { reasons: {}, total: 99 } },
      { revision: 0, content: { reasons: {} }, total: 99 },
      { revision: 0, content: { reasons: { P3: { reason: 'x', total: 99 } } } },
      { revision: 0, content: { reasons: { P3: 99 } } },
      { revision: 0, content: { reasons: { P99: '没有这个指标' } } },
      { revision: 0, content: { reasons: { P3: '长'.repeat(1001) } } },
      { revision: -1, content: { reasons: {} } },
    ])
      expect((await client.send('PUT', `/api/filings/${q2}/sections/reasons`, body)).status).toBe(422)
    expect(revisionOf(await shown())).toBe(0)
  })

  it('keeps reasons with a revision; a stale one names the other editor', async () => {
    const params = { filingId: q2, section: 'reasons' }
    const first = { revision: 0, content: { reasons: { P3: '初稿' } } }
    await (await officer()).done(course.saveFilingSection, { params, body: first })
    const clash = await (await world.as(`${park.name}·负责人`)).call(course.saveFilingSection, { params, body: first })
    expect(clash.status).toBe(409)
    expect(clash.body.error.facts.editor).toBe(`${park.name}·服务专员`)
    expect((await shown()).rows.find((row) => row.indicator === 'P3')?.reason).toBe('初稿')
    const bureau = await world.as('嘉善县经信局·经办')
    const { error } = (await bureau.call(course.saveFilingSection, { params, body: first })).body
    expect(error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.5' })
  })
})

describe('the records behind a figure (G3.5)', () => {
  const read = async (indicator: string, search = {}) =>
    (await world.as('嘉善县经信局·经办')).done(contract.listRowRecords, { params: { filingId: q2, indicator }, search })

  it('are those that were counted, each with its papers and its place', async () => {
    const p1 = await read('P1')
    expect(p1).toMatchObject({ figure: 1, total: 2, frozen: false, changes: null })
    expect(p1.records.map((one) => one.counted).sort()).toEqual([false, true])
    expect(p1.records[0]?.href).toMatch(/^\/services\//)
    for (const code of ['P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P11', 'P12', 'S1']) {
      const { records, figure } = await read(code)
      expect([code, records.length > 0, figure !== null]).toEqual([code, true, true])
      expect(records.every((one) => one.title.zh !== '' && one.href.startsWith('/'))).toBe(true)
    }
    expect((await read('B1')).figure).toBeNull()
  })

  it('add up to the figure, page by page, period by period', async () => {
    const f1 = await read('F1', { span: 'period' })
    expect(f1.records.map((one) => one.kind).sort()).toEqual(['payment', 'payment', 'tranche'])
    expect(f1).toMatchObject({ value: 3_600_000, of: 150_000_000, figure: 2.4 })
    expect((await read('P3', { pageSize: 1, page: 2 })).records).toHaveLength(1)
    expect((await read('P3', { pageSize: 1, page: 3 })).records).toHaveLength(0)
  })

  it('are found by nobody outside the county; an unknown indicator has none', async () => {
    const ask = async (who: string, indicator: string) =>
      (await (await world.as(who)).call(contract.listRowRecords, { params: { filingId: q2, indicator } })).status
    expect(await ask('海宁市经信局·经办', 'P3')).toBe(404)
    expect(await ask('嘉善县经信局·经办', 'P99')).toBe(404)
    expect(await ask('省财政厅·处室', 'P3')).toBe(200)
  })
})
