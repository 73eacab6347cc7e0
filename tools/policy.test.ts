import { expect, test } from 'vitest'
import { policyText } from './policy.ts'

test('prints an edition, and what changed between two, in Chinese or English', () => {
  expect(policyText(['print', 'zj-2023'])).toContain('# 浙江 2023 年版 (zj-2023)')
  expect(policyText(['print', 'zj-2025', '--en'])).toContain('# Zhejiang, 2025 edition')
  expect(policyText(['diff', 'zj-2023', 'zj-2025'])).toContain('2023 年版 → 浙江 2025 年版')
})

test.each([
  [[]],
  [['print']],
  [['print', 'zj-1999']],
  [['diff', 'zj-2023']],
  [['print', 'zj-2023', 'zj-2025']],
  [['sell']],
])('answers %j with its usage', (args) => expect(policyText(args)).toBeNull())
