import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot, judge, receive, recommend, release } from '../../../../tests/support/funded.ts'
import { underWay } from '../../../../tests/support/tranches.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'
import { trancheWord } from './tranche-contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
})
afterAll(() => world.stop())

const at = (no: number, pilotId = county.park.pilotId) => ({ pilotId, no })
const say = async (by: string, underWayNow: boolean, reason = '台账与现场一致', no = 2) =>
  (await world.as(by)).call(contract.judgeTranche, { params: at(no), body: { underWay: underWayNow, reason } })
const second = async (by = economy) =>
  (await (await world.as(by)).done(contract.showFunds, { params: { pilotId: county.park.pilotId } })).tranches[1]
const codes = async () => {
  const client = await world.as(economy)
  const amountFen = (await second())?.minFen ?? 0
  const body = { amountFen, recommendation: '同意拨付' }
  return (await client.call(contract.recommendTranche, { params: at(2), body })).body.error?.code
}

describe('the two bureaus judge whether services are really under way (G4.2)', () => {
  it('is for the county bureaus alone, with a reason, on the tranche that asks for it', async () => {
    for (const other of ['嘉善归谷智造园·负责人', '省经信厅·处室', '省财政厅·处室']) {
      expect((await say(other, true)).status).toBe(403)
    }
    expect((await say('海宁市经信局·经办', true)).status).toBe(404)
    expect((await say(economy, true, '  ')).body.error).toMatchObject({
      code: 'common.reason-missing',
      clause: 'G4.2',
      fields: [{ field: 'reason' }],
    })
    expect((await say(economy, true, '好', 1)).body.error.code).toBe('funds.judgment-not-asked')
    expect((await say(economy, true, '好', 9)).status).toBe(404)
  })

  it('stands beside what the records say, and does not stand in for them', async () => {
    await judge(world, county.park, 2)
    const shown = await second()
    expect(shown?.open).toBe(false)
    expect(shown?.judging).toMatchObject({
      clause: 'G4.2',
      facts: { mechanismReady: true, diagnosed: { done: 0, all: 5 }, ordered: 0, underWay: 0, spentFen: 0 },
      judgments: [
        { bureau: 'economy', underWay: true, given: { name: economy } },
        { bureau: 'finance', underWay: true, given: { name: finance } },
      ],
    })
    expect(await codes()).toBe('funds.enterprises-not-diagnosed')
    await underWay(world, county.park)
    expect((await second())?.open).toBe(true)
    expect((await second())?.judging?.facts).toMatchObject({ diagnosed: { done: 5, all: 5 }, ordered: 1, underWay: 1 })
  })

  it('closes the gate with the reason of the bureau that says no, until it says otherwise', async () => {
    await say(finance, false, '合同尚未履行。')
    const closed = await second()
    expect(closed?.open).toBe(false)
    expect(closed?.sentence.zh).toContain('财政部门判断服务尚未实际开展：合同尚未履行（G4.2）')
    expect(closed?.conditions.find((one) => one.condition === 'judged-under-way')).toMatchObject({ met: false })
    expect(await codes()).toBe('funds.judged-not-under-way')
    // Nobody can say it for the other bureau: a second word of the economy bureau is its own.
    await say(economy, true, '再次核查')
    expect((await second())?.open).toBe(false)
    expect((await second())?.judging?.judgments[0]).toMatchObject({ reason: '再次核查' })
    await say(finance, true, '复核后已履行')
    expect((await second())?.open).toBe(true)
    // What was said before stays to be read, with its person and reason.
    const own = (await second())?.judging?.judgments.find(({ bureau }) => bureau === 'finance')
    expect(own?.earlier.map(({ underWay: yes, reason, given }) => [yes, reason, given?.name])).toEqual([
      [true, expect.any(String), finance],
      [false, '合同尚未履行。', finance],
    ])
  })

  it('is one account, one bureau: the database lets nobody judge for the other', async () => {
    const insert = world.sql(
      `insert into tranche_judgments (id, tranche_id, bureau, under_way, reason, seen, given_by, given_at, scope)
       select gen_random_uuid(), t.id, 'finance', true, 'x', '{}', a.id, now(), t.scope
         from tranches t, accounts a where t.pilot_id = $1 and t.no = 2 and a.name = $2`,
      [county.park.pilotId, economy],
    )
    await expect(insert).rejects.toMatchObject({ code: '23503' })
    await expect(world.sql(`update tranche_judgments set under_way = false`)).rejects.toThrow('append-only')
  })

  it('holds the release too, when a bureau changes its mind after the recommendation', async () => {
    await recommend(world, county.park, 2)
    expect((await second())?.warnings).toEqual([])
    await say(economy, false, '服务中断')
    expect((await second())?.sentence.zh).toContain('现在不能拨付：经信部门判断服务尚未实际开展')
    await expect(release(world, county.park, 2)).rejects.toThrow('funds.judged-not-under-way')
    await say(economy, true, '服务已恢复')
    await release(world, county.park, 2)
    const paper = await (await world.as(economy)).call(trancheWord, { params: at(2) })
    const boxes = (await readWord(paper.raw)).tables.flat(2)
    const own = boxes.find((box) => box.startsWith('嘉善县经信局意见'))
    expect(own).toMatch(/此前判断（\d+年\d+月\d+日，嘉善县经信局·经办）：经判断，服务尚未实际开展：服务中断/)
    expect(own).toContain('经判断，服务已实际开展：服务已恢复')
    expect((await say(finance, false)).body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G4.2' })
    await receive(world, county.park, 2)
    expect(await second()).toMatchObject({ state: 'received', amountFen: 350_000_000 })
  })

  it('leaves nothing for the third, and no way beyond the award', async () => {
    const client = await world.as(economy)
    for (const amountFen of [1, 500_000_000]) {
      const body = { amountFen, recommendation: '再次拨付' }
      const answer = await client.call(contract.recommendTranche, { params: at(3), body })
      expect(answer.body.error).toMatchObject({ code: 'funds.no-evaluation', clause: 'G5.3' })
    }
    const { money } = await client.done(contract.showFunds, { params: { pilotId: county.park.pilotId } })
    expect(money).toMatchObject({ disbursedFen: 500_000_000, undisbursedFen: 0 })
    const events = await world.sql<{ n: number }>(
      `select count(*)::int as n from audit_events where kind = 'tranche.judged' and scope = $1`,
      [county.park.scope],
    )
    expect(events).toEqual([{ n: 7 }])
  })
})
