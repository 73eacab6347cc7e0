-- How many services stand in each state, kept by the database so that a million rows are never counted for a page.
create table service_counts (
  pilot_id uuid not null references pilots,
  service_kind text not null,
  state text not null,
  n integer not null default 0,
  counted integer not null default 0,
  scope text collate "C" not null,
  primary key (pilot_id, service_kind, state)
);
create index service_counts_scope on service_counts (scope);
create index service_counts_state on service_counts (state, scope);
create index service_counts_kind on service_counts (service_kind, scope);
select keep_in_scope('service_counts', 'select');

-- The same for a pilot as a whole, so that the province adds up a thousand rows and not a hundred thousand.
create table pilot_service_counts (
  pilot_id uuid primary key references pilots,
  n integer not null default 0,
  counted integer not null default 0,
  scope text collate "C" not null
);
create index pilot_service_counts_scope on pilot_service_counts (scope);
select keep_in_scope('pilot_service_counts', 'select');

create function count_services() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.state = new.state and (old.counted_on is null) = (new.counted_on is null) then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    update service_counts set n = n - 1, counted = counted - (old.counted_on is not null)::int
     where pilot_id = old.pilot_id and service_kind = old.service_kind and state = old.state;
  end if;
  insert into service_counts (pilot_id, service_kind, state, n, counted, scope)
  select new.pilot_id, new.service_kind, new.state, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
  on conflict (pilot_id, service_kind, state) do update
    set n = service_counts.n + 1, counted = service_counts.counted + excluded.counted;
  if tg_op = 'INSERT' or (old.counted_on is null) <> (new.counted_on is null) then
    insert into pilot_service_counts (pilot_id, n, counted, scope)
    select p.id, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
    on conflict (pilot_id) do update
      set n = pilot_service_counts.n + (tg_op = 'INSERT')::int,
          counted = pilot_service_counts.counted + (new.counted_on is not null)::int
            - case when tg_op = 'UPDATE' then (old.counted_on is not null)::int else 0 end;
  end if;
  return null;
end
$$;
create trigger count_services after insert or update on services for each row execute function count_services();
