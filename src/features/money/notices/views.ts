import { sql } from 'kysely'
import type { z } from 'zod'
import { bigint, bool, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { mayObject, type Notice, noticeFacts, noticeState } from '../../../policy/money/notices.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { additionsOn } from './addition-store.ts'
import { type Answer, answersOn, publicAnswer } from './answers.ts'
import type * as contract from './contract.ts'
import { noticeRuleOf } from './locked-notice.ts'
import { type NoticeRow, noticeById } from './store.ts'

type PublicNotice = z.input<typeof contract.showPublicNotice.reply>
type NoticeHead = contract.NoticeHead

const namesOf = statement(
  { batchName: text, countyName: text },
  (pilot: { batchId: string; countyId: string }) => sql`
    select b.name as "batchName", u.name as "countyName" from batches b, units u
     where b.id = ${pilot.batchId} and u.id = ${pilot.countyId}`,
)

/** Whom and which batch a notice names. */
export async function announced(tx: Tx, pilot: Pick<Pilot, 'batchId' | 'countyId' | 'parkName'>) {
  const [found] = await namesOf(tx, pilot)
  if (!found) throw new Error(`pilot of ${pilot.parkName} has no batch or county`)
  return { ...found, parkName: pilot.parkName }
}

type Published = Omit<NoticeHead, 'noticeId' | 'daysLeft' | 'state'> &
  Pick<Notice, 'ended' | 'paid'> & { id: string; publishedAt: Date }

/** The columns of a notice in a list. */
export const publishedShape = {
  id: uuid,
  batchName: text,
  countyName: text,
  parkName: text,
  trancheNo: int,
  amountFen: bigint,
  publishedAt: instant,
  publishedOn: day,
  untilOn: day.nullable(),
  provisional: bool,
  ended: wordsOf('notices.ended').nullable(),
  paid: bool,
  openObjections: int,
}

const publishedNotices = statement(
  publishedShape,
  ({ before, most }: { before: Date | null; most: number }) => sql`
    select id, batch_name as "batchName", county_name as "countyName", park_name as "parkName", tranche_no as "trancheNo",
           amount_fen as "amountFen", published_at as "publishedAt", published_on as "publishedOn", until_on as "untilOn",
           provisional, ended, paid, open_objections as "openObjections"
      from published_notices(${before}, ${most})`,
)

/** Newest first, for readers without an account: what was published and how it stands today. */
export async function publicNotices(tx: Tx, before: Date | null, most: number, today: Day) {
  const found = await publishedNotices(tx, { before, most })
  const calendar = await workCalendarOf(tx)
  return found.map((row) => ({ head: headOf(row, today, calendar), publishedAt: row.publishedAt }))
}

export function headOf(row: Published, today: Day, calendar: WorkCalendar): NoticeHead {
  const { id: noticeId, ended, paid, publishedAt: _at, ...shown } = row
  const { daysLeft } = noticeFacts(row, today, calendar)
  return { ...shown, noticeId, daysLeft: ended || paid ? 0 : daysLeft, state: noticeState(row, today) }
}

type WholeRow = Published & {
  clause: string
  body: string
  contact: string
  endReason: string
  publishedBy: string
  pilotId: string
}

/** Everything that was published, inside the reader's scope. */
export async function wholeNotice(tx: Tx, row: NoticeRow): Promise<WholeRow> {
  const text = await tx
    .selectFrom('notices as n')
    .innerJoin('tranches as t', 't.id', 'n.trancheId')
    .select([
      'n.batchName',
      'n.countyName',
      'n.parkName',
      'n.trancheNo',
      'n.amountFen',
      'n.clause',
      'n.body',
      'n.contact',
    ])
    .select(['n.endReason', 'n.publishedBy', 't.pilotId'])
    .where('n.id', '=', row.id)
    .executeTakeFirstOrThrow()
  return { ...text, ...publishedPart(row) }
}

function publishedPart({ id, publishedAt, publishedOn, untilOn, provisional, ended, paid, openObjections }: NoticeRow) {
  return { id, publishedAt, publishedOn, untilOn, provisional, ended, paid, openObjections }
}

/** The public page of a notice, which the transaction has entered. */
export async function publicNotice(tx: Tx, id: string, today: Day): Promise<PublicNotice | null> {
  const row = await noticeById(tx, id)
  if (!row) return null
  const rule = await noticeRuleOf(tx, row)
  const {
    clause,
    body,
    contact,
    endReason,
    pilotId: _pilot,
    publishedBy: _by,
    ...published
  } = await wholeNotice(tx, row)
  const objections = await objectionsOn(tx, id)
  return {
    ...headOf(published, today, await workCalendarOf(tx)),
    clause,
    body,
    contact,
    endReason,
    takesObjections: mayObject(rule, row, today) === null,
    objections: objections.flatMap(({ no, receivedAt, name, content, answer }) => {
      if (!answer) return []
      const shown = publicAnswer(answer)
      const said = shown.withheld ? null : content
      return [{ no, receivedOn: dayOf(receivedAt), named: name !== '', content: said, answer: shown.answer }]
    }),
  }
}

export type ObjectionRow = {
  readonly objectionId: string
  readonly no: number
  readonly receivedAt: Date
  readonly name: string
  readonly contact: string
  /** With what was added to it since. */
  readonly content: string
  readonly additions: number
  readonly answer: Answer | null
}

export async function objectionsOn(tx: Tx, noticeId: string): Promise<ObjectionRow[]> {
  const rows = await tx
    .selectFrom('noticeObjections')
    .select(['id', 'no', 'receivedAt', 'name', 'contact', 'content'])
    .where('noticeId', '=', noticeId)
    .orderBy('no')
    .execute()
  const answers = await answersOn(tx, noticeId)
  const additions = Map.groupBy(await additionsOn(tx, noticeId), ({ objectionId }) => objectionId)
  return rows.map(({ id, ...objection }) => {
    const added = additions.get(id) ?? []
    return {
      objectionId: id,
      ...objection,
      content: [objection.content, ...added.map(({ no, content }) => `【补充 ${no}】${content}`)].join('\n\n'),
      contact: [objection.contact, ...added.map(({ contact }) => contact)].filter(Boolean).join('；'),
      additions: added.length,
      answer: answers.get(objection.no) ?? null,
    }
  })
}

/** An objection by its number within its notice, and whether it has its answer. */
export async function objectionByNo(tx: Tx, noticeId: string, no: number) {
  const found = await tx
    .selectFrom('noticeObjections as o')
    .leftJoin('noticeAnswers as a', 'a.objectionId', 'o.id')
    .select(['o.id', 'a.objectionId as answeredId'])
    .select(({ selectFrom, fn }) =>
      selectFrom('noticeObjectionAdditions as d')
        .select(fn.countAll<string>().as('n'))
        .whereRef('d.objectionId', '=', 'o.id')
        .as('additions'),
    )
    .where('o.noticeId', '=', noticeId)
    .where('o.no', '=', no)
    .executeTakeFirst()
  return found ? { id: found.id, no, answered: found.answeredId !== null, additions: Number(found.additions) } : null
}
