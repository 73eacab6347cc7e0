import { afterAll, beforeAll, describe, it } from 'vitest'
import { economyOf } from '../../database/demo/ask-enterprise.ts'
import { approvedPilot, type Park } from '../../database/demo/programme.ts'
import { setContact } from '../../src/features/delivery/contacts/contract.ts'
import { setPayeeAccount } from '../../src/features/money/funds/tranche-contract.ts'
import { type Story, startStory } from '../support/browser.ts'
import { enterprisesOf, officerOf } from '../support/services.ts'

const [account, phone] = ['19330101040012345', '19900000001']

let story: Story
let park: Park
let enterpriseId = ''
beforeAll(async () => {
  story = await startStory('personal-data', { at: '2026-04-20T09:00:00+08:00' })
  const { world } = story
  park = (await approvedPilot(world)).first
  const body = { holder: park.name, bank: '农业银行嘉善支行', number: account }
  const manager = await world.as(`${park.name}·负责人`)
  await manager.done(setPayeeAccount, { params: { pilotId: park.pilotId }, body })
  enterpriseId = (await enterprisesOf(world, park))[0]?.enterpriseId ?? ''
  const economy = await world.as(await economyOf(world, park))
  const contact = { name: '企业联系人', phone, channel: 'sms' as const }
  await economy.done(setContact, { params: { enterpriseId }, body: contact })
})
afterAll(() => story?.close())

describe('personal data', () => {
  it('is shown in part to who pays, and whole for a reason that is recorded', async () => {
    const finance = await story.person('嘉善县财政局·经办', { path: `/pilots/${park.pilotId}/money` })
    await finance.sees('1933****2345')
    await finance.lacks(account)
    await finance.press('查看')
    await finance.dialog.sees('留痕')
    await finance.step('填写理由')
    await finance.dialog.fill('理由', '核对拨付账户信息')
    await finance.submit('查看')
    await finance.sees(account)
    await finance.step('完整账号')
  })

  it('is whole to its own park, and the other bureau is not offered more', async () => {
    const manager = await story.person(`${park.name}·负责人`, { path: `/pilots/${park.pilotId}/money`, phone: true })
    await manager.sees(account)
    const economy = await story.person('嘉善县经信局·经办', { path: `/pilots/${park.pilotId}/money` })
    await economy.sees('1933****2345')
    await economy.lacks(account)
  })

  it('of an enterprise’s contact is never told to its park', async () => {
    const officer = await story.person(officerOf(park), { path: `/pilots/${park.pilotId}/enterprises/${enterpriseId}` })
    await officer.sees('199********')
    await officer.lacks(phone)
  })

  it('is listed for everybody, in both languages, from the page of sign-in', async () => {
    const guest = await story.guest()
    await guest.go('/sign-in')
    await guest.follow(/个人信息处理规则/)
    await guest.sees('收款账户户名、开户行、账号', '30 年', '逐项清单')
    await guest.step('处理规则')
    await guest.press(/English/)
    await guest.sees('How personal data is processed', 'payee_accounts.number')
    await guest.step('英文处理规则')
    const small = await story.guest({ phone: true })
    await small.go('/public/personal-data')
    await small.sees('逐项清单')
    await small.step('手机上的处理规则')
  })
})
