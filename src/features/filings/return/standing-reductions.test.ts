import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { payFor } from '../../../../tests/support/paid.ts'
import { acceptReturn, openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { serviceAt } from '../../../../tests/support/services.ts'
import { linesOf } from '../../../../tests/support/spreadsheet.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as papers from '../papers/contract.ts'
import * as tables from '../tables/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
const province = '省经信厅·处室'
let world: World
let park: Park
const filed: Record<string, string> = {}
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await servedPilot(world))
  world.setClock('2026-07-08')
  filed.Q2 = await openReturn(world, park, '2026Q2')
  await submitReturn(world, park, filed.Q2)
})
afterAll(() => world.stop())

const manager = () => world.as(`${park.name}·负责人`)
const idOf = (quarter: string) => filed[quarter] ?? ''

async function rowOf(quarter: string, indicator = 'P3', who = `${park.name}·负责人`): Promise<contract.ReturnRow> {
  const { rows } = await showReturn(world, idOf(quarter), who)
  const found = rows.find((row) => row.indicator === indicator)
  if (!found) throw new Error(`no ${indicator}`)
  return found
}

const judge = async (quarter: string, judgment: unknown) =>
  (await world.as(economy)).call(acts.giveOpinion, {
    params: { filingId: idOf(quarter) },
    body: { verdict: 'approve', versionNo: 1, marks: [], judgment },
  })

async function served(day: string, enterprise: number): Promise<void> {
  world.setClock(day)
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true, enterprise }))
}

type Columns = Pick<contract.ReturnRow, 'thisPeriod' | 'thisYear' | 'total' | 'rate'>
const figures = ({ thisPeriod, thisYear, total, rate }: Columns) => [thisPeriod, thisYear, total, rate]

/** The same row on every surface: screen of the park, workbook, paper; and once it is accepted, merged for county and province. */
async function everywhere(quarter: string, indicator = 'P3'): Promise<Record<string, (number | null)[]>> {
  const row = await rowOf(quarter, indicator)
  const client = await world.as(economy)
  const params = { filingId: idOf(quarter) }
  const sheet = await linesOf((await client.call(papers.filingSheets, { params })).raw)
  const word = await readWord((await client.call(papers.filingWord, { params })).raw)
  const numbers = (lines: readonly (readonly string[])[], from: number) =>
    lines
      .find((line) => line[3] === row.name.zh)
      ?.slice(from, from + 4)
      .map((text) => Number(text.replaceAll(',', ''))) ?? []
  const found: Record<string, (number | null)[]> = {
    park: figures(row),
    county: figures(await rowOf(quarter, indicator, economy)),
    workbook: numbers(sheet, 8),
    paper: numbers(word.tables.flat(), 8),
  }
  if (row.accepted === null) return found
  for (const who of [economy, province]) {
    const search = { batchId: park.batchId, period: `2026${quarter}` }
    const merged = await world.as(who)
    const { table } = await merged.done(tables.showTables, { search })
    const one = table?.rows.find((each) => each.indicator === indicator)
    found[`merged ${who}`] = one ? figures(one) : []
    const at = table?.columns.findIndex(({ name }) => name === (who === economy ? park.name : '嘉善县')) ?? -1
    found[`cell ${who}`] = [...figures(row).slice(0, 2), one?.parts[at]?.total ?? null, row.rate]
    found[`merged workbook ${who}`] = numbers(
      await linesOf((await merged.call(tables.tablesWorkbook, { search })).raw),
      6,
    )
  }
  return found
}

const allAre = async (quarter: string, expected: (number | null)[], indicator = 'P3') => {
  const found = await everywhere(quarter, indicator)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((surface) => [surface, expected])))
}

const reasonQ2 = '一项服务的照片不符'

