-- A paper carries the first sixteen figures of its version's hash. Whoever holds it may ask whether it is genuine and still
-- the newest: this, and nothing else of the filing, is told without a session.
create index filing_versions_code on filing_versions (left(hash, 16));

create function verify_version(prefix text)
  returns table (kind text, unit_name text, period text, version_no integer, submitted_on date, hash text, newest boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.kind, u.name, f.period, v.no, (v.submitted_at at time zone 'Asia/Shanghai')::date, v.hash, v.no = f.version_no
    from filing_versions v
    join filings f on f.id = v.filing_id
    join units u on u.id = f.unit_id
   where left(v.hash, 16) = prefix
   order by v.submitted_at desc
   limit 10
$$;
revoke all on function verify_version from public;
grant execute on function verify_version to yuanqitong_app;
