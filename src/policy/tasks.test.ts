import { describe, expect, test } from 'vitest'
import { edition } from '../../tests/support/policy.ts'
import { obligationOf } from './edition.ts'
import { filingLifecycle } from './filing.ts'
import type { FilingThing } from './filing-tasks.ts'
import { actionsIn, type Lifecycle } from './lifecycle.ts'
import { paymentLifecycle } from './payment.ts'
import { returnLifecycle } from './returns.ts'
import { permits } from './roles.ts'
import { serviceLifecycle } from './service.ts'
import { type Subject, type Thing, taskDueDay, taskRows, tasksOf, tasksOn } from './tasks.ts'
import { trancheLifecycle } from './tranches.ts'

const ids = (thing: Thing) => tasksOn(thing).map((row) => `${row.id} ${row.posts.join(' ')}`)

const liaison = obligationOf(edition, 'liaison-list')
const form = (state: FilingThing['state'], waitingFor: FilingThing['waitingFor'] = []): FilingThing => ({
  subject: 'filing',
  state,
  rule: liaison,
  waitingFor,
})

describe('who must act', () => {
  test.each<[Thing, string[]]>([
    [form('unopened'), ['filing.open economy-officer']],
    [form('returned'), ['filing.amend economy-officer']],
    [form('submitted', ['county-finance']), ['filing.review-county-finance finance-officer']],
    [
      form('submitted', ['province-economy', 'province-finance']),
      ['filing.review-province-economy province-economy', 'filing.review-province-finance province-finance'],
    ],
    [form('approved'), ['filing.record province-economy']],
    [{ ...form('approved'), rule: { ...liaison, records: [] } }, []],
    [form('recorded'), []],
    [{ subject: 'plan', state: 'draft', spoken: [] }, ['plan.write park-manager']],
    [{ subject: 'plan', state: 'returned', spoken: ['finance'] }, ['plan.amend park-manager']],
    [
      { subject: 'plan', state: 'submitted', spoken: [] },
      ['plan.review-economy economy-officer', 'plan.review-finance finance-officer'],
    ],
    [{ subject: 'plan', state: 'submitted', spoken: ['economy'] }, ['plan.review-finance finance-officer']],
    [{ subject: 'plan', state: 'approved', spoken: ['economy', 'finance'] }, []],
    [{ subject: 'tranche', state: 'waiting', gateOpen: false }, []],
    [{ subject: 'tranche', state: 'waiting', gateOpen: true }, ['tranche.recommend economy-officer']],
    [{ subject: 'tranche', state: 'recommended', gateOpen: true }, ['tranche.release finance-officer']],
    [{ subject: 'tranche', state: 'recommended', gateOpen: true, held: true }, []],
    [
      { subject: 'tranche', state: 'recommended', gateOpen: true, held: true, noticeDue: true },
      ['notice.publish economy-officer'],
    ],
    [
      { subject: 'tranche', state: 'waiting', gateOpen: false, toJudge: ['economy', 'finance'] },
      ['tranche.judge-economy economy-officer', 'tranche.judge-finance finance-officer'],
    ],
    [
      { subject: 'tranche', state: 'waiting', gateOpen: false, toJudge: ['finance'] },
      ['tranche.judge-finance finance-officer'],
    ],
    [{ subject: 'objection', state: 'open' }, ['objection.answer economy-officer finance-officer']],
    [{ subject: 'disbursement', state: 'unfiled' }, ['disbursement.file economy-officer']],
    [{ subject: 'tranche', state: 'released', gateOpen: true }, ['tranche.confirm fund-officer']],
    [{ subject: 'service', state: 'delivered', owed: true, payment: null }, ['service.confirm enterprise-contact']],
    [{ subject: 'service', state: 'confirmed', owed: true, payment: null }, ['service.invoice fund-officer']],
    [{ subject: 'service', state: 'confirmed', owed: false, payment: null }, ['service.file service-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: null }, ['service.pay fund-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: 'cancelled' }, ['service.pay fund-officer']],
    [{ subject: 'service', state: 'invoiced', owed: true, payment: 'prepared' }, []],
    [{ subject: 'payment', state: 'prepared' }, ['payment.approve park-manager']],
    [{ subject: 'return', state: 'open' }, ['return.submit park-manager']],
    [{ subject: 'return', state: 'submitted' }, ['return.accept economy-officer']],
    [{ subject: 'return', state: 'accepted', records: [] }, []],
    [{ subject: 'return', state: 'accepted', records: ['province-economy'] }, ['return.record province-economy']],
    [{ subject: 'decision', state: 'open', post: 'fund-officer' }, ['decision.complete fund-officer']],
    [{ subject: 'decision', state: 'done', post: 'fund-officer' }, []],
    [{ subject: 'enterprise', state: 'undiagnosed' }, ['enterprise.diagnose service-officer']],
  ])('%j', (thing, expected) => expect(ids(thing)).toEqual(expected))

  test('and by when: on the day of the duty, or counted from the day it fell to them', () => {
    const due = (id: string, period?: string) => {
      const row = taskRows.find((one) => one.id === id)
      if (!row) throw new Error(id)
      return taskDueDay(row, { edition, firstYear: 2026, since: '2026-05-01', ...(period ? { period } : {}) })
    }
    expect(due('plan.write')).toBe('2026-04-25')
    expect(due('plan.amend')).toBe('2026-05-06')
    expect(due('return.submit', '2026Q3')).toBe('2026-10-10')
  })

  test('one post sees its own only', () => {
    const thing: Thing = { subject: 'plan', state: 'submitted', spoken: [] }
    expect(tasksOf('finance-officer', thing).map((row) => row.id)).toEqual(['plan.review-finance'])
    expect(tasksOf('park-manager', thing)).toEqual([])
  })
})

