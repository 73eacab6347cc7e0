import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { requireSigning } from '../../filings/course/act-contract.ts'
import { signPrepared } from '../../programme/signing/contract.ts'
import * as contract from './contract.ts'
import { trancheWord } from './tranche-contract.ts'

const finance = '嘉善县财政局·经办'
const leader = '嘉善县财政局·负责人'
const reason = '银行退票，账号有误'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  await (await world.as(leader)).done(requireSigning, { body: { required: true } })
})
afterAll(() => world.stop())

const pilot = () => ({ pilotId: county.park.pilotId })
const funds = async (by = leader) => (await world.as(by)).done(contract.showFunds, { params: pilot() })
async function reverse(by: string, kind: 'receive' | 'release') {
  const client = await world.as(by)
  const { entries } = await client.done(contract.listEntries, { params: pilot(), search: { kind } })
  return client.call(contract.reverseEntry, { params: { entryId: entries[0]?.entryId ?? '' }, body: { reason } })
}
const sign = async (by: string) => {
  const preparedId = (await funds()).tranches[0]?.prepared[0]?.preparedId ?? ''
  return (await world.as(by)).call(signPrepared, { params: { preparedId } })
}

it('a receipt is the park’s to reverse, by one person; a release takes two of the bureau', async () => {
  expect((await reverse(`${county.park.name}·负责人`, 'receive')).body).toHaveProperty('entryId')
  expect((await funds(finance)).tranches[0]?.takesTwo).toContain('reversal')
  const before = (await funds()).money
  expect((await reverse(finance, 'release')).body).toEqual({ toSign: true })
  expect(said(await reverse(finance, 'release'))).toBe('review.waits-for-signature')
  const { tranches, money } = await funds()
  expect(tranches[0]).toMatchObject({
    state: 'released',
    reversals: [],
    prepared: [{ act: 'reversal', body: { reason } }],
  })
  expect(money).toEqual(before)
})

it('the database lets no release go without a reversal on record, and takes none of one person', async () => {
  const alone = `insert into tranche_reversals (id, tranche_id, entry_id, amount_fen, voucher_no, voucher_file, paid_on, released_by,
      released_at, reason, reversed_by, reversed_at, scope)
    select gen_random_uuid(), t.id, e.id, t.amount_fen, t.voucher_no, t.voucher_file, t.paid_on, t.released_by, t.released_at, '退票',
           t.released_by, now(), t.scope
      from tranches t join ledger_entries e on e.subject = t.id and e.kind = 'release' where t.pilot_id = $1 and t.no = 1`
  await expect(world.sql(alone, [pilot().pilotId])).rejects.toThrow(/signed by a second person/)
  const gone = `update tranches set state = 'recommended', released_by = null, released_at = null, voucher_no = null,
    voucher_file = null, paid_on = null where pilot_id = $1 and no = 1`
  await expect(world.sql(gone, [pilot().pilotId])).rejects.toThrow(/reversal on record/)
})

it('is signed by the leader alone, once, and its trace stays at the tranche', async () => {
  const was = (await funds()).tranches[0]
  expect(said(await sign(finance))).toBe('review.leader-signs')
  const twice = await Promise.all([sign(leader), sign(leader)])
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 422])
  const { tranches, money } = await funds('嘉善县经信局·经办')
  expect(money.disbursedFen).toBe(0)
  expect(tranches[0]).toMatchObject({
    state: 'recommended',
    released: null,
    voucherNo: null,
    reversals: [
      {
        ...{ amountFen: was?.amountFen, voucherNo: was?.voucherNo, paidOn: was?.paidOn, voucherFile: was?.voucherFile },
        ...{ paidTo: null, released: was?.released, reason, reversed: { name: leader, preparedBy: finance } },
      },
    ],
  })
})

it('its paper lists the releases that were taken back, under a code of its own that covers them', async () => {
  const { tranches } = await funds()
  const [row] = tranches[0]?.reversals ?? []
  const hands = `拟定：${finance}；签发：${leader}`
  const paper = await (await world.as(leader)).call(trancheWord, { params: { ...pilot(), no: 1 } })
  const listed = (await readWord(paper.raw)).tables.at(-1) ?? []
  expect(listed[0]).toEqual(['序号', '冲正日期', '金额（元）', '原拨付', '办理人', '理由'])
  expect(listed[1]).toEqual(['1', expect.any(String), '1,500,000.00', expect.any(String), hands, reason])
  expect(listed[1]?.[3]).toContain(row?.voucherNo)
  const told = await world.sql<{ no: number; names: string }>(
    `select no, told -> 'zh' -> 'tables' as names from issued_papers where kind = 'tranche' order by no desc limit 1`,
  )
  expect(JSON.stringify(told[0]?.names)).toContain(hands)
})
