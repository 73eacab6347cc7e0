import type { Clause } from '../guide/clauses.ts'
import { type MeasureLevel, measureLevelList } from '../money/measures.ts'
import type { Post } from '../people/roles.ts'
import type { TaskDue } from './task-due.ts'

/** `level`: whose two bureaus it is. `claimed`: in force and to be paid back; `overdue`: its day has gone by. */
export type MeasureItem = {
  readonly subject: 'measure'
  readonly state: 'decided' | 'claimed' | 'overdue'
  readonly level: MeasureLevel
  /** Its confirmation waits for a signature, and is not asked for again. */
  readonly prepared?: boolean
  readonly clause: Clause
}

type MeasureTask = readonly [
  id: string,
  state: MeasureItem['state'],
  posts: readonly Post[],
  due: TaskDue,
  zh: string,
  en: string,
  when?: (item: object) => boolean,
]

const finance: Readonly<Record<MeasureLevel, readonly Post[]>> = {
  county: ['finance-officer'],
  province: ['province-finance'],
}
const own: TaskDue = { by: 'own' }

function ofLevel(level: MeasureLevel): MeasureTask[] {
  const of = (item: object) => 'level' in item && item.level === level
  const unprepared = (item: object) => of(item) && !('prepared' in item && item.prepared)
  const posts = finance[level]
  const tenDays: TaskDue = { by: 'days', days: 10 }
  return [
    [`measure.confirm-${level}`, 'decided', posts, tenDays, '确认处理措施', 'Confirm the measure', unprepared],
    [`measure.receive-${level}`, 'overdue', posts, own, '登记逾期未缴资金', 'Record what is overdue', of],
  ]
}

/** Who confirms a measure, who pays back what it asks, and who looks after what is overdue (G5.3). */
export const measureTasks: readonly MeasureTask[] = [
  ...measureLevelList.flatMap(ofLevel),
  ['measure.pay', 'claimed', ['fund-officer'], own, '缴回收回资金', 'Pay back what was recovered'],
  ['measure.pay-overdue', 'overdue', ['fund-officer'], own, '缴回逾期资金', 'Pay back what is overdue'],
]
