import { expect, test } from 'vitest'
import { bytesOf, openZip } from '../files/zip.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { writeWord } from './word.ts'

async function bodyOf(blocks: readonly PaperBlock[]): Promise<string> {
  const paper: Paper = {
    title: '报告',
    subtitle: null,
    draft: null,
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
  const afterTable = await bodyOf([table(['一', '二', '三']), closing])
  expect(rows(afterTable).slice(0, 4).map(isKept)).toEqual([true, false, false, true])
  expect(paragraphs(afterTable).find((one) => one.includes('注一'))).toContain('<w:keepNext/>')
  const texts = paragraphs(await bodyOf([{ kind: 'text', text: '第一段\n第二段' }, closing]))
  expect(texts.find((one) => one.includes('第二段'))).toContain('<w:keepNext/>')
  expect(texts.find((one) => one.includes('第一段'))).not.toContain('<w:keepNext/>')
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

test('a row of many lines is split over pages, a short one is not', async () => {
  const body = await bodyOf([table(['短', '因企业搬迁推迟。'.repeat(200)])])
  expect(rows(body).map((row) => /<w:cantSplit\/>/.test(row))).toEqual([true, true, false])
})
