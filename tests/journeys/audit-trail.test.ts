import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { audit } from '../../tools/audit.ts'
import { type Story, startStory } from '../support/browser.ts'
import { sealerOf } from '../support/sealing.ts'
import { administratorName, auditorName, securityName } from '../support/template.ts'

let story: Story
beforeAll(async () => {
  story = await startStory('audit-trail', { at: '2026-05-12T10:00:00+08:00' })
  await demoCounty(story.world)
  const sealer = await sealerOf(story.world)
  await sealer.seal()
  await sealer.end()
})
afterAll(() => story?.close())

it('is read by its filters, opened down to the field that changed, and its heads are printed', async () => {
  const seat = await story.person(auditorName)
  await seat.go('/audit?about=unit')
  await seat.sees('单位 · 登记', '第 1 批')
  await seat.step('筛选')
  await seat.page.getByRole('link', { name: /2026/ }).first().click()
  await seat.sees('变化内容', '名称', '该对象的全部记录', /SM3/)
  await seat.step('一条记录')
  await seat.page.getByRole('link', { name: '该对象的全部记录' }).click()
  await seat.sees('仅列出同一对象的全部记录')
  await seat.go('/audit?from=2026-05-13')
  await seat.lacks('单位 · 登记')
  await seat.go('/audit/seals')
  await seat.sees('第 1 批', /[0-9a-f]{64}/)
  await seat.step('封存值')
})

it('is handed out as a package of the days that are listed, which verifies without the product', async () => {
  const leader = await story.person('嘉善县经信局·负责人')
  await leader.go('/audit?from=2026-05-01&to=2026-05-31')
  await leader.sees('审计资料包（所列日期）')
  await leader.step('资料包')
  const { name, content } = await leader.download('审计资料包（所列日期）')
  expect(name).toBe('审计资料包-嘉善县-2026-05-01-2026-05-31.zip')
  const folder = await mkdtemp(join(tmpdir(), 'yqt-package-'))
  await writeFile(join(folder, name), content)
  expect((await audit(['verify', join(folder, name)], {})).text).toContain('所附记录与封存时一致')
  await rm(folder, { recursive: true })
  await leader.go('/audit?from=2024-05-01&to=2026-05-31')
  await leader.sees('起止日期最长 366 天')
})

it('is no page of a clerk nor of the other administrators, and is read on a phone by who may', async () => {
  for (const name of ['嘉善县财政局·经办', administratorName, securityName]) {
    const seat = await story.person(name)
    await seat.go('/audit')
    await seat.sees('无权查看此页')
    await seat.lacks('单位 · 登记')
  }
  const leader = await story.person('嘉善县经信局·负责人', { phone: true })
  await leader.go('/audit')
  await leader.sees('操作记录', '账号 · 开设')
  await leader.step('手机')
  expect(await leader.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
})
