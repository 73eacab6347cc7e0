import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { type Story, startStory } from '../support/browser.ts'
import { testPassword } from '../support/template.ts'

let story: Story
beforeAll(async () => {
  story = await startStory('password-due', { at: '2026-05-12T10:00:00+08:00' })
  await demoCounty(story.world)
})
afterAll(() => story?.close())

const officer = '嘉善县经信局·经办'
const own = 'Lantern-Rice9'

it('whoever comes in with a password that is too old changes it first, and then is where they wanted to go', async () => {
  await story.world.sql('update sign_in_rules set password_days = 30')
  await story.setClock('2026-06-12T10:00:00+08:00')
  for (const phone of [false, true]) {
    const seat = await story.guest({ phone })
    await seat.go('/services?state=closed')
    await seat.fill('账号', officer)
    await seat.fill('密码', testPassword)
    await seat.press('登录')
    await seat.sees('修改密码', /密码由他人设定或已到期/)
    await seat.step('须先修改密码')
    expect(await seat.page.getByRole('navigation').getByRole('link').count()).toBe(0)
    await seat.navigate('/')
    await seat.sees(/密码由他人设定或已到期/)
    await seat.navigate('/services?state=closed')
    if (!phone) continue
    await seat.fill('当前密码', testPassword)
    await seat.fill(/^新密码/, 'Admin@12345')
    await seat.sees(/过于常见/)
    await seat.fill(/^新密码/, 'Rq7-嘉善县-x')
    await seat.sees('密码不能包含账号名称或单位名称。')
    await seat.fill(/^新密码/, own)
    await seat.fill('再输入一次', own)
    await seat.press('修改密码')
    await seat.sees('密码已修改')
    expect(seat.page.url().slice(story.origin.length)).toBe('/services?state=closed')
    await seat.page.getByRole('heading', { level: 1, name: /服务/ }).waitFor()
    await seat.step('继续')
    await seat.go('/account/password')
    await seat.fill('当前密码', own)
    await seat.fill(/^新密码/, 'Lantern-Rice8')
    await seat.fill('再输入一次', 'Lantern-Rice8')
    await seat.press('修改密码')
    await seat.page.getByRole('heading', { level: 1, name: /待办/ }).waitFor()
    await seat.go('/account/password')
    await seat.fill('当前密码', 'Lantern-Rice8')
    await seat.fill(/^新密码/, own)
    await seat.fill('再输入一次', own)
    await seat.press('修改密码')
    await seat.sees('不能使用最近 5 次用过的密码。')
    await seat.step('用过的密码')
  }
})
