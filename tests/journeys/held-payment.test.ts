import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { demoCounty, type Park } from '../../database/demo/programme.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { noticePilot } from '../support/tranches.ts'

let story: Story
let park: Park
let economy: Person
let finance: Person
let citizen: Person
let notice = ''

beforeAll(async () => {
  story = await startStory('held-payment', { at: '2026-04-01T09:00:00+08:00' })
  park = await noticePilot(story.world, await demoCounty(story.world))
  economy = await story.person('嘉善县经信局·经办', { path: `/pilots/${park.pilotId}/money` })
  finance = await story.person('嘉善县财政局·经办', { path: `/pilots/${park.pilotId}/money` })
})
afterAll(() => story?.close())

async function first() {
  const client = await story.world.as('嘉善县经信局·经办')
  return (await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })).tranches[0]
}

const money = () => `/pilots/${park.pilotId}/money`

describe('an objection holds a payment (G4.2, H10)', () => {
  it('the sum is recommended, and the notice before it is published', async () => {
    await economy.sees('第 1 期现在可建议拨付 2,400,000.00 元', '须公示 5 个工作日')
    await economy.step('可建议，须公示')
    await economy.press('提出拨付建议')
    await economy.dialog.sees('2,400,000.00')
    await economy.submit('提出拨付建议')
    await economy.sees('现在不能拨付：公示尚未发布')
    await economy.press('发布公示')
    await economy.dialog.sees('公示至 2026-04-09', '嘉善县经信局（县经信经办）')
    await economy.step('公示草稿')
    await economy.submit('发布公示')
    await economy.sees('公示中', '还剩 5 个工作日')
    await economy.step('公示中')
    expect((await first())?.notice?.standing?.state).toBe('running')
  })

  it('anybody reads it on a phone and objects without an account', async () => {
    citizen = await story.guest({ phone: true })
    await citizen.go('/sign-in')
    await citizen.step('登录页')
    await citizen.follow('资金拨付公示')
    await citizen.sees(park.name, '2026-04-01 至 2026-04-09')
    await citizen.follow('登录')
    await citizen.sees('忘记密码或需要开通账号')
    await citizen.go('/notices')
    await citizen.sees(park.name, '2026-04-01 至 2026-04-09')
    expect(new URL(citizen.page.url()).pathname).toBe('/public/notices')
    await citizen.step('公示列表')
    await citizen.follow(`${park.name} · 第 1 期拨付公示`)
    await citizen.sees('拟拨付金额', '2,400,000.00', '提出异议')
    await citizen.press('提交异议')
    await citizen.sees('请写明异议内容')
    await citizen.fill('异议内容与依据', '该园区去年已获同类资金，请核实。')
    await citizen.fill('联系方式（可不填）', '登记于信访窗口')
    await citizen.press('提交异议')
    await citizen.sees('已收到您的异议，编号 1')
    await citizen.step('异议已收')
  })

  it('the payment waits for the answer, also when the last day is past', async () => {
    await story.setClock('2026-04-10T09:30:00+08:00')
    finance = await story.person('嘉善县财政局·经办')
    await finance.sees('答复公示异议')
    await finance.lacks('拨付资金')
    await finance.go(money())
    await finance.sees('第 1 期现在不能拨付：有 1 条公示异议尚未答复（H10）')
    const release = finance.area.getByRole('button', { name: '登记拨付', exact: true })
    expect(await release.isDisabled()).toBe(true)
    await finance.page.getByRole('listitem').getByText('登记拨付：有 1 条公示异议尚未答复').waitFor()
    await finance.step('异议未答复')
  })

  it('the economy bureau answers from its inbox, and the answer is public', async () => {
    economy = await story.person('嘉善县经信局·经办')
    await economy.follow(/答复公示异议/)
    await economy.sees('该园区去年已获同类资金', '****信访窗口')
    await economy.press('答复')
    await economy.dialog.fill('答复内容', '经核，去年资金属另一项目，不重复。')
    await economy.step('答复')
    await economy.submit('答复')
    await economy.sees('经核，去年资金属另一项目，不重复。')
    notice = new URL(economy.page.url()).pathname
    await citizen.go('/public/notices')
    await citizen.follow(`${park.name} · 第 1 期拨付公示`)
    await citizen.sees('经信部门答复', '经核，去年资金属另一项目', '不再受理异议')
    await citizen.lacks('登记于信访窗口')
    await citizen.step('答复已公布')
  })

  it('an answer that names somebody is corrected, and the public reads no more of it', async () => {
    await economy.press('更正答复')
    await economy.dialog.fill('答复内容', '经核，去年资金属另一项目，金额无误。')
    await economy.dialog.press('更正答复')
    await economy.dialog.sees('更正理由')
    await economy.dialog.check('不公开原答复和更正理由（原答复写有个人信息）')
    await economy.dialog.fill('更正理由', '原答复误写经办人姓名')
    await economy.step('更正答复')
    await economy.submit('更正答复')
    await economy.sees(
      '经核，去年资金属另一项目，金额无误。',
      '原答复误写经办人姓名',
      '经核，去年资金属另一项目，不重复。',
    )
    await finance.go(notice)
    await finance.sees('该异议由经信部门答复，由其更正。')
    await citizen.page.reload()
    await citizen.sees('更正于 2026-04-10', '金额无误', '原答复写有个人信息，不公开')
    await citizen.lacks('不重复', '误写经办人姓名')
    await citizen.step('更正后的答复')
  })

  it('then the money goes out, and the park confirms it', async () => {
    await finance.go('/')
    await finance.follow(/拨付资金/)
    await finance.press('登记拨付')
    await finance.dialog.fill('支付凭证号', '财支2026-0410')
    await finance.dialog.day('支付日期', '2026-04-10')
    await finance.dialog.attach('支付凭证扫描件', {
      name: '凭证.pdf',
      content: makePdf({ title: '支付凭证', lines: ['0410'] }),
    })
    await finance.submit('登记拨付')
    await finance.sees('已拨付', '未登记')
    const fund = await story.person(`${park.name}·资金专员`)
    await fund.follow(/确认资金到账/)
    await fund.press('确认到账')
    await fund.dialog.sees('2,400,000.00 元，凭证号 财支2026-0410')
    await fund.submit('确认到账')
    await fund.sees('2,400,000.00 元已于 2026-04-10 到账')
  })

  it('and the number of the provincial platform comes back, with the table to file it there (G4.3)', async () => {
    await economy.go('/')
    await economy.follow(/登记省平台备案号/)
    await economy.dialog.fill('省平台备案号', 'ZJ-2026-0410')
    await economy.dialog.fill('备案名称', '嘉善县首期资金备案')
    await economy.dialog.day('备案日期', '2026-04-10')
    await economy.submit('登记备案号')
    await economy.sees('ZJ-2026-0410')
    await economy.step('已备案')
    await economy.go(notice)
    await economy.lacks('撤回公示')
    await economy.step('公示期满')
    await economy.go('/disbursements')
    await economy.sees('ZJ-2026-0410', '没有已知的接口')
    await economy.step('拨付备案台账')
    expect((await first())?.filing?.number).toBe('ZJ-2026-0410')
    const { name, content } = await economy.download('导出 Excel')
    expect(name).toMatch(/^拨付备案表.*\.xlsx$/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(content as unknown as ExcelJS.Buffer)
    const row = workbook.worksheets[0]?.getRow(2).values
    for (const cell of [park.name, park.uscc, 2_400_000, '财支2026-0410', 'ZJ-2026-0410']) expect(row).toContain(cell)
  })

  it('a foreign county finds none of it but what is public', async () => {
    const foreigner = await story.person('海宁市经信局·经办')
    for (const path of ['/', '/notices', '/disbursements', '/pilots', '/public/notices']) {
      await foreigner.go(path)
      if (path === '/public/notices') await foreigner.sees(park.name)
      else await foreigner.lacks(park.name, '2,400,000.00', 'ZJ-2026-0410')
    }
    for (const path of [money(), notice]) {
      await foreigner.go(path)
      await foreigner.sees(/页面不存在|未找到该内容|没有找到该/)
    }
    await foreigner.go('/disbursements')
    await foreigner.sees('还没有拨付')
    await foreigner.step('外县的拨付备案')
  })
})
