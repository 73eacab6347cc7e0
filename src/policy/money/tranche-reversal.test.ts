import { describe, expect, it } from 'vitest'
import { entryNames } from './ledger.ts'
import { mayReverse, type ReversalFacts, stepBack } from './tranche-reversal.ts'
import { newTranche, type Tranche } from './tranche-states.ts'

const received: Tranche = {
  ...newTranche(1),
  state: 'received',
  amountFen: 30,
  recommendedBy: 'economy',
  recommendation: '同意拨付',
  releasedBy: 'finance',
  voucherNo: 'V1',
  voucherFileId: 'file',
  receivedBy: 'park',
}
const facts: ReversalFacts = {
  kind: 'receive',
  reversed: false,
  bureau: null,
  tranche: received,
  laterStarted: null,
  unclaimedFen: 500_000_000,
  clause: 'G4.2',
  bookClause: 'G3.6',
}

describe('reversing by hand (G3.6)', () => {
  it('lets the park take back its receipt and finance its release, each once and in this order', () => {
    expect(mayReverse(facts)).toBeNull()
    expect(mayReverse({ ...facts, bureau: 'finance' })?.code).toBe('funds.reverse-by-park')
    expect(mayReverse({ ...facts, reversed: true })?.code).toBe('funds.already-reversed')
    expect(mayReverse({ ...facts, laterStarted: 2 })).toMatchObject({
      code: 'funds.later-tranche-started',
      clause: 'G4.2',
    })
    const release: ReversalFacts = { ...facts, kind: 'release', bureau: 'finance', tranche: stepBack(received) }
    expect(mayReverse(release)).toBeNull()
    expect(mayReverse({ ...release, tranche: received })?.code).toBe('funds.reverse-receipt-first')
    // What a recovery asks back is no longer taken back as if it had never been paid (G5.3).
    expect(mayReverse({ ...release, unclaimedFen: 30 })).toBeNull()
    expect(mayReverse({ ...release, unclaimedFen: 29 })).toMatchObject({
      code: 'funds.reverse-claimed',
      clause: 'G3.6',
    })
    for (const bureau of [null, 'economy'] as const) {
      expect(mayReverse({ ...release, bureau })).toMatchObject({ code: 'funds.reverse-by-finance', clause: 'G4.2' })
    }
  })

  it('says of every other kind where it is undone instead', () => {
    const kinds = Object.keys(entryNames) as ReversalFacts['kind'][]
    const others = kinds.filter((kind) => kind !== 'release' && kind !== 'receive')
    for (const kind of others) {
      for (const bureau of [null, 'economy', 'finance'] as const)
        expect(mayReverse({ ...facts, kind, bureau })).not.toBeNull()
    }
    expect(mayReverse({ ...facts, kind: 'award' })).toMatchObject({ clause: 'G5.5' })
  })

  it('takes the tranche one step back and forgets what that step had written', () => {
    const released = stepBack(received)
    expect(released).toEqual({ ...received, state: 'released', receivedBy: null })
    expect(stepBack(released)).toEqual({
      ...newTranche(1),
      state: 'recommended',
      amountFen: 30,
      recommendedBy: 'economy',
      recommendation: '同意拨付',
    })
  })
})
