import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
beforeAll(async () => {
  story = await startStory('mended-fields', { at: '2026-05-12T10:00:00+08:00' })
  ;({ park } = await fundedPilot(story.world))
})
afterAll(() => story?.close())

const alertOf = ({ page }: Person) => page.locator('.refusal').filter({ visible: true })

describe('what was refused', () => {
  let officer: Person
  it('is named by its field, in a grid by row and column; an empty field is asked for, not called wrong', async () => {
    officer = await story.person(`${park.name}·服务专员`, { path: `/pilots/${park.pilotId}/activities/new` })
    await officer.press('添加一行')
    await officer.press('添加一行')
    await officer.fill('第 1 行 企业名称', '嘉善样例一号有限公司')
    await officer.press('登记')
    const alert = alertOf(officer)
    await alert.getByText('举办日期：请填写日期。').waitFor()
    await alert.getByText('第 1 行 统一社会信用代码：请填写统一社会信用代码。').waitFor()
    await alert.getByText(/^第 2 行 企业名称：/).waitFor()
    expect(await officer.told('举办日期')).toContain('请填写日期。')
    await officer.lacks('日期不正确')
    await officer.step('逐项指明')
  })

  it('goes from its field and from the list as soon as the field is edited, and comes back if it is refused again', async () => {
    const alert = alertOf(officer)
    await officer.day('举办日期', '2026-05-04')
    expect(await officer.told('举办日期')).not.toContain('请填写日期')
    await expect.poll(() => alert.textContent()).not.toContain('举办日期')
    await officer.fill('举办日期', '')
    await officer.press('登记')
    await alert.getByText('举办日期：请填写日期。').waitFor()
    await officer.day('举办日期', '2026-05-04')
    // The errors of the second row move up with it when the first is taken away.
    await officer.press('删除第 1 行')
    await expect.poll(() => alert.textContent()).not.toContain('第 1 行 统一社会信用代码')
    expect(await officer.told('第 1 行 企业名称')).not.toBe('')
    await officer.step('改了几处')
  })

  it('says that something is no value until it is one, and with it what else would be refused', async () => {
    await officer.fill('举办日期', '五月四日左右')
    await officer.fill('第 1 行 人数', '约三人')
    await officer.press('登记')
    await officer.sees('尚有内容无法识别或文件未传完')
    const alert = alertOf(officer)
    await alert.getByText(/活动名称/).waitFor()
    await alert.getByText(/^第 1 行 统一社会信用代码：/).waitFor()
    // What the form itself cannot read stands in the same list, and goes from it once it can be read.
    await alert.getByText(/^举办日期：请输入日期/).waitFor()
    await alert.getByText(/^第 1 行 人数：/).waitFor()
    expect(await officer.told('举办日期')).toContain('请输入日期')
    await officer.step('看不懂的与不合规的一并提示')
    await officer.day('举办日期', '2026-05-04')
    await officer.fill('第 1 行 人数', '3')
    await officer.lacks('尚有内容无法识别或文件未传完')
    await expect.poll(() => alert.textContent()).not.toMatch(/举办日期|人数/)
  })

  it('asks to be sent again once all of it was edited', async () => {
    await officer.fill('活动名称', '政策宣讲')
    await officer.fill('第 1 行 统一社会信用代码', park.uscc)
    await officer.fill('第 1 行 企业名称', '嘉善样例二号有限公司')
    await officer.sees('标出的内容已修改，请重新提交。')
    await officer.step('全部改过')
    await officer.press('登记')
    await officer.page.waitForURL(/\/activities\/[0-9a-f-]{36}$/)
  })
})

it('what hangs on several fields goes when any of them is edited', async () => {
  const serviceId = await serviceAt(story.world, park, 'selected', { enterprise: 1 })
  const officer = await story.person(`${park.name}·服务专员`, { path: `/services/${serviceId}?act=contract` })
  await settled(officer.page)
  await officer.dialog.fill('企业承担', '100')
  await officer.dialog.press('提交')
  await alertOf(officer)
    .getByText(/三项合计/)
    .first()
    .waitFor()
  expect(await officer.dialog.told('省级资金')).toContain('合计')
  await officer.dialog.fill('企业承担', '0')
  expect(await officer.dialog.told('省级资金')).not.toContain('合计')
  await officer.step('改另一处也算改正')
})

it('the number of a person is told at its field while it is written, and is not sent', async () => {
  const serviceId = await serviceAt(story.world, park, 'contracted', { enterprise: 2 })
  const officer = await story.person(`${park.name}·服务专员`, { path: `/services/${serviceId}?act=visit` })
  await settled(officer.page)
  const number = '990199189912310078'
  for (const field of ['服务内容', '地点']) {
    await officer.dialog.fill(field, `张三 ${number} 陪同`)
    expect(await officer.dialog.told(field)).toContain('居民身份证号码')
  }
  expect(await officer.dialog.area.getByLabel('服务内容').inputValue()).toBe('张三 ****** 陪同')
  await officer.dialog.press('提交')
  await officer.dialog.sees('尚有内容无法识别或文件未传完')
  await officer.step('身份证号码')
  await officer.dialog.fill('服务内容', '张三陪同')
  await officer.dialog.fill('地点', '企业会议室')
  await officer.submit('提交')
})

it('a delivery without its proof is recorded by no single press', async () => {
  const serviceId = await serviceAt(story.world, park, 'under-way', { enterprise: 3 })
  const officer = await story.person(`${park.name}·服务专员`, { path: `/services/${serviceId}?act=deliver` })
  await settled(officer.page)
  await officer.dialog.sees(/^尚缺佐证：/)
  await officer.dialog.press('提交')
  await officer.dialog.sees('请附上佐证，或勾选以后补充')
  await officer.step('成果没有佐证')
  await officer.dialog.area.getByLabel('先登记成果，佐证以后补充').check()
  await officer.submit('提交')
})

it('a text that is too long is told once, in a dialog too', async () => {
  const serviceId = await serviceAt(story.world, park, 'contracted')
  const officer = await story.person(`${park.name}·服务专员`, { path: `/services/${serviceId}?act=cancel` })
  await settled(officer.page)
  await officer.dialog.press('取消服务')
  await officer.dialog.sees('请填写理由')
  await officer.dialog.paste('理由', '因企业搬迁。'.repeat(200))
  await officer.dialog.sees('最多 1000 字，现有 1200 字')
  await officer.dialog.press('取消服务')
  await officer.dialog.lacks('请填写理由', '还需填写')
  await officer.step('理由过长')
})

it('a file that is refused is named at its field, and the form goes on without it', async () => {
  const serviceId = await serviceAt(story.world, park, 'contracted')
  const officer = await story.person(`${park.name}·服务专员`, { path: `/services/${serviceId}?act=visit` })
  await settled(officer.page)
  const picker = officer.dialog.area.getByLabel('现场照片').first()
  const buffer = Buffer.from('no picture at all')
  const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .tiff()
    .toBuffer()
  await picker.setInputFiles([
    { name: '扫描件.tif', mimeType: 'image/tiff', buffer: tiff },
    { name: '坏了.jpg', mimeType: 'image/jpeg', buffer },
  ])
  await officer.dialog.sees(/扫描件\.tif.*TIFF 图像/, /坏了\.jpg/, '该文件未收')
  await officer.step('文件未收')
  await officer.dialog.fill('地点', '企业会议室')
  await officer.dialog.fill('服务内容', '现场诊断')
  await officer.submit('提交')
})
