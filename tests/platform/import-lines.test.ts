import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { enterpriseRules } from '../../src/features/filings/plan/plan-import.ts'
import { takeIn } from '../../src/platform/imports/take-in.ts'
import type { HandmadeRow } from '../../src/platform/workbook/handmade.ts'
import { readWorkbook } from '../../src/platform/workbook/read.ts'
import { firm, firms, heads, said, targets, withRevenue } from '../support/taken-in.ts'

describe('titles as people write them', () => {
  test('other names for the columns, with their unit', async () => {
    const titles = ['社会信用代码', '单位名称', '所属行业', '从业人数（人）', '年营业收入（万元）', '资产总计（万元）']
    expect(await firms([titles, [...firm]])).toMatchObject({ problems: [], warnings: [], rows: [{ staff: 30 }] })
  })
  test('without a unit an amount is taken with a warning, unless a line above says it', async () => {
    const titles = ['统一社会信用代码', '名称', '行业类别', '从业人员', '营业收入', '资产总额']
    const { problems, warnings } = await firms([titles, [...firm]])
    expect([problems, said(warnings)]).toEqual([
      [],
      ['E1', 'F1'].map((cell) => expect.stringMatching(`^${cell} .*万元`)),
    ])
    expect(await firms([['单位：万元'], titles, [...firm]])).toMatchObject({ problems: [], warnings: [] })
  })
  test('a second line with the units is joined to the first', async () => {
    const upper = ['统一社会信用代码', '名称', '行业', '从业人员', '营业收入', '资产总额']
    const read = await firms([['名单'], upper, ['', '', '', '（人）', '（万元）', '（万元）'], [...firm]])
    expect(read).toMatchObject({ problems: [], warnings: [], rows: [{ name: '甲机械厂' }] })
    const { problems } = await firms([upper, ['', '', '', '人', '元', '万元'], [...firm]])
    expect(said(problems)).toEqual([expect.stringMatching(/^E2 .*“元”.*“万元”/)])
  })
  test.each([
    ['基期值（亿元）', /^C1 .*“亿元”/],
    ['基期值增幅', /缺少“基期值”列/],
    ['', /缺少“基期值”列/],
  ])('a target list whose baseline is called “%s” is answered, whatever else', async (title, answer) => {
    const { problems } = await targets([
      ['绩效指标', '单位', title, '目标值', '权重'],
      ['P1', '家', 0, 30, 100],
    ])
    expect(said(problems)).toEqual([expect.stringMatching(answer)])
  })
  test('a year before a title is told, and the column is read', async () => {
    const titles = ['绩效指标', '单位', '2025年基期值', '目标值', '权重（分）']
    const { problems, warnings, rows } = await targets([titles, ['P1', '家', 0, 30, '100分']])
    expect([said(problems), rows.length]).toEqual([[], 1])
    expect(said(warnings)).toEqual([expect.stringMatching(/^C1 .*“2025年”/)])
  })
})

test('a comment on a cell is a remark, with its text', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRows([heads, [...firm]])
  sheet.getCell('E2').note = '按审计报告'
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const { columns } = enterpriseRules([]).table
  const { skipped, problems } = takeIn(await readWorkbook(content, columns), enterpriseRules([]))
  expect([problems, skipped]).toMatchObject([[], [{ cell: 'E2', value: '按审计报告', zh: '单元格批注，未导入。' }]])
})

describe('one account of everything', () => {
  test('a row with a problem is told its warnings too, and each with what stands in the cell', async () => {
    const { problems, warnings } = await firms([heads, [...firm.slice(0, 2), '采集', 2, 30_000, 400] as HandmadeRow])
    expect(problems).toMatchObject([{ cell: 'C2' }])
    expect(warnings).toMatchObject([{ cell: 'E2', value: '30000' }])
  })
  test('what stands in a target list’s cell is shown with a doubt about it', async () => {
    const { problems } = await targets([
      ['绩效指标', '基期值', '目标值', '权重'],
      ['P1', '3项', '30家', 100],
    ])
    expect(problems).toMatchObject([{ cell: 'B2', value: '3项', zh: expect.stringContaining('“项”') }])
  })
  test('a letter that no code has is named with its place', async () => {
    const { problems } = await firms([heads, ['9133O421MA2000101E', ...firm.slice(1)] as HandmadeRow])
    expect(said(problems)).toEqual([expect.stringMatching(/第 5 位是字母“O”.*“0”/)])
  })
  test('a number of a person without its last place is shown nowhere', async () => {
    const number = `115199${'19491231'}002`
    const { problems } = await firms([heads, [number, ...firm.slice(1, 4), number, 400] as HandmadeRow])
    expect(problems.length).toBeGreaterThan(1)
    expect(JSON.stringify(problems)).not.toContain('19491231')
  })
})

