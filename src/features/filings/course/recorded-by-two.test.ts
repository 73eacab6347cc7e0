import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, demoCounty, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { recordedByProvince } from '../../../../tests/support/edited-editions.ts'
import {
  askedAbout,
  boxesOn,
  economy,
  finance,
  financeLeader,
  parkUnder,
  planFilingOf,
  provinceEconomy,
  provinceFinance,
  seenBy,
} from '../../../../tests/support/edited-worlds.ts'
import { recommend, release } from '../../../../tests/support/funded.ts'
import { said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { discardPrepared, signPrepared } from '../../programme/signing/contract.ts'
import * as acts from './act-contract.ts'

const second = '省经信厅·负责人'
const planName = '服务计划与资金使用方案'

let world: World
let park: Park
let filingId: string
beforeAll(async () => {
  world = await startWorld()
  const { countyId } = await demoCounty(world)
  const edition = {
    ...recordedByProvince,
    id: 'test-recorded-by-two',
    signatures: [
      { act: 'recording', seats: ['province-economy'], clause: 'G3.1', source: 'inferred' },
      { act: 'release', seats: ['county-finance'], clause: 'G4.2', source: 'inferred' },
    ],
  } as const
  park = await parkUnder(world, edition, countyId, 7)
  await draftPlan(world, park)
  await submitPlan(world, park)
  for (const by of [economy, finance]) await approve(world, park, by)
  filingId = await planFilingOf(world, park)
})
afterAll(() => world.stop())

const record = async (by: string, versionNo = 1) =>
  (await world.as(by)).call(acts.recordFiling, { params: { filingId }, body: { versionNo, recordNo: '备〔2026〕7号' } })
const waiting = async (by: string) => (await seenBy(world, by, filingId)).recordings.prepared[0]?.preparedId ?? ''
const sign = async (by: string, preparedId: string) =>
  (await world.as(by)).call(signPrepared, { params: { preparedId } })
const reopen = async (by: string) => {
  const body = { sections: ['controls'], reason: '请补充审批权限' }
  return (await world.as(by)).call(acts.reopenFiling, { params: { filingId }, body })
}

it('a recording is prepared by one person of the department and brings nothing into force', async () => {
  expect((await record(provinceEconomy, 2)).status).toBe(409)
  expect((await record(provinceEconomy)).body).toEqual({ toSign: true })
  const { state, record: recorded, recordings, actions } = await seenBy(world, provinceEconomy, filingId)
  expect([state, recorded, recordings.takesTwo]).toEqual(['approved', null, true])
  expect(abilityIn(actions, 'record').allowed).toBe(false)
  expect(said(await record(second))).toBe('review.waits-for-signature')
  expect((await seenBy(world, provinceFinance, filingId)).recordings).toEqual({
    takesTwo: false,
    prepared: [],
    unsigned: [],
  })
  // Whoever prepared it is asked for nothing; the second person is.
  expect(await askedAbout(world, park, planName)).toEqual({})
  const { mine } = await (await world.as(second)).done(showInbox)
  expect(mine.tasks.map(({ task, clause }) => `${task} ${clause}`)).toContain('signature.recording G3.1')
})

it('lapses when the filing is opened again, and goes back with a reason', async () => {
  const preparedId = await waiting(second)
  expect(said(await reopen(second))).toBe(200)
  expect(said(await sign(second, preparedId))).toBe('review.nothing-to-sign')
  await submitPlan(world, park)
  for (const by of [economy, finance]) await approve(world, park, by, 2)
  await record(provinceEconomy, 2)
  const again = { params: { preparedId: await waiting(second) }, body: { reason: '备案号有误' } }
  expect(said(await (await world.as(second)).call(discardPrepared, again))).toBe(200)
  const { unsigned } = (await seenBy(world, second, filingId)).recordings
  expect(unsigned.map(({ ended, reason, by }) => [ended, reason, by.name])).toEqual([
    ['sent-back', '备案号有误', second],
    ['lapsed', '', second],
  ])
})

it('is signed by the leader of the department, and keeps both names', async () => {
  await record(provinceEconomy, 2)
  const preparedId = await waiting(provinceEconomy)
  expect(said(await sign(provinceEconomy, preparedId))).toBe('review.leader-signs')
  expect(said(await sign(provinceFinance, preparedId))).toBe('review.nothing-to-sign')
  expect((await sign(second, preparedId)).body).toEqual({ act: 'recording' })
  expect(await seenBy(world, economy, filingId)).toMatchObject({
    state: 'recorded',
    record: { no: '备〔2026〕7号', byName: second, preparedByName: provinceEconomy },
  })
  const box = (await boxesOn(world, filingId)).find((one) => one.includes('备〔2026〕7号'))
  expect(box).toContain(`拟定：${provinceEconomy}；签发：${second}`)
  expect(box).not.toContain('经办：')
  const alone = `update filings set record_prepared_by = recorded_by where id = $1`
  await expect(world.sql(alone, [filingId])).rejects.toThrow(/nobody prepared|recorded_by_two/)
})

it('an edition asks for two persons act by act: here one recommends, and two release', async () => {
  expect(await recommend(world, park, 1)).toEqual({ state: 'recommended' })
  expect(await release(world, park, 1)).toEqual({ toSign: true })
  expect(await askedAbout(world, park, '第 1 期')).toEqual({
    [financeLeader]: 'signature.release G4.2',
  })
})
