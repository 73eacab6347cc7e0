import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../database/demo/programme.ts'
import { fundedPilot } from '../../../tests/support/funded.ts'
import { payFor } from '../../../tests/support/paid.ts'
import { serviceAt } from '../../../tests/support/services.ts'
import { startWorld, type World } from '../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let park: Park
/** Confirmed in June, paid in June, receipt recorded in July. */
let late = ''
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  park = county.first
  world.setClock('2026-05-20')
  const first = await serviceAt(world, park, 'confirmed', { complete: true, enterprise: 0 })
  await payFor(world, park, first)
  world.setClock('2026-06-10')
  const second = await serviceAt(world, park, 'confirmed', { complete: true, enterprise: 0, kind: 'standardisation' })
  await payFor(world, park, second)
  const dear = { complete: true, enterprise: 1, kind: 'talent', priceFen: 2_000_000 } as const
  late = await serviceAt(world, park, 'confirmed', dear)
  await serviceAt(world, park, 'disputed', { enterprise: 2 })
  await serviceAt(world, park, 'delivered', { enterprise: 1 })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.stop()
})

const manager = () => world.as(`${park.name}·负责人`)
const officer = () => world.as(`${park.name}·服务专员`)
const economy = () => world.as('嘉善县经信局·经办')

/** The figures by plain SQL, each on its own, as somebody would check them by hand. */
async function oracle(cutOff: string): Promise<Record<string, number | null>> {
  const one = async (sql: string) => {
    const [found] = await world.sql<{ n: string | null }>(sql, [park.pilotId, cutOff])
    return found?.n == null ? null : Number(found.n)
  }
  const day = (at: string) => `(${at} at time zone interval '8 hours')::date`
  const services = 'services s where s.pilot_id = $1'
  const confirmed = `confirmations k join ${services.replace(' where', ' on k.service_id = s.id where')} and k.verdict = 'confirmed' and ${day('k.given_at')} <= $2`
  const spent = `select coalesce(sum(provincial_fen), 0) from payments where pilot_id = $1 and state = 'paid' and paid_on <= $2`
  return {
    P1: await one(`select count(distinct enterprise_id) as n from ${services} and s.counted_on <= $2`),
    P2: await one('select count(*) as n from diagnoses where pilot_id = $1 and diagnosed_on <= $2'),
    P3: await one(`select count(*) as n from ${services} and s.counted_on <= $2`),
    P6: await one('select count(*) as n from partner_agencies where pilot_id = $1 and $2::date is not null'),
    P7: await one(`select round(100.0 * (select count(*) from ${confirmed}) /
      (select count(distinct d.service_id) from deliverables d join ${services.replace(' where', ' on d.service_id = s.id where')} and d.delivered_on <= $2), 2) as n`),
    P11: await one(`select round(100.0 * avg((c.price_fen <= p.market_price_fen)::int), 2) as n
      from contracts c join products p on p.id = c.product_id where c.pilot_id = $1 and c.signed_on <= $2`),
    S1: await one(`select round(100.0 * avg((k.rating >= 4)::int), 2) as n from ${confirmed}`),
    F1: await one(`select round(100.0 * (${spent}) / sum(amount_fen), 2) as n from tranches
      where pilot_id = $1 and state = 'received' and ${day('received_at')} <= $2`),
  }
}

async function shown(filingId: string, by = manager) {
  return (await by()).done(contract.showReturn, { params: { filingId } })
}

async function opened(quarter: string): Promise<string> {
  const params = { pilotId: park.pilotId }
  return (await (await officer()).done(contract.openReturn, { params, body: { quarter } })).filingId
}

/** Gives every figure behind time the same reason. */
async function explain(filingId: string) {
  const { rows, gaps, reasons } = await shown(filingId)
  const late = new Set(gaps.map((gap) => gap.indicator))
  const text = ({ indicator, reason }: contract.ReturnRow) =>
    late.has(indicator) ? '服务集中在下半年,已排定计划' : reason
  const body = {
    revision: reasons.revision,
    reasons: Object.fromEntries(rows.map((row) => [row.indicator, text(row)])),
  }
  return (await officer()).done(contract.explainReturn, { params: { filingId }, body })
}

const totals = (rows: contract.ReturnRow[]) => Object.fromEntries(rows.map((row) => [row.indicator, row.total]))
let q2 = ''
let q3 = ''