describe('the table', () => {
  const lifecycles: Partial<Record<Subject, Lifecycle<string, string>>> = {
    plan: filingLifecycle,
    filing: filingLifecycle,
    tranche: trancheLifecycle,
    service: serviceLifecycle,
    payment: paymentLifecycle,
    return: returnLifecycle,
  }

  test.each(Object.entries(lifecycles))(
    'leaves no state of a %s in which something can be done to nobody',
    (subject, table) => {
      for (const state of Object.keys(table)) {
        const waits = taskRows.some((row) => row.subject === subject && row.state === state)
        // A plan is neither recorded nor opened again; nobody has to open a form again.
        const never = { plan: ['record', 'reopen'], filing: ['reopen'] }[subject] ?? []
        const acts = actionsIn(table, state).filter((action) => !never.includes(action))
        expect([state, waits]).toEqual([state, acts.length > 0])
      }
    },
  )

  test('asks nobody for what the post may not do', () => {
    const needs: Record<string, Parameters<typeof permits>[1]> = {
      'filing.open': 'filing.submit',
      'filing.write': 'filing.submit',
      'filing.amend': 'filing.submit',
      'filing.review-county-economy': 'filing.give-opinion',
      'filing.review-county-finance': 'filing.give-opinion',
      'filing.review-province-economy': 'filing.give-opinion',
      'filing.review-province-finance': 'filing.give-opinion',
      'filing.record': 'filing.record',
      'plan.write': 'plan.submit',
      'plan.amend': 'plan.submit',
      'plan.review-economy': 'filing.give-opinion',
      'plan.review-finance': 'filing.give-opinion',
      'tranche.recommend': 'tranche.recommend',
      'tranche.release': 'tranche.release',
      'tranche.confirm': 'tranche.confirm-receipt',
      'enterprise.diagnose': 'diagnosis.record',
      'service.select': 'service.order',
      'service.contract': 'service.contract',
      'service.start': 'service.visit',
      'service.deliver': 'service.deliver',
      'service.confirm': 'service.confirm',
      'service.resolve': 'service.visit',
      'service.invoice': 'service.invoice',
      'service.file': 'service.deliver',
      'service.pay': 'payment.prepare',
      'service.close': 'service.deliver',
      'payment.approve': 'payment.approve',
      'tranche.judge-economy': 'tranche.judge',
      'tranche.judge-finance': 'tranche.judge',
      'notice.publish': 'notice.publish',
      'objection.answer': 'notice.answer',
      'disbursement.file': 'tranche.file',
      'payment.receipt': 'payment.record-receipt',
      'return.submit': 'return.submit',
      'return.accept': 'return.accept',
      'return.record': 'return.record',
      'decision.complete': 'consultation.answer',
    }
    expect(taskRows.map((row) => row.id).toSorted()).toEqual(Object.keys(needs).toSorted())
    for (const { id, posts } of taskRows) {
      for (const post of posts) expect([id, permits(post, needs[id] ?? 'public')]).toEqual([id, true])
    }
  })
})
