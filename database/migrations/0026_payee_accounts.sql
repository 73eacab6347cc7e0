-- Where a pilot's money is paid to: the separate account that the park names (G3.6).

create table payee_accounts (
  id uuid primary key,
  pilot_id uuid not null,
  holder text not null check (length(trim(holder)) between 1 and 120),
  bank text not null check (length(trim(bank)) between 1 and 120),
  number text not null check (number ~ '^[0-9]{8,30}$'),
  set_by uuid not null references accounts,
  set_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (pilot_id, scope) references pilots (id, scope)
);
comment on table payee_accounts is 'The bank account that a park has its tranches paid to, as it named it itself; the last one of a pilot counts.';
create index payee_accounts_pilot on payee_accounts (pilot_id, set_at desc);
select keep_forever('payee_accounts');
select keep_in_scope('payee_accounts', 'select, insert');
