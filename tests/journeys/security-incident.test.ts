import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty, type Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { securityName } from '../support/template.ts'
import { readWord } from '../support/word.ts'

let story: Story
let park: Park
let officer: Person
let admin: Person
let path = ''
const what = '账号在外地登录，导出了企业名单'

beforeAll(async () => {
  story = await startStory('security-incident', { at: '2026-11-30T20:30:00+08:00' })
  const { first } = await demoCounty(story.world)
  park = first
})
afterAll(() => story?.close())

describe('a security incident', () => {
  it('is told of by an officer on a phone, in three fields', async () => {
    officer = await story.person(`${park.name}·服务专员`, { phone: true })
    await officer.press('更多')
    await officer.follow('报告安全事件')
    await officer.sees('报告安全事件', '发现时间')
    await officer.press('报告')
    await officer.sees('还需填写')
    await officer.fill('发现时间', '2026/11/30 20：15')
    await officer.fill('发现的情况', what)
    await officer.page.reload()
    await officer.sees(what)
    await officer.fill('发现位置', '企业名单页面')
    await officer.step('报告安全事件')
    await officer.press('报告')
    await officer.sees('待研判', '系统管理员正在研判', '2026-11-30 20:15')
    path = new URL(officer.page.url()).pathname
    await officer.step('已报告')
  })

  it('waits for the administrator with its clock, and is assessed', async () => {
    admin = await story.person(securityName)
    await admin.follow(/研判安全事件/)
    await admin.sees('还剩 45 分', '截至 2026-11-30 21:15', what)
    await admin.step('待研判')
    await admin.press('研判定级')
    await admin.dialog.fill('发生时间', '2026-11-30 19:50')
    await admin.dialog.choose('事件类型', '数据泄露、窃取')
    await admin.dialog.fill('涉及个人信息（人）', '1200000')
    await admin.dialog.sees('按数据建议：较大')
    await admin.dialog.choose('等级', '一般')
    await admin.dialog.press('研判定级')
    await admin.dialog.sees('定级理由')
    await admin.dialog.choose('等级', '较大')
    await admin.step('研判定级')
    await admin.submit('研判定级')
    await admin.sees('处置中', '截至 2026-12-01 00:15', '尚未报告：省级网信部门')
  })

  it('is reported late, which is refused without its reason', async () => {
    await story.setClock('2026-12-01T08:00:00+08:00')
    admin = await story.person(securityName, { path })
    await admin.sees('已超过 7 小时 45 分')
    await admin.step('逾期')
    await admin.sees('尚未向省级网信部门报告，登记首次报告后才能结束处置')
    await admin.press('登记报告')
    await admin.dialog.choose('报告渠道', '热线 12387')
    await admin.dialog.fill('报告时间', '2026-12-01 07:30')
    for (const [field, text] of [
      ['涉事单位和设施的名称、基本情况', '园企通，省级部署'],
      ['发现的时间、地点和事件类型', '11 月 30 日晚在企业名单页面发现'],
      ['造成的影响和危害', '企业名单可能外泄'],
      ['已采取的措施和效果', '已关闭账号，改密'],
    ] as const)
      await admin.dialog.fill(field, text)
    await admin.dialog.press('登记报告')
    await admin.dialog.sees('报告时限为 2026-12-01 00:15，逾期须说明理由。')
    await admin.step('逾期无理由')
    await admin.dialog.fill('逾期理由', '夜间值班电话无人接听')
    await admin.submit('登记报告')
    await admin.sees('1. 首次报告', '逾期', '首次报告均已作出')
    await admin.step('已报告')
    const { name, content } = await admin.download('下载 Word')
    expect(name).toBe('网络安全事件首次报告.docx')
    const { paragraphs, tables } = await readWord(content)
    const text = JSON.stringify([paragraphs, tables])
    for (const part of ['省级网信部门', '较大', '已关闭账号，改密', '夜间值班电话无人接听'])
      expect(text).toContain(part)
  })

  it('shows what was written meanwhile, and whom to call', async () => {
    await admin.sees('受影响的操作和记录', '安全事件 · 发现', `${park.name}·服务专员`)
    await admin.press('更新清单')
    await admin.dialog.area.getByRole('textbox', { name: /职责/ }).first().fill('网信值班')
    await admin.dialog.area
      .getByRole('textbox', { name: /单位或科室/ })
      .first()
      .fill('省委网信办')
    await admin.dialog.area
      .getByRole('textbox', { name: /办公电话/ })
      .first()
      .fill('0571-87051234')
    await admin.submit('保存')
    await admin.sees('0571-87051234')
    const { name, content } = await admin.download('导出 CSV')
    expect(name).toBe('受影响的操作和记录.csv')
    expect(content.toString()).toContain('按操作种类,安全事件 · 发现')
  })

  it('ends and is summed up', async () => {
    await admin.press('登记处置结束')
    await admin.dialog.fill('处置结束时间', '2026-12-01 07:55')
    await admin.dialog.fill('处置情况', '已改密并核对名单，未发现进一步外泄')
    await admin.submit('登记处置结束')
    await admin.sees('待总结', '截至 2026-12-31 23:59')
    await admin.press('登记总结报告')
    await admin.dialog.choose('报告渠道', '邮箱 12387@cert.org.cn')
    await admin.dialog.fill('报告时间', '2026-12-01 07:58')
    for (const field of ['事件原因', '应急处置措施', '造成的危害', '责任认定', '经验教训', '整改情况'])
      await admin.dialog.fill(field, '已经写明')
    await admin.submit('登记总结报告')
    await admin.sees('已总结', '2. 总结报告')
    await admin.step('已总结')
    await admin.go('/incidents')
    await admin.sees(what, '已总结', '较大')
    await admin.step('安全事件清单')
  })

  it('and the officer reads what became of it, the province everything', async () => {
    officer = await story.person(`${park.name}·服务专员`, { phone: true, path })
    await officer.sees('已总结', '已改密并核对名单')
    await officer.lacks('夜间值班电话无人接听')
    await officer.go('/incidents')
    await officer.sees('您报告的安全事件', what)
    const province = await story.person('省经信厅·处室')
    await province.follow('安全事件')
    await province.follow(what)
    await province.sees('夜间值班电话无人接听')
    await province.lacks('更新清单', '登记报告')
  })
})
