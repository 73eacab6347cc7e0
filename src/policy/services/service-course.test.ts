import { describe, expect, it } from 'vitest'
import { zj2023 } from '../editions/data/zj-2023.ts'
import { answerByLink, linkDays, linkState, mayInvite } from './confirmation-link.ts'
import { addEvidence, fileProofs, fits, takenOnAnotherDay } from './evidence.ts'
import { type Service, type ServiceState, serviceStates } from './service.ts'
import { courseOf, courseRows } from './service-course.ts'

const service = (state: ServiceState, patch: Partial<Service> = {}): Service => ({
  id: 's',
  kind: 'financing',
  enterpriseId: 'e',
  state,
  diagnosisId: 'd',
  need: 'n',
  openedOn: '2026-05-01',
  openedBy: 'o',
  selection: null,
  contract: null,
  visits: [],
  delivery: null,
  confirmation: null,
  invoices: [],
  lastDispute: null,
  cancelReason: '',
  ...patch,
})
const owing = {
  provincialFen: 1,
  parkFen: 0,
  enterpriseFen: 0,
  priceFen: 1,
  number: '1',
  signedOn: '2026-05-02',
  fundLineId: 'l',
  fileId: 'f',
}
const free = { ...owing, provincialFen: 0, enterpriseFen: 1 }
const stepsIn = (of: Service, state: string) =>
  courseOf(of)
    .filter((one) => one.state === state)
    .map(({ step }) => step)

describe('the course of a service (G3.4)', () => {
  it('has every step once, in every state, and at most one next', () => {
    for (const state of serviceStates) {
      const course = courseOf(service(state))
      expect(course.map(({ step }) => step)).toEqual(courseRows.map(({ step }) => step))
      expect(course.filter((one) => one.state === 'next').length).toBeLessThanOrEqual(1)
    }
  })

  it('begins with the choice, skips the money where the park owes nothing, and stops where it was called off', () => {
    expect(stepsIn(service('needed'), 'next')).toEqual(['selection'])
    const confirmed = { verdict: 'confirm' as const, rating: 5, comment: '', on: '2026-05-09', by: 'link' }
    const selection = {
      productId: 'p',
      agencyUscc: 'u',
      candidates: ['p'],
      reason: '价格较低',
      fewReason: '',
      on: '2026-05-01',
      by: 'o',
    }
    const done = {
      selection,
      visits: [{ id: 'v', on: '2026-05-03', place: '', content: 'c', by: 'o' }],
      delivery: { on: '2026-05-05', summary: 's', remedy: '', by: 'o' },
      confirmation: confirmed,
    }
    expect(stepsIn(service('confirmed', { ...done, contract: owing }), 'next')).toEqual(['invoice'])
    expect(stepsIn(service('confirmed', { ...done, contract: free }), 'skipped')).toEqual(['invoice', 'payment'])
    expect(stepsIn(service('confirmed', { ...done, contract: free }), 'next')).toEqual(['closing'])
    expect(stepsIn(service('cancelled'), 'stopped')).toHaveLength(8)
    const disputed = service('disputed', {
      ...done,
      contract: owing,
      confirmation: { ...confirmed, verdict: 'dispute' },
    })
    expect(stepsIn(disputed, 'next')).toEqual(['answer'])
  })
})

describe('a confirmation link (G3.4)', () => {
  const now = new Date('2026-05-10T09:00:00+08:00')
  const createdAt = now
  const later = new Date(now.getTime() + linkDays * 86_400_000)

  it('is open until its last moment, and then expired; used for ever once it is used', () => {
    expect(linkState({ createdAt, expiresAt: later, usedAt: null }, new Date(later.getTime() - 1))).toBe('open')
    expect(linkState({ createdAt, expiresAt: later, usedAt: null }, later)).toBe('expired')
    expect(linkState({ createdAt, expiresAt: later, usedAt: now }, later)).toBe('used')
    // a newer one was made a day later
    const early = new Date(now.getTime() + 86_400_000)
    expect(linkState({ createdAt, expiresAt: early, usedAt: null }, early)).toBe('replaced')
    expect(linkState({ createdAt, expiresAt: later, usedAt: null, isFormer: true }, now)).toBe('former')
  })

  it('is answered by the enterprise or by nobody known, and only while a delivery waits', () => {
    const link = { createdAt, expiresAt: later, usedAt: null }
    expect(answerByLink(link, now, null)).toBeNull()
    expect(answerByLink(link, now, { name: '企业', post: 'enterprise-contact' })).toBeNull()
    expect(answerByLink(link, now, { name: '专员', post: 'service-officer' })?.code).toBe(
      'services.link-answers-itself',
    )
    for (const state of serviceStates) expect(mayInvite(service(state)) === null).toBe(state === 'delivered')
  })
})

describe('evidence (G3.4, GA1)', () => {
  it('is of a kind the edition asks for, and never what comes with its own step', () => {
    expect(fileProofs('financing', zj2023)).toEqual([
      'scheme',
      'photo',
      'deliverable',
      'loan-contract',
      'arrival-proof',
    ])
    expect(fits('financing', 'certificate', zj2023)?.code).toBe('services.proof-of-other-kind')
    for (const proof of ['contract', 'invoice', 'bank-receipt', 'rating'] as const)
      expect(fits('financing', proof, zj2023)?.code).toBe('services.made-in-the-product')
  })

  it('comes until the service is called off', () => {
    for (const state of serviceStates)
      expect(addEvidence(service(state), 'scheme', zj2023) === null).toBe(state !== 'cancelled')
  })

  it('is suspected when the photo names another day in the programme’s zone', () => {
    expect(takenOnAnotherDay(new Date('2026-05-09T16:30:00Z'), '2026-05-10')).toBe(false)
    expect(takenOnAnotherDay(new Date('2026-05-09T15:30:00Z'), '2026-05-10')).toBe(true)
    expect(takenOnAnotherDay(null, '2026-05-10')).toBe(false)
  })
})
