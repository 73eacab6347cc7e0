import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { countAnswers } from '../../../policy/records/answers.ts'
import { recordedBefore } from '../../../policy/records/recorded-before.ts'
import * as policy from '../../../policy/services/activity.ts'
import { answersFit } from '../../../policy/services/activity-answers.ts'
import { canonical } from '../../../shared/canonical.ts'
import { dayOf, isDay } from '../../../shared/dates.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { answersOf } from './answer-store.ts'
import { keepAttendees, knownAttendees } from './attendees.ts'
import * as contract from './contract.ts'
import { correctingOf } from './correcting.ts'
import { countAnew } from './keep-papers.ts'
import * as store from './store.ts'

/** What was wrong is said anew, with the reason; what was said before stays on record (G1.2). */
export const correctActivity = command(contract.correctActivity, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const before = await store.lockActivity(tx, params.activityId)
  if (!before) throw notFound({ zh: '活动', en: 'activity' })
  const no = policy.mayCorrectActivity(correctingOf(before, actor))
  if (no) throw no
  const { id, kind, scope } = before
  const pilot = await requirePilot(tx, before.pilotId)
  const { title, heldOn, place, attendees, countsConfirmed, reason } = body
  const stood = await store.attendeesOf(tx, before)
  const changed = canonical(saidOf(before, stood)) !== canonical(saidOf(body, attendees))
  await holdKey(tx, 'activity', pilot.id)
  const standing = isDay(heldOn) ? await store.activitiesOf(tx, pilot.id, { id, kind, heldOn }) : []
  const [answered] = await answersOf(tx, id)
  const named = await knownAttendees(tx, pilot, attendees)
  const when = { period: batchPeriod(pilot.edition, pilot.firstYear), today: dayOf(now), countsConfirmed }
  const refusal = allRefusals(
    policy.recordActivity({ kind, title, on: heldOn, attendees: named }, when),
    recordedBefore('activity', [title, place], standing),
    policy.checkActivityCorrection({ reason, changed }),
    answersFit(answered ? countAnswers(answered).all : 0, sumOf(attendees), 'attendees'),
  )
  if (refusal) throw refusal
  const written = { reason: reason.trim(), by: actor.accountId, at: now }
  await store.saveRevision(tx, before, { title, heldOn, place }, written)
  const after = { ...before, title, heldOn, place, revision: before.revision + 1 }
  await keepAttendees(acting, after, pilot, attendees)
  const countedOn = await countAnew(tx, after, pilot)
  record('activity.corrected', {
    subject: id,
    scope,
    before: { ...before, attendees: stood },
    after: { ...body, countedOn },
  })
  return { activityId: id, countedOn }
})

type Said = { readonly title: string; readonly heldOn: string; readonly place: string }
type Named = { readonly uscc: string | null; readonly people: number }

const sumOf = (attendees: readonly Named[]) => attendees.reduce((sum, { people }) => sum + people, 0)

/** What a correction may tell otherwise, whatever the order of the list. */
function saidOf({ title, heldOn, place }: Said, attendees: readonly Named[]) {
  const came = attendees.map(({ uscc, people }) => `${uscc} ${people}`).toSorted()
  return { title, heldOn, place, came }
}
