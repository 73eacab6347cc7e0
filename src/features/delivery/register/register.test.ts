import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  approvedPilot,
  type County,
  draftPlan,
  type Park,
  submitPlan,
} from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { openReturn, showReturn } from '../../../../tests/support/returns.ts'
import { enterprisesOf, managerOf, officerOf, paper } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as returns from '../../filings/return/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
  world.setClock('2026-06-20')
})
afterAll(() => world.stop())

const officer = () => world.as(officerOf(park))
const enterprise = async (no = 0) => {
  const found = (await enterprisesOf(world, park))[no]
  if (!found) throw new Error(`no enterprise ${no}`)
  return found
}
const right = { sort: 'invention' as const, number: 'ZL202510000001.2', on: '2026-05-06' }

async function enter(body: object, no = 0) {
  const { enterpriseId, name } = await enterprise(no)
  const fileId = await paper(world, officerOf(park), '证书')
  const said = { party: name, ...body, fileId } as never
  return (await officer()).call(contract.enterInRegister, { params: { enterpriseId }, body: said })
}

const register = async (no = 0) => {
  const { enterpriseId } = await enterprise(no)
  return (await officer()).done(contract.showRegister, { params: { enterpriseId } })
}

const rekeying = new URL('../../../../database/migrations/0039_patent_keys.sql', import.meta.url)

describe('the register of an enterprise (G3.5)', () => {
  it('holds a grant with its paper, and refuses its number anywhere else in the province', async () => {
    expect((await enter(right)).status).toBe(200)
    const { entries } = await register()
    expect(entries).toMatchObject([{ kind: 'intellectual-property', sort: 'invention', on: '2026-05-06', revision: 1 }])
    const again = await enter({ ...right, number: 'zl 2025 1 0000001.2' }, 1)
    expect([again.status, again.body.error]).toMatchObject([422, { code: 'register.number-twice', clause: 'G3.4' }])
    const foreign = await otherPark()
    const elsewhere = await foreign.enter(right)
    expect([elsewhere.status, elsewhere.body.error]).toMatchObject([
      422,
      { code: 'register.number-twice', clause: 'G3.4' },
    ])
    expect((await world.sql('select id from register_entries')).length).toBe(1)
  })

  it('refuses another holder, a day to come and an old word of titles, each with its field, and writes nothing', async () => {
    const before = await world.sql('select count(*) from register_entries')
    const bad = await enter({ ...right, number: 'ZL202510000009', on: '2026-06-21', party: '别家有限公司' })
    expect(bad.body.error.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['on', 'party'])
    const old = await enter({ sort: 'innovative', number: '浙经信〔2026〕20号', on: '2026-05-01', party: '省经信厅' })
    expect(old.body.error).toMatchObject({ code: 'register.title-no-more', clause: 'G3.4' })
    expect(await world.sql('select count(*) from register_entries')).toEqual(before)
  })

  it('is corrected with a reason, what stood before stays to be read, and a withdrawn number is free again', async () => {
    const entryId = (await register()).entries[0]?.entryId ?? ''
    const file = (await register()).entries[0]?.file.fileId ?? ''
    const { name } = await enterprise()
    const body = {
      ...right,
      number: 'ZL202510000003',
      party: name,
      amountFen: null,
      fileId: file,
      reason: '号码录错一位',
    }
    const client = await officer()
    await client.done(contract.correctEntry, { params: { entryId }, body })
    const [entry] = (await register()).entries
    expect(entry).toMatchObject({ number: 'ZL202510000003', revision: 2, correctionReason: '号码录错一位' })
    expect(entry?.former).toMatchObject([{ number: right.number, revision: 1 }])
    const same = await client.call(contract.correctEntry, { params: { entryId }, body })
    expect(same.body.error).toMatchObject({ code: 'common.nothing-changed', clause: 'G3.4' })
    expect((await enter(right, 1)).status).toBe(200)
    await client.done(contract.withdrawEntry, { params: { entryId }, body: { reason: '证书不是本企业的' } })
    const [withdrawn] = (await register()).entries
    expect(withdrawn).toMatchObject({ withdrawn: true, revision: 3 })
    expect(abilityIn(withdrawn?.actions ?? [], 'correct')).toMatchObject({ allowed: false, clause: 'G3.4' })
    expect((await enter({ ...right, number: 'ZL202510000003' })).status).toBe(200)
    const late = await client.call(contract.withdrawEntry, { params: { entryId }, body: { reason: '再撤回一次' } })
    expect(late.body.error).toMatchObject({ code: 'register.withdrawn', clause: 'G3.4' })
  })

  it('makes the figures of the table, which open it; spot checks have none yet, and that is not zero', async () => {
    const bank = { sort: 'loan', number: 'JK-2026-1', on: '2026-05-20', party: '某银行', amountFen: 300_000_000 }
    expect((await enter(bank)).status).toBe(200)
    const list = { sort: 'srdi', number: '浙经信企服〔2026〕9号', on: '2026-05-10', party: '省经信厅' }
    expect((await enter(list)).status).toBe(200)
    expect((await enter(list, 1)).status).toBe(200)
    const certificate = { sort: 'management-system', number: '00126Q1', on: '2026-04-10', party: '某认证公司' }
    expect((await enter(certificate)).status).toBe(200)
    world.setClock('2026-07-03')
    const filingId = await openReturn(world, park, '2026Q2')
    const { rows } = await showReturn(world, filingId, managerOf(park))
    const figures = Object.fromEntries(rows.map((row) => [row.indicator, row.total]))
    expect(figures).toMatchObject({ B1: null, B2: 300, B3: 0, B4: 2, B5: 0, B6: 2, B7: 1, P8: null })
    expect(rows.find((row) => row.indicator === 'P8')).toMatchObject({ source: 'inspection', computed: false })
    const params = { filingId, indicator: 'B2' }
    const { records } = await (await officer()).done(returns.listRowRecords, { params })
    expect(records).toMatchObject([{ kind: 'register-entry', value: 300, proofs: 1 }])
    expect(records[0]?.detail.zh).toContain('JK-2026-1 · 某银行 · 3,000,000.00 元')
    expect(records[0]?.href).toMatch(/enterprises\/.*\/register$/)
  })

  it('is kept by the database too: one number once, a firm of its pilot, the next revision alone', async () => {
    const copy = (set: string) =>
      world.sql(
        `insert into register_entries (id, pilot_id, enterprise_id, uscc, kind, sort, number, number_key, dated_on, party, amount_fen,
                                       file_id, recorded_by, recorded_at, written_by, written_at, scope)
         select gen_random_uuid(), pilot_id, enterprise_id, ${set}, recorded_by, recorded_at, recorded_by, recorded_at, scope
           from register_entries where sort = 'loan'`,
      )
    const loan = `kind, sort, number, number_key, dated_on, party`
    await expect(copy(`uscc, ${loan}, amount_fen, file_id`)).rejects.toThrow(/register_entries_once/)
    await expect(copy(`'x', ${loan}, amount_fen, file_id`)).rejects.toThrow(/enterprise of its pilot/)
    await expect(copy(`uscc, ${loan}, null, file_id`)).rejects.toThrow(/register_amount_of_money/)
    const title = (sort: string) => `uscc, 'title', '${sort}', 'a1', 'A1', dated_on, party, null, file_id`
    await expect(copy(title('innovative'))).rejects.toThrow(/register_title_of_its_time/)
    await expect(copy(title('loan'))).rejects.toThrow(/register_sort_of_kind/)
    await expect(world.sql(`update register_entries set party = 'x'`)).rejects.toThrow(/next revision/)
    await expect(world.sql('delete from register_entries')).rejects.toThrow(/next revision/)
    await expect(world.sql('update former_register_entries set revision = 9')).rejects.toThrow(/append-only/)
  })
})

