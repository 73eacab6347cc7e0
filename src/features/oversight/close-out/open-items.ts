import { sql } from 'kysely'
import { bool, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { measureStates } from '../../../policy/money/measures.ts'
import { claimStates } from '../../../policy/money/measures-claims.ts'
import { paymentStateNames } from '../../../policy/money/payment.ts'
import { trancheStateNames } from '../../../policy/money/tranche-states.ts'
import type { OpenItem } from '../../../policy/oversight/close-out-conditions.ts'
import { signedActs } from '../../../policy/people/signed-acts.ts'
import { proofs } from '../../../policy/records/proofs.ts'
import { serviceStateNames } from '../../../policy/services/service.ts'
import type { MissingProof } from '../../../policy/services/service-counts.ts'
import type { Day } from '../../../shared/dates.ts'
import { listed } from '../../../shared/words.ts'
import { lackingActivities } from '../../delivery/activities/public.ts'
import { countingNow } from '../../delivery/services/public.ts'
import { waitingMeasures } from '../../money/measures/public.ts'
import { openObjections } from '../../money/notices/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
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

/** Measures that wait for the finance bureau, and recoveries that are not paid back; a park sees those in force against it. */
export async function openMeasures(tx: Tx, pilotId: string, today: Day): Promise<OpenItem[]> {
  const href = `/pilots/${pilotId}/measures`
  return (await waitingMeasures(tx, today))
    .filter((one) => one.pilotId === pilotId)
    .map(({ state, about }) => {
      const is = state === 'decided' ? measureStates.decided : claimStates[state === 'overdue' ? 'overdue' : 'open']
      return { zh: `${about.zh}（${is.zh}）`, en: `${about.en} (${is.en})`, href }
    })
}

const prepared = statement(
  { act: wordsOf('prepared_acts.act'), isMeasure: bool },
  ({ id }: Pick<Pilot, 'id'>) => sql`
    select a.act, a.tranche_id is null as "isMeasure"
      from prepared_acts a left join tranches t on t.id = a.tranche_id left join measures m on m.id = a.measure_id
     where a.ended is null and coalesce(t.pilot_id, m.pilot_id, a.pilot_id) = ${id}
       -- What a bureau prepares is not the park's to know.
       and length((select current_setting('app.scope', true))) < length(a.scope)
     order by a.prepared_at, a.id`,
)

/** What somebody has prepared about its tranches or measures and nobody has signed; a park sees none of it. */
export async function openSignatures(tx: Tx, { id }: Pick<Pilot, 'id'>): Promise<OpenItem[]> {
  return (await prepared(tx, { id })).map(({ act, isMeasure }) => {
    const { zh, en } = signedActs[act]
    return {
      zh: `${zh}（待签发）`,
      en: `${en} (to be signed)`,
      href: `/pilots/${id}/${isMeasure ? 'measures' : 'money'}`,
    }
  })
}

/** So many services, and so many activities, are named for what they lack; the others are once those are seen to. */
const mostLacking = 20

/** Closed services and activities that lack a proof, and files that are damaged. */
export async function lackingPapers(tx: Tx, pilot: Pilot): Promise<OpenItem[]> {
  const { id: pilotId } = pilot
  const uncounted = await tx
    .selectFrom('services')
    .select(['id', 'no'])
    .where('pilotId', '=', pilotId)
    .where('state', '=', 'closed')
    .where('countedOn', 'is', null)
    .orderBy('no')
    .execute()
  const lacking: OpenItem[] = []
  for (const { id, no } of uncounted) {
    if (lacking.length === mostLacking) break
    const { missing } = await countingNow(tx, id)
    // What lies outside the period will never count, and nothing is lacking of it.
    if (missing.some(({ proof }) => proof !== null)) lacking.push(lackingOf(no, missing, `/services/${id}`))
  }
  for (const { id, title, heldOn, missing } of await lackingActivities(tx, pilot, mostLacking))
    lacking.push(lackingOf(`${heldOn} ${title}`, missing, `/activities/${id}`))
  const damaged = await damagedFilesOf(tx, pilot)
  return [...lacking, ...damaged.map((name) => ({ zh: `文件损坏：${name}`, en: `damaged file: ${name}`, href: null }))]
}

function lackingOf(name: string, missing: readonly MissingProof[], href: string): OpenItem {
  const said = listed(
    missing.flatMap(({ proof, have, need }) => {
      if (proof === null) return []
      const { zh, en } = proofs[proof]
      return [{ zh: `${zh}（${have}/${need}）`, en: `${en} (${have}/${need})` }]
    }),
  )
  return { zh: `${name}：缺少${said.zh}`, en: `${name} lacks ${said.en}`, href }
}
