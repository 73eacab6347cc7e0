import { afterAll, beforeAll, expect, it } from 'vitest'
import { registeredContact } from '../../database/demo/ask-enterprise.ts'
import { approvedPilot, type Park } from '../../database/demo/programme.ts'
import { showService } from '../../src/features/delivery/services/contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { officerOf, serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let serviceId: string

beforeAll(async () => {
  story = await startStory('confirmation-slip', { at: '2026-04-01T09:00:00+08:00' })
  const { world } = story
  ;({ park } = await approvedPilot(world))
  serviceId = await serviceAt(world, park, 'delivered')
  const { enterprise } = await (await world.as(officerOf(park))).done(showService, { params: { serviceId } })
  await registeredContact(world, park, enterprise.enterpriseId)
}, 120_000)
afterAll(() => story?.close())

it('a park that opens the page of a slip is told before it asks that the county makes it', async () => {
  const officer = await story.person(officerOf(park), { path: `/services/${serviceId}/slip` })
  await officer.sees('县经信')
  expect(await officer.page.getByRole('button', { name: '生成确认单' }).isDisabled()).toBe(true)
  await officer.step('园区打开确认单')
})

it('the slip says which bureau issues it, and how often the end of the number may be given', async () => {
  for (const phone of [false, true]) {
    const economy = await story.person('嘉善县经信局·经办', { phone, path: `/services/${serviceId}/slip` })
    await economy.press('生成确认单')
    await economy.sees('出具单位', '嘉善县经信局', '5 次；错满 5 次，本单作废')
    await economy.step(phone ? '手机上的确认单' : '确认单')
  }
})
