create table activities (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  title text not null check (holds_letter(title)),
  held_on date not null,
  place text not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  counted_on date,
  scope text collate "C" not null,
  constraint activities_happened_before check (happened_before(held_on, recorded_at))
);
comment on table activities is 'Activities for many enterprises: the universal services (G1.2).';
comment on column activities.counted_on is 'The day it became complete and countable; null while anything is missing.';
create index activities_pilot on activities (pilot_id, held_on);
select keep_in_scope('activities', 'select, insert, update');

create table attendances (
  activity_id uuid not null references activities,
  unit_id uuid not null references units,
  people integer not null check (people > 0),
  scope text collate "C" not null,
  primary key (activity_id, unit_id)
);
comment on table attendances is 'The enterprises that took part in an activity, with how many people.';
select keep_in_scope('attendances', 'select, insert');
