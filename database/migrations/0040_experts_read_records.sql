-- An expert reads the records of the pilot that they score, from a seat of their own (G5.3).

-- What hangs in a pilot, by the names that pilot_of() knows.
create function things_of_pilots() returns text[] language sql immutable parallel safe
  return array['pilot', 'filing', 'baseline', 'tranche', 'notice', 'objection', 'enterprise', 'diagnosis', 'service', 'invoice',
               'payment', 'activity', 'entry', 'register-entry', 'practice', 'evaluation', 'measure', 'close-out'];

create or replace function closed_among(ids uuid[], reader text) returns table (park text, edition text, closed_on date)
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  -- Most readers have nothing closed: they need not ask what their ids are of.
  if cardinality(ids) = 0 or not exists (
    select from close_outs c where c.state = 'recorded' and (starts_with(c.scope, reader) or starts_with(reader, c.scope))) then return; end if;
  return query
  select u.name, b.edition, (c.recorded_at at time zone interval '8 hours')::date
    from close_outs c join pilots p on p.id = c.pilot_id join batches b on b.id = p.batch_id join units u on u.id = p.park_id
   where c.state = 'recorded' and (starts_with(p.scope, reader) or starts_with(reader, p.scope))
     and c.pilot_id in (select pilot_of(thing, id) from unnest(ids) as id, unnest(things_of_pilots()) as thing)
   limit 1;
end
$$;

-- The scope that a seat opens, where one was entered; it only ever narrows that of the session.
create function narrowed(unit_scope text) returns text language sql stable parallel safe
  return case when starts_with(coalesce(nullif(current_setting('app.seat', true), ''), unit_scope), unit_scope)
              then coalesce(nullif(current_setting('app.seat', true), ''), unit_scope) end;

create or replace view opened_session with (security_barrier) as
  select narrowed(unit_scope) as unit_scope from sessions s
   where token_hash = current_setting('app.pass', true) and (ended_in is null or ended_in = pg_current_xact_id_if_assigned());

create or replace function opened_scope() returns text
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
declare
  pass text := current_setting('app.pass', true);
  found_scope text;
begin
  if coalesce(pass, '') = '' then return null; end if;
  select narrowed(s.unit_scope) into found_scope from sessions s where s.token_hash = pass and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  if found then return found_scope; end if;
  select f.scope into found_scope from calendar_feeds f where f.token_hash = pass;
  if found then return found_scope; end if;
  select l.scope into found_scope from confirmation_links l where l.token_hash = pass;
  if found then return found_scope; end if;
  if pass ~ '^objection [0-9a-f-]{36}$' then
    select o.scope into found_scope from notice_objections o
     where o.id = substr(pass, 11)::uuid
       and (o.xmin = pg_current_xact_id_if_assigned()::xid
         or exists (select from notice_objection_additions d where d.objection_id = o.id and d.xmin = pg_current_xact_id_if_assigned()::xid));
  end if;
  return found_scope;
end
$$;

-- Moves the transaction into the one pilot that all of these ids are of, where the session's account has a seat there that is open on
-- this day: declared free, not taken back. Answers its scope; null, and nothing moved, else. A file is of
-- the park whose record it proves.
create function enter_seat(ids uuid[], on_day date) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_scope text;
begin
  if cardinality(ids) = 0 then return null; end if;
  select p.scope into found_scope
    from sessions n join evaluation_seats s on s.account_id = n.account_id
    join evaluations e on e.id = s.evaluation_id join pilots p on p.id = e.pilot_id
   where n.token_hash = current_setting('app.pass', true) and starts_with(p.scope, n.unit_scope)
     and s.declared = 'free' and s.taken_back_at is null and on_day between s.open_from and s.open_to
     and not exists (
       select from unnest(ids) as named (id)
        where not exists (select from unnest(things_of_pilots()) as thing where pilot_of(thing, named.id) = p.id)
          and not exists (select from files f where f.id = named.id and f.bound and starts_with(f.scope, p.scope)))
   limit 1;
  if found_scope is null then return null; end if;
  perform set_config('app.seat', found_scope, true), set_config('app.scope', found_scope, true),
          set_config('app.scope_end', left(found_scope, -1) || '0', true);
  return found_scope;
end
$$;
revoke execute on function enter_seat(uuid[], date) from public;
grant execute on function enter_seat(uuid[], date) to yuanqitong_app;
