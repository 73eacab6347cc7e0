create table matters (
  filing_id uuid primary key references filings on delete cascade,
  pilot_id uuid not null,
  kind text not null check (kind in (
    'target-change', 'enterprise-change', 'agency-violation', 'fund-irregularity', 'operator-change', 'safety-accident', 'other')),
  occurred_at timestamptz not null,
  based_on uuid references baselines,
  under_review boolean not null default false,
  scope text collate "C" not null,
  foreign key (pilot_id, scope) references pilots (id, scope)
);
comment on table matters is 'What a major-matter report is about (G5.5), beside its filing; numbered by the filing''s period within its pilot.';
comment on column matters.based_on is 'The version of the plan its change is drawn against; null where no change is asked for.';
comment on column matters.under_review is 'Whether it is submitted and not yet decided.';
create index matters_pilot on matters (pilot_id);
create index matters_scope on matters (scope);
create unique index matters_one_change_at_a_time on matters (pilot_id) where under_review and based_on is not null;
create function matters_after_the_plan() returns trigger language plpgsql as $$
begin
  if (new.occurred_at at time zone 'Asia/Shanghai')::date
     < (select min(in_force_from) from baselines where pilot_id = new.pilot_id) then
    raise exception 'a matter cannot have happened before the plan that it is about'
      using errcode = 'check_violation', constraint = 'matters_after_the_plan';
  end if;
  return new;
end
$$;
create trigger matters_after_the_plan before insert or update of occurred_at on matters
  for each row execute function matters_after_the_plan();
select keep_in_scope('matters', 'select, insert, update');

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
