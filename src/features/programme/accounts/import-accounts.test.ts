import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import { type Cell, markedCells, sendWorkbook, sheetOf } from '../../../../tests/support/imports.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { registerUnit } from '../units/contract.ts'
import * as accounts from './contract.ts'
import * as contract from './import-contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
})
afterAll(() => world.stop())

const heads = ['单位', '统一社会信用代码', '岗位', '账号']
const book = (...rows: Cell[][]) => sheetOf([heads, ...rows], '账号')
const admin = () => world.administrator()

async function preview(content: Buffer) {
  const asked = { params: {}, search: {} }
  return sendWorkbook<contract.AccountsPreview>(await admin(), contract.previewAccounts, asked, { content })
}

async function confirm(content: Buffer, digest: string, acceptedWarnings = 0) {
  const asked = { params: {}, search: { digest, acceptedWarnings } }
  return sendWorkbook<{ imported: number }>(await admin(), contract.importAccounts, asked, { content })
}

const standing = async () => Number((await world.sql<{ n: string }>('select count(*) as n from accounts'))[0]?.n)
const places = (all: readonly { cell: string; zh: string }[]) => all.map(({ cell, zh }) => `${cell} ${zh}`)

it('reads the template as it makes it, in both languages', async () => {
  for (const [language, post] of [
    ['zh', '园区服务专员'],
    ['en', 'Park service officer'],
  ] as const) {
    const answer = await (await admin()).call(contract.accountTemplate, { search: { language } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((answer as unknown as { raw: Buffer }).raw as never)
    workbook.worksheets[0]?.addRow([county.first.name, null, post, `${county.first.name}·模板${language}`])
    const { body } = await preview(Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(body).toMatchObject({ problems: [], posts: [{ post: 'service-officer', accounts: 1 }], units: 1 })
  }
})

it('says what every cell is wrong with, writes nothing, and marks a copy', async () => {
  const before = await standing()
  const content = await book(
    ['嘉善县', null, '县经信经办', '嘉善县经信局·甲'],
    ['嘉兴', null, '县经信经办', '嘉善县经信局·乙'],
    ['嘉善县', null, '园区负责人', '嘉善县经信局·经办'],
    [county.first.name, county.second.uscc, '园区负责人', '嘉善县经信局·甲'],
    ['嘉善县', null, '县长', null],
  )
  const { body } = await preview(content)
  expect(places(body.problems)).toEqual([
    'A3 没有名为“嘉兴”的单位。',
    'C4 该岗位不能设在嘉善县。',
    'D4 账号名称已被使用。',
    `B5 “${county.first.name}”的统一社会信用代码不是这一个。`,
    expect.stringMatching(/^D5 账号名称与 .*D2 相同。$/),
    expect.stringMatching(/^C6 “县长”不在可选项中/),
    expect.stringMatching(/^D6 /),
  ])
  expect([body.posts, body.units]).toEqual([[], 0])
  expect((await confirm(content, body.digest)).status).toBe(422)
  const asked = { params: {}, search: { language: 'zh' } }
  const copy = await sendWorkbook<unknown>(await admin(), contract.markAccounts, asked, { content })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(copy.raw as never)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  expect(markedCells(sheet)).toEqual(['A3', 'B5', 'C4', 'C6', 'D4:D6'])
  expect(await standing()).toBe(before)
})

it('asks for the code where two units have the name, and takes it', async () => {
  const [foreign] = await world.sql<{ id: string }>(`select id from units where name = '海宁市'`)
  const twins = [
    { parentId: county.countyId, uscc: sampleUscc(21) },
    { parentId: foreign?.id ?? '', uscc: sampleUscc(22) },
  ]
  for (const twin of twins)
    await (await admin()).done(registerUnit, { body: { kind: 'park', name: '同名园', ...twin } })
  const bare = await preview(await book(['同名园', null, '园区服务专员', '同名园·专员']))
  expect(places(bare.body.problems)).toEqual(['A2 有 2 个名为“同名园”的单位，请填写统一社会信用代码。'])
  const told = await preview(await book(['同名园', sampleUscc(22), '园区服务专员', '同名园·专员']))
  expect(told.body).toMatchObject({ problems: [], units: 1 })
})

it('takes all rows with the digest that was told, or none', async () => {
  const before = await standing()
  const content = await book(
    ['嘉善县', null, '县经信经办', '嘉善县经信局·甲'],
    [county.first.name, county.first.uscc, '园区服务专员', `${county.first.name}·甲`],
  )
  const { body } = await preview(content)
  expect(body).toMatchObject({
    problems: [],
    posts: [
      { post: 'economy-officer', accounts: 1 },
      { post: 'service-officer', accounts: 1 },
    ],
    units: 2,
  })
  expect((await confirm(content, '0'.repeat(64))).status).toBe(409)
  expect((await confirm(content, body.digest)).body).toEqual({ imported: 2, toApprove: 1 })
  expect(await standing()).toBe(before + 2)
  // A second time the names are taken.
  const again = await confirm(content, body.digest)
  expect([again.status, await standing()]).toEqual([422, before + 2])
  // A slip is made for that of the park; that of the bureau waits for the second administrator.
  const { accounts: waiting } = await (await admin()).done(accounts.listAccounts, { search: { waiting: 'yes' } })
  expect(waiting.map(({ name }) => name)).toEqual([`${county.first.name}·甲`])
  const { accounts: asked } = await (await admin()).done(accounts.listAccounts, { search: { asked: 'yes' } })
  expect(asked.map(({ name }) => name)).toEqual(['嘉善县经信局·甲'])
  const [event] = await world.sql<{ after: object }>(`select after from audit_events where kind = 'account.imported'`)
  expect(event?.after).toMatchObject({ fileName: '导入.xlsx', accounts: 2, acceptedWarnings: [] })
})

it('is the administrator’s alone', async () => {
  const officer = await world.as('省经信厅·处室')
  const content = await book(['嘉善县', null, '县经信经办', '嘉善县经信局·丙'])
  const asked = { params: {}, search: {} }
  expect((await sendWorkbook(officer, contract.previewAccounts, asked, { content })).status).toBe(403)
})