describe('lines and cells that are no rows or no names', () => {
  const rows = (...lines: HandmadeRow[]) => firms([heads, [...firm], ...lines])
  test.each([
    [['填表人：王五', '审核人：李四', '2026.11.30']],
    [['备注', '1.以上为2025年数']],
    [['其中：规上工业', '', '', 30, 300]],
    [['嘉善试验园管委会（章）']],
  ])('%j is left out with one line', async (line) => {
    const { problems, warnings, skipped } = await rows(line as HandmadeRow)
    expect([problems, warnings, skipped.map(({ row }) => row)]).toEqual([[], [], [3]])
  })
  test('a caption between two tables is left out with a warning', async () => {
    const { problems, warnings } = await rows(['2024年数据'])
    expect([problems, warnings.map(({ row }) => row)]).toEqual([[], [3]])
  })
  test.each([['2026-05-01'], ['TRUE'], ['2026年5月1日'], ['12345']])('“%s” is no name', async (name) => {
    expect(said((await firms([heads, [firm[0], name, ...firm.slice(2)] as HandmadeRow])).problems)).toEqual([
      `B2 “${name}”不是名称。`,
    ])
  })
  test('an industry with the letter of its division', async () => {
    expect(await firms([heads, [...firm.slice(0, 2), 'C制造业', ...firm.slice(3)] as HandmadeRow])).toMatchObject({
      problems: [],
      rows: [{ industry: 'IND' }],
    })
  })
  test('two lines in one cell are no figure, and two firms in one are told', async () => {
    const { problems, warnings } = await firms([
      heads,
      [...firm.slice(0, 4), '1\n860', '860\t900'] as HandmadeRow,
      ['91330421MA2000103L', '甲厂\n乙厂', ...firm.slice(2)] as HandmadeRow,
    ])
    expect(problems.map(({ cell, zh }) => [cell, zh.includes('分在两行')])).toEqual([
      ['E2', true],
      ['F2', true],
    ])
    expect(said(warnings)).toEqual([expect.stringMatching(/^B3 单元格里像是有几个名称/)])
  })
  const struck =
    '<fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>'
  const inline = (text: string, style: number) => ({ xml: `s="${style}" t="inlineStr"><is><t>${text}</t></is>` })
  test('a row struck out in full, and a struck-out part of a name, are told', async () => {
    const whole = [firm[0], firm[1], firm[2]].map((text) => inline(text, 1))
    const figures = [30, 300, 400].map((value) => ({ xml: `s="1"><v>${value}</v>` }))
    const part = { xml: 't="inlineStr"><is><r><t>乙</t></r><r><rPr><strike/></rPr><t>旧</t></r><r><t>厂</t></r></is>' }
    const { problems, warnings } = await firms(
      [heads, [...whole, ...figures], ['91330421MA2000103L', part, ...firm.slice(2)] as HandmadeRow],
      { styles: struck },
    )
    expect([problems, said(warnings)]).toEqual([
      [],
      [expect.stringMatching(/^A2 本行全部加了删除线/), expect.stringMatching(/^B3 .*删除线/)],
    ])
  })
  test.each([
    ['[$$-409]#,##0', 'currency', '$300'],
    ['[$€-2] #,##0.00', 'currency', '€300'],
    ['"US$"0', 'currency', 'US$300'],
    ['_($* #,##0_)', 'currency', '$300'],
    ['[$¥-411]0', 'currency', 'JP¥300'],
    ['#,##0\\,000', 'digits', '300'],
    ['"1"0', 'digits', '300'],
    ['0"000"', 'digits', '300'],
  ] as const)('the format %s is refused: another currency, or digits of its own', async (code, fault, shown) => {
    const format = code.replaceAll('"', '&quot;')
    const formats = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`
    const { problems } = await firms([heads, withRevenue({ xml: 's="1"><v>300</v>' })], { styles: formats })
    const words = { currency: '外币', digits: '固定的数字' }
    expect(problems).toMatchObject([{ cell: 'E2', value: shown, zh: expect.stringContaining(words[fault]) }])
  })
  test.each(['[$¥-804]#,##0', '[$-804]0', '¥#,##0', '[$CNY] 0', '0_ '])('the format %s is plain', async (code) => {
    const formats = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`
    const rows = [heads, withRevenue({ xml: 's="1"><v>300</v>' })]
    expect(await firms(rows, { styles: formats })).toMatchObject({ problems: [], rows: [{ revenueWan: 300 }] })
  })
  const runs = (...texts: (readonly [text: string, mark: string])[]) => {
    const all = texts.map(([text, mark]) => `<r>${mark && `<rPr>${mark}</rPr>`}<t>${text}</t></r>`)
    return { xml: `t="inlineStr"><is>${all.join('')}</is>` }
  }
  test('a figure or a code with a part struck out, raised or lowered is refused with both readings; a text is told', async () => {
    const [strike, raised] = ['<strike/>', '<vertAlign val="superscript"/>']
    const { problems, warnings } = await firms([
      heads,
      [
        runs(['9', strike], ['91330421MA2000103L', '']),
        runs(['甲厂', ''], ['2', raised]),
        firm[2] ?? null,
        runs(['3', ''], ['2', '<vertAlign val="subscript"/>']),
        runs(['900', strike], ['860', '']),
        runs(['186', ''], ['2', raised]),
      ] as HandmadeRow,
      [runs([String(firm[0]), strike]), runs(['乙厂', '<vertAlign val="baseline"/>']), ...firm.slice(2)] as HandmadeRow,
    ])
    expect(said(problems)).toEqual([
      expect.stringMatching(/^A2 /),
      expect.stringMatching(/^D2 .*下标.*“32”.*“3”/),
      expect.stringMatching(/^E2 .*“900860”.*“860”/),
      expect.stringMatching(/^F2 .*上标.*“1862”.*“186”/),
    ])
    expect(said(warnings)).toEqual([expect.stringMatching(/^B2 .*“甲厂2”/), expect.stringMatching(/^A3 .*删除线/)])
  })
})
