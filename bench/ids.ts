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

/** Where each is found; `first` is the pilot of the officers who ask, `whole` the one that has all of its records. */
const lookups: Readonly<Record<keyof Generated, string>> = {
  pilotId: 'first.id',
  parkId: 'whole.park_id',
  fullPilotId: 'whole.id',
  closedPilotId: `(select pilot_id from close_outs where state = 'recorded' limit 1)`,
  standingPilotId: '(select id from pilots where standing limit 1)',
  planId: `(select id from filings where pilot_id = whole.id and kind = 'plan')`,
  draftId: `(select f.id from filings f join units u on u.id = f.unit_id where f.kind = 'plan' and f.state = 'draft' order by u.name limit 1)`,
  matterId: '(select filing_id from matters where pilot_id = first.id limit 1)',
  returnId: `(select id from filings where pilot_id = first.id and kind = 'target-table' order by period desc limit 1)`,
  noticeId:
    '(select n.id from notices n join tranches t on t.id = n.tranche_id where t.pilot_id = first.id order by t.no limit 1)',
  enterpriseId: '(select id from pilot_enterprises where pilot_id = whole.id order by uscc limit 1)',
  activityId: '(select id from activities order by held_on, id limit 1)',
  closedId:
    '(select s.id from services s join payments y on y.service_id = s.id where s.pilot_id = whole.id order by s.no limit 1)',
  servedId:
    '(select s.id from services s join payments y on y.service_id = s.id where s.pilot_id = first.id order by s.no limit 1)',
  neededId: `(select id from services where pilot_id = first.id and state = 'needed' order by no limit 1)`,
  evaluationId: '(select id from evaluations where pilot_id = whole.id)',
  reportId: '(select filing_id from evaluation_publications order by scope limit 1)',
  publicationId: '(select id from evaluation_publications order by scope limit 1)',
  eventId: '(select id from audit_events order by id desc limit 1)',
}

/**
 * What the generator made, by which the requests name it; what is not there is left out. `whole`: a lookup that fails is an error;
 * the schema of a checkout of another day may lack what it asks.
 */
export async function generatedIds(connection: pg.PoolConfig, whole = true): Promise<Partial<Generated>> {
  return asOwner(connection, async (owner) => {
    const found: Partial<Record<keyof Generated, string>> = {}
    for (const [name, from] of Object.entries(lookups) as [keyof Generated, string][]) {
      const asked = owner.query<{ id: string | null }>(
        `with first as (
           select p.* from pilots p join accounts a on a.unit_id = p.park_id
             join sessions n on n.account_id = a.id and n.token_hash = encode(sha256('bench-officer'), 'hex')
         ), whole as (select p.* from pilots p where p.id = (select pilot_id from activities limit 1))
         select ${from} as id from first, whole`,
      )
      const { rows } = await (whole ? asked : asked.catch(() => ({ rows: [] })))
      const id = rows[0]?.id
      if (id) found[name] = id
    }
    return found
  })
}
