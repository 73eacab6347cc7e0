import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County } from '../../../../database/demo/programme.ts'
import { planSeenBy } from '../../../../tests/support/tranches.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { FieldsContent, FormRow, RowsContent } from '../../../policy/filings/forms.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as summaries from '../../oversight/summaries/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as contract from '../course/contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'

async function begin(kind: 'disbursement-plan' | 'half-year-summary', period = '') {
  const body = { batchId: county.batchId, unitId: county.countyId, kind, period }
  return (await world.as(economy)).call(contract.openFiling, { body })
}

async function show(filingId: string, by = economy) {
  return (await world.as(by)).done(contract.showFiling, { params: { filingId } })
}

async function part(filingId: string, section: string) {
  const found = (await show(filingId)).sections.find((one) => one.section === section)
  if (!found) throw new Error(section)
  return found
}

async function save(filingId: string, section: string, content: unknown) {
  const { revision } = await part(filingId, section)
  return (await world.as(economy)).call(contract.saveFilingSection, {
    params: { filingId, section },
    body: { revision, content },
  })
}

const submit = async (filingId: string) => (await world.as(economy)).call(acts.submitFiling, { params: { filingId } })

/** Approved by finance and recorded. */
async function finish(filingId: string, by: string, versionNo = 1) {
  const params = { filingId }
  await (await world.as(finance)).done(acts.giveOpinion, {
    params,
    body: { verdict: 'approve', versionNo, marks: [] },
  })
  return (await world.as(by)).done(acts.recordFiling, { params, body: { versionNo, recordNo: '备案-1' } })
}

const yuan = 100
const days = ['2026-06-01', '2026-12-01', '2027-06-01']
const amounts = [1_500_000 * yuan, 2_500_000 * yuan, 1_000_000 * yuan]
const filled = (rows: readonly FormRow[]) =>
  rows.map((row): FormRow => {
    const at = Number(row.no) - 1
    return { ...row, month: days[at] ?? '', amount: amounts[at] ?? null }
  })
const arrangements = {
  fields: { responsibilities: '经信负责核对，财政负责拨付', supervision: '专账核算', disclosure: '' },
}

it('holds a disbursement plan to pilots, tranches, shares, days and the award (G4.1)', async () => {
  const { filingId } = (await begin('disbursement-plan')).body
  for (const name of ['海宁市经信局·经办', '海宁市财政局·经办', '嘉善归谷智造园·负责人']) {
    expect((await (await world.as(name)).call(contract.showFiling, { params: { filingId } })).status).toBe(404)
  }
  const begun = (await part(filingId, 'tranches')).content as RowsContent
  expect(begun.rows.map((row) => [row.park, row.no, row.amount])).toEqual(
    [county.second, county.first].flatMap(({ parkId }) => [
      [parkId, 1, amounts[0]],
      [parkId, 2, null],
      [parkId, 3, null],
    ]),
  )
  const rowsOf = ({ parkId }: { parkId: string }) => begun.rows.filter((row) => row.park === parkId)
  const rows = [...rowsOf(county.first), ...rowsOf(county.second)]
  const foreign = rows.map((row, i) => (i === 4 ? { ...row, park: county.foreign.parkId } : row))
  const refused = await save(filingId, 'tranches', { rows: foreign })
  expect(refused.body.error).toMatchObject({ code: 'filing.foreign-park', clause: 'G4.1' })
  expect(refused.body.error.fields[0]?.field).toBe('content.rows.4.park')
  await save(filingId, 'arrangements', arrangements)

  const gapsOf = async (change: (rows: FormRow[]) => FormRow[]) => {
    await save(filingId, 'tranches', { rows: change(filled(rows)) })
    const stopped = await submit(filingId)
    expect(stopped.body.error).toMatchObject({ code: 'review.gaps-remain', clause: 'G4.1' })
    return (await show(filingId)).gaps.map((gap) => gap.text.zh)
  }
  const change = (at: number, more: Partial<FormRow>) => (rows: FormRow[]) =>
    rows.map((row, i): FormRow => (i === at ? ({ ...row, ...more } as FormRow) : row))
  expect(await gapsOf((rows) => rows.slice(0, 3))).toEqual(['缺少嘉善大云精密园的拨付安排。'])
  expect(await gapsOf((rows) => rows.slice(0, 5))).toEqual([
    '嘉善大云精密园：缺少第 3 期。',
    '嘉善大云精密园：各期合计 4,000,000.00 元，不等于核定资金 5,000,000.00 元。',
  ])
  expect(await gapsOf(change(2, { amount: 1_000_000 * yuan - 1 }))).toEqual([
    '嘉善归谷智造园：各期合计 4,999,999.99 元，不等于核定资金 5,000,000.00 元。',
  ])
  expect(await gapsOf(change(1, { amount: 1_000_000 * yuan }))).toContain(
    '嘉善归谷智造园：第 2 期应在 2,500,000.00 至 3,500,000.00 元之间。',
  )
  expect(await gapsOf(change(2, { month: '2028-01-01' }))).toEqual([
    '嘉善归谷智造园：第 3 期应在 2026-01-01 至 2027-12-31 之间。',
  ])
  expect(await gapsOf(change(2, { month: '2026-07-01' }))).toEqual(['嘉善归谷智造园：第 3 期早于前一期。'])
  expect(await gapsOf(change(2, { no: 4 }))).toEqual([
    '嘉善归谷智造园：没有第 4 期，共 3 期。',
    '嘉善归谷智造园：缺少第 3 期。',
  ])

  await save(filingId, 'tranches', { rows: filled(rows) })
  expect((await submit(filingId)).body.no).toBe(1)
  expect(await planSeenBy(world, '33/', county.first.pilotId)).toBeNull()
  await finish(filingId, '省财政厅·处室')
})

