import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { FormRow, RowsContent } from '../../../policy/filings/forms.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const leader = '嘉善县经信局·负责人'
const finance = '嘉善县财政局·经办'
const province = '省经信厅·处室'

const of = (kind: 'liaison-list' | 'disbursement-plan' | 'half-year-summary', period = '') => ({
  batchId: county.batchId,
  unitId: county.countyId,
  kind,
  period,
})

const officer = (id: string, more: Partial<Record<string, string>> = {}): FormRow => ({
  id,
  unitKind: 'economy',
  unit: '嘉善县经济和信息化局',
  name: `联络员${id}`,
  office: '',
  duty: '',
  phone: '0573-8400000',
  mobile: '',
  seat: 'A',
  from: '2026-04-01',
  until: '',
  remark: '',
  ...more,
})
const officers = [
  officer('1'),
  officer('2', { seat: 'B' }),
  officer('3', { unitKind: 'finance', unit: '嘉善县财政局' }),
  officer('4', { unitKind: 'finance', unit: '嘉善县财政局', seat: 'B' }),
  officer('5', { unitKind: 'park', unit: '嘉善归谷智造园' }),
  officer('6', { unitKind: 'park', unit: '嘉善大云精密园' }),
]

async function show(filingId: string, by = economy) {
  return (await world.as(by)).done(contract.showFiling, { params: { filingId } })
}

async function save(filingId: string, section: string, content: unknown, { by = economy, revision = -1 } = {}) {
  const client = await world.as(by)
  const shown =
    revision < 0 ? (await show(filingId)).sections.find((one) => one.section === section)?.revision : revision
  return client.call(contract.saveFilingSection, {
    params: { filingId, section },
    body: { revision: shown ?? 0, content },
  })
}

async function submit(filingId: string, by = economy) {
  return (await world.as(by)).call(acts.submitFiling, {
    params: { filingId },
    body: { reason: '已逐项核对，内容无误' },
  })
}

async function opine(
  filingId: string,
  by: string,
  body: { verdict?: 'approve' | 'return'; versionNo?: number; marks?: { section: string; reason: string }[] } = {},
) {
  const client = await world.as(by)
  return client.call(acts.giveOpinion, {
    params: { filingId },
    body: { verdict: 'approve', versionNo: 1, marks: [], ...body },
  })
}

async function recordIt(filingId: string, by = province, versionNo = 1) {
  const client = await world.as(by)
  return client.call(acts.recordFiling, {
    params: { filingId },
    body: { versionNo, recordNo: '浙经信备〔2026〕1号' },
  })
}

async function reopen(filingId: string, by: string, sections: string[], reason = '人员变动') {
  return (await world.as(by)).call(acts.reopenFiling, { params: { filingId }, body: { sections, reason } })
}

const rowsIn = (view: { sections: { content?: unknown }[] }) =>
  (view.sections[0]?.content as RowsContent | undefined)?.rows
const allowed = (view: { actions: { action: string; allowed: boolean }[] }) =>
  view.actions.filter((one) => one.allowed).map((one) => one.action)

it('lists what is owed before anybody has begun, to those who owe it and those above (G5.1, G4.1)', async () => {
  const own = await (await world.as(economy)).done(contract.listFilings)
  expect(own.filings.map((one) => [one.kind, one.unitName, one.dueOn, one.filingId])).toEqual([
    ['liaison-list', '嘉善县', '2026-04-18', null],
    ['plan', county.second.name, '2026-04-25', expect.any(String)],
    ['plan', county.first.name, '2026-04-25', expect.any(String)],
    ['disbursement-plan', '嘉善县', '2026-04-30', null],
  ])
  expect(own.filings[0]).toMatchObject({ standing: { state: 'due', days: 17 }, open: { allowed: true } })
  const seen = await (await world.as(province)).done(contract.listFilings, { search: { kind: 'liaison-list' } })
  expect(seen.filings.map((one) => one.unitName).toSorted()).toEqual(['嘉善县', '海宁市'].toSorted())
  expect(seen.filings[0]?.open).toMatchObject({ allowed: false, clause: 'G5.1' })
  const below = await (await world.as('嘉善归谷智造园·负责人')).done(contract.listFilings)
  expect(below.filings.map((one) => one.kind)).toEqual(['plan'])
  const { mine } = await (await world.as(economy)).done(inbox.showInbox)
  expect(mine.tasks.filter((one) => one.task === 'filing.open').map((one) => [one.about.zh, one.dueOn])).toEqual([
    ['联络员名单', '2026-04-18'],
    ['资金拨付方案', '2026-04-30'],
  ])
})

