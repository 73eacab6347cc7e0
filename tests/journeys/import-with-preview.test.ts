import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf, writeSections } from '../../database/demo/course.ts'
import { demoCounty, type Park } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import type { Paper } from '../support/hands.ts'
import { bytesOf, type Cell, heads, markedCells, revisionOf, sheetOf } from '../support/imports.ts'

let story: Story
let park: Park
let manager: Person
let filingId = ''

beforeAll(async () => {
  story = await startStory('import-with-preview', { at: '2026-04-08T09:00:00+08:00' })
  park = (await demoCounty(story.world)).first
  const client = await story.world.as(`${park.name}·负责人`)
  filingId = await planOf(client, park.pilotId)
  const { enterprises } = samplePlan(park.name)
  await writeSections(client, filingId, { enterprises: { rows: enterprises.rows.slice(0, 3) } })
})
afterAll(() => story?.close())

const standing = () => samplePlan(park.name).enterprises.rows.slice(0, 3)
const asRow = (one: ReturnType<typeof standing>[number]): Cell[] => [
  one.uscc,
  one.name,
  '工业',
  one.staff,
  one.revenueWan,
  one.assetsWan,
]

async function choose(seat: Person, { name, content }: Paper): Promise<void> {
  await seat.page
    .getByLabel('导入 Excel')
    .last()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
}

const confirmButton = (seat: Person, name: string | RegExp) =>
  seat.page.getByRole('dialog').getByRole('button', { name })

describe('rows from a workbook, checked before they replace anything', () => {
  it('names the problems and hands out the marked copy; what stands there is untouched', async () => {
    manager = await story.person(`${park.name}·负责人`, { path: `/filings/${filingId}?section=enterprises` })
    await manager.sees('试点企业 3 家')
    const [first, second] = standing()
    if (!first || !second) throw new Error('too few enterprises')
    const rows = [asRow(first), [...asRow(second).slice(0, 3), '六十人', ...asRow(second).slice(4)]]
    rows.push([sampleUscc(900), '嘉善新星电器厂', '工业', 40, 8_600_000, 5200])
    await choose(manager, { name: '试点企业.xlsx', content: await sheetOf([heads, ...rows]) })
    await manager.dialog.sees(
      '读取 2 行',
      '1 处问题须改正后才能导入',
      '六十人',
      'D3',
      '文件中有 1 处问题，改正后才能导入',
    )
    await expect.poll(() => confirmButton(manager, '确认导入').isDisabled()).toBe(true)
    await manager.step('有问题')

    const copy = await manager.dialog.download('下载标注副本')
    expect(copy.name).toBe('试点企业-标注副本.xlsx')
    await manager.page.keyboard.press('Escape')
    await manager.sees('试点企业 3 家')
    await expect
      .poll(() => manager.page.getByRole('button', { name: '导入 Excel' }).evaluate((one) => one.matches(':focus')))
      .toBe(true)

    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(copy.content as unknown as ExcelJS.Buffer)
    const sheet = workbook.getWorksheet('试点企业')
    if (!sheet) throw new Error('the copy has no sheet')
    expect(markedCells(sheet)).toEqual(['D3', 'E4'])
    sheet.getCell('D3').value = 60
    await choose(manager, { name: copy.name, content: await bytesOf(sheet) })
  })

  it('shows the warning and the change, and replaces once both are accepted', async () => {
    await manager.dialog.sees('读取 3 行', '1 处提醒，请逐处核对', '若表中金额为元，应填 860', '新增 1 行', '修改 1 行')
    await manager.dialog.sees('删除 1 行', '请先勾选“我已核对以上 1 处提醒”。')
    await expect.poll(() => confirmButton(manager, '替换为 3 行').isDisabled()).toBe(true)
    await manager.step('提醒与变化')
    await manager.dialog.check(/我已核对以上 1 处提醒/)
    await manager.submit('替换为 3 行')
    await manager.sees('已导入 3 行', '试点企业 3 家')
    await manager.step('已导入')
    expect(await manager.page.getByLabel('第 3 行 名称').inputValue()).toBe('嘉善新星电器厂')
  })

  it('keeps the file through a broken line, and checks anew after a colleague saved', async () => {
    const content = await sheetOf([heads, ...standing().map(asRow)])
    await manager.offline()
    await choose(manager, { name: '三家.xlsx', content })
    await manager.dialog.sees('所选文件仍保留，可重试。', '三家.xlsx')
    await manager.step('断网')
    await manager.online()
    await manager.dialog.press('重试')
    await manager.dialog.sees('读取 3 行')
    const colleague = await story.world.as(`${park.name}·服务专员`)
    const before = await revisionOf(colleague, { filingId, section: 'enterprises' })
    await writeSections(colleague, filingId, { enterprises: { rows: standing().slice(0, 1) } })
    expect(await revisionOf(colleague, { filingId, section: 'enterprises' })).toBeGreaterThan(before)
    await manager.dialog.press('替换为 3 行')
    await manager.dialog.sees(`${park.name}·服务专员`, '按最新内容重新核对')
    await manager.step('他人已保存')
    await manager.dialog.press('按最新内容重新核对')
    await manager.dialog.sees('新增 2 行')
    await manager.submit('替换为 3 行')
    await manager.sees('试点企业 3 家')
  })

  it('is read on a phone, two hundred rows long, and in English', async () => {
    const many = Array.from({ length: 200 }, (_, i): Cell[] => [
      sampleUscc(1000 + i),
      `嘉善第${i + 1}精密件厂`,
      '工业',
      20 + i,
      300,
      400,
    ])
    const onPhone = await story.person(`${park.name}·负责人`, {
      phone: true,
      path: `/filings/${filingId}?section=enterprises`,
    })
    await choose(onPhone, { name: '两百家.xlsx', content: await sheetOf([heads, ...many]) })
    await onPhone.dialog.sees('读取 200 行', '新增 200 行', '删除 3 行')
    await onPhone.step('两百行')
    await onPhone.page.keyboard.press('Escape')
    await manager.go(`/filings/${filingId}?section=enterprises`)
    await manager.press('English')
    await manager.page
      .getByLabel('Import from Excel')
      .last()
      .setInputFiles({
        name: '200.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await sheetOf([heads, ...many.slice(0, 199), [sampleUscc(1300), '', '工业', 20, 9_000_000, 400]]),
      })
    await manager.dialog.sees('199 rows read', '1 problem to correct before anything can be imported')
    await manager.step('English')
  })
})
