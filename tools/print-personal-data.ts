import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { personalFields } from '../src/policy/people/personal-data.ts'
import { grounds, keptFor } from '../src/policy/people/personal-grounds.ts'
import { personalRules } from '../src/policy/people/personal-rules.ts'

/** `npm run personal-data`: writes docs/personal-data.md from the list that the public page shows. */
export function printPersonalData(): string {
  const rows = personalFields.map(({ columns, what, why, ground, clause, kept, seenBy }) =>
    [
      what.zh,
      why.zh,
      [grounds[ground].zh, clause && `工作指引 ${clause}`].filter(Boolean).join('，'),
      keptFor[kept].zh,
      seenBy.zh,
      columns.map((one) => `\`${one}\``).join(' '),
    ].join(' | '),
  )
  return `${[
    '# 个人信息处理规则',
    'Printed by `npm run personal-data` from `src/policy/people/personal-data.ts`; the page `/public/personal-data` shows the same, in English too.',
    ...personalRules.map(({ zh }) => zh),
    [
      '| 个人信息 | 处理目的 | 处理依据 | 保存期限 | 谁可查看完整信息 | 存储字段 |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
  ].join('\n\n')}\n`
}

export const personalDataFile = fileURLToPath(new URL('../docs/personal-data.md', import.meta.url))

if (import.meta.main) writeFileSync(personalDataFile, printPersonalData())
