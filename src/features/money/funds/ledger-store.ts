import { sql } from 'kysely'
import { bigint, text, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import {
  type AccountKey,
  accountKindOf,
  accountKinds,
  type Balances,
  type Entry,
  type EntryKind,
  lineAccount,
  type Posting,
  post,
  postingsOf,
} from '../../../policy/money/ledger.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'
import { isRefusal } from '../../../shared/refusal.ts'

/** The pilot whose book it is. */
export type Book = { readonly id: string; readonly scope: string }

/** `subject`: the tranche, service, payment or baseline the entry is about. `memo`: a voucher or receipt number, or a reason. */
export type NewEntry = {
  readonly pilot: Book
  readonly entry: Entry
  readonly subject: string
  readonly memo?: string
  readonly bookedOn: Day
  readonly by: string
  readonly at: Date
  readonly newId: () => string
  readonly reverses?: string
}

/**
 * Books an entry: locks the balances it moves, asks the rule, writes entry and postings. Returns the entry's id.
 * @throws Refusal `funds.below-zero` (G3.6) naming account, balance and amount when an account would fall below zero.
 */
export async function postEntry(tx: Tx, given: NewEntry): Promise<string> {
  const { pilot, entry, subject, memo = '', bookedOn, by, at, newId, reverses = null } = given
  const postings = postingsOf(entry)
  if (isRefusal(postings)) throw postings
  const accounts = await lockAccounts(tx, pilot, postings, newId)
  const after = post(Object.fromEntries(accounts.map(({ key, balanceFen }) => [key, balanceFen])), postings)
  if (isRefusal(after)) throw after
  const id = newId()
  const { scope } = pilot
  await tx
    .insertInto('ledgerEntries')
    .values({ id, pilotId: pilot.id, kind: entry.kind, bookedOn, at, accountId: by, subject, memo, reverses, scope })
    .execute()
  const idOf = new Map(accounts.map((account) => [account.key, account.id]))
  await tx
    .insertInto('ledgerPostings')
    .values(
      postings.map(({ account, amountFen }) => ({ entryId: id, accountId: idOf.get(account) ?? '', amountFen, scope })),
    )
    .execute()
  return id
}

const lockedBalances = statement(
  { id: uuid, key: text, balanceFen: bigint },
  ({ pilotId, keys }: { pilotId: string; keys: readonly AccountKey[] }) =>
    sql`select id, key, balance_fen from lock_balances(${pilotId}, ${keys})`,
)

/**
 * The pilot's cash, held until the transaction ends, for who must ask a rule about it before an approval is booked; fen.
 * Locks what the entry `approve-payment` will move, in its order.
 */
export async function heldCash(tx: Tx, pilotId: string): Promise<Fen> {
  const keys: AccountKey[] = ['cash', 'payable']
  const locked = await lockedBalances(tx, { pilotId, keys })
  return locked.find(({ key }) => key === 'cash')?.balanceFen ?? 0
}

/** The balances an entry moves, locked in one order for everybody; accounts that are not there yet are opened at zero. */
async function lockAccounts(
  tx: Tx,
  pilot: Book,
  postings: readonly Posting[],
  newId: () => string,
): Promise<{ id: string; key: string; balanceFen: Fen }[]> {
  const keys = [...new Set(postings.map(({ account }) => account))]
  const lock = () => lockedBalances(tx, { pilotId: pilot.id, keys })
  const found = await lock()
  if (found.length === keys.length) return found
  await openAccounts(tx, pilot, keys, newId)
  return lock()
}

export async function openAccounts(
  tx: Tx,
  pilot: Book,
  keys: readonly AccountKey[],
  newId: () => string,
): Promise<void> {
  const rows = [...keys].sort().map((key) => {
    const kind = accountKindOf(key)
    if (!kind) throw new Error(`no such ledger account: ${key}`)
    return { id: newId(), pilotId: pilot.id, key, overdraw: accountKinds[kind].mayBeNegative, scope: pilot.scope }
  })
  await tx
    .insertInto('ledgerAccounts')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['pilotId', 'key']).doNothing())
    .execute()
}

/** Every balance of a pilot's book by account key; fen. */
export async function balances(tx: Tx, pilotId: string): Promise<Balances> {
  const rows = await tx
    .selectFrom('ledgerAccounts')
    .select(['key', 'balanceFen'])
    .where('pilotId', '=', pilotId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.key, row.balanceFen]))
}

