import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveFiling, openOf, planOf, submit, writeSections } from '../../../../database/demo/course.ts'
import { approve, type County, demoCounty, draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { FormRow } from '../../../policy/filings/forms.ts'
import * as tranches from '../../money/funds/tranche-contract.ts'
import * as filings from '../course/contract.ts'
import * as papers from './contract.ts'

const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'

let world: World
let county: County
let plan: { filingId: string; code: string }
let draft = ''
let list: { filingId: string; code: string }

beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  const { first, second } = county
  await draftPlan(world, first)
  await submitPlan(world, first)
  await approve(world, first, economy)
  const filingId = await planOf(await world.as(economy), first.pilotId)
  plan = { filingId, code: await codeOf(filingId) }
  await draftPlan(world, second)
  draft = await planOf(await world.as(economy), second.pilotId)
  list = await liaisonList()
})
afterAll(() => world.stop())

const officer = (id: string, unitKind: string, unit: string, seat = 'A'): FormRow => ({
  id,
  unitKind,
  unit,
  name: `联络员${id}`,
  office: '中小企业科',
  duty: '=1+1',
  phone: '0573-8400000',
  mobile: '13900000000',
  seat,
  from: '2026-04-01',
  until: '',
  remark: '<甲&乙>\u0007',
})

/** Filed by the economy bureau; finance has approved it. */
async function liaisonList() {
  const client = await world.as(economy)
  const filingId = await openOf(client, { batchId: county.batchId, parkId: county.countyId }, 'liaison-list')
  const params = { filingId }
  const park = (id: string, unit: string) => officer(id, 'park', unit)
  const rows = [
    officer('1', 'economy', '嘉善县经信局'),
    officer('2', 'economy', '嘉善县经信局', 'B'),
    officer('3', 'finance', '嘉善县财政局'),
    officer('6', 'finance', '嘉善县财政局', 'B'),
    park('4', county.first.name),
    park('5', county.second.name),
  ]
  await writeSections(client, filingId, { officers: { rows } })
  const { gaps } = await client.done(filings.showFiling, { params })
  expect(gaps.filter((gap) => gap.severity === 'error')).toEqual([])
  await submit(client, filingId)
  await approveFiling(await world.as(finance), filingId)
  return { filingId, code: await codeOf(filingId) }
}

/** The code at the foot of the paper that stands. */
async function codeOf(filingId: string): Promise<string> {
  const { paperFoot } = await (await world.as(economy)).done(filings.showFiling, { params: { filingId } })
  return /验证码 ([0-9A-F-]{19})/.exec(paperFoot?.zh ?? '')?.[1] ?? 'no code'
}

async function word(filingId: string, by: string, search = {}) {
  const answer = await (await world.as(by)).call(papers.filingWord, { params: { filingId }, search })
  expect(answer.status).toBe(200)
  return { ...(await readWord(answer.raw)), headers: answer.headers }
}

async function sheets(filingId: string, by: string) {
  const answer = await (await world.as(by)).call(papers.filingSheets, { params: { filingId } })
  expect(answer.status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.raw as never)
  return book.worksheets
}

describe('a plan on paper', () => {
  it('has the title, every part, both boxes, version and code (G3.1)', async () => {
    const paper = await word(plan.filingId, finance)
    expect(paper.paragraphs.slice(0, 2)).toEqual([
      '园区精准服务中小微企业财政专项激励试点',
      '嘉善归谷智造园服务计划与资金使用方案',
    ])
    for (const heading of ['一、服务计划与进度', '三、资金使用方案', '四、资金内控制度', '七、审核意见']) {
      expect(paper.paragraphs).toContain(heading)
    }
    const [, services, , , lines, , enterprises, boxes] = paper.tables
    expect(services?.[0]).toEqual(['序号', '类别', '服务内容', '数量', '单位', '开始季度', '结束季度'])
    expect(lines?.at(-1)?.slice(0, 2)).toEqual(['', '合计'])
    expect(lines?.at(-1)).toContain('5,000,000.00')
    expect(enterprises?.length).toBeGreaterThan(3)
    expect(boxes?.flat().join('\n')).toMatch(/嘉善县经信局意见\n同意。/)
    expect(boxes?.flat().join('\n')).toMatch(/嘉善县财政局意见\n+（盖章）/)
    expect(paper.feet).toContain(`第1版　第2次出具　2026-04-01 09:00　验证码 ${plan.code}　在本系统登录页`)
    expect(paper.feet).toContain('— ')
    expect(paper.heads.trim()).toBe('')
  })

  it('is set as the standard asks: fonts, A4, wide tables across, heads of tables on every page', async () => {
    const { fonts, pages, repeated, tables } = await word(plan.filingId, economy)
    expect(fonts).toEqual(expect.arrayContaining(['方正小标宋简体', '仿宋_GB2312', '黑体']))
    expect(pages).toEqual(['210×297', '297×210', '210×297'])
    expect(repeated).toBe(tables.length - 2)
  })

  it('of a draft says so on every page and has no code', async () => {
    const { heads, feet } = await word(draft, `${county.second.name}·负责人`)
    expect(heads).toContain('未报送，不作为正式文件')
    expect(feet).toContain('未出具，无验证码')
    expect(feet).not.toMatch(/[0-9A-F]{4}-[0-9A-F]{4}/)
  })

  it('is a workbook with one sheet a table, its sums and the code', async () => {
    const found = await sheets(plan.filingId, finance)
    expect(found.map((sheet) => sheet.name)).toEqual([
      '服务计划与进度',
      '合作服务机构清单',
      '服务产品清单',
      '资金使用方案',
      '绩效目标清单',
      '试点企业',
    ])
    expect(found[3]?.headerFooter.oddFooter).toContain(plan.code)
    expect(found[3]?.getRow(2).getCell(1).value).toBe('嘉善归谷智造园服务计划与资金使用方案（资金使用方案）')
    const sums = found[3]?.getRows(1, found[3].rowCount)?.find((row) => row.getCell(2).value === '合计')
    expect(sums?.getCell(6).value).toBe(5_000_000)
  })

  it('speaks English where it is asked to', async () => {
    const paper = await word(plan.filingId, economy, { language: 'en' })
    expect(paper.paragraphs).toContain('3. Fund-use plan')
    expect(paper.feet).toContain(`code ${plan.code}`)
  })
})

