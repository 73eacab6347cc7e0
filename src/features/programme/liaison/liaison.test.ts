import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { liaisonRow, liaisonRows, recordList, saveOfficers } from '../../../../tests/support/liaison.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../../filings/course/act-contract.ts'
import * as filings from '../../filings/course/contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  world.setClock('2026-04-10')
  const body = { batchId: county.batchId, unitId: county.countyId, kind: 'liaison-list' as const, period: '' }
  filingId = (await (await world.as(economy)).done(filings.openFiling, { body })).filingId
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const rows = () => liaisonRows('嘉善县', [county.first.name, county.second.name])
const show = async (name: string, day?: string) => {
  const search = { batchId: county.batchId, ...(day ? { day } : {}) }
  const { counties } = await (await world.as(name)).done(contract.showLiaison, { search })
  return counties
}

describe('the liaison list of a county (G5.1, GA3)', () => {
  it('is due on 18 April, and nobody serves before it is recorded', async () => {
    const [own] = await show(economy)
    expect(own).toMatchObject({
      countyName: '嘉善县',
      clause: 'G5.1',
      dueOn: '2026-04-18',
      recordedOn: null,
      officers: [],
    })
    expect(own?.filing).toEqual({ filingId, state: 'draft' })
  })

  it('refuses one person at two posts, an end before its beginning and a day that does not exist; nothing is written', async () => {
    const [first, , third] = rows()
    if (!first || !third) throw new Error('no rows')
    const twin = { ...third, name: first.name ?? '', phone: first.phone ?? '' }
    const twice = await saveOfficers(world, filingId, [first, twin])
    expect(twice.status).toBe(422)
    expect(twice.body.error).toMatchObject({ code: 'liaison.two-posts', clause: 'G5.1' })
    expect(twice.body.error.fields[0]?.field).toBe('content.rows.1.name')
    const backwards = await saveOfficers(world, filingId, [{ ...first, until: '2026-03-01' }])
    expect(backwards.body.error).toMatchObject({ code: 'liaison.until-before-from', clause: 'G5.1' })
    expect((await saveOfficers(world, filingId, [{ ...first, from: '2026-02-30' }])).status).toBe(422)
    const { sections } = await (await world.as(economy)).done(filings.showFiling, { params: { filingId } })
    expect(sections[0]?.content).toEqual({ rows: [] })
  })

  it('is not submitted while a seat is empty', async () => {
    expect((await saveOfficers(world, filingId, rows().slice(0, 5))).status).toBe(200)
    const client = await world.as(economy)
    const { gaps } = await client.done(filings.showFiling, { params: { filingId } })
    expect(gaps.map((gap) => gap.text.zh)).toEqual([`缺少${county.second.name} A 角。`])
    expect((await client.call(acts.submitFiling, { params: { filingId } })).status).toBe(422)
  })

  it('brings its officers into force when the province records it', async () => {
    await saveOfficers(world, filingId, rows())
    await recordList(world, filingId, 1)
    const [own] = await show(economy)
    expect(own).toMatchObject({ recordedOn: '2026-04-10', changes: [] })
    expect(own?.officers).toHaveLength(6)
    expect((await show('省经信厅·处室'))[0]?.officers[0]?.mobile).toBe('139****0001')
    expect(own?.officers.map(({ mobile }) => mobile)).toEqual([
      '13900000001',
      '13900000002',
      '13900000003',
      '13900000004',
      '139****0005',
      '139****0006',
    ])
    expect((await show(economy, '2026-04-09'))[0]?.officers).toEqual([])
  })

  it('shows a park its own numbers whole and those of the bureaus in part', async () => {
    const [own] = await show(`${county.first.name}·负责人`)
    const numbers = Object.fromEntries(own?.officers.map((one) => [`${one.unit} ${one.seat}`, one.mobile]) ?? [])
    expect(numbers).toMatchObject({ '嘉善县经信局 A': '139****0001', [`${county.first.name} A`]: '13900000005' })
    expect(numbers[`${county.second.name} A`]).toBe('139****0006')
    expect(own?.filing).toBeNull()
  })

  it('is read by the province with its numbers in part, and what changed of one all the same', async () => {
    const params = { filingId }
    const seen = async (by: string) => (await world.as(by)).done(filings.showFiling, { params })
    const numbers = /1390000\d{4}|0573-84\d{6}/
    expect(JSON.stringify(await seen(economy))).toMatch(numbers)
    const told = JSON.stringify(await seen('省经信厅·处室'))
    expect(told).not.toMatch(numbers)
    expect(told).toContain('139****0001')
  })

  it('keeps numbers out of the audit trail', async () => {
    const events = await world.sql<{ text: string }>(
      `select after::text || coalesce(before::text, '') as text from audit_events where kind = 'filing.section-saved'`,
    )
    expect(events.length).toBeGreaterThan(0)
    for (const { text } of events) expect(text).not.toMatch(/1390000\d{4}|0573-84\d{6}/)
  })

  it('shows nothing of another county', async () => {
    const others = await show('海宁市经信局·经办')
    expect(others.map((one) => one.countyName)).toEqual(['海宁市'])
  })
})

describe('a new version of the list', () => {
  it('takes over on the day it is recorded, and tells who was replaced', async () => {
    world.setClock('2026-07-01')
    const reason = '人员轮岗'
    await (await world.as('省经信厅·处室')).done(acts.reopenFiling, {
      params: { filingId },
      body: { sections: ['officers'], reason },
    })
    const successor = { ...liaisonRow('economy', '嘉善县经信局', 'A', 77), name: '接任联络员', from: '2026-07-01' }
    await saveOfficers(world, filingId, [successor, ...rows().slice(1)])
    expect((await show(economy))[0]?.officers[0]?.name).toBe('嘉善县经信局联络员A')
    await recordList(world, filingId, 2)
    const [own] = await show(economy)
    expect(own?.officers[0]?.name).toBe('接任联络员')
    expect(own?.changes).toEqual([
      {
        on: '2026-07-01',
        unit: '嘉善县经信局',
        unitKind: 'economy',
        seat: 'A',
        before: '嘉善县经信局联络员A',
        after: '接任联络员',
      },
    ])
    expect((await show(economy, '2026-06-30'))[0]?.officers[0]?.name).toBe('嘉善县经信局联络员A')
  })

  it('is kept for ever, and past officers cannot be rewritten', async () => {
    await expect(world.sql('delete from liaison_officers')).rejects.toThrow('append-only')
    await expect(world.sql(`update liaison_officers set name = 'x'`)).rejects.toThrow('append-only')
  })
})
