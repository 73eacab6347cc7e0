import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, openPark, type Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { administratorName } from '../support/template.ts'

let story: Story
let county: County
let park: Park
let manager: Person
beforeAll(async () => {
  story = await startStory('admitted-in-november', { at: '2026-04-01T09:00:00+08:00' })
  county = await approvedPilot(story.world)
  await story.setClock('2026-11-29T10:00:00+08:00')
  park = await openPark(story.world, county.batchId, county.countyId, '嘉善冬月园', 61)
})
afterAll(() => story?.close())

describe('a park admitted in November', () => {
  it('is asked for its plan within a month, and for nothing that is long past', async () => {
    manager = await story.person(`${park.name}·负责人`)
    await manager.sees(/服务计划与资金使用方案/, '2026-12-29')
    expect(await manager.page.getByText(/逾期未报|已逾期|已锁定/).count()).toBe(0)
    await manager.step('待办')
    await manager.go('/calendar?view=list')
    await manager.sees('2026-12-29', '2027-01-10')
    expect(await manager.page.getByText('2026-07-10').count()).toBe(0)
    await manager.step('清单')
    await manager.go(`/pilots/${park.pilotId}/returns`)
    await manager.sees('2027-01-10')
    expect(await manager.page.getByText(/2026年第三季度/).count()).toBe(0)
    await manager.step('季报')
  })

  it('does not pull down the rates of its county', async () => {
    const leader = await story.person('嘉善县经信局·负责人')
    await leader.go('/lateness')
    await leader.sees(county.first.name, '完成率')
    // A unit stands in the rates once something of it has come due.
    await leader.lacks(park.name)
    await leader.step('报送统计')
  })
})

describe('the administrator enters the rest days of the next year', () => {
  it('sees whose days move before it is entered, and the park sees it after', async () => {
    const admin = await story.person(administratorName)
    await admin.follow('放假安排')
    await admin.sees('2026', '系统自带')
    await admin.step('放假安排')
    await admin.press('登记一年的安排')
    await admin.day('公布日期', '2026-11-20')
    await admin.fill('文件（文号或网址）', '国办发明电〔2026〕9号')
    await admin.page.locator('[data-field="days.0.day"]').fill('2027-01-08')
    await admin.page.locator('[data-field="days.0.name"]').fill('调整')
    await admin.press('查看影响')
    await admin.sees('会变动的期限、提醒与公示', park.name, '2027-01-07')
    await admin.step('影响')
    await admin.press('确认登记')
    await admin.sees('国办发明电〔2026〕9号')
    await admin.step('已登记')
    await manager.go('/calendar')
    await manager.sees('因放假安排变动的日期', '2027-01-07')
    await manager.step('月历')
  })
})
