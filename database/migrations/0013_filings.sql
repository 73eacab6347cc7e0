-- What a county's disbursement plan lays down for each of its pilots once it is in force (G4.1). The newest version counts.
create table planned_tranches (
  version_id uuid not null references filing_versions,
  pilot_id uuid not null,
  no integer not null check (no > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  planned_on date not null,
  in_force_at timestamptz not null,
  -- The park's own, so that it sees what it may expect; the filing itself is the county's.
  scope text collate "C" not null,
  primary key (version_id, pilot_id, no),
  foreign key (pilot_id, scope) references pilots (id, scope)
);
create index planned_tranches_pilot on planned_tranches (pilot_id, in_force_at);
select keep_forever('planned_tranches');
select keep_in_scope('planned_tranches', 'select, insert');
