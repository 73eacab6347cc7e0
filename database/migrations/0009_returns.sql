-- How many papers prove each service and activity, kept by the database so that a table never counts them one by one.
create table proof_counts (
  -- A service or an activity.
  line_id uuid primary key,
  n integer not null check (n > 0),
  scope text collate "C" not null
);
select keep_in_scope('proof_counts', 'select');

create function count_proofs() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into proof_counts (line_id, n, scope)
  select coalesce(service_id, activity_id), count(*), min(scope) from added group by 1 order by 1
  on conflict (line_id) do update set n = proof_counts.n + excluded.n;
  return null;
end
$$;
create trigger count_proofs after insert on evidence
  referencing new table as added for each statement execute function count_proofs();

-- What stood above the rows of a quarterly table when it was submitted (G3.5). One a quarter, frozen.
create table return_heads (
  version_id uuid primary key references filing_versions,
  filing_id uuid not null unique references filings,
  pilot_id uuid not null references pilots,
  period text not null,
  cut_off date not null,
  -- The targets it was made under stay its own, also when the plan changes later (G5.5).
  baseline_id uuid not null references baselines,
  -- The submitted return before it, which its corrections are counted against.
  previous_id uuid references return_heads,
  award_fen bigint not null,
  received_fen bigint not null check (received_fen >= 0),
  spent_fen bigint not null check (spent_fen >= 0),
  county_name text not null,
  park_name text not null,
  park_uscc text not null,
  filled_by text not null,
  reviewed_by text not null,
  scope text collate "C" not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  unique (pilot_id, period)
);
select keep_forever('return_heads');
select keep_in_scope('return_heads', 'select, insert');

-- One row an indicator: computed by the product, explained by the park, judged by the county.
create table return_rows (
  version_id uuid not null references return_heads,
  pilot_id uuid not null references pilots,
  period text not null,
  position integer not null check (position > 0),
  indicator text not null,
  unit text not null,
  baseline numeric not null,
  target numeric not null,
  year_target numeric not null,
  quarter_value numeric,
  year_value numeric,
  total_value numeric,
  rate numeric,
  time_progress numeric not null,
  gap numeric,
  proofs integer not null check (proofs >= 0),
  -- How the total of the return before stands now, against what was reported then; null where there is none before.
  correction numeric,
  reason text not null default '',
  scope text collate "C" not null,
  primary key (version_id, indicator)
);
create index return_rows_pilot on return_rows (pilot_id, period);
select keep_forever('return_rows');
select keep_in_scope('return_rows', 'select, insert');

-- The records behind each figure, as they were counted at the cut-off.
create table return_facts (
  version_id uuid not null references return_heads,
  indicator text not null,
  record_kind text not null check (record_kind in ('service', 'diagnosis', 'activity', 'agency', 'contract', 'confirmation', 'payment', 'tranche')),
  record_id uuid not null,
  day date not null,
  value numeric not null,
  -- The whole of which `value` is a part, where the indicator is a ratio.
  of_value numeric,
  -- What counts once, where the indicator is distinct.
  subject text,
  proofs integer not null check (proofs >= 0),
  scope text collate "C" not null
);
create index return_facts_row on return_facts (version_id, indicator);
select keep_forever('return_facts');
select keep_in_scope('return_facts', 'select, insert');

-- Rows and facts come with their head, in one transaction; nothing is slipped in afterwards.
create function frozen_together() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from added a join return_heads h on h.version_id = a.version_id
     where h.transaction_id <> pg_current_xact_id()) then
    raise exception 'a submitted return is complete' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger frozen_together after insert on return_rows
  referencing new table as added for each statement execute function frozen_together();
create trigger frozen_together after insert on return_facts
  referencing new table as added for each statement execute function frozen_together();

-- The county may only reduce, and must say why; what stands here is what counts.
create table return_reductions (
  version_id uuid not null,
  indicator text not null,
  accepted_value numeric not null check (accepted_value >= 0),
  reason text not null check (length(trim(reason)) > 0),
  scope text collate "C" not null,
  primary key (version_id, indicator),
  foreign key (version_id, indicator) references return_rows (version_id, indicator)
);
select keep_forever('return_reductions');
select keep_in_scope('return_reductions', 'select, insert');

create function only_reduces() returns trigger language plpgsql as $$
begin
  if (select new.accepted_value < total_value from return_rows
       where version_id = new.version_id and indicator = new.indicator) is not true then
    raise exception 'an accepted value may only be lower than the reported one' using errcode = 'check_violation';
  end if;
  if (select f.state from return_heads h join filings f on f.id = h.filing_id where h.version_id = new.version_id) is distinct from 'submitted' then
    raise exception 'an accepted return is final' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger only_reduces before insert on return_reductions for each row execute function only_reduces();
