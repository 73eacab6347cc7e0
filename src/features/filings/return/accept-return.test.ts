import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { payFor } from '../../../../tests/support/paid.ts'
import { explainReturn, openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'
import * as papers from '../papers/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let late = ''
let q2 = ''
let q3 = ''
beforeAll(async () => {
  world = await startWorld()
  ;({ park, late } = await servedPilot(world))
  world.setClock('2026-07-08')
  q2 = await openReturn(world, park, '2026Q2')
  await submitReturn(world, park, q2)
})
afterAll(() => world.stop())

const economy = '嘉善县经信局·经办'
const manager = () => world.as(`${park.name}·负责人`)
const shown = (filingId: string, who = `${park.name}·负责人`) => showReturn(world, filingId, who)

describe('acceptance (G3.5)', () => {
  const accept = async (who: string, reductions: contract.Reduction[], versionNo = 1) =>
    (await world.as(who)).call(acts.giveOpinion, {
      params: { filingId: q2 },
      body: { verdict: 'approve', versionNo, marks: [], judgment: { reductions } },
    })
  const cut = (accepted: number, reason = '一项佐证不完整', indicator = 'P3') => ({ indicator, accepted, reason })

  it('is the county economy bureau’s alone; finance and the province see it', async () => {
    expect((await accept('海宁市经信局·经办', [])).status).toBe(404)
    expect((await accept('嘉善县财政局·经办', [])).body.error.code).toBe('review.not-a-reviewer')
    expect((await accept(`${park.name}·负责人`, [])).status).toBe(403)
    expect((await shown(q2, '嘉善县财政局·经办')).state).toBe('submitted')
    expect((await shown(q2, '省经信厅·处室')).state).toBe('submitted')
  })

  it('only lowers, only with a reason, never out of nothing; a refused one writes nothing', async () => {
    const code = async (reductions: contract.Reduction[]) => (await accept(economy, reductions)).body.error.code
    expect(await code([cut(3)])).toBe('returns.figure-raised')
    expect(await code([cut(1, '  ')])).toBe('returns.reduced-without-reason')
    expect(await code([cut(-1)])).toBe('returns.bad-figure')
    expect(await code([cut(0, '无', 'B1')])).toBe('returns.figure-out-of-nothing')
    expect(await code([cut(1), cut(1)])).toBe('common.invalid')
    expect(await code([cut(1, 'x', 'X9')])).toBe('common.invalid')
    expect(await code([cut(1), cut(999, 'x', 'P2')])).toBe('returns.figure-raised')
    expect((await accept(economy, [], 2)).status).toBe(409)
    const { fields } = (await accept(economy, [cut(1, '佐证不实'.repeat(251)), cut(9999, '', 'P1')])).body.error
    expect(fields.map(({ field }) => field).sort()).toEqual(['judgment.reductions.0.reason', 'rows.P1.accepted'])
    const beside = (await accept(economy, [cut(1, '佐证不实', 'X9'), cut(9999, '', 'P1')])).body.error
    expect(beside.fields.map(({ field }) => field)).toEqual(['judgment.reductions.0.indicator', 'rows.P1.accepted'])
    expect(await world.sql('select * from return_reductions')).toEqual([])
  })

  it('stands for good, with the reported figure beside it', async () => {
    const done = await accept(economy, [cut(1), cut(3, '与填报一致', 'P2')])
    expect(done.body).toEqual({ state: 'approved', toSign: false })
    expect((await accept('嘉善县经信局·负责人', [])).body.error.code).toBe('common.not-in-state')
    const { rows, versions } = await shown(q2)
    const p3 = rows.find((row) => row.indicator === 'P3')
    expect(p3).toMatchObject({ total: 1, accepted: 1, reductions: [{ reason: '一项佐证不完整' }] })
    expect(rows.find((row) => row.indicator === 'P1')?.accepted).toBe(1)
    expect(versions[0]?.opinions.map((one) => [one.seat, one.accountName])).toEqual([['county-economy', economy]])
    const [opinion] = await world.sql(
      'select bureau, verdict from filing_opinions o join filing_versions v on v.id = o.version_id where v.filing_id = $1',
      [q2],
    )
    expect(opinion).toEqual({ bureau: 'economy', verdict: 'approve' })
    const more = `insert into return_reductions select gen_random_uuid(), version_id, indicator, 'county', 'economy', 1, 0, 'x', scope from return_rows where indicator = 'P1'`
    await expect(world.sql(more)).rejects.toThrow(/final/)
  })
})

describe('the next return (G3.5)', () => {
  it('carries the correction, in its rows and in the records it opens', async () => {
    world.setClock('2026-07-12')
    await payFor(world, park, late, '2026-06-28')
    world.setClock('2026-10-15')
    q3 = await openReturn(world, park, '2026Q3')
    const { rows, standing } = await shown(q3)
    expect(standing).toMatchObject({ state: 'overdue', days: 5 })
    const row = (code: string) => rows.find((one) => one.indicator === code)
    const f1 = { period: '2026Q2', reported: 2.4, accepted: 2.4, correction: 1.2 }
    expect(row('F1')?.previous).toMatchObject(f1)
    // Its receipt is of June, so the service was complete in June: it stands in no quarter of its own.
    const p3 = { reported: 2, accepted: 1, correction: 1 }
    expect(row('P3')?.previous).toMatchObject(p3)
    expect(row('P3')).toMatchObject({ thisPeriod: 0, total: 2, parts: { total: { value: 3 } } })
    const params = { filingId: q3, indicator: 'F1' }
    const { changes } = await (await manager()).done(contract.listRowRecords, { params })
    expect(changes).toMatchObject({ period: '2026Q2', added: [{ kind: 'payment', value: 1_800_000 }], removed: [] })
  })

  it('comes late and is taken all the same; it keeps its correction when it is frozen', async () => {
    await submitReturn(world, park, q3)
    const { rows, standing } = await shown(q3)
    expect(standing).toMatchObject({ state: 'late', days: 5 })
    expect(rows.find((row) => row.indicator === 'F1')?.previous?.correction).toBe(1.2)
    expect((await shown(q2)).later).toBeNull()
  })

  it('waits for the one before to be submitted', async () => {
    world.setClock('2027-01-05')
    await openReturn(world, park, '2026Q4')
    world.setClock('2027-04-02')
    const q1 = await openReturn(world, park, '2027Q1')
    const revision = await explainReturn(world, park, q1)
    expect(abilityIn((await shown(q1)).actions, 'submit').allowed).toBe(false)
    const early = await (await manager()).call(acts.submitFiling, {
      params: { filingId: q1 },
      body: { revisions: { reasons: revision } },
    })
    expect(early.body.error).toMatchObject({
      code: 'returns.one-before-not-submitted',
      facts: { period: '2026Q4' },
    })
  })
})

it('is found by nobody outside its county, in lists, tables and files (G3.5)', async () => {
  for (const who of ['海宁市经信局·经办', '嘉善大云精密园·负责人']) {
    const client = await world.as(who)
    const params = { filingId: q2 }
    expect((await client.call(course.showFiling, { params })).status).toBe(404)
    expect((await client.call(contract.showTable, { params })).status).toBe(404)
    expect((await client.call(papers.filingSheets, { params })).status).toBe(404)
    expect((await client.call(contract.listReturns, { params: { pilotId: park.pilotId } })).status).toBe(404)
  }
  expect((await shown(q2, '省经信厅·处室')).state).toBe('approved')
})
