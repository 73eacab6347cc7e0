import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { testPassword } from '../support/template.ts'

let story: Story
beforeAll(async () => {
  story = await startStory('sign-in', { at: '2026-05-12T10:00:00+08:00' })
  await demoCounty(story.world)
})
afterAll(() => story?.close())

const officer = '嘉善县经信局·经办'
const nameIn = (seat: Person, label = '账号') => seat.page.getByLabel(label).inputValue()
const placeOf = (seat: Person) => seat.page.url().slice(story.origin.length)
const focused = (seat: Person) =>
  seat.page.locator('input:focus').evaluate((input) => input.getAttribute('name') ?? 'none')

it('says at the fields what is missing, keeps the name after a wrong password, and leads back to the address asked for', async () => {
  const seat = await story.guest()
  await seat.go('/services?state=closed')
  expect(placeOf(seat)).toBe(`/sign-in?next=${encodeURIComponent('/services?state=closed')}`)
  expect(await focused(seat)).toBe('name')
  await seat.step('登录')
  await seat.press('登录')
  await seat.sees('请输入账号', '请输入密码')
  await seat.step('未填')
  await seat.fill('账号', ` ${officer} `)
  await seat.lacks('请输入账号')
  await seat.press('登录')
  expect(await focused(seat)).toBe('password')
  await seat.fill('密码', 'wrong')
  await seat.page.keyboard.press('Enter')
  await seat.sees(/账号或密码不正确/)
  expect(await nameIn(seat)).toBe(` ${officer} `)
  await seat.step('密码不对')
  await seat.press('English')
  await seat.sees('Wrong name or password, or the account is locked: five wrong tries lock it for 15 minutes')
  expect(await nameIn(seat, 'Account')).toBe(` ${officer} `)
  await seat.press('中文')
  await seat.fill('密码', testPassword)
  await seat.press('登录')
  await seat.page.getByRole('button', { name: '退出登录' }).waitFor()
  expect(placeOf(seat)).toBe('/services?state=closed')
})

it('shows the password to whoever asks, and says of a broken line what is true', async () => {
  const seat = await story.guest({ phone: true })
  await seat.go('/')
  await seat.fill('密码', testPassword)
  await seat.press('显示')
  expect(await seat.page.getByLabel('密码').getAttribute('type')).toBe('text')
  await seat.fill('账号', officer)
  await seat.offline()
  await seat.sees(/网络已断开/)
  await seat.press('登录')
  await seat.sees(/无法连接服务器/)
  await seat.online()
  await seat.press('登录')
  await seat.page.getByRole('button', { name: '退出登录' }).waitFor()
  expect(placeOf(seat)).toBe('/')
})

it('asks again for a session that has ended, at a page that is opened anew, and nobody who has one', async () => {
  const seat = await story.person(officer)
  await seat.go('/sign-in?next=/services')
  await seat.page.waitForURL('**/services')
  await seat.page.context().addCookies([{ name: 'yqt_session', value: 'ended', url: story.origin }])
  await seat.go('/services?page=1')
  await seat.page.waitForURL('**/sign-in?**')
  await seat.fill('账号', officer)
  await seat.fill('密码', testPassword)
  await seat.press('登录')
  await seat.page.waitForURL('**/services?page=1')
  await seat.press('退出登录')
  await seat.page.waitForURL('**/sign-in')
  await seat.follow('核验正式文本')
  await seat.page.waitForURL('**/verify')
  await seat.sees('登录')
})

it('asks each thing once: what is asked ahead of the code is what the page then shows', async () => {
  const seat = await story.person(officer)
  for (const path of ['/', '/services', '/services?state=closed&sort=no&page=1']) {
    const asked: string[] = []
    const note = (request: { url(): string; method(): string }) => {
      const address = request.url().slice(story.origin.length)
      if (address.startsWith('/api/')) asked.push(`${request.method()} ${address}`)
    }
    seat.page.on('request', note)
    await seat.go(path)
    await seat.page.getByRole('heading', { level: 1 }).waitFor()
    seat.page.off('request', note)
    expect(
      asked.filter((one, at) => asked.indexOf(one) !== at),
      path,
    ).toEqual([])
    expect(
      asked.slice(0, 2).map((one) => one.split('?')[0]),
      path,
    ).toEqual(['GET /api/session', path === '/' ? 'GET /api/inbox' : 'GET /api/services'])
    expect(
      asked.filter((one) => one.startsWith('GET /api/services') || one.startsWith('GET /api/inbox')),
      path,
    ).toHaveLength(1)
  }
})
