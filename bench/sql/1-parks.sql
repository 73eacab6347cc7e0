-- Who exists: parks with their enterprises, and the people who ask in the measurements.
-- Settings: bench.parks, bench.services (a park), bench.counties (codes in scope, the measured one first).
create function pg_temp.id(name text) returns uuid language sql immutable parallel safe
  as $$ select overlay(overlay(md5(name) placing '8' from 13) placing 'a' from 17)::uuid $$;
create function pg_temp.hash(name text) returns integer language sql immutable parallel safe
  as $$ select ('x' || substr(md5(name), 1, 7))::bit(28)::integer $$;
create function pg_temp.sha(name text) returns text language sql immutable parallel safe
  as $$ select encode(sha256(convert_to(name, 'UTF8')), 'hex') $$;

create temp table county as
select listed.no::integer as no, u.id, u.name, u.scope
  from unnest(string_to_array(current_setting('bench.counties'), ',')) with ordinality as listed (code, no)
  join units u on u.code = listed.code and u.kind = 'county';

-- The first county has ten parks whatever the size, the second (in a large programme) twenty, the others share the rest.
-- Beside them one park with twice the services and everything that hangs on them, and ten that still write their plan.
create temp table park as
with counted as (
  select current_setting('bench.parks')::integer as parks, current_setting('bench.services')::integer as services
), listed as (
  select n as no, 'usual' as kind, services,
         case when n <= 10 then 1 when n <= 30 and parks > 30 then 2 else 3 + n % ((select count(*)::integer from county) - 2) end as county_no
    from counted, generate_series(1, parks) n
  union all select parks + 1, 'full', services * 2, 3 from counted
  union all select parks + 1 + n, 'draft', 0, 4 from counted, generate_series(1, 10) n
)
select l.no, l.kind, l.services, '试点园区' || lpad(l.no::text, 4, '0') as name,
       pg_temp.id('park:' || l.no) as unit_id, pg_temp.id('pilot:' || l.no) as pilot_id,
       c.id as county_id, c.no as county_no, c.name as county_name, c.scope as county_scope,
       (c.scope || pg_temp.id('park:' || l.no) || '/') collate "C" as scope
  from listed l join county c on c.no = l.county_no;

insert into units (id, kind, name, parent_id, scope, uscc, valid_from)
select unit_id, 'park', name, county_id, scope, '9133' || lpad(no::text, 14, '0'), '2026-03-01' from park;

create temp table enterprise as
select p.no as park_no, e as no, p.pilot_id, pg_temp.id('unit:' || p.no || ':' || e) as unit_id,
       pg_temp.id('enterprise:' || p.no || ':' || e) as id, '9144' || lpad((p.no * 100 + e)::text, 14, '0') as uscc,
       (array['精密机械', '电子元件', '新材料', '智能装备', '纺织科技', '包装制品'])[e % 6 + 1] || p.no || '-' || e || '号有限公司' as name,
       (p.scope || pg_temp.id('unit:' || p.no || ':' || e) || '/') collate "C" as scope
  from park p cross join generate_series(1, 30) e where p.kind <> 'draft';

insert into units (id, kind, name, parent_id, scope, uscc, valid_from)
select e.unit_id, 'enterprise', e.name, p.unit_id, e.scope, e.uscc, '2026-03-01'
  from enterprise e join park p on p.no = e.park_no;

-- No password fits: whoever is measured comes with a session.
insert into accounts (id, unit_id, name, post, password_hash, created_at)
select pg_temp.id('account:' || name || '·' || post.zh), unit_id, name || '·' || post.zh, post.code, '-', '2026-03-01'::timestamptz
  from park, (values ('负责人', 'park-manager'), ('服务专员', 'service-officer'), ('资金专员', 'fund-officer')) post (zh, code)
union all
select pg_temp.id('account:' || name || post.zh), id, name || post.zh, post.code, '-', '2026-03-01'
  from county, (values ('经信局·经办', 'economy-officer'), ('财政局·经办', 'finance-officer')) post (zh, code)
union all
select pg_temp.id('account:province-economy'), id, '省经信厅·处室', 'province-economy', '-', '2026-03-01'
  from units where kind = 'province'
union all
select pg_temp.id('account:' || e.id), e.unit_id, e.name || '·联系人', 'enterprise-contact', '-', '2026-03-01'
  from enterprise e join park p on p.no = e.park_no where p.kind = 'full';

insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, unit_scope)
select pg_temp.sha(token), account_id, '2027-01-01', '2027-01-01', '2099-01-01',
       (select u.scope from accounts a join units u on u.id = a.unit_id where a.id = account_id) from (
  select 'bench-county', pg_temp.id('account:' || name || '经信局·经办') from county where no = 1
  union all select 'bench-large-county', pg_temp.id('account:' || name || '经信局·经办') from county where no = 2
  union all select 'bench-province', pg_temp.id('account:province-economy')
  union all select 'bench-' || kind || '-' || row_number() over (partition by kind order by no), pg_temp.id('account:' || name || '·负责人')
    from park where kind in ('full', 'draft')
) person (token, account_id);
