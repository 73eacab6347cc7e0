import { describe, expect, test } from 'vitest'
import { enterpriseRules } from '../../src/features/filings/plan/plan-import.ts'
import { takeIn } from '../../src/platform/imports/take-in.ts'
import { type HandmadeRow, handmadeBook } from '../../src/platform/workbook/handmade.ts'
import { readWorkbook } from '../../src/platform/workbook/read.ts'
import { edition } from '../support/policy.ts'
import { firm, firms, heads, said, targets, withRevenue } from '../support/taken-in.ts'

describe('a unit beside the table', () => {
  test.each([
    ['试点企业名单　　金额单位：亿元', '亿元'],
    ['单位：元', '元'],
    ['（单位：千元）', '千元'],
    ['试点企业名单（人民币元）', '人民币元'],
    ['试点企业名单（金额：元）', '元'],
    ['说明：营业收入以千元为单位填写', '千元'],
    ['（以元为单位）', '元'],
    ['Unit: CNY', 'CNY'],
    ['Unit: yuan', 'yuan'],
    ['单位：美元', '美元'],
    ['币种：万港元', '万港元'],
  ])('“%s” contradicts the columns and must be put right, in its own cell', async (line, unit) => {
    const { problems } = await firms([[line], heads, [...firm]])
    expect(problems).toMatchObject([{ cell: 'A1', zh: expect.stringContaining(`“${unit}”`) }])
    expect(problems[0]?.zh).toContain('以“万元”计')
  })
  test.each([
    '单位：万元',
    '金额单位：人民币万元',
    '单位：人、万元',
    '填报单位：元通机械厂',
    '试点企业名单',
    '金额以万元计，人数以人计',
  ])('“%s” is no contradiction', async (line) => {
    expect(await firms([[line], heads, [...firm]])).toMatchObject({ problems: [] })
  })
  test.each(['单位：', '计量单位', '金额单位', 'Unit'])('in the cell behind “%s”', async (label) => {
    const { problems } = await firms([[null, label, '元'], heads, [...firm]])
    expect(problems).toMatchObject([{ cell: 'B1', zh: expect.stringContaining('“元”') }])
    expect(await firms([[null, label, '万元'], heads, [...firm]])).toMatchObject({ problems: [] })
  })
  test('noted on the title of a column that is read; noted elsewhere it may mean other figures', async () => {
    const noted = async (cell: string) => {
      const { table } = enterpriseRules([])
      const book = await readWorkbook(handmadeBook([{ rows: [heads, [...firm]] }]), table.columns)
      const sheets = book.sheets.map((one) => ({ ...one, comments: [{ cell, text: '作者： 单位：元' }] }))
      const { problems, warnings } = takeIn({ ...book, sheets }, enterpriseRules([]))
      return [problems, warnings].map((remarks) => remarks.map((one) => one.cell))
    }
    expect(await noted('E1')).toEqual([['E1'], []])
    expect(await noted('B2')).toEqual([[], ['B2']])
  })
  test('in a note below it may mean other figures: a person looks', async () => {
    const { problems, warnings } = await firms([heads, [...firm], ['注：产值单位：亿元']])
    expect([problems, said(warnings).filter((one) => one.includes('亿元'))]).toEqual([
      [],
      [expect.stringMatching(/^A3 .*核对/)],
    ])
  })
  test('the rows of a target list that count otherwise are named', async () => {
    const money = edition.indicators.find(({ unit }) => unit.zh === '万元')?.code ?? ''
    const { problems } = await targets([
      ['绩效目标表（单位：亿元）'],
      ['绩效指标', '单位', '基期值', '目标值', '权重'],
      ['P1', '', 0, 30, 40],
      [money, '', 0.3, 0.5, 60],
    ])
    expect(said(problems)).toEqual([expect.stringMatching(/^A1 .*“亿元”.*“基期值”、“目标值”（第 4 行）以“万元”计/)])
  })
})

describe('a unit in a number format', () => {
  const styled = (code: string) =>
    `<numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>`
  const asFormat = (code: string, value: number) =>
    firms([heads, withRevenue({ xml: `s="1"><v>${value}</v>` })], { styles: styled(code) })

  test.each([
    ['0!.0,"万"', 12_345, 1.2345],
    ['0\\.0,"万元"', 3_000_000, 300],
    ['0.00"万元"', 300, 300],
    ['#,##0.00_ ', 300.5, 300.5],
    ['_ "¥"* #,##0.00_ ', 300.5, 300.5],
    ['[>=10000]0!.0,"万";0', 20_000, 2],
    ['0.0_);[Red]\\(0.0\\)', 300.5, 300.5],
  ])('%s of %d is %d 万元', async (code, value, wan) => {
    expect(await asFormat(code, value)).toMatchObject({ problems: [], rows: [{ revenueWan: wan }] })
  })
  test.each([
    ['0.00"亿元"', 0.3, '亿元'],
    ['0"元"', 3_000_000, '元'],
    ['#,##0,', 12_345_678, '缩放'],
    ['0.0,,', 12_345_678, '缩放'],
  ])('%s of %d is refused, naming %s', async (code, value, named) => {
    const { problems } = await asFormat(code, value)
    expect(problems).toMatchObject([{ cell: 'E2', zh: expect.stringContaining(named) }])
  })
})

describe('the unit of the column behind a figure', () => {
  test('is taken and told, another one is refused by its name', async () => {
    const own = await firms([heads, [...firm.slice(0, 3), '50人', '3000万元', '3,000万'] as HandmadeRow])
    expect(own).toMatchObject({ problems: [], rows: [{ staff: 50, revenueWan: 3000, assetsWan: 3000 }] })
    expect(said(own.cleaned)).toEqual(['D2 读作“50”。', 'E2 读作“3000”。', 'F2 读作“3000”。'])
    const other = await firms([heads, [...firm.slice(0, 3), '50家', '3亿元', '300'] as HandmadeRow])
    expect(said(other.problems)).toEqual([
      expect.stringMatching(/^D2 .*“家”.*以“人”计/),
      expect.stringMatching(/^E2 .*“亿元”.*以“万元”计/),
    ])
  })
  test('a figure with more decimals than the column has is rounded and told', async () => {
    const { problems, cleaned, rows } = await firms([heads, withRevenue(1234.5678901)])
    expect([problems, said(cleaned), rows[0]?.revenueWan]).toEqual([[], ['E2 读作“1234.56789”。'], 1234.56789])
  })
})
