import { sql } from 'kysely'
import { z } from 'zod'
import { jsonb } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { iso } from '../../../platform/database/written.ts'
import { paymentStates } from '../../../policy/money/payment.ts'
import { productShape, type ServiceView, serviceShape } from './contract.ts'

/** Acts on a payment that no event of its service tells: the bank's receipt settles the service, or a part of it. */
const paymentActs = ['payment.prepared', 'payment.approved', 'payment.cancelled']

const { visits, history, dayCorrections } = serviceShape.shape
const head = z.strictObject({
  enterprise: serviceShape.shape.enterprise,
  diagnosedOn: z.string(),
  updatedAt: z.string(),
  recordedAt: z.string(),
  openedBy: z.string(),
  /** Whether the enterprise has a registered contact, and how many links it was sent within a day. */
  asking: z.strictObject({ hasContact: z.boolean(), lately: z.number() }),
})
const chosen = z.strictObject({ by: z.string(), recordedAt: z.string(), products: z.array(productShape) })
const signed = z.strictObject({ recordedAt: z.string(), purpose: z.string().nullable() })
const delivery = z.strictObject({
  title: z.string(),
  resultNo: z.string(),
  remedy: z.string(),
  on: z.string(),
  recordedAt: z.string(),
  by: z.string(),
  superseded: z.boolean(),
  verdict: z.enum(['confirmed', 'disputed']).nullable(),
  rating: z.number().nullable(),
  comment: z.string().nullable(),
  givenAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  byLink: z.boolean(),
})
const payment = z.strictObject({
  state: z.enum(paymentStates),
  provincialFen: z.number(),
  parkFen: z.number(),
  paidOn: z.string().nullable(),
})
const link = z.strictObject({ createdAt: z.string(), expiresAt: z.string(), by: z.string() })

const each = (row: ReturnType<typeof sql>, order: string) => sql`jsonb_agg(${row} order by ${sql.raw(order)})`

/**
 * What a service's page shows besides its course, in one journey: the record of choice with the products as they stood in the
 * approved list (G3.3), the visits, every delivery with the enterprise's answer, the payments, the days that were corrected, the
 * link that waits, and what was done on it and by whom, whose answer by a link has no account.
 */
