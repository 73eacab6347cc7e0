-- Liaison officers in force (G5.1, GA3): the rows of each recorded list, kept for ever; the newest list of a county takes over on
-- the day it is recorded, the older ones tell who was replaced and when.
create table liaison_officers (
  id uuid primary key,
  batch_id uuid not null references batches,
  county_id uuid not null references units,
  version_id uuid not null references filing_versions,
  position integer not null check (position > 0),
  unit_kind text not null check (unit_kind in ('economy', 'finance', 'park')),
  unit_name text not null check (length(trim(unit_name)) > 0),
  -- The unit whose people see the numbers whole: the county for its bureaus, the park for its own.
  unit_id uuid not null references units,
  name text not null check (length(trim(name)) > 0),
  office text not null,
  duty text not null,
  phone text not null,
  mobile text not null,
  seat text not null check (seat in ('A', 'B')),
  valid_from date not null,
  valid_until date,
  remark text not null,
  recorded_on date not null,
  scope text collate "C" not null,
  unique (version_id, position),
  check (valid_until is null or valid_from <= valid_until)
);
create index liaison_officers_county on liaison_officers (batch_id, county_id);
select keep_forever('liaison_officers');
alter table liaison_officers enable row level security;
-- A park reaches the officers of its county; the numbers of other units are masked before they are shown.
create policy subtree_and_above on liaison_officers for select to yuanqitong_app
  using (in_scope(scope) or starts_with(current_setting('app.scope', true), scope));
create policy own_side on liaison_officers for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on liaison_officers to yuanqitong_app;

-- Consultations between the bureaus, the province and the parks (G5.1): the minutes stay as they were recorded.
create table consultations (
  id uuid primary key,
  batch_id uuid not null references batches,
  -- Who called and recorded it: a county or the province.
  unit_id uuid not null references units,
  held_on date not null,
  way text not null check (way ~ '^[a-z]+(-[a-z]+)*$'),
  place text not null,
  topic text not null check (length(trim(topic)) > 0),
  matters text not null check (length(trim(matters)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
create index consultations_scope on consultations (scope, held_on desc);
select keep_forever('consultations');

-- Every unit that takes part or has something to do; what it may see hangs on this.
create table consultation_units (
  consultation_id uuid not null references consultations,
  unit_id uuid not null references units,
  scope text collate "C" not null,
  primary key (consultation_id, unit_id)
);
create index consultation_units_scope on consultation_units (scope);
select keep_forever('consultation_units');
-- Who recorded the minutes sees every unit of them, the others see their own part.
alter table consultation_units enable row level security;
create policy subtree on consultation_units to yuanqitong_app using (in_scope(scope));
grant select, insert on consultation_units to yuanqitong_app;

alter table consultations enable row level security;
create policy takes_part on consultations for select to yuanqitong_app
  using (in_scope(scope) or exists (select from consultation_units u where u.consultation_id = id and in_scope(u.scope)));
create policy own_side on consultations for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on consultations to yuanqitong_app;

create table consultation_participants (
  consultation_id uuid not null references consultations,
  position integer not null check (position > 0),
  unit_id uuid not null references units,
  unit_name text not null,
  -- A post or a name, as it was typed.
  person text not null check (length(trim(person)) > 0),
  scope text collate "C" not null,
  primary key (consultation_id, position)
);
select keep_forever('consultation_participants');
alter table consultation_participants enable row level security;
create policy of_the_minutes on consultation_participants for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_participants for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on consultation_participants to yuanqitong_app;

-- What was decided: a task of one post of one unit, until it is done or called off.
create table consultation_decisions (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  no integer not null check (no > 0),
  what text not null check (length(trim(what)) > 0),
  unit_id uuid not null references units,
  unit_name text not null,
  post text not null,
  due_on date not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  -- What the responsible says of it, or why it was called off.
  note text not null default '',
  closed_by uuid references accounts,
  closed_at timestamptz,
  scope text collate "C" not null,
  -- Where the responsible unit hangs.
  unit_scope text collate "C" not null,
  unique (consultation_id, no),
  check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  check (state = 'open' or length(trim(note)) > 0)
);
create index consultation_decisions_open on consultation_decisions (unit_scope) where state = 'open';
alter table consultation_decisions enable row level security;
create policy of_the_minutes on consultation_decisions for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_decisions for insert to yuanqitong_app with check (in_scope(scope));
create policy both_sides on consultation_decisions for update to yuanqitong_app
  using (in_scope(scope) or in_scope(unit_scope)) with check (in_scope(scope) or in_scope(unit_scope));
grant select, insert, update (state, note, closed_by, closed_at) on consultation_decisions to yuanqitong_app;

-- A decision is closed once; nothing else of it ever changes.
create function decision_only_closes() returns trigger language plpgsql as $$
begin
  if old.state <> 'open'
    or (to_jsonb(new) - '{state,note,closed_by,closed_at}'::text[]) <> (to_jsonb(old) - '{state,note,closed_by,closed_at}'::text[])
  then
    raise exception 'a decision is closed once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger decision_only_closes before update on consultation_decisions
  for each row execute function decision_only_closes();

-- What is put right or added later stands below the minutes, never in them.
create table consultation_amendments (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  amendment text not null check (length(trim(amendment)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
create index consultation_amendments_of on consultation_amendments (consultation_id);
select keep_forever('consultation_amendments');
alter table consultation_amendments enable row level security;
create policy of_the_minutes on consultation_amendments for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_amendments for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on consultation_amendments to yuanqitong_app;
