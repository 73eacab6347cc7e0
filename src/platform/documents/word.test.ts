import { expect, test } from 'vitest'
import { bytesOf, openZip } from '../files/zip.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { writeWord } from './word.ts'

async function bodyOf(blocks: readonly PaperBlock[]): Promise<string> {
  const paper: Paper = {
    title: '报告',
    subtitle: null,
    draft: null,
    language: 'zh',
    lie: 'portrait',
    blocks,
    foot: '',
    page: '',
    signatures: [],
  }
  const zip = await openZip(bytesOf(await writeWord(paper)))
  const entry = zip.find('word/document.xml')
  const chunks: Buffer[] = []
  if (entry) for await (const chunk of zip.open(entry)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const paragraphs = (body: string) => body.match(/<w:p>.*?<\/w:p>/gs) ?? []
const rows = (body: string) => body.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
const isKept = (part: string) => paragraphs(part).every((one) => one.includes('<w:keepNext/>'))
const table = (texts: readonly string[]): PaperBlock => ({
  kind: 'table',
  name: '表',
  columns: [
    { title: '名称', width: 20, kind: 'text' },
    { title: '原因', width: 60, kind: 'text' },
  ],
  rows: texts.map((text, at) => [`第${at}行`, text]),
  notes: ['注一'],
})
const signed: PaperBlock = { kind: 'signed', units: ['某局'], on: '2026年11月29日' }
const hands: PaperBlock = { kind: 'hands', texts: ['填报人：', '审核人：'] }

test.each([
  ['the signature', signed],
  ['the names of who filled it in', hands],
])('%s never stands alone on a page', async (_, closing) => {
  const afterTable = await bodyOf([table(['一', '二', '三', '四', '五']), closing])
  expect(rows(afterTable).slice(0, 6).map(isKept)).toEqual([true, true, false, false, true, true])
  expect(paragraphs(afterTable).find((one) => one.includes('注一'))).toContain('<w:keepNext/>')
  const texts = paragraphs(await bodyOf([{ kind: 'text', text: '第一段\n第二段' }, closing]))
  expect(texts.find((one) => one.includes('第二段'))).toContain('<w:keepNext/>')
  expect(texts.find((one) => one.includes('第一段'))).not.toContain('<w:keepNext/>')
})

test('no row of a table stands alone on a page: the first two stay under the head, the last two together', async () => {
  const kept = async (texts: readonly string[], sums?: PaperBlock) =>
    rows(await bodyOf(sums ? [sums] : [table(texts)])).map(isKept)
  expect(await kept([])).toEqual([true])
  expect(await kept(['一'])).toEqual([true, false])
  expect(await kept(['一', '二'])).toEqual([true, true, false])
  expect(await kept(['一', '二', '三'])).toEqual([true, true, true, false])
  expect(await kept(['一', '二', '三', '四', '五'])).toEqual([true, true, false, false, true, false])
  const summed = { ...table(['一', '二', '三', '四']), sums: ['合计', ''] } as PaperBlock
  expect(await kept([], summed)).toEqual([true, true, false, false, true, false])
  const facts: PaperBlock = { kind: 'facts', perLine: 1, pairs: ['甲', '乙', '丙', '丁'].map((one) => [one, one]) }
  expect(await kept([], facts)).toEqual([true, false, true, false])
})

test('a heading stays with what it heads, also with boxes', async () => {
  const body = await bodyOf([
    { kind: 'heading', level: 1, text: '一、意见' },
    { kind: 'boxes', boxes: [{ title: '意见', lines: [], seal: '（盖章）', on: '年 月 日' }] },
  ])
  const before = body.slice(body.indexOf('一、意见') - 900, body.indexOf('<w:tbl>'))
  expect(paragraphs(before).length).toBeGreaterThan(0)
  expect(isKept(before)).toBe(true)
})

const box = { title: '意见', lines: [], seal: '（盖章）', on: '年 月 日' }

test('boxes for seals never stand alone on a page: what is before them goes with them, heading or not', async () => {
  const boxes: PaperBlock = { kind: 'boxes', boxes: [box, box, box, box] }
  const heading: PaperBlock = { kind: 'heading', level: 1, text: '二、意见' }
  const alone = await bodyOf([table(['一', '二']), boxes])
  expect(rows(alone).map(isKept)).toEqual([true, true, true, true, false])
  expect(
    rows(await bodyOf([table(['一', '二']), heading, boxes]))
      .slice(0, 3)
      .map(isKept),
  ).toEqual([true, true, true])
  const afterSigned = await bodyOf([signed, boxes])
  expect(isKept(afterSigned.slice(0, afterSigned.indexOf('意见')))).toBe(true)
  const below = await bodyOf([table(['一', '二']), hands, boxes])
  expect(rows(below).slice(0, 3).map(isKept)).toEqual([true, true, true])
  expect(paragraphs(below).find((one) => one.includes('填报人：'))).toContain('<w:keepNext/>')
})

test('a rare character is set in a face that has it, its neighbours in their own', async () => {
  const body = await bodyOf([table(['𠮷某𫖮'])])
  const runs = body.match(/<w:r>.*?<\/w:r>/gs)?.filter((run) => /[某\u{20000}-\u{3ffff}]/u.test(run)) ?? []
  const faces = runs.map((run) => [/<w:t[^>]*>(.*?)<\/w:t>/.exec(run)?.[1], /w:eastAsia="(.*?)"/.exec(run)?.[1]])
  expect(faces).toEqual([
    ['𠮷', 'SimSun-ExtB'],
    ['某', '仿宋_GB2312'],
    ['𫖮', 'SimSun-ExtB'],
  ])
})

test('every table says how wide it is, its columns and its cells, so that each reader sets it alike', async () => {
  const body = await bodyOf([table(['一']), { kind: 'boxes', boxes: [box, box] }, signed])
  for (const one of body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []) {
    const widthsOf = (part: string, tag: string) =>
      [...part.matchAll(new RegExp(`<w:${tag}(?= )[^>]*?w:w="(\\d+)"`, 'g'))].map((match) => Number(match[1]))
    expect(one).toContain('<w:tblLayout w:type="fixed"/>')
    const grid = widthsOf(one, 'gridCol')
    const sum = (all: readonly number[]) => all.reduce((total, width) => total + width, 0)
    expect(widthsOf(one, 'tblW')).toEqual([sum(grid)])
    for (const row of rows(one)) expect(sum(widthsOf(row, 'tcW'))).toBe(sum(grid))
    expect(one.match(/<w:tcW(?= )[^>]*>/g)?.every((cell) => cell.includes('w:type="dxa"'))).toBe(true)
  }
})

test('a row of many lines is split over pages, a short one is not', async () => {
  const body = await bodyOf([table(['短', '因企业搬迁推迟。'.repeat(200)])])
  expect(rows(body).map((row) => /<w:cantSplit\/>/.test(row))).toEqual([true, true, false])
})

test('a text too long for its narrow column stands below the table over the whole width, and its cell says where', async () => {
  const long = (no: number) => `第${no}项因企业搬迁推迟。`.repeat(90)
  const columns = [20, 30, 30].map((width, at) => ({ title: `列${at}`, width, kind: 'text' as const }))
  const rowsOf = [
    ['甲', long(1), '短'],
    ['乙', '短', long(2)],
  ]
  const body = await bodyOf([{ kind: 'table', name: '表', columns, rows: rowsOf, notes: ['注：1. 截止日'] }])
  const cells = rows(body).join('')
  expect(cells).toContain('详见表后〔1〕')
  expect(cells).toContain('详见表后〔2〕')
  expect(cells).not.toContain(long(1))
  const after = body.slice(body.lastIndexOf('</w:tbl>'))
  for (const no of [1, 2]) expect(after).toContain(`〔${no}〕${long(no)}`)
  expect(after.indexOf('注：1. 截止日')).toBeLessThan(after.indexOf('〔1〕'))
  expect(rows(body).every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
})
