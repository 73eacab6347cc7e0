import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { type Story, startStory } from '../support/browser.ts'
import { administratorName, testPassword } from '../support/template.ts'

let story: Story
beforeAll(async () => {
  story = await startStory('idle-session', { at: '2026-05-12T10:00:00+08:00' })
  await demoCounty(story.world)
  await story.world.sql('update sign_in_rules set idle_minutes = 30')
})
afterAll(() => story?.close())

const name = '嘉善县经信局·新任经办'

it('whoever was away signs in again over what they have typed, and goes on with it', async () => {
  const admin = await story.person(administratorName, { path: '/accounts' })
  await admin.press('开设账号')
  await admin.dialog.fill('单位', '嘉善县')
  await admin.dialog.choose('单位', '嘉善县')
  await admin.dialog.choose('岗位', '县经信经办')
  await admin.dialog.fill('账号', name)
  await story.setClock('2026-05-12T10:31:00+08:00')
  await admin.dialog.press('开设账号')
  await admin.sees('登录已失效，请重新登录', '登录后继续当前操作，已填写的内容不会丢失。')
  await admin.step('登录已失效')
  await admin.fill('密码', testPassword)
  await admin.press('登录')
  await admin.sees('共 1 条', name, '待审批')
})

it('a page that is opened after that leads to sign-in and back to the same place', async () => {
  const seat = await story.person('嘉善县经信局·经办', { path: '/services?state=closed' })
  await story.setClock('2026-05-12T11:05:00+08:00')
  await seat.go('/services?state=closed')
  await seat.page.waitForURL('**/sign-in?**')
  await seat.fill('账号', '嘉善县经信局·经办')
  await seat.fill('密码', testPassword)
  await seat.press('登录')
  await seat.page.getByRole('button', { name: '退出登录' }).waitFor()
  expect(seat.page.url().slice(story.origin.length)).toBe('/services?state=closed')
})

it('one’s own sessions are told, and the others are signed out', async () => {
  const who = '嘉善县财政局·经办'
  const seat = await story.person(who, { path: '/account/password' })
  const other = await story.guest({ phone: true })
  await other.go('/')
  await other.fill('账号', who)
  await other.fill('密码', testPassword)
  await other.press('登录')
  await other.page.getByRole('button', { name: '退出登录' }).waitFor()
  await seat.follow('我的登录')
  await seat.sees('本次登录', /Chrome · Linux/, '最近使用')
  await seat.step('我的登录')
  await seat.press(/^退出 · /)
  await seat.sees('已完成', '没有其他登录')
  await seat.step('已退出')
  await other.go('/account/sessions')
  await other.page.waitForURL('**/sign-in?**')
})