describe('a figure reduced in one table (G3.5)', () => {
  it('is reduced in all its columns on every surface, the records beside it', async () => {
    await acceptReturn(world, idOf('Q2'), [
      { indicator: 'P3', accepted: 1, reason: reasonQ2 },
      { indicator: 'P7', accepted: 50, reason: '一份验收单无签章' },
      { indicator: 'F1', accepted: 1, reason: '一笔支出无发票' },
    ])
    await allAre('Q2', [1, 1, 1, 0.83])
    const row = await rowOf('Q2')
    expect(row).toMatchObject({ accepted: 1, parts: { total: { value: 2 } } })
    const own = { seat: 'county-economy', byName: economy, lift: null }
    expect(row.reductions).toMatchObject([{ period: '2026Q2', amount: 1, accepted: 1, reason: reasonQ2, ...own }])
    // 3 of 5 services were accepted; 50 % of 5 are 2.5.
    expect(await rowOf('Q2', 'P7')).toMatchObject({
      thisPeriod: 50,
      total: 50,
      rate: 52.63,
      reductions: [{ amount: 0.5 }],
    })
  })

  it('is one figure on a paper: the execution rate in the head is that of its row, the ledger’s beside it', async () => {
    const [client, given] = [await world.as(economy), { params: { filingId: idOf('Q2') } }]
    const asked = { search: { batchId: park.batchId, period: '2026Q2' } }
    const { table } = await client.done(tables.showTables, asked)
    for (const told of [(await showReturn(world, idOf('Q2'), economy)).head, table])
      expect(told).toMatchObject({ executionRate: 1, ledgerRate: 2.4 })
    const { raw } = await client.call(tables.tablesWorkbook, asked)
    // Nobody takes the tables of this edition on record, so nothing asks for a number.
    expect([table?.isRecorded, String(await linesOf(raw)).includes('备案号')]).toEqual([false, false])
    const word = await readWord((await client.call(papers.filingWord, given)).raw)
    const sheets = [await linesOf(raw), await linesOf((await client.call(papers.filingSheets, given)).raw)]
    for (const rows of [word.tables, ...sheets]) expect(String(rows)).toContain('核定 1%（专账 2.4%）')
  })

  it('stays reduced in the next table: in its draft, with the reason, and where figures are behind time', async () => {
    await served('2026-08-20', 3)
    world.setClock('2026-10-05')
    filed.Q3 = await openReturn(world, park, '2026Q3')
    await allAre('Q3', [1, 2, 2, 1.67])
    const row = await rowOf('Q3')
    expect(row).toMatchObject({
      reductions: [{ period: '2026Q2', reason: reasonQ2 }],
      previous: { reported: 2, accepted: 1 },
    })
    expect(row.gap).toBeCloseTo((row.rate ?? 0) - row.timeProgress, 9)
    // 4 of 6, less the half that was taken off.
    expect(await rowOf('Q3', 'P7')).toMatchObject({ total: 58.33, thisPeriod: 100 })
    await submitReturn(world, park, filed.Q3)
    await allAre('Q3', [1, 2, 2, 1.67])
  })

  it('is accepted as it stands, and may go lower still; the list counts both', async () => {
    expect(
      (await judge('Q3', { reductions: [{ indicator: 'P3', accepted: 3, reason: '佐证不实' }] })).body.error.code,
    ).toBe('returns.figure-raised')
    await acceptReturn(world, idOf('Q3'), [{ indicator: 'P5', accepted: 1, reason: '签到不清' }])
    await allAre('Q3', [1, 2, 2, 1.67])
    const { periods } = await (await manager()).done(contract.listReturns, { params: { pilotId: park.pilotId } })
    expect(periods.slice(0, 2).map(({ reduced }) => reduced)).toEqual([3, 4])
  })

  it('is whole again only where a judge lifts it with a reason; tables accepted before keep what they had', async () => {
    await served('2026-11-10', 4)
    world.setClock('2027-01-05')
    filed.Q4 = await openReturn(world, park, '2026Q4')
    await submitReturn(world, park, filed.Q4)
    await allAre('Q4', [1, 3, 3, 2.5])
    const [one] = (await rowOf('Q4')).reductions
    const lift = (reason: string, reductionId = one?.id ?? '') => ({ lifts: [{ reductionId, reason }] })
    const codes = []
    for (const judgment of [
      lift(' '),
      lift('补齐', '0190a000-0000-7000-8000-000000000000'),
      { lifts: [...lift('已经补齐').lifts, ...lift('已经补齐').lifts] },
      { ...lift('已经补齐'), reductions: [{ indicator: 'P3', accepted: 5, reason: '佐证不实' }] },
    ])
      codes.push((await judge('Q4', judgment)).body.error.code)
    expect(codes).toEqual([
      'returns.lifted-without-reason',
      'returns.nothing-to-lift',
      'returns.nothing-to-lift',
      'returns.figure-raised',
    ])
    expect(await world.sql('select * from return_lifts')).toEqual([])
    expect((await judge('Q4', lift('补交了现场照片'))).body).toMatchObject({ state: 'approved' })
    await allAre('Q4', [1, 4, 4, 3.33])
    expect((await rowOf('Q4')).reductions).toMatchObject([
      { period: '2026Q2', lift: { period: '2026Q4', reason: '补交了现场照片', byName: economy } },
    ])
    await allAre('Q3', [1, 2, 2, 1.67])
    await allAre('Q2', [1, 1, 1, 0.83])
  })
})

