import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { playConsultation } from './samples-consultations.ts'
import { playFilings } from './samples-filings.ts'
import type { Counties } from './side.ts'
import { twoCounties } from './two-counties.ts'

const role = 'yuanqitong_app'
let counties: Counties
beforeAll(async () => {
  counties = await twoCounties()
  await playFilings(counties.own)
  await playConsultation(counties.own)
})
afterAll(() => counties.world.stop())

describe('the role of the application', () => {
  it('deletes and empties nothing but drafts and prepared opinions, and changes nothing that may only grow', async () => {
    const { world } = counties
    const rights = await world.sql<{
      name: string
      deletes: boolean
      changes: boolean
      empties: boolean
      grows: boolean
    }>(
      `select c.relname as name, has_table_privilege($1, c.oid, 'delete') as deletes,
              has_table_privilege($1, c.oid, 'truncate, trigger, references') as empties,
              has_any_column_privilege($1, c.oid, 'update') as changes,
              exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change'::regproc) as grows
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
      [role],
    )
    // A prepared opinion is nobody's opinion yet, and a matter that was never filed nobody's report; the audit trail keeps both.
    // Of bytes that lie in the store without a file only the note goes here; what may go with it is asked under its lock.
    const deletable = ['filings', 'loose_contents', 'prepared_opinions']
    expect(rights.filter((one) => one.deletes).map((one) => one.name)).toEqual(deletable)
    expect(rights.filter((one) => one.empties || (one.grows && one.changes))).toEqual([])
    expect(rights.filter((one) => one.grows).length).toBeGreaterThan(15)
    const refused: string[] = []
    for (const { name } of rights.filter((one) => one.grows)) {
      for (const text of [`delete from ${name}`, `truncate ${name} cascade`]) {
        const code = await world.sql(text).then(
          () => null,
          (error: { code?: string }) => error.code,
        )
        const [left] = await world.sql<{ n: number }>(`select count(*)::int as n from ${name}`)
        if (code !== '23001' && (left?.n ?? 0) > 0) refused.push(`${text}: ${code}`)
      }
    }
    expect(refused, 'not even the owner').toEqual([])
  })

  it('reaches past row security only by functions that are known, with a fixed search path', async () => {
    const { world } = counties
    const definers = await world.sql<{ name: string; fixed: boolean; open: boolean; callable: boolean }>(
      `select p.proname as name, coalesce(p.proconfig::text like '%search_path=%', false) as fixed,
              has_function_privilege('public', p.oid, 'execute') as open,
              has_function_privilege($1, p.oid, 'execute') and p.prorettype <> 'trigger'::regtype as callable
         from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`,
      [role],
    )
    expect(definers.filter((one) => !one.fixed)).toEqual([])
    // Each answers with less than a row: an id, a scope, a yes or no, a count. Who adds one says here what it gives away.
    const known =
      'activate_account add_to_objection ask_for_account bytes_used called_by_overseer change_password claim_room close_account closed_among content_named count_objection ' +
      'create_account decide_account device_known end_other_sessions end_session enqueue_job enter_feed enter_link enter_notice enter_seat enter_session ' +
      'evidence_with_hash evidence_with_picture expire_upload expired_uploads file_objection filing_number_taken first_reply held_account ' +
      'invoice_used is_closed issue_activation last_password_costs lock_balances objections_of_sender open_session opened_activation opened_notice opened_scope ' +
      'other_pilots_of own_sessions papers_of_money password_costs pilot_stands product_health prove_password published_evaluations ' +
      'published_notices record_events register_keys_held remember_device sealed_hashes session_seen verify_paper'
    expect(
      definers
        .filter((one) => one.callable)
        .map((one) => one.name)
        .join(' '),
    ).toBe(known)
    expect(definers.filter((one) => one.callable && one.open)).toEqual([])
    const beyond = await world.sql(
      `select nspname from pg_namespace where nspname not in ('public', 'pg_catalog', 'information_schema')
          and nspname !~ '^pg_(temp|toast)' and has_schema_privilege($1, oid, 'usage')
       union all select nspname from pg_namespace where has_schema_privilege($1, oid, 'create')`,
      [role],
    )
    expect(beyond).toEqual([])
  })
})
