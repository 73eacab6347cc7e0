import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import * as returns from '../../src/features/filings/return/contract.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { payFor } from '../support/paid.ts'
import { openReturn, submitReturn } from '../support/returns.ts'
import { serviceAt } from '../support/services.ts'

const doubt = '一项服务的现场照片与服务日期不符'
const mended = '园区补交了原始照片，日期相符'
const name = '个性化服务完成项数'

let story: Story
let park: Park
let county: Person
const filed: Record<string, string> = {}

beforeAll(async () => {
  story = await startStory('reduction-stands', { at: '2026-04-20T09:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  for (const [day, enterprise, kind] of [
    ['2026-05-20', 0, undefined],
    ['2026-06-10', 1, 'standardisation'],
    ['2026-08-12', 2, 'talent'],
  ] as const) {
    world.setClock(day)
    const at = { complete: true, enterprise, ...(kind ? { kind } : {}) }
    await payFor(world, park, await serviceAt(world, park, 'confirmed', at))
    if (day === '2026-06-10') await table('2026-07-06', '2026Q2')
  }
})
afterAll(() => story?.close())

async function table(day: string, period: string): Promise<string> {
  const { world } = story
  world.setClock(day)
  filed[period] = await openReturn(world, park, period)
  await submitReturn(world, park, filed[period])
  return filed[period]
}

async function figures(period: string) {
  const client = await story.world.as(`${park.name}·负责人`)
  const { rows } = await client.done(returns.showTable, { params: { filingId: filed[period] ?? '' } })
  const { thisPeriod, thisYear, total, rate, accepted } = rows.find((row) => row.indicator === 'P3') ?? {}
  return [thisPeriod, thisYear, total, rate, accepted]
}

/** What stands in the cells of a row beside its name. */
async function cells(seat: Person, text: string): Promise<string[]> {
  const row = seat.page.getByRole('row').filter({ hasText: text }).first()
  return (await row.getByRole('cell').allTextContents()).slice(1)
}

describe('a reduction carried through two quarters', () => {
  it('is made in the first, and what it means later is said before it is final', async () => {
    await story.setClock('2026-07-08T10:00:00+08:00')
    county = await story.person('嘉善县经信局·经办')
    await county.follow(/核定.*绩效目标完成情况表/)
    await county.fill(`${name}：核定值`, '1.5')
    await county.sees(/整数/)
    await county.fill(`${name}：核定值`, '1')
    await county.fill(`${name}：核减原因`, doubt)
    await county.press('核定')
    await county.dialog.sees(doubt, '核减在以后各期同样有效，直至说明理由恢复')
    await county.submit('核定')
    await county.sees('已核定')
    await county.step('首季核减')
    expect(await figures('2026Q2')).toEqual([1, 1, 1, 0.83, 1])
  })

  it('stands in the draft of the next one, where the park reads it with its reason', async () => {
    await story.setClock('2026-10-08T10:00:00+08:00')
    filed['2026Q3'] = await openReturn(story.world, park, '2026Q3')
    const manager = await story.person(`${park.name}·负责人`)
    await manager.go(`/returns/${filed['2026Q3']}`)
    await manager.sees(`2026年二季度核减 1：${doubt}`)
    await manager.step('次季草稿')
    expect(await figures('2026Q3')).toEqual([1, 2, 2, 1.67, null])
  })

  it('stands on when the county accepts the next one, which lists it', async () => {
    await submitReturn(story.world, park, filed['2026Q3'] ?? '')
    county = await story.person('嘉善县经信局·经办')
    await county.follow(/核定.*绩效目标完成情况表/)
    await county.sees(`2026年二季度核减 1：${doubt}`)
    await county.step('次季核定')
    await county.press('核定')
    await county.dialog.sees('本期不再核减', '此前的核减继续有效', doubt)
    await county.step('次季核定前')
    await county.submit('核定')
    await county.sees('已核定')
    expect(await figures('2026Q3')).toEqual([1, 2, 2, 1.67, 2])
  })

  it('stands in the merged table of county and province', async () => {
    for (const [who, parts] of [
      ['嘉善县经信局·经办', ['未核定', '2']],
      ['省经信厅·处室', ['2', '未核定']],
    ] as const) {
      const seat = await story.person(who)
      await seat.go(`/tables?batch=${park.batchId}&period=2026Q3`)
      await seat.sees(name)
      expect(await cells(seat, name)).toEqual(['120', '1', '2', '2', '1.67%', ...parts])
      await seat.step('汇总表')
    }
  })

  it('is lifted in the third with a reason, and the tables before stay as they were accepted', async () => {
    await table('2027-01-05', '2026Q4')
    await story.setClock('2027-01-06T10:00:00+08:00')
    county = await story.person('嘉善县经信局·经办')
    await county.follow(/核定.*绩效目标完成情况表/)
    await county.press(new RegExp(`^恢复 ${name}`))
    await county.sees('1 项核减须补正')
    await county.fill(`${name}：恢复原因`, mended)
    await county.sees('尚未核减')
    await county.press('核定')
    await county.dialog.sees('恢复此前的核减', mended)
    await county.step('恢复前')
    await county.submit('核定')
    await county.sees(`2026年四季度恢复：${mended}`)
    await county.step('已恢复')
    expect(await figures('2026Q4')).toEqual([0, 3, 3, 2.5, 3])
    expect(await figures('2026Q3')).toEqual([1, 2, 2, 1.67, 2])
    const phone = await story.person(`${park.name}·负责人`, { phone: true })
    await phone.go(`/returns/${filed['2026Q4']}`)
    await phone.sees(`2026年四季度恢复：${mended}`)
    await phone.step('园区查看')
  })
})