it('is in force once it is on record, each park seeing its own (G4.1)', async () => {
  const own = await planSeenBy(world, county.first.scope, county.first.pilotId)
  expect(own).toEqual(days.map((plannedOn, i) => ({ no: i + 1, amountFen: amounts[i], plannedOn })))
  expect(await planSeenBy(world, county.second.scope, county.first.pilotId)).toBeNull()
  expect(await planSeenBy(world, county.foreign.scope, county.first.pilotId)).toBeNull()
  await expect(world.sql('update planned_tranches set amount_fen = 0')).rejects.toThrow(/append-only/)
})

it('stays in force while it is corrected, and gives way to the corrected one', async () => {
  const { filings } = await (await world.as(economy)).done(contract.listFilings, {
    search: { kind: 'disbursement-plan' },
  })
  const filingId = filings[0]?.filingId ?? ''
  const department = await world.as('省财政厅·处室')
  const body = { sections: ['tranches'], reason: '预算安排调整' }
  await department.done(acts.reopenFiling, { params: { filingId }, body })
  const closed = await save(filingId, 'arrangements', arrangements)
  expect(closed.body.error.code).toBe('review.section-closed')
  const { rows } = (await part(filingId, 'tranches')).content as RowsContent
  await save(filingId, 'tranches', { rows: rows.map((row) => (row.no === 1 ? { ...row, month: '2026-06-20' } : row)) })
  await submit(filingId)
  expect((await planSeenBy(world, '33/', county.first.pilotId))?.[0]?.plannedOn).toBe('2026-06-01')
  const { changes, unchangedSections } = await show(filingId, finance)
  expect(changes?.map((one) => one.after.zh)).toEqual(['2026-06-20', '2026-06-20'])
  expect(unchangedSections).toEqual(['arrangements'])
  await finish(filingId, '省财政厅·处室', 2)
  expect((await planSeenBy(world, '33/', county.first.pilotId))?.[0]?.plannedOn).toBe('2026-06-20')
})

const chapters = ['basics', 'practice', 'results', 'problems', 'next']

