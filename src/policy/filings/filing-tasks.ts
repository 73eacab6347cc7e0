import type { Day } from '../../shared/dates.ts'
import type { Text } from '../../shared/words.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { type Post, permits, postList, type Seat, seats } from '../people/roles.ts'
import { asPrepared, type Rules, reviewerOf, seatOfPost, signerOf, takesTwo } from '../people/two-persons.ts'
import type { FilingState } from './filing.ts'
import { type FilingKind, type FilingStep, filingKinds } from './filing-kinds.ts'
import { nextSteps } from './filing-steps.ts'
import { needsSignature } from './opinions.ts'

/** A filing that is owed: not opened yet, locked before it was ever filed, or in a state of its course. */
export type FilingWorkItem = {
  readonly subject: 'filing'
  readonly kind: FilingKind
  readonly state: FilingState | 'unopened' | 'locked'
  readonly rule: Pick<ObligationRule, 'by' | 'opinions' | 'order' | 'records' | 'clause' | 'signed'>
  readonly spoken: readonly Seat[]
  readonly toSign: readonly Seat[]
  /** Its recording waits for a signature, which is a task of its own. */
  readonly recordingPrepared?: boolean
  /** What of it takes two persons: by its edition's rows, and by seats that are stricter themselves. */
  readonly signatures?: Rules['signatures']
  readonly signedHere?: readonly Seat[]
  /** By when the county has to hand on what is under review, where its edition names a time. */
  readonly passOnBy: Day | null
}

type Due = { readonly by: 'own' } | { readonly by: 'days'; readonly days: number } | { readonly by: 'day'; day: Day }

/** What the edition and the kind say about a task on one filing: whose it is (nobody's where it is not due), what it is called. */
type OfFiling = Text & { readonly posts: readonly Post[]; readonly clause: Clause; readonly due: Due }

type FilingTask = Text & {
  readonly id: string
  readonly subject: 'filing'
  readonly state: FilingWorkItem['state']
  readonly posts: readonly Post[]
  readonly due: Due
  readonly clause: Clause
  readonly of: (item: FilingWorkItem) => OfFiling
}

const own: Due = { by: 'own' }
const days = (count: number): Due => ({ by: 'days', days: count })
const preparers = postList.filter((post) => permits(post, 'filing.submit'))
const recorders = postList.filter((post) => permits(post, 'filing.record'))

type Row = {
  readonly id: string
  readonly state: FilingWorkItem['state']
  readonly step: FilingStep
  readonly seat?: Seat
  readonly posts: readonly Post[]
  readonly due: Due
  readonly text: Text
}

function task({ id, state, step, seat, posts, due, text }: Row): FilingTask {
  const { zh, en } = text
  const of = (item: FilingWorkItem): OfFiling => {
    const { kind, rule, spoken, toSign, passOnBy, recordingPrepared = false } = item
    const begun =
      item.state === 'unopened' || item.state === 'locked'
        ? null
        : { state: item.state, spoken, toSign, recordingPrepared }
    const next = nextSteps(rule, begun).find((one) => one.step === step && one.seat === (seat ?? null))
    const named = state === 'locked' ? undefined : filingKinds[kind].tasks?.[step]
    const passesOn = passOnBy !== null && (seat?.startsWith('county-') ?? false)
    return {
      ...asPrepared({ zh: named?.zh ?? zh, en: named?.en ?? en }, isByTwo(item, step, seat)),
      posts: next?.posts ?? [],
      clause: rule.clause,
      due: passesOn ? { by: 'day', day: passOnBy } : named?.days === undefined ? due : days(named.days),
    }
  }
  return { id, subject: 'filing', state, posts, due, clause: 'G5.1', zh, en, of }
}

/** Whether who does this step only prepares it, for the leader to sign. */
function isByTwo(
  { rule, signatures, signedHere = [] }: FilingWorkItem,
  step: FilingStep,
  seat: Seat | undefined,
): boolean {
  if (step === 'review' && seat) return needsSignature({ rule, signedHere }, seat)
  const recorders = step === 'record' ? rule.records.flatMap((post) => seatOfPost(post) ?? []) : []
  return recorders.some((one) => takesTwo({ signatures }, 'recording', one, signedHere))
}

const prepare: Text = { zh: '编制并报送', en: 'Prepare and file' }
const prepared = { step: 'prepare', posts: preparers, due: own } as const

/** What is to be done about a filing of any kind; the posts are the edition's to name. Days inferred. */
export const filingTasks: readonly FilingTask[] = [
  task({ ...prepared, id: 'filing.open', state: 'unopened', text: prepare }),
  task({ ...prepared, id: 'filing.write', state: 'draft', text: prepare }),
  task({
    ...prepared,
    id: 'filing.unlock',
    state: 'locked',
    text: { zh: '逾期已锁定，申请例外后报送', en: 'Locked: ask for an exception, then file' },
  }),
  task({
    id: 'filing.amend',
    state: 'returned',
    step: 'amend',
    posts: preparers,
    due: days(5),
    text: { zh: '修改后重新报送', en: 'Amend and file again' },
  }),
  ...seats.flatMap((seat) => [
    task({
      id: `filing.review-${seat}`,
      state: 'submitted',
      step: 'review',
      seat,
      posts: [reviewerOf(seat)],
      due: days(5),
      text: { zh: '审核', en: 'Review' },
    }),
    task({
      id: `filing.sign-${seat}`,
      state: 'submitted',
      step: 'sign',
      seat,
      posts: [signerOf(seat)],
      due: days(5),
      text: { zh: '签发审核意见', en: 'Sign the opinion' },
    }),
  ]),
  task({
    id: 'filing.record',
    state: 'approved',
    step: 'record',
    posts: recorders,
    due: days(5),
    text: { zh: '备案', en: 'Record' },
  }),
]
