-- The diagnosis of a pilot enterprise, which comes before any service tailored to it.

create table diagnoses (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  enterprise_id uuid not null unique references pilot_enterprises,
  diagnosed_on date not null,
  answers jsonb not null,
  facts jsonb not null,
  problems jsonb not null,
  recommended text[] not null check (recommended <@ array[
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation']),
  class text not null check (class in ('early-stage', 'srdi-direction')),
  reasons jsonb not null,
  report_file uuid references files,
  revision integer not null default 1 check (revision > 0),
  correction_reason text not null default '',
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint diagnoses_figures_possible check (
    coalesce((facts ->> 'revenueWan')::numeric, 0) between 0 and 10000000
    and coalesce((facts ->> 'researchWan')::numeric, 0) between 0 and 10000000),
  constraint diagnoses_happened_before check (happened_before(diagnosed_on, recorded_at)),
  constraint diagnoses_corrected_with_reason check ((revision > 1) = (length(trim(correction_reason)) > 0))
);
comment on table diagnoses is 'The full diagnosis that comes before any tailored order (G1.3, G1.4), as it stands after its last correction.';
comment on column diagnoses.diagnosed_on is 'The day it was made; keyed in at recorded_at.';
comment on column diagnoses.revision is 'How often it was written: 1 as it was first recorded, one more with each correction.';
comment on column diagnoses.correction_reason is 'Why the former one was wrong; empty on the first.';
comment on column diagnoses.facts is 'What the class was computed from: day of founding, revenue, research spending, titles.';
comment on column diagnoses.problems is 'What the answers showed to be lacking.';
comment on column diagnoses.recommended is 'Service kinds that follow from the problems.';
comment on column diagnoses.class is 'Early stage, or towards specialised and sophisticated (srdi).';
comment on column diagnoses.reasons is 'Why the enterprise falls into its class.';
create index diagnoses_pilot on diagnoses (pilot_id);
select keep_in_scope('diagnoses', 'select, insert, update (diagnosed_on, answers, facts, problems, recommended, class, reasons,
  report_file, revision, correction_reason, recorded_by, recorded_at)');

create table former_diagnoses (
  diagnosis_id uuid not null references diagnoses,
  revision integer not null check (revision > 0),
  diagnosed_on date not null,
  answers jsonb not null,
  facts jsonb not null,
  problems jsonb not null,
  recommended text[] not null,
  class text not null,
  reasons jsonb not null,
  report_file uuid references files,
  correction_reason text not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  primary key (diagnosis_id, revision)
);
comment on table former_diagnoses is 'What a diagnosis said before it was corrected, kept by the database itself.';
select keep_forever('former_diagnoses');
select keep_in_scope('former_diagnoses', 'select');

-- A correction is the next revision of the same diagnosis, and the former one is kept beside it.
create function keep_former_diagnosis() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or new.revision <> old.revision + 1 or new.recorded_at < old.recorded_at
     or (new.id, new.pilot_id, new.enterprise_id, new.scope) is distinct from (old.id, old.pilot_id, old.enterprise_id, old.scope) then
    raise exception 'a diagnosis is corrected by its next revision alone' using errcode = 'restrict_violation';
  end if;
  if (new.diagnosed_on, new.answers, new.facts, new.report_file) is not distinct from
     (old.diagnosed_on, old.answers, old.facts, old.report_file) then
    raise exception 'a correction changes something' using errcode = 'restrict_violation';
  end if;
  insert into former_diagnoses (diagnosis_id, revision, diagnosed_on, answers, facts, problems, recommended, class, reasons, report_file,
                                correction_reason, recorded_by, recorded_at, scope)
  values (old.id, old.revision, old.diagnosed_on, old.answers, old.facts, old.problems, old.recommended, old.class, old.reasons, old.report_file,
          old.correction_reason, old.recorded_by, old.recorded_at, old.scope);
  return new;
end
$$;
create trigger keep_former before update or delete on diagnoses for each row execute function keep_former_diagnosis();

create table enterprise_counts (
  baseline_id uuid primary key references baselines,
  n integer not null default 0 check (n >= 0),
  diagnosed integer not null default 0 check (diagnosed between 0 and n),
  scope text collate "C" not null
);
comment on table enterprise_counts is 'How many enterprises the newest version of a plan has and how many are diagnosed, kept by the database so that the gates of a thousand pilots never count them.';
select keep_in_scope('enterprise_counts', 'select');

create function count_enterprises() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known integer := (select count(*) from diagnoses where enterprise_id = new.id);
begin
  if tg_op = 'UPDATE' then
    if old.baseline_id = new.baseline_id then return null; end if;
    update enterprise_counts set n = n - 1, diagnosed = diagnosed - known where baseline_id = old.baseline_id;
  end if;
  insert into enterprise_counts (baseline_id, n, diagnosed, scope)
  select b.id, 1, known, b.scope from baselines b where b.id = new.baseline_id
  on conflict (baseline_id) do update set n = enterprise_counts.n + 1, diagnosed = enterprise_counts.diagnosed + known;
  return null;
end
$$;
create trigger count_enterprises after insert or update on pilot_enterprises for each row execute function count_enterprises();

create function count_diagnosis() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update enterprise_counts set diagnosed = diagnosed + 1
   where baseline_id = (select e.baseline_id from pilot_enterprises e where e.id = new.enterprise_id);
  return null;
end
$$;
create trigger count_diagnosis after insert on diagnoses for each row execute function count_diagnosis();
