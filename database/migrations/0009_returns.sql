-- One row an indicator of a submitted quarterly table (G3.5): computed by the product, explained by the park, judged by the county.
create table return_rows (
  version_id uuid not null references filing_versions,
  pilot_id uuid not null references pilots,
  period text not null,
  indicator text not null,
  quarter_value numeric,
  year_value numeric,
  total_value numeric,
  proofs integer not null check (proofs >= 0),
  reason text not null default '',
  scope text collate "C" not null,
  primary key (version_id, indicator)
);
create index return_rows_pilot on return_rows (pilot_id, period);
select keep_forever('return_rows');
select keep_in_scope('return_rows', 'select, insert');

-- The records behind each figure, as they were counted at the cut-off.
create table return_facts (
  version_id uuid not null references filing_versions,
  indicator text not null,
  record_kind text not null check (record_kind in ('service', 'diagnosis', 'activity', 'attendance', 'agency', 'contract', 'confirmation', 'payment', 'tranche')),
  record_id uuid not null,
  day date not null,
  value numeric not null,
  scope text collate "C" not null
);
create index return_facts_row on return_facts (version_id, indicator);
select keep_forever('return_facts');
select keep_in_scope('return_facts', 'select, insert');

-- The county may only reduce, and must say why; what stands here is what counts.
create table return_reductions (
  version_id uuid not null,
  indicator text not null,
  accepted_value numeric not null,
  reason text not null check (length(reason) > 0),
  scope text collate "C" not null,
  primary key (version_id, indicator),
  foreign key (version_id, indicator) references return_rows (version_id, indicator)
);
select keep_forever('return_reductions');
select keep_in_scope('return_reductions', 'select, insert');

create function only_reduces() returns trigger language plpgsql as $$
begin
  if new.accepted_value >= (select total_value from return_rows where version_id = new.version_id and indicator = new.indicator) then
    raise exception 'an accepted value may only be lower than the reported one' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger only_reduces before insert on return_reductions for each row execute function only_reduces();