async function otherPark() {
  const { foreign } = county
  await draftPlan(world, foreign)
  await submitPlan(world, foreign)
  await approve(world, foreign, '海宁市经信局·经办')
  await approve(world, foreign, '海宁市财政局·经办')
  const client = await world.as(officerOf(foreign))
  const [first] = await enterprisesOf(world, foreign)
  return {
    enter: async (body: object) => {
      const fileId = await paper(world, officerOf(foreign), '证书')
      const params = { enterpriseId: first?.enterpriseId ?? '' }
      return client.call(contract.enterInRegister, { params, body: { party: first?.name, ...body, fileId } as never })
    },
  }
}

describe('patents whose key was kept with ZL', () => {
  const keyOf = async (number: string) =>
    (await world.sql<{ key: string }>('select number_key as key from register_entries where number = $1', [number]))[0]
      ?.key
  const keepOld = (number: string) =>
    world.sql(
      `do $$ begin
         alter table register_entries disable trigger user;
         update register_entries set number_key = 'ZL' || number_key where number = '${number}' and number_key !~ '^ZL';
         alter table register_entries enable trigger user;
       end $$`,
    )
  const rekey = async () => {
    for (const part of (await readFile(rekeying, 'utf8')).split(/;\n/).filter((one) => one.trim()))
      await world.sql(part)
  }

  it('are refused a second time once they are keyed anew, and one that stands twice already is left', async () => {
    const [old, other, twin] = ['ZL202610000007.1', 'ZL202610000008.X', '202610000008X']
    for (const number of [old, other]) expect((await enter({ ...right, number })).status).toBe(200)
    for (const number of [old, other]) await keepOld(number)
    expect(await keyOf(other)).toBe('ZL202610000008X')
    // Old rows let it in at another enterprise.
    expect((await enter({ ...right, number: twin }, 1)).status).toBe(200)
    await rekey()
    expect([await keyOf(old), await keyOf(other)]).toEqual(['2026100000071', 'ZL202610000008X'])
    for (const number of ['2026100000071', old, twin])
      expect((await enter({ ...right, number }, 2)).body.error).toMatchObject({ code: 'register.number-twice' })
    await rekey()
    expect(await keyOf(old)).toBe('2026100000071')
  })
})
