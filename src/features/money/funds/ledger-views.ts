import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Key, type KeyColumns, keysOf } from '../../../platform/database/keys.ts'
import { byName } from '../../../platform/database/ordered.ts'
import type { Turning } from '../../../platform/pages.ts'
import { type SortedSlice, turnSorted } from '../../../platform/sorted-pages.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import { clauseIn } from '../../../policy/editions/edition-clauses.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { entryName } from '../../../policy/money/entry-name.ts'
import { accountKindOf, accountKinds, type EntryKind, entryNames } from '../../../policy/money/ledger.ts'
import { isOfMeasure, measureSums, recoverable } from '../../../policy/money/measures-sums.ts'
import { mayReverse } from '../../../policy/money/tranche-reversal.ts'
import { isPost, posts, whyNotPermitted } from '../../../policy/people/roles.ts'
import { isServiceKind, serviceKinds } from '../../../policy/records/service-kinds.ts'
import { type Fen, sumFen } from '../../../shared/money.ts'
import type { Text } from '../../../shared/words.ts'
import { fundLinesEver } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import type { listEntries } from './contract.ts'
import type { EntryView } from './entry-contract.ts'
import { balances } from './ledger-store.ts'
import { laterStarted } from './reverse-entry.ts'
import { type TrancheRow, tranchesOf } from './store.ts'
import type { Reader } from './tranche-acts.ts'

type Search = z.output<(typeof listEntries)['search']>
export type Filters = Pick<Search, 'kind' | 'lineId'>

/** The sum of an entry is told as `moved` tells it. */
const movedFen = sql`(
  select coalesce(sum(lp.amount_fen) filter (where la.kind not in ('budget', 'claim-source', 'claimed') and la.line_id is null), sum(lp.amount_fen))
    from ledger_postings lp join ledger_accounts la on la.id = lp.account_id where lp.entry_id = e.id and lp.amount_fen > 0)`
const columns: KeyColumns<Search> = {
  bookedOn: { by: sql`e.booked_on`, is: 'date' },
  kind: { by: sql`array_position(${sql.lit(`{${Object.keys(entryNames)}}`)}::text[], e.kind)`, is: 'bigint' },
  amountFen: { by: movedFen, is: 'bigint' },
  subject: { by: sql`coalesce(s.no, t.no::text)`, is: 'text' },
  memo: { by: byName('e.memo'), is: 'text' },
  byName: { by: byName('a.name'), is: 'text' },
}

/** Newest first. */
const own: readonly Key[] = [{ by: sql`e.seq`, is: 'bigint', falling: true }]

