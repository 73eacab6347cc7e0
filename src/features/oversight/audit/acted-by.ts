import { sql } from 'kysely'

/** Whose act an event `e` is; a sign-in is of the account that it is about. */
export const actedBy = sql<string | null>`coalesce(e.account_id, case when e.kind like 'session.%' then e.subject end)`
