import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { opinionsIn, said } from '../../../../tests/support/opinions.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

const officer = '嘉善县经信局·经办'
const leader = '嘉善县经信局·负责人'

let world: World
let plan = ''
let { opine, sign, discard } = {} as ReturnType<typeof opinionsIn>
beforeAll(async () => {
  world = await startWorld()
  ;({ opine, sign, discard } = opinionsIn(world))
  const county = await servedPilot(world)
  await draftPlan(world, county.second)
  await submitPlan(world, county.second)
  plan = await planOf(await world.as(officer), county.second.pilotId)
  await (await world.as(leader)).done(acts.requireSigning, { body: { required: true } })
})
afterAll(() => world.stop())

async function show(by: string) {
  return (await world.as(by)).done(contract.showFiling, { params: { filingId: plan } })
}
async function count(of: string) {
  const on = `from ${of} o join filing_versions v on v.id = o.version_id where v.filing_id = $1`
  return (await world.sql<{ n: number }>(`select count(*)::int as n ${on}`, [plan]))[0]?.n
}

it('an opinion is signed as it was read: not what was prepared instead of it meanwhile', async () => {
  await opine(officer, plan)
  const read = (await show(leader)).prepared[0]?.preparedId ?? ''
  await discard(officer, plan, '改为退回')
  await opine(officer, plan, { marks: [{ section: 'controls', reason: '请补充审批权限' }] })
  for (const act of [sign(leader, plan, 1, read), discard(leader, plan, '请写明依据', read)]) {
    const { status, body } = await act
    expect([status, body.error.code, body.error.facts.verdict]).toEqual([409, 'review.prepared-changed', 'return'])
    expect(body.error.zh).toContain('拟定意见已变更，请重新核对')
  }
  expect((await discard(officer, plan, '再作修改', read)).status).toBe(409)
  expect([await count('filing_opinions'), await count('prepared_opinions')]).toEqual([0, 1])
  const other = `insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, prepared_by, prepared_id, verdict, given_at, scope)
    select gen_random_uuid(), p.version_id, p.submitted_by, p.level, p.bureau, a.id, p.account_id, p.id, 'approve', now(), p.scope
      from prepared_opinions p join accounts a on a.name = $1`
  await expect(world.sql(other, [leader])).rejects.toThrow(/signed as it was prepared/)
  expect(said(await discard(officer, plan, '补充后再报'))).toBe(200)
})

it('the setting is turned off with a reason, and how it was set stays to be read', async () => {
  const silent = await (await world.as(leader)).call(acts.requireSigning, { body: { required: false } })
  expect(said(silent)).toBe('signing.off-without-reason')
  await (await world.as(leader)).done(acts.requireSigning, { body: { required: false, reason: '恢复一人办理' } })
  const { history } = await (await world.as(officer)).done(acts.showSigning)
  expect(history).toMatchObject([
    { bureau: 'economy', required: false, byName: leader, reason: '恢复一人办理' },
    { bureau: 'economy', required: true, byName: leader, reason: '' },
  ])
  await expect(
    world.sql(
      `insert into seat_signings (id, unit_id, bureau, required, set_by, set_at, scope)
       select gen_random_uuid(), unit_id, bureau, false, set_by, now(), scope from seat_signings limit 1`,
    ),
  ).rejects.toThrow(/seat_signings_off_with_reason/)
})
