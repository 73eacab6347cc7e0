import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { type County, demoCounty, draftPlan } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import { type Cell, heads, importWorkbook, sheetOf } from '../support/imports.ts'
import { personal, unproven, wholeDatabase, written } from '../support/personal-numbers.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

const officer = () => world.as('嘉善归谷智造园·服务专员')

describe('a file in whose cells a resident’s number stands', () => {
  const xlsx = async (fill: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook()
    fill(book)
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  const sheet = (book: ExcelJS.Workbook, name: string, rows: Cell[][]) => {
    const made = book.addWorksheet(name)
    for (const row of rows) made.addRow(row)
    return made
  }
  const people = (number: Cell): Cell[][] => [
    ['姓名', '证件'],
    ['甲', number],
  ]
  const files: Record<string, [name: string, cell: string, content: () => Buffer | Promise<Buffer>]> = {
    'a cell': ['名单.xlsx', '人员!B2', () => xlsx((book) => void sheet(book, '人员', people(personal)))],
    'a cell, written apart': ['名单.xlsx', '人员!B2', () => xlsx((book) => void sheet(book, '人员', people(written)))],
    'a sentence': ['名单.xlsx', '人员!B2', () => xlsx((book) => void sheet(book, '人员', people(`证号${unproven}。`)))],
    'a cell in letters of two kinds': [
      '名单.xlsx',
      '人员!A1',
      () =>
        xlsx((book) => {
          const richText = [{ text: personal.slice(0, 9), font: { bold: true } }, { text: personal.slice(9) }]
          book.addWorksheet('人员').getCell('A1').value = { richText }
        }),
    ],
    'the result of a formula': [
      '名单.xlsx',
      '人员!C7',
      () =>
        xlsx((book) => {
          book.addWorksheet('人员').getCell('C7').value = { formula: 'A1', result: personal }
        }),
    ],
    'a hidden sheet, far down': [
      '名单.xlsx',
      '旧表!A60',
      () =>
        xlsx((book) => {
          sheet(book, '人员', people('无'))
          const old = sheet(book, '旧表', [...Array.from({ length: 59 }, (_, i): Cell[] => [i]), [personal]])
          old.state = 'veryHidden'
        }),
    ],
    'a note on a cell': [
      '名单.xlsx',
      'B2',
      () =>
        xlsx((book) => {
          sheet(book, '人员', people('无')).getCell('B2').note = `证号 ${personal}`
        }),
    ],
    'a text': ['名单.csv', 'CSV!B2', () => Buffer.from(`姓名,证件\r\n甲,${written}\r\n`)],
    'its name': [`${personal}.pdf`, '', () => makePdf({ title: '合同', lines: ['一'] })],
  }

  it.each(Object.entries(files))(
    '%s: is refused with its place, and kept nowhere',
    async (_, [name, cell, content]) => {
      const before = await storedFiles()
      const client = await officer()
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
      const { status, body } = await client.send('POST', '/api/files', await content(), headers)
      const told = JSON.stringify(body)
      expect([status, told]).toEqual([422, expect.stringContaining('居民身份证')])
      expect(told).toContain(cell)
      for (const secret of [personal, written, unproven, personal.slice(6)]) expect(told).not.toContain(secret)
      expect(await storedFiles()).toEqual(before)
      expect(await wholeDatabase(world)).not.toContain(personal.slice(6, 14))
    },
  )

  it('leaves nothing behind when an import is refused for it', async () => {
    await draftPlan(world, county.first)
    const client = await world.as('嘉善归谷智造园·负责人')
    const place = { filingId: await planOf(client, county.first.pilotId), section: 'enterprises' }
    const before = await storedFiles()
    const { status } = await importWorkbook(client, place, {
      content: await sheetOf([heads, [personal, '甲', '制造业', 20, 300, 400]]),
    })
    expect(status).toBe(422)
    expect(await storedFiles()).toEqual(before)
  })

  it('refuses to import one whose number stands outside the table', async () => {
    const client = await world.as('嘉善归谷智造园·负责人')
    const place = { filingId: await planOf(client, county.first.pilotId), section: 'enterprises' }
    const before = await storedFiles()
    const [sound] = samplePlan('甲').enterprises.rows
    const row: Cell[] = [sound?.uscc ?? '', '甲公司', '制造业', 20, 300, 400]
    const answer = await importWorkbook(client, place, { content: await sheetOf([heads, [...row, personal]]) })
    expect(JSON.stringify(answer)).not.toContain(personal)
    expect(answer.status).toBe(422)
    expect(await storedFiles()).toEqual(before)
  })

  it('is kept with the codes of firms, long numbers and dates of birth that are none', async () => {
    const harmless = [
      ...samplePlan('甲').enterprises.rows.map(({ uscc }) => uscc),
      '26337000000000000001',
      '1990-01-01',
    ]
    const content = await xlsx(
      (book) => void sheet(book, '清单', [...harmless.map((one): Cell[] => [one]), [19900101]]),
    )
    const before = await storedFiles()
    await (await officer()).upload('清单.xlsx', content)
    expect((await storedFiles()).length).toBe(before.length + 1)
  })
})

/** What stands in the store's folder, whatever its name. */
async function storedFiles(): Promise<string[]> {
  const all = await readdir(world.filesDir, { recursive: true, withFileTypes: true })
  return all
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
