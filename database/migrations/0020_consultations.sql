-- Consultations between the bureaus, the province and the parks (G5.1): the minutes stay as they were recorded.

create table consultations (
  id uuid primary key,
  batch_id uuid not null references batches,
  unit_id uuid not null references units,
  held_on date not null,
  way text not null check (way in ('meeting', 'video', 'site-visit', 'phone', 'letter')),
  place text not null,
  topic text not null check (length(trim(topic)) > 0),
  matters text not null check (length(trim(matters)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
comment on table consultations is 'Minutes of consultations.';
comment on column consultations.unit_id is 'Who called and recorded it: a county or the province.';
comment on column consultations.matters is 'What was discussed.';
create index consultations_scope on consultations (scope, held_on desc);
select keep_forever('consultations');

create table consultation_units (
  consultation_id uuid not null references consultations,
  unit_id uuid not null references units,
  scope text collate "C" not null,
  primary key (consultation_id, unit_id)
);
comment on table consultation_units is 'Every unit that takes part or has something to do; what it may see depends on this.';
comment on column consultation_units.scope is 'The unit''s own.';
create index consultation_units_scope on consultation_units (scope);
select keep_forever('consultation_units');
-- Who recorded the minutes sees every unit of them, the others see their own part.
select keep_in_scope('consultation_units', 'select, insert');

alter table consultations enable row level security;
create policy takes_part on consultations for select to yuanqitong_app
  using (in_scope(scope) and nullif(starts_with(scope, (select opened_scope())), false) is not null
         or exists (select from consultation_units u where u.consultation_id = id and in_scope(u.scope)));
create policy own_side on consultations for insert to yuanqitong_app with check (starts_with(scope, (select opened_scope())));
grant select, insert on consultations to yuanqitong_app;

create table consultation_participants (
  consultation_id uuid not null references consultations,
  position integer not null check (position > 0),
  unit_id uuid not null references units,
  unit_name text not null,
  person text not null check (length(trim(person)) > 0),
  scope text collate "C" not null,
  primary key (consultation_id, position)
);
comment on table consultation_participants is 'Who took part, in the order of the minutes.';
comment on column consultation_participants.person is 'A post or a name, as it was typed.';
select keep_forever('consultation_participants');
alter table consultation_participants enable row level security;
create policy of_the_minutes on consultation_participants for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_participants for insert to yuanqitong_app with check (starts_with(scope, (select opened_scope())));
grant select, insert on consultation_participants to yuanqitong_app;

create table consultation_decisions (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  no integer not null check (no > 0),
  what text not null check (length(trim(what)) > 0),
  unit_id uuid not null references units,
  unit_name text not null,
  post text not null check (post in (
    'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
    'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
    'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'expert', 'system-admin')),
  due_on date not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  note text not null default '',
  closed_by uuid references accounts,
  closed_at timestamptz,
  scope text collate "C" not null,
  unit_scope text collate "C" not null,
  unique (consultation_id, no),
  constraint consultation_decisions_closed check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  constraint consultation_decisions_closed_with_note check (state = 'open' or length(trim(note)) > 0)
);
comment on table consultation_decisions is 'What was decided: a task of one post of one unit, until it is done or cancelled.';
comment on column consultation_decisions.post is 'The post that is responsible.';
comment on column consultation_decisions.note is 'What the responsible post reports, or why it was cancelled.';
comment on column consultation_decisions.unit_scope is 'The scope of the responsible unit.';
create index consultation_decisions_open on consultation_decisions (unit_scope) where state = 'open';
alter table consultation_decisions enable row level security;
create policy of_the_minutes on consultation_decisions for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_decisions for insert to yuanqitong_app with check (starts_with(scope, (select opened_scope())));
create policy both_sides on consultation_decisions for update to yuanqitong_app
  using (starts_with(scope, (select opened_scope())) or starts_with(unit_scope, (select opened_scope())));
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

create table consultation_amendments (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  amendment text not null check (length(trim(amendment)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
comment on table consultation_amendments is 'Corrections and additions: they stand below the minutes, never in them.';
create index consultation_amendments_of on consultation_amendments (consultation_id);
select keep_forever('consultation_amendments');
alter table consultation_amendments enable row level security;
create policy of_the_minutes on consultation_amendments for select to yuanqitong_app
  using (exists (select from consultations c where c.id = consultation_id));
create policy own_side on consultation_amendments for insert to yuanqitong_app with check (starts_with(scope, (select opened_scope())));
grant select, insert on consultation_amendments to yuanqitong_app;
