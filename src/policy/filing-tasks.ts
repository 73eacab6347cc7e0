import type { Text } from '../shared/words.ts'
import type { Clause } from './clauses.ts'
import type { ObligationRule } from './edition-rules.ts'
import type { FilingState } from './filing.ts'
import { type Post, permits, postList, type Seat, seats } from './roles.ts'

/** A form that is owed: not opened yet, or in a state of its filing, with what the edition says about who acts. */
export type FilingThing = {
  readonly subject: 'filing'
  readonly state: FilingState | 'unopened'
  readonly rule: Pick<ObligationRule, 'by' | 'records' | 'clause'>
  /** Seats that may speak now, on what is submitted. */
  readonly waitingFor: readonly Seat[]
}

/** Who is asked on a seat. */
const postOfSeat: Readonly<Record<Seat, Post>> = {
  'county-economy': 'economy-officer',
  'county-finance': 'finance-officer',
  'province-economy': 'province-economy',
  'province-finance': 'province-finance',
}

/** `own`: the day is the duty's own. `of`: who it falls to for this very form, and by which clause; nobody where it falls to none. */
type FilingTask = Text & {
  readonly id: string
  readonly subject: 'filing'
  readonly state: FilingThing['state']
  readonly posts: readonly Post[]
  readonly due: { readonly by: 'own' } | { readonly by: 'days'; readonly days: number }
  readonly clause: Clause
  readonly of: (thing: FilingThing) => { readonly posts: readonly Post[]; readonly clause: Clause }
}

type Due = FilingTask['due']
type Asked = (thing: FilingThing) => readonly Post[]
const own: Due = { by: 'own' }
const days = (count: number): Due => ({ by: 'days', days: count })
const preparers = postList.filter((post) => permits(post, 'filing.submit'))
const recorders = postList.filter((post) => permits(post, 'filing.record'))

const task = (
  id: string,
  state: FilingTask['state'],
  posts: readonly Post[],
  due: Due,
  text: Text,
  asked: Asked,
): FilingTask => ({
  id,
  subject: 'filing',
  state,
  posts,
  due,
  clause: 'G5.1',
  ...text,
  of: (thing) => ({ posts: asked(thing), clause: thing.rule.clause }),
})

/** What is to be done about a form; the posts are the edition's to name. Days inferred. */
export const filingTasks: readonly FilingTask[] = [
  task('filing.open', 'unopened', preparers, own, { zh: '编制并报送', en: 'Prepare and file' }, ({ rule }) => rule.by),
  task('filing.write', 'draft', preparers, own, { zh: '完成编制并报送', en: 'Finish and file' }, ({ rule }) => rule.by),
  task(
    'filing.amend',
    'returned',
    preparers,
    days(5),
    { zh: '修改被退回的材料', en: 'Amend the returned filing' },
    ({ rule }) => rule.by,
  ),
  ...seats.map((seat) =>
    task(
      `filing.review-${seat}`,
      'submitted',
      [postOfSeat[seat]],
      days(5),
      { zh: '审核报送材料', en: 'Review the filing' },
      (thing) => (thing.waitingFor.includes(seat) ? [postOfSeat[seat]] : []),
    ),
  ),
  task(
    'filing.record',
    'approved',
    recorders,
    days(5),
    { zh: '备案报送材料', en: 'Take the filing on record' },
    ({ rule }) => rule.records,
  ),
]
