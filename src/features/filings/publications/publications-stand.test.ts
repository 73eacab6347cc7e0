import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import { restsOf } from '../../../../tests/support/calendar.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as calendar from '../../oversight/calendar/contract.ts'
import * as restDays from '../../oversight/rest-days/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const province = '省经信厅·处室'

let world: World
let filingId = ''
/** Withdrawn, and standing. */
let former = ''
let standing = ''
beforeAll(async () => {
  world = await startWorld()
  const { park, ...county } = await servedPilot(world)
  world.setClock('2027-01-21')
  await play.agree(world, park, await play.toldEvaluation(world, park, play.midTerm, '2026-12-31'))
  filingId = await play.reportMidTerm(world, county)
  former = await play.publishReport(world, filingId)
  await withdraw(former, '受理岗位写错')
  standing = await play.publishReport(world, filingId)
})
afterAll(() => world.stop())

const code = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code
const withdraw = async (publicationId: string, reason: string) =>
  (await world.as(economy)).call(contract.withdrawResults, { params: { publicationId }, body: { reason } })
const page = async (publicationId: string) =>
  (await world.stranger().call(contract.showPublicEvaluation, { params: { publicationId } })).body

describe('results on display', () => {
  it('stand longer where a newer list of rest days makes the days fewer, and the county is told', async () => {
    const days = restsOf('春节', '2027-01-28', '2027-01-29')
    const body = { year: 2027, source: '国办发明电〔2026〕9号', publishedOn: '2027-01-20', days }
    const { moves } = await (await world.administrator()).done(restDays.announceRestDays, { body })
    const move = { what: 'display', title: { zh: '中期绩效评价结果公示' }, from: '2027-01-28', to: '2027-02-01' }
    expect(moves).toContainEqual(expect.objectContaining({ ...move, title: expect.objectContaining(move.title) }))
    expect(await page(standing)).toMatchObject({ untilOn: '2027-02-01', provisional: false })
    const { moved } = await (await world.as(economy)).done(calendar.showMonth)
    expect(moved.flatMap((one) => one.moves)).toContainEqual(
      expect.objectContaining({ ...move, title: expect.objectContaining(move.title) }),
    )
    expect(
      await world.sql(`select before, after from audit_events where kind = 'evaluation.publication-moved'`),
    ).toMatchObject([{ before: { untilOn: '2027-01-28' }, after: { untilOn: '2027-02-01' } }])
  })

  it('are over after their last day, and stay to be read', async () => {
    world.setClock('2027-02-01')
    expect((await page(standing)).state).toBe('running')
    world.setClock('2027-02-20')
    expect(await page(standing)).toMatchObject({ state: 'over', daysLeft: 0 })
    expect(code(await withdraw(standing, '公示期满后撤回'))).toBe('common.not-in-state')
    const again = { params: { filingId }, body: { contact: economy } }
    expect(code(await (await world.as(economy)).call(contract.publishResults, again))).toBe(
      'evaluation.published-before',
    )
  })
})

describe('the database', () => {
  const copy = (change: string) => `
    insert into evaluation_publications (id, filing_id, version_id, batch_id, kind, batch_name, unit_name, clause, contact, results,
                                         published_by, published_at, published_on, until_on, provisional, scope)
    select gen_random_uuid(), filing_id, version_id, batch_id, kind, batch_name, unit_name, clause, contact, results,
           ${change} from evaluation_publications where ended is null`
  const account = (name: string) => `(select id from accounts where name = '${name}')`
  const days = 'published_at, published_on, until_on, provisional, scope'

  it('lets one stand for a report, from whoever filed it, and changes nothing that was published', async () => {
    await expect(world.sql(copy(`published_by, ${days}`))).rejects.toThrow('evaluation_publications_one_stands')
    await expect(world.sql(copy(`${account(province)}, ${days}`))).rejects.toThrow(/report that is over/)
    await expect(world.sql('delete from evaluation_publications')).rejects.toThrow(/stays as it was/)
    const set = (what: string, which = 'ended is null') =>
      world.sql(`update evaluation_publications set ${what} where ${which}`)
    for (const what of [`results = '[]'`, `contact = '别处'`, `published_by = ${account(finance)}`])
      await expect(set(what)).rejects.toThrow(/stays as it was/)
    await expect(set(`until_on = until_on - 1`)).rejects.toThrow(/never cut short/)
    await expect(set(`end_reason = '再改'`, 'ended is not null')).rejects.toThrow(/ends once/)
    await expect(set(`ended = 'withdrawn', ended_at = published_at, ended_by = published_by`)).rejects.toThrow(
      'with_reason',
    )
    const state = `update filings set state = 'returned', recorded_at = null, recorded_by = null, record_no = null where id = '${filingId}'`
    await expect(world.sql(state)).rejects.toThrow(/opened again is not on display/)
  })

  it('lets the server write nothing of what was published but its end', async () => {
    const client = new pg.Client(world.server)
    await client.connect()
    try {
      await expect(client.query(`update evaluation_publications set results = '[]'`)).rejects.toThrow(
        /permission denied/,
      )
      await expect(client.query('delete from evaluation_publications')).rejects.toThrow(/permission denied/)
      expect((await client.query('select 1 from evaluation_publications')).rows).toEqual([])
      const { rows } = await client.query('select * from published_evaluations(null, null, 101)')
      expect(rows.map(({ id, ended }) => [id, ended])).toEqual([
        [standing, null],
        [former, 'withdrawn'],
      ])
      expect(Object.keys(rows[0])).not.toEqual(expect.arrayContaining(['published_by']))
    } finally {
      await client.end()
    }
  })
})
