import { afterAll, beforeAll, describe, it } from 'vitest'
import { filingSteps, liaisonOfficers } from '../../database/demo/filings.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { approvedPilot, type County, type Park } from '../../database/demo/programme.ts'
import { requireSigning } from '../../src/features/filings/course/act-contract.ts'
import { type Story, startStory } from '../support/browser.ts'

const economy = '嘉善县经信局'
const finance = '嘉善县财政局'
const department = '省经信厅'
const account = { bank: '农业银行嘉善支行', number: '19330101040012345' }
let story: Story
let park: Park
let county: County

beforeAll(async () => {
  story = await startStory('signed-on-a-phone', { at: '2026-05-20T10:00:00+08:00' })
  const approved = await approvedPilot(story.world)
  county = approved
  park = approved.park
  const manager = await story.person(`${park.name}·负责人`, { path: `/pilots/${park.pilotId}/money` })
  await manager.sees('园区尚未登记')
  await manager.press('登记收款账户')
  await manager.dialog.fill('开户银行', account.bank)
  await manager.dialog.fill('账号', '1933 0101 0400 12345')
  await manager.submit('登记收款账户')
  await manager.sees(account.number)
  await manager.step('收款账户')
  for (const bureau of [economy, finance])
    await (await story.world.as(`${bureau}·负责人`)).done(requireSigning, { body: { required: true } })
})
afterAll(() => story?.close())

/** The county's list of officers, approved and not on record. */
async function listToRecord(): Promise<void> {
  const { batchId, countyId, first, second } = county
  const alone = { required: false, reason: '恢复一人办理' }
  await (await story.world.as(`${finance}·负责人`)).done(requireSigning, { body: alone })
  const rows = liaisonOfficers('嘉善县', [first.name, second.name], '2026-04-10')
  const steps = filingSteps(story.world, {
    ...{ county: '嘉善县', batchId, countyId, kind: 'liaison-list' },
    fill: { officers: () => ({ rows }) },
    days: { open: '2026-05-20', submit: '2026-05-20', approve: '2026-05-20' },
  })
  for (const { act } of steps) await act()
}

/** What stands in sight before anybody signs. */
const facts = [
  '本期金额',
  '收款单位',
  '1933****2345',
  '激励资金余额',
  '5,000,000.00',
  '现行方案',
  '第 1 版',
  '方案已审核通过',
]

describe('a tranche by two persons of each bureau (G4.2)', () => {
  it('is prepared by an officer of the economy bureau, sent back, prepared again', async () => {
    const officer = await story.person(`${economy}·经办`)
    await officer.follow(/提出拨付建议（拟定）.*第 1 期资金/)
    await officer.press('提出拨付建议（拟定）')
    await officer.dialog.sees('须两人办理')
    await officer.submit('拟定，送签发')
    await officer.sees('拨付建议 · 待签发', `拟定：${economy}·经办`)
    await officer.step('拟定的拨付建议')

    const leader = await story.person(`${economy}·负责人`, { phone: true })
    await leader.follow(/签发拨付建议.*第 1 期资金/)
    await leader.sees('1,500,000.00', ...facts)
    await leader.press('退回')
    await leader.dialog.fill('理由', '请写明依据')
    await leader.step('手机上退回')
    await leader.submit('退回')

    await officer.go(`/pilots/${park.pilotId}/money`)
    await officer.sees('未签发的拟定', '请写明依据')
    await officer.press('提出拨付建议（拟定）')
    await officer.dialog.fill('建议说明', '方案已审核通过，依据 G4.2')
    await officer.submit('拟定，送签发')
  })

  it('is signed by the leader on a phone, with all that decides in sight', async () => {
    const leader = await story.person(`${economy}·负责人`, { phone: true, path: '/' })
    await leader.follow(/签发拨付建议.*第 1 期资金/)
    await leader.sees('方案已审核通过，依据 G4.2', '3,500,000.00', ...facts)
    await leader.step('手机上签发')
    await leader.press('签发')
    await leader.submit('签发')
    await leader.sees('已建议', `${economy}·经办 拟定，${economy}·负责人 签发`)
  })

  it('is released by two in finance: the officer’s form shows the same facts, and nothing moves before the leader', async () => {
    const officer = await story.person(`${finance}·经办`)
    await officer.follow(/拨付资金（拟定）.*第 1 期资金/)
    await officer.press('登记拨付（拟定）')
    await officer.dialog.sees('须两人办理', ...facts)
    await officer.dialog.fill('支付凭证号', '财支2026-0417')
    await officer.dialog.day('支付日期', '2026-05-20')
    await officer.dialog.attach('支付凭证扫描件', {
      name: '凭证.pdf',
      content: makePdf({ title: '支付凭证', lines: ['财支2026-0417'] }),
    })
    await officer.step('拟定拨付')
    await officer.submit('拟定，送签发')
    await officer.sees('资金拨付 · 待签发', '在途 0.00 元')

    const leader = await story.person(`${finance}·负责人`, { phone: true })
    await leader.follow(/签发资金拨付.*第 1 期资金/)
    await leader.sees('财支2026-0417', '3,500,000.00', ...facts)
    await leader.step('手机上签发拨付')
    await leader.press('签发')
    await leader.submit('签发')
    await leader.sees('在途 1,500,000.00 元', `${finance}·经办 拟定，${finance}·负责人 签发`)
    await leader.step('两人办理的一期')
  })
})

describe('a recording by two persons of a department of the province', () => {
  it('is asked for by its leader on the page of signing, which says what the rules ask for', async () => {
    await listToRecord()
    const leader = await story.person(`${department}·负责人`, { path: '/signing' })
    await leader.sees('一人办理即生效', '未要求同一部门两人办理', 'G4.2')
    await leader.press('改为须负责人签发')
    await leader.dialog.sees('备案')
    await leader.submit('改为须负责人签发')
    await leader.sees('须负责人签发')
    await leader.step('省级部门的签发要求')
  })

  it('is prepared by an officer, who is nowhere told to sign, and signed by the leader on a phone', async () => {
    const officer = await story.person(`${department}·处室`)
    await officer.follow(/备案（拟定）.*联络员/)
    await officer.press('备案（拟定）')
    await officer.dialog.sees('须两人办理', '由负责人签发才生效')
    await officer.dialog.fill('备案号', '浙经信企服联〔2026〕47号')
    await officer.submit('拟定，送签发')
    await officer.sees('备案 · 待签发', '备案已拟定，待负责人签发')
    await officer.step('拟定的备案')

    const leader = await story.person(`${department}·负责人`, { phone: true })
    await leader.follow(/签发备案.*联络员/)
    await leader.sees('浙经信企服联〔2026〕47号')
    await leader.press('签发')
    await leader.step('手机上签发备案')
    await leader.submit('签发')
    await leader.sees('已备案', `${department}·处室 拟定，${department}·负责人 签发`)
  })
})