const partsOf = statement(
  {
    head: jsonb(head),
    selection: jsonb(chosen).nullable(),
    signed: jsonb(signed).nullable(),
    visits: jsonb(visits).nullable(),
    deliveries: jsonb(z.array(delivery)).nullable(),
    payments: jsonb(z.array(payment)).nullable(),
    dayCorrections: jsonb(dayCorrections).nullable(),
    link: jsonb(link).nullable(),
    history: jsonb(history).nullable(),
  },
  ({ id, now, lately }: { id: string; now: Date; lately: Date }) => sql`
    select (select jsonb_build_object(
              'enterprise', jsonb_build_object('enterpriseId', e.id, 'name', e.name, 'uscc', e.uscc), 'diagnosedOn', d.diagnosed_on,
              'updatedAt', ${iso('s.updated_at')}, 'recordedAt', ${iso('s.recorded_at')}, 'openedBy', a.name,
              'asking', jsonb_build_object(
                'hasContact', exists (select from enterprise_contacts c where c.unit_id = e.unit_id),
                'lately', (select count(*) from confirmation_links l where l.service_id = s.id and l.created_at > ${lately})))
              from pilot_enterprises e, diagnoses d, accounts a
             where e.id = s.enterprise_id and d.id = s.diagnosis_id and a.id = s.opened_by) as head,
           (select jsonb_build_object('by', a.name, 'recordedAt', ${iso('c.recorded_at')}, 'products', (
              select ${each(
                sql`jsonb_build_object('productId', p.id, 'name', p.name, 'deliverable', p.deliverable, 'agencyName', g.name,
                      'agencyUscc', g.uscc, 'agreedPriceFen', p.agreed_price_fen, 'marketPriceFen', p.market_price_fen,
                      'priceBasis', p.price_basis, 'exceptionReason', p.exception_reason)`,
                'p.agreed_price_fen',
              )} from products p join partner_agencies g on g.id = p.agency_id where p.id = any (c.candidates)))
              from service_selections c join accounts a on a.id = c.selected_by where c.service_id = s.id) as selection,
           (select jsonb_build_object('recordedAt', ${iso('k.recorded_at')}, 'purpose', l.purpose)
              from contracts k left join fund_lines l on l.id = k.line_id where k.service_id = s.id) as signed,
           (select ${each(
             sql`jsonb_build_object('visitId', v.id, 'on', v.visited_on, 'place', v.place, 'way', v.way, 'content', v.content,
                   'recordedAt', ${iso('v.recorded_at')}, 'by', a.name)`,
             'v.visited_on, v.id',
           )} from visits v join accounts a on a.id = v.recorded_by where v.service_id = s.id) as visits,
           (select ${each(
             sql`jsonb_build_object('title', d.title, 'resultNo', d.result_no, 'remedy', d.remedy, 'on', d.delivered_on,
                   'recordedAt', ${iso('d.recorded_at')}, 'by', a.name, 'superseded', d.superseded_at is not null,
                   'verdict', c.verdict, 'rating', c.rating, 'comment', c.comment, 'givenAt', ${iso('c.given_at')},
                   'answeredBy', coalesce(w.name, c.signer), 'byLink', c.signer is not null)`,
             'd.recorded_at',
           )} from deliverables d join accounts a on a.id = d.recorded_by
              left join confirmations c on c.deliverable_id = d.id left join accounts w on w.id = c.account_id
             where d.service_id = s.id) as deliveries,
           (select ${each(
             sql`jsonb_build_object('state', y.state, 'provincialFen', y.provincial_fen, 'parkFen', y.park_fen, 'paidOn', y.paid_on)`,
             'y.prepared_at',
           )} from payments y where y.service_id = s.id) as payments,
           (select ${each(
             sql`jsonb_build_object('step', c.step, 'formerOn', c.former_on, 'correctedOn', c.corrected_on, 'reason', c.reason,
                   'recordedAt', ${iso('c.recorded_at')}, 'by', a.name)`,
             'c.recorded_at',
           )} from service_day_corrections c join accounts a on a.id = c.recorded_by where c.service_id = s.id) as "dayCorrections",
           (select jsonb_build_object('createdAt', ${iso('l.created_at')}, 'expiresAt', ${iso('l.expires_at')}, 'by', a.name)
              from confirmation_links l join accounts a on a.id = l.created_by
             where l.service_id = s.id and s.state = 'delivered' and l.used_at is null and l.expires_at > ${now}
             order by l.created_at desc limit 1) as link,
           (select ${each(sql`jsonb_build_object('at', ${iso('h.at')}, 'kind', h.kind, 'by', h.by)`, 'h.at, h.id')}
              from (
                select e.at, e.id, e.kind, a.name as by
                  from audit_events e left join accounts a on a.id = e.account_id
                 where e.subject = s.id or (e.kind = any (${paymentActs}) and e.subject in (
                         select y.id from payments y where y.service_id = ${id}))
                 order by e.at, e.id limit 500) h) as history
      from services s where s.id = ${id}`,
)

type Parts = Pick<ServiceView, 'visits' | 'deliveries' | 'dayCorrections' | 'link' | 'history' | 'payments'> &
  z.output<typeof head> & {
    readonly selection: z.output<typeof chosen> | null
    readonly signed: z.output<typeof signed> | null
    /** What the bank has paid, by share. */
    readonly paid: { readonly provincialFen: number; readonly parkFen: number }
  }

/** All that hangs on one service for its page; null where there is no such service. */
export async function partsOfPage(tx: Tx, id: string, now: Date): Promise<Parts | null> {
  const [found] = await partsOf(tx, { id, now, lately: new Date(now.getTime() - 86_400_000) })
  if (!found) return null
  const payments = found.payments ?? []
  const done = payments.filter(({ state }) => state === 'paid')
  return {
    ...found.head,
    selection: found.selection,
    signed: found.signed,
    visits: found.visits ?? [],
    deliveries: (found.deliveries ?? []).map(deliveryView),
    payments: payments.map(({ provincialFen, parkFen, ...one }) => ({ ...one, amountFen: provincialFen + parkFen })),
    paid: {
      provincialFen: done.reduce((sum, one) => sum + one.provincialFen, 0),
      parkFen: done.reduce((sum, one) => sum + one.parkFen, 0),
    },
    dayCorrections: found.dayCorrections ?? [],
    link: found.link,
    history: found.history ?? [],
  }
}

/** A delivery with the enterprise's answer to it; the last one stands. */
function deliveryView(
  { verdict, rating, comment, givenAt, answeredBy, byLink, ...row }: z.output<typeof delivery>,
  at: number,
  all: readonly unknown[],
): ServiceView['deliveries'][number] {
  const answer =
    verdict && givenAt ? { verdict, rating, comment: comment ?? '', givenAt, by: answeredBy ?? '', byLink } : null
  return { ...row, deliveredAnew: at < all.length - 1, answer }
}
