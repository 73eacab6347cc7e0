import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Filing } from '../../../policy/filings/filing.ts'
import { filingKinds, isFilingKind } from '../../../policy/filings/filing-kinds.ts'
import { mayFile, mayWrite, seatOn } from '../../../policy/filings/filing-posts.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { signedSeatsOf } from '../../programme/signing/public.ts'
import { type Duty, filingKeyOf, requireDuty, whyLockedNow } from '../owed/public.ts'
import type { CourseFiling, FilingContent } from './kind.ts'
import { lockFiling } from './store.ts'
import { type FilingRow, showFiling } from './views.ts'

type Reader = Pick<Actor, 'scope'>

/** Locked until the transaction ends. `only`: the one section whose content is needed. @throws HttpError 404 outside the reader's scope. */
export async function lockCourseFiling(tx: Tx, reader: Reader, filingId: string, only?: string): Promise<CourseFiling> {
  return courseFiling(tx, reader, await lockFiling(tx, filingId, only))
}

/** To read. @throws HttpError 404 outside the reader's scope. */
export async function readCourseFiling(tx: Tx, reader: Reader, filingId: string): Promise<CourseFiling> {
  return courseFiling(tx, reader, await showFiling(tx, filingId))
}

async function courseFiling(tx: Tx, reader: Reader, row: FilingRow | null): Promise<CourseFiling> {
  if (!row || !isFilingKind(row.kind)) throw notFound({ zh: '报送材料', en: 'filing' })
  const { batchId, unitId, kind, period } = row
  const duty = await requireDuty(tx, reader, { batchId, unitId, kind, period })
  const signedHere = await signedSeatsOf(tx, duty.countyId)
  return { row, duty, filing: asPolicy(row, duty, signedHere), content: contentOf(row) }
}

/** A filing as the policy judges it. Opinions on a version that came back no longer bind. */
function asPolicy(row: FilingRow, { kind, rule }: Duty, signedHere: readonly Seat[]): Filing {
  return {
    kind,
    rule,
    state: row.state,
    openSections: row.sections.filter((section) => section.open).map((section) => section.section),
    opinions: row.state === 'draft' ? [] : row.opinions,
    prepared: row.state === 'submitted' ? row.prepared : [],
    signedHere,
    makers: row.makers,
  }
}

/** The whole content, put together from its sections, in the order of the kind. */
function contentOf(row: FilingRow): FilingContent {
  const { sections } = filingKinds[row.kind]
  return Object.fromEntries(sections.map((id) => [id, row.sections.find((one) => one.section === id)?.content]))
}

/** Why this person does not write in it: not of the office that the edition names, or not of the unit that owes it. */
export function whyNotWriter(
  { rule, unit }: Pick<Duty, 'rule' | 'unit'>,
  actor: Pick<Actor, 'post' | 'unitId'>,
): Refusal | null {
  return mayWrite(rule, { post: actor.post, ofOwner: actor.unitId === unit.id })
}

/** Why this person does not file it or take it back: not a post that the edition names. */
export function whyNotFiler({ rule, unit }: Duty, actor: Pick<Actor, 'post' | 'unitId'>): Refusal | null {
  return mayFile(rule, { post: actor.post, ofOwner: actor.unitId === unit.id })
}

/** The seat this person speaks from on this filing; null for everybody else. */
export function seatOfActor(duty: Duty, actor: Pick<Actor, 'unitKind' | 'bureau' | 'unitId'>): Seat | null {
  return seatOn(actor, duty.countyId)
}

/** Why it can no longer be filed for the first time, or null; what was filed once may always be mended. */
export function whyTooLate(
  tx: Tx,
  { duty, row }: Pick<CourseFiling, 'duty' | 'row'>,
  now: Date,
): Promise<Refusal | null> {
  return whyLockedNow(tx, duty.rule, { id: row.id, dueOn: row.dueOn, ...filingKeyOf(duty) }, dayOf(now))
}
