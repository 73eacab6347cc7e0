import type { z } from 'zod'
import type { Actor, Asking } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { discardFiling } from '../../../policy/filings/discard.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { filingKinds } from '../../../policy/filings/filing-kinds.ts'
import { mayReopen } from '../../../policy/filings/filing-posts.ts'
import { type FilingProgress, nextSteps, waitedFor } from '../../../policy/filings/filing-steps.ts'
import { discardPrepared, mayGiveOpinion, maySign, needsSignature } from '../../../policy/filings/opinions.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { namesOf, type Permission, type Seat } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { issuedFoot } from '../../programme/papers/public.ts'
import { type PreparedRow, preparedOn } from '../../programme/signing/public.ts'
import { type Duty, standingNow } from '../owed/public.ts'
import type { checkFiling, FilingAction, FilingView, GapView, showFiling } from './contract.ts'
import { readCourseFiling, seatOfActor, whyNotFiler, whyNotWriter, whyTooLate } from './course-filing.ts'
import type { ChangeInWords, CourseFiling, FilingContent, Gap, Kind, Kinds } from './kind.ts'
import type { OpinionView } from './opinion-contract.ts'
import { recordingsOf, whyNotRecorded } from './recordings.ts'
import { listReopenings } from './reopening-store.ts'
import { sentBackTo } from './sent-back-store.ts'
import { gapsOf } from './typed-gaps.ts'
import { type GivenOpinion, listVersions, opinionsByVersion, type VersionRow, versionContent } from './views.ts'
import { listWithdrawals } from './withdrawal-store.ts'

type View = z.input<typeof showFiling.reply>

/** `versionNo`: which submitted version to show; the newest unless asked otherwise. @throws HttpError 404 */
export async function showFilingView(
  tx: Tx,
  kinds: Kinds,
  { filingId, versionNo }: { filingId: string; versionNo: number | undefined },
  { actor, now, site }: Pick<Asking, 'actor' | 'now' | 'site'>,
): Promise<View> {
  const course = await readCourseFiling(tx, actor, filingId)
  const { row, filing, duty } = course
  const { kind, rule, batch, unit, pilots } = duty
  const hooks = kinds[kind]
  const versions = await listVersions(tx, filingId)
  const opinions = await opinionsByVersion(
    tx,
    versions.map((version) => version.id),
  )
  const gaps = filing.openSections.length > 0 ? await gapsOf(hooks, tx, course, now) : []
  const builtUpon = (await hooks.builtUpon?.(tx, duty)) ?? false
  const recordings = await preparedOn(tx, [filingId])
  const seat = seatOfActor(duty, actor)
  const hide = hidingFrom(hooks, duty.unit.id === actor.unitId)
  const { sections, textSections, returnable, review = null } = filingKinds[kind]
  return {
    filingId,
    kind,
    name: { zh: rule.zh, en: rule.en },
    clause: rule.clause,
    period: row.period,
    state: row.state,
    isDone: policy.isDone(filing),
    dueOn: row.dueOn,
    dueAt: row.dueAt?.toISOString() ?? null,
    standing: await standingNow(tx, duty, row, now),
    today: dayOf(now),
    batch: { batchId: batch.id, name: batch.name, edition: batch.edition.id, firstYear: batch.firstYear },
    unit: { unitId: unit.id, name: unit.name },
    pilotId: duty.pilotId,
    parks: pilots.map(({ parkId, parkName, awardFen }) => ({ parkId, name: parkName, awardFen })),
    sections: sectionsOf(course, policy.isDone(filing) ? [] : returnMarks(versions, opinions), hide),
    gaps: gaps.map(gapView),
    seats: [...policy.seatsOf(filing)],
    order: policy.orderOf(filing),
    signedSeats: policy.seatsOf(filing).filter((one) => needsSignature(filing, one)),
    waitingFor: policy.waitingFor(filing),
    waiting: waitedFor(nextSteps(rule, progressOf(filing))),
    ownSeat: seat,
    prepared: row.prepared
      .filter((one) => one.seat === seat)
      .map((one) => ({ ...opinionView(one), preparedId: one.id, judgment: one.judgment })),
    sentBack: await sentBackView(tx, course, seat),
    recorders: recordersOf(filing),
    record: row.record && { ...row.record, at: row.record.at.toISOString() },
    recordings: recordingsOf(course, recordings, actor),
    versions: versions.map(({ id, no, hash, submittedByName, submittedAt, unchangedBecause }) => ({
      no,
      hash,
      submittedByName,
      unchangedBecause,
      submittedAt: submittedAt.toISOString(),
      opinions: (opinions.get(id) ?? []).map(opinionView),
    })),
    ...(await compared(tx, hooks, course, { versions, wanted: versionNo, hide })),
    paperFoot: await issuedFoot(tx, site, { subject: filingId, versionNo: versionNo ?? row.version?.no ?? null }),
    withdrawals: (await listWithdrawals(tx, filingId)).map((one) => ({ ...one, at: one.at.toISOString() })),
    reopenings: (await listReopenings(tx, filingId)).map((one) => ({ ...one, at: one.at.toISOString() })),
    reopenable: [...(builtUpon ? textSections : sections)],
    reviewName: review,
    returnable,
    isDrafted: hooks.refresh !== undefined,
    actions: await actionsOn(tx, hooks, course, actor, { now, gaps, builtUpon, recordings }),
  }
}

