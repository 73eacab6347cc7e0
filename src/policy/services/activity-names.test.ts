import { expect, test } from 'vitest'
import { usccOf } from '../../../tests/support/policy.ts'
import { batchPeriod, editionOf } from '../editions/edition.ts'
import { headCountDoubts, manyPeople, mostPeople, recordActivity } from './activity.ts'

const period = batchPeriod(editionOf('zj-2023'), 2025)
const when = { period, today: period.from, countsConfirmed: false }
const attended = (name: string) => ({ uscc: usccOf(1), name, people: 3, proven: false, known: null })

test.each(['2026/5/1', '46143', '#N/A'])('%s is not the name of an enterprise that took part', (name) => {
  const activity = { kind: 'policy-briefing', title: '宣讲', on: period.from, attendees: [attended(name)] } as const
  expect(recordActivity(activity, when)).toMatchObject({
    code: 'services.attendee-name-is-none',
    clause: 'G1.2',
  })
  const named = { ...activity, attendees: [attended('甲厂')] }
  expect(recordActivity(named, when)).toBeNull()
})

test.each([1, manyPeople, manyPeople + 1, mostPeople])(
  '%i people of one enterprise are asked about when they are many',
  (people) => {
    const attendees = [{ ...attended('甲厂'), people }]
    const activity = { kind: 'policy-briefing', title: '宣讲', on: period.from, attendees } as const
    const isMany = people > manyPeople
    expect(headCountDoubts(attendees)).toHaveLength(isMany ? 1 : 0)
    const asked = recordActivity(activity, when)
    if (isMany) expect(asked).toMatchObject({ code: 'services.doubtful-head-count', field: 'attendees.0.people' })
    else expect(asked).toBeNull()
    expect(recordActivity(activity, { ...when, countsConfirmed: true })).toBeNull()
  },
)
