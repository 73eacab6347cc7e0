import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'
import { keyOf } from '../../src/features/programme/accounts/password-keys.ts'
import { testPassword } from '../support/template.ts'

/** Rows, or the SQLSTATE that refuses; what was refused leaves the transaction as it was. `client`: inside a transaction. */
export async function askOver(client: pg.Client, text: string, values: unknown[] = []): Promise<unknown[] | string> {
  await client.query('savepoint asked')
  try {
    return (await client.query(text, values)).rows
  } catch (error) {
    await client.query('rollback to savepoint asked')
    return (error as { code?: string }).code ?? String(error)
  }
}

/** What proves a password. */
export async function keyOver(client: pg.Client, name: string, password = testPassword): Promise<string> {
  const [found] = (await askOver(client, 'select password_costs($1) as costs', [name])) as { costs: string }[]
  return keyOf(password, found?.costs ?? null)
}

/** Signs in and enters the session, as the pipeline does; `at`: an instant. Answers its hash. */
export async function enterOver(client: pg.Client, name: string, at: string): Promise<string> {
  const hash = randomBytes(32).toString('hex')
  const key = await keyOver(client, name)
  const opening = 'select opened from open_session($1, $2, $3, null, $4, null, $5)'
  expect(await askOver(client, opening, [name, key, hash, '192.0.2.1', at])).toEqual([{ opened: true }])
  expect(await askOver(client, 'select name from enter_session($1, $2)', [hash, at])).toEqual([{ name }])
  return hash
}
