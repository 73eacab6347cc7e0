import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { sheetOf } from '../support/imports.ts'
import { administratorName, securityName } from '../support/template.ts'

let story: Story
beforeAll(async () => {
  story = await startStory('activation', { at: '2026-05-12T10:00:00+08:00' })
  await demoCounty(story.world)
})
afterAll(() => story?.close())

const name = '嘉善县经信局·新任经办'
const own = 'Lantern-Rice9'
const linkOn = async ({ page }: Person) => new URL((await page.locator('code').textContent()) ?? '').pathname

async function chooses(seat: Person, path: string, password: string): Promise<void> {
  await seat.go(path)
  await seat.fill(/^新密码/, password)
  await seat.fill('再输入一次', password)
  await seat.press('设置密码')
}

it('an account is opened, its slip is printed, its person chooses the password on a phone and comes in', async () => {
  const admin = await story.person(administratorName, { path: '/accounts' })
  await admin.press('开设账号')
  await admin.dialog.fill('单位', '嘉善县')
  await admin.dialog.choose('单位', '嘉善县')
  await admin.dialog.choose('岗位', '县经信经办')
  await admin.dialog.fill('账号', name)
  await admin.step('开设账号')
  await admin.dialog.press('开设账号')
  await admin.sees('共 1 条', '待审批', /开设账号 · 浙江省经信厅·系统管理员/)
  await admin.sees(/须经安全管理员审批后，才能生成激活单/)
  await admin.step('待审批')

  const security = await story.person(securityName, { path: '/' })
  await security.sees('审批账号', new RegExp(`开设账号：${name}`))
  await security.step('安全管理员的待办')
  await security.follow(/审批账号/)
  await security.dialog.sees('嘉善县', '县经信经办', name, '浙江省经信厅·系统管理员')
  await security.step('审批')
  await security.dialog.press('批准')
  await security.sees('已完成')

  await admin.go(`/accounts?q=${encodeURIComponent(name)}`)
  await admin.sees('共 1 条', '待激活')
  await admin.press('激活单')
  await admin.sees('账号激活单', /此前的激活单和密码立即失效/)
  await admin.step('生成前')
  await admin.press('生成 1 张激活单')
  await admin.sees(`致：${name}`, '2026-05-15 10:00')
  await admin.step('激活单')
  const link = await linkOn(admin)
  await admin.go('/accounts')
  await admin.fill('账号或单位', name)
  await admin.sees('共 1 条', '待激活')
  await admin.step('待激活')

  const seat = await story.guest({ phone: true })
  await seat.go(link)
  await seat.sees(`${name}（嘉善县）`)
  await seat.fill(/^新密码/, 'Admin@12345')
  await seat.sees(/过于常见/)
  await seat.step('设置密码')
  await chooses(seat, link, own)
  await seat.sees('密码已设置', `请用账号“${name}”登录。`)
  await seat.step('密码已设置')
  await seat.go(link)
  await seat.sees('链接不能使用', /已经使用过/)
  await seat.step('已使用')
  await seat.follow('登录')
  await seat.fill('账号', name)
  await seat.fill('密码', own)
  await seat.press('登录')
  await seat.page.getByRole('button', { name: '退出登录' }).waitFor()
})

it('a reset ends password and session; only the last slip counts', async () => {
  const admin = await story.person(administratorName)
  const security = await story.person(securityName, { phone: true })
  const links: string[] = []
  for (const no of [1, 2]) {
    await admin.go(`/accounts?q=${encodeURIComponent(name)}`)
    await admin.sees('共 1 条')
    if (no === 1) {
      await admin.press('提请重置密码')
      await admin.dialog.press('提交审批')
      await admin.sees('待审批')
      await security.go(`/accounts?q=${encodeURIComponent(name)}`)
      await security.sees('待审批', /重置密码 · 浙江省经信厅·系统管理员/)
      await security.step('手机上审批')
      await security.press('审批')
      await security.dialog.press('批准')
      await security.sees('已完成')
      await admin.go(`/accounts?q=${encodeURIComponent(name)}`)
    }
    await admin.press(no === 1 ? '重置密码' : '激活单')
    await admin.press('生成 1 张激活单')
    await admin.sees(`致：${name}`)
    links.push(await linkOn(admin))
  }
  const [former = '', last = ''] = links
  const seat = await story.guest()
  await seat.go('/')
  await seat.fill('账号', name)
  await seat.fill('密码', own)
  await seat.press('登录')
  await seat.sees(/账号或密码不正确/)
  await seat.go(former)
  await seat.sees('链接不能使用', /已失效/)
  await chooses(seat, last, own)
  await seat.sees('不能使用最近 5 次用过的密码。')
  await chooses(seat, last, 'Lantern-Rice8')
  await seat.sees('密码已设置')
  await seat.go(`${last.slice(0, -1)}x`)
  await seat.sees('链接不正确，请检查是否完整。')
  expect(await seat.page.getByLabel(/^新密码/).count()).toBe(0)
})

it('many accounts come from a workbook, with problems told by cell, and their slips are made at once', async () => {
  const admin = await story.person(administratorName, { path: '/accounts' })
  const heads = ['单位', '岗位', '账号']
  const choose = async (name: string, rows: string[][]) => {
    const content = await sheetOf([heads, ...rows], '账号')
    await admin.page
      .getByLabel('导入 Excel')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  }
  const sound = ['嘉善归谷智造园', '园区服务专员', '归谷园·甲']
  const bureau = ['嘉善县', '县财政负责人', '嘉善县财政局·乙']
  await choose('账号.xlsx', [sound, ['嘉善', '县财政经办', '嘉善县财政局·乙'], ['嘉善县', '园区负责人', '归谷园·甲']])
  await admin.dialog.sees('没有名为“嘉善”的单位。', '该岗位不能设在嘉善县。', /账号名称与 .*C2 相同/)
  await admin.step('有问题')
  await admin.page.keyboard.press('Escape')
  await choose('账号改.xlsx', [sound, ['嘉善归谷智造园', '园区资金专员', '归谷园·乙'], bureau])
  await admin.dialog.sees('园区服务专员：1 个', '园区资金专员：1 个', '县财政负责人：1 个', '共 2 个单位')
  await admin.step('核对')
  await admin.submit('导入 3 行')
  await admin.sees(
    '待激活账号',
    '归谷园·甲（嘉善归谷智造园）',
    '归谷园·乙（嘉善归谷智造园）',
    '另有 1 个账号等待安全管理员审批。',
  )
  await admin.press('生成 2 张激活单')
  await admin.sees('致：归谷园·甲', '致：归谷园·乙')
  await admin.step('两张激活单')
  await admin.go('/accounts/slips')
  await admin.sees('生成 2 张激活单')
})
