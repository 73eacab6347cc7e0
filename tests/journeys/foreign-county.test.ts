import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import type { Park } from '../../database/demo/programme.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { openReturn } from '../support/returns.ts'
import { enterprisesOf, serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let foreigner: Person
let files: string[] = []
let places: string[] = []
let downloads: string[] = []
/** Everything of the other county says one of these. */
const theirs = /嘉善|归谷|FW2026-/

beforeAll(async () => {
  story = await startStory('foreign-county', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  const serviceId = await serviceAt(world, park, 'delivered', { complete: true })
  const officer = await world.as(`${park.name}·服务专员`)
  const service = await officer.done(services.showService, { params: { serviceId } })
  files = service.evidence.map(({ file }) => file.fileId)
  await story.setClock('2026-07-02T10:00:00+08:00')
  const filingId = await openReturn(world, park, '2026Q2')
  const planId = await planOf(officer, park.pilotId)
  const enterprise = (await enterprisesOf(world, park))[0]?.enterpriseId
  const pilot = `/pilots/${park.pilotId}`
  places = [
    pilot,
    `${pilot}/plan`,
    `${pilot}/plan/review`,
    `${pilot}/money`,
    `${pilot}/money/lines`,
    `${pilot}/money/ledger`,
    `${pilot}/payments`,
    `${pilot}/enterprises`,
    `${pilot}/enterprises/${enterprise}`,
    `${pilot}/returns`,
    `${pilot}/activities`,
    `/services/${serviceId}`,
    `/services/${serviceId}/payments`,
    `/returns/${filingId}`,
  ]
  downloads = [
    ...files.flatMap((id) => ['content', 'view', 'preview'].map((part) => `/api/files/${id}/${part}`)),
    `/api${pilot}/ledger/export`,
    `/api/filings/${planId}/sections/enterprises/template`,
    `/api/filings/${filingId}/paper.xlsx`,
  ]
  foreigner = await story.person('海宁市经信局·经办')
})
afterAll(() => story?.close())

/** The words on the page apart from what this person typed into a filter. */
const words = (seat: Person) => seat.page.locator('main').textContent()

describe('an officer of another county', () => {
  it('finds nothing of it at home, in the navigation and in lists', async () => {
    expect(await words(foreigner)).not.toMatch(theirs)
    await foreigner.step('待办')
    const links = foreigner.page.getByRole('navigation', { name: '主导航' }).getByRole('link')
    const names = (await links.allInnerTexts()).map((name) => name.trim())
    expect(names.length).toBeGreaterThan(2)
    for (const name of names) {
      await foreigner.follow(name)
      await foreigner.lacks(theirs)
      await foreigner.step(name)
    }
    await foreigner.go('/pilots')
    await foreigner.sees('海宁皮革时尚园')
    expect(await words(foreigner)).not.toMatch(theirs)
  })

  it('finds nothing by searching, nor by an address that names its park', async () => {
    await foreigner.go('/services')
    await foreigner.fill('企业', '归谷')
    await foreigner.page.keyboard.press('Enter')
    await foreigner.sees('没有符合筛选条件的记录')
    await foreigner.step('查询无结果')
    for (const path of [
      `/services?pilotId=${park.pilotId}`,
      '/services?no=FW2026',
      `/findings?pilotId=${park.pilotId}`,
      `/pilots/${park.pilotId}/services`,
    ]) {
      await foreigner.go(path)
      expect(await words(foreigner), path).not.toMatch(theirs)
    }
  })

  it('meets the page that does not exist at every direct address', async () => {
    for (const path of places) {
      await foreigner.go(path)
      await foreigner.sees(/页面不存在|未找到该内容|没有找到该/)
      expect(await words(foreigner), path).not.toMatch(theirs)
    }
    await foreigner.step('页面不存在')
  })

  it('gets no file, no picture and no workbook of it', async () => {
    expect(files.length).toBeGreaterThan(3)
    for (const path of downloads) {
      expect((await foreigner.page.request.get(path)).status(), path).toBe(404)
    }
    const own = await story.person(`${park.name}·服务专员`)
    for (const path of downloads) {
      expect([200, 404], path).toContain((await own.page.request.get(path)).status())
      if (!path.endsWith('/preview')) expect((await own.page.request.get(path)).status(), path).toBe(200)
    }
  })

  it('exports a list without a row of it', async () => {
    await foreigner.go('/services')
    const { content } = await foreigner.download('导出 Excel')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(content as unknown as ExcelJS.Buffer)
    const text = workbook.worksheets.flatMap((sheet) =>
      Array.from({ length: sheet.rowCount }, (_, i) => JSON.stringify(sheet.getRow(i + 1).values)),
    )
    expect(text.length).toBeGreaterThan(1)
    expect(text.join('\n')).not.toMatch(theirs)
  })
})
