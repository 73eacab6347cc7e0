import { sql } from 'kysely'
import { type Endpoint, query } from '../../../platform/command.ts'
import { openApi } from '../../../platform/openapi.ts'
import type { Route } from '../../../shared/route.ts'
import * as contract from './contract.ts'

export type About = { readonly version: string; readonly database: { kind: 'embedded' | 'external'; version: string } }

/** What the product says of itself; health asks the database, so that a dead one shows. */
export function systemRoutes(about: About, others: readonly Route[]): Endpoint[] {
  const document = openApi([...others, contract.health, contract.describeApi], about.version)
  return [
    query(contract.health, async (_, { tx }) => {
      await sql`select 1`.execute(tx)
      return { status: 'ok' as const, ...about }
    }),
    query(contract.describeApi, async () => document as { openapi: string }),
  ]
}
