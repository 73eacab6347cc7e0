-- A number that a matter once had is not given again, also where the matter was discarded: papers and the trail name it.
create table matter_numbers (
  pilot_id uuid not null,
  year integer not null check (year between 2020 and 2200),
  last integer not null check (last between 1 and 999),
  scope text collate "C" not null,
  primary key (pilot_id, year),
  foreign key (pilot_id, scope) references pilots (id, scope)
);
comment on table matter_numbers is 'The last number that a pilot''s major matters were given in a year (G5.5).';
create index matter_numbers_scope on matter_numbers (scope);
select keep_in_scope('matter_numbers', 'select');

insert into matter_numbers (pilot_id, year, last, scope)
  select pilot_id, left(period, 4)::int, max(right(period, 3)::int), scope
    from (select f.pilot_id, f.period, p.scope from filings f join pilots p on p.id = f.pilot_id where f.kind = 'major-matter'
          union all
          select p.id, e.before ->> 'period', p.scope from audit_events e join pilots p on p.scope = e.scope
           where e.kind = 'filing.discarded' and e.before ->> 'kind' = 'major-matter') given
   group by pilot_id, left(period, 4), scope;

-- The counter is the database's: whoever opens a matter takes the next number, and nobody turns it back.
create function matter_number_is_new() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into matter_numbers as n (pilot_id, year, last, scope)
    values (new.pilot_id, left(new.period, 4)::int, right(new.period, 3)::int, new.scope)
    on conflict (pilot_id, year) do update set last = excluded.last where n.last < excluded.last;
  if not found then
    raise exception 'a number that a matter once had is not given again'
      using errcode = 'unique_violation', constraint = 'matter_numbers_never_again';
  end if;
  return new;
end
$$;
create trigger matter_number_is_new before insert on filings
  for each row when (new.kind = 'major-matter') execute function matter_number_is_new();
