import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { recommend, uploadVoucher } from '../../../../tests/support/funded.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { requireSigning } from '../../filings/course/act-contract.ts'
import { discardPrepared, signPrepared } from '../../programme/signing/contract.ts'
import * as contract from './contract.ts'
import { setPayeeAccount, trancheWord } from './tranche-contract.ts'

const finance = '嘉善县财政局·经办'
const leader = '嘉善县财政局·负责人'
const [first, second] = ['19330101040012345', '62220000000012345'] as const
/** As a bureau is shown it. */
const inPart = (number: string) => `${number.slice(0, 4)}****${number.slice(-4)}`
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  await recommend(world, county.park, 1)
  await (await world.as(leader)).done(requireSigning, { body: { required: true } })
})
afterAll(() => world.stop())

const on = () => ({ pilotId: county.park.pilotId, no: 1 })
const funds = async (by = leader) =>
  (await world.as(by)).done(contract.showFunds, { params: { pilotId: county.park.pilotId } })
const standing = async () => (await funds()).payee.account?.payeeAccountId ?? null
async function name(number: string, holder = county.park.name) {
  const manager = await world.as(`${county.park.name}·负责人`)
  const params = { pilotId: county.park.pilotId }
  await manager.done(setPayeeAccount, { params, body: { holder, bank: '农业银行', number } })
}
async function release(payeeAccountId: string | null) {
  const voucher = { voucherNo: '财支1', voucherFileId: await uploadVoucher(world, finance), paidOn: '2026-04-01' }
  return (await world.as(finance)).call(contract.releaseTranche, { params: on(), body: { ...voucher, payeeAccountId } })
}
const waiting = async () => (await funds()).tranches[0]?.prepared[0]
const sign = async () =>
  (await world.as(leader)).call(signPrepared, { params: { preparedId: (await waiting())?.preparedId ?? '' } })

it('is prepared for the account that stands, not for none and not for a former one (G3.6)', async () => {
  await name(first)
  const shown = await standing()
  expect(said(await release(null))).toBe('funds.payee-changed')
  await name(second)
  const stale = await release(shown)
  expect(stale.body.error).toMatchObject({ code: 'funds.payee-changed', clause: 'G3.6' })
  const { zh } = stale.body.error
  expect([inPart(first), inPart(second)].map((number) => zh.includes(number))).toEqual([true, true])
  expect([first, second].map((number) => zh.includes(number))).toEqual([false, false])
  expect(await waiting()).toBeUndefined()
})

it('is not signed once the park has named another one, and both are shown', async () => {
  expect((await release(await standing())).body).toEqual({ toSign: true })
  await name(first, '嘉善建设投资有限公司')
  expect(said(await sign())).toBe('funds.payee-changed')
  const { payee, tranches, money } = await funds()
  expect([payee.account?.number, payee.former.map(({ number }) => number)]).toEqual([
    inPart(first),
    [inPart(second), inPart(first)],
  ])
  expect(tranches[0]).toMatchObject({
    state: 'recommended',
    paidTo: null,
    prepared: [{ actions: [{ allowed: false }, {}] }],
  })
  expect(tranches[0]?.prepared[0]?.refused[0]?.zh).toContain(inPart(second))
  expect(money.disbursedFen).toBe(0)
  const params = { preparedId: (await waiting())?.preparedId ?? '' }
  await (await world.as(leader)).done(discardPrepared, { params, body: { reason: '账户已变更' } })
})

it('keeps the account that it was paid to, whatever the park names afterwards', async () => {
  await release(await standing())
  expect(said(await sign())).toBe(200)
  await name(second)
  const { tranches, payee } = await funds(`${county.park.name}·资金专员`)
  expect(payee.account?.number).toBe(second)
  expect(tranches[0]).toMatchObject({ state: 'released', paidTo: { number: first, holder: '嘉善建设投资有限公司' } })
  const paper = await (await world.as(leader)).call(trancheWord, { params: on() })
  expect((await readWord(paper.raw)).tables.flat(2).join('')).toContain(first)
})

it('stays in the database: not another one, not none, none that is not the standing one', async () => {
  const set = (to: string) =>
    world.sql(`update tranches set payee_account_id = ${to} where pilot_id = $1 and no = 1`, [on().pilotId])
  await expect(set('null')).rejects.toThrow(/was paid to stays/)
  const newest = '(select id from payee_accounts where pilot_id = $1 order by set_at desc, id desc limit 1)'
  await expect(set(newest)).rejects.toThrow(/was paid to stays/)
  const oldest = '(select id from payee_accounts where pilot_id = $1 order by set_at, id limit 1)'
  await expect(
    world.sql(
      `insert into tranches (id, pilot_id, county_id, no, state, released_by, payee_account_id, scope)
       select gen_random_uuid(), pilot_id, county_id, 9, state, released_by, ${oldest}, scope from tranches where pilot_id = $1 and no = 1`,
      [on().pilotId],
    ),
  ).rejects.toThrow(/account that stands/)
})

it('is pointed out to the bureau where another park of its county is paid to the same number', async () => {
  const { number = '' } = (await funds(`${county.park.name}·负责人`)).payee.account ?? {}
  expect((await funds()).payee.sharedBy).toEqual([])
  const other = await world.as(`${county.second.name}·负责人`)
  const body = { holder: county.second.name, bank: '农业银行', number }
  await other.done(setPayeeAccount, { params: { pilotId: county.second.pilotId }, body })
  expect((await funds()).payee.sharedBy).toEqual([county.second.name])
  expect((await funds(`${county.park.name}·负责人`)).payee.sharedBy).toEqual([])
})
