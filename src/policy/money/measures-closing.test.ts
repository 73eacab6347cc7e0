import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { findingOf, measureGroundList, measureKindList } from './measure-grounds.ts'
import { isAfterClosing, whyNotAfterClosing, whySealed } from './measures-closing.ts'

const clause = 'G4.4' as const

describe('a closed pilot (G5.3)', () => {
  test('is asked for money back on a proven fact, and for nothing else', () => {
    for (const kind of measureKindList)
      for (const ground of measureGroundList) {
        const goesOn = kind === 'recovery' && findingOf(ground) !== null
        expect(isAfterClosing(kind, ground)).toBe(goesOn)
        expect(whyNotAfterClosing({ kind, ground }, null, clause)).toBeNull()
        const no = whyNotAfterClosing({ kind, ground }, '2028-04-10', clause)
        if (goesOn) expect(no).toBeNull()
        else expectRefusal(no, 'measures.after-closing', clause, 'kind')
      }
  })

  test('keeps what was entered until the very moment at which it was closed', () => {
    const closedAt = new Date('2028-04-10T09:00:00Z')
    const before = new Date('2028-04-10T08:59:59Z')
    for (const at of [before, closedAt]) expectRefusal(whySealed(at, closedAt, clause), 'measures.sealed', clause)
    expect([whySealed(new Date('2028-04-10T09:00:01Z'), closedAt, clause), whySealed(before, null, clause)]).toEqual([
      null,
      null,
    ])
  })
})
