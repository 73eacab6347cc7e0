import { describe, expect, test } from 'vitest'
import { expectRefusal, edition as zj2023 } from '../../../tests/support/policy.ts'
import type { Cadence } from '../../shared/periods.ts'
import { dueDay, type Edition, returnPeriods } from '../editions/edition.ts'
import { refusalText } from '../guide/refuse.ts'
import { cadenceWords, wordsOfAll } from './cadence-words.ts'
import { mayOpenReturn } from './returns.ts'

/** An edition of this cadence that nobody has issued. */
function invented(cadence: Cadence, no: number): Edition {
  const first = { year: 0, no }
  return { ...zj2023, id: `test-${cadence}`, returns: { ...zj2023.returns, cadence, first, clause: 'H6' } }
}

const half = invented('half-year', 1)
const monthly = invented('month', 11)

describe('a table of any cadence', () => {
  test('is owed for each period of it, due so many days after its end (G3.5)', () => {
    expect(returnPeriods(half, 2026)).toEqual(['2026H1', '2026H2', '2027H1', '2027H2'])
    expect(dueDay(half, 2026, 'target-table', '2026H1')).toBe('2026-07-10')
    const months = returnPeriods(monthly, 2026)
    expect([months.length, months[0], months[2], months.at(-1)]).toEqual([14, '2026M11', '2027M01', '2027M12'])
    expect(dueDay(monthly, 2026, 'target-table', '2027M02')).toBe('2027-03-10')
  })

  test('is opened in order, by the clause of its edition, and speaks of its own periods', () => {
    const ready = { period: '2026H2', today: '2027-01-01', opened: [] }
    const before = expectRefusal(mayOpenReturn(half, 2026, ready), 'returns.one-before-missing', 'H6', 'period')
    expect(refusalText(before)).toEqual({
      zh: '请先生成2026年上半年的半年报。',
      en: 'The half-yearly return of 2026 H1 comes first.',
    })
    expect(mayOpenReturn(half, 2026, { ...ready, opened: ['2026H1'] })).toBeNull()
    const month = { period: '2026M11', today: '2026-11-30', opened: [] }
    const early = expectRefusal(mayOpenReturn(monthly, 2026, month), 'returns.period-not-over', 'H6', 'period')
    expect(refusalText(early).zh).toBe('2026年11月到 2026-11-30 才结束。')
    for (const period of ['2026Q2', '2026M10', '2028M01'])
      expectRefusal(mayOpenReturn(monthly, 2026, { ...month, period }), 'returns.no-return-owed', 'H6', 'period')
  })
})

describe('its words', () => {
  test('name the table and its columns by the cadence', () => {
    expect(cadenceWords.quarter.thisPeriod.zh).toBe('本季完成')
    expect(cadenceWords['half-year'].thisPeriod.zh).toBe('本半年完成')
    expect(cadenceWords.month.returns.zh).toBe('月报')
  })

  test('are the general ones where several cadences stand together', () => {
    expect(wordsOfAll(['quarter', 'quarter']).returns.zh).toBe('季报')
    expect(wordsOfAll(['quarter', 'half-year']).returns.zh).toBe('定期报表')
    expect(wordsOfAll([]).returns.zh).toBe('定期报表')
  })
})
