import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { workCalendar } from '../../platform/work-calendar.ts'
import type { Clause } from '../../policy/clauses.ts'
import { dueOn, isOver } from '../../policy/deadlines.ts'
import { type Edition, editionList, editionOf, obligationOf, returnPeriods } from '../../policy/edition.ts'
import type { Thing } from '../../policy/tasks.ts'
import { addDays, type Day, startOfDay } from '../../shared/dates.ts'
import { type PeriodCode, periodDays, periodName } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'
import { waitingTranches } from '../funds/public.ts'

/** A thing that may wait for somebody, with where it stands and since when. */
export type Waiting = {
  thing: Thing
  /** Null for what is a county's or the province's. */
  pilotId: string | null
  /** The park, or the unit that files. */
  parkName: string
  href: string
  about: Text
  since: Date
  /** The day of the obligation, where there is one. */
  obligationDay: string | null
  /** By the pilot's own edition; the task's own where it is left out. */
  clause?: Clause
}

/** How many things of one kind are looked at; the rest is on the lists the inbox leads to. */
export const mostThings = 500

const same = (text: string): Text => ({ zh: text, en: text })

type FilingThing = {
  id: string
  pilotId: string
  parkName: string
  kind: string
  period: string
  state: string
  edition: string
  dueOn: string
  since: Date
  spoken: string[]
}

/** Editions whose table the province takes on record after the county has accepted it. */
function recordingEditions(): string[] {
  return editionList()
    .filter((edition) => obligationOf(edition, 'target-table').records.length > 0)
    .map((edition) => edition.id)
}

export async function filingThings(tx: Tx): Promise<Waiting[]> {
  const found = await sql<FilingThing>`
    select f.id, f.pilot_id as "pilotId", u.name as "parkName", f.kind, f.period, f.state, f.due_on as "dueOn", b.edition,
           coalesce((select max(o.given_at) from filing_opinions o where o.version_id = v.id), v.submitted_at, f.opened_at) as since,
           coalesce((select array_agg(o.bureau) from filing_opinions o where o.version_id = v.id), '{}') as spoken
      from filings f
      join pilots p on p.id = f.pilot_id
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no
     where f.kind in ('plan', 'target-table')
       and (f.state in ('draft', 'submitted', 'returned')
         or (f.kind = 'target-table' and f.state = 'approved' and b.edition = any(${recordingEditions()})))
     order by f.due_on limit ${mostThings}`.execute(tx)
  return found.rows.map((row) => {
    const base = { pilotId: row.pilotId, parkName: row.parkName, since: row.since, obligationDay: row.dueOn }
    if (row.kind === 'plan') {
      const state = row.state as 'draft'
      const spoken = row.spoken as ('economy' | 'finance')[]
      const href = `/pilots/${row.pilotId}/plan${row.state === 'submitted' ? '/review' : ''}`
      const { zh, en, clause } = obligationOf(editionOf(row.edition), 'plan')
      const about = { zh, en }
      return { ...base, thing: { subject: 'plan', state, spoken }, href, about, clause }
    }
    const state = row.state === 'approved' ? 'accepted' : row.state === 'submitted' ? 'submitted' : 'open'
    const rules = editionOf(row.edition)
    const { cadence } = rules.returns
    const { records, clause } = obligationOf(rules, 'target-table')
    const about = tableOf(rules, row.period)
    return { ...base, thing: { subject: 'return', state, cadence, records }, href: `/returns/${row.id}`, about, clause }
  })
}

export async function trancheThings(tx: Tx, now: Date): Promise<Waiting[]> {
  return (await waitingTranches(tx, now)).map(({ no, state, gateOpen, held, toJudge, noticeDue, ...row }) => ({
    ...row,
    thing: { subject: 'tranche', state, gateOpen, held, toJudge, noticeDue },
    href: `/pilots/${row.pilotId}/money`,
    about: { zh: `第 ${no} 期资金`, en: `Tranche ${no}` },
    obligationDay: null,
  }))
}

type ServiceThing = {
  id: string
  no: string
  pilotId: string
  parkName: string
  enterprise: string
  state: string
  owed: boolean
  payment: string | null
  since: Date
}

