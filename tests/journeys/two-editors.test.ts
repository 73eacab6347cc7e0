import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import { demoCounty, draftPlan, type Park } from '../../database/demo/programme.ts'
import { showFiling } from '../../src/features/filings/course/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'

let story: Story
let park: Park
let manager: Person
let officer: Person
const label = '制度要点'

beforeAll(async () => {
  story = await startStory('two-editors', { at: '2026-04-08T09:00:00+08:00' })
  park = (await demoCounty(story.world)).first
  await draftPlan(story.world, park)
  manager = await story.person(`${park.name}·负责人`)
  officer = await story.person(`${park.name}·资金专员`)
})
afterAll(() => story?.close())

const section = () => `/pilots/${park.pilotId}/plan?section=controls`
const textOf = (seat: Person) => seat.page.getByLabel(label).inputValue()

/** What stands on the server. */
async function stored(): Promise<string> {
  const client = await story.world.as(`${park.name}·服务专员`)
  const filingId = await planOf(client, park.pilotId)
  const { sections } = await client.done(showFiling, { params: { filingId } })
  const content = sections.find((one) => one.section === 'controls')?.content
  return (content as { summary: string } | undefined)?.summary ?? ''
}

async function targetRows() {
  const client = await story.world.as(`${park.name}·服务专员`)
  const { sections } = await client.done(showFiling, { params: { filingId: await planOf(client, park.pilotId) } })
  const content = sections.find((one) => one.section === 'targets')?.content
  return (content as { rows: { target: number | null; baseline: number | null }[] }).rows
}

