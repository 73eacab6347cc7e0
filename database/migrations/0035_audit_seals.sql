-- The trail of events says where a request came from and by which clause, and is sealed in batches into a chain of hashes, so that not
-- even the owner of the database changes it unseen (decision 0062).

alter table audit_events
  add column address text check (length(address) between 1 and 100),
  add column request text check (length(request) between 1 and 100),
  add column clause text check (length(clause) between 1 and 40);
comment on column audit_events.address is 'Address of who acted; null for strangers, and for what was recorded before addresses were.';
comment on column audit_events.request is 'Id of the request, as in the log.';
comment on column audit_events.clause is 'The clause that the act or its refusal goes by, where it named one.';
create index audit_events_at on audit_events (at, id);
create index audit_events_account on audit_events (account_id, at);

-- The signature stays; what is told of an event has grown.
create or replace function record_events(events jsonb, kept jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor uuid;
  actor_post text;
begin
  select a.id, a.post into actor, actor_post from sessions s join accounts a on a.id = s.account_id
   where s.token_hash = current_setting('app.session', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  insert into audit_events (id, at, kind, account_id, post, subject, scope, before, after, address, request, clause)
  select e.id, e.at, e.kind, actor, actor_post, e.subject, e.scope, e.before, e.after, e.address, e.request, e.clause
    from jsonb_to_recordset(events) as e (
      id uuid, at timestamptz, kind text, subject uuid, scope text, before jsonb, after jsonb, address text, request text, clause text);
  if kept is not null then
    insert into idempotency_keys (account_id, key, route, request_hash, status, reply, at)
    values (actor, kept ->> 'key', kept ->> 'route', kept ->> 'requestHash', (kept ->> 'status')::integer, kept -> 'reply', (kept ->> 'at')::timestamptz);
  end if;
end
$$;

create table audit_waiting (
  event_id uuid primary key
);
comment on table audit_waiting is 'Events that are not sealed yet: written with each event in its transaction, taken out with its seal.';
insert into audit_waiting select id from audit_events;

create table audit_seals (
  no integer primary key check (no > 0),
  sealed_at timestamptz not null,
  events integer not null check (events > 0),
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32)
);
comment on table audit_seals is 'Batches of events, each sealed with the head of the one before; how a head is made: src/platform/audit/chain.ts.';
comment on column audit_seals.events is 'How many events it seals.';
comment on column audit_seals.sha256 is 'Its head by SHA-256, over the head before and the hash of each event in order.';
comment on column audit_seals.sm3 is 'The same by SM3 (GB/T 32905).';
select keep_forever('audit_seals');

create table audit_leaves (
  seal_no integer not null references audit_seals,
  place integer not null check (place > 0),
  event_id uuid not null unique,
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  primary key (seal_no, place)
);
comment on table audit_leaves is 'The hashes of each sealed event, in the order of its seal: they tell which event is not what it was.';
comment on column audit_leaves.event_id is 'Without a foreign key on purpose: a leaf outlives the event that somebody removes.';
select keep_forever('audit_leaves');

create function audit_event_waits() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_waiting select f.id from fresh f;
  return null;
end
$$;
create trigger waits after insert on audit_events referencing new table as fresh for each statement execute function audit_event_waits();

-- The one text of an event that is hashed, exported and read again. A column that is added later is left out of it.
create function audit_line(e audit_events) returns text
  language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_array(
    e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind, e.account_id, e.post, e.subject, e.scope,
    e.address, e.request, e.clause, e.before, e.after)::text
$$;
revoke all on function audit_line from public;

-- What waits for its seal, in the order it is sealed in, beside the head that it goes on from.
create function events_to_seal(most integer) returns table (no integer, sha256 text, sm3 text, event_id uuid, line text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(s.no, 0), encode(s.sha256, 'hex'), encode(s.sm3, 'hex'), e.id, audit_line(e)
    from audit_waiting w join audit_events e on e.id = w.event_id
    left join lateral (select l.no, l.sha256, l.sm3 from audit_seals l order by l.no desc limit 1) s on true
   order by e.at, e.id limit most
$$;

-- Seals a batch: whole or not at all, each event once, as the next of the chain. False where another was there first.
create function seal_events(next integer, at timestamptz, ids uuid[], leaves_sha256 text[], leaves_sm3 text[], head_sha256 text, head_sm3 text)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken integer;
begin
  if not pg_try_advisory_xact_lock(20260135) then return false; end if;
  if next <> (select coalesce(max(s.no), 0) + 1 from audit_seals s) then return false; end if;
  delete from audit_waiting w where w.event_id = any (ids);
  get diagnostics taken = row_count;
  if taken <> cardinality(ids) then raise exception 'an event is sealed once, when it waits' using errcode = 'restrict_violation'; end if;
  if exists (select from unnest(ids, leaves_sha256) as l (id, hash) left join audit_events e on e.id = l.id
              where encode(sha256(convert_to(audit_line(e), 'UTF8')), 'hex') is distinct from l.hash) then
    raise exception 'a leaf is not the hash of its event' using errcode = 'restrict_violation';
  end if;
  insert into audit_seals values (next, at, cardinality(ids), decode(head_sha256, 'hex'), decode(head_sm3, 'hex'));
  insert into audit_leaves
  select next, l.place, l.id, decode(l.a, 'hex'), decode(l.b, 'hex') from unnest(ids, leaves_sha256, leaves_sm3) with ordinality as l (id, a, b, place);
  return true;
end
$$;
revoke all on function events_to_seal, seal_events from public;
-- The jobs alone: whoever serves requests seals nothing.
grant execute on function events_to_seal, seal_events to yuanqitong_jobs;

-- Who is signed in reads the seals: numbers, moments and hashes tell nothing of anybody's events.
alter table audit_seals enable row level security;
create policy of_all on audit_seals for select to yuanqitong_app using ((select opened_scope()) is not null);
grant select on audit_seals to yuanqitong_app;
alter table audit_leaves enable row level security;
create policy of_seen_events on audit_leaves for select to yuanqitong_app using (exists (select from audit_events e where e.id = event_id));
grant select on audit_leaves to yuanqitong_app;
