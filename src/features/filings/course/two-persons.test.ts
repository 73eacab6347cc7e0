import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { draftPlan, openPark, submitPlan } from '../../../../database/demo/programme.ts'
import { reported, submit as submitMatter } from '../../../../tests/support/matters.ts'
import { opinionsIn, said } from '../../../../tests/support/opinions.ts'
import { openReturn, type Served, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { zj2023 } from '../../../policy/editions/data/zj-2023.ts'
import { registerEdition } from '../../../policy/editions/edition.ts'
import * as pilots from '../../programme/pilots/contract.ts'
import { filingWord } from '../papers/contract.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const officer = '嘉善县经信局·经办'
const leader = '嘉善县经信局·负责人'
const finance = '嘉善县财政局·经办'
const financeLeader = '嘉善县财政局·负责人'

let world: World
let county: Served
let plan = ''
let { opine, sign, discard } = {} as ReturnType<typeof opinionsIn>
beforeAll(async () => {
  world = await startWorld()
  ;({ opine, sign, discard } = opinionsIn(world))
  county = await servedPilot(world)
  await draftPlan(world, county.second)
  await submitPlan(world, county.second)
  plan = await planOf(await world.as(officer), county.second.pilotId)
})
afterAll(() => world.stop())

async function show(by: string, filingId = plan) {
  return (await world.as(by)).done(contract.showFiling, { params: { filingId } })
}

async function can(by: string, filingId = plan): Promise<string[]> {
  const { actions } = await show(by, filingId)
  return actions.filter((one) => one.allowed).map((one) => one.action)
}

async function count(of: string, filingId = plan): Promise<number | undefined> {
  const on = `from ${of} o join filing_versions v on v.id = o.version_id where v.filing_id = $1`
  return (await world.sql<{ n: number }>(`select count(*)::int as n ${on}`, [filingId]))[0]?.n
}

async function events(kind: string, filingId = plan): Promise<unknown[]> {
  return world.sql('select after from audit_events where kind = $1 and subject = $2 order by at', [kind, filingId])
}

describe('the leader of a bureau', () => {
  it('has its opinions signed from now on, in their own county alone', async () => {
    for (const by of [officer, finance, '省经信厅·处室', `${county.park.name}·负责人`]) {
      const { status } = await (await world.as(by)).call(acts.requireSigning, { body: { required: true } })
      expect([by, status]).toEqual([by, 403])
    }
    await (await world.as(leader)).done(acts.requireSigning, { body: { required: true } })
    const known = await (await world.as(finance)).done(acts.showSigning)
    expect(known.bureaus.map(({ bureau, required, setByName }) => [bureau, required, setByName])).toEqual([
      ['economy', true, leader],
      ['finance', false, null],
    ])
    expect(known.change.allowed).toBe(false)
    const foreign = await (await world.as('海宁市经信局·负责人')).done(acts.showSigning)
    expect(foreign.bureaus.map((one) => one.required)).toEqual([false, false])
    expect(foreign.change.allowed).toBe(true)
    expect((await show(officer)).signedSeats).toEqual(['county-economy'])
    const set = await world.sql(`select after from audit_events where kind = 'signing.set'`)
    expect(set).toEqual([{ after: { bureau: 'economy', required: true } }])
  })
})

describe('a prepared opinion', () => {
  it('does nothing yet, and is shown to its own seat', async () => {
    expect((await opine(officer, plan)).body).toEqual({ state: 'submitted', toSign: true })
    for (const by of [officer, leader]) {
      const { state, prepared, versions, waitingFor } = await show(by)
      expect(prepared).toMatchObject([{ seat: 'county-economy', verdict: 'approve', accountName: officer }])
      expect([state, versions[0]?.opinions, waitingFor]).toEqual([
        'submitted',
        [],
        ['county-economy', 'county-finance'],
      ])
    }
    for (const by of [finance, financeLeader, '省经信厅·处室', `${county.second.name}·负责人`])
      expect([by, (await show(by)).prepared]).toEqual([by, []])
    expect(await can(officer)).toEqual(['discard-opinion'])
    expect(await can(leader)).toEqual(['sign-opinion', 'discard-opinion'])
    expect(await can(financeLeader)).toEqual(['give-opinion'])
    expect(said(await opine(leader, plan))).toBe('review.waits-for-signature')
    expect(await events('filing.opinion-prepared')).toHaveLength(1)
  })

  it('is cleared when the park takes its submission back', async () => {
    const manager = await world.as(`${county.second.name}·负责人`)
    await manager.done(acts.withdrawFiling, { params: { filingId: plan }, body: { reason: '附件放错' } })
    expect(await show(leader)).toMatchObject({ state: 'draft', prepared: [] })
    expect(await count('prepared_opinions')).toBe(0)
    await submitPlan(world, county.second)
    expect(said(await sign(leader, plan, 2))).toBe('review.nothing-to-sign')
  })

  it('is not prepared by the leader, whom nobody could sign for; who prepared it takes it back with a reason', async () => {
    expect(said(await opine(leader, plan, { versionNo: 2 }))).toBe('review.officer-prepares')
    expect(await can(leader)).not.toContain('give-opinion')
    expect((await opine(officer, plan, { versionNo: 2 })).body.toSign).toBe(true)
    expect(said(await discard(officer, plan, ' '))).toBe('review.taken-back-without-reason')
    expect(said(await discard(officer, plan, '改为退回'))).toBe(200)
    expect(await count('prepared_opinions')).toBe(0)
  })

  it('waits for the leader of its own bureau: not the officer, not the other bureau, not another county', async () => {
    await opine(officer, plan, { versionNo: 2 })
    expect(said(await sign(officer, plan, 2))).toBe('review.leader-signs')
    expect(said(await sign(financeLeader, plan, 2))).toBe('review.nothing-to-sign')
    expect(said(await sign('省经信厅·处室', plan, 2))).toBe('review.not-a-reviewer')
    expect((await sign(`${county.second.name}·负责人`, plan, 2)).status).toBe(403)
    expect((await sign('海宁市经信局·负责人', plan, 2)).status).toBe(404)
    expect((await sign(leader, plan, 1)).status).toBe(409)
    expect(await count('filing_opinions')).toBe(0)
  })

  it('is sent back by the leader with a reason, and without one stays', async () => {
    const blank = await discard(leader, plan, '  ')
    expect([said(blank), blank.body.error.fields[0]?.field]).toEqual(['review.sent-back-without-reason', 'reason'])
    expect(said(await discard(financeLeader, plan, '重新拟定'))).toBe('review.nothing-to-sign')
    expect(await count('prepared_opinions')).toBe(1)
    expect(await events('filing.opinion-discarded')).toHaveLength(1)
    expect(said(await discard(leader, plan, '请补充目标测算依据'))).toBe(200)
    expect((await events('filing.opinion-discarded'))[1]).toEqual({ after: { reason: '请补充目标测算依据' } })
  })

  it('takes effect when it is signed, once, and keeps both names, on the paper too', async () => {
    expect((await opine(finance, plan, { versionNo: 2 })).body).toEqual({ state: 'submitted', toSign: false })
    // What is given in one moment has no order.
    world.setClock(new Date(world.now.getTime() + 60_000).toISOString())
    await opine(officer, plan, { versionNo: 2 })
    const baselines = async () =>
      (await world.sql('select id from baselines where pilot_id = $1', [county.second.pilotId])).length
    expect([await count('filing_opinions'), await baselines()]).toEqual([1, 0])
    const twice = await Promise.all([sign(leader, plan, 2), sign(leader, plan, 2)])
    expect(twice.map((one) => one.status).sort()).toEqual([200, 422])
    expect(twice.find((one) => one.status === 200)?.body).toEqual({ state: 'approved', toSign: false })
    expect([await count('filing_opinions'), await count('prepared_opinions'), await baselines()]).toEqual([2, 0, 1])
    const { versions, prepared } = await show(finance)
    expect(versions[0]?.opinions.map((one) => [one.seat, one.accountName, one.preparedByName])).toEqual([
      ['county-finance', finance, null],
      ['county-economy', leader, officer],
    ])
    expect(prepared).toEqual([])
    const paper = await (await world.as(officer)).call(filingWord, { params: { filingId: plan } })
    const boxes = (await readWord(paper.raw)).tables.at(-1)?.flat() ?? []
    const own = boxes.find((box) => box.startsWith('嘉善县经信局意见'))
    expect(own).toContain(`拟定：${officer}；签发：${leader}`)
    expect(own).not.toContain('经办：')
    expect(boxes.find((box) => box.startsWith('嘉善县财政局意见'))).not.toContain('拟定')
  })
})

describe('the reduced figures of a table', () => {
  it('are checked when they are prepared, and stand when they are signed', async () => {
    world.setClock('2026-07-08')
    const table = await openReturn(world, county.park, '2026Q2')
    await submitReturn(world, county.park, table)
    const cut = (accepted: number) => ({
      judgment: { reductions: [{ indicator: 'P3', accepted, reason: '一项佐证不完整' }] },
    })
    expect(said(await opine(officer, table, cut(3)))).toBe('returns.figure-raised')
    expect(await count('prepared_opinions', table)).toBe(0)
    expect((await opine(officer, table, cut(1))).body).toEqual({ state: 'submitted', toSign: true })
    const p3 = async () => (await showReturn(world, table, leader)).rows.find((row) => row.indicator === 'P3')
    expect(await p3()).toMatchObject({ total: 2, accepted: null, reductions: [] })
    expect(await count('return_reductions', table)).toBe(0)
    expect((await sign(leader, table)).body).toEqual({ state: 'approved', toSign: false })
    expect(await p3()).toMatchObject({
      total: 1,
      accepted: 1,
      reductions: [{ amount: 1, reason: '一项佐证不完整', byName: leader }],
    })
    expect(await count('return_reductions', table)).toBe(1)
  })
})

describe('a return for correction', () => {
  it('opens nothing before it is signed; the database takes no opinion of one person', async () => {
    const matter = await reported(world, county.park, 'other')
    await submitMatter(world, county.park, matter)
    const insert = (by: string, prepared: string | null) =>
      world.sql(
        `insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, prepared_by, verdict, given_at, scope)
         select gen_random_uuid(), v.id, v.submitted_by, 'county', 'economy', a.id, p.id, 'approve', now(), v.scope
           from filing_versions v join accounts a on a.name = $2 left join accounts p on p.name = $3 where v.filing_id = $1`,
        [matter, by, prepared],
      )
    await expect(insert(officer, null)).rejects.toThrow(/signed by a second person/)
    await expect(insert(leader, leader)).rejects.toThrow(/filing_opinions_two_persons/)
    await expect(insert(leader, `${county.park.name}·负责人`)).rejects.toThrow(
      /filing_opinions_(two_persons|prepared_by)/,
    )
    const marks = [{ section: 'report', reason: '经过不清' }]
    expect((await opine(officer, matter, { marks })).body).toEqual({ state: 'submitted', toSign: true })
    expect((await show(officer, matter)).sections.some((one) => one.open)).toBe(false)
    expect((await sign(leader, matter)).body).toEqual({ state: 'returned', toSign: false })
    const { sections } = await show(officer, matter)
    expect(sections.filter((one) => one.open).map((one) => one.marks)).toEqual([
      [{ seat: 'county-economy', reason: '经过不清' }],
    ])
    await submitMatter(world, county.park, matter)
    await (await world.as(leader)).done(acts.requireSigning, { body: { required: false, reason: '恢复一人办理' } })
    expect((await opine(officer, matter, { versionNo: 2 })).body).toEqual({ state: 'submitted', toSign: false })
  })
})

it('an edition asks for two persons by itself: here for the plan, by the county economy bureau', async () => {
  const edition = registerEdition({
    ...zj2023,
    id: 'test-signed',
    obligations: zj2023.obligations.map((rule) =>
      rule.id === 'plan' ? { ...rule, signed: ['county-economy' as const] } : rule,
    ),
  })
  const province = await world.as('省经信厅·处室')
  const batch = { edition: edition.id, firstYear: 2026, name: '两人签发批次' }
  const { batchId } = await province.done(pilots.createBatch, { body: batch })
  const [foreign] = await world.sql<{ parentId: string }>(`select parent_id as "parentId" from units where id = $1`, [
    county.foreign.parkId,
  ])
  const park = await openPark(world, batchId, foreign?.parentId ?? '', '海宁时尚二园', 91)
  const { pilotId } = park
  await draftPlan(world, park)
  await submitPlan(world, park)
  const filingId = await planOf(province, pilotId)
  expect((await opine('海宁市经信局·经办', filingId)).body).toEqual({ state: 'submitted', toSign: true })
  // What the other bureau sends back is no longer waiting for anybody's signature.
  const marks = [{ section: 'controls', reason: '请补充审批权限' }]
  expect((await opine('海宁市财政局·经办', filingId, { marks })).body).toEqual({ state: 'returned', toSign: false })
  expect(await count('prepared_opinions', filingId)).toBe(0)
  await submitPlan(world, park)
  const second = { versionNo: 2 }
  expect((await opine('海宁市财政局·经办', filingId, second)).body).toEqual({ state: 'submitted', toSign: false })
  expect((await opine('海宁市经信局·经办', filingId, second)).body).toEqual({ state: 'submitted', toSign: true })
  expect(said(await sign('海宁市财政局·负责人', filingId, 2))).toBe('review.bureau-has-spoken')
  expect((await show('海宁市经信局·负责人', filingId)).signedSeats).toEqual(['county-economy'])
  expect((await sign('海宁市经信局·负责人', filingId, 2)).body).toEqual({ state: 'approved', toSign: false })
})
