import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, type Park } from '../../../../database/demo/programme.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../../../../tests/support/half-yearly.ts'
import { acceptReturn, openReturn, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as inbox from '../../oversight/inbox/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as returns from '../return/contract.ts'

let world: World
let pilot: Park
beforeAll(async () => {
  world = await startWorld()
  const county = await demoCounty(world)
  pilot = await halfYearlyPilot(world, await halfYearlyBatch(world), county.second)
  world.setClock('2026-07-06')
})
afterAll(() => world.stop())

const manager = () => `${pilot.name}·负责人`
const record = async (filingId: string, by: string, recordNo = '浙经信企服备〔2026〕3号') =>
  (await world.as(by)).call(acts.recordFiling, { params: { filingId }, body: { versionNo: 1, recordNo } })

describe('a half-yearly table (H6)', () => {
  it('is owed for half-years, by its own name', async () => {
    const client = await world.as(manager())
    const { periods, cadence, name } = await client.done(returns.listReturns, { params: { pilotId: pilot.pilotId } })
    expect({ cadence, name: name.zh }).toEqual({ cadence: 'half-year', name: '试点工作情况表' })
    expect(periods.map((one) => [one.period, one.dueOn])).toEqual([
      ['2026H1', '2026-07-10'],
      ['2026H2', '2027-01-10'],
      ['2027H1', '2027-07-10'],
      ['2027H2', '2028-01-10'],
    ])
  })

  it('waits for the park under its own name', async () => {
    const { mine } = await (await world.as(manager())).done(inbox.showInbox)
    const [task] = mine.tasks.filter((one) => one.task === 'filing.open')
    expect(task).toMatchObject({
      title: { zh: '说明并报送', en: 'Explain and file' },
      about: { zh: '2026年上半年试点工作情况表' },
      dueOn: '2026-07-10',
    })
  })

  it('is opened for no other period, with words of its own', async () => {
    const { batchId, parkId: unitId } = pilot
    const open = async (period: string) =>
      (await world.as(manager())).call(course.openFiling, { body: { batchId, unitId, kind: 'target-table', period } })
    expect((await open('2026H2')).body.error).toMatchObject({ code: 'filing.period-not-over', clause: 'H6' })
    expect((await open('2026Q2')).body.error).toMatchObject({ code: 'filing.period-not-owed', clause: 'H6' })
    expect((await open('2026H3')).status).toBe(422)
    expect((await open('2026H3')).body.error.fields[0]?.field).toBe('period')
  })

  it('counts half a year at a time', async () => {
    const filingId = await openReturn(world, pilot, '2026H1')
    const { head, rows } = await showReturn(world, filingId, manager())
    expect(head).toMatchObject({ period: '2026H1', cutOff: '2026-06-30', cadence: 'half-year' })
    expect(rows[0]).toMatchObject({ indicator: 'P1', timeProgress: 24.79 })
    const records = await (await world.as(manager())).done(returns.listRowRecords, {
      params: { filingId, indicator: 'P2' },
      search: { span: 'period' },
    })
    expect(records.total).toBe(0)
  })
})

describe('recording it (H6)', () => {
  let filingId = ''
  beforeAll(async () => {
    const client = await world.as(manager())
    const { periods } = await client.done(returns.listReturns, { params: { pilotId: pilot.pilotId } })
    filingId = periods[0]?.filingId ?? ''
  })

  it('comes after the county has accepted it', async () => {
    const early = await record(filingId, '省经信厅·处室')
    expect(early.body.error).toMatchObject({ code: 'common.not-in-state' })
  })

  it('is the economy department’s, under a number, once', async () => {
    world.setClock('2026-07-08')
    await acceptedFirst()
    expect((await record(filingId, '嘉善县经信局·负责人')).status).toBe(403)
    expect((await record(filingId, '省财政厅·处室')).body.error).toMatchObject({ code: 'filing.not-the-recorder' })
    expect((await record(filingId, '省经信厅·处室', '  ')).status).toBe(422)
    const { mine } = await (await world.as('省经信厅·处室')).done(inbox.showInbox)
    expect(mine.tasks.map((one) => [one.title.zh, one.about.zh])).toContainEqual(['备案', '2026年上半年试点工作情况表'])
    const done = await record(filingId, '省经信厅·处室')
    expect(done.body).toMatchObject({ state: 'recorded' })
    expect(await showReturn(world, filingId, manager())).toMatchObject({
      state: 'recorded',
      record: { byName: '省经信厅·处室', no: '浙经信企服备〔2026〕3号' },
    })
    expect((await record(filingId, '省经信厅·处室')).body.error.code).toBe('common.not-in-state')
  })

  it('changes nothing of the figures, and the next table goes on from it', async () => {
    world.setClock('2027-01-05')
    const second = await acceptedTable(world, pilot, '2026H2')
    const { head, rows } = await showReturn(world, second, manager())
    expect(head.period).toBe('2026H2')
    expect(rows[0]?.previous?.period).toBe('2026H1')
  })

  async function acceptedFirst() {
    await submitReturn(world, pilot, filingId)
    await acceptReturn(world, filingId)
  }
})
