import { sql } from 'kysely'
import { bool } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { lockAfterFailures } from '../../../policy/people/sign-in.ts'

type OfAccount = { readonly accountId: string | null; readonly device: string | null }

const standing = statement(
  { trusted: bool, known: bool },
  ({ accountId, device }: OfAccount) =>
    sql`select device_trusted(${accountId}::uuid, ${hashed(device)}) as trusted, device_known(${hashed(device)}) as known`,
)

/** Whether this account, and whether any, was entered from this device before. */
export async function deviceStanding(tx: Tx, of: OfAccount): Promise<{ trusted: boolean; known: boolean }> {
  const [found] = of.device === null ? [] : await standing(tx, of)
  return found ?? { trusted: false, known: false }
}

/** `session`: hash of the token of the account's new session, which proves whose device it is. */
export async function rememberDevice(
  tx: Tx,
  { session, device, network, now }: { session: string; device: string; network: string; now: Date },
): Promise<void> {
  await sql`select remember_device(${session}, ${hashed(device)}, ${network}, ${now})`.execute(tx)
}

const distrust = statement(
  { trusted: bool },
  ({ accountId, device }: OfAccount) =>
    sql`select distrust_device(${accountId}::uuid, ${hashed(device)}, ${lockAfterFailures}) as trusted`,
)

/** A wrong password from a trusted device counts against the device; whether it is still trusted. */
export async function distrustDevice(tx: Tx, of: OfAccount): Promise<boolean> {
  const [found] = await distrust(tx, of)
  return found?.trusted ?? false
}

export async function countRefusal(tx: Tx, accountId: string | null, network: string, now: Date): Promise<void> {
  await sql`select count_refusal(${accountId}::uuid, ${network}, ${now})`.execute(tx)
}

function hashed(device: string | null): string {
  return device === null ? '' : hashToken(device)
}
