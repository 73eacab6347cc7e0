import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, type Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { halfYearlyBatch, halfYearlyPilot } from '../support/half-yearly.ts'

let story: Story
let park: Park
let manager: Person
let province: Person
const table = '试点工作情况表'
const batch = '2026年第三批'
const reason = '园区运营主体更换，账册移交未完，未能按期填报'
const locked = /试点工作情况表应于 2026-07-10 前报送，2026-09-08 后已锁定；补报须先由县经信负责人、省经信厅登记例外/

beforeAll(async () => {
  story = await startStory('late-with-an-exception', { at: '2026-02-10T09:00:00+08:00' })
  const { first } = await demoCounty(story.world)
  park = await halfYearlyPilot(story.world, await halfYearlyBatch(story.world, batch), first)
})
afterAll(() => story?.close())

const rowOf = (seat: Person, text: string) => seat.page.getByRole('row').filter({ hasText: text })

/** The provincial page of rates, narrowed to the table of this batch. */
async function rates(): Promise<void> {
  province = await story.person('省经信厅·处室')
  await province.follow('报送统计')
  await province.choose('批次', batch)
  await province.choose('事项', table)
}

describe('a half-yearly table after its lock (H6)', () => {
  it('is written on its last evening and sent after midnight: refused, with the reason and the clause', async () => {
    await story.setClock('2026-09-08T17:30:00+08:00')
    manager = await story.person(`${park.name}·负责人`, { path: `/pilots/${park.pilotId}/returns` })
    await manager.sees('半年报', '2026-07-10')
    await manager.step('半年报清单')
    await manager.press('生成半年报')
    await manager.page
      .getByLabel(/：偏差原因及措施$/)
      .first()
      .waitFor()
    for (const field of await manager.page.getByLabel(/：偏差原因及措施$/).all()) {
      if ((await field.getAttribute('aria-required')) === 'true') await field.fill('移交期间服务未开展，本期为 0')
    }
    await manager.sees(/^\s*已保存/, '检查通过，可以提交')
    await manager.press('报送')
    await manager.dialog.sees('已超过报送期限 60 天，将记为逾期报送')
    await story.setClock('2026-09-09T00:05:00+08:00')
    await manager.dialog.press('报送')
    await manager.dialog.sees(locked, 'H6')
    await manager.step('零点后被拒')
    await manager.page.reload()
    await manager.sees(locked)
    await manager.lacks('检查通过，可以提交')
    await manager.page
      .getByRole('button', { name: '报送', exact: true })
      .and(manager.page.locator('[aria-disabled]'))
      .waitFor()
    await manager.step('已锁定')
  })

  it('is seen by the province behind the rates, county by county', async () => {
    await story.setClock('2026-09-09T10:00:00+08:00')
    await rates()
    await rowOf(province, '嘉兴市').getByText('0%', { exact: true }).first().waitFor()
    await province.step('全省报送统计')
    await province.follow('嘉兴市')
    await province.follow('嘉善县')
    await rowOf(province, park.name).getByRole('link', { name: '1', exact: true }).last().click()
    await province.sees('2026-07-10', table, '已锁定')
    await province.step('已锁定清单')
  })

  it('is opened by the county leader until a day, by name and with a reason', async () => {
    const leader = await story.person('嘉善县经信局·负责人')
    await leader.follow('逾期例外')
    await leader.sees('没有逾期例外')
    await leader.press('登记例外')
    await leader.dialog.press('登记例外')
    await leader.dialog.sees('请选择已锁定的事项', '请填写理由')
    await leader.dialog.choose('已锁定的事项', new RegExp(`^${park.name} · ${table}`))
    await leader.dialog.fill('理由', reason)
    await leader.dialog.day('开放至', '2026-09-18')
    await leader.step('登记例外')
    await leader.submit('登记例外')
    await leader.sees(reason, '2026-09-18', '开放中', '尚未补报', '嘉善县经信局·负责人')
    await leader.step('逾期例外')
  })

  it('is then filed, and counts as late', async () => {
    await story.setClock('2026-09-11T10:00:00+08:00')
    manager = await story.person(`${park.name}·负责人`)
    await manager.follow(/说明并报送.*试点工作情况表/)
    await manager.press('报送')
    await manager.dialog.sees('已超过报送期限 63 天')
    await manager.submit('报送')
    await manager.sees('已冻结：不再随记录变化。', '逾期 63 天报送')
    await manager.lacks(locked)
    await manager.step('逾期报送')
    await manager.go('/calendar?month=2026-07')
    await manager.sees('2026年7月', /试点工作情况表/, '逾期报送')
    await manager.step('七月')
  })

  it('leaves its mark: complete, but not in time, and the exception says when it came', async () => {
    await rates()
    const row = rowOf(province, '嘉兴市')
    await row.getByText('100%').waitFor()
    await row.getByText('0%', { exact: true }).waitFor()
    await province.step('完成而不及时')
    await row.getByRole('link', { name: '1', exact: true }).last().click()
    await province.sees('逾期 63 天报送')
    await province.go('/exceptions')
    await province.sees(reason, '2026-09-11')
    await province.step('全省逾期例外')
  })

  it('stands in the calendar that the manager subscribes to', async () => {
    await manager.go('/calendar?view=feed')
    await manager.press('生成订阅地址')
    const address = (await manager.page.locator('code').textContent()) ?? ''
    const feed = await story.world.http.inject({ url: new URL(address).pathname })
    expect(feed.headers['content-type']).toContain('text/calendar')
    const text = feed.body.replaceAll('\r\n ', '')
    expect(text).toContain('DTSTART;VALUE=DATE:20260710')
    expect(text).toMatch(/SUMMARY:已报送：试点工作情况表.*嘉善归谷智造园/)
    const phone = await story.person(`${park.name}·负责人`, { phone: true, path: '/exceptions' })
    await phone.press(/English/)
    await phone.sees('Granted by', reason)
    await phone.step('英文例外')
  })
})
