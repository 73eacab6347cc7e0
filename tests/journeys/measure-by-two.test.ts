import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { requireSigning } from '../../src/features/filings/course/act-contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { fillRecovery, scan } from '../support/evaluation-steps.ts'
import { fundedPilot } from '../support/funded.ts'
import { countyHands } from '../support/measures.ts'

const leaders = ['嘉善县经信局·负责人', '嘉善县财政局·负责人'] as const

let story: Story
let park: Park

beforeAll(async () => {
  story = await startStory('measure-by-two', { at: '2026-04-01T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  for (const leader of leaders) await (await story.world.as(leader)).done(requireSigning, { body: { required: true } })
})
afterAll(() => story?.close())

const page = () => `/pilots/${park.pilotId}/measures`
const claimed = async () => {
  const client = await story.world.as(countyHands.decides)
  return (await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })).money.claimedFen
}

describe('a recovery in a county whose bureaus have their acts signed (G5.3)', () => {
  it('is prepared by the officer, and signed by the leader on a phone with all of it in sight', async () => {
    const officer = await story.person(countyHands.decides, { path: page() })
    const asked = { dueOn: '2026-05-31', reason: '三项绩效目标未完成', paper: scan('收回决定', park.name) }
    await officer.press('作出处理（拟定）')
    await officer.dialog.sees('本部门此事项须两人办理')
    await officer.dialog.press('返回')
    await fillRecovery(officer, { yuan: '400000', ...asked }, '作出处理（拟定）')
    await officer.submit('提交')
    await officer.sees('待签发与未签发', '处理措施 · 待签发', '¥400,000.00')
    await officer.step('已拟定')
    const leader = await story.person(leaders[0], { phone: true })
    await leader.follow(/签发处理措施/)
    await leader.sees('三项绩效目标未完成', '2026-05-31')
    await leader.step('负责人手机')
    await leader.press('签发')
    await leader.dialog.sees('¥400,000.00')
    await leader.submit('签发')
    await leader.sees('待财政确认', `${countyHands.decides} 拟定，${leaders[0]} 签发`)
  })

  it('is in force when the leader of the finance bureau has signed what its officer prepared', async () => {
    const finance = await story.person(countyHands.confirms)
    await finance.follow(/确认处理措施/)
    await finance.press('确认（拟定）')
    await finance.submit('拟定，送签发')
    await finance.sees('处理措施确认 · 待签发')
    await finance.step('待财政负责人签发')
    expect(await claimed()).toBe(0)
    const leader = await story.person(leaders[1])
    await leader.follow(/签发处理措施确认/)
    await leader.press('签发')
    await leader.submit('签发')
    await leader.sees('已生效', '待缴回')
    await leader.step('已生效')
    expect(await claimed()).toBe(40_000_000)
  })
})
