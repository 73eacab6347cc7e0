import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'

let story: Story
let park: Park
let manager: Person
const reason = '园区负责人更换，交接期间未能报送'

beforeAll(async () => {
  story = await startStory('late-return', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
})
afterAll(() => story?.close())

const rowOf = (seat: Person, text: string) => seat.page.getByRole('row').filter({ hasText: text })

describe('a return that comes too late', () => {
  it('is announced in working days, in the inbox and in the calendar, with its rest days', async () => {
    await story.setClock('2026-07-07T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.sees('还有3个工作日')
    await manager.follow('报送日历')
    await manager.sees('2026年7月', '今天', /绩效目标完成情况表/)
    await manager.step('报送日历')
    await manager.go('/calendar?month=2026-10')
    await manager.sees('调休上班', '放假')
    await manager.step('调休')
    await manager.go('/calendar?view=list&standing=open')
    await manager.sees('还有 3 个工作日')
    await manager.step('清单')
  })

  it('gives an address for the own calendar, shown once, renewed and revoked', async () => {
    await manager.go('/calendar?view=feed')
    await manager.press('生成订阅地址')
    await manager.sees(/\/api\/calendar\/[\w-]{43}\.ics/)
    await manager.step('订阅')
    const address = new URL((await manager.page.locator('code').textContent()) ?? '')
    const feed = await story.world.http.inject({ url: address.pathname })
    expect(feed.body).toContain('BEGIN:VALARM')
    await manager.press('停用')
    await manager.submit('停用')
    await manager.sees('尚未生成订阅地址')
    expect((await story.world.http.inject({ url: address.pathname })).statusCode).toBe(404)
  })

  it('is locked sixty days after its day, and says what is needed', async () => {
    await story.setClock('2026-09-09T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/逾期已锁定.*绩效目标完成情况表/)
    await manager.sees(/2026-09-08 后已锁定；补报须先由县经信负责人、省经信厅登记例外/)
    await manager.step('已锁定')
  })

  it('is found by the county behind a figure and opened until a day, with a reason', async () => {
    const leader = await story.person('嘉善县经信局·负责人')
    await leader.follow('报送统计')
    await leader.sees('完成率', '嘉善县（本级）')
    await leader.step('报送统计')
    await rowOf(leader, park.name).getByRole('link', { name: '1' }).last().click()
    await leader.sees('已锁定')
    await leader.step('已锁定清单')
    await leader.follow('登记例外')
    await leader.dialog.sees(new RegExp(`${park.name} · 绩效目标完成情况表`))
    await leader.dialog.press('登记例外')
    await leader.dialog.sees('请填写理由')
    await leader.dialog.fill('理由', reason)
    await leader.dialog.day('开放至', '2026-09-16')
    await leader.step('登记例外')
    await leader.submit('登记例外')
    await leader.sees(reason, '2026-09-16', '开放中')
    await leader.step('逾期例外')
  })

  it('is then submitted, counts as late, and nobody else hears of it', async () => {
    await manager.page.reload()
    await manager.press('生成季报')
    const fields = manager.page.getByLabel(/：偏差原因及措施$/)
    await fields.first().waitFor()
    for (const field of await fields.all()) {
      if ((await field.getAttribute('aria-required')) === 'true') await field.fill('交接期间服务未开展，本期为 0')
    }
    await manager.sees(/^\s*已保存/, '检查通过，可以提交')
    await manager.press('报送')
    await manager.submit('报送')
    await manager.sees('已冻结：不再随记录变化。')
    await manager.go('/calendar?view=list&standing=late')
    await manager.sees('逾期 61 天报送')
    await manager.step('逾期报送')
    const foreign = await story.person('海宁市经信局·负责人', { path: '/exceptions' })
    await foreign.sees('没有逾期例外')
    await foreign.lacks(reason)
  })

  it('reads well on a phone', async () => {
    const phone = await story.person(`${park.name}·负责人`, { phone: true, path: '/calendar?month=2026-07' })
    await phone.sees('2026-07-10', '逾期报送')
    await phone.step('手机月历')
    await phone.go('/exceptions')
    await phone.sees(reason)
    await phone.step('手机例外')
    await phone.go('/lateness')
    await phone.sees('完成率')
    await phone.step('手机统计')
  })
})
