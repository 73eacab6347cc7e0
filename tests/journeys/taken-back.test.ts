import { afterAll, beforeAll, describe, it } from 'vitest'
import { demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import { type Story, startStory } from '../support/browser.ts'

let story: Story
let park: Park
const reason = '机构报价附件放错，换好后重新报送'

beforeAll(async () => {
  story = await startStory('taken-back', { at: '2026-04-10T09:00:00+08:00' })
  const { first } = await demoCounty(story.world)
  park = first
  await draftPlan(story.world, park, samplePlan(park.name))
  await submitPlan(story.world, park)
})
afterAll(() => story?.close())

describe('a submission that is taken back (G3.1)', () => {
  it('asks for the reason and keeps it, with the version, on the history of the filing', async () => {
    const manager = await story.person(`${park.name}·负责人`, { path: `/pilots/${park.pilotId}/plan` })
    await manager.press('撤回')
    await manager.dialog.press('撤回')
    await manager.dialog.sees('理由留在办理记录中')
    await manager.dialog.fill('理由', reason)
    await manager.step('撤回须说明理由')
    await manager.submit('撤回')
    await manager.sees('撤回记录 (1)', reason, '第1版')
    await manager.step('撤回记录')
  })

  it('is read by the reviewers of the next version', async () => {
    await submitPlan(story.world, park)
    const economy = await story.person('嘉善县经信局·经办', { path: `/pilots/${park.pilotId}/plan/review` })
    await economy.page.getByText('撤回记录 (1)').click()
    await economy.sees(reason)
  })
})

describe('a summary of the county that is locked (G5.4)', () => {
  it('is named to the county leader, with who opens it and what to do', async () => {
    await story.setClock('2026-09-09T09:00:00+08:00')
    const leader = await story.person('嘉善县经信局·负责人')
    await leader.follow('逾期例外')
    await leader.press('登记例外')
    await leader.dialog.sees('半年总结', '例外由省经信厅登记', '已锁定的事项须由其他单位登记例外')
    await leader.step('县里看到的锁定事项')
  })
})
