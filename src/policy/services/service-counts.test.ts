import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { confirmed, delivered, invoiced, paper, papers, period } from '../../../tests/support/policy-service.ts'
import { proofs } from '../records/proofs.ts'
import { serviceKindList, tailoredKinds } from '../records/service-kinds.ts'
import type { Contract, Service } from './service.ts'
import { countFiles, counts, type Evidence, proofsNeeded } from './service-counts.ts'

const ask = (service: Service, evidence: readonly Evidence[]) => counts(service, evidence, period, edition)
const without = (fileId: string) => papers.filter((one) => one.fileId !== fileId)
const missing = (service: Service, evidence: readonly Evidence[]) =>
  ask(service, evidence).missing.map((one) => one.proof)

function withContract(change: Partial<Contract>): Service {
  return { ...invoiced, contract: { ...(invoiced.contract as Contract), ...change } }
}

describe('a service counts (G3.2, G3.4)', () => {
  test('when it is confirmed, inside the period and complete, from the day of the last paper', () => {
    expect(ask(invoiced, papers)).toEqual({ counts: true, on: '2026-07-08', missing: [] })
  })

  test.each(papers.map((one) => [one.proof, one.fileId]))('not without its %s (%s)', (proof, fileId) => {
    const answer = ask(invoiced, without(fileId))
    expect(answer).toMatchObject({ counts: false, on: null })
    expect(answer.missing).toHaveLength(1)
    expect(answer.missing[0]).toMatchObject({ proof, code: 'services.proof-missing' })
    expect(answer.missing[0]?.text.zh).toContain(proofs[proof as keyof typeof proofs].zh)
  })

  test('not before the enterprise confirms, nor while it disputes', () => {
    expect(missing(delivered, papers)).toEqual([null, 'confirmation', 'rating'])
    const dispute = { verdict: 'dispute', rating: null, comment: 'x', on: '2026-06-22', by: 'e' } as const
    expect(ask({ ...delivered, state: 'disputed', confirmation: dispute }, papers).counts).toBe(false)
  })

  test('not when it was called off', () => expect(ask({ ...invoiced, state: 'cancelled' }, papers).counts).toBe(false))

  test('not when it was delivered outside the period', () => {
    const late: Service = { ...invoiced, delivery: { on: '2028-01-01', summary: 'x', remedy: '', by: 'o' } }
    expect(ask(late, papers).missing).toMatchObject([{ code: 'services.outside-period', clause: 'G3.2' }])
    expect(ask(withContract({ signedOn: '2025-12-31' }), papers).counts).toBe(false)
    expect(ask(withContract({ signedOn: '2026-01-01' }), papers).counts).toBe(true)
  })

  test('a photo twice is one photo, two of one minute are one moment, one of no known moment is none', () => {
    const others = papers.filter((one) => one.proof !== 'photo')
    const shot = (fileId: string, takenAt: string | null) => paper('photo', fileId, '2026-06-02', takenAt)
    const enough = (...shots: Evidence[]) => ask(invoiced, [...others, ...shots]).counts
    expect(enough(shot('a', '2026-06-02T01:00:00Z'), shot('b', '2026-06-03T01:00:00Z'))).toBe(true)
    expect(enough(shot('a', '2026-06-02T01:00:00Z'), shot('a', '2026-06-03T01:00:00Z'))).toBe(false)
    expect(enough(shot('a', '2026-06-02T01:00:10Z'), shot('b', '2026-06-02T01:00:50Z'))).toBe(false)
    expect(enough(shot('a', '2026-06-02T01:00:00Z'), shot('b', null))).toBe(false)
  })

  test('a small order needs neither a scheme nor a record of choice, one at the threshold does', () => {
    const proofsOf = (priceFen: number) => proofsNeeded(withContract({ priceFen }), edition).map((rule) => rule.proof)
    expect(proofsOf(499_999)).not.toContain('scheme')
    expect(proofsOf(499_999)).not.toContain('selection-record')
    expect(proofsOf(500_000)).toContain('scheme')
  })

  test('what the park does not pay for needs neither invoice nor receipt', () => {
    const free = withContract({ provincialFen: 0, parkFen: 0 })
    expect(
      ask(
        free,
        papers.filter((one) => one.proof !== 'invoice' && one.proof !== 'bank-receipt'),
      ).counts,
    ).toBe(true)
  })

  test('never later than the last day of the period, so that its last papers still count', () => {
    const late = papers.map((one) => (one.proof === 'bank-receipt' ? { ...one, recordedOn: '2028-01-20' } : one))
    expect(ask(invoiced, late)).toMatchObject({ counts: true, on: '2027-12-31' })
  })

  test('every kind has proofs of its own; the confirmation is asked of every tailored one', () => {
    for (const kind of serviceKindList) {
      expect(proofsNeeded({ ...confirmed, kind }, edition).some((rule) => rule.clause === 'GA1')).toBe(true)
    }
    for (const kind of tailoredKinds) {
      expect(proofsNeeded({ ...confirmed, kind }, edition).map((rule) => rule.proof)).toContain('confirmation')
    }
  })

  test('one paper more never makes it count less or earlier miss more', () => {
    const paperOf = fc.constantFrom(...papers)
    fc.assert(
      fc.property(fc.array(paperOf), paperOf, (some, extra) => {
        const before = ask(invoiced, some)
        const after = ask(invoiced, [...some, extra])
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length)
        if (before.counts) expect(after.counts).toBe(true)
      }),
    )
  })
})

test('says why a photo does not count: one minute, no time of capture, the same file', () => {
  const rule = { proof: 'photo', need: 'always', min: 2, moments: true, clause: 'G3.4' } as never
  const shot = (fileId: string, takenAt: string | null) => ({
    proof: 'photo' as const,
    fileId,
    takenAt,
    recordedOn: '2026-06-01',
  })
  const at = '2026-06-01T02:00:10.000Z'
  const four = [shot('a', at), shot('b', '2026-06-01T02:00:40.000Z'), shot('c', null), shot('a', at)]
  const { days, why } = countFiles(four, rule)
  expect(days).toHaveLength(1)
  expect(why.zh).toContain('与已计照片拍摄于同一分钟 1 份，照片中没有拍摄时间 1 份，与已计文件内容相同 1 份')
  expect(countFiles([shot('a', at), shot('b', '2026-06-01T03:00:00.000Z')], rule).why.zh).toBe('')
})
