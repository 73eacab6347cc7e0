import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { enterpriseTable } from '../../src/features/filings/plan/import-tables.ts'
import { asNumber, asPercent } from '../../src/platform/workbook/cells.ts'
import { readWorkbook } from '../../src/platform/workbook/read.ts'
import { parseTable } from '../../src/platform/workbook/table.ts'

// What people's sheets of enterprises hold in one cell, and what a person would read there.

const titles = ['统一社会信用代码', '名称', '行业', '从业人员(人)', '营业收入(万元)', '资产总额(万元)'] as const
const sound = ['91330421MA2000610Q', '甲610号精密机械有限公司', '工业', '30', '1200.5', '900'] as const
type Title = (typeof titles)[number]
type Cell = string | number

const rowWith = (title: Title, value: Cell): Cell[] => sound.map((cell, at) => (titles[at] === title ? value : cell))

async function xlsxOf(row: readonly Cell[]): Promise<Buffer> {
  const sheet = new ExcelJS.Workbook().addWorksheet('试点企业')
  sheet.addRow([...titles])
  sheet.addRow([...row])
  return Buffer.from(await sheet.workbook.xlsx.writeBuffer())
}

const csvOf = (row: readonly Cell[], by: string) =>
  Buffer.from([titles, row].map((cells) => cells.map((cell) => `"${cell}"`).join(by)).join('\r\n'))

async function read(file: Buffer) {
  const { rows, problems, warnings } = parseTable(await readWorkbook(file), enterpriseTable())
  return { row: rows[0]?.value, problems, warnings }
}

const readCell = async (title: Title, value: Cell) => read(await xlsxOf(rowWith(title, value)))

describe('a comma that parts no thousands is refused with its text', () => {
  test.each<[Title, string]>([
    ['营业收入(万元)', '12,5'],
    ['营业收入(万元)', '0,85'],
    ['资产总额(万元)', '1.200,5'],
    ['从业人员(人)', '1,2'],
    ['资产总额(万元)', '１２，５'],
  ])('%s %s', async (title, text) => {
    const { row, problems } = await readCell(title, text)
    expect(row).toBeUndefined()
    expect(problems).toMatchObject([{ column: title, value: text }])
    expect(problems[0]?.zh).toContain('两种读法')
  })

  test.each([';', '\t', ','])('in a CSV parted by %j', async (by) => {
    const { row, problems } = await read(csvOf(rowWith('营业收入(万元)', '0,9'), by))
    expect([row, problems.map(({ cell, value }) => [cell, value])]).toEqual([undefined, [['E2', '0,9']]])
  })

  test.each<[string, number]>([
    ['1,200.50', 1200.5],
    ['1 200.5', 1200.5],
    ['１，２００', 1200],
    ["'1200.5", 1200.5],
    ['\u202d1200.5\u202c', 1200.5],
  ])('%j parts thousands alone', async (text, value) => {
    expect((await readCell('营业收入(万元)', text)).row?.revenueWan).toBe(value)
  })

  test.each(['3亿', '12.5元', '1200千元'])('%s is counted in another unit and told', async (text) => {
    expect((await readCell('营业收入(万元)', text)).problems[0]?.zh).toMatch(/带有单位“(?:亿|元|千元)”，本列以“万元”计/)
  })
})

test.each([
  '91330421MA2000610Q\u200b',
  '\u200e91330421MA2000610Q',
  '9133 0421 MA2000610Q',
  '9133-0421-MA2000610Q',
  '91330421\u00a0MA2000610Q',
  "'91330421MA2000610Q",
  '’91330421ma2000610q',
  '９１３３０４２１ＭＡ２０００６１０Ｑ',
])('the code %j is 91330421MA2000610Q', async (text) => {
  const { row, problems } = await readCell('统一社会信用代码', text)
  expect([row?.uscc, problems]).toEqual(['91330421MA2000610Q', []])
})

test.each([
  ['甲\u200b零号机械有限公司', '甲零号机械有限公司'],
  [' 甲一号机械有限公司 ', '甲一号机械有限公司'],
  ['　甲二号机械有限公司\u00a0', '甲二号机械有限公司'],
  ['甲三号机械\n有限公司', '甲三号机械有限公司'],
  ['甲四号（集团） 机械\u2028有限公司', '甲四号（集团）机械有限公司'],
  ['甲五百_x000D_\n机械有限公司', '甲五百机械有限公司'],
])('the name %j is %s', async (text, name) => expect((await readCell('名称', text)).row?.name).toBe(name))

test.each<Cell>([9.133042107e17, 913304210700000000, '9.13304E+17'])(
  'the code %s is stored as a number: its digits are lost',
  async (value) => {
    const { row, problems } = await readCell('统一社会信用代码', value)
    expect(row).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ cell: 'A2' })
    expect(problems[0]?.zh).toContain('尾数丢失')
    expect(problems[0]?.zh).not.toContain('校验')
  },
)

test.each([
  ['制造业', 'IND'],
  ['采矿业', 'IND'],
  ['软件业', 'SOF'],
  ['科学研究和技术服务业', 'OTH'],
  ['农业', 'A'],
])('the industry %s is %s', async (text, industry) => {
  expect((await readCell('行业', text)).row?.industry).toBe(industry)
})

test.each(['批发和零售业', '房地产业', '住宿和餐饮业', '信息传输、软件和信息技术服务业'])(
  'the industry %s may be either of two and is refused',
  async (text) => expect((await readCell('行业', text)).problems).toMatchObject([{ cell: 'C2', value: text }]),
)

test('a percentage is read where the unit is per cent, and told elsewhere', () => {
  expect(['95%', '95 ％', '95', '40%'].map(asPercent(0, 100))).toEqual([95, 95, 95, 40])
  expect(asNumber(-100, 100, 2)('-3.2')).toBe(-3.2)
  expect(asNumber(-100, 100, 2)('(3.2)')).toBe(-3.2)
  expect(asNumber(0, 100, 2)('95%')).toMatchObject({ wrong: { zh: expect.stringContaining('单位“%”') } })
})

test('an unusual code is taken with a warning, a person’s refused and not shown again', async () => {
  const old = await readCell('统一社会信用代码', '91330421MA2RQ7K976')
  expect(old.row?.uscc).toBe('91330421MA2RQ7K976')
  expect(old.warnings).toMatchObject([{ cell: 'A2', value: '91330421MA2RQ7K976' }])
  const person = await readCell('统一社会信用代码', '9901991899 12310078')
  expect(person.row).toBeUndefined()
  expect(person.problems).toMatchObject([{ cell: 'A2', value: '' }])
  expect(JSON.stringify(person)).not.toContain('12310078')
})
