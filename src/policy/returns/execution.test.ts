import { expect, it } from 'vitest'
import { editionOf } from '../editions/edition.ts'
import { executionOf, executionText } from './execution.ts'

const edition = editionOf('zj-2023')
const money = { receivedFen: 1_000_000, spentFen: 260_300 }

it('a table says one execution rate: that of its row, and what the ledger says as such (G3.5)', () => {
  const reduced = executionOf(edition, [{ indicator: 'F1', total: 12.34 }], money)
  expect(reduced).toEqual({ executionRate: 12.34, ledgerRate: 26.03 })
  expect(executionText(reduced)).toEqual({
    zh: '核定 12.34%（专账 26.03%）',
    en: 'accepted 12.34% (ledger 26.03%)',
  })
  const whole = executionOf(edition, [{ indicator: 'F1', total: 26.03 }], money)
  expect(executionText(whole)).toEqual({ zh: '26.03%', en: '26.03%' })
})

it('is the ledger’s where the row has no figure, and none where nothing is received', () => {
  for (const rows of [[], [{ indicator: 'F1', total: null }], [{ indicator: 'P1', total: 3 }]])
    expect(executionOf(edition, rows, money)).toEqual({ executionRate: 26.03, ledgerRate: null })
  const none = executionOf(edition, [{ indicator: 'F1', total: null }], { receivedFen: 0, spentFen: 0 })
  expect(executionText(none).zh).toBe('未到位')
})
