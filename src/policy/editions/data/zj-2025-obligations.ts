import type { ObligationId, ObligationRule } from '../edition-rules.ts'
import { fromTheRunning, inAMonth, zj2023Obligations } from './zj-2023-obligations.ts'

/** What the notice of 2025 names; reminders and locks are inferred here as there. */
const named: readonly ObligationRule[] = [
  {
    id: 'plan',
    zh: '实施方案',
    en: 'Implementation plan',
    of: 'pilot',
    by: ['park-manager'],
    opinions: ['county-economy', 'county-finance'],
    order: 'parallel',
    records: [],
    due: { by: 'date', year: 0, monthDay: '02-20' },
    clause: 'H3',
    source: 'official',
    dueSource: 'official',
    remind: [5, 3],
    locksAfterDays: null,
    joining: inAMonth,
  },
  {
    id: 'liaison-list',
    zh: '联络员名单',
    en: 'Liaison list',
    of: 'county',
    by: ['economy-officer'],
    opinions: ['county-finance'],
    order: 'in-turn',
    records: ['province-economy'],
    due: { by: 'date', year: 0, monthDay: '02-28' },
    clause: 'H5',
    source: 'official',
    dueSource: 'official',
    remind: [5],
    locksAfterDays: null,
    joining: inAMonth,
  },
  {
    id: 'disbursement-plan',
    zh: '推进方案',
    en: 'County plan',
    of: 'county',
    by: ['economy-officer'],
    opinions: ['county-finance'],
    order: 'in-turn',
    records: ['province-finance'],
    due: { by: 'date', year: 0, monthDay: '02-28' },
    clause: 'H4',
    source: 'official',
    dueSource: 'official',
    remind: [5],
    locksAfterDays: null,
    joining: inAMonth,
  },
  {
    id: 'target-table',
    zh: '试点工作情况表',
    en: "Table of the pilot's work",
    of: 'pilot',
    by: ['park-manager'],
    opinions: ['county-economy'],
    order: 'in-turn',
    records: ['province-economy'],
    due: { by: 'after-period', days: 10 },
    clause: 'H6',
    source: 'official',
    dueSource: 'inferred',
    remind: [5],
    locksAfterDays: 60,
    joining: fromTheRunning,
  },
  {
    id: 'final-evaluation',
    zh: '总体绩效评价',
    en: 'Overall evaluation',
    of: 'province',
    by: ['province-economy'],
    opinions: ['province-finance'],
    order: 'in-turn',
    records: [],
    due: { by: 'date', year: 2, monthDay: '04-30' },
    clause: 'H7',
    source: 'official',
    dueSource: 'inferred',
    remind: [20],
    locksAfterDays: null,
    joining: inAMonth,
  },
]

/** The notice says nothing of these. */
const silent: readonly ObligationId[] = ['half-year-summary', 'major-matter']

/** Everything a batch of 2025 has to file: no mid-term evaluation, half-yearly tables, earlier days. */
export const zj2025Obligations: readonly ObligationRule[] = [
  ...named,
  ...zj2023Obligations
    .filter((row) => silent.includes(row.id))
    .map((row): ObligationRule => ({ ...row, source: 'inferred', dueSource: 'inferred' })),
]
