import { describe, expect, test } from 'vitest'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { deadEnds, unreachable } from '../lifecycle.ts'
import {
  amendConsultation,
  closeDecision,
  type Decision,
  decisionLifecycle,
  doneLateDays,
  type MinutedUnit,
  type Minutes,
  postsOfUnit,
  recordConsultation,
} from './consultations.ts'

const unit = (id: string, kind: string, scope: string): MinutedUnit => ({ id, name: id, kind, scope })
const county = unit('嘉善县', 'county', '33/3304/330421/')
const park = unit('嘉善归谷智造园', 'park', '33/3304/330421/p1/')
const province = unit('浙江省', 'province', '33/')
const foreign = unit('海宁市', 'county', '33/3304/330481/')
const given = { scope: county.scope, today: '2026-05-20' }

const minutes: Minutes = {
  heldOn: '2026-05-18',
  participants: [
    { unit: county, person: '经信局经办' },
    { unit: park, person: '园区负责人' },
  ],
  decisions: [{ what: '补齐诊断报告', unit: park, post: 'service-officer', dueOn: '2026-06-10' }],
}
const [decision] = minutes.decisions
const record = (more: Partial<Minutes>) => recordConsultation(edition, 2026, { ...minutes, ...more }, given)
const decided = (more: Partial<Minutes['decisions'][number]>) =>
  record({ decisions: decision ? [{ ...decision, ...more }] : [] })

describe('minutes are recorded (G5.1)', () => {
  test('of a day that has come, inside the batch', () => {
    expect(record({})).toBeNull()
    expectRefusal(record({ heldOn: '2026-05-21' }), 'consultation.not-yet-held', 'G5.1', 'heldOn')
    expectRefusal(record({ heldOn: '2025-12-31' }), 'consultation.before-batch', 'G5.1', 'heldOn')
  })

  test('with people of one’s own area, or from above', () => {
    expectRefusal(record({ participants: [] }), 'consultation.no-participants', 'G5.1', 'participants')
    expectRefusal(record({ participants: minutes.participants.slice(1) }), 'consultation.no-participants', 'G5.1')
    const joinedBy = (one: MinutedUnit | null) =>
      record({ participants: [...minutes.participants, { unit: one, person: '处室' }] })
    expect(joinedBy(province)).toBeNull()
    expectRefusal(joinedBy(foreign), 'consultation.foreign-unit', 'G5.1', 'participants.2.unitId')
    expectRefusal(joinedBy(null), 'consultation.unit-missing', 'G5.1', 'participants.2.unitId')
  })

  test('each decision is somebody’s, by a day', () => {
    expect(record({ decisions: [] })).toBeNull()
    expectRefusal(decided({ unit: null }), 'consultation.nobody-responsible', 'G5.1', 'decisions.0.unitId')
    expectRefusal(decided({ post: '' }), 'consultation.nobody-responsible', 'G5.1', 'decisions.0.unitId')
    expectRefusal(decided({ unit: foreign }), 'consultation.foreign-unit', 'G5.1', 'decisions.0.unitId')
    expectRefusal(decided({ unit: province }), 'consultation.foreign-unit', 'G5.1', 'decisions.0.unitId')
    expectRefusal(decided({ post: 'finance-officer' }), 'consultation.post-not-in-unit', 'G5.1', 'decisions.0.post')
    expectRefusal(decided({ post: 'mayor' }), 'consultation.post-not-in-unit', 'G5.1', 'decisions.0.post')
    expectRefusal(decided({ dueOn: '2026-05-17' }), 'consultation.due-before-held', 'G5.1', 'decisions.0.dueOn')
  })

  test('only posts of the unit can be chosen', () => {
    expect(postsOfUnit('park')).toEqual(['park-manager', 'service-officer', 'fund-officer'])
    expect(postsOfUnit('province')).toEqual([
      'province-economy',
      'province-economy-leader',
      'province-finance',
      'province-finance-leader',
    ])
  })
})

describe('a decision (G5.1)', () => {
  const open: Decision = {
    state: 'open',
    unitId: park.id,
    unitName: park.name,
    post: 'service-officer',
    recorderId: county.id,
  }
  const mine = { unitId: park.id, post: 'service-officer', note: '材料已补齐' }
  const theirs = { unitId: county.id, post: 'economy-officer', note: '情况变化' }

  test('is finished by who is responsible, with a word', () => {
    expect(agreed(closeDecision(open, 'complete', mine))).toBe('done')
    expectRefusal(
      closeDecision(open, 'complete', { ...mine, post: 'park-manager' }),
      'consultation.not-the-responsible',
      'G5.1',
    )
    expectRefusal(closeDecision(open, 'complete', { ...mine, note: 'x' }), 'common.says-nothing', 'G5.1')
    expectRefusal(closeDecision(open, 'complete', theirs), 'consultation.not-the-responsible', 'G5.1')
    expectRefusal(
      closeDecision(open, 'complete', { ...mine, note: ' ' }),
      'consultation.closed-without-note',
      'G5.1',
      'note',
    )
  })

  test('is called off by who recorded it, with a reason', () => {
    expect(agreed(closeDecision(open, 'cancel', theirs))).toBe('cancelled')
    expectRefusal(closeDecision(open, 'cancel', mine), 'consultation.not-the-recorder', 'G5.1')
    expectRefusal(closeDecision(open, 'cancel', { ...theirs, note: '' }), 'consultation.closed-without-note', 'G5.1')
  })

  test('is closed once', () => {
    expectRefusal(closeDecision({ ...open, state: 'done' }, 'complete', mine), 'common.not-in-state', 'G5.1')
    expectRefusal(closeDecision({ ...open, state: 'cancelled' }, 'cancel', theirs), 'common.not-in-state', 'G5.1')
    expect(unreachable(decisionLifecycle, 'open')).toEqual([])
    expect(deadEnds(decisionLifecycle, ['done', 'cancelled'])).toEqual([])
  })
})

test('minutes are amended by the unit that recorded them, with words (G5.1)', () => {
  const of = { recorderId: county.id }
  expect(amendConsultation(of, { unitId: county.id, amendment: '更正到会人数' })).toBeNull()
  expectRefusal(amendConsultation(of, { unitId: park.id, amendment: '更正' }), 'consultation.not-the-recorder', 'G5.1')
  expectRefusal(amendConsultation(of, { unitId: county.id, amendment: '  ' }), 'consultation.empty-amendment', 'G5.1')
  expectRefusal(amendConsultation(of, { unitId: county.id, amendment: 'x' }), 'common.says-nothing', 'G5.1')
})

test('says by how many days a decision was done late, by the day where the programme is', () => {
  const late = (closedAt: string, state: 'open' | 'done' | 'cancelled' = 'done') =>
    doneLateDays({ state, dueOn: '2026-06-10', closedAt: new Date(closedAt) })
  expect(late('2026-06-10T23:59:59+08:00')).toBe(0)
  expect(late('2026-06-11T00:00:00+08:00')).toBe(1)
  expect(late('2026-07-10T09:00:00+08:00')).toBe(30)
  expect(late('2026-07-10T09:00:00+08:00', 'cancelled')).toBe(0)
  expect(doneLateDays({ state: 'open', dueOn: '2026-06-10', closedAt: null })).toBe(0)
})
