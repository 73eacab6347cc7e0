import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { readWord, type WordText } from '../support/word.ts'

let story: Story
let county: County
let economy: Person
let code = ''
/** The recommendation of a tranche, as its holder has it. */
let recommendation: WordText

beforeAll(async () => {
  story = await startStory('papers-and-guide', { at: '2026-04-20T10:00:00+08:00' })
  county = await fundedPilot(story.world)
  await story.setClock('2026-05-06T10:00:00+08:00')
  economy = await story.person('嘉善县经信局·经办')
})
afterAll(() => story?.close())

describe('official papers', () => {
  it('a reviewer downloads the plan as Word, with its code at the foot', async () => {
    await economy.go(`/pilots/${county.first.pilotId}/plan/review`)
    await economy.press('正式文本')
    const { name, content } = await economy.download('下载 Word')
    expect(name).toBe('嘉善归谷智造园服务计划与资金使用方案.docx')
    const { feet } = await readWord(content)
    code = /验证码 ([0-9A-F-]{19})/.exec(feet)?.[1] ?? ''
    expect(code).not.toBe('')
    await economy.step('审核页的正式文本')
  })

  it('a tranche has its recommendation beside it', async () => {
    await economy.go(`/pilots/${county.first.pilotId}/money`)
    const { name, content } = await economy.download(/下载 Word/)
    expect(name).toBe('嘉善归谷智造园第一期资金拨付建议.docx')
    recommendation = await readWord(content)
    await economy.step('资金页的拨付建议')
  })

  it('whoever holds the paper verifies it without an account, on a phone too', async () => {
    const guest = await story.guest({ phone: true })
    await guest.go('/sign-in')
    await guest.follow('核验正式文本')
    await guest.fill('验证码', '1234')
    await guest.press('核验')
    await guest.sees('验证码为 16 位数字或字母 A–F')
    await guest.step('验证码有误')
    await guest.fill('验证码', code.toLowerCase().replaceAll('-', ' '))
    await guest.press('核验')
    await guest.sees('该验证码对应的文件由本系统出具，且为最新', county.first.name, '第 1 版', '资金使用方案')
    await guest.step('核验结果')
    await guest.fill('验证码', '0000 0000 0000 0000')
    await guest.press('核验')
    await guest.sees('没有找到该验证码对应的文件')
  })

  it('an answer never stands beside another code, and a code is read however it was typed', async () => {
    const guest = await story.guest()
    await guest.go('/verify')
    const genuine = '该验证码对应的文件由本系统出具，且为最新'
    const wide = [...code].map((one) => (one === '-' ? '－' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join('')
    const written = ['—', '–', '−', '　', '\u200b', ' - ', '.'].map((sign) => code.replaceAll('-', sign))
    for (const text of [code, wide, ...written, code.replaceAll('-', '').toLowerCase(), ` ${code}\n`]) {
      await guest.fill('验证码', text)
      await guest.press('核验')
      await guest.sees(genuine)
      await guest.fill('验证码', '1234')
      await guest.lacks(genuine)
      await guest.press('核验')
      await guest.sees('验证码为 16 位数字或字母 A–F')
      await guest.lacks(genuine)
      expect(new URL(guest.page.url()).search).toBe('')
    }
    await guest.go(`/verify/${code.toLowerCase()}`)
    await guest.sees(genuine)
    await guest.go('/verify/CODE')
    await guest.sees('验证码为 16 位数字或字母 A–F')
  })

  it('a recommendation altered by one digit is found out beside what the page tells', async () => {
    const own = /验证码 ([0-9A-F-]{19})/.exec(recommendation.feet)?.[1] ?? ''
    expect(own).not.toBe(code)
    const facts = recommendation.tables[0]?.flat() ?? []
    const amount = facts[facts.indexOf('建议拨付金额（元）') + 1] ?? ''
    const altered = amount.replace('1,5', '1,6')
    expect([amount, altered]).toEqual(['1,500,000.00', '1,600,000.00'])
    const guest = await story.guest()
    await guest.go(`/verify?code=${own}`)
    await guest.sees('出具时的内容', '嘉善归谷智造园第一期资金拨付建议', amount, '人民币壹佰伍拾万元整')
    await guest.lacks(altered)
    await guest.step('与改动一位数的文件比对')
  })
})

describe('the guide, clause by clause', () => {
  it('shows a county where its parks stand and leads to the late plan', async () => {
    await economy.follow('工作指南')
    await economy.sees('四部分齐全', '由系统强制执行', '逾期 1 个', '符合 1 个')
    await economy.step('全部条款')
    await economy.choose('状态', '逾期')
    await economy.step('逾期条款')
    await economy.choose('试点园区', county.second.name)
    await economy.sees(/应于 2026-04-25 报送/)
    await economy.step('一个园区的逾期条款')
    await economy.page.locator('[id="G3.1"]').getByRole('link', { name: '前往' }).click()
    await economy.sees(county.second.name)
    expect(new URL(economy.page.url()).pathname).toBe(`/pilots/${county.second.pilotId}/plan`)
  })

  it('is there for a park on a phone, and for the province with the rules and tests behind each clause', async () => {
    const manager = await story.person(`${county.first.name}·负责人`, { phone: true, path: '/guide' })
    await manager.sees('四部分齐全')
    await manager.lacks('src/policy/money/tranches.ts', /测试 \d+ 处/)
    await manager.step('手机上的指南')
    await manager.press(/Switch to English|English/)
    await manager.sees('four parts, reviewed by economy and finance together', 'enforced by the system')
    await manager.step('英文的指南')
    const province = await story.person('省经信厅·处室', { path: '/guide' })
    await province.page.locator('[id="G4.2"] .clause-cited summary').click()
    await province.sees('src/policy/money/tranches.ts', '含违反本条的尝试')
    await province.step('省厅的指南')
  })
})