describe('two people at one section of the plan', () => {
  it('tells the second who was first, and keeps what they typed', async () => {
    await manager.go(section())
    await officer.go(section())
    await manager.fill(label, '专账核算，双人审批，按月对账')
    await manager.sees(/^\s*已保存/)
    await manager.step('先保存')

    await officer.fill(label, '专账核算，三级审批')
    await officer.sees('此内容已被他人修改', `${park.name}·负责人`, '您填写的内容仍完整保留在本机')
    await officer.sees('制度要点：对方“专账核算，双人审批，按月对账”，我的“专账核算，三级审批”')
    expect(await officer.page.locator('.notice .ant-btn-primary').allTextContents()).toEqual(['采用对方的内容'])
    expect(await textOf(officer)).toBe('专账核算，三级审批')
    expect(await stored()).toBe('专账核算，双人审批，按月对账')
    await officer.step('他人已修改')
  })

  it('takes the text of the other', async () => {
    await officer.press('采用对方的内容')
    await officer.lacks('此内容已被他人修改')
    expect(await textOf(officer)).toBe('专账核算，双人审批，按月对账')
  })

  it('keeps the text over a refresh, and puts it on top when asked to', async () => {
    await officer.fill(label, '专账核算，由资金专员按季公示')
    await officer.sees(/^\s*已保存/)
    await manager.fill(label, '专账核算，由负责人按季公示')
    await manager.sees('此内容已被他人修改', `${park.name}·资金专员`)
    await manager.page.reload()
    await manager.sees('此内容已被他人修改')
    expect(await textOf(manager)).toBe('专账核算，由负责人按季公示')
    await manager.press('以我的内容覆盖')
    await manager.sees(/^\s*已保存/)
    expect(await stored()).toBe('专账核算，由负责人按季公示')
    await manager.step('以我的内容覆盖')
  })

  it('does the same between two tabs of one person', async () => {
    const second = await manager.tab()
    await second.go(section())
    await second.fill(label, '专账核算，第二个窗口')
    await second.sees(/^\s*已保存/)
    await manager.fill(label, '专账核算，第一个窗口')
    await manager.sees('此内容已在您的另一个窗口中修改')
    expect(await textOf(manager)).toBe('专账核算，第一个窗口')
    await manager.press('采用对方的内容')
    expect(await stored()).toBe('专账核算，第二个窗口')
    await second.page.close()
  })

  it('keeps on this device what is typed without a line, and saves it when the line is back', async () => {
    await manager.offline()
    await manager.fill(label, '专账核算，断网时写下')
    await manager.sees('网络断开，已存在本机', /网络已断开/)
    expect(await stored()).toBe('专账核算，第二个窗口')
    await manager.step('断网')
    await manager.online()
    await manager.sees(/^\s*已保存/)
    await manager.lacks(/网络已断开/)
    expect(await stored()).toBe('专账核算，断网时写下')
  })

  it('finds after a refresh what was typed a moment before', async () => {
    await manager.fill(label, '专账核算，刚写完就刷新')
    await manager.page.reload()
    await manager.page.getByLabel(label).waitFor()
    expect(await textOf(manager)).toBe('专账核算，刚写完就刷新')
    await expect.poll(stored).toBe('专账核算，刚写完就刷新')
  })

  it('merges what they changed in different fields, and asks about the fields that both changed alone', async () => {
    const targets = `/pilots/${park.pilotId}/plan?section=targets`
    const cell = (seat: Person, name: string) => seat.page.getByLabel(name).inputValue()
    await manager.go(targets)
    await officer.go(targets)
    await manager.fill('第 1 行 目标值', '41')
    await expect.poll(async () => (await targetRows())[0]?.target, { timeout: 15_000 }).toBe(41)
    await officer.fill('第 2 行 目标值', '17')
    await officer.sees('已并入他人的修改')
    expect(await cell(officer, '第 1 行 目标值')).toBe('41')
    expect((await targetRows()).slice(0, 2).map(({ target }) => target)).toEqual([41, 17])
    await officer.lacks('此内容已被他人修改')
    await officer.step('已并入')

    await manager.page.reload()
    await manager.fill('第 1 行 目标值', '42')
    await manager.fill('第 1 行 基期值', '5')
    await expect
      .poll(async () => (await targetRows())[0], { timeout: 15_000 })
      .toMatchObject({ target: 42, baseline: 5 })
    await officer.fill('第 2 行 目标值', '18')
    await officer.fill('第 1 行 目标值', '43')
    await officer.sees('此内容已被他人修改', '双方都改过的只有下列各处')
    const asked = await officer.page.locator('.conflict li').allTextContents()
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(/目标值.*42.*43/)
    expect(await cell(officer, '第 1 行 基期值')).toBe('5')
    await officer.step('只问双方都改过的')
    await officer.press('以我的内容覆盖')
    await expect
      .poll(async () => (await targetRows())[0], { timeout: 15_000 })
      .toMatchObject({ target: 43, baseline: 5 })
    expect((await targetRows())[1]).toMatchObject({ target: 18 })
  })

  it('lets a text that is no figure follow the choice with its cell, and names it', async () => {
    const cell = '第 1 行 目标值'
    const standing = async () => {
      const client = await story.world.as(`${park.name}·服务专员`)
      const { sections } = await client.done(showFiling, { params: { filingId: await planOf(client, park.pilotId) } })
      const found = sections.find((one) => one.section === 'targets')
      return [(await targetRows())[0]?.target, Object.values(found?.typed ?? {}).map(({ text }) => text)]
    }
    await manager.page.reload()
    await officer.page.reload()
    await manager.fill(cell, '六十一')
    await expect.poll(standing, { timeout: 15_000 }).toEqual([null, ['六十一']])
    await officer.fill(cell, '62')
    await officer.sees('此内容已被他人修改', '对方“六十一”，我的“62”')
    await officer.step('对方的文字')
    await officer.press('以我的内容覆盖')
    await expect.poll(standing, { timeout: 15_000 }).toEqual([62, []])

    await manager.fill(cell, '六十三')
    await manager.sees('此内容已被他人修改', '对方“62”，我的“六十三”')
    await manager.press('采用对方的内容')
    await manager.lacks('此内容已被他人修改')
    expect(await manager.page.getByLabel(cell).inputValue()).toBe('62')
    expect(await standing()).toEqual([62, []])
  })
})