describe('tables are accepted in turn (G3.5)', () => {
  it('a later one waits for the one before, on the button and in the act', async () => {
    for (const [period, day] of [
      ['2027Q1', '2027-04-05'],
      ['2027Q2', '2027-07-05'],
    ] as const) {
      world.setClock(day)
      filed[period] = await openReturn(world, park, period)
      await submitReturn(world, park, idOf(period))
    }
    const { actions } = await showReturn(world, idOf('2027Q2'), economy)
    expect(abilityIn(actions, 'give-opinion')).toMatchObject({ allowed: false, clause: 'G3.5' })
    expect((await judge('2027Q2', {})).body.error).toMatchObject({
      code: 'returns.one-before-not-accepted',
      facts: { period: '2027Q1' },
    })
    expect((await judge('2027Q1', {})).status).toBe(200)
    expect(
      (await judge('2027Q2', { reductions: [{ indicator: 'P3', accepted: 2.5, reason: '佐证不实' }] })).body.error.code,
    ).toBe('returns.finer-than-its-unit')
    expect((await judge('2027Q2', {})).status).toBe(200)
  })
})

describe('the database refuses (G3.5)', () => {
  const into = (quarter: string, amount: string, accepted: string, indicator = 'P3') =>
    world.sql(
      `insert into return_reductions
       select gen_random_uuid(), r.version_id, indicator, 'county', 'finance', ${amount}, ${accepted}, 'x', r.scope
         from return_rows r join return_heads h on h.version_id = r.version_id where h.filing_id = $1 and indicator = $2`,
      [idOf(quarter), indicator],
    )
  const lift = (quarter: string) =>
    world.sql(
      `insert into return_lifts
       select d.id, h.version_id, 'county', 'finance', 'x', h.scope from return_reductions d, return_heads h
        where h.filing_id = $1 and d.indicator = 'P5'`,
      [idOf(quarter)],
    )

  it('a reduction of what is accepted, of more than stands, finer than its unit, or that disagrees with itself', async () => {
    await expect(into('2027Q2', '1', 'total_value - 1')).rejects.toThrow(/final/)
    await expect(into('2027Q2', 'total_value + 1', '0')).rejects.toThrow(/only be lower/)
    await expect(into('2027Q2', '0.5', 'total_value - 0.5')).rejects.toThrow(/kind of its figure/)
    await expect(into('2027Q2', '2', 'total_value - 1')).rejects.toThrow(/disagree/)
    await expect(into('2027Q2', '1', '1', 'B1')).rejects.toThrow(/only be lower/)
    await expect(into('Q2', '2', '0')).rejects.toThrow(/only be lower/)
  })

  it('a lift in the table itself or an earlier one, or in one that is accepted', async () => {
    for (const quarter of ['Q2', 'Q3']) await expect(lift(quarter)).rejects.toThrow(/later table/)
    await expect(lift('Q4')).rejects.toThrow(/final/)
    await expect(world.sql('update return_lifts set reason = reason')).rejects.toThrow(/append-only/)
  })
})
