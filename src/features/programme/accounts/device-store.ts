import { sql } from 'kysely'
import { bool } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { hashToken } from '../../../platform/tokens.ts'

const standing = statement({ known: bool }, (device: string) => sql`select device_known(${device}) as known`)

/** Whether any account was entered from this device before. */
export async function isKnownDevice(tx: Tx, device: string): Promise<boolean> {
  const [found] = await standing(tx, hashToken(device))
  return found?.known ?? false
}

/** `session`: hash of the token of the account's new session, which proves whose device it is. */
export async function rememberDevice(
  tx: Tx,
  { session, device, network, now }: { session: string; device: string; network: string; now: Date },
): Promise<void> {
  await sql`select remember_device(${session}, ${hashToken(device)}, ${network}, ${now})`.execute(tx)
}

/** By which the database knows a device; it does not know its secret. */
export function hashed(device: string | null): string | null {
  return device === null ? null : hashToken(device)
}