/** Services that are not at rest, longest waiting first. */
export async function serviceThings(tx: Tx): Promise<Waiting[]> {
  const found = await sql<ServiceThing>`
    select s.id, s.no, s.pilot_id as "pilotId", u.name as "parkName", e.name as enterprise, s.state,
           coalesce(c.provincial_fen + c.park_fen > 0, true) as owed, y.state as payment, s.updated_at as since
      from services s
      join pilot_enterprises e on e.id = s.enterprise_id
      join pilots p on p.id = s.pilot_id
      join units u on u.id = p.park_id
      left join contracts c on c.service_id = s.id
      left join payments y on y.service_id = s.id and y.state in ('prepared', 'approved')
     where s.state not in ('closed', 'cancelled')
     order by s.updated_at limit ${mostThings}`.execute(tx)
  return found.rows.flatMap(({ id, no, enterprise, state, owed, payment, ...row }) => {
    const money = payment !== null || state === 'invoiced' || (state === 'confirmed' && owed)
    const base = {
      ...row,
      href: `/services/${id}${money ? '/payments' : ''}`,
      about: same(`${no} · ${enterprise}`),
      obligationDay: null,
    }
    const service: Waiting = {
      ...base,
      thing: { subject: 'service', state: state as 'needed', owed, payment: payment as 'prepared' | null },
    }
    return payment === null
      ? [service]
      : [service, { ...base, thing: { subject: 'payment', state: payment as 'prepared' } }]
  })
}

/** Enterprises still to be diagnosed, as one thing a pilot. */
export async function undiagnosedThings(tx: Tx): Promise<Waiting[]> {
  const found = await sql<{ pilotId: string; parkName: string; n: number; since: Date }>`
    select p.id as "pilotId", u.name as "parkName", count(*)::int as n, min(b.locked_at) as since
      from pilots p
      join units u on u.id = p.park_id
      join lateral (select id, locked_at from baselines where pilot_id = p.id order by no desc limit 1) b on true
      join pilot_enterprises e on e.baseline_id = b.id
     where not exists (select from diagnoses d where d.enterprise_id = e.id)
     group by p.id, u.name`.execute(tx)
  return found.rows.map(({ n, ...row }) => ({
    ...row,
    thing: { subject: 'enterprise', state: 'undiagnosed' },
    href: `/pilots/${row.pilotId}/enterprises`,
    about: { zh: `${n} 家试点企业未诊断`, en: `${n} pilot enterprises not diagnosed` },
    obligationDay: null,
  }))
}

/** The table of a period, by its name in the edition. */
function tableOf({ returns: { name } }: Edition, period: PeriodCode): Text {
  const { zh, en } = periodName(period)
  return { zh: `${zh} ${name.zh}`, en: `${en} ${name.en.toLowerCase()}` }
}

type Owing = { pilotId: string; parkName: string; edition: string; firstYear: number; opened: string[] }

/** Periods that are over and whose return nobody has opened yet (G3.5), for pilots whose plan is approved. */
export async function owedReturnThings(tx: Tx, today: Day): Promise<Waiting[]> {
  const found = await sql<Owing>`
    select p.id as "pilotId", u.name as "parkName", b.edition, b.first_year as "firstYear",
           coalesce((select array_agg(f.period) from filings f where f.pilot_id = p.id and f.kind = 'target-table'), '{}') as opened
      from pilots p
      join batches b on b.id = p.batch_id
      join units u on u.id = p.park_id
     where exists (select from baselines l where l.pilot_id = p.id)`.execute(tx)
  return found.rows.flatMap(({ edition: id, firstYear, opened, pilotId, parkName }) => {
    const edition = editionOf(id)
    const owed = returnPeriods(edition, firstYear).filter((period) => isOver(period, today) && !opened.includes(period))
    return owed.map((period) => ({
      thing: { subject: 'return', state: 'open', cadence: edition.returns.cadence },
      pilotId,
      parkName,
      href: `/pilots/${pilotId}/returns`,
      about: tableOf(edition, period),
      since: startOfDay(addDays(periodDays(period).to, 1)),
      obligationDay: dueOn(edition, firstYear, 'target-table', period, workCalendar),
      clause: obligationOf(edition, 'target-table').clause,
    }))
  })
}
