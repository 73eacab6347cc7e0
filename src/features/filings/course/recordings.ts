import type { Actor } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { isPost, type Seat, seatOf } from '../../../policy/people/roles.ts'
import { takesTwo, whyNotPrepared, whyNotPreparer } from '../../../policy/people/two-persons.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { type PreparedRow, preparedViews, unsignedViews } from '../../programme/signing/public.ts'
import type { FilingView } from './contract.ts'
import type { CourseFiling } from './kind.ts'

/** What the reader's bureau has prepared to take this filing on record, and what was not signed of it. */
export function recordingsOf(
  course: CourseFiling,
  rows: readonly PreparedRow[],
  reader: Actor,
): FilingView['recordings'] {
  const seat = seatOf(reader.unitKind, reader.bureau)
  return {
    takesTwo: seat !== null && takesTwoOf(course, seat),
    prepared: preparedViews(rows, reader, (row) => whyNot(course, reader, row.preparedBy)),
    unsigned: unsignedViews(rows, reader),
  }
}

/** Why this reader does not record it now, or prepare that; for the button. */
export function whyNotRecorded(course: CourseFiling, rows: readonly PreparedRow[], reader: Actor): Refusal | null {
  const seat = seatOf(reader.unitKind, reader.bureau)
  const waiting = rows.find((row) => row.ended === null && row.seat === seat)
  const { clause } = course.duty.rule
  return (
    whyNot(course, reader, null) ??
    whyNotPrepared(waiting ? { seat: waiting.seat, by: waiting.preparedBy } : null, clause) ??
    (seat !== null && takesTwoOf(course, seat) ? whyNotPreparer(seat, reader.post, clause) : null)
  )
}

function takesTwoOf({ duty, filing }: CourseFiling, seat: Seat): boolean {
  return takesTwo(duty.batch.edition, 'recording', seat, filing.signedHere)
}

function whyNot({ filing }: CourseFiling, { post, accountId: by }: Actor, preparedBy: string | null): Refusal | null {
  if (!isPost(post)) return null
  const after = policy.recordFiling(filing, { post, by, preparedBy })
  return isRefusal(after) ? after : null
}