it('is begun only by who prepares it, for a unit that owes it, once', async () => {
  const body = of('liaison-list')
  const tries = async (name: string, more: object = {}) =>
    (await world.as(name)).call(contract.openFiling, { body: { ...body, ...more } })
  expect((await tries('海宁市经信局·经办')).status).toBe(404)
  expect((await tries(finance)).body.error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G5.1' })
  expect((await tries('嘉善归谷智造园·负责人')).status).toBe(404)
  expect((await tries('嘉善归谷智造园·服务专员')).status).toBe(404)
  expect((await tries(economy, { unitId: county.first.parkId })).body.error).toMatchObject({ code: 'filing.not-owed' })
  expect((await tries(economy, { period: '2026H1' })).body.error.code).toBe('filing.period-not-owed')
  const early = await tries(economy, { kind: 'half-year-summary', period: '2026H1' })
  expect(early.body.error).toMatchObject({ code: 'filing.period-not-over', clause: 'G5.4' })
  expect((await tries(economy, { batchId: county.countyId })).status).toBe(404)
  // A colleague of the bureau that prepares it writes as well; only who is named files it.
  expect((await tries(leader)).status).toBe(200)
  expect((await tries(economy)).body.error.code).toBe('filing.opened-before')
})

let liaison = ''

it('keeps what is written section by section, and nobody overwrites what they have not seen', async () => {
  const { filings } = await (await world.as(economy)).done(contract.listFilings, { search: { kind: 'liaison-list' } })
  liaison = filings[0]?.filingId ?? ''
  expect(allowed(await show(liaison))).toEqual(['edit'])
  expect((await save(liaison, 'officers', { rows: officers })).status).toBe(200)
  const other = await save(liaison, 'officers', { rows: [] }, { revision: 0 })
  expect(other.status).toBe(409)
  expect(other.body.error.facts).toMatchObject({ editor: economy, revision: 1 })
  const shown = await show(liaison, finance)
  expect(rowsIn(shown)).toHaveLength(6)
  expect(allowed(shown)).toEqual([])
  expect((await save(liaison, 'officers', { rows: officers }, { by: finance, revision: 1 })).status).toBe(422)
  expect((await save(liaison, 'officers', { rows: officers }, { by: '海宁市经信局·经办', revision: 1 })).status).toBe(
    404,
  )
})

it('refuses a day that does not exist, an unknown choice and a strange field, and writes nothing', async () => {
  const bad = await save(liaison, 'officers', { rows: [officer('1', { from: '2026-02-30' })] })
  expect(bad.body.error).toMatchObject({ code: 'common.bad-day', clause: 'G5.1' })
  expect(bad.body.error.fields[0]?.field).toBe('content.rows.0.from')
  for (const row of [
    officer('1', { seat: 'C' }),
    officer('1', { salary: '1' }),
    officer('1', { name: '长'.repeat(31) }),
  ]) {
    expect((await save(liaison, 'officers', { rows: [row] })).status).toBe(422)
  }
  expect((await save(liaison, 'nothing', { rows: [] })).body.error.code).toBe('review.unknown-section')
  expect(rowsIn(await show(liaison))).toHaveLength(6)
})

it('goes its way in order: submitted, returned with a reason, changed, approved, recorded (G5.1)', async () => {
  expect((await opine(liaison, finance)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G5.1' })
  expect((await recordIt(liaison)).status).toBe(422)
  for (const by of [finance, leader])
    expect((await submit(liaison, by)).body.error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G5.1' })
  expect((await submit(liaison)).body.no).toBe(1)
  expect((await save(liaison, 'officers', { rows: [] })).status).toBe(422)
  expect((await opine(liaison, leader)).body.error.code).toBe('review.not-a-reviewer')
  expect((await opine(liaison, province)).body.error.code).toBe('review.not-a-reviewer')
  expect((await opine(liaison, '海宁市财政局·经办')).status).toBe(404)
  expect((await opine(liaison, finance, { versionNo: 2 })).status).toBe(409)
  const waits = await show(liaison, finance)
  expect(waits.waiting).toEqual([{ zh: '县级财政部门', en: 'County finance bureau' }])
  expect(allowed(waits)).toEqual(['give-opinion'])
  const back = await opine(liaison, finance, {
    verdict: 'return',
    marks: [{ section: 'officers', reason: '缺园区 B 角' }],
  })
  expect(back.body.state).toBe('returned')
  const returned = await show(liaison)
  expect(returned.sections[0]?.marks).toEqual([{ seat: 'county-finance', reason: '缺园区 B 角' }])
  const more = [...officers, officer('7', { unitKind: 'park', unit: '嘉善归谷智造园', seat: 'B' })]
  await save(liaison, 'officers', {
    rows: more.map((row) => (row.id === '1' ? { ...row, phone: '0573-8411111' } : row)),
  })
  expect((await submit(liaison)).body.no).toBe(2)
  const review = await show(liaison, finance)
  expect(
    review.changes?.map((one) => [one.kind, one.label.zh, one.before.zh, one.after.zh.slice(0, 12).trim()]),
  ).toEqual([
    ['changed', '第 1 行办公电话', '0573-8400000', '0573-8411111'],
    ['added', '第 7 行', '', '园区 · 嘉善归谷智造园'],
  ])
  const tasksOf = async (name: string) =>
    (await (await world.as(name)).done(inbox.showInbox)).mine.tasks.map((one) => `${one.task} ${one.href}`)
  expect(await tasksOf(finance)).toEqual([`filing.review-county-finance /filings/${liaison}`])
  expect((await opine(liaison, finance, { versionNo: 2 })).body.state).toBe('approved')
  expect(await tasksOf(province)).toContain(`filing.record /filings/${liaison}`)
  expect((await recordIt(liaison, '省财政厅·处室', 2)).body.error).toMatchObject({
    code: 'filing.not-the-recorder',
    clause: 'G5.1',
  })
  expect((await recordIt(liaison, economy, 2)).status).toBe(403)
  expect((await recordIt(liaison, province, 1)).status).toBe(409)
  expect((await recordIt(liaison, province, 2)).body).toMatchObject({ state: 'recorded' })
  const done = await show(liaison)
  expect(done).toMatchObject({ isDone: true, waiting: [], record: { no: '浙经信备〔2026〕1号', byName: province } })
  expect(allowed(done)).toEqual([])
  expect(allowed(await show(liaison, province))).toEqual(['reopen'])
})

it('is opened again by the province with a reason, and comes back only through all the steps', async () => {
  expect((await reopen(liaison, economy, ['officers'])).body.error.code).toBe('filing.not-the-reopener')
  expect((await reopen(liaison, province, ['officers'], ' ')).body.error.code).toBe('filing.reopened-without-reason')
  expect((await reopen(liaison, province, [])).body.error.code).toBe('filing.nothing-reopened')
  expect((await reopen(liaison, province, ['officers'])).body.state).toBe('returned')
  const open = await show(liaison)
  expect(open).toMatchObject({ record: null, isDone: false, reopenings: [{ byName: province, reason: '人员变动' }] })
  expect(allowed(open)).toEqual(['edit', 'submit'])
  expect((await submit(liaison)).body.no).toBe(3)
  const client = await world.as(economy)
  await client.done(acts.withdrawFiling, { params: { filingId: liaison }, body: { reason: '附件放错' } })
  expect((await show(liaison)).sections[0]?.open).toBe(true)
  await submit(liaison)
  expect((await show(liaison)).changes).toEqual([])
})
