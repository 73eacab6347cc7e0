-- The periodic target table (G3.5) as it was submitted: a head, a row for each indicator, the records behind each figure.

create table return_heads (
  version_id uuid primary key references filing_versions,
  filing_id uuid not null unique references filings,
  pilot_id uuid not null references pilots,
  period text not null,
  cut_off date not null,
  baseline_id uuid not null references baselines,
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
comment on table return_heads is 'What stood above the rows of a target table when it was submitted. One for each period, frozen.';
comment on column return_heads.period is 'As in filings: 2026M05, 2026Q2 or 2026H1.';
comment on column return_heads.cut_off is 'The last day whose records were counted.';
comment on column return_heads.baseline_id is 'The plan it was made under: its targets stay its own, also when the plan changes later (G5.5).';
comment on column return_heads.previous_id is 'The submitted return before it, which its corrections are counted against.';
comment on column return_heads.filled_by is 'The name in the field "filled in by".';
comment on column return_heads.reviewed_by is 'The name in the field "reviewed by".';
comment on column return_heads.transaction_id is 'The transaction that submitted it; only that one adds rows and facts.';
select keep_forever('return_heads');
select keep_in_scope('return_heads', 'select, insert');

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
  period_value numeric,
  year_value numeric,
  total_value numeric,
  period_of numeric,
  year_of numeric,
  total_of numeric,
  decimals integer not null check (decimals between 0 and 10),
  signed boolean not null default false,
  time_progress numeric not null,
  proofs integer not null check (proofs >= 0),
  correction numeric,
  reason text not null default '',
  scope text collate "C" not null,
  primary key (version_id, indicator),
  constraint return_rows_spans check (period_value <= year_value and year_value <= total_value),
  constraint return_rows_signed check (signed or least(period_value, year_value, total_value) >= 0),
  constraint return_rows_mean check (not signed or (period_value, year_value, period_of, year_of) is not distinct from (total_value, total_value, total_of, total_of)),
  constraint return_rows_ratio check (num_nulls(period_of, year_of, total_of) in (0, 3) and (total_of is null or total_value is not null))
);
comment on table return_rows is 'One row for each indicator: computed from records, before any reduction; explained by the park, judged by the county.';
comment on column return_rows.position is 'Row of the table.';
comment on column return_rows.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_rows.unit is 'Unit of measurement, as the plan writes it.';
comment on column return_rows.period_value is 'Reached in the period; of a ratio its part; null for what nobody counted.';
comment on column return_rows.total_value is 'Reached since the beginning of the programme; of a ratio its part.';
comment on column return_rows.total_of is 'The whole of a ratio; null for what is no ratio.';
comment on column return_rows.decimals is 'How many decimals an accepted figure has: none for what is counted, down to the fen for money.';
comment on column return_rows.signed is 'It may be below zero: a mean, the same in all three spans.';
comment on column return_rows.time_progress is 'Share of the time that has passed.';
comment on column return_rows.proofs is 'How many files prove the records behind it.';
comment on column return_rows.correction is 'How the total of the return before stands now, against what was reported then; null where there is none before.';
comment on column return_rows.reason is 'The park''s explanation.';
create index return_rows_pilot on return_rows (pilot_id, period);
select keep_forever('return_rows');
select keep_in_scope('return_rows', 'select, insert');

create table return_facts (
  version_id uuid not null references return_heads,
  indicator text not null,
  record_kind text not null check (record_kind in (
    'service', 'diagnosis', 'activity', 'agency', 'contract', 'confirmation', 'payment', 'tranche', 'filing', 'practice', 'register-entry')),
  record_id uuid not null,
  day date not null,
  value numeric not null,
  of_value numeric,
  subject text,
  proofs integer not null check (proofs >= 0),
  scope text collate "C" not null
);
comment on table return_facts is 'The records behind each figure, as they were counted at the cut-off.';
comment on column return_facts.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_facts.record_id is 'Id of the record; a contract goes by its service''s.';
comment on column return_facts.of_value is 'The whole of which the value is a part, where the indicator is a ratio.';
comment on column return_facts.subject is 'What counts once, where the indicator is distinct.';
comment on column return_facts.proofs is 'How many files prove it.';
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

