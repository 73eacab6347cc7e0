import { describe, expect, test } from 'vitest'
import { filingLifecycle } from './filings/filing.ts'
import { actionsIn, deadEnds, type Lifecycle, nextState, unreachable } from './lifecycle.ts'
import { measureLifecycle } from './money/measures.ts'
import { noticeLifecycle } from './money/notices.ts'
import { paymentLifecycle } from './money/payment.ts'
import { trancheLifecycle } from './money/tranches.ts'
import { serviceLifecycle } from './services/service.ts'

type Table = Lifecycle<string, string>

const tables: readonly [name: string, table: Table, initial: string, finals: readonly string[]][] = [
  ['filing', filingLifecycle, 'draft', ['recorded']],
  ['service', serviceLifecycle, 'needed', ['closed', 'cancelled']],
  ['tranche', trancheLifecycle, 'waiting', ['received']],
  ['notice', noticeLifecycle, 'running', ['withdrawn', 'lapsed']],
  ['measure', measureLifecycle, 'decided', ['withdrawn', 'reversed']],
  ['payment', paymentLifecycle, 'prepared', ['returned', 'entered-wrongly', 'cancelled']],
]

/** What may still be done at an end: a filing or a service is opened again, an objection is still owed its answer. */
const atTheEnd: Readonly<Record<string, readonly string[]>> = {
  'filing recorded': ['reopen'],
  'service closed': ['reverse-payment'],
  'notice withdrawn': ['answer'],
  'notice lapsed': ['answer'],
}

describe.each(tables)('the transitions of a %s', (name, table, initial, finals) => {
  test('reach every state', () => expect(unreachable(table, initial)).toEqual([]))
  test('lead from every state to an end', () => expect(deadEnds(table, finals)).toEqual([]))
  test('end where nothing more can be done', () => {
    for (const state of finals) expect(actionsIn(table, state)).toEqual(atTheEnd[`${name} ${state}`] ?? [])
  })
  test('go only to states of the table', () => {
    for (const row of Object.values(table)) {
      for (const to of Object.values(row)) expect(Object.keys(table)).toContain(to)
    }
  })
})

describe('the helpers', () => {
  const planted: Table = {
    a: { go: 'b' },
    b: { back: 'a', stay: 'b', finish: 'end' },
    end: {},
    island: { go: 'end' },
    trap: {},
    hole: { fall: 'trap' },
  }

  test('find a state that nothing reaches', () => {
    expect(unreachable(planted, 'a')).toEqual(['island', 'trap', 'hole'])
  })

  test('find a state that leads nowhere', () => expect(deadEnds(planted, ['end'])).toEqual(['trap', 'hole']))

  test('know no step that the table does not have', () => {
    expect(nextState(planted, 'a', 'go')).toBe('b')
    expect(nextState(planted, 'a', 'finish')).toBeNull()
    expect(nextState(planted, 'nowhere', 'go')).toBeNull()
  })
})
