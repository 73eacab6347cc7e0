import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { int, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'

type NewAddition = {
  objectionId: string
  no: number
  name: string
  contact: string
  content: string
  receivedAt: Date
}

/** Moves the transaction into the notice's scope, as a new objection does. */
export async function insertAddition(tx: Tx, addition: NewAddition): Promise<void> {
  const { objectionId, no, name, contact, content, receivedAt } = addition
  await sql`select add_to_objection(${objectionId}::uuid, ${no}::integer, ${name}, ${contact}, ${content}, ${receivedAt}::timestamptz)`.execute(
    tx,
  )
}

/** What was added to the objections to a notice, in its order. */
export async function additionsOn(tx: Tx, noticeId: string) {
  return tx
    .selectFrom('noticeObjectionAdditions as d')
    .innerJoin('noticeObjections as o', 'o.id', 'd.objectionId')
    .select(['d.objectionId', 'd.no', 'd.contact', 'd.content'])
    .where('o.noticeId', '=', noticeId)
    .orderBy('o.no')
    .orderBy('d.no')
    .execute()
}

type Sender = { readonly noticeId: string; readonly network: string }

/** Of one notice alone, so that who objects here is not found there. */
function senderOf({ noticeId, network }: Sender): string {
  return createHash('sha256').update(`${noticeId} ${network}`).digest('hex')
}

const counted = statement(
  { n: int, lastObjection: uuid },
  (of: Sender) => sql`
    select n, last_objection as "lastObjection" from objections_of_sender(${of.noticeId}::uuid, ${senderOf(of)})`,
)

/** How often a sender has objected to a notice, and which objection it was last. */
export async function objectionsFrom(tx: Tx, of: Sender): Promise<{ n: number; lastId: string | null }> {
  const [found] = await counted(tx, of)
  return { n: found?.n ?? 0, lastId: found?.lastObjection ?? null }
}

export async function countObjection(tx: Tx, of: Sender, objectionId: string, now: Date): Promise<void> {
  await sql`select count_objection(${of.noticeId}::uuid, ${senderOf(of)}, ${objectionId}::uuid, ${now})`.execute(tx)
}

/** The number of an objection within its notice. */
export async function numberOf(tx: Tx, objectionId: string): Promise<number> {
  const { no } = await tx
    .selectFrom('noticeObjections')
    .select('no')
    .where('id', '=', objectionId)
    .executeTakeFirstOrThrow()
  return no
}
