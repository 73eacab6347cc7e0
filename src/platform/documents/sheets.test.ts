import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeSheets } from './sheets.ts'

test('a text too long for its narrow column stands below the grid over the whole width, and its cell says where', async () => {
  const long = '因企业搬迁推迟，已重新排定。'.repeat(70)
  const data = await writeSheets({
    title: '完成情况表',
    subtitle: null,
    draft: null,
    language: 'en',
    lie: 'landscape',
    blocks: [
      {
        kind: 'table',
        name: '表',
        columns: [20, 30, 40].map((width, at) => ({ title: `列${at}`, width, kind: 'text' as const })),
        rows: [
          ['甲', '短', long],
          ['乙', '短', '也短'],
        ],
        notes: ['注：1. 截止日'],
      },
    ],
    foot: '',
    page: '',
    signatures: ['填报人：'],
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(data as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const page = workbook.worksheets[0]
  const first = (row: number) => page?.getRow(row).getCell(1).text ?? ''
  const at = Array.from({ length: page?.rowCount ?? 0 }, (_, index) => index + 1)
  const row = at.find((one) => first(one) === '甲') ?? 0
  expect(page?.getRow(row).getCell(3).text).toBe('see [1] below')
  expect(first(row + 2)).toBe('注：1. 截止日')
  expect(
    at
      .filter((one) => one > row + 2)
      .map(first)
      .join(''),
  ).toBe(`[1] ${long}`)
})

test('names each of several tables beside the title, in the brackets of the language', async () => {
  const table = (name: string) => ({
    kind: 'table' as const,
    name,
    columns: [{ title: '列', width: 20, kind: 'text' as const }],
    rows: [['甲']],
  })
  for (const [language, said] of [
    ['zh', '对比（二）'],
    ['en', '对比 (二)'],
  ] as const) {
    const paper = {
      title: '对比',
      subtitle: null,
      draft: null,
      language,
      lie: 'portrait' as const,
      foot: '',
      page: '',
      signatures: [],
    }
    const data = await writeSheets({ ...paper, blocks: [table('一'), table('二')] })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(data as unknown as Parameters<typeof workbook.xlsx.load>[0])
    const texts: string[] = []
    workbook.getWorksheet('二')?.eachRow((row) => void texts.push(row.getCell(1).text))
    expect(texts).toContain(said)
  }
})