/** Where one fund line stands, in fen: free for contracts, bound by contracts, spent. */
export async function lineBalances(
  tx: Tx,
  lineId: string,
): Promise<{ availableFen: Fen; committedFen: Fen; spentFen: Fen }> {
  const keys = (['line-available', 'line-committed', 'line-spent'] as const).map((kind) => lineAccount(kind, lineId))
  const rows = await tx
    .selectFrom('fundLines as l')
    .innerJoin('ledgerAccounts as a', 'a.pilotId', 'l.pilotId')
    .select(['a.key', 'a.balanceFen'])
    .where('l.id', '=', lineId)
    .where('a.key', 'in', keys)
    .execute()
  const [availableFen = 0, committedFen = 0, spentFen = 0] = keys.map(
    (key) => rows.find((row) => row.key === key)?.balanceFen ?? 0,
  )
  return { availableFen, committedFen, spentFen }
}

export type EntryRow = {
  id: string
  pilotId: string
  kind: Entry['kind']
  subject: string
  bookedOn: Day
  scope: string
  reversed: boolean
  postings: Posting[]
}

/** The entry, if it lies inside the reader's scope. Entries never change, so there is nothing to lock. */
export async function entryById(tx: Tx, id: string): Promise<EntryRow | null> {
  const entry = await tx
    .selectFrom('ledgerEntries as e')
    .leftJoin('ledgerEntries as r', 'r.reverses', 'e.id')
    .select(['e.id', 'e.pilotId', 'e.kind', 'e.subject', 'e.bookedOn', 'e.scope', 'r.id as reversedBy'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!entry) return null
  const postings = await tx
    .selectFrom('ledgerPostings as p')
    .innerJoin('ledgerAccounts as a', 'a.id', 'p.accountId')
    .select(['a.key as account', 'p.amountFen'])
    .where('p.entryId', '=', id)
    .execute()
  const { reversedBy, ...row } = entry
  return { ...row, reversed: reversedBy !== null, postings }
}

/** The release of a tranche that stands; null while it is not paid, or not any more. */
export async function standingRelease(tx: Tx, trancheId: string): Promise<{ id: string; bookedOn: Day } | null> {
  const found = await tx
    .selectFrom('ledgerEntries as e')
    .leftJoin('ledgerEntries as r', 'r.reverses', 'e.id')
    .select(['e.id', 'e.bookedOn'])
    .where('e.subject', '=', trancheId)
    .where('e.kind', '=', 'release')
    .where('r.id', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** Takes back the entry about this subject that stands, by its mirror; of this kind where the subject has several. @throws Error where there is none: the caller's mistake */
export async function undoEntry(
  tx: Tx,
  { kind, ...given }: Omit<NewEntry, 'entry' | 'reverses'> & { readonly kind?: EntryKind },
): Promise<string> {
  const found = await tx
    .selectFrom('ledgerEntries as e')
    .leftJoin('ledgerEntries as r', 'r.reverses', 'e.id')
    .select('e.id')
    .where('e.subject', '=', given.subject)
    .where('e.kind', '<>', 'reverse')
    .$if(kind !== undefined, (select) => select.where('e.kind', '=', kind as EntryKind))
    .where('r.id', 'is', null)
    .executeTakeFirst()
  const entry = found && (await entryById(tx, found.id))
  if (!entry) throw new Error(`nothing is booked about ${given.subject}`)
  // Never before it was booked: what was true on the days before stays true.
  const bookedOn = given.bookedOn < entry.bookedOn ? entry.bookedOn : given.bookedOn
  return postEntry(tx, { ...given, bookedOn, entry: { kind: 'reverse', postings: entry.postings }, reverses: entry.id })
}

const lowestBanked = statement(
  { lowestFen: bigint },
  ({ pilotId, day }: { readonly pilotId: string; readonly day: Day }) => sql`
    with moves as (
      select e.booked_on as day, sum(p.amount_fen) as fen
        from ledger_entries e
        join ledger_postings p on p.entry_id = e.id
        join ledger_accounts a on a.id = p.account_id and a.kind in ('cash', 'payable')
       where e.pilot_id = ${pilotId}
       group by e.booked_on),
    standing as (select day, sum(fen) over (order by day) as fen from moves)
    select least(
      coalesce((select fen from standing where day <= ${day}::date order by day desc limit 1), 0),
      (select min(fen) from standing where day > ${day}::date))::bigint as "lowestFen"`,
)

/** The least provincial money that the pilot's bank held from the end of that day on, by the true days of its entries; fen. */
export async function bankedSince(tx: Tx, pilotId: string, day: Day): Promise<Fen> {
  const [found] = await lowestBanked(tx, { pilotId, day })
  return found?.lowestFen ?? 0
}
