import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import * as policy from '../../../policy/services/activity-answers.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { bindEvidence, papersOf } from '../evidence/public.ts'
import { answersOf, insertAnswers } from './answer-store.ts'
import * as contract from './contract.ts'
import { mayAnswer } from './correcting.ts'
import { countAnew } from './keep-papers.ts'
import * as store from './store.ts'

/** The park counts the questionnaires that came back, once, with their scans; a correction is the next revision (G3.4). */
export const enterAnswers = command(contract.enterAnswers, async ({ params, body }, acting) => {
  const { tx, actor, now, record } = acting
  const activity = await store.lockActivity(tx, params.activityId)
  if (!activity) throw notFound({ zh: '活动', en: 'activity' })
  const { id, scope } = activity
  const [before] = await answersOf(tx, id)
  const { fileIds, reason, ...answers } = body
  const no = mayAnswer(activity, before, actor)
  if (no) throw no
  const people = (await store.attendeesOf(tx, activity)).reduce((sum, one) => sum + one.people, 0)
  const { countable } = await papersOf(tx, { activityId: id })
  const onFile = countable.filter(({ proof }) => proof === 'survey').length
  const given = {
    people,
    papers: onFile + fileIds.length,
    newPapers: fileIds.length > 0,
    before: before ?? null,
    reason,
  }
  const refusal = policy.enterAnswers(answers, given)
  if (refusal) throw refusal
  const pilot = await requirePilot(tx, activity.pilotId)
  const files = fileIds.map((fileId, at) => ({ fileId, proof: 'survey' as const, field: `fileIds.${at}` }))
  await bindEvidence(tx, acting, { activityId: id, scope, day: activity.heldOn, later: true }, files)
  const countedOn = await countAnew(tx, activity, pilot)
  const countsFrom = before?.countsFrom ?? policy.answersCountFrom(now, batchPeriod(pilot.edition, pilot.firstYear))
  const written = { correctionReason: before ? reason.trim() : '', writtenBy: actor.accountId, writtenAt: now }
  await insertAnswers(tx, {
    ...answers,
    activityId: id,
    revision: (before?.revision ?? 0) + 1,
    countsFrom,
    ...written,
    scope,
  })
  record('activity.answers-entered', {
    subject: id,
    scope,
    before: before ?? null,
    after: { ...body, countsFrom, countedOn },
  })
  return { activityId: id, countsFrom }
})