/** What stands between a filing and its submission, all at once. @throws HttpError 404 */
export async function checkFilingView(
  tx: Tx,
  kinds: Kinds,
  filingId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof checkFiling.reply>> {
  const course = await readCourseFiling(tx, actor, filingId)
  return { gaps: (await gapsOf(kinds[course.duty.kind], tx, course, now)).map(gapView) }
}

function gapView({ section, field, severity, code, clause, text }: Gap): GapView {
  return { section, field, severity, code, clause, text }
}

function opinionView({ seat, verdict, marks, accountName, preparedByName, at }: GivenOpinion): OpinionView {
  return { seat, verdict, marks: [...marks], accountName, preparedByName, at }
}

async function sentBackView(tx: Tx, { row }: CourseFiling, seat: Seat | null): Promise<View['sentBack']> {
  const found = await sentBackTo(tx, row, seat)
  if (!found) return null
  const { judgment, sentBackByName, sentBackAt, reason, takenBack } = found
  const why = { sentBackByName, sentBackAt: sentBackAt.toISOString(), reason, takenBack }
  return { ...opinionView(found), judgment, ...why }
}

function progressOf({ state, opinions, prepared }: policy.Filing): FilingProgress {
  return { state, spoken: opinions.map(({ seat }) => seat), toSign: prepared.map(({ seat }) => seat) }
}

function recordersOf(filing: policy.Filing): View['recorders'] {
  const recorders = policy.recordersOf(filing)
  return recorders.length > 0 ? namesOf(recorders) : null
}

type SectionMark = { readonly section: string; readonly seat: GivenOpinion['seat']; readonly reason: string }

/** Why sections came back, from the newest version that was returned; `versions` newest first. */
function returnMarks(versions: readonly VersionRow[], opinions: ReadonlyMap<string, GivenOpinion[]>): SectionMark[] {
  const given = versions.map(({ id }) => opinions.get(id) ?? [])
  const returned = given.find((all) => all.some((opinion) => opinion.verdict === 'return')) ?? []
  return returned.flatMap(({ seat, marks }) => marks.map((mark) => ({ ...mark, seat })))
}

/** In the order of the kind; marks of the last return stand beside the sections they opened. */
function sectionsOf({ row, duty }: CourseFiling, marks: readonly SectionMark[], hide: Hide): View['sections'] {
  return filingKinds[duty.kind].sections.flatMap((id) => {
    const section = row.sections.find((one) => one.section === id)
    if (!section) return []
    const { content, typed, revision, open, editedByName, editedAt } = section
    const own = marks.filter((mark) => mark.section === id).map(({ seat, reason }) => ({ seat, reason }))
    const edited = { editedByName, editedAt: editedAt?.toISOString() ?? null }
    const shown = { content: hide?.(id, content) ?? content, typed: hide ? {} : { ...typed } }
    return [{ section: id, ...shown, revision, open, ...edited, marks: own }]
  })
}

/** The version asked for, or the newest, and what it changed. */
async function compared(
  tx: Tx,
  hooks: Kind,
  { duty }: CourseFiling,
  { versions, wanted, hide }: { versions: readonly VersionRow[]; wanted: number | undefined; hide: Hide },
): Promise<Pick<FilingView, 'viewed' | 'changes' | 'unchangedSections'>> {
  // An address may name a version that never was; then the newest is shown.
  const at = versions.findIndex((version) => version.no === wanted)
  const [version, previous] = versions.slice(Math.max(at, 0), Math.max(at, 0) + 2)
  if (!version) return { viewed: null, changes: null, unchangedSections: [] }
  const content = (await versionContent(tx, version.id)) as FilingContent
  const before = previous ? ((await versionContent(tx, previous.id)) as FilingContent) : null
  const changes = before && changesShown(hooks, { before, after: content, duty, hide })
  const { sections } = filingKinds[duty.kind]
  return {
    viewed: { no: version.no, hash: version.hash, content: contentShown(content, hide) },
    changes: changes?.map((change) => ({ ...change })) ?? null,
    unchangedSections: changes ? sections.filter((id) => !changes.some((change) => change.section === id)) : [],
  }
}

/** How a section is shown to readers who are not of the filer's unit; null where all of it is. */
type Hide = ((section: string, content: unknown) => unknown) | null

function hidingFrom({ inPart }: Kind, isOwn: boolean): Hide {
  return isOwn || !inPart ? null : (section, content) => inPart(section, content)
}

function contentShown(content: FilingContent, hide: Hide): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content).map(([id, part]) => [id, hide?.(id, part) ?? part]))
}

