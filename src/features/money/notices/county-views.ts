import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { int, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byBatch, byName, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { mayCorrectAnswer } from '../../../policy/money/answer-correction.ts'
import { answerObjection, mayWithdraw, noticeStates } from '../../../policy/money/notices.ts'
import { isPost, type Permission, seatOf, whyNotPermitted } from '../../../policy/people/roles.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { orderedBy } from '../../../shared/clean.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { answerForBureaus } from './answers.ts'
import type * as contract from './contract.ts'
import { noticeRuleOf } from './locked-notice.ts'
import { noticeById } from './store.ts'
import { headOf, objectionsOn, publishedShape, wholeNotice } from './views.ts'

type ListReply = z.input<typeof contract.listNotices.reply>
type ShowReply = z.input<typeof contract.showNotice.reply>

type Search = z.output<typeof contract.listNotices.search>
type BySql = { readonly sort?: Exclude<Search['sort'], 'state' | '-state'> }
type Page = BySql & { readonly limit: number | null; readonly offset: number }

const ordinals: Ordinals<BySql> = {
  parkName: byName('n.park_name'),
  countyName: sql`c.scope`,
  batchName: byBatch,
  trancheNo: sql`n.tranche_no`,
  amountFen: sql`n.amount_fen`,
  period: sql`n.published_on`,
  objections: sql`count(o.id)`,
}

const noticesPaged = statement(
  { ...publishedShape, pilotId: uuid, objections: int, total: int },
  ({ sort, limit, offset }: Page) => sql`
    select n.id, t.pilot_id as "pilotId", n.batch_name as "batchName", n.county_name as "countyName", n.park_name as "parkName",
           n.tranche_no as "trancheNo", n.amount_fen as "amountFen", n.published_at as "publishedAt", n.published_on as "publishedOn",
           n.until_on as "untilOn", n.provisional, n.ended, t.state in ('released', 'received') as paid,
           count(o.id)::int as objections, (count(o.id) - count(a.objection_id))::int as "openObjections",
           (count(*) over ())::int as total
      from notices n
      join tranches t on t.id = n.tranche_id
      join pilots p on p.id = t.pilot_id
      join units c on c.id = p.county_id
      join batches b on b.id = p.batch_id
      left join notice_objections o on o.notice_id = n.id
      left join notice_answers a on a.objection_id = o.id
     group by n.id, t.id, p.id, c.id, b.id
     order by ${orderOf(ordinals, sort, sql`n.published_at desc, n.id desc`)}
     limit ${limit} offset ${offset}`,
  [
    { limit: 50, offset: 0 },
    { limit: 50, offset: 0, sort: '-objections' },
  ],
)

/** Notices in the reader's scope, newest first unless asked otherwise. */
export async function noticesOf(tx: Tx, asked: Search, today: Day): Promise<ListReply> {
  const { sort, page, pageSize } = asked
  const [limit, offset] = [pageSize, (page - 1) * pageSize]
  const calendar = await workCalendarOf(tx)
  const read = async (part: Page) => {
    const found = await noticesPaged(tx, part)
    const notices = found.map(({ pilotId, objections, total: _, ...row }) => ({
      ...headOf(row, today, calendar),
      pilotId,
      objections,
    }))
    return { notices, total: found[0]?.total ?? 0 }
  }
  if (sort !== 'state' && sort !== '-state') return read({ sort, limit, offset })
  // How a notice stands today is the policy's to say, of all of them: a province has some thousand notices.
  const { notices, total } = await read({ limit: null, offset: 0 })
  const inOrder = orderedBy(notices, sort, () => (row) => noticeStates.indexOf(row.state))
  return { notices: inOrder.slice(offset, offset + limit), total }
}

/** A notice for the bureaus: with every objection, by whom, and what may be done about it. */
export async function noticeFor(tx: Tx, id: string, reader: Actor, today: Day): Promise<ShowReply | null> {
  const row = await noticeById(tx, id)
  if (!row) return null
  const rule = await noticeRuleOf(tx, row)
  const { bureau } = reader
  const { clause, body, contact, endReason, pilotId, publishedBy, ...published } = await wholeNotice(tx, row)
  const ability = <Name extends string>(action: Name, permission: Permission, ask: () => Refusal | null) => {
    const no = (isPost(reader.post) ? whyNotPermitted(reader.post, permission) : null) ?? ask()
    return { action, allowed: !no, because: no && refusalText(no), clause: no && (no.clause ?? rule.clause) }
  }
  // Whoever left an address left it to the county's bureaus, not to everybody above them.
  const inCounty = seatOf(reader.unitKind, reader.bureau)?.startsWith('county-') ?? false
  const publisher = await tx.selectFrom('accounts').select('name').where('id', '=', publishedBy).executeTakeFirst()
  return {
    ...headOf(published, today, await workCalendarOf(tx)),
    clause,
    body,
    contact,
    endReason,
    pilotId,
    publishedBy: publisher?.name ?? '',
    objections: (await objectionsOn(tx, id)).map(({ answer, receivedAt, contact: left, ...objection }) => ({
      ...objection,
      receivedAt: receivedAt.toISOString(),
      contact: inCounty && left !== '' ? personal('objection-contact', left, false) : null,
      answer: answer && answerForBureaus(answer),
      actions: answer
        ? [ability('correct', 'notice.answer', () => mayCorrectAnswer(rule, { answeredBy: answer.bureau, bureau }))]
        : [ability('answer', 'notice.answer', () => answerObjection(rule, { answered: false, text: anyReason }))],
    })),
    actions: [ability('take-down', 'notice.publish', () => mayWithdraw(rule, row, today))],
  }
}
