import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { draw } from '../../tools/draw.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { serviceAt } from '../support/services.ts'
import { readWord } from '../support/word.ts'

let story: Story
let park: Park
let economy: Person
let path = ''
const purpose = '四季度服务真实性抽查'

beforeAll(async () => {
  story = await startStory('sampling', { at: '2026-04-20T09:00:00+08:00' })
  park = (await fundedPilot(story.world)).park
  for (let n = 0; n < 5; n++) await serviceAt(story.world, park, n < 3 ? 'contracted' : 'needed', { enterprise: n })
  await story.setClock('2026-06-20T10:00:00+08:00')
})
afterAll(() => story?.close())

describe('a sample of services (G5.2)', () => {
  it('is planned by the economy bureau: refused while it asks for more than there is, then handed in', async () => {
    economy = await story.person('嘉善县经信局·经办')
    await economy.follow('服务抽样')
    await economy.sees('还没有抽样计划。')
    await economy.press('编制抽样计划')
    await economy.fill('检查事由', purpose)
    await economy.day('需求登记起始日期', '2026-04-01')
    await economy.day('需求登记截止日期', '2026-06-20')
    await economy.choose('抽样方法', '分层抽样（按园区和服务类别）')
    await economy.fill('抽取数量', '9')
    await economy.fill('随机种子', '善经信 2026-06-20')
    await economy.press('提交批准')
    expect(await economy.told('抽取数量')).toContain('多于范围内现有的 5 项服务')
    await economy.step('数量过多')
    await economy.fill('抽取数量', '2')
    await economy.press('提交批准')
    await economy.sees(purpose, '待批准', '两个部门都还没有批准。')
    path = new URL(economy.page.url()).pathname
    await economy.step('待批准')
  })

  it('is approved by both bureaus, from the inbox', async () => {
    await economy.press('批准')
    await economy.submit('批准')
    await economy.sees('经信部门')
    const finance = await story.person('嘉善县财政局·经办')
    await finance.follow(/批准抽样计划/)
    await finance.sees(purpose, '待批准')
    await finance.press('批准')
    await finance.submit('批准')
    await finance.sees('待抽取', '财政部门')
    await finance.lacks('撤回')
    await finance.step('已批准')
  })

  it('is drawn once, with seed and hash in sight, and added to by hand', async () => {
    economy = await story.person('嘉善县经信局·经办', { path })
    await economy.press('抽取样本')
    await economy.submit('抽取样本')
    await economy.sees('已抽取', '实际种子', '范围校验值（SHA-256）', '随机抽取')
    await economy.step('样本')
    const [{ no } = { no: '' }] = await story.world.sql<{ no: string }>(
      'select no from sampling_frame_rows where no not in (select no from sampling_items) order by no limit 1',
    )
    await economy.press('人工补充')
    await economy.dialog.fill('服务编号', no)
    await economy.dialog.fill('理由', '企业反映价格偏高，补充核查')
    await economy.submit('人工补充')
    await economy.sees(no, '人工补充', '企业反映价格偏高，补充核查')
    await economy.step('人工补充')
  })

  it('is drawn again from the exported frame, and stands on paper', async () => {
    const { content } = await economy.download('导出抽样范围（CSV）')
    const [kept] = await story.world.sql<{ seed: string; hash: string }>(
      'select effective_seed as seed, frame_hash as hash from sampling_draws',
    )
    const file = join(await mkdtemp(join(tmpdir(), 'frame-')), 'frame.csv')
    await writeFile(file, content)
    const { text } = await draw([file, '--method', 'stratified', '--seed', kept?.seed ?? '', '--size', '2'])
    const drawn = await story.world.sql<{ no: string }>(
      `select no from sampling_items where how <> 'by-hand' order by no`,
    )
    expect(text.split('\n').slice(2)).toEqual(drawn.map(({ no }) => no))
    expect(text).toContain(kept?.hash)
    const word = await readWord((await economy.download(/Word/)).content)
    for (const part of [purpose, kept?.seed ?? '', kept?.hash ?? '']) expect(JSON.stringify(word)).toContain(part)
  })

  it('is read on a phone', async () => {
    const onPhone = await story.person('嘉善县财政局·经办', { phone: true, path })
    await onPhone.sees('已抽取', purpose)
    await onPhone.step('手机')
  })
})