describe('a form on paper', () => {
  it('is drawn from its definition, row by row, with who speaks on it (G5.1, GA3)', async () => {
    const paper = await word(list.filingId, economy)
    expect(paper.paragraphs[1]).toBe('嘉善县联络员名单')
    expect(paper.pages).toEqual(['297×210'])
    const [rows, boxes] = paper.tables
    expect(rows?.[0]?.slice(0, 4)).toEqual(['序号', '单位类别', '单位全称', '姓名'])
    expect(rows?.length).toBe(7)
    expect(rows?.[1]).toContain('=1+1')
    expect(rows?.[1]?.at(-1)).toBe('<甲&乙>')
    expect(boxes?.flat().map((box) => box.split('\n')[0])).toEqual([
      '报送单位：嘉善县经信局',
      '嘉善县财政局意见',
      '省经信厅备案',
    ])
    expect(paper.feet).toContain(list.code)
  })

  it('is told in part to whoever verifies it: nobody learns a name or a number from it (GA3)', async () => {
    const { papers: found } = await world.stranger().done(papers.verifyPaper, { params: { code: list.code } })
    const [row] = found[0]?.told.zh.tables[0]?.rows ?? []
    expect(row?.slice(2, 8)).toEqual(['嘉善县经信局', '联＊＊＊', '中小企业科', '=1+1', '057****0000', '139****0000'])
    expect(JSON.stringify(found)).not.toMatch(/联络员1|0573-8400000|13900000000/)
  })

  it('keeps text as text in the workbook', async () => {
    const [sheet] = await sheets(list.filingId, economy)
    const cells = sheet?.getRows(1, sheet.rowCount)?.flatMap((row) => row.values as ExcelJS.CellValue[]) ?? []
    expect(cells).toContain('=1+1')
  })

  it('has the versions that were filed, and no other', async () => {
    const client = await world.as(economy)
    const ask = async (version: number) =>
      (await client.call(papers.filingWord, { params: { filingId: list.filingId }, search: { version } })).status
    expect([await ask(1), await ask(2)]).toEqual([200, 404])
  })
})

describe('whose papers', () => {
  it.each(['海宁市经信局·经办', '海宁皮革时尚园·负责人'])(
    '%s gets neither word nor sheet of another county',
    async (by) => {
      const client = await world.as(by)
      for (const { filingId } of [plan, list]) {
        expect((await client.call(papers.filingWord, { params: { filingId } })).status).toBe(404)
        expect((await client.call(papers.filingSheets, { params: { filingId } })).status).toBe(404)
      }
      const params = { pilotId: county.first.pilotId, no: 1 }
      expect((await client.call(tranches.trancheWord, { params })).status).toBe(404)
    },
  )

  it('a park does not read what its county files', async () => {
    const client = await world.as(`${county.first.name}·负责人`)
    expect((await client.call(papers.filingWord, { params: { filingId: list.filingId } })).status).toBe(404)
  })
})

it('checks the gate of a tranche line by line on its paper (G4.2)', async () => {
  const client = await world.as(economy)
  const params = { pilotId: county.first.pilotId, no: 2 }
  const paper = await readWord((await client.call(tranches.trancheWord, { params })).raw)
  expect(paper.paragraphs[1]).toBe('嘉善归谷智造园第二期资金拨付建议')
  expect(paper.heads).toContain('尚未提出拨付建议')
  const gate = paper.tables[1] ?? []
  expect(gate.slice(1).map((row) => row.at(-1))).toContain('不符合')
  expect(gate[1]?.[2]).toBe('G3.1')
  expect(paper.tables[0]?.flat()).toContain('方案尚未批准')
  expect(paper.feet).toContain('未出具，无验证码')
  expect((await client.call(tranches.trancheWord, { params: { ...params, no: 9 } })).status).toBe(404)
})
