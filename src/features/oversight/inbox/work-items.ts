import { sql } from 'kysely'
import { bool, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { WorkItem } from '../../../policy/oversight/tasks.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import { actsByTwo } from '../../../policy/people/two-persons.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { waitingTranches } from '../../money/funds/public.ts'
import type { WaitingAct } from '../../programme/signing/public.ts'

/** Something that may wait for somebody, with where it is done and since when it waits. */
export type InboxItem = {
  readonly item: WorkItem
  /** Null for what is a county's or the province's. */
  readonly pilotId: string | null
  /** The park, or the unit that files. */
  readonly parkName: string
  /** Of what is no pilot's; a pilot's is that of its batch. */
  readonly batchName?: string
  /** The page where it is done and what it is about, made for what is shown. */
  readonly shown: (matters: MatterNames) => Shown
  /** The filing of a major matter, which is called by what it is about. */
  readonly matterId?: string | null
  readonly since: Date
  /** Its own day, where it has one. */
  readonly ownDay: Day | null
  /** The instant of that day, where it is due by the hour. */
  readonly ownHour?: Date | null
  /** Who prepared what waits for a signature, or whose account it is, an account id: another person acts. */
  readonly preparedBy?: string
}

/** What major matters are about, by their filings. */
export type MatterNames = ReadonlyMap<string, Text>

type Shown = { readonly href: string; readonly about: Text }

const same = (text: string): Text => ({ zh: text, en: text })

export async function trancheItems(
  tx: Tx,
  now: Date,
  acts: readonly WaitingAct[],
  signed: (countyId: string) => readonly Seat[],
): Promise<InboxItem[]> {
  const preparedOn = (trancheId: string) => acts.filter(({ subject }) => subject === trancheId)
  return (await waitingTranches(tx, now)).map(
    ({
      trancheId,
      no,
      state,
      gateOpen,
      held,
      toJudge,
      noticeDue,
      clause,
      noticeClause,
      countyId,
      signatures,
      ...row
    }) => ({
      ...row,
      item: {
        subject: 'tranche',
        state,
        gateOpen,
        held,
        toJudge,
        noticeDue,
        prepared: preparedOn(trancheId),
        byTwo: actsByTwo({ signatures }, signed(countyId)),
        clause,
        noticeClause,
      },
      shown: () => ({
        href: `/pilots/${row.pilotId}/money`,
        about: { zh: `第 ${no} 期资金`, en: `Tranche ${no}` },
      }),
      ownDay: null,
    }),
  )
}

const servicesUnderWay = statement(
  {
    id: uuid,
    no: text,
    pilotId: uuid,
    parkName: text,
    enterprise: text,
    state: wordsOf('services.state'),
    owed: bool,
    payment: wordsOf('payments.state').nullable(),
    since: instant,
  },
  () => sql`
    select s.id, s.no, s.pilot_id as "pilotId", u.name as "parkName", e.name as enterprise, s.state,
           coalesce(c.provincial_fen + c.park_fen > 0, true) as owed, y.state as payment, s.updated_at as since
      from services s
      join pilot_enterprises e on e.id = s.enterprise_id
      join pilots p on p.id = s.pilot_id
      join units u on u.id = p.park_id
      left join contracts c on c.service_id = s.id
      left join payments y on y.service_id = s.id and y.state in ('prepared', 'approved')
     where s.state not in ('closed', 'cancelled') and in_scope(s.scope) and in_scope(e.scope)
     order by s.updated_at`,
)

/** Services that are not at rest, longest waiting first. */
export async function serviceItems(tx: Tx): Promise<InboxItem[]> {
  const found = await servicesUnderWay(tx)
  return found.flatMap(({ id, no, enterprise, state, owed, payment, ...row }) => {
    const money = payment !== null || state === 'invoiced' || (state === 'confirmed' && owed)
    const base = {
      ...row,
      shown: () => ({ href: `/services/${id}${money ? '/payments' : ''}`, about: same(`${no} · ${enterprise}`) }),
      ownDay: null,
    }
    const service: InboxItem = {
      ...base,
      item: { subject: 'service', state: state as 'needed', owed, payment: payment as 'prepared' | null },
    }
    return payment === null
      ? [service]
      : [service, { ...base, item: { subject: 'payment', state: payment as 'prepared' } }]
  })
}

const undiagnosed = statement(
  { pilotId: uuid, parkName: text, n: int, since: instant },
  () => sql`
    select p.id as "pilotId", u.name as "parkName", count(*)::int as n, min(b.locked_at) as since
      from pilots p
      join units u on u.id = p.park_id
      join lateral (select id, locked_at from baselines where pilot_id = p.id order by no desc limit 1) b on true
      join pilot_enterprises e on e.baseline_id = b.id
     where not p.standing and not exists (select from diagnoses d where d.enterprise_id = e.id)
     group by p.id, u.name`,
)

/** Enterprises still to be diagnosed, as one item a pilot. */
export async function undiagnosedItems(tx: Tx): Promise<InboxItem[]> {
  const found = await undiagnosed(tx)
  return found.map(({ n, ...row }) => ({
    ...row,
    item: { subject: 'enterprise', state: 'undiagnosed' },
    shown: () => ({
      href: `/pilots/${row.pilotId}/enterprises`,
      about: { zh: `${n} 家试点企业未诊断`, en: `${n} pilot enterprises not diagnosed` },
    }),
    ownDay: null,
  }))
}
