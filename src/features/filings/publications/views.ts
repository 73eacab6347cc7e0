import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import {
  mayPublishResults,
  mayWithdrawResults,
  type PublishedResult,
  publicationState,
} from '../../../policy/evaluation/publication.ts'
import { filingStateNames } from '../../../policy/filings/filing.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { measureKinds } from '../../../policy/money/measure-grounds.ts'
import { lastDay, noticeFacts } from '../../../policy/money/notices.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type CourseFiling, readCourseFiling } from '../course/public.ts'
import type { PublicationHead, PublicResult, showPublication, WholePublication } from './contract.ts'
import { evaluationOf, whyNotPublisher } from './report.ts'
import { reportedResults } from './reported-results.ts'
import { type PublicationRow, publicationsOf } from './store.ts'

type View = z.input<typeof showPublication.reply>
type Head = Omit<PublicationRow, 'filingId' | 'results' | 'scope' | 'clause' | 'contact' | 'endReason' | 'endedAt'>

/** A publication as it stands today. */
export function headOf(row: Head, today: Day, calendar: WorkCalendar): PublicationHead {
  const { id, kind, edition, batchName, unitName, publishedOn, untilOn, provisional, ended } = row
  const { zh, en } = obligationOf(editionOf(edition), kind)
  return {
    publicationId: id,
    name: { zh, en },
    batchName,
    unitName,
    publishedOn,
    untilOn,
    daysLeft: ended ? 0 : noticeFacts(row, today, calendar).daysLeft,
    provisional,
    state: publicationState(row, today),
  }
}

/** What was published, word for word; nothing of who published it. */
export function wholeOf(
  row: Head & Pick<PublicationRow, 'clause' | 'contact' | 'endReason' | 'results'>,
  today: Day,
  calendar: WorkCalendar,
): WholePublication {
  const { clause, contact, endReason, results, edition } = row
  return { ...headOf(row, today, calendar), clause, contact, endReason, results: shown(edition, results) }
}

function shown(editionId: string, results: readonly PublishedResult[]): PublicResult[] {
  const { grades } = editionOf(editionId)
  return results.map(({ parkName, countyName, points, grade, remark, measures }) => {
    const name = grades.find((row) => row.grade === grade)
    return {
      parkName,
      countyName,
      points,
      grade: name ? { zh: name.zh, en: name.en } : null,
      remark,
      measures: measures.map(({ kind, on }) => ({
        name: { zh: measureKinds[kind].zh, en: measureKinds[kind].en },
        on,
      })),
    }
  })
}

/** How the results of a report are published, and what this reader may do about it. */
export async function publicationView(tx: Tx, filingId: string, actor: Actor, now: Date): Promise<View> {
  const course = await readCourseFiling(tx, actor, filingId)
  evaluationOf(course)
  const { duty, filing } = course
  const { rule, batch, unit } = duty
  const today = dayOf(now)
  const calendar = await workCalendarOf(tx)
  const all = await publicationsOf(tx, filingId)
  const standing = all.find(({ ended }) => ended === null)
  const closed = mayPublishResults(batch.edition, { report: filing, standing: standing !== undefined })
  const { clause } = batch.edition.evaluationCourse.publication ?? rule
  const notHere = whyNotPublisher(duty, actor)
  const nothing = refuse('evaluation.publication-none', clause)
  return {
    filingId,
    name: { zh: rule.zh, en: rule.en },
    batchName: batch.name,
    unitName: unit.name,
    clause,
    reportState: filingStateNames[filing.state],
    standing: standing ? wholeOf(standing, today, calendar) : null,
    former: all.flatMap((row) =>
      row.endedAt ? [{ ...wholeOf(row, today, calendar), endedOn: dayOf(row.endedAt) }] : [],
    ),
    draft: closed ? null : await draftOf(tx, course, { actor, today, calendar }),
    actions: [
      abilityOf(actor, 'publish', 'evaluation.publish', notHere ?? closed),
      abilityOf(
        actor,
        'withdraw',
        'evaluation.publish',
        notHere ?? (standing ? mayWithdrawResults({ clause }, standing, today) : nothing),
      ),
    ],
  }
}

type Drafting = { readonly actor: Actor; readonly today: Day; readonly calendar: WorkCalendar }

async function draftOf(tx: Tx, course: CourseFiling, { actor, today, calendar }: Drafting): Promise<View['draft']> {
  const { duty } = course
  const { edition } = duty.batch
  const rule = edition.evaluationCourse.publication
  const untilOn = rule && lastDay(rule, today, calendar)
  if (!rule || !untilOn) return null
  const { results } = await reportedResults(tx, duty, evaluationOf(course), rule)
  return {
    contact: actor.name,
    publishedOn: today,
    untilOn,
    workingDays: rule.workingDays,
    provisional: calendar.isProvisional(untilOn),
    results: shown(edition.id, results),
  }
}
