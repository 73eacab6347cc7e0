import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { obligationOf } from '../editions/edition.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import { filingLifecycle } from '../filings/filing.ts'
import type { FilingWorkItem } from '../filings/filing-tasks.ts'
import { actionsIn, type Lifecycle } from '../lifecycle.ts'
import { paymentLifecycle } from '../money/payment.ts'
import { trancheLifecycle } from '../money/tranches.ts'
import type { Seat } from '../people/roles.ts'
import { actsByTwo } from '../people/two-persons.ts'
import { serviceLifecycle } from '../services/service.ts'
import { taskDueDay } from './task-due.ts'
import { type Subject, taskRows, tasksOf, tasksOn, type WorkItem } from './tasks.ts'

const ids = (item: WorkItem) => tasksOn(item).map((row) => `${row.id} ${row.posts.join(' ')}`)

const liaison = obligationOf(edition, 'liaison-list')
const filing = (state: FilingWorkItem['state'], rule: Partial<ObligationRule> = {}): FilingWorkItem => ({
  subject: 'filing',
  kind: 'liaison-list',
  state,
  rule: { ...liaison, ...rule },
  spoken: [],
  toSign: [],
  passOnBy: null,
})
const money = { clause: 'G4.2', noticeClause: 'G4.2' } as const
const provincial = { opinions: ['province-economy', 'province-finance'], order: 'parallel' } as const

