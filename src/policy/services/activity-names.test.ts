import { expect, test } from 'vitest'
import { usccOf } from '../../../tests/support/policy.ts'
import { batchPeriod, editionOf } from '../editions/edition.ts'
import { recordActivity } from './activity.ts'

const period = batchPeriod(editionOf('zj-2023'), 2025)
const attended = (name: string) => ({ uscc: usccOf(1), name, people: 3, proven: false, known: null })

test.each(['2026/5/1', '46143', '#N/A'])('%s is not the name of an enterprise that took part', (name) => {
  const activity = { kind: 'policy-briefing', title: '宣讲', on: period.from, attendees: [attended(name)] } as const
  expect(recordActivity(activity, { period, today: period.from })).toMatchObject({
    code: 'services.attendee-name-is-none',
    clause: 'G1.2',
  })
  const named = { ...activity, attendees: [attended('甲厂')] }
  expect(recordActivity(named, { period, today: period.from })).toBeNull()
})
