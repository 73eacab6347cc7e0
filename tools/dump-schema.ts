import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, type ClientConfig } from 'pg'
import { migrate } from '../src/platform/database/migrate.ts'
import { startPostgres } from '../src/platform/postgres/start.ts'
import { describeTypes } from './closed-sets.ts'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
export const schemaFile = at('database/schema.sql')
export const typesFile = at('src/platform/database/types.ts')

/** Everything the migrations lead to, in a stable order: what a reviewer reads, and what the test compares. */
export async function dumpSchema(connection: ClientConfig): Promise<string> {
  const client = new Client(connection)
  await client.connect()
  try {
    const parts: string[] = ['-- Written by `npm run schema` from the migrations. Read it; do not edit it.']
    for (const { text } of (await client.query<{ text: string }>(statements)).rows) parts.push(text)
    return `${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

const ours = `c.relnamespace = 'public'::regnamespace and c.relname not in ('migrations', 'migrations_id_seq')`
const statements = `
with tables as (
  select c.oid, c.relname, c.relrowsecurity from pg_class c where c.relkind = 'r' and ${ours}
), parts as (
  select 1 as rank, p.proname || p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) || ';' as text
    from pg_proc p where p.pronamespace = 'public'::regnamespace
  union all
  select 2, c.relname, format('create sequence %I;', c.relname) from pg_class c where c.relkind = 'S' and ${ours}
  union all
  select 3, t.relname, format(E'create table %I (\\n%s\\n);', t.relname, string_agg(line, E',\\n' order by grp, ord))
         || case when obj_description(t.oid, 'pg_class') is null then ''
              else format(E'\\ncomment on table %I is %L;', t.relname, obj_description(t.oid, 'pg_class')) end
         || coalesce((select string_agg(format(E'\\ncomment on column %I.%I is %L;', t.relname, a.attname, d.description), '' order by a.attnum)
              from pg_description d join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
             where d.classoid = 'pg_class'::regclass and d.objoid = t.oid and d.objsubid > 0), '')
         || case when t.relrowsecurity then format(E'\\nalter table %I enable row level security;', t.relname) else '' end
    from tables t, lateral (
      select 1 as grp, to_char(a.attnum, 'FM0000') as ord, format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
             case when a.attcollation <> ty.typcollation then ' collate "' || co.collname || '"' else '' end,
             case when d.oid is null then '' when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                  else ' default ' || pg_get_expr(d.adbin, d.adrelid) end,
             case when a.attnotnull then ' not null' else '' end) as line
        from pg_attribute a join pg_type ty on ty.oid = a.atttypid
        left join pg_collation co on co.oid = a.attcollation
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, k.conname, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k where k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'c')
    ) lines group by t.oid, t.relname, t.relrowsecurity
  union all
  select 3, v.relname, format(E'create view %I with (%s) as\n%s', v.relname, array_to_string(v.reloptions, ', '), pg_get_viewdef(v.oid, true))
         || case when obj_description(v.oid, 'pg_class') is null then ''
              else format(E'\ncomment on view %I is %L;', v.relname, obj_description(v.oid, 'pg_class')) end
    from pg_class v where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace
  union all
  select 4, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ';'
    from pg_index i join tables t on t.oid = i.indrelid
   where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select 5, t.relname || g.tgname, pg_get_triggerdef(g.oid) || ';' from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
  union all
  select 6, p.tablename || p.policyname, format('create policy %I on %I for %s to %s%s%s;', p.policyname, p.tablename, lower(p.cmd),
         array_to_string(p.roles, ', '), coalesce(' using (' || p.qual || ')', ''), coalesce(' with check (' || p.with_check || ')', ''))
    from pg_policies p where p.schemaname = 'public'
  union all
  select 7, t.relname, format('grant %s on %I to yuanqitong_app;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), t.relname)
    from tables t join pg_class c on c.oid = t.oid, lateral aclexplode(c.relacl) a
   where a.grantee = 'yuanqitong_app'::regrole group by t.relname
  union all
  select 8, t.relname || a.attname, format('grant %s (%I) on %I to yuanqitong_app;', lower(e.privilege_type), a.attname, t.relname)
    from tables t join pg_attribute a on a.attrelid = t.oid, lateral aclexplode(a.attacl) e
   where e.grantee = 'yuanqitong_app'::regrole
)
select text from parts order by rank, name collate "C", text collate "C"`

/** Row types as kysely-codegen reads them off a migrated database, with its comments and its closed sets of words. */
export async function generateTypes(url: string, outFile: string): Promise<void> {
  const mapping = '{"int8":"number","uuid":"string","json":"unknown","jsonb":"unknown","xid8":"string"}'
  const script = at('node_modules/kysely-codegen/dist/cli/bin.js')
  const options = ['--dialect', 'postgres', '--camel-case', '--numeric-parser', 'number', '--date-parser', 'string']
  const scope = ['--default-schema', 'public', '--exclude-pattern', 'graphile_worker.*']
  const place = ['--type-mapping', mapping, '--url', url, '--out-file', outFile]
  execFileSync(process.execPath, [script, ...options, ...scope, ...place], { stdio: 'pipe' })
  writeFileSync(outFile, await describeTypes({ connectionString: url }, readFileSync(outFile, 'utf8')))
}

/** `npm run schema`: a throw-away database, migrated, written down as SQL and as row types. */
async function writeBoth(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yqt-schema-'))
  const postgres = await startPostgres({ dataDir, durable: false })
  try {
    await migrate(postgres.connection)
    writeFileSync(schemaFile, await dumpSchema(postgres.connection))
    await generateTypes(postgres.connectionString, typesFile)
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

if (import.meta.main) await writeBoth()
