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
  revision integer not null default 1 check (revision > 0),
  written_by uuid not null references accounts,
  written_at timestamptz not null,
  correction_reason text not null default '',
  withdrawn boolean not null default false,
  scope text collate "C" not null,
  constraint activities_happened_before check (happened_before(held_on, recorded_at)),
  constraint activities_corrected_with_reason check ((revision > 1) = (length(trim(correction_reason)) > 0)),
  constraint activities_withdrawn_count_nowhere check (not withdrawn or (counted_on is null and revision > 1))
);
comment on table activities is 'Activities for many enterprises: the universal services (G1.2).';
comment on column activities.revision is 'How often it was written: 1 as it was first recorded, one more with each correction and with its withdrawal.';
comment on column activities.written_by is 'Who wrote what stands: recorded_by, or who corrected it last.';
comment on column activities.correction_reason is 'Why the former revision was wrong; empty on the first.';
comment on column activities.withdrawn is 'It did not take place as recorded, or was recorded twice: it stays on record and counts nowhere.';
comment on column activities.counted_on is 'The day it became complete and countable; null while anything is missing.';
create index activities_pilot on activities (pilot_id, held_on);
select keep_in_scope('activities', 'select, insert, update (title, held_on, place, counted_on, revision, written_by, written_at,
  correction_reason, withdrawn)');

create table former_activities (
  activity_id uuid not null references activities,
  revision integer not null check (revision > 0),
  title text not null,
  held_on date not null,
  place text not null,
  correction_reason text not null,
  written_by uuid not null references accounts,
  written_at timestamptz not null,
  scope text collate "C" not null,
  primary key (activity_id, revision)
);
comment on table former_activities is 'What was said of an activity before it was corrected or withdrawn, kept by the database itself; who took part stands in attendances, by revision.';
select keep_forever('former_activities');
select keep_in_scope('former_activities', 'select');

create table attendances (
  activity_id uuid not null references activities,
  revision integer not null check (revision > 0),
  unit_id uuid not null references units,
  people integer not null check (people > 0),
  scope text collate "C" not null,
  primary key (activity_id, revision, unit_id)
);
comment on table attendances is 'The enterprises that took part in an activity, with how many people; those of its last revision count.';
select keep_forever('attendances');
select keep_in_scope('attendances', 'select, insert');

-- A correction is the next revision of the same activity, and the former one is kept beside it; one that was withdrawn is written no more.
create function keep_former_activity() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.revision = old.revision and not old.withdrawn
     and to_jsonb(new) - 'counted_on' = to_jsonb(old) - 'counted_on' then
    return new;
  end if;
  if tg_op = 'DELETE' or old.withdrawn or new.revision <> old.revision + 1 or new.written_at < old.written_at
     or (new.id, new.pilot_id, new.service_kind, new.recorded_by, new.recorded_at, new.scope)
        is distinct from (old.id, old.pilot_id, old.service_kind, old.recorded_by, old.recorded_at, old.scope) then
    raise exception 'an activity is corrected by its next revision alone' using errcode = 'restrict_violation';
  end if;
  insert into former_activities (activity_id, revision, title, held_on, place, correction_reason, written_by, written_at, scope)
  values (old.id, old.revision, old.title, old.held_on, old.place, old.correction_reason, old.written_by, old.written_at, old.scope);
  if new.withdrawn then
    update evidence set withdrawn_at = new.written_at where activity_id = new.id and withdrawn_at is null;
  end if;
  return new;
end
$$;
create trigger keep_former before update or delete on activities for each row execute function keep_former_activity();

create table activity_answers (
  activity_id uuid not null references activities,
  revision integer not null check (revision > 0),
  rated5 integer not null check (rated5 >= 0),
  rated4 integer not null check (rated4 >= 0),
  rated3 integer not null check (rated3 >= 0),
  rated2 integer not null check (rated2 >= 0),
  rated1 integer not null check (rated1 >= 0),
  counts_from date not null,
  correction_reason text not null default '',
  written_by uuid not null references accounts,
  written_at timestamptz not null,
  scope text collate "C" not null,
  primary key (activity_id, revision),
  constraint activity_answers_happened_before check (happened_before(counts_from, written_at)),
  constraint activity_answers_given check (rated5 + rated4 + rated3 + rated2 + rated1 > 0),
  constraint activity_answers_corrected_with_reason check ((revision > 1) = (length(trim(correction_reason)) > 0))
);
comment on table activity_answers is 'How many of those who took part in an activity gave each grade, counted from their questionnaires; the last revision counts (G3.4).';
comment on column activity_answers.rated5 is 'Valid answers that were very satisfied; rated1 very dissatisfied.';
comment on column activity_answers.counts_from is 'The day they were entered, or the last day of the period if that was later.';
comment on column activity_answers.correction_reason is 'Why the former revision was wrong; empty on the first.';
select keep_forever('activity_answers');
select keep_in_scope('activity_answers', 'select, insert');

create function people_at(activity uuid) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(t.people), 0) from activities a join attendances t on t.activity_id = a.id and t.revision = a.revision where a.id = activity
$$;
revoke all on function people_at from public;

-- Nobody answers who was not there, nor at what did not take place; the questionnaires are on file.
create function keep_answers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of activities%rowtype;
begin
  select * into of from activities a where a.id = new.activity_id for share;
  if of.withdrawn or of.scope <> new.scope
     or new.revision <> (select count(*) from activity_answers n where n.activity_id = new.activity_id)
     or exists (select from activity_answers n where n.activity_id = new.activity_id and n.counts_from <> new.counts_from) then
    raise exception 'answers are those of an activity that stands, revision by revision' using errcode = 'restrict_violation';
  end if;
  if new.rated5 + new.rated4 + new.rated3 + new.rated2 + new.rated1 > people_at(new.activity_id) then
    raise exception 'more answers than people' using errcode = 'check_violation', constraint = 'activity_answers_of_those_who_came';
  end if;
  if not exists (select from evidence e where e.activity_id = new.activity_id and e.proof = 'survey' and e.withdrawn_at is null) then
    raise exception 'answers without their questionnaires' using errcode = 'check_violation', constraint = 'activity_answers_with_papers';
  end if;
  return null;
end
$$;
create trigger keep_answers after insert on activity_answers for each row execute function keep_answers();

-- The same where it is corrected who came, once all of them stand.
create function keep_as_many_as_answered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if people_at(new.id) < (select n.rated5 + n.rated4 + n.rated3 + n.rated2 + n.rated1 from activity_answers n
                           where n.activity_id = new.id order by n.revision desc limit 1) then
    raise exception 'fewer people than answers' using errcode = 'check_violation', constraint = 'activity_answers_of_those_who_came';
  end if;
  return null;
end
$$;
create constraint trigger keep_as_many_as_answered after update on activities deferrable initially deferred
  for each row when (new.revision <> old.revision and not new.withdrawn) execute function keep_as_many_as_answered();
