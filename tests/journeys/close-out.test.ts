import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { cancelService } from '../../src/features/delivery/services/order-contract.ts'
import { verifySealed } from '../../src/platform/files/sealed-zip.ts'
import { bytesOf } from '../../src/platform/files/zip.ts'
import { archivePapers } from '../../src/policy/oversight/archive.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { officerOf, serviceAt } from '../support/services.ts'
import { settledOn, settledPilot } from '../support/settled.ts'

let story: Story
let park: Park
let serviceIds: readonly string[] = []
let openId = ''
let economy: Person
let province: Person

beforeAll(async () => {
  story = await startStory('close-out', { at: '2026-04-01T09:00:00+08:00' })
  const { world } = story
  ;({ park, serviceIds } = await settledPilot(world))
  world.setClock('2027-12-20')
  openId = await serviceAt(world, park, 'needed', { enterprise: 1 })
  await story.setClock(settledOn)
}, 300_000)
afterAll(() => story?.close())

const page = () => `/pilots/${park.pilotId}/close-out`

describe('a pilot is closed (G5.3)', () => {
  it('waits for what is still open, named and one click away', async () => {
    economy = await story.person('嘉善县经信局·经办')
    await economy.go(page())
    await economy.sees('结项条件', '实施期已满', '服务全部归档或取消', '未满足', '终期评价已完成')
    await economy.step('条件未满足')
    await economy.sees(/结项条件“服务全部归档或取消”尚未满足/)
    await economy.follow(/FW2027-\d+ .*（待选定）/)
    await economy.sees('待选定')
    const body = { reason: '企业需求已另行解决' }
    const officer = await story.world.as(officerOf(park))
    await officer.done(cancelService, { params: { serviceId: openId }, body })
  })

  it('is proposed, sent back with a reason and proposed again', async () => {
    await economy.go(page())
    await economy.press('提出结项')
    await economy.dialog.fill('说明', '两年任务完成，资金全部结清')
    await economy.submit('提出结项')
    await economy.sees('待县财政确认', '两年任务完成，资金全部结清')
    const finance = await story.person('嘉善县财政局·经办')
    await finance.go(page())
    await finance.press('退回或撤回')
    await finance.dialog.fill('理由', '银行回单需再核对一遍')
    await finance.submit('退回或撤回')
    await finance.sees('以往办理', '银行回单需再核对一遍', '尚未提出结项。')
    await finance.step('退回之后')
    await economy.go(page())
    await economy.press('提出结项')
    await economy.submit('提出结项')
    await finance.go(page())
    await finance.press('确认结项')
    await finance.submit('确认结项')
    await finance.sees('待省级备案')
  })

  it('is closed by the province, once, after being told that nothing changes any more', async () => {
    province = await story.person('省经信厅·处室')
    await province.go(page())
    await province.press('备案并结项')
    await province.dialog.sees('备案后该试点的任何内容都不能再改动')
    await province.step('备案之前')
    await province.submit('备案并结项')
    await province.sees('试点已结项', '已于 2028-04-10 备案结项', '已结项')
    await province.lacks('提出结项')
    await province.step('已结项')
  })

  it('hands out its archive, which verifies without the product', async () => {
    const { name, content } = await province.download('下载归档包')
    expect(name).toBe('嘉善善结试点园-2026年批次-结项归档包.zip')
    const { checked, problems } = await verifySealed(bytesOf(content), archivePapers.manifest)
    expect([checked > 60, problems]).toEqual([true, []])
  })

  it('is read-only for its park, and says so at every button', async () => {
    const officer = await story.person(officerOf(park), { phone: true })
    await officer.go(`/services/${serviceIds[0]}`)
    await officer.sees(/的试点已于 2028-04-10 结项，只供查阅/)
    await officer.step('已结项的服务')
    await officer.go(page())
    await officer.sees('试点已结项')
    await officer.step('手机上的结项')
    await economy.go(`/pilots/${park.pilotId}/measures`)
    await economy.sees('试点已于 2028-04-10 结项。此后只办理：就查实的事实收回资金')
    await economy.press('作出处理')
    await economy.dialog.lacks('扣减', '通报批评')
    await economy.step('结项后的处理措施')
    await economy.dialog.press('返回')
    await officer.go('/')
    await officer.sees('没有需要您办理的事项')
    await province.press('English')
    await province.sees(
      'The pilot is closed',
      'Every service is closed or cancelled',
      'The final evaluation is done',
      'Download the archive',
    )
    await province.step('in English')
  })
})
