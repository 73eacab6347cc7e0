import { sql } from 'kysely'
import { text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { paymentStateNames } from '../../../policy/money/payment.ts'
import { trancheStateNames } from '../../../policy/money/tranche-states.ts'
import type { OpenItem } from '../../../policy/oversight/close-out-conditions.ts'
import { serviceStateNames } from '../../../policy/services/service.ts'
import { countingNow } from '../../delivery/services/public.ts'
import { openObjections } from '../../money/notices/public.ts'
import { damagedFilesOf } from '../archive/public.ts'

/** Services of a pilot that are neither closed nor cancelled. */
export async function openServices(tx: Tx, pilotId: string): Promise<OpenItem[]> {
  const rows = await tx
    .selectFrom('services as s')
    .innerJoin('pilotEnterprises as e', 'e.id', 's.enterpriseId')
    .select(['s.id', 's.no', 's.state', 'e.name'])
    .where('s.pilotId', '=', pilotId)
    .where('s.state', 'not in', ['closed', 'cancelled'])
    .orderBy('s.no')
    .execute()
  return rows.map(({ id, no, state, name }) => {
    const is = serviceStateNames[state]
    return { zh: `${no} ${name}（${is.zh}）`, en: `${no} ${name} (${is.en})`, href: `/services/${id}` }
  })
}

const paymentsUnderWay = statement(
  { serviceId: uuid, no: text, state: wordsOf('payments.state') },
  (pilotId: string) => sql`
    select y.service_id as "serviceId", s.no, y.state
      from payments y join services s on s.id = y.service_id
     where y.pilot_id = ${pilotId} and y.state in ('prepared', 'approved')
     order by s.no, y.prepared_at`,
)

/** Payments that are prepared or approved and not paid. */
export async function openPayments(tx: Tx, pilotId: string): Promise<OpenItem[]> {
  return (await paymentsUnderWay(tx, pilotId)).map(({ serviceId, no, state }) => {
    const is = paymentStateNames[state]
    return {
      zh: `${no} 的付款（${is.zh}）`,
      en: `payment of ${no} (${is.en})`,
      href: `/services/${serviceId}/payments`,
    }
  })
}

/** Tranches that are recommended or released and have not arrived. */
export async function openTranches(tx: Tx, pilotId: string): Promise<OpenItem[]> {
  const rows = await tx
    .selectFrom('tranches')
    .select(['no', 'state'])
    .where('pilotId', '=', pilotId)
    .where('state', 'in', ['recommended', 'released'])
    .orderBy('no')
    .execute()
  return rows.map(({ no, state }) => {
    const is = trancheStateNames[state]
    return { zh: `第 ${no} 期（${is.zh}）`, en: `tranche ${no} (${is.en})`, href: `/pilots/${pilotId}/money` }
  })
}

/** Objections to its notices that nobody has answered. */
export async function openObjectionsOf(tx: Tx, pilotId: string): Promise<OpenItem[]> {
  const all = await openObjections(tx)
  return all
    .filter((one) => one.pilotId === pilotId)
    .map(({ noticeId, trancheNo, no }) => ({
      zh: `第 ${trancheNo} 期公示异议 ${no}`,
      en: `objection ${no} to the notice of tranche ${trancheNo}`,
      href: `/notices/${noticeId}`,
    }))
}

/** So many services are looked into for what they lack; the others are seen to once those are. */
const lookedInto = 20

/** Closed services that lack a proof, and files that are damaged. */
export async function lackingPapers(tx: Tx, pilot: { id: string; scope: string }): Promise<OpenItem[]> {
  const { id: pilotId } = pilot
  const uncounted = await tx
    .selectFrom('services')
    .select(['id', 'no'])
    .where('pilotId', '=', pilotId)
    .where('state', '=', 'closed')
    .where('countedOn', 'is', null)
    .orderBy('no')
    .limit(lookedInto)
    .execute()
  const lacking: OpenItem[] = []
  for (const { id, no } of uncounted) {
    const { missing } = await countingNow(tx, id)
    // What lies outside the period will never count, and nothing is lacking of it.
    const first = missing.find(({ proof }) => proof !== null)
    if (first) lacking.push({ zh: `${no}：${first.text.zh}`, en: `${no}: ${first.text.en}`, href: `/services/${id}` })
  }
  const damaged = await damagedFilesOf(tx, pilot)
  return [...lacking, ...damaged.map((name) => ({ zh: `文件损坏：${name}`, en: `damaged file: ${name}`, href: null }))]
}
