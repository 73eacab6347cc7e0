import { sql } from 'kysely'
import type { Actor } from '../../../platform/command.ts'
import { arrayOf, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import { addWorkingDays } from '../../../policy/calendar/working-days.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { bureausMissing } from '../../../policy/evaluation/county-opinion.ts'
import { preparersOf } from '../../../policy/filings/filing-posts.ts'
import type { EvaluationWait } from '../../../policy/oversight/work-item.ts'
import { bureauOf, postList, posts, seatOf } from '../../../policy/people/roles.ts'
import { type Day, dayOf, programmeZone } from '../../../shared/dates.ts'

const begun = statement(
  {
    evaluationId: uuid,
    pilotId: uuid,
    parkName: text,
    edition: text,
    kind: wordsOf('evaluations.kind'),
    state: wordsOf('evaluations.state'),
    openedAt: instant,
    selfSubmittedAt: instant.nullable(),
    toldAt: instant.nullable(),
    agreedAt: instant.nullable(),
    objectUntil: day.nullable(),
    objectedAt: instant.nullable(),
    grade: wordsOf('evaluation_results.grade').nullable(),
    gradedAt: instant.nullable(),
    advised: arrayOf(wordsOf('evaluation_opinions.bureau')),
    rectification: wordsOf('rectifications.state').nullable(),
    rectifiedAt: instant.nullable(),
  },
  () => sql`
    select e.id as "evaluationId", e.pilot_id as "pilotId", u.name as "parkName", b.edition, e.kind, e.state,
           e.opened_at as "openedAt", e.self_submitted_at as "selfSubmittedAt", e.told_at as "toldAt", e.agreed_at as "agreedAt",
           e.object_until as "objectUntil", o.at as "objectedAt", r.grade, r.in_force_at as "gradedAt",
           coalesce(v.advised, '{}') as advised,
           d.state as rectification, d.submitted_at as "rectifiedAt"
      from evaluations e
      join pilots p on p.id = e.pilot_id join units u on u.id = p.park_id join batches b on b.id = p.batch_id
      left join lateral (select min(o.filed_at) as at from evaluation_objections o where o.evaluation_id = e.id and o.verdict is null) o on true
      left join (select distinct on (r.evaluation_id) r.evaluation_id, r.grade, r.in_force_at
                   from evaluation_results r order by r.evaluation_id, r.no desc) r on r.evaluation_id = e.id
      left join lateral (select d.state, d.submitted_at from rectifications d
                          where d.evaluation_id = e.id order by d.no desc limit 1) d on true
      left join (select v.evaluation_id, array_agg(distinct v.bureau) as advised from evaluation_opinions v group by v.evaluation_id) v on v.evaluation_id = e.id
     where in_scope(e.scope) and d.state is distinct from 'accepted'
     order by e.opened_at, e.id`,
)

/** An evaluation that waits for somebody: since when, and by which day where it has one of its own. */
export type WaitingEvaluation = {
  readonly evaluationId: string
  readonly pilotId: string
  readonly parkName: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly clause: ReturnType<typeof obligationOf>['clause']
  readonly posts: ReturnType<typeof preparersOf>
  readonly wait: EvaluationWait
  readonly since: Date
  readonly ownDay: Day | null
}

/** What waits in the reader's scope; of experts' seats the reader's own alone. */
export async function waitingEvaluations(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'post'>,
  now: Date,
  calendar: WorkCalendar,
): Promise<WaitingEvaluation[]> {
  if (actor.post === 'expert') return waitingSeats(tx, actor.accountId, now)
  const today = dayOf(now)
  return (await begun(tx)).flatMap((row) => {
    const edition = editionOf(row.edition)
    const rule = obligationOf(edition, row.kind)
    const found = waitOf(row, today)
    if (!found) return []
    const selfDay = addWorkingDays(calendar, dayOf(row.openedAt), edition.evaluationCourse.selfDays)
    const ownDay = found.wait === 'self' ? selfDay : found.wait === 'told' ? row.objectUntil : null
    const { evaluationId, pilotId, parkName } = row
    const name = { zh: rule.zh, en: rule.en }
    const one = {
      evaluationId,
      pilotId,
      parkName,
      name,
      clause: rule.clause,
      posts: preparersOf(rule),
      ...found,
      ownDay,
    }
    return found.wait === 'scoring' ? [one, ...toAdvise(one, row, calendar)] : [one]
  })
}

/** The same evaluation as it waits for those bureaus of the county that have not given their opinion. */
function toAdvise(one: WaitingEvaluation, row: Begun, calendar: WorkCalendar): WaitingEvaluation[] {
  const edition = editionOf(row.edition)
  const { days = 0 } = edition.evaluationCourse.countyOpinion[row.kind] ?? {}
  const ownDay = addWorkingDays(calendar, dayOf(one.since), days)
  return bureausMissing(edition, row.kind, row.advised).map((bureau) => ({
    ...one,
    posts: postList.filter((post) => seatOf(posts[post].unitKinds[0], bureauOf(post)) === `county-${bureau}`),
    wait: 'opinion',
    ownDay,
  }))
}

type Begun = Awaited<ReturnType<typeof begun>>[number]

function waitOf(row: Begun, today: Day): { readonly wait: EvaluationWait; readonly since: Date } | null {
  const { state, openedAt, selfSubmittedAt, toldAt, agreedAt, objectedAt, objectUntil, gradedAt } = row
  if (state === 'self') return { wait: 'self', since: openedAt }
  if (state === 'scoring') return { wait: 'scoring', since: selfSubmittedAt ?? openedAt }
  if (objectedAt) return { wait: 'objected', since: objectedAt }
  if (gradedAt) return rectifying(row, gradedAt)
  const open = agreedAt === null && objectUntil !== null && today <= objectUntil
  return open && toldAt ? { wait: 'told', since: toldAt } : null
}

function rectifying({ edition, grade, rectification, rectifiedAt }: Begun, gradedAt: Date) {
  const asks = editionOf(edition).grades.some((row) => row.grade === grade && row.afterRectification)
  if (!asks) return null
  if (rectification === 'submitted') return { wait: 'rectified' as const, since: rectifiedAt ?? gradedAt }
  return { wait: 'to-rectify' as const, since: gradedAt }
}

const seatsOpen = statement(
  {
    evaluationId: uuid,
    pilotId: uuid,
    parkName: text,
    edition: text,
    kind: wordsOf('evaluations.kind'),
    to: day,
    namedAt: instant,
    scored: int,
  },
  ({ accountId, now }: { readonly accountId: string; readonly now: Date }) => sql`
    select e.id as "evaluationId", e.pilot_id as "pilotId", u.name as "parkName", b.edition, e.kind, s.open_to as "to", s.named_at as "namedAt",
           (select count(distinct c.item)::int from evaluation_scores c
             where c.evaluation_id = e.id and c.given_in = 'expert' and c.given_by = s.account_id) as scored
      from evaluation_seats s
      join evaluations e on e.id = s.evaluation_id
      join pilots p on p.id = e.pilot_id join units u on u.id = p.park_id join batches b on b.id = p.batch_id
     where s.account_id = ${accountId} and s.taken_back_at is null and s.declared is distinct from 'bound' and e.state = 'scoring'
       and (${now}::timestamptz at time zone ${sql.lit(programmeZone)})::date between s.open_from and s.open_to
     order by s.open_to, e.id`,
)

async function waitingSeats(tx: Tx, accountId: string, now: Date): Promise<WaitingEvaluation[]> {
  const rows = await seatsOpen(tx, { accountId, now })
  return rows.flatMap(({ edition: id, kind, scored, to, namedAt, ...row }): WaitingEvaluation[] => {
    const edition = editionOf(id)
    const rule = obligationOf(edition, kind)
    const form = edition.evaluations.find(({ of }) => of.includes(kind))
    const judged = form?.parts.flatMap(({ items }) => items).filter(({ from }) => from === null).length ?? 0
    if (scored >= judged) return []
    const name = { zh: rule.zh, en: rule.en }
    return [{ ...row, name, clause: rule.clause, posts: [], wait: 'seat', since: namedAt, ownDay: to }]
  })
}
