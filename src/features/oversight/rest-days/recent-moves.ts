import { sql } from 'kysely'
import { day, instant, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { passingOnName } from '../../../policy/plan/passing-on.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { resultsTitle } from '../../filings/publications/public.ts'
import type { RecentMoves } from './contract.ts'
import { linesOf, type MoveLine } from './move-lines.ts'
import { noticeTitle } from './words.ts'

/** How long a move is told, days. */
const toldDays = 30

const newestMoves = statement(
  {
    listId: uuid,
    source: text,
    kind: wordsOf('calendar_moves.kind'),
    period: text,
    what: wordsOf('calendar_moves.what'),
    fromOn: day,
    toOn: day,
    movedAt: instant,
    batchName: text,
    edition: text,
    unitName: text,
  },
  (since: Date | null) => sql`
    select m.list_id as "listId", l.source, m.kind, m.period, m.what, m.from_on as "fromOn", m.to_on as "toOn", m.moved_at as "movedAt",
           b.name as "batchName", b.edition, u.name as "unitName"
      from calendar_moves m
      join rest_day_lists l on l.id = m.list_id
      join batches b on b.id = m.batch_id
      join units u on u.id = m.unit_id
     where m.moved_at > ${since}
     order by m.moved_at desc, m.from_on, m.scope limit 2000`,
)

/** Which days of the units in the reader's area were moved lately, list by list, the newest first. */
export async function recentMoves(tx: Tx, now: Date): Promise<RecentMoves> {
  const rows = await newestMoves(tx, new Date(now.getTime() - toldDays * 86_400_000))
  const lists = Map.groupBy(rows, ({ listId }) => listId)
  return [...lists.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const moves = own.map(
      ({ kind, period, what, fromOn: from, toOn: to, batchName, edition, unitName: unit }): MoveLine => {
        const isNotice = kind === 'notice'
        const title = titleIn({ edition, kind, period, what })
        return { line: { what, title, period: isNotice ? '' : period, batchName, from, to }, unit }
      },
    )
    return [{ listId: first.listId, source: first.source, movedOn: dayOf(first.movedAt), moves: linesOf(moves) }]
  })
}

type Moved = Pick<ResultRow<typeof newestMoves>, 'edition' | 'kind' | 'period' | 'what'>

function titleIn({ edition, kind, period, what }: Moved): Text {
  if (kind === 'notice') return noticeTitle(Number(period))
  const isResults = kind === 'mid-term-evaluation' || kind === 'final-evaluation'
  if (what === 'display' && isResults) return resultsTitle(edition, kind)
  const duty = titleOf(edition, kind)
  return what === 'handing-on' ? passingOnName(duty) : duty
}

function titleOf(edition: string, kind: string): Text {
  const rule = editionOf(edition).obligations.find(({ id }) => id === kind)
  return { zh: rule?.zh ?? kind, en: rule?.en ?? kind }
}
