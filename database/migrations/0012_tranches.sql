-- The provincial money: tranches as the county plans, judges, recommends, releases and reverses them, and where they are paid to.

create table planned_tranches (
  version_id uuid not null references filing_versions,
  pilot_id uuid not null,
  no integer not null check (no > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  planned_on date not null,
  in_force_at timestamptz not null,
  scope text collate "C" not null,
  primary key (version_id, pilot_id, no),
  foreign key (pilot_id, scope) references pilots (id, scope)
);
comment on table planned_tranches is 'What a county''s disbursement plan lays down for each of its pilots once it is in force (G4.1). The newest version counts.';
comment on column planned_tranches.version_id is 'The disbursement plan, as it was submitted.';
comment on column planned_tranches.scope is 'The park''s own, so that it sees what it may expect; the filing itself is the county''s.';
create index planned_tranches_pilot on planned_tranches (pilot_id, in_force_at);
select keep_forever('planned_tranches');
select keep_in_scope('planned_tranches', 'select, insert');

create table payee_accounts (
  id uuid primary key,
  pilot_id uuid not null,
  holder text not null check (length(trim(holder)) between 1 and 120 and holds_letter(holder)),
  bank text not null check (length(trim(bank)) between 1 and 120 and holds_letter(bank)),
  number text not null check (number ~ '^[0-9]{8,30}$'),
  set_by uuid not null references accounts,
  set_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (pilot_id, scope) references pilots (id, scope),
  -- A tranche names the account with its pilot, so that it is never paid to another's.
  constraint payee_accounts_of_pilot unique (id, pilot_id)
);
comment on table payee_accounts is 'The bank account that a park has its tranches paid to, as it named it itself; the last one of a pilot counts (G3.6).';
create index payee_accounts_pilot on payee_accounts (pilot_id, set_at desc);
select keep_forever('payee_accounts');
select keep_in_scope('payee_accounts', 'select, insert');

-- Recommended by the economy bureau, released by finance: two bureaus, two people.
create table tranches (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  county_id uuid not null references units,
  no integer not null check (no > 0),
  state text not null check (state in ('waiting', 'recommended', 'released', 'received')),
  amount_fen bigint check (amount_fen > 0),
  recommendation text not null default '',
  recommended_by uuid,
  recommendation_prepared_by uuid,
  recommending_bureau text generated always as ('economy') stored,
  recommended_at timestamptz,
  released_by uuid,
  release_prepared_by uuid,
  releasing_bureau text generated always as ('finance') stored,
  released_at timestamptz,
  paid_on date,
  voucher_no text check (length(voucher_no) between 1 and 40),
  voucher_file uuid references files,
  payee_account_id uuid,
  received_by uuid references accounts,
  received_on date,
  received_at timestamptz,
  scope text collate "C" not null,
  unique (pilot_id, no),
  unique (county_id, voucher_no),
  -- A row about a tranche names its scope together with it, so that it can never be about another's.
  unique (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (recommended_by, recommending_bureau) references accounts (id, bureau),
  foreign key (released_by, releasing_bureau) references accounts (id, bureau),
  foreign key (recommendation_prepared_by, recommending_bureau) references accounts (id, bureau),
  foreign key (release_prepared_by, releasing_bureau) references accounts (id, bureau),
  foreign key (payee_account_id, pilot_id) references payee_accounts (id, pilot_id),
  constraint tranches_released_by_another check (released_by <> recommended_by),
  constraint tranches_recommended_by_two check (recommendation_prepared_by <> recommended_by),
  constraint tranches_released_by_two check (release_prepared_by <> released_by),
  constraint tranches_prepared_act check (
    (recommendation_prepared_by is null or recommended_by is not null) and (release_prepared_by is null or released_by is not null)),
  constraint tranches_recommended check ((state = 'waiting') = (recommended_at is null)),
  constraint tranches_recommendation_whole check (
    (recommended_at is null) = (recommended_by is null) and (recommended_at is null) = (amount_fen is null)),
  constraint tranches_released check ((state in ('released', 'received')) = (released_at is not null)),
  constraint tranches_release_whole check (
    released_at is null or (released_by is not null and voucher_no is not null and voucher_file is not null and paid_on is not null)),
  constraint tranches_paid_to_released check (payee_account_id is null or released_by is not null),
  constraint tranches_received check ((state = 'received') = (received_at is not null)),
  constraint tranches_receipt_whole check ((received_at is null) = (received_on is null)),
  constraint tranches_received_after_payment check (received_on >= paid_on),
  constraint tranches_happened_before check (happened_before(paid_on, released_at) and happened_before(received_on, received_at))
);
comment on table tranches is 'Money in: one row for each tranche of a pilot''s award (G4.2).';
comment on column tranches.recommendation is 'What the economy bureau writes in support.';
comment on column tranches.recommended_by is 'Who recommended it, or, where it takes two persons, who signed the recommendation.';
comment on column tranches.recommendation_prepared_by is 'Where it takes two persons: who prepared the recommendation that the other one signed.';
comment on column tranches.recommending_bureau is 'Constant; the foreign key lets only an account of this bureau recommend.';
comment on column tranches.released_by is 'Who released it, or, where it takes two persons, who signed the release.';
comment on column tranches.release_prepared_by is 'Where it takes two persons: who prepared the release that the other one signed.';
comment on column tranches.releasing_bureau is 'Constant; the foreign key lets only an account of this bureau release.';
comment on column tranches.voucher_no is 'Number of the payment voucher of the finance bureau.';
comment on column tranches.payee_account_id is 'The account that it was paid to: the one that stood when it was released; null where the park had named none.';
comment on column tranches.received_on is 'The day the bank booked it for the park; keyed in at received_at.';
create index tranches_scope on tranches (scope);
select keep_in_scope('tranches', 'select, insert, update');

-- A released tranche keeps the account that it was paid to, as it was shown to whoever released or signed it.
create function keep_payee_account() returns trigger language plpgsql as $$
declare
  was tranches := case when tg_op = 'UPDATE' then old end;
begin
  if new.released_by is null then
    return new;
  end if;
  if was.released_by is not null then
    if new.payee_account_id is distinct from was.payee_account_id then
      raise exception 'the account that a tranche was paid to stays'
        using errcode = 'restrict_violation', constraint = 'tranches_paid_to_stays';
    end if;
  elsif new.payee_account_id is distinct from (
    select id from payee_accounts where pilot_id = new.pilot_id order by set_at desc, id desc limit 1) then
    raise exception 'a tranche is paid to the account that stands'
      using errcode = 'check_violation', constraint = 'tranches_paid_to_standing';
  end if;
  return new;
end
$$;
create trigger keep_payee_account before insert or update on tranches for each row execute function keep_payee_account();

create table tranche_withdrawals (
  id uuid primary key,
  tranche_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  recommendation text not null,
  recommended_by uuid not null references accounts,
  recommendation_prepared_by uuid references accounts,
  recommended_at timestamptz not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  withdrawn_by uuid not null,
  withdrawing_bureau text generated always as ('economy') stored,
  withdrawn_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (tranche_id, scope) references tranches (id, scope),
  foreign key (withdrawn_by, withdrawing_bureau) references accounts (id, bureau),
  constraint tranche_withdrawals_after_recommendation check (withdrawn_at >= recommended_at)
);
comment on table tranche_withdrawals is 'Every recommendation that was taken back before the money was out: what it said, who took it back, when, why.';
comment on column tranche_withdrawals.recommendation_prepared_by is 'Where it took two persons: who prepared the recommendation.';
comment on column tranche_withdrawals.withdrawing_bureau is 'Constant; the foreign key lets only an account of this bureau withdraw.';
create index tranche_withdrawals_tranche on tranche_withdrawals (tranche_id, withdrawn_at);
select keep_forever('tranche_withdrawals');
select keep_in_scope('tranche_withdrawals', 'select, insert');

create table tranche_judgments (
  id uuid primary key,
  tranche_id uuid not null,
  bureau text not null check (bureau in ('economy', 'finance')),
  under_way boolean not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  seen jsonb not null,
  given_by uuid not null,
  prepared_by uuid,
  given_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (tranche_id, scope) references tranches (id, scope),
  -- An account speaks for its own bureau only, so nobody speaks for both.
  foreign key (given_by, bureau) references accounts (id, bureau),
  foreign key (prepared_by, bureau) references accounts (id, bureau),
  constraint tranche_judgments_by_two check (prepared_by <> given_by)
);
comment on table tranche_judgments is 'What a bureau says on whether the services are really under way (G4.2). The last judgment of each bureau stands.';
comment on column tranche_judgments.given_by is 'Who gave it, or, where it takes two persons, who signed it.';
comment on column tranche_judgments.prepared_by is 'Where it takes two persons: who prepared what the other one signed.';
comment on column tranche_judgments.seen is 'What the records said at that moment: mechanism, diagnoses, orders, spending.';
create index tranche_judgments_tranche on tranche_judgments (tranche_id, given_at);
select keep_forever('tranche_judgments');
select keep_in_scope('tranche_judgments', 'select, insert');

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
