create table liaison_officers (
  id uuid primary key,
  batch_id uuid not null references batches,
  county_id uuid not null references units,
  version_id uuid not null references filing_versions,
  position integer not null check (position > 0),
  unit_kind text not null check (unit_kind in ('economy', 'finance', 'park')),
  unit_name text not null check (length(trim(unit_name)) > 0),
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
  constraint liaison_officers_valid_until_after_from check (valid_until is null or valid_from <= valid_until)
);
comment on table liaison_officers is 'The rows of each recorded liaison list (G5.1, GA3), kept for ever. The newest list of a county is in force from the day it is recorded; the older ones tell who was replaced and when.';
comment on column liaison_officers.version_id is 'The list, as it was submitted.';
comment on column liaison_officers.position is 'Row of the list.';
comment on column liaison_officers.unit_kind is 'The county''s economy bureau, its finance bureau, or a park.';
comment on column liaison_officers.unit_id is 'The unit whose people see the numbers whole: the county for its bureaus, the park for its own.';
comment on column liaison_officers.seat is 'A is the officer, B the deputy.';
comment on column liaison_officers.valid_until is 'Last day in office; null while it is open.';
create index liaison_officers_county on liaison_officers (batch_id, county_id);
select keep_forever('liaison_officers');

select keep_in_scope('liaison_officers', 'select, insert');
-- A park reaches the officers of its county; the numbers of other units are masked before they are shown.
select show_from_below('liaison_officers');
