-- Taking a release back takes two persons where the release does, and what was reversed stays to be read at its tranche.

alter table prepared_acts drop constraint prepared_acts_act_check;
alter table prepared_acts add constraint prepared_acts_act_check
  check (act in ('judgment', 'recommendation', 'release', 'reversal', 'recording'));

create table tranche_reversals (
  id uuid primary key,
  tranche_id uuid not null,
  entry_id uuid not null unique,
  amount_fen bigint not null check (amount_fen > 0),
  voucher_no text not null,
  voucher_file uuid not null references files,
  paid_on date not null,
  payee_account_id uuid references payee_accounts,
  released_by uuid not null references accounts,
  release_prepared_by uuid references accounts,
  released_at timestamptz not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  reversed_by uuid not null,
  prepared_by uuid,
  reversing_bureau text generated always as ('finance') stored,
  reversed_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (tranche_id, scope) references tranches (id, scope),
  foreign key (entry_id, scope) references ledger_entries (id, scope),
  foreign key (reversed_by, reversing_bureau) references accounts (id, bureau),
  foreign key (prepared_by, reversing_bureau) references accounts (id, bureau),
  constraint tranche_reversals_by_two check (prepared_by <> reversed_by),
  constraint tranche_reversals_after_release check (reversed_at >= released_at)
);
comment on table tranche_reversals is 'Every release that was taken back: what was paid to whom by whom, who took it back, when, why.';
comment on column tranche_reversals.entry_id is 'The entry of the release that was reversed.';
comment on column tranche_reversals.reversed_by is 'Who reversed it, or, where it takes two persons, who signed the reversal.';
comment on column tranche_reversals.prepared_by is 'Where it takes two persons: who prepared the reversal that the other one signed.';
comment on column tranche_reversals.reversing_bureau is 'Constant; the foreign keys let only accounts of this bureau reverse.';
create index tranche_reversals_tranche on tranche_reversals (tranche_id, reversed_at);
select keep_forever('tranche_reversals');
select keep_in_scope('tranche_reversals', 'select, insert');

create function two_persons_reverse() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_second_person('reversal', new.tranche_id, 'finance', new.reversed_by, new.prepared_by);
  return new;
end
$$;
create trigger two_persons_reverse before insert on tranche_reversals for each row execute function two_persons_reverse();

-- No release goes without its reversal on record.
create function release_stays_on_record() returns trigger language plpgsql as $$
begin
  if not exists (
    select from tranche_reversals r
     where r.tranche_id = old.id and r.released_at = old.released_at and r.voucher_no = old.voucher_no) then
    raise exception 'a release is taken back by a reversal on record'
      using errcode = 'restrict_violation', constraint = 'tranches_release_reversed';
  end if;
  return new;
end
$$;
create trigger release_stays_on_record before update on tranches for each row
  when (old.released_by is not null and new.released_by is null) execute function release_stays_on_record();
