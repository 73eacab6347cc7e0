import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf, writeSections } from '../../../../database/demo/course.ts'
import {
  approve,
  type County,
  demoCounty,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { FundLine } from '../../../policy/plan/plan.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  await draftPlan(world, county.first)
  await submitPlan(world, county.first)
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'

async function filingOf(park: Park) {
  return planOf(await world.as(economy), park.pilotId)
}

async function opine(
  name: string,
  park: Park,
  body: { verdict: 'approve' | 'return'; versionNo?: number; marks?: { section: string; reason: string }[] },
) {
  const client = await world.as(name)
  return client.call(acts.giveOpinion, {
    params: { filingId: await filingOf(park) },
    body: { versionNo: 1, marks: [], ...body },
  })
}

it('takes no opinion from a bureau outside the county, from the park, or without reasons (G3.1)', async () => {
  const marks = [{ section: 'fund-lines', reason: '  ' }]
  expect((await opine('海宁市财政局·经办', county.first, { verdict: 'approve' })).status).toBe(404)
  expect((await opine('嘉善归谷智造园·负责人', county.first, { verdict: 'approve' })).status).toBe(403)
  expect((await opine(finance, county.first, { verdict: 'return' })).body.error.code).toBe(
    'review.return-without-marks',
  )
  const blank = await opine(finance, county.first, { verdict: 'return', marks })
  expect(blank.body.error).toMatchObject({ code: 'review.mark-without-reason', clause: 'G3.1' })
  expect(blank.body.error.fields[0]?.field).toBe('marks.0.reason')
  expect((await opine(finance, county.first, { verdict: 'approve', versionNo: 9 })).status).toBe(409)
})

it('re-opens only the marked section on a return, and shows field by field what the resubmission changed (G3.1)', async () => {
  const reason = '标准化建设单价偏高，请核减'
  const back = await opine(finance, county.first, { verdict: 'return', marks: [{ section: 'fund-lines', reason }] })
  expect(back.body.state).toBe('returned')
  expect((await opine(economy, county.first, { verdict: 'approve' })).status).toBe(422)

  const manager = await world.as('嘉善归谷智造园·负责人')
  const params = { filingId: await filingOf(county.first) }
  const shown = await manager.done(course.showFiling, { params })
  expect(shown.sections.filter((one) => one.open).map((one) => one.section)).toEqual(['fund-lines'])
  const lines = shown.sections.find((one) => one.section === 'fund-lines')
  expect(lines?.marks).toEqual([{ seat: 'county-finance', reason }])
  const closed = await manager.call(course.saveFilingSection, {
    params: { ...params, section: 'services' },
    body: { revision: 1, content: { rows: [] } },
  })
  expect(closed.body.error.code).toBe('review.section-closed')

  const content = lines?.content as { rows: FundLine[] }
  const rows = content.rows.map((row, i) => (i === 8 ? { ...row, purpose: '采购企业标准编制服务' } : row))
  await writeSections(manager, params.filingId, { 'fund-lines': { rows } })
  await submitPlan(world, county.first)
  const review = await (await world.as(finance)).done(course.showFiling, { params })
  expect(review.changes).toHaveLength(1)
  expect(review.changes?.[0]).toMatchObject({ section: 'fund-lines', after: { zh: '采购企业标准编制服务' } })
  expect(review.unchangedSections).toHaveLength(5)
  expect(review.waitingFor).toEqual(['county-economy', 'county-finance'])
  const spoken = review.versions.map(({ no, opinions }) => [no, opinions.map(({ seat, verdict }) => [seat, verdict])])
  expect(spoken).toEqual([
    [2, []],
    [1, [['county-finance', 'return']]],
  ])
})

it('locks the baseline when both have approved, and opens the ledger with the award line by line', async () => {
  expect((await approve(world, county.first, economy, 2)).state).toBe('submitted')
  expect((await opine('嘉善县经信局·负责人', county.first, { verdict: 'approve', versionNo: 2 })).body.error.code).toBe(
    'review.bureau-has-spoken',
  )
  expect((await approve(world, county.first, finance, 2)).state).toBe('approved')
  const [locked] = await world.sql<{ targets: number; lines: number; enterprises: number; balance: string }>(
    `select (select count(*)::int from targets t where t.baseline_id = b.id) as targets,
            (select count(*)::int from fund_lines l where l.baseline_id = b.id) as lines,
            (select count(*)::int from pilot_enterprises e where e.baseline_id = b.id) as enterprises,
            (select balance_fen from ledger_accounts a where a.pilot_id = b.pilot_id and a.key = 'undisbursed') as balance
       from baselines b where b.pilot_id = $1`,
    [county.first.pilotId],
  )
  expect(locked).toMatchObject({ lines: 10, enterprises: 5, balance: '500000000' })
  expect(locked?.targets).toBeGreaterThan(20)
  await expect(world.sql('update targets set target = 1')).rejects.toThrow(/append-only/)
  await expect(world.sql('delete from baselines')).rejects.toThrow(/append-only/)
  const manager = await world.as('嘉善归谷智造园·负责人')
  const edit = await manager.call(course.saveFilingSection, {
    params: { filingId: await filingOf(county.first), section: 'targets' },
    body: { revision: 1, content: { rows: [] } },
  })
  expect(edit.body.error).toMatchObject({ code: 'review.baseline-locked', clause: 'G5.5' })
})

it('is refused by the database too: a foreign bureau, a maker, a second word of one bureau (G3.1)', async () => {
  await draftPlan(world, county.second)
  await submitPlan(world, county.second)
  const insert = (bureau: string, account: string) =>
    world.sql(
      `insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, verdict, given_at, scope)
       select gen_random_uuid(), v.id, v.submitted_by, 'county', $1, a.id, 'approve', now(), v.scope
         from filing_versions v join filings f on f.id = v.filing_id, accounts a
        where f.pilot_id = $2 and a.name = $3`,
      [bureau, county.second.pilotId, account],
    )
  await expect(insert('finance', economy)).rejects.toThrow(/foreign key/)
  await expect(insert('economy', '嘉善大云精密园·负责人')).rejects.toThrow()
  await insert('economy', economy)
  await expect(insert('economy', '嘉善县经信局·负责人')).rejects.toThrow(/unique|duplicate/)
  await world.sql(
    `insert into filing_makers select f.id, a.id, f.scope from filings f, accounts a where f.pilot_id = $1 and a.name = $2`,
    [county.second.pilotId, finance],
  )
  await expect(insert('finance', finance)).rejects.toThrow(/does not review/)
})
