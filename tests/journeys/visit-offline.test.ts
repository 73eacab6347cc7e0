import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePhoto } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import { showService } from '../../src/features/delivery/services/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import type { Paper } from '../support/hands.ts'
import { serviceAt } from '../support/services.ts'
import { testPassword } from '../support/template.ts'

let story: Story
let park: Park
let serviceId = ''
let officer: Person
const content = '车间现场辅导，逐台核对设备点检表'

beforeAll(async () => {
  story = await startStory('visit-offline', { at: '2026-05-12T10:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  serviceId = await serviceAt(story.world, park, 'contracted')
})
afterAll(() => story?.close())

const name = () => `${park.name}·服务专员`
const path = () => `/services/${serviceId}`
const open = () => story.person(name(), { phone: true, device: '手机', path: path() })

async function photo(seed: number): Promise<Paper> {
  const capturedAt = new Date('2026-05-12T09:20:00+08:00')
  const picture = await makePhoto({ seed, capturedAt, latitude: 30.84, longitude: 120.93, caption: `车间${seed}` })
  return { name: `车间${seed}.jpg`, content: picture }
}

/** Without a line there is no link to a file yet. */
async function attach(...photos: Paper[]): Promise<void> {
  const input = officer.dialog.area.getByLabel('现场照片').first()
  await input.setInputFiles(photos.map(({ name, content }) => ({ name, mimeType: 'image/jpeg', buffer: content })))
  await officer.dialog.sees(...photos.map((one) => one.name))
}

/** What the server holds: visits with their photos, and every file. */
async function stored() {
  const { visits } = await (await story.world.as(name())).done(showService, { params: { serviceId } })
  const [files] = await story.world.sql<{ photos: number }>(
    `select count(*)::int as photos from files where name like '车间%'`,
  )
  return { visits: visits.map((visit) => visit.content), photos: files?.photos }
}

describe('a visit in a workshop without a line', () => {
  it('takes two photos and the visit, says that they wait, and posts nothing', async () => {
    officer = await open()
    await officer.offline()
    await officer.press('登记服务过程')
    await officer.dialog.fill('服务内容', content)
    await attach(await photo(901), await photo(902))
    await officer.dialog.sees('在本机，待上传')
    await officer.step('断网登记')
    await officer.submit('提交')
    await officer.sees('待发送 1')
    expect(await stored()).toEqual({ visits: [], photos: 0 })
    await officer.press('待发送 1')
    await officer.dialog.sees('登记服务过程', '2 个文件', '等待网络')
    await officer.step('待发送')
  })

  it('is neither shown to nor sent by somebody else on the same device, after the browser was closed', async () => {
    await story.quit(name(), { phone: true })
    const colleague = `${park.name}·负责人`
    const other = await story.person(colleague, { phone: true, device: '手机', path: path() })
    await other.sees('服务进程')
    await other.lacks(/^\s*待发送 \d/)
    expect(await stored()).toEqual({ visits: [], photos: 0 })
    await story.quit(colleague, { phone: true })
  })

  it('sends both photos and the visit, once, when its author opens the browser again', async () => {
    officer = await open()
    await officer.sees(content)
    await officer.lacks(/^\s*待发送 \d/)
    expect(await stored()).toEqual({ visits: [content], photos: 2 })
    await officer.step('已发送')
    await officer.offline()
    await officer.online()
    await officer.page.reload()
    await officer.sees(content)
    expect(await stored()).toEqual({ visits: [content], photos: 2 })
  })
})

describe('a visit that the server refuses when it arrives', () => {
  it('waits to be mended, with its reason, and goes through once it is', async () => {
    await officer.offline()
    await officer.press('登记服务过程')
    await attach(await photo(903))
    await officer.submit('提交')
    await officer.sees('待发送 1')
    await officer.online()
    // Said where the person is, and the badge calls it what it is.
    await officer.sees('待发送的 1 项未被接收')
    await officer.lacks(/^\s*待发送 \d/)
    await officer.page.getByRole('button', { name: '未被接收 1' }).click()
    await officer.dialog.sees('未被接收，须更正')
    await officer.step('未被接收')
    expect((await stored()).visits).toEqual([content])
    await officer.dialog.press('打开修改')
    await officer.dialog.sees('车间903.jpg')
    await officer.dialog.fill('服务内容', '复查整改情况')
    await officer.submit('提交')
    await officer.sees('复查整改情况')
    await officer.lacks(/^\s*待发送 \d/)
    expect(await stored()).toEqual({ visits: [content, '复查整改情况'], photos: 3 })
  })

  it('is discarded only when asked twice', async () => {
    await officer.offline()
    await officer.press('登记服务过程')
    await officer.dialog.fill('服务内容', '写错的一次')
    await officer.submit('提交')
    await officer.press('待发送 1')
    await officer.dialog.press('丢弃')
    await officer.dialog.sees('丢弃这项内容？')
    await officer.dialog.press('丢弃')
    await officer.lacks(/^\s*待发送 \d/)
    await officer.online()
    expect((await stored()).visits).toHaveLength(2)
  })
})

describe('an activity without a line', () => {
  it('waits on the device, and the page stays the product’s own', async () => {
    officer = await story.person(name(), {
      phone: true,
      device: '手机',
      path: `/pilots/${park.pilotId}/activities/new`,
    })
    await officer.sees('参加企业')
    await officer.fill('活动名称', '车间消防培训')
    await officer.offline()
    await officer.press('登记')
    await officer.sees('待发送 1', '普惠服务活动')
    await officer.step('活动待发送')
  })

  it('whoever goes to a screen that was never fetched stays, and is told', async () => {
    await officer.page.getByRole('button', { name: '更多' }).click()
    await officer.dialog.follow('工作指南')
    await officer.sees('离线，暂不能打开该页', '普惠服务活动')
    expect(officer.page.url()).toContain('/activities')
    await officer.step('离线')
  })

  it('signing out says first what waits and when it is sent', async () => {
    await officer.page.getByRole('button', { name: '退出登录' }).click()
    await officer.dialog.sees('本机还有 1 项待发送', '再次登录后发送')
    await officer.step('退出前告知')
    await officer.dialog.press('退出登录')
    await officer.sees('未能退出')
    await officer.online()
  })
})

describe('an act that is not kept for later', () => {
  const stateOf = async (id: string) =>
    (await (await story.world.as(name())).done(showService, { params: { serviceId: id } })).state

  it('is refused at once without a line, keeps its text, and is not done when the line is back', async () => {
    const id = await serviceAt(story.world, park, 'selected')
    const seat = await story.person(name(), { path: `/services/${id}` })
    await seat.press('取消服务')
    await seat.dialog.fill('理由', '企业已自行解决')
    await seat.offline()
    await seat.dialog.press('取消服务')
    await seat.sees('无法连接服务器')
    await seat.step('断网不办理')
    await seat.dialog.press('返回')
    await seat.online()
    await seat.lacks('已取消')
    expect(await stateOf(id)).toBe('selected')
  })

  it('is done by nobody else who signed in meanwhile in another window', async () => {
    const id = await serviceAt(story.world, park, 'selected')
    const seat = await story.person(name(), { path: `/services/${id}` })
    await seat.press('取消服务')
    await seat.dialog.fill('理由', '企业已自行解决')
    await seat.page.request.post('/api/session', { data: { name: `${park.name}·负责人`, password: testPassword } })
    await seat.dialog.press('取消服务')
    await seat.sees('登录已失效，请重新登录')
    expect(await stateOf(id)).toBe('selected')
    await seat.fill('密码', testPassword)
    await seat.press('登录')
    await seat.sees('已取消')
    expect(await stateOf(id)).toBe('cancelled')
  })
})

it('says of the broken line what is true for the reader: a park’s officer, a county, whoever holds a link', async () => {
  const said = async (seat: Person) => {
    await seat.offline()
    await seat.sees(/网络已断开/)
    const text = await seat.page.locator('.offline-banner').textContent()
    await seat.online()
    return text?.trim()
  }
  const guest = await story.guest()
  await guest.go('/c/abc')
  expect(await said(guest)).toBe('网络已断开。填写的内容仍在本页，请在恢复后提交。')
  const county = await story.person('嘉善县经信局·经办')
  expect(await said(county)).toBe('网络已断开。填写的内容保存在本机，请在恢复后提交。')
  expect(await said(await story.person(name()))).toContain('服务过程、成果、活动和佐证可以照常提交')
})
