import { expect, test } from 'vitest'
import { tasksOn, type WorkItem } from './tasks.ts'

test.each<[Extract<WorkItem, { subject: 'measure' }>, string[]]>([
  [
    { subject: 'measure', state: 'decided', level: 'county', clause: 'G5.3' },
    ['measure.confirm-county finance-officer G5.3'],
  ],
  [
    { subject: 'measure', state: 'decided', level: 'province', clause: 'G5.5' },
    ['measure.confirm-province province-finance G5.5'],
  ],
  [{ subject: 'measure', state: 'claimed', level: 'county', clause: 'H7' }, ['measure.pay fund-officer H7']],
  [
    { subject: 'measure', state: 'overdue', level: 'county', clause: 'H7' },
    ['measure.receive-county finance-officer H7', 'measure.pay-overdue fund-officer H7'],
  ],
  [
    { subject: 'measure', state: 'overdue', level: 'province', clause: 'H7' },
    ['measure.receive-province province-finance H7', 'measure.pay-overdue fund-officer H7'],
  ],
])('%j waits for the finance bureau of its level, and its money for the park', (item, expected) => {
  expect(tasksOn(item).map(({ id, posts, clause }) => [id, ...posts, clause].join(' '))).toEqual(expected)
})
