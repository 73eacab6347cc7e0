import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { obligationOf } from '../editions/edition.ts'
import { isLocked } from './deadlines.ts'
import { grantException, type LockedFiling, mayGrantException, mostExceptionDays } from './exceptions.ts'

const table: LockedFiling = {
  rule: obligationOf(edition, 'target-table'),
  dueOn: '2026-07-10',
  filedOn: null,
  open: null,
}
const summary: LockedFiling = { ...table, rule: obligationOf(edition, 'half-year-summary'), dueOn: '2026-07-31' }
const asked = { post: 'economy-leader', today: '2026-09-09', until: '2026-09-20', reason: '园区负责人更换' } as const

describe('an exception to a lock (G3.5, G5.4)', () => {
  test('opens what is locked, until its day', () => {
    const given = agreed(grantException(table, { ...asked, reason: ' 园区负责人更换 ' }))
    expect(given).toEqual({ until: '2026-09-20', reason: '园区负责人更换' })
    expect(isLocked({ locksOn: '2026-09-08' }, given, '2026-09-20')).toBe(false)
    expect(isLocked({ locksOn: '2026-09-08' }, given, '2026-09-21')).toBe(true)
    agreed(grantException({ ...table, open: { until: '2026-09-08' } }, asked))
    agreed(grantException(table, { ...asked, until: asked.today }))
  })

  test('is not needed before the lock, after the filing, or where nothing locks', () => {
    expectRefusal(mayGrantException(table, { ...asked, today: '2026-09-08' }), 'deadline.not-locked', 'G3.5')
    expectRefusal(grantException({ ...table, filedOn: '2026-07-20' }, asked), 'deadline.filed-already', 'G3.5')
    expectRefusal(grantException({ ...summary, filedOn: '2026-07-30' }, asked), 'deadline.filed-already', 'G5.4')
    const plan = { ...table, rule: obligationOf(edition, 'plan') }
    expectRefusal(grantException(plan, asked), 'deadline.never-locks', 'G3.1')
  })

  test('is dated, reasoned, not for ever, and one at a time', () => {
    expectRefusal(
      grantException(table, { ...asked, reason: ' ' }),
      'deadline.exception-without-reason',
      'G3.5',
      'reason',
    )
    const past = { ...asked, until: '2026-09-08' }
    expectRefusal(grantException(table, past), 'deadline.exception-in-the-past', 'G3.5', 'until')
    const long = grantException(table, { ...asked, until: '2026-11-09' })
    expect(expectRefusal(long, 'deadline.exception-too-long', 'G3.5', 'until').facts).toEqual({
      most: mostExceptionDays,
      last: '2026-11-08',
    })
    const twice = grantException({ ...table, open: { until: '2026-09-09' } }, asked)
    expectRefusal(twice, 'deadline.exception-open-already', 'G3.5')
  })

  test('of what a county owes is the province to give', () => {
    expectRefusal(grantException(summary, asked), 'deadline.exception-by-others', 'G5.4')
    agreed(grantException(summary, { ...asked, post: 'province-economy' }))
    agreed(grantException(table, { ...asked, post: 'province-economy' }))
  })
})
