import { sql } from 'kysely'
import { download, query } from '../../../platform/command.ts'
import { instant, int, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { firstIdAt } from '../../../platform/ids.ts'
import { csvMediaType, writeCsv } from '../../../platform/workbook/write-csv.ts'
import { eventName } from '../../../policy/oversight/event-words.ts'
import { checkAffected } from '../../../policy/oversight/incident-acts.ts'
import { isPost, posts } from '../../../policy/people/roles.ts'
import { instantOf, minuteOf } from '../../../shared/dates.ts'
import { speak } from '../../../shared/words.ts'
import { actedBy } from '../audit/public.ts'
import * as contract from './affected-contract.ts'
import { exportWords } from './words.ts'

/** Of each only the first so many by number of events are told; there are far fewer kinds. */
const mostTold = 500

const touched = statement(
  {
    /** 1: of a kind; 2: of an account; 3: of all. */
    level: int,
    kind: text.nullable(),
    accountId: uuid.nullable(),
    accountName: text.nullable(),
    post: text.nullable(),
    unitName: text.nullable(),
    events: int,
    records: int,
    files: int,
    firstAt: instant.nullable(),
    lastAt: instant.nullable(),
  },
  // Ids grow with time: two of them bound the events by their key, so that nothing else is read.
  ({ fromId, untilId, accountId }: { fromId: string; untilId: string; accountId: string | null }) => sql`
    select g.level, g.kind, g.account_id as "accountId", a.name as "accountName", g.post, u.name as "unitName", g.events, g.records, g.files,
           g.first_at as "firstAt", g.last_at as "lastAt"
      from (
        select grouping(e.kind, e.account_id) as level, e.kind, e.account_id, e.post, count(*)::int as events,
               count(distinct e.subject)::int as records,
               (count(distinct e.subject) filter (where starts_with(e.kind, 'file.')))::int as files,
               min(e.at) as first_at, max(e.at) as last_at
          from (
            select e.kind, e.subject, e.at, o.id as account_id, coalesce(e.post, o.post) as post
              from audit_events e left join accounts o on o.id = ${actedBy}
             where e.id >= ${fromId}::uuid and e.id < ${untilId}::uuid and (${accountId}::uuid is null or o.id = ${accountId}::uuid)
          ) e
         group by grouping sets ((e.kind), (e.account_id, e.post), ())
         order by 5 desc, 2, 3 limit ${mostTold * 2}
      ) g
      left join accounts a on a.id = g.account_id
      left join units u on u.id = a.unit_id
     order by g.events desc, g.kind, a.name`,
)

type Asked = {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly accountId?: string | undefined
}

async function affectedView(tx: Tx, id: string, asked: Asked, now: Date): Promise<contract.AffectedView> {
  const incident = await tx
    .selectFrom('incidents')
    .select(['noticedAt', 'occurredAt', 'endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!incident) throw notFound({ zh: '安全事件', en: 'incident' })
  const { noticedAt, occurredAt, endedAt } = incident
  const from = asked.from ?? minuteOf(occurredAt ?? new Date(noticedAt.getTime() - 86_400_000))
  const to = asked.to ?? minuteOf(endedAt ?? now)
  const refusal = checkAffected(from, to)
  if (refusal) throw refusal
  const rows = await touched(tx, {
    fromId: firstIdAt(instantOf(from)),
    // The last minute belongs to it.
    untilId: firstIdAt(new Date(instantOf(to).getTime() + 60_000)),
    accountId: asked.accountId ?? null,
  })
  const figures = ({ events, records, files, firstAt, lastAt }: (typeof rows)[number]) => ({
    ...{ events, records, files },
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
  })
  const all = rows.find(({ level }) => level === 3)
  return {
    ...{ from, to },
    ...(all ? figures(all) : { events: 0, records: 0, files: 0, firstAt: null, lastAt: null }),
    kinds: rows
      .filter(({ level }) => level === 1)
      .slice(0, mostTold)
      .map((row) => ({ kind: row.kind ?? '', ...figures(row) })),
    accounts: rows
      .filter(({ level }) => level === 2)
      .slice(0, mostTold)
      .map(({ accountId, accountName, post, unitName, ...row }) => ({
        ...{ accountId, accountName, unitName },
        post: post === null ? null : nameOfPost(post),
        ...figures({ ...row, accountId, accountName, post, unitName }),
      })),
  }
}

function nameOfPost(post: string) {
  return isPost(post) ? { zh: posts[post].zh, en: posts[post].en } : { zh: post, en: post }
}

export const affectedRoutes = [
  query(contract.showAffected, ({ params, search }, { tx, now }) => affectedView(tx, params.incidentId, search, now)),
  download(contract.exportAffected, async ({ params, search }, { tx, now }) => {
    const { language, ...asked } = search
    const t = speak(exportWords, language)
    const affected = await affectedView(tx, params.incidentId, asked, now)
    const at = (instantText: string | null) => (instantText === null ? '' : minuteOf(new Date(instantText)))
    const line = (names: string[], of: contract.AffectedKind | contract.AffectedAccount | contract.AffectedView) => [
      ...names,
      ...[of.events, of.records, of.files].map(String),
      at(of.firstAt),
      at(of.lastAt),
    ]
    const lines = [
      [t.by, t.name, t.post, t.unit, t.events, t.records, t.files, t.firstAt, t.lastAt],
      line([t.all, `${affected.from} – ${affected.to}`, '', ''], affected),
      ...affected.kinds.map((row) => line([t.byKind, eventName(row.kind)[language], '', ''], row)),
      ...affected.accounts.map((row) =>
        line([t.byAccount, row.accountName ?? t.nobody, row.post?.[language] ?? '', row.unitName ?? ''], row),
      ),
    ]
    return { fileName: `${t.file}.csv`, mediaType: csvMediaType, content: writeCsv(lines) }
  }),
]
