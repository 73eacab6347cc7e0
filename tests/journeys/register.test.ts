import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { openAccount, type Park } from '../../database/demo/programme.ts'
import * as register from '../../src/features/delivery/register/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import type { Paper } from '../support/hands.ts'
import { enterprisesOf } from '../support/services.ts'

let story: Story
let park: Park
let officer: Person
const firms: { enterpriseId: string; name: string }[] = []

beforeAll(async () => {
  story = await startStory('register', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  firms.push(...(await enterprisesOf(story.world, park)))
  await story.setClock('2026-06-20T10:00:00+08:00')
})
afterAll(() => story?.close())

const nameOf = (no: number) => firms[no]?.name ?? ''
const certificate = (title: string): Paper => ({
  name: `${title}.pdf`,
  content: makePdf({ title, lines: [park.name, title] }),
})

async function atRegister(person: Person, no: number): Promise<void> {
  await person.follow('企业成果')
  await person.follow(new RegExp(nameOf(no)))
  await person.sees(nameOf(no), '企业成果登记')
}

async function fillIn({ dialog }: Person, number: string, paper: string): Promise<void> {
  await dialog.choose('类型', '发明专利')
  await dialog.fill('授权号', number)
  await dialog.day('授权日期', '2026-05-06')
  await dialog.attach('授权证书', certificate(paper))
}

describe('the register of an enterprise (G3.5)', () => {
  it('is entered by the park with a paper; its holder stands there already', async () => {
    officer = await story.person(`${park.name}·服务专员`)
    await atRegister(officer, 0)
    await officer.sees('还没有登记。')
    await officer.step('空的登记')
    await officer.press('登记成果')
    await fillIn(officer, 'ZL202510000001.2', '证书一')
    await officer.step('登记一项')
    await officer.submit('提交')
    await officer.sees('知识产权 · 发明专利', 'ZL202510000001.2', '计入')
    await officer.step('已登记')
  })

  it('refuses the number at another firm, at its field, and keeps what was typed', async () => {
    await atRegister(officer, 1)
    await officer.press('登记成果')
    await fillIn(officer, 'ＺＬ２０２５１００００００１．２', '证书二')
    await officer.dialog.press('提交')
    expect(await officer.dialog.told('授权号')).toMatch(/已经登记过，全省只计一次/)
    await officer.step('号码重复')
    await officer.dialog.fill('授权号', 'ZL202510000002.7')
    await officer.submit('提交')
    await officer.sees('ZL202510000002.7')
  })

  it('is corrected and withdrawn with a reason; what was said before stays in sight', async () => {
    await officer.press('更正')
    await officer.dialog.fill('授权号', 'ZL202510000003.4')
    await officer.dialog.fill('原因', '号码录错一位，按证书更正')
    await officer.submit('提交')
    await officer.sees('ZL202510000003.4', '更正 1 次', '更正前的内容', '发明专利，ZL202510000002.7')
    await officer.press('撤回')
    await officer.dialog.fill('理由', '证书不是本企业的')
    await officer.submit('撤回')
    await officer.sees('已撤回')
    await officer.step('已撤回')
  })

  it('is what the enterprise’s contact comes to from the navigation, and keeps too', async () => {
    const { world } = story
    const [unit] = await world.sql(`select unit_id as id from pilot_enterprises where id = '${firms[2]?.enterpriseId}'`)
    const name = '试点企业·联系人'
    await openAccount(world, String(unit?.id), 'enterprise-contact', name)
    const contact = await story.person(name, { phone: true })
    await contact.navigate('/registers')
    await contact.sees(nameOf(2), '企业成果登记')
    await contact.press('登记成果')
    await fillIn(contact, 'ZL202510000004.9', '证书四')
    await contact.submit('提交')
    await contact.sees('ZL202510000004.9')
    await contact.step('企业联系人')
    const params = { enterpriseId: firms[2]?.enterpriseId ?? '' }
    const { entries } = await (await world.as(name)).done(register.showRegister, { params })
    expect(entries).toMatchObject([{ number: 'ZL202510000004.9', writtenBy: name }])
  })

  it('makes a figure of the table, which opens its entries', async () => {
    await story.setClock('2026-07-03T10:00:00+08:00')
    officer = await story.person(`${park.name}·服务专员`)
    await officer.go(`/pilots/${park.pilotId}/returns`)
    await officer.press('生成季报')
    await officer.page.getByRole('link', { name: /新增知识产权（授权）总累计：查看依据 2$/ }).click()
    await officer.dialog.sees(nameOf(0), 'ZL202510000001.2', nameOf(2))
    await officer.step('指标的登记')
    await officer.dialog.area
      .getByRole('link', { name: new RegExp(nameOf(0)) })
      .first()
      .click()
    await officer.sees('企业成果登记', 'ZL202510000001.2')
  })
})