const hidden: Text = { zh: '（已遮盖）', en: '(masked)' }

/** The changes between two versions, in words of what the reader is shown of both. */
function changesShown(
  hooks: Kind,
  { before, after, duty, hide }: { before: FilingContent; after: FilingContent; duty: Duty; hide: Hide },
): readonly ChangeInWords[] | null {
  const all = hooks.changes?.(before, after, duty)
  if (!all || !hide) return all ?? null
  const told = hooks.changes?.(contentShown(before, hide), contentShown(after, hide), duty) ?? []
  // Two numbers that look the same in part are a change all the same.
  return all.map((one) => told.find(({ path }) => path === one.path) ?? { ...one, before: hidden, after: hidden })
}

type Now = { now: Date; gaps: readonly Gap[]; builtUpon: boolean; recordings: readonly PreparedRow[] }

async function actionsOn(
  tx: Tx,
  hooks: Kind,
  course: CourseFiling,
  actor: Actor,
  { now, gaps, builtUpon, recordings }: Now,
): Promise<View['actions']> {
  const { filing, duty, row } = course
  const { accountId: by, post } = actor
  const filed = row.version !== null
  const seat = seatOfActor(duty, actor)
  const late = await whyTooLate(tx, course, now)
  const held = (filing.openSections.length > 0 && (await hooks.whyNotSubmitted?.(tx, course))) || null
  const early = (filing.state === 'submitted' && (await hooks.whyNotJudged?.(tx, course))) || null
  const { sections, textSections } = filingKinds[duty.kind]
  const saved = policy.saveSection(filing, filing.openSections[0] ?? sections[0] ?? '', by)
  const again = { sections: builtUpon ? textSections : sections, builtUpon, reason: anyReason }
  const can = (action: FilingAction, permission: Permission, answer: unknown) => ({
    ...abilityOf(actor, action, permission, answer),
    action,
  })
  return [
    can('edit', 'filing.edit', whyNotWriter(duty, actor) ?? late ?? saved),
    can(
      'submit',
      'filing.submit',
      whyNotFiler(duty, actor) ?? late ?? held ?? policy.submitFiling(filing, { by, gaps }),
    ),
    can('withdraw', 'filing.submit', whyNotFiler(duty, actor) ?? policy.withdrawFiling(filing, { reason: anyReason })),
    can('discard', 'filing.edit', whyNotWriter(duty, actor) ?? discardFiling(filing, { filed, reason: anyReason })),
    can('give-opinion', 'filing.give-opinion', mayGiveOpinion(filing, { seat, by, post }) ?? early),
    can('sign-opinion', 'filing.give-opinion', maySign(filing, { seat, by, post }) ?? early),
    can('discard-opinion', 'filing.give-opinion', discardPrepared(filing, { seat, by, post, reason: anyReason })),
    can('record', 'filing.record', whyNotRecorded(course, recordings, actor)),
    can('reopen', 'filing.reopen', mayReopen(duty.rule, { post, seat }) ?? policy.reopenFiling(filing, again)),
  ]
}