it('drafts a half-year summary from the facts, and never overwrites what a person wrote (G5.4)', async () => {
  expect((await begin('half-year-summary', '2026H1')).body.error.code).toBe('filing.period-not-over')
  world.setClock('2026-07-10')
  const { filingId } = (await begin('half-year-summary', '2026H1')).body
  const drafted = (await part(filingId, 'progress')).content as FieldsContent
  expect(drafted.fields.text).toContain('2026年上半年，嘉善县 2 家试点园区共完成个性服务 0 项')
  const diagnosed = drafted.facts?.find((fact) => fact.id === 'diagnosed')
  expect(diagnosed?.parts.map((one) => [one.name, one.value, one.href])).toEqual([
    ['嘉善大云精密园', 0, `/pilots/${county.second.pilotId}/enterprises`],
    ['嘉善归谷智造园', 0, `/pilots/${county.first.pilotId}/enterprises`],
  ])
  const forged = await save(filingId, 'progress', { fields: { text: 'x' }, facts: [] })
  expect(forged.status).toBe(422)
  await save(filingId, 'progress', { fields: { text: `${drafted.drafted}\n县里另有安排。` } })
  await save(filingId, 'funds', { fields: { text: '由人重写。' } })
  const client = await world.as(economy)
  expect((await client.done(contract.refreshDraft, { params: { filingId } })).sections).toEqual([])
  expect(((await part(filingId, 'progress')).content as FieldsContent).fields.text).toContain('县里另有安排。')
  expect(((await part(filingId, 'funds')).content as FieldsContent).fields.text).toBe('由人重写。')
  expect(((await part(filingId, 'funds')).content as FieldsContent).facts).toHaveLength(5)
  expect((await submit(filingId)).body.error.code).toBe('review.gaps-remain')
  for (const section of chapters) await save(filingId, section, { fields: { text: `${section} 一段文字` } })
  await submit(filingId)
  await finish(filingId, '省经信厅·处室')
})

it('merges what the counties have on record, and says where the others stand (G5.4)', async () => {
  const client = await world.as('省经信厅·处室')
  const merged = await client.done(summaries.mergeSummaries)
  expect(merged).toMatchObject({ period: '2026H1', clause: 'G5.4' })
  expect(merged.counties.map((one) => [one.unitName, one.state, one.content !== null])).toEqual([
    ['嘉善县', 'recorded', true],
    ['海宁市', null, false],
  ])
  expect((await (await world.as(economy)).call(summaries.mergeSummaries)).status).toBe(403)
})

it('opens only the text again once a later summary builds on it (G5.4)', async () => {
  world.setClock('2027-01-05')
  const later = (await begin('half-year-summary', '2026H2')).body.filingId
  for (const section of chapters) await save(later, section, { fields: { text: '一段文字' } })
  await submit(later)
  const { filings } = await (await world.as(economy)).done(contract.listFilings, { search: { show: 'done' } })
  const filingId = filings.find((one) => one.period === '2026H1')?.filingId ?? ''
  const department = await world.as('省经信厅·处室')
  expect((await show(filingId, '省经信厅·处室')).reopenable).toEqual(chapters)
  const call = (sections: string[]) =>
    department.call(acts.reopenFiling, { params: { filingId }, body: { sections, reason: '补充案例' } })
  expect((await call(['progress'])).body.error).toMatchObject({ code: 'filing.built-upon', clause: 'G5.4' })
  expect((await call(['results'])).status).toBe(200)
})

it('takes no summary after the lock, late ones are only called late (G5.4)', async () => {
  world.setClock('2027-08-15')
  const late = await begin('half-year-summary', '2027H1')
  expect(late.status).toBe(200)
  expect(await show(late.body.filingId)).toMatchObject({ standing: { state: 'overdue', days: 15 } })
  world.setClock('2027-09-15')
  const stopped = await save(late.body.filingId, 'basics', { fields: { text: '太晚' } })
  expect(stopped.body.error).toMatchObject({ code: 'deadline.locked', clause: 'G5.4' })
  expect((await submit(late.body.filingId)).body.error.code).toBe('deadline.locked')
  expect(((await part(late.body.filingId, 'basics')).content as FieldsContent).fields.text).toBe('')
  const neighbour = await world.as('海宁市经信局·经办')
  const units = (await neighbour.done(contract.listFilings)).filings
  const body = {
    batchId: county.batchId,
    unitId: units[0]?.unitId ?? '',
    kind: 'half-year-summary',
    period: '2027H1',
  } as const
  expect((await neighbour.call(contract.openFiling, { body })).body.error.code).toBe('deadline.locked')

  const grant = { ...body, unitId: county.countyId, until: '2027-09-30', reason: '经办人病假' }
  await (await world.as('省经信厅·处室')).done(calendar.grantException, { body: grant })
  expect((await save(late.body.filingId, 'basics', { fields: { text: '例外期内补报' } })).status).toBe(200)
  const { filings } = await (await world.as(economy)).done(contract.listFilings, { search: { show: 'late' } })
  expect(filings.find((one) => one.period === '2027H1')?.standing.state).toBe('exempted')
})
