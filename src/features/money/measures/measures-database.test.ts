import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { decidedId, inForce, payBack } from '../../../../tests/support/measures.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'

// What the database refuses by itself, whatever the application does (G5.3, G3.6).

let world: World
let county: County & { park: Park }
let [deduction, recovery, waiting, receipt] = ['', '', '', '']
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  deduction = await inForce(world, county.park)
  recovery = await inForce(world, county.park, { kind: 'recovery', amountFen: 1000, dueOn: '2026-06-30' })
  waiting = await decidedId(world, county.park)
  receipt = (await payBack(world, recovery, { amountFen: 600, voucherNo: '缴-1' })).body.receiptId
})
afterAll(() => world.stop())

const asCounty = <T>(work: Parameters<typeof inside<T>>[2]) => inside(world, countyScope(), work)
const countyScope = () => county.park.scope.replace(/[^/]+\/$/, '')
const run = (statement: string) => asCounty((tx) => sql.raw(statement).execute(tx))
const idOf = (name: string) => `(select id from accounts where name = '${name}')`
const finance = idOf('嘉善县财政局·经办')

it('lets a measure take its steps and never another word, for the owner neither', async () => {
  const by = `confirmed_by = ${finance}, confirmed_at = now()`
  for (const change of [`reason = '其他'`, 'amount_fen = 1', `kind = 'criticism'`, `state = 'decided', ${by}`])
    await expect(world.sql(`update measures set ${change} where id = '${deduction}'`)).rejects.toThrow(/reversal alone/)
  await expect(world.sql(`delete from measures`)).rejects.toThrow(/stays/)
  for (const change of [`reason = '其他'`, 'amount_fen = 1'])
    await expect(run(`update measures set ${change}`)).rejects.toMatchObject({ code: '42501' })
  await expect(run('delete from measures')).rejects.toMatchObject({ code: '42501' })
})

it('takes a confirmation of finance of the same level, booked, and no other', async () => {
  const confirm = (by: string) =>
    world.sql(
      `update measures set state = 'confirmed', confirmed_by = ${by}, confirmed_at = now() where id = '${waiting}'`,
    )
  await expect(confirm(idOf('嘉善县经信局·负责人'))).rejects.toMatchObject({ code: '23503' })
  await expect(confirm(idOf('省财政厅·处室'))).rejects.toMatchObject({ constraint: 'measures_own_level' })
  // Nothing moved in the ledger.
  await expect(confirm(finance)).rejects.toMatchObject({ constraint: 'measures_booked' })
  const reverse = (of: string) =>
    world.sql(`update measures set state = 'reversed', reversed_by = ${idOf('嘉善县财政局·负责人')}, reversed_at = now(), end_reason = '录入有误'
                where id = '${of}'`)
  await expect(reverse(recovery)).rejects.toMatchObject({ constraint: 'measures_receipts_first' })
  await expect(reverse(deduction)).rejects.toMatchObject({ constraint: 'measures_booked' })
})