/** What an entry `e` must meet. */
export function conditionsOn(pilotId: string, { kind, lineId }: Filters): RawBuilder<SqlBool> {
  const all = [sql`e.pilot_id = ${pilotId}`]
  if (kind) all.push(sql`e.kind = ${sql.lit(kind)}`)
  if (lineId)
    all.push(sql`exists (
      select from ledger_postings lp join ledger_accounts la on la.id = lp.account_id
       where lp.entry_id = e.id and split_part(la.key, ':', 2) = ${lineId})`)
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

function matching(tx: Tx, pilotId: string, filters: Filters) {
  return tx.selectFrom('ledgerEntries as e').where(conditionsOn(pilotId, filters))
}

export async function countEntries(tx: Tx, pilotId: string, filters: Filters): Promise<number> {
  const counted = matching(tx, pilotId, filters).select(sql<number>`count(*)::int`.as('total'))
  return (await counted.executeTakeFirstOrThrow()).total
}

type LedgerEntry = Omit<EntryView, 'actions'>

/** A page of a pilot's ledger, newest first, each entry with what its reader may do about it. */
export async function listedEntries(
  tx: Tx,
  pilot: Pick<Pilot, 'id' | 'edition'>,
  filters: Filters,
  reader: Reader,
  turning: Turning & Pick<Search, 'sort'>,
): Promise<z.input<(typeof listEntries)['reply']>> {
  const keys = keysOf(columns, turning.sort, own)
  const { rows, total, placed } = await turnSorted(turning, keys, {
    count: () => countEntries(tx, pilot.id, filters),
    read: (slice) => readEntries(tx, pilot.id, filters, slice),
  })
  const tranches = await tranchesOf(tx, pilot.id)
  const unclaimedFen = recoverable(measureSums(await balances(tx, pilot.id)))
  const entries = (await shownOf(tx, pilot.id, rows)).map((entry) => {
    const { kind, subject, reversedBy } = entry
    const of = { kind, subject: subject.id, reversed: reversedBy !== null }
    return { ...entry, actions: [reversal(of, { tranches, unclaimedFen }, reader, pilot.edition)] }
  })
  return { entries, total, placed }
}

function readEntries(tx: Tx, pilotId: string, filters: Filters, { where, order, place, limit, offset }: SortedSlice) {
  return matching(tx, pilotId, filters)
    .innerJoin('accounts as a', 'a.id', 'e.accountId')
    .leftJoin('ledgerEntries as r', 'r.reverses', 'e.id')
    .leftJoin('ledgerEntries as f', 'f.id', 'e.reverses')
    .leftJoin('tranches as t', 't.id', 'e.subject')
    .leftJoin('payments as p', 'p.id', 'e.subject')
    .leftJoin('services as s', (join) =>
      join.on(sql<boolean>`s.id = case when p.id is null then e.subject else p.service_id end`),
    )
    .select([
      'e.id',
      'e.kind',
      'e.bookedOn',
      'e.at',
      'e.memo',
      'e.subject',
      'e.reverses',
      'r.id as reversedBy',
      'f.kind as reversesKind',
      'a.name as byName',
      'a.post as byPost',
      't.no as trancheNo',
      'p.id as paymentId',
      's.id as serviceId',
      's.no as serviceNo',
      place.as('rowPlace'),
    ])
    .where(where)
    .orderBy(order)
    .limit(limit)
    .offset(offset)
    .execute()
}

type EntryRow = Awaited<ReturnType<typeof readEntries>>[number]

async function shownOf(tx: Tx, pilotId: string, rows: readonly EntryRow[]): Promise<LedgerEntry[]> {
  const postings = await postingsOf(
    tx,
    pilotId,
    rows.map((row) => row.id),
  )
  return rows.map((read) => {
    const {
      id,
      kind,
      reversesKind,
      at,
      byPost,
      subject,
      paymentId,
      trancheNo,
      serviceId,
      serviceNo,
      rowPlace: _,
      ...row
    } = read
    const mine = postings.get(id) ?? []
    const measured = isOfMeasure(mine.map(({ key }) => ({ account: key })))
    const about = measured
      ? 'measure'
      : trancheNo !== null
        ? 'tranche'
        : paymentId !== null
          ? 'payment'
          : serviceId !== null
            ? 'service'
            : 'plan'
    return {
      ...row,
      entryId: id,
      kind,
      name: entryName(kind, reversesKind),
      at: at.toISOString(),
      byPost: isPost(byPost) ? posts[byPost] : { zh: byPost, en: byPost },
      amountFen: moved(mine),
      subject: { kind: about as EntryView['subject']['kind'], id: subject, trancheNo, serviceId, serviceNo },
      postings: mine,
    }
  })
}

function reversal(
  entry: { kind: EntryKind; subject: string; reversed: boolean },
  { tranches, unclaimedFen }: { readonly tranches: readonly TrancheRow[]; readonly unclaimedFen: Fen },
  { post, bureau }: Reader,
  edition: Edition,
): EntryView['actions'][number] {
  const [clause, bookClause] = [clauseIn(edition, 'G4.2'), clauseIn(edition, 'G3.6')]
  const tranche = tranches.find((one) => one.id === entry.subject) ?? null
  const facts = { bureau, tranche, laterStarted: laterStarted(tranches, tranche), unclaimedFen, clause, bookClause }
  const no = mayReverse({ ...entry, ...facts }) ?? (isPost(post) ? whyNotPermitted(post, 'funds.reverse') : null)
  return { action: 'reverse', allowed: !no, because: no && refusalText(no), clause: no && (no.clause ?? bookClause) }
}

type Shown = EntryView['postings'][number]

async function postingsOf(tx: Tx, pilotId: string, entryIds: readonly string[]): Promise<Map<string, Shown[]>> {
  const found = new Map<string, Shown[]>()
  if (entryIds.length === 0) return found
  const rows = await tx
    .selectFrom('ledgerPostings as p')
    .innerJoin('ledgerAccounts as a', 'a.id', 'p.accountId')
    .select(['p.entryId', 'a.key', 'p.amountFen'])
    .where(sql<boolean>`p.entry_id = any (${entryIds}::uuid[])`)
    .orderBy('p.amountFen')
    .execute()
  const lines = new Map((await fundLinesEver(tx, pilotId)).map((line) => [line.id, line]))
  for (const { entryId, key, amountFen } of rows) {
    const shown = found.get(entryId) ?? []
    shown.push({ key, account: accountName(key, lines), amountFen })
    found.set(entryId, shown)
  }
  return found
}

export type Line = { readonly serviceKind: string; readonly purpose: string }

export function accountName(key: string, lines: ReadonlyMap<string, Line>): Text {
  const kind = accountKindOf(key)
  if (!kind) return { zh: key, en: key }
  const { zh, en } = accountKinds[kind]
  const line = lines.get(key.slice(kind.length + 1))
  if (!line) return { zh, en }
  const { serviceKind, purpose } = line
  const service = isServiceKind(serviceKind) ? serviceKinds[serviceKind] : { zh: serviceKind, en: serviceKind }
  return { zh: `${zh} · ${service.zh} · ${purpose}`, en: `${en} · ${service.en} · ${purpose}` }
}

/** What an entry moves: in the money's circle if it moves money, else in that of the fund lines or of what was asked back. */
function moved(postings: readonly Shown[]): Fen {
  const ups = postings.filter(({ amountFen }) => amountFen > 0)
  const others = ['budget', 'claim-source', 'claimed']
  const money = ups.filter(({ key }) => !key.startsWith('line-') && !others.includes(key))
  return sumFen((money.length > 0 ? money : ups).map(({ amountFen }) => amountFen))
}
