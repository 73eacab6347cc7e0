import type pg from 'pg'
import { asOwner } from './generate.ts'
import type { Played } from './play.ts'

/** What the addresses of the requests name. */
export type Ids = Played & {
  readonly batchId: string
  readonly pilotId: string
  readonly fullPilotId: string
  readonly parkId: string
  readonly closedPilotId: string
  readonly standingPilotId: string
  readonly planId: string
  readonly draftId: string
  readonly matterId: string
  readonly returnId: string
  readonly noticeId: string
  readonly enterpriseId: string
  readonly activityId: string
  readonly closedId: string
  readonly servedId: string
  readonly neededId: string
  readonly evaluationId: string
  readonly reportId: string
  readonly publicationId: string
  readonly eventId: string
}

type Generated = Omit<Ids, keyof Played | 'batchId'>

/** What the generator made, by which the requests name it; a row that is not there is undefined. */
export async function generatedIds(connection: pg.PoolConfig): Promise<Partial<Generated>> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<Generated>(
      `with first as (
         select p.* from pilots p join accounts a on a.unit_id = p.park_id
           join sessions n on n.account_id = a.id and n.token_hash = encode(sha256('bench-officer'), 'hex')
       ), whole as (select p.* from pilots p where p.id = (select pilot_id from activities limit 1))
       select first.id as "pilotId", whole.park_id as "parkId", whole.id as "fullPilotId",
              (select pilot_id from close_outs where state = 'recorded' limit 1) as "closedPilotId",
              (select id from pilots where standing limit 1) as "standingPilotId",
              (select id from filings where pilot_id = whole.id and kind = 'plan') as "planId",
              (select f.id from filings f join units u on u.id = f.unit_id where f.kind = 'plan' and f.state = 'draft' order by u.name limit 1) as "draftId",
              (select filing_id from matters where pilot_id = first.id limit 1) as "matterId",
              (select id from filings where pilot_id = first.id and kind = 'target-table' order by period desc limit 1) as "returnId",
              (select n.id from notices n join tranches t on t.id = n.tranche_id where t.pilot_id = first.id order by t.no limit 1) as "noticeId",
              (select id from pilot_enterprises where pilot_id = whole.id order by uscc limit 1) as "enterpriseId",
              (select id from activities order by held_on, id limit 1) as "activityId",
              (select s.id from services s join payments y on y.service_id = s.id where s.pilot_id = whole.id order by s.no limit 1) as "closedId",
              (select s.id from services s join payments y on y.service_id = s.id where s.pilot_id = first.id order by s.no limit 1) as "servedId",
              (select id from services where pilot_id = first.id and state = 'needed' order by no limit 1) as "neededId",
              (select id from evaluations where pilot_id = whole.id) as "evaluationId",
              (select filing_id from evaluation_publications order by scope limit 1) as "reportId",
              (select id from evaluation_publications order by scope limit 1) as "publicationId",
              (select id from audit_events order by id desc limit 1) as "eventId"
         from first, whole`,
    ),
  )
  return rows[0] ?? {}
}