create table return_reductions (
  id uuid primary key,
  version_id uuid not null,
  indicator text not null,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  amount numeric not null check (amount > 0),
  accepted_value numeric not null,
  reason text not null check (length(trim(reason)) > 0),
  scope text collate "C" not null,
  unique (version_id, indicator, level, bureau),
  foreign key (version_id, indicator) references return_rows (version_id, indicator),
  foreign key (version_id, level, bureau) references filing_opinions (version_id, level, bureau) deferrable initially deferred
);
comment on table return_reductions is 'What a seat took off a figure, and why. It stands in that table and every later one of the pilot, until it is lifted.';
comment on column return_reductions.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_reductions.amount is 'What was taken off, in the unit of the figure; of a ratio, off its part.';
comment on column return_reductions.accepted_value is 'What the seat left of the total in that table.';
select keep_forever('return_reductions');
select keep_in_scope('return_reductions', 'select, insert');

create table return_lifts (
  reduction_id uuid primary key references return_reductions,
  version_id uuid not null references return_heads,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  reason text not null check (length(trim(reason)) > 0),
  scope text collate "C" not null,
  foreign key (version_id, level, bureau) references filing_opinions (version_id, level, bureau) deferrable initially deferred
);
comment on table return_lifts is 'Reductions that a judge of a later table lifted, and why: they stand neither in that table nor after it.';
comment on column return_lifts.version_id is 'The table in whose judgment it was lifted.';
create index return_lifts_version on return_lifts (version_id);
select keep_forever('return_lifts');
select keep_in_scope('return_lifts', 'select, insert');

-- What was accepted stays as it is: a table is judged while it waits, and before every later one of its pilot is.
create function judged_in_turn(judged uuid) returns void language plpgsql as $$
begin
  if (select f.state from return_heads h join filings f on f.id = h.filing_id where h.version_id = judged) is distinct from 'submitted' then
    raise exception 'an accepted return is final' using errcode = 'restrict_violation';
  end if;
  if exists (
    select from return_heads h
      join return_heads later on later.pilot_id = h.pilot_id and later.period > h.period
      join filings f on f.id = later.filing_id
     where h.version_id = judged and f.state <> 'submitted') then
    raise exception 'a later return is accepted already' using errcode = 'restrict_violation';
  end if;
end
$$;

create function only_reduces() returns trigger language plpgsql as $$
declare
  figure record;
  standing numeric;
begin
  select r.*, h.pilot_id as of_pilot into figure
    from return_rows r join return_heads h on h.version_id = r.version_id
   where r.version_id = new.version_id and r.indicator = new.indicator;
  standing := figure.total_value - coalesce((
    select sum(d.amount)
      from return_heads h
      join return_reductions d on d.version_id = h.version_id
     where h.pilot_id = figure.of_pilot and h.period <= figure.period and d.indicator = new.indicator
       and not exists (
         select from return_lifts l join return_heads lh on lh.version_id = l.version_id
          where l.reduction_id = d.id and lh.period <= figure.period)), 0);
  if not figure.signed then
    standing := greatest(standing, 0);
  end if;
  if (new.amount > 0 and (figure.signed or (new.amount <= standing and new.accepted_value >= 0)) and standing is not null
      and figure.total_of is distinct from 0) is not true then
    raise exception 'an accepted value may only be lower than what stands' using errcode = 'check_violation';
  end if;
  if new.accepted_value <> round(new.accepted_value, figure.decimals) then
    raise exception 'an accepted value is of the kind of its figure' using errcode = 'check_violation';
  end if;
  -- Of a ratio the amount comes from a division, so it agrees to the hundredth.
  if abs(new.accepted_value - (standing - new.amount) * coalesce(100 / nullif(figure.total_of, 0), 1)) >= 0.005 then
    raise exception 'amount and accepted value disagree' using errcode = 'check_violation';
  end if;
  perform judged_in_turn(new.version_id);
  return new;
end
$$;
create trigger only_reduces before insert on return_reductions for each row execute function only_reduces();

create function only_lifts_earlier() returns trigger language plpgsql as $$
begin
  if not exists (
    select from return_reductions d
      join return_heads made on made.version_id = d.version_id
      join return_heads here on here.version_id = new.version_id
     where d.id = new.reduction_id and made.pilot_id = here.pilot_id and made.period < here.period) then
    raise exception 'a reduction is lifted in a later table of its pilot' using errcode = 'check_violation';
  end if;
  perform judged_in_turn(new.version_id);
  return new;
end
$$;
create trigger only_lifts_earlier before insert on return_lifts for each row execute function only_lifts_earlier();