describe('who must act', () => {
  test.each<[WorkItem, string[]]>([
    [filing('unopened'), ['filing.open economy-officer']],
    [filing('locked'), ['filing.unlock economy-officer']],
    [filing('returned'), ['filing.amend economy-officer']],
    [filing('submitted'), ['filing.review-county-finance finance-officer']],
    [
      filing('submitted', provincial),
      ['filing.review-province-economy province-economy', 'filing.review-province-finance province-finance'],
    ],
    [filing('approved'), ['filing.record province-economy']],
    [filing('approved', { records: [] }), []],
    [filing('recorded'), []],
    [{ ...money, subject: 'tranche', state: 'waiting', gateOpen: false }, []],
    [{ ...money, subject: 'tranche', state: 'waiting', gateOpen: true }, ['tranche.recommend economy-officer']],
    [{ ...money, subject: 'tranche', state: 'recommended', gateOpen: true }, ['tranche.release finance-officer']],
    [{ ...money, subject: 'tranche', state: 'recommended', gateOpen: true, held: true }, []],
    [
      { ...money, subject: 'tranche', state: 'recommended', gateOpen: true, held: true, noticeDue: true },
      ['notice.publish economy-officer'],
    ],
    [
      { ...money, subject: 'tranche', state: 'waiting', gateOpen: false, toJudge: ['economy', 'finance'] },
      ['tranche.judge-economy economy-officer', 'tranche.judge-finance finance-officer'],
    ],
    [
      { ...money, subject: 'tranche', state: 'waiting', gateOpen: false, toJudge: ['finance'] },
      ['tranche.judge-finance finance-officer'],
    ],
    [
      {
        ...money,
        subject: 'tranche',
        state: 'waiting',
        gateOpen: true,
        prepared: [{ act: 'recommendation', bureau: 'economy' }],
      },
      [],
    ],
    [
      {
        ...money,
        subject: 'tranche',
        state: 'recommended',
        gateOpen: true,
        prepared: [{ act: 'release', bureau: 'finance' }],
      },
      [],
    ],
    [
      {
        ...{ ...money, subject: 'tranche', state: 'waiting', gateOpen: false, toJudge: ['economy', 'finance'] },
        prepared: [{ act: 'judgment', bureau: 'economy' }],
      },
      ['tranche.judge-finance finance-officer'],
    ],
    [
      { subject: 'signature', state: 'prepared', act: 'release', post: 'finance-leader', clause: 'H2' },
      ['signature.release finance-leader'],
    ],
    [{ ...filing('approved'), recordingPrepared: true }, []],
    [{ ...money, subject: 'objection', state: 'open' }, ['objection.answer economy-officer finance-officer']],
    [{ ...money, subject: 'disbursement', state: 'unfiled' }, ['disbursement.file economy-officer']],
    [{ ...money, subject: 'tranche', state: 'released', gateOpen: true }, ['tranche.confirm fund-officer']],
    [{ subject: 'service', state: 'delivered', owed: true, payment: null }, ['service.confirm enterprise-contact']],
    [{ subject: 'service', state: 'confirmed', owed: true, payment: null }, ['service.invoice fund-officer']],
    [{ subject: 'service', state: 'confirmed', owed: false, payment: null }, ['service.file service-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: null }, ['service.pay fund-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: 'cancelled' }, ['service.pay fund-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: 'prepared' }, []],
    [{ subject: 'payment', state: 'prepared' }, ['payment.approve park-manager']],
    [{ subject: 'decision', state: 'open', post: 'fund-officer' }, ['decision.complete fund-officer']],
    [{ subject: 'decision', state: 'done', post: 'fund-officer' }, []],
    [{ subject: 'practice', state: 'submitted' }, ['practice.decide economy-officer']],
    [{ subject: 'practice', state: 'adopted' }, []],
    [{ subject: 'close-out', state: 'due', clause: 'H7' }, ['close-out.propose economy-officer']],
    [
      { subject: 'close-out', state: 'confirmed', clause: 'H7' },
      ['close-out.record province-economy province-finance'],
    ],
    [{ subject: 'enterprise', state: 'undiagnosed' }, ['enterprise.diagnose service-officer']],
    [{ subject: 'incident', state: 'noticed', owed: false }, ['incident.assess security-admin']],
    [{ subject: 'incident', state: 'assessed', owed: true }, ['incident.report security-admin']],
    [{ subject: 'incident', state: 'assessed', owed: false }, ['incident.end security-admin']],
    [{ subject: 'incident', state: 'ended', owed: false }, ['incident.sum-up security-admin']],
    [{ subject: 'incident', state: 'summed-up', owed: false }, []],
    [{ subject: 'account', state: 'prepared' }, ['account.approve security-admin']],
  ])('%j', (item, expected) => expect(ids(item)).toEqual(expected))

  test('and by when: on the day of the duty, counted from the day it fell to them, or on the day named for it', () => {
    const due = (item: FilingWorkItem) =>
      tasksOn(item).map((row) => taskDueDay(row, { own: '2026-04-25', since: '2026-05-01' }))
    expect(due(filing('draft'))).toEqual(['2026-04-25'])
    expect(due(filing('returned'))).toEqual(['2026-05-06'])
    expect(due({ ...filing('submitted'), passOnBy: '2026-05-04' })).toEqual(['2026-05-04'])
  })

  test('whatever the edition says: its seats in turn or together, its recorder, its preparers', () => {
    const plan = obligationOf(edition, 'plan')
    const of = (more: Partial<FilingWorkItem['rule']>, state: FilingWorkItem['state'], spoken: Seat[] = []) =>
      ids({ ...filing(state), kind: 'plan', rule: { ...plan, ...more }, spoken })
    const seats: Seat[] = ['county-economy', 'province-economy']
    const turn = { opinions: seats, order: 'in-turn' } as const
    expect(of(turn, 'submitted')).toEqual(['filing.review-county-economy economy-officer'])
    expect(of(turn, 'submitted', ['county-economy'])).toEqual(['filing.review-province-economy province-economy'])
    expect(of({ opinions: seats }, 'submitted')).toHaveLength(2)
    expect(of({ records: ['province-finance'] }, 'approved')).toEqual(['filing.record province-finance'])
    expect(of({ by: ['service-officer'] }, 'draft')).toEqual(['filing.write service-officer'])
  })

  test('an opinion of two persons: the officer prepares it, the leader signs it', () => {
    const two = { ...filing('submitted'), toSign: ['county-finance'] } as const
    expect(ids(two)).toEqual(['filing.sign-county-finance finance-leader'])
  })

  test('what takes two persons is asked of the officer as something to prepare', () => {
    const titles = (item: WorkItem) => tasksOn(item).map(({ zh }) => zh)
    const review = { ...filing('submitted'), rule: { ...liaison, signed: ['county-finance'] } } as const
    expect(titles(review)).toEqual(['审核（拟定）'])
    expect(titles({ ...filing('submitted'), signedHere: ['county-finance'] })).toEqual(['审核（拟定）'])
    expect(titles({ ...filing('submitted'), signedHere: ['county-economy'] })).toEqual(['审核'])
    expect(titles({ ...filing('approved'), signedHere: ['province-economy'] })).toEqual(['备案（拟定）'])
    const signatures = [{ act: 'recording', seats: ['province-economy'] }] as const
    expect(titles({ ...filing('approved'), signatures })).toEqual(['备案（拟定）'])
    expect(titles({ ...filing('submitted'), signatures })).toEqual(['审核'])
    const judged = { ...money, subject: 'tranche', state: 'waiting', gateOpen: true, toJudge: ['economy'] } as const
    expect(titles({ ...judged, byTwo: [{ act: 'judgment', bureau: 'economy' }] })).toEqual([
      '提出拨付建议',
      '判断服务是否实际开展（拟定）',
    ])
    expect(titles({ ...judged, byTwo: actsByTwo({}, ['county-economy']) })).toEqual([
      '提出拨付建议（拟定）',
      '判断服务是否实际开展（拟定）',
    ])
  })

  test('a table is accepted, everything else reviewed', () => {
    const [row] = tasksOn({ ...filing('submitted'), kind: 'target-table' })
    expect([row?.zh, row?.due]).toEqual(['核定', { by: 'days', days: 10 }])
  })

  test('one post sees its own only', () => {
    expect(tasksOf('finance-officer', filing('submitted')).map((row) => row.id)).toEqual([
      'filing.review-county-finance',
    ])
    expect(tasksOf('park-manager', filing('submitted'))).toEqual([])
  })
})

describe('the table', () => {
  // Nobody has to open a filing again, or to take back what the bank has paid.
  const never = ['reopen', 'reverse-payment', 'return', 'correct']
  const lifecycles: Partial<Record<Subject, Lifecycle<string, string>>> = {
    filing: filingLifecycle,
    tranche: trancheLifecycle,
    service: serviceLifecycle,
    payment: paymentLifecycle,
  }

  test.each(Object.entries(lifecycles))(
    'leaves no state of a %s in which something can be done to nobody',
    (subject, table) => {
      for (const state of Object.keys(table)) {
        const waits = taskRows.some((row) => row.subject === subject && row.state === state)
        const acts = actionsIn(table, state).filter((action) => !never.includes(action))
        expect([state, waits]).toEqual([state, acts.length > 0])
      }
    },
  )
})
