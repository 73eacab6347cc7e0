-- A period that is locked, opened again for one unit by a named person, until a day, for a reason.
create table filing_exceptions (
  id uuid primary key,
  batch_id uuid not null references batches,
  -- The unit that files: park, county or province.
  unit_id uuid not null references units,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  period text not null check (period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]))?$'),
  reason text not null check (length(trim(reason)) between 1 and 500),
  granted_on date not null,
  -- The last day on which it may be filed.
  until date not null check (until >= granted_on),
  granted_by uuid not null references accounts,
  granted_at timestamptz not null,
  scope text collate "C" not null
);
create index filing_exceptions_filing on filing_exceptions (batch_id, unit_id, kind, period);
create index filing_exceptions_scope on filing_exceptions (scope, granted_at);
select keep_forever('filing_exceptions');
select keep_in_scope('filing_exceptions', 'select, insert');

-- One open exception at a time for one filing; two people granting at once wait for each other.
create function one_open_exception() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', new.batch_id, new.unit_id, new.kind, new.period), 14));
  if exists (
    select from filing_exceptions e
     where e.id <> new.id and e.batch_id = new.batch_id and e.unit_id = new.unit_id and e.kind = new.kind and e.period = new.period
       and e.until >= new.granted_on) then
    raise exception 'an exception is open already'
      using errcode = 'unique_violation', constraint = 'filing_exceptions_one_open';
  end if;
  return null;
end
$$;
create trigger one_open_exception after insert on filing_exceptions for each row execute function one_open_exception();

-- The address under which a person's calendar is read by a calendar program; only the hash of its secret is kept.
create table calendar_feeds (
  account_id uuid primary key references accounts,
  -- Null once it is revoked.
  token_hash text unique,
  created_at timestamptz not null,
  scope text collate "C" not null
);
select keep_in_scope('calendar_feeds', 'select, insert, update');

-- Who holds the secret reads what its account may see, as long as the account lives.
create function enter_feed(hash text) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, u.scope
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope
    from calendar_feeds f join accounts a on a.id = f.account_id join units u on u.id = a.unit_id
   where f.token_hash = hash and a.disabled_at is null;
  if found then
    perform enter_scope(scope);
    return next;
  end if;
end
$$;
revoke all on function enter_feed from public;
grant execute on function enter_feed to yuanqitong_app;
