import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAt, jobsAccount, requireNobodyElse, serverAccount } from '../../src/platform/postgres/accounts.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const comeIn = async (account: Parameters<typeof accountAt>[1]) => {
  const client = new pg.Client(accountAt(world.connection, account, world.connection.serverPassword))
  await client.connect()
  return client
}

/** What would lead to the owner, or to what only an owner may do; and the SQLSTATE that stands in its way. */
const waysBack = (owner: string): readonly (readonly [statement: string, code: string])[] => [
  ['set session authorization default; create role more', '42501'],
  [`set session authorization "${owner}"`, '42501'],
  [`set role "${owner}"`, '42501'],
  [`set local role "${owner}"`, '42501'],
  [`select set_config('role', '${owner}', false)`, '42501'],
  [`select set_config('session_authorization', '${owner}', false)`, '42501'],
  ['set role none; reset role; reset session authorization; create role more', '42501'],
  ['create role more', '42501'],
  [`grant "${owner}" to current_user`, '42501'],
  ['alter role current_user superuser', '42501'],
  ['alter role current_user bypassrls', '42501'],
  [`alter role "${owner}" password 'x'`, '42501'],
  [`alter table units owner to current_user`, '42501'],
  ['alter table units disable row level security', '42501'],
  ['drop policy subtree on units', '42501'],
  ['create policy mine on units using (true)', '42501'],
  ['alter function enter_session owner to current_user', '42501'],
  ['create or replace function public.in_scope(scope text) returns boolean language sql as $$select true$$', '42501'],
  ['create table public.mine (a int)', '42501'],
  ['create schema mine', '42501'],
  ['create extension dblink', '42501'],
  ['create extension postgres_fdw', '42501'],
  ['create language plpgsql_more handler plpgsql_call_handler', '42501'],
  [`create function pg_temp.mine() returns int language c as 'libc', 'system'`, '42501'],
  ['create event trigger mine on ddl_command_start execute function refuse_change()', '42501'],
  ['create trigger mine before insert on units for each row execute function refuse_change()', '42501'],
  [`copy units to program 'true'`, '42501'],
  [`copy units from '/etc/passwd'`, '42501'],
  [`select pg_read_file('/etc/passwd')`, '42501'],
  [`select pg_ls_dir('.')`, '42501'],
  [`select lo_import('/etc/passwd')`, '42501'],
  ['select pg_reload_conf()', '42501'],
  [`load '/tmp/mine'`, '42501'],
  [`set session_preload_libraries = 'mine'`, '42501'],
  ['set session_replication_role = replica', '42501'],
  ['set log_statement = none', '42501'],
  [`alter system set log_statement = 'none'`, '42501'],
  ['alter database postgres set work_mem = 1000', '42501'],
  ['select rolpassword from pg_authid', '42501'],
  ['select * from pg_hba_file_rules', '42501'],
  [
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = (select min(usename) from pg_user where usesuper)',
    '42501',
  ],
  ['checkpoint', '42501'],
]

describe.each([serverAccount, jobsAccount] as const)('%s', (account) => {
  it('has no privileges, owns nothing, and is a member of nothing', async () => {
    const [flags] = await world.sql(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit from pg_roles where rolname = $1`,
      [account],
    )
    expect(Object.values(flags ?? { none: true })).toEqual(Array(6).fill(false))
    const owned = await world.sql(
      `select classid::regclass, objid from pg_shdepend where refobjid = $1::regrole and deptype = 'o'`,
      [account],
    )
    const memberOf = await world.sql('select roleid::regrole from pg_auth_members where member = $1::regrole', [
      account,
    ])
    expect([owned, memberOf]).toEqual([[], []])
  })

  it('is itself whatever is reset, and finds no way to the owner', async () => {
    const client = await comeIn(account)
    try {
      for (const back of [
        'select 1',
        'reset role',
        'set role none',
        'reset session authorization',
        'discard all',
        'reset all',
      ]) {
        await client.query(back)
        const { rows } = await client.query('select session_user as session, current_user as current')
        expect(rows, back).toEqual([{ session: account, current: account }])
      }
      const others = (
        await client.query<{ name: string }>('select rolname as name from pg_roles where rolname <> current_user')
      ).rows
      const asOthers = others.map(({ name }) => [`set role "${name}"`, '42501'] as const)
      const open: string[] = []
      for (const [statement, code] of [...waysBack(world.connection.user), ...asOthers]) {
        const met = await client.query(statement).then(
          () => 'done',
          (error: { code?: string }) => error.code,
        )
        if (met !== code) open.push(`${statement}: ${met}`)
      }
      expect(open).toEqual([])
    } finally {
      await client.end()
    }
  })
})

it('the account of jobs meets the queue and no table of ours', async () => {
  const readable = await world.sql<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and (has_any_column_privilege($1, c.oid, 'select, insert, update, references') or has_table_privilege($1, c.oid, 'delete, truncate, trigger'))`,
    [jobsAccount],
  )
  expect(readable).toEqual([])
})

it('a server that would serve as the owner, or as a member of it, does not start', async () => {
  await expect(requireNobodyElse(world.server)).resolves.toBeUndefined()
  const { serverPassword: _, ...owner } = world.connection
  await expect(requireNobodyElse(owner)).rejects.toThrow(
    /服务器在数据库中应以账号 yuanqitong_app 工作.*works in the database as/s,
  )
})
