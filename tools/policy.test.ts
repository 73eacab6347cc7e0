import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as edited from '../tests/support/edited-editions.ts'
import { policyText } from './policy.ts'

const here = (name: string) => new URL(name, import.meta.url).pathname
const editedFile = here('../tests/support/edited-editions.ts')

test('prints an edition, and what changed between two, in Chinese or English', async () => {
  expect(await policyText(['print', 'zj-2023'])).toContain('# 浙江 2023 年版 (zj-2023)')
  expect(await policyText(['print', 'zj-2025', '--en'])).toContain('# Zhejiang, 2025 edition')
  expect(await policyText(['diff', 'zj-2023', 'zj-2025'])).toContain('2023 年版 → 浙江 2025 年版')
})

test('prints every edition that a file exports, with what its edits say', async () => {
  const text = (await policyText(['print', editedFile])) ?? ''
  for (const { id, name } of Object.values(edited)) expect(text).toContain(`# ${name.zh} (${id})`)
  // Cells are wrapped: what is read is the text without its spaces.
  const of = (id: string) => (text.slice(text.indexOf(`(${id})`)).split(/^# /m)[0] ?? '').replaceAll(/\s+/g, '')
  expect(of('test-then-province')).toContain('县级经信部门、省经信厅依次审核')
  expect(of('test-judged-by-both')).toMatch(
    /绩效目标完成情况表每个试点园区承担，园区负责人编制；县级经信部门、县级财政部门共同审核/,
  )
  expect(of('test-locks')).toMatch(/服务计划与资金使用方案·期限第一年4月25日前；[^；]*；逾期10天后锁定/)
  expect(of('test-on-record')).toMatch(/县级财政部门共同审核；省经信G3.1官方厅备案/)
  expect(of('test-by-officer')).toMatch(/服务计划与资金使用方案每个试点园区承担，园区服务专员编制/)
  expect(await policyText(['print', editedFile, '--en'])).toContain('(test-locks)')
})

test('an edition in a file that is not sound says so above its rules', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yqt-policy-'))
  const file = join(folder, 'draft.mjs')
  const unsound = { ...edited.lockedAfterTen, id: 'test-draft', tranches: [] }
  await writeFile(file, `export const draft = ${JSON.stringify(unsound)}`)
  const text = (await policyText(['print', file])) ?? ''
  await rm(folder, { recursive: true })
  expect(text).toMatch(/^! tranches/)
  expect(text).toContain('(test-draft)')
  await expect(policyText(['print', join(folder, 'missing.ts')])).rejects.toThrow()
})

test.each([
  [[]],
  [['print']],
  [['print', 'zj-1999']],
  [['diff', 'zj-2023']],
  [['print', 'zj-2023', 'zj-2025']],
  [['sell']],
  [['diff', 'zj-2023', 'zj-1999']],
  // It exports no edition.
  [['print', here('policy.ts')]],
])('answers %j with its usage', async (args) => expect(await policyText(args)).toBeNull())
