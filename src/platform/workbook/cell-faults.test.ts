import { describe, expect, test } from 'vitest'
import { type HandmadeCell, type HandmadeOptions, type HandmadeRow, handmadeBook } from './handmade.ts'
import { readSample, sampleHeader, sampleRow } from './sample-table.ts'

const [a, b] = [sampleRow(1), sampleRow(2)]

function one(rows: readonly HandmadeRow[], options: HandmadeOptions = {}) {
  return readSample(handmadeBook([{ rows }], options))
}

describe('cells without a value are refused in every column, also of texts', () => {
  const at = (cell: HandmadeCell, column = 1) => a.map((each, index) => (index === column ? cell : each))
  test.each([
    ['><f>VLOOKUP(A2,名录!A:B,2,0)</f><v></v>', '没有计算结果'],
    ['><f>A9&amp;B9</f>', '没有计算结果'],
    ['t="str"><f>A9&amp;B9</f>', '没有计算结果'],
    ['><f t="shared" si="0"/>', '没有计算结果'],
    ['t="inlineStr"><is><t>=VLOOKUP(A2,名录!A:B,2,0)</t></is>', '没有计算结果'],
    ['t="inlineStr"><is><t>=$B$3&amp;"厂"</t></is>', '没有计算结果'],
    ['t="e"><f>VLOOKUP(A2,X!A:B,2,0)</f><v>#N/A</v>', '错误值'],
    ['t="str"><f>A2&amp;X</f><v>#VALUE!</v>', '错误值'],
    ['t="inlineStr"><is><t>#DIV/0!</t></is>', '错误值'],
    ['t="str"><f>X</f><v>#名称?</v>', '错误值'],
    ['t="inlineStr"><is><t>Err:502</t></is>', '错误值'],
    ['t="inlineStr"><is><t>错误：508</t></is>', '错误值'],
    ['t="inlineStr"><is><t>########</t></is>', '错误值'],
    ['t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>', '图片'],
    ['t="e" vm="1"><v>#VALUE!</v>', '图片'],
  ])('%s', async (xml, said) => {
    for (const column of [0, 1, 3, 4]) {
      const { rows, problems } = await one([sampleHeader, at({ xml }, column), b])
      expect(rows.map((each) => each.row)).toEqual([3])
      expect(problems).toMatchObject([{ cell: `${'ABCDE'[column]}2`, zh: expect.stringContaining(said) }])
    }
  })
  test('in a CSV too; in a column that is not required as well, but there a picture only counts as blank', async () => {
    const { problems } = await readSample(Buffer.from(`${sampleHeader.join()}\nAB1001,#REF!,工业,3,4,=SUM(D2:E2)`))
    expect(problems.map((each) => each.cell)).toEqual(['B2', 'F2'])
    const picture = { xml: 't="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>' }
    const result = await one([sampleHeader, [...a, picture]])
    expect(result).toMatchObject({ problems: [], warnings: [{ cell: 'F2' }], rows: [{ value: { remark: null } }] })
  })
  test.each(['甲#1厂', '=甲', '甲= + <&>', '#5厂房', 'N/A', '错误502型'])(
    '“%s” is a name like others',
    async (name) => {
      expect(await one([sampleHeader, at(name)])).toMatchObject({ problems: [], rows: [{ value: { name } }] })
    },
  )
  test('a formula that gives no text is blank, one that gives a number is that number', async () => {
    const none = { xml: 't="str"><f>""</f><v></v>' }
    const { rows, problems } = await one([sampleHeader, [...a.slice(0, 3), { xml: '><f>1+2</f><v>3</v>' }, 5, none]])
    expect([problems, rows[0]?.value]).toMatchObject([[], { staff: 3, remark: null }])
  })
})

describe('escapes of characters that XML cannot carry', () => {
  test.each(['inline', 'shared', 'formula'] as const)('are decoded once, where texts are %s', async (texts) => {
    const named = (code: string, name: string) => [code, name, '工业', '3', '4', null]
    const { rows } = await one(
      [
        sampleHeader,
        named('AB1001', '甲_x000D_\n厂'),
        named('AB1002', '甲_x0041_厂'),
        named('AB1003', '甲_x005F_x0041_厂'),
        named('AB1004', '甲_x00g1_厂_x12'),
        named('AB1005', '甲_xD842__xDFB7_厂_x0000_'),
      ],
      { texts },
    )
    expect(rows.map((each) => each.value.name)).toEqual(['甲厂', '甲A厂', '甲_x0041_厂', '甲_x00g1_厂_x12', '甲𠮷厂'])
  })
  test('line breaks fold to a space where one line is meant, and what was done is said', async () => {
    const { rows, cleaned } = await one([sampleHeader, ['AB1001', 'Jia\n  Works', '工业', 3, 4, '第一\n第二']])
    expect(rows[0]?.value).toMatchObject({ name: 'Jia Works', remark: '第一\n第二' })
    expect(cleaned).toMatchObject([{ cell: 'B2', value: 'Jia\n  Works', zh: '读作“Jia Works”。' }])
  })
})