describe('an open return (G3.5)', () => {
  it('is owed after its quarter, in order, once; the list says so in each state', async () => {
    const params = { pilotId: park.pilotId }
    const open = async (quarter: string) => (await officer()).call(contract.openReturn, { params, body: { quarter } })
    expect((await open('2026Q2')).body.error).toMatchObject({ code: 'returns.quarter-not-over', clause: 'G3.5' })
    world.setClock('2026-07-03')
    const client = await officer()
    expect((await open('2026Q1')).body.error.code).toBe('returns.no-return-owed')
    expect((await open('Q2')).status).toBe(422)
    const before = await client.done(contract.listReturns, { params })
    expect(before.quarters.slice(0, 2)).toMatchObject([
      {
        quarter: '2026Q2',
        state: 'owed',
        dueOn: '2026-07-10',
        timeliness: { state: 'due', days: 7 },
        open: { allowed: true },
      },
      { quarter: '2026Q3', state: 'coming', open: { allowed: false, clause: 'G3.5' } },
    ])
    q2 = await opened('2026Q2')
    expect((await open('2026Q2')).body.error.code).toBe('returns.opened-before')
    expect((await client.done(contract.listReturns, { params })).quarters[0]).toMatchObject({
      state: 'open',
      filingId: q2,
    })
  })

  it('is not opened by a bureau, nor for a foreign park, nor before the plan is approved', async () => {
    const body = { quarter: '2026Q2' }
    const ask = async (who: string, of: Park) =>
      (await world.as(who)).call(contract.openReturn, { params: { pilotId: of.pilotId }, body })
    expect((await ask('嘉善县经信局·经办', park)).status).toBe(403)
    expect((await ask('嘉善大云精密园·负责人', park)).status).toBe(404)
    expect((await ask('嘉善大云精密园·负责人', county.second)).body.error).toMatchObject({
      code: 'returns.plan-not-approved',
      clause: 'G3.1',
    })
  })

  it('shows what plain SQL counts, in the order of the official list', async () => {
    const { rows, head } = await shown(q2)
    expect(totals(rows)).toMatchObject(await oracle('2026-06-30'))
    expect(totals(rows)).toMatchObject({ P1: 1, P2: 3, P3: 2, P7: 60, P12: 100, B1: null })
    expect(
      rows
        .map((row) => row.indicator)
        .slice(0, 12)
        .join(),
    ).toBe('P1,P2,P3,P4,P5,P6,P7,P8,P9,P10,P11,P12')
    expect(head).toMatchObject({
      countyName: '嘉善县',
      parkUscc: park.uscc,
      cutOff: '2026-06-30',
      receivedFen: 150_000_000,
    })
    expect(head.spentFen).toBe(3_600_000)
    const p3 = rows.find((row) => row.indicator === 'P3')
    expect(p3).toMatchObject({ thisQuarter: 2, thisYear: 2, target: 120, yearTarget: 60, computed: true })
    expect(p3?.proofs).toBeGreaterThan(10)
  })

  it('has no place to type a figure: an unknown field is refused and nothing is written', async () => {
    const client = await officer()
    const send = (body: object) => client.send('PUT', `/api/returns/${q2}/reasons`, body)
    for (const body of [
      { revision: 0, reasons: {}, total: 99 },
      { revision: 0, reasons: { P3: { reason: 'x', total: 99 } } },
      { revision: 0, reasons: { P3: 99 } },
      { revision: 0, reasons: { P99: '没有这个指标' } },
      { revision: -1, reasons: {} },
    ])
      expect((await send(body)).status).toBe(422)
    expect((await shown(q2)).reasons.revision).toBe(0)
  })

  it('keeps reasons with a revision; a stale one names the other editor', async () => {
    const params = { filingId: q2 }
    const first = { revision: 0, reasons: { P3: '初稿' } }
    await (await officer()).done(contract.explainReturn, { params, body: first })
    const clash = await (await manager()).call(contract.explainReturn, { params, body: first })
    expect(clash.status).toBe(409)
    expect(clash.body.error.facts.editor).toBe(`${park.name}·服务专员`)
    expect((await shown(q2)).rows.find((row) => row.indicator === 'P3')?.reason).toBe('初稿')
  })

  it('opens the records behind each figure, with their papers', async () => {
    const client = await economy()
    const read = (indicator: string, search = {}) =>
      client.done(contract.listRowRecords, { params: { filingId: q2, indicator }, search })
    const p1 = await read('P1')
    expect(p1).toMatchObject({ figure: 1, total: 2, frozen: false, changes: null })
    expect(p1.records.map((one) => one.counted).sort()).toEqual([false, true])
    expect(p1.records[0]).toMatchObject({ kind: 'service', proofs: expect.any(Number) })
    expect(p1.records[0]?.href).toMatch(/^\/services\//)
    const f1 = await read('F1', { span: 'quarter' })
    expect(f1.records.map((one) => one.kind).sort()).toEqual(['payment', 'payment', 'tranche'])
    expect(f1).toMatchObject({ value: 3_600_000, of: 150_000_000, figure: 2.4 })
    for (const code of ['P2', 'P6', 'P7', 'P11', 'P12', 'S1'])
      expect((await read(code)).records.length).toBeGreaterThan(0)
    expect((await read('B1')).figure).toBeNull()
    expect((await read('P3', { pageSize: 1, page: 2 })).records).toHaveLength(1)
    const foreign = await world.as('海宁市经信局·经办')
    expect((await foreign.call(contract.listRowRecords, { params: { filingId: q2, indicator: 'P3' } })).status).toBe(
      404,
    )
    expect((await client.call(contract.listRowRecords, { params: { filingId: q2, indicator: 'P99' } })).status).toBe(
      404,
    )
  })
})

describe('submission (G3.5)', () => {
  it('lists every figure behind time without a reason, and is refused while one is', async () => {
    const { gaps, reasons, actions } = await shown(q2)
    expect(gaps.length).toBeGreaterThan(2)
    expect(actions.find((one) => one.action === 'submit')).toMatchObject({ allowed: false, clause: 'G3.5' })
    const call = async (revision: number) =>
      (await manager()).call(contract.submitReturn, { params: { filingId: q2 }, body: { revision } })
    expect((await call(reasons.revision)).body.error.code).toBe('returns.reason-for-delay-missing')
    await explain(q2)
    expect((await call(reasons.revision)).status).toBe(409)
    expect((await shown(q2)).gaps).toEqual([])
  })

  it('is the manager’s, freezes version and hash, and happens once', async () => {
    const { reasons } = await shown(q2)
    const params = { filingId: q2 }
    const body = { revision: reasons.revision }
    expect((await (await officer()).call(contract.submitReturn, { params, body })).status).toBe(403)
    const client = await manager()
    const [one, other] = await Promise.all([
      client.call(contract.submitReturn, { params, body }),
      client.call(contract.submitReturn, { params, body }),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 422])
    const { state, version, timeliness, head } = await shown(q2)
    expect({ state, no: version?.no, timeliness }).toEqual({
      state: 'submitted',
      no: 1,
      timeliness: { state: 'on-time', days: 0 },
    })
    expect(version?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(head).toMatchObject({
      filledBy: `${park.name}·服务专员`,
      reviewedBy: `${park.name}·负责人`,
      submittedOn: '2026-07-03',
    })
    const again = await (await officer()).call(contract.explainReturn, { params, body: { ...body, reasons: {} } })
    expect(again.body.error.code).toBe('common.not-in-state')
  })

  it('holds against what is recorded later, and says where the difference will stand', async () => {
    const before = totals((await shown(q2)).rows)
    world.setClock('2026-07-12')
    await payFor(world, park, late, '2026-06-28')
    const { rows, later } = await shown(q2)
    expect(totals(rows)).toEqual(before)
    expect(later?.quarter).toBe('2026Q3')
    expect(later?.figures).toMatchObject([{ indicator: 'F1', reported: 2.4, now: 3.6 }])
    const records = await (await manager()).done(contract.listRowRecords, { params: { filingId: q2, indicator: 'F1' } })
    expect(records).toMatchObject({ frozen: true, figure: 2.4, total: 3 })
  })

  it('is refused by the database when somebody would change it', async () => {
    for (const statement of [
      'update return_rows set total_value = 99',
      'delete from return_facts',
      'update return_heads set spent_fen = 0',
      `insert into return_rows select version_id, pilot_id, period, 99, 'X1', unit, baseline, target, year_target, 1, 1, 1, 1, 1, 1, 0, null, '', scope from return_rows limit 1`,
      `insert into return_facts select version_id, 'P3', 'service', gen_random_uuid(), day, 1, null, null, 0, scope from return_facts limit 1`,
    ])
      await expect(world.sql(statement)).rejects.toThrow(/append-only|complete/)
    const raise = (value: string, reason = '抽查') =>
      world.sql(
        `insert into return_reductions select version_id, indicator, ${value}, $1, scope from return_rows where indicator = 'P3'`,
        [reason],
      )
    await expect(raise('total_value + 1')).rejects.toThrow(/only be lower/)
    await expect(raise('total_value')).rejects.toThrow(/only be lower/)
    await expect(raise('-1')).rejects.toThrow(/check constraint/)
    await expect(raise('1', ' ')).rejects.toThrow(/check constraint/)
    await expect(
      world.sql(
        `insert into return_reductions select version_id, indicator, 0, 'x', scope from return_rows where indicator = 'B1'`,
      ),
    ).rejects.toThrow(/only be lower/)
  })
})

describe('acceptance (G3.5)', () => {
  const accept = async (who: string, reductions: contract.Reduction[], filingId = q2) =>
    (await world.as(who)).call(contract.acceptReturn, { params: { filingId }, body: { versionNo: 1, reductions } })
  const cut = (accepted: number, reason = '一项佐证不完整', indicator = 'P3') => ({ indicator, accepted, reason })

  it('is the county economy bureau’s alone', async () => {
    expect((await accept('海宁市经信局·经办', [])).status).toBe(404)
    expect((await accept('嘉善县财政局·经办', [])).status).toBe(403)
    expect((await accept(`${park.name}·负责人`, [])).status).toBe(403)
    expect((await shown(q2, () => world.as('嘉善县财政局·经办'))).state).toBe('submitted')
  })

  it('only lowers, only with a reason, never out of nothing; a refused one writes nothing', async () => {
    const who = '嘉善县经信局·经办'
    const code = async (reductions: contract.Reduction[]) => (await accept(who, reductions)).body.error.code
    expect(await code([cut(3)])).toBe('returns.figure-raised')
    expect(await code([cut(1, '  ')])).toBe('returns.reduced-without-reason')
    expect(await code([cut(-1)])).toBe('returns.bad-figure')
    expect(await code([cut(0, '无', 'B1')])).toBe('returns.figure-out-of-nothing')
    expect(await code([cut(1), cut(1)])).toBe('common.invalid')
    expect(await code([cut(1, 'x', 'X9')])).toBe('common.invalid')
    expect(await code([cut(1), cut(999, 'x', 'P2')])).toBe('returns.figure-raised')
    expect(await world.sql('select * from return_reductions')).toEqual([])
  })

  it('stands for good, with the reported figure beside it', async () => {
    const done = await accept('嘉善县经信局·经办', [cut(1), cut(3, '与填报一致', 'P2')])
    expect(done.body).toEqual({ state: 'accepted', reduced: 1 })
    expect((await accept('嘉善县经信局·负责人', [])).body.error.code).toBe('common.not-in-state')
    const { rows, acceptance } = await shown(q2)
    const p3 = rows.find((row) => row.indicator === 'P3')
    expect(p3).toMatchObject({ total: 2, accepted: 1, reductionReason: '一项佐证不完整' })
    expect(rows.find((row) => row.indicator === 'P1')?.accepted).toBe(1)
    expect(acceptance?.byName).toBe('嘉善县经信局·经办')
    await expect(
      world.sql(
        `insert into return_reductions select version_id, indicator, 0, 'x', scope from return_rows where indicator = 'P1'`,
      ),
    ).rejects.toThrow(/final/)
  })
})

describe('the next return (G3.5)', () => {
  it('carries the correction, in its rows and in the records it opens', async () => {
    world.setClock('2026-10-15')
    q3 = await opened('2026Q3')
    const { rows, timeliness } = await shown(q3)
    expect(timeliness).toEqual({ state: 'overdue', days: 5 })
    expect(totals(rows)).toMatchObject(await oracle('2026-09-30'))
    const row = (code: string) => rows.find((one) => one.indicator === code)
    expect(row('F1')?.previous).toMatchObject({ quarter: '2026Q2', reported: 2.4, accepted: 2.4, correction: 1.2 })
    expect(row('P3')?.previous).toMatchObject({
      reported: 2,
      accepted: 1,
      reductionReason: '一项佐证不完整',
      correction: 0,
    })
    expect(row('P3')).toMatchObject({ thisQuarter: 1, total: 3 })
    const client = await manager()
    const { changes } = await client.done(contract.listRowRecords, { params: { filingId: q3, indicator: 'F1' } })
    expect(changes).toMatchObject({ quarter: '2026Q2', added: [{ kind: 'payment', value: 1_800_000 }], removed: [] })
  })

  it('comes late and is taken all the same; it keeps its correction when it is frozen', async () => {
    await explain(q3)
    const { reasons } = await shown(q3)
    await (await manager()).done(contract.submitReturn, {
      params: { filingId: q3 },
      body: { revision: reasons.revision },
    })
    const { rows, timeliness } = await shown(q3)
    expect(timeliness).toEqual({ state: 'late', days: 5 })
    expect(rows.find((row) => row.indicator === 'F1')?.previous?.correction).toBe(1.2)
    expect((await shown(q2)).later).toBeNull()
  })

  it('waits for the one before to be submitted', async () => {
    world.setClock('2027-04-02')
    const q4 = await opened('2026Q4')
    const q1 = await opened('2027Q1')
    await explain(q1)
    const { reasons, actions } = await shown(q1)
    expect(actions.find((one) => one.action === 'submit')?.allowed).toBe(false)
    const body = { revision: reasons.revision }
    const early = await (await manager()).call(contract.submitReturn, { params: { filingId: q1 }, body })
    expect(early.body.error.code).toBe('returns.one-before-not-submitted')
    expect(early.body.error.facts.quarter).toBe('2026Q4')
    expect(q4).not.toBe(q1)
  })
})

describe('the official form (G3.5)', () => {
  const sheet = async (filingId: string, language: 'zh' | 'en' = 'zh') => {
    const given = { params: { filingId }, search: { language } }
    const { status, raw, headers } = await (await manager()).call(contract.returnWorkbook, given)
    expect(status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(raw as never)
    const page = book.worksheets[0]
    if (!page) throw new Error('no sheet')
    const lines: string[][] = []
    page.eachRow((row) => lines.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))))
    return { page, lines, name: decodeURIComponent(String(headers['content-disposition'])) }
  }

  it('holds what the screen shows: head, 17 columns, accepted figures, signatures, version and hash', async () => {
    const { page, lines, name } = await sheet(q2)
    const { rows, version } = await shown(q2)
    expect(name).toContain('嘉善归谷智造园-2026年二季度-绩效目标完成情况表.xlsx')
    const text = lines.map((line) => line.join('|')).join('\n')
    for (const part of [
      '绩效目标完成情况表',
      '嘉善县',
      park.uscc,
      '5,000,000.00',
      '36,000.00',
      '2.4%',
      '填报人（签字）：',
    ])
      expect(text).toContain(part)
    const head = lines.findIndex((line) => line[0] === '序号')
    expect(lines[head]).toHaveLength(17)
    const p3 = lines.find((line) => line[3] === '个性化服务完成项数')
    const row = rows.find((one) => one.indicator === 'P3')
    expect(p3?.slice(5)).toEqual(
      [120, 60, 0, 2, 2, 2, row?.rate, row?.gap, row?.proofs, row?.reason, 1, '一项佐证不完整'].map(String),
    )
    expect(page.headerFooter.oddFooter).toContain(version?.hash)
    expect(page.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 })
  })

  it('puts a correction in a row of its own, and says of a draft that it is one', async () => {
    const { lines } = await sheet(q3)
    const correction = lines.find((line) => line[3] === '其中：对 2026年二季度 的更正')
    expect(correction?.[10]).toBe('1.2')
    const open = (await (await manager()).done(contract.listReturns, { params: { pilotId: park.pilotId } })).quarters
    const { page } = await sheet(open.find((one) => one.state === 'open')?.filingId ?? '', 'en')
    expect(page.headerFooter.oddFooter).toContain('Draft, not submitted')
  })
})

it('is found by nobody outside its county, in lists, tables and files', async () => {
  for (const who of ['海宁市经信局·经办', '嘉善大云精密园·负责人']) {
    const client = await world.as(who)
    const params = { filingId: q2 }
    expect((await client.call(contract.showReturn, { params })).status).toBe(404)
    expect((await client.call(contract.returnWorkbook, { params })).status).toBe(404)
    expect((await client.call(contract.listReturns, { params: { pilotId: park.pilotId } })).status).toBe(404)
  }
  expect((await shown(q2, () => world.as('省经信厅·处室'))).state).toBe('accepted')
})
