import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { managerOf, officerOf, serviceAt } from '../support/services.ts'
import { closePilot, settledOn, settledPilot } from '../support/settled.ts'

let story: Story
let park: Park
let manager: Person

beforeAll(async () => {
  story = await startStory('standing-service', { at: '2026-04-01T09:00:00+08:00' })
  park = (await settledPilot(story.world)).park
  await story.setClock(settledOn)
  await closePilot(story.world, park)
}, 300_000)
afterAll(() => story?.close())

it('a park goes on serving after its pilot, from the page of the closed pilot (G6.1)', async () => {
  manager = await story.person(managerOf(park))
  await manager.go(`/pilots/${park.pilotId}`)
  await manager.sees('常态化服务', '试点已结项。园区可以继续为企业诊断和服务')
  await manager.press('开展常态化服务')
  await manager.dialog.sees('常态化服务不计入试点的指标、报表和合计，不使用奖补资金')
  await manager.step('确认之前')
  await manager.submit('开展常态化服务')
  await manager.sees('常态化服务·2026年批次', '企业与诊断')
  await manager.lacks('下一步', '激励资金')
  await manager.step('已开展')
})

it('a service of it is done like any other, and never counted', async () => {
  const pilotId = new URL(manager.page.url()).pathname.split('/')[2] ?? ''
  expect(pilotId).not.toBe(park.pilotId)
  const standing = { ...park, pilotId }
  const serviceId = await serviceAt(story.world, standing, 'confirmed', { complete: true, unpaid: true })
  const officer = await story.person(officerOf(park))
  await officer.go(`/services/${serviceId}`)
  await officer.sees('常态化服务不计入试点指标和报表，也不使用奖补资金。')
  await officer.step('服务不计入')
  await officer.go('/services')
  await officer.sees('常态化服务')
  await officer.step('服务清单')
  await officer.go('/enterprises')
  await expect.poll(() => new URL(officer.page.url()).pathname).toBe(`/pilots/${pilotId}/enterprises`)
  await officer.step('菜单进入常态化服务')
  await officer.go('/registers')
  await officer.sees('已结项试点的登记', '2026年批次（0 条）')
  const names = await officer.page.locator('tbody tr td:first-child').allTextContents()
  expect(names).toEqual([...new Set(names)])
  await officer.step('企业成果')
  await manager.go(`/pilots/${park.pilotId}`)
  await manager.follow('进入常态化服务')
  await manager.sees('常态化服务·2026年批次')
  await manager.step('再次进入')
  const phone = await story.person(managerOf(park), { phone: true, path: `/pilots/${pilotId}` })
  await phone.sees('常态化服务·2026年批次')
  await phone.step('手机')
  await phone.go(`/pilots/${park.pilotId}`)
  await phone.sees('进入常态化服务')
  await phone.step('手机上的已结项试点')
})