it('keeps receipts within their claim, one number once in the county, reversed once', async () => {
  const copy = (columns: Record<string, string>) => {
    const all = {
      ...{
        id: 'gen_random_uuid()',
        measure_id: 'measure_id',
        pilot_id: 'pilot_id',
        county_id: 'county_id',
        amount_fen: 'amount_fen',
      },
      ...{
        own_fen: 'own_fen',
        paid_on: 'paid_on',
        voucher_no: `'缴-2'`,
        voucher_file: 'voucher_file',
        recorded_by: 'recorded_by',
      },
      ...{ recorded_at: 'recorded_at', scope: 'scope', ...columns },
    }
    const names = Object.keys(all).join()
    return world.sql(
      `insert into measure_receipts (${names}) select ${Object.values(all).join()} from measure_receipts where id = '${receipt}'`,
    )
  }
  await expect(copy({ voucher_no: 'voucher_no' })).rejects.toMatchObject({ constraint: 'measure_receipts_voucher' })
  await expect(copy({ amount_fen: '401' })).rejects.toMatchObject({ constraint: 'paper_used_once' })
  await world.sql('alter table measure_receipts disable trigger paper_used_once')
  await expect(copy({ amount_fen: '401' })).rejects.toMatchObject({ constraint: 'measure_receipts_within_claim' })
  await expect(copy({ amount_fen: '400' })).rejects.toMatchObject({ constraint: 'measures_booked' })
  await expect(copy({ measure_id: `'${deduction}'` })).rejects.toMatchObject({ constraint: 'measures_in_force' })
  await world.sql('alter table measure_receipts enable trigger paper_used_once')
  await expect(copy({ own_fen: '601' })).rejects.toMatchObject({ code: '23514' })
  await expect(copy({ recorded_by: idOf('嘉善县经信局·经办') })).rejects.toMatchObject({ code: '23503' })
  await expect(world.sql(`update measure_receipts set amount_fen = 1`)).rejects.toThrow(/reversed once/)
  await expect(world.sql(`delete from measure_receipts`)).rejects.toThrow(/reversed once/)
  const undo = `update measure_receipts set reversed_by = ${finance}, reversed_at = now(), reversal_reason = '录入有误'`
  await expect(world.sql(undo)).rejects.toMatchObject({ constraint: 'measures_booked' })
})

it('re-issues no more than came back', async () => {
  const reissue = (fen: number) =>
    world.sql(`insert into measure_reissues (id, measure_id, pilot_id, county_name, award_year, award_name, amount_fen, issued_on, document_no,
                 reason, recorded_by, recorded_at, scope)
               select gen_random_uuid(), id, pilot_id, '嘉善县', 2026, '批次', ${fen}, '2026-04-01', '1', '再安排', ${idOf('省财政厅·处室')}, now(), scope
                 from measures where id = '${recovery}'`)
  await expect(reissue(601)).rejects.toMatchObject({ constraint: 'measure_reissues_within_receipts' })
  await expect(reissue(600)).rejects.toMatchObject({ constraint: 'measures_booked' })
})

it('shows a park what is in force against it, a county what lies below it, and nobody else anything', async () => {
  const seen = (scope: string) =>
    inside(world, scope, async (tx) =>
      (await tx.selectFrom('measures').select('state').execute()).map(({ state }) => state),
    )
  expect((await seen(county.park.scope)).sort()).toEqual(['confirmed', 'confirmed'])
  expect((await seen(countyScope())).sort()).toEqual(['confirmed', 'confirmed', 'decided'])
  expect(await seen(county.foreign.scope)).toEqual([])
})

it('asks back no more than is out, makes good no more than was spent', async () => {
  const account = (key: string) =>
    `(select id from ledger_accounts where pilot_id = '${county.park.pilotId}' and key = '${key}')`
  const byHand = (kind: string, postings: readonly (readonly [string, number])[]) => {
    const id = world.services.newId()
    return asCounty(async (tx) => {
      await sql
        .raw(`insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
              values ('${id}', '${county.park.pilotId}', '${kind}', '2026-04-01', now(), ${finance}, '${id}', '${county.park.scope}')`)
        .execute(tx)
      for (const [key, fen] of postings)
        await sql
          .raw(
            `insert into ledger_postings (entry_id, account_id, amount_fen, scope) values ('${id}', ${account(key)}, ${fen}, '${county.park.scope}')`,
          )
          .execute(tx)
    })
  }
  const claim = (fen: number) =>
    [
      ['claim-source', -fen],
      ['claimed', fen],
    ] as const
  await expect(byHand('claim', claim(149_999_001))).rejects.toMatchObject({
    constraint: 'ledger_claims_within_released',
  })
  const own = [
    ['own-money', -1],
    ['recovered', 1],
    ['claimed', -1],
    ['claim-source', 1],
  ] as const
  await expect(byHand('pay-back', own)).rejects.toMatchObject({ constraint: 'ledger_own_within_spent' })
  // What was asked back is no money.
  const crossed = [
    ['cash', -1],
    ['claimed', 1],
  ] as const
  await expect(byHand('claim', crossed)).rejects.toThrow(/does not balance/)
})
