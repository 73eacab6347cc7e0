import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from '../../../../database/demo/photos.ts'
import { approve, approvedPilot, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { type Cell, markedCells, sendWorkbook, sheetOf } from '../../../../tests/support/imports.ts'
import { enterprisesOf, officerOf } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import * as register from './contract.ts'
import * as contract from './import-contract.ts'

let world: World
let park: Park
let foreign: Park
let firms: { enterpriseId: string; name: string; uscc: string }[]
beforeAll(async () => {
  world = await startWorld()
  const county = await approvedPilot(world)
  park = county.first
  foreign = county.foreign
  world.setClock('2026-06-20')
  firms = await enterprisesOf(world, park)
})
afterAll(() => world.stop())

const heads = ['统一社会信用代码', '企业名称', '类型', '号码', '日期', '相关单位', '金额（元）', '证明材料文件名']
const officer = () => world.as(officerOf(park))
const params = () => ({ pilotId: park.pilotId })
const firm = (no: number) => firms[no] ?? { enterpriseId: '', name: '', uscc: '' }

/** A row about the firm of that number: its sort, number, day, party, sum and paper. */
const row = (no: number, ...rest: Cell[]): Cell[] => [firm(no).uscc, firm(no).name, ...rest]
const book = (...rows: Cell[][]) => sheetOf([heads, ...rows], '企业成果登记')

async function putPapers(...names: string[]) {
  const client = await officer()
  for (const name of names) await client.upload(name, makePdf({ title: name, lines: [`${Math.random()}`] }))
}

async function preview(content: Buffer) {
  const sent = await sendWorkbook<contract.EntriesPreview>(
    await officer(),
    contract.previewEntries,
    { params: params(), search: {} },
    { content },
  )
  return sent
}

async function confirm(content: Buffer, accepted: { digest: string; acceptedWarnings?: number }) {
  const search = { acceptedWarnings: 0, ...accepted }
  const sent = await sendWorkbook<{ imported: number }>(
    await officer(),
    contract.importEntries,
    { params: params(), search },
    { content },
  )
  return sent
}

const entered = async (): Promise<number> =>
  Number((await world.sql<{ n: string }>('select count(*) as n from register_entries'))[0]?.n)
const places = (all: readonly { cell: string; zh: string }[]) => all.map(({ cell, zh }) => `${cell} ${zh}`)

it('reads the template as it makes it, in both languages', async () => {
  for (const [language, sort] of [
    ['zh', '发明专利'],
    ['en', 'invention'],
  ] as const) {
    const answer = await (await officer()).call(contract.registerTemplate, { params: params(), search: { language } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((answer as unknown as { raw: Buffer }).raw as never)
    const [sheet] = workbook.worksheets
    if (!sheet) throw new Error('no sheet')
    const told = JSON.stringify(workbook.worksheets.map((one) => one.getSheetValues()))
    expect(told).toContain(editionOf('zj-2023').name[language])
    await putPapers(`模板-${language}.pdf`)
    sheet.addRow(row(0, sort, `ZL2026000${language}`, '2026-05-06', firm(0).name, null, `模板-${language}`))
    const { body } = await preview(Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(body).toMatchObject({ problems: [], kinds: [{ kind: 'intellectual-property', entries: 1 }], enterprises: 1 })
  }
})

it('says which cell is wrong and why, and writes nothing, not even the rows that are right', async () => {
  await putPapers('借款.pdf', '证书.pdf')
  const content = await book(
    row(0, '借款', 'JK-2026-1', '2026-05-20', '某银行', 3_000_000, '借款.pdf'),
    row(1, '借款', 'JK-2026-2', '2026-06-21', '某银行', null, '没有上传.pdf'),
    ['91330421MA2B0YPA07', '外地企业', '管理体系认证', '00126Q9', '2026-04-10', '某认证公司', null, '证书.pdf'],
    row(2, '发明专利', 'ZL1', '2026-05-06', '别家有限公司', null, '证书.pdf'),
    row(3, '创新型中小企业', '浙经信〔2026〕20号', '2026-05-01', '123', '三百万', '借款.pdf'),
  )
  const before = await entered()
  const { status, body } = await preview(content)
  expect(status).toBe(200)
  expect(body.kinds).toEqual([])
  expect(places(body.problems)).toEqual([
    'E3 日期 2026-06-21 晚于今天（2026-06-20）。',
    'G3 请填写到账金额，须大于零。',
    'H3 没有找到您上传的证明材料“没有上传.pdf”。请先上传，文件名须与表中一致；已经用于其他记录的不能再用。',
    expect.stringMatching(/^A4 /),
    'F5 权利人“别家有限公司”不是本企业“' + firm(2).name + '”，不计入本企业。',
    expect.stringMatching(/^H5 “证书\.pdf”已用于 企业成果登记!D4。/),
    'C6 “创新型中小企业”这一名称用到 2026-03-31 为止；之后公布的，请选择新名称。',
    'F6 请用文字写明，不能只有数字或符号',
    'G6 “三百万”不是金额（元，最多两位小数）。',
  ])
  expect(body.problems.every(({ sheet, en }) => sheet === '企业成果登记' && en !== '')).toBe(true)
  const no = await confirm(content, { digest: body.digest })
  expect([no.status, no.body.error?.code]).toEqual([422, 'import.problems'])
  expect(await entered()).toBe(before)
  const marked = await sendWorkbook<unknown>(
    await officer(),
    contract.markEntries,
    { params: params(), search: { language: 'zh' } },
    { content },
  )
  const copy = new ExcelJS.Workbook()
  await copy.xlsx.load(marked.raw as never)
  expect(markedCells(copy.worksheets[0] as ExcelJS.Worksheet)).toContain('H3')
})

it('refuses a number that counts already: in the file, in a register, in another county, whose is not told', async () => {
  await putPapers('甲.pdf', '乙.pdf', '丙.pdf', '丁.pdf')
  const right = (no: number, number: string, paper: string) =>
    row(no, '发明专利', number, '2026-05-06', firm(no).name, null, paper)
  await draftPlan(world, foreign)
  await submitPlan(world, foreign)
  for (const bureau of ['经信局', '财政局']) await approve(world, foreign, `海宁市${bureau}·经办`)
  await world.sql(
    `insert into register_entries (id, pilot_id, enterprise_id, uscc, kind, sort, number, number_key, dated_on, party, file_id,
                                   recorded_by, recorded_at, written_by, written_at, scope)
     select gen_random_uuid(), e.pilot_id, e.id, e.uscc, 'intellectual-property', 'invention', 'ZL900', 'ZL900', '2026-05-06', e.name,
            f.id, f.uploaded_by, $2, f.uploaded_by, $2, e.scope
       from pilot_enterprises e, files f where e.pilot_id = $1 limit 1`,
    [foreign.pilotId, world.now],
  )
  const { body } = await preview(
    await book(right(0, 'ZL-901', '甲'), right(1, 'zl 901', '乙'), right(0, 'ＺＬ901', '丙'), right(2, 'ZL900', '丁')),
  )
  expect(places(body.problems)).toEqual([
    'D3 与 企业成果登记!D2 是同一项，全省只计一次。',
    'D4 与 企业成果登记!D2 是同一项，全省只计一次。',
    'D5 这一授权号已经登记过，全省只计一次；请核对号码。',
  ])
  expect(JSON.stringify(body)).not.toContain(foreign.name)
})

it('enters all rows at once when the account is confirmed; a public list proves the titles of several firms', async () => {
  await putPapers('公布名单.pdf', '授权证书.pdf', '授权证书.pdf', '报表.pdf', '到账.pdf')
  const list = (no: number) =>
    row(no, '专精特新中小企业', '浙经信企服〔2026〕9号', '2026-05-10', '省经信厅', null, '公布名单.pdf')
  const content = await book(
    list(0),
    list(1),
    list(2),
    row(0, '发明专利', 'ZL2026101', '2026-05-06', firm(0).name, 5, '授权证书.pdf'),
    row(0, '营业收入', '2025', '2026-03-01', '某会计师事务所', '12,345,678.90', '报表.pdf'),
    row(1, '借款', 'JK-2026-7', '2026-05-20', '某银行', 3_000_000, '到账.pdf'),
  )
  const { body } = await preview(content)
  expect(body.problems).toEqual([])
  expect(places(body.warnings)).toEqual([
    'G5 “知识产权”不填金额，该金额不登记。',
    'H5 您上传过 2 件不同的“授权证书.pdf”，用最近上传的一件。',
  ])
  expect(body).toMatchObject({ enterprises: 3, kinds: expect.arrayContaining([{ kind: 'title', entries: 3 }]) })
  const before = await entered()
  expect((await confirm(content, { digest: body.digest })).body.error?.code).toBe('import.warnings-not-accepted')
  expect((await confirm(content, { digest: '0'.repeat(64), acceptedWarnings: 2 })).status).toBe(409)
  expect(await entered()).toBe(before)
  const done = await confirm(content, { digest: body.digest, acceptedWarnings: 2 })
  expect([done.status, done.body]).toMatchObject([200, { imported: 6 }])
  expect(await entered()).toBe(before + 6)
  const { entries } = await (await officer()).done(register.showRegister, { params: firm(0) })
  expect(entries.map(({ sort, number, amountFen, file }) => [sort, number, amountFen, file.name])).toEqual(
    expect.arrayContaining([
      ['srdi', '浙经信企服〔2026〕9号', null, '公布名单.pdf'],
      ['invention', 'ZL2026101', null, '授权证书.pdf'],
      ['revenue', '2025', 1_234_567_890, '报表.pdf'],
    ]),
  )
  const papers = await world.sql<{ files: string; bytes: string; bound: boolean }>(
    `select count(distinct f.id) as files, count(distinct f.hash) as bytes, bool_and(f.bound) as bound
       from register_entries r join files f on f.id = r.file_id where r.sort = 'srdi' and f.scope = r.scope`,
  )
  expect(papers).toEqual([{ files: '3', bytes: '1', bound: true }])
  const again = await confirm(content, { digest: body.digest, acceptedWarnings: 2 })
  expect(again.body.error?.code).toBe('import.problems')
})

it('takes 2,000 rows, and not one more', async () => {
  await putPapers('大名单.pdf')
  await world.sql(
    `insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope)
     select gen_random_uuid(), f.hash, f.size, f.media_type, 'P' || n || '.pdf', f.uploaded_by, f.uploaded_at, f.scope
       from files f, generate_series(1, 2000) n where f.name = '大名单.pdf'`,
  )
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      row(n % firms.length, '管理体系认证', `CERT-${n}`, '2026-04-10', '某认证公司', null, `P${n + 1}`),
    )
  const content = await book(...rows(2000))
  const { body } = await preview(content)
  expect([body.problems, body.warnings]).toEqual([[], []])
  const done = await confirm(content, { digest: body.digest })
  expect([done.status, done.body]).toMatchObject([200, { imported: 2000 }])
  expect((await preview(await book(...rows(2001)))).body.error?.code).toBe('import.too-many-rows')
})
