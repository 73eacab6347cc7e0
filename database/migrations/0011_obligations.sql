-- A filing belongs to a pilot, or to a county for all its pilots of a batch, or to the province for the batch.
alter table filings
  add column batch_id uuid references batches,
  add column unit_id uuid references units;
alter table filings
  drop constraint filings_kind_check,
  drop constraint filings_period_check,
  drop constraint filings_state_check;
update filings f set batch_id = p.batch_id, unit_id = p.park_id, kind = case f.kind when 'quarterly-table' then 'target-table' else f.kind end
  from pilots p where p.id = f.pilot_id;
alter table filings
  alter column pilot_id drop not null,
  alter column batch_id set not null,
  -- The unit that files: the park, the county or the province.
  alter column unit_id set not null,
  -- The kinds are rows of the policy.
  add constraint filings_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Empty for what is filed once; a month, a quarter or a half-year for what returns; a running number for what just happens.
  add constraint filings_period_check check (period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]|-\d{3}))?$'),
  add constraint filings_state_check check (state in ('draft', 'submitted', 'returned', 'approved', 'recorded')),
  add column recorded_by uuid references accounts,
  add column recorded_at timestamptz,
  add column record_no text check (length(record_no) between 1 and 40),
  add constraint filings_recorded check ((state = 'recorded') = (recorded_at is not null) and (recorded_at is null) = (recorded_by is null));
create unique index filings_once on filings (batch_id, unit_id, kind, period);
create index filings_batch on filings (batch_id, kind);

-- Both levels have an economy and a finance seat.
alter table filing_opinions
  add column level text not null default 'county' check (level in ('county', 'province')),
  drop constraint filing_opinions_version_id_bureau_key,
  add constraint filing_opinions_version_id_seat_key unique (version_id, level, bureau);
alter table filing_opinions alter column level drop default;

-- Every time a finished filing is opened again: who, when, why, what.
create table filing_reopenings (
  id uuid primary key,
  filing_id uuid not null references filings,
  sections text[] not null check (cardinality(sections) > 0),
  reason text not null check (length(trim(reason)) > 0),
  opened_by uuid not null references accounts,
  opened_at timestamptz not null,
  scope text collate "C" not null
);
create index filing_reopenings_filing on filing_reopenings (filing_id);
select keep_forever('filing_reopenings');
select keep_in_scope('filing_reopenings', 'select, insert');

-- The table of a period is no longer always a quarter's.
alter table return_rows rename column quarter_value to period_value;
