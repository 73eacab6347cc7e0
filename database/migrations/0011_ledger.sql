-- The ledger of every pilot: append-only, double entry, whole fen (G3.6).

create table ledger_accounts (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  key text not null,
  kind text not null generated always as (split_part(key, ':', 1)) stored check (kind in (
    'grant', 'undisbursed', 'in-transit', 'cash', 'payable', 'expenditure', 'deducted', 'own-money', 'recovered', 'reissued',
    'claim-source', 'claimed', 'budget', 'line-available', 'line-committed', 'line-spent')),
  line_id uuid generated always as (nullif(split_part(key, ':', 2), '')::uuid) stored,
  overdraw boolean not null,
  balance_fen bigint not null default 0,
  scope text collate "C" not null,
  unique (pilot_id, key),
  unique (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  constraint ledger_accounts_per_line check ((line_id is not null) = (kind in ('line-available', 'line-committed', 'line-spent'))),
  constraint ledger_accounts_overdraw check (overdraw = (kind in ('grant', 'own-money', 'claim-source', 'budget'))),
  constraint balance_not_below_zero check (overdraw or balance_fen >= 0)
);
comment on table ledger_accounts is 'The ledger accounts of each pilot with their balances, in three circles: where the money is, what the fund lines allow, and what was asked back.';
comment on column ledger_accounts.key is 'The kind, for the accounts of a fund line followed by the line''s id (''cash'', ''line-spent:<fund line id>'').';
comment on column ledger_accounts.line_id is 'The fund line; null for the accounts of the whole pilot.';
comment on column ledger_accounts.overdraw is 'Whether it may stand below zero: the sources alone.';
comment on column ledger_accounts.balance_fen is 'Sum of the postings on it, in fen; the database keeps it.';
select keep_in_scope('ledger_accounts', 'select');
-- Balances are moved by postings alone.
grant insert (id, pilot_id, key, overdraw, scope) on ledger_accounts to yuanqitong_app;

create table ledger_entries (
  id uuid primary key,
  seq bigint generated always as identity,
  pilot_id uuid not null references pilots,
  kind text not null check (kind in (
    'award', 'budget', 'budget-change', 'release', 'receive', 'commit', 'uncommit', 'approve-payment', 'pay', 'cancel-payment',
    'deduct', 'claim', 'pay-back', 'reissue', 'reverse')),
  booked_on date not null,
  at timestamptz not null,
  account_id uuid not null references accounts,
  subject uuid not null,
  memo text not null default '',
  reverses uuid unique,
  scope text collate "C" not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  unique (id, scope),
  unique (id, pilot_id),
  unique (id, booked_on),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (reverses, pilot_id) references ledger_entries (id, pilot_id)
);
comment on table ledger_entries is 'Bookings of a pilot''s ledger; each has two postings or more that add up to zero.';
comment on column ledger_entries.seq is 'The order of booking, also within one moment.';
comment on column ledger_entries.account_id is 'Who booked it.';
comment on column ledger_entries.subject is 'Id of what the entry is about: a tranche, a contract, a payment, a version of the plan, a measure, its receipt or re-issue.';
comment on column ledger_entries.memo is 'A voucher or receipt number, or a reason.';
comment on column ledger_entries.reverses is 'The entry it takes back; null for all others.';
comment on column ledger_entries.transaction_id is 'The transaction that booked it; only that one adds postings.';
-- With the scope in it, so that entries are counted from the index alone.
create index ledger_entries_pilot on ledger_entries (pilot_id, seq) include (scope, kind);
create index ledger_entries_subject on ledger_entries (subject);
select keep_forever('ledger_entries');
select keep_in_scope('ledger_entries', 'select, insert');

create table ledger_postings (
  entry_id uuid not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  scope text collate "C" not null,
  primary key (entry_id, account_id),
  foreign key (entry_id, scope) references ledger_entries (id, scope),
  foreign key (account_id, scope) references ledger_accounts (id, scope)
);
comment on table ledger_postings is 'What an entry adds to one account.';
comment on column ledger_postings.account_id is 'The ledger account.';
comment on column ledger_postings.amount_fen is 'In fen; above zero where the account grows.';
create index ledger_postings_account on ledger_postings (account_id);
select keep_forever('ledger_postings');
select keep_in_scope('ledger_postings', 'select, insert');

create table pilot_money (
  pilot_id uuid primary key references pilots,
  committed_fen bigint not null default 0,
  disbursed_fen bigint not null default 0,
  spent_fen bigint not null default 0,
  deducted_fen bigint not null default 0,
  scope text collate "C" not null
);
comment on table pilot_money is 'What a pilot''s balances come to, kept by the database with them, so that a page of a thousand pilots never adds them up.';
comment on column pilot_money.committed_fen is 'On its fund lines, committed or spent.';
comment on column pilot_money.disbursed_fen is 'Paid out by the county: under way, in hand, payable or spent, also what was paid back since.';
comment on column pilot_money.spent_fen is 'Paid by the park.';
comment on column pilot_money.deducted_fen is 'Taken off the award by measures in force (G5.3).';
select keep_in_scope('pilot_money', 'select');

-- What the county has paid out lies there, or has been paid back since; the park's own money stands below zero.
create function is_disbursed(kind text) returns boolean
  language sql immutable
  return kind in ('in-transit', 'cash', 'payable', 'expenditure', 'own-money', 'recovered', 'reissued');

-- A posting moves its balance; the row lock it takes is what makes two payments on one balance wait for each other.
create function post_to_balance() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ledger_accounts set balance_fen = balance_fen + new.amount_fen
   where id = new.account_id
     and pilot_id = (select pilot_id from ledger_entries where id = new.entry_id and transaction_id = pg_current_xact_id());
  if not found then
    raise exception 'a posting belongs to an entry of the same pilot made in the same transaction' using errcode = 'check_violation';
  end if;
  insert into pilot_money (pilot_id, committed_fen, disbursed_fen, spent_fen, deducted_fen, scope)
  select a.pilot_id, moved.committed, moved.disbursed, moved.spent, moved.deducted, a.scope
    from ledger_accounts a
   cross join lateral (
     select case when a.kind in ('line-committed', 'line-spent') then new.amount_fen else 0 end as committed,
            case when is_disbursed(a.kind) then new.amount_fen else 0 end as disbursed,
            case when a.kind = 'expenditure' then new.amount_fen else 0 end as spent,
            case when a.kind = 'deducted' then new.amount_fen else 0 end as deducted) moved
   where a.id = new.account_id
  on conflict (pilot_id) do update
    set committed_fen = pilot_money.committed_fen + excluded.committed_fen,
        disbursed_fen = pilot_money.disbursed_fen + excluded.disbursed_fen,
        spent_fen = pilot_money.spent_fen + excluded.spent_fen,
        deducted_fen = pilot_money.deducted_fen + excluded.deducted_fen;
  return new;
end
$$;
create trigger post_to_balance after insert on ledger_postings for each row execute function post_to_balance();

-- Locks the balances an entry is about to move, in one order for everybody, and answers what stands there now.
create function lock_balances(of_pilot uuid, keys text[]) returns table (id uuid, key text, balance_fen bigint)
  language sql security definer set search_path = public, pg_temp as $$
  select a.id, a.key, a.balance_fen from ledger_accounts a
   where a.pilot_id = of_pilot and a.key = any (keys) and starts_with(a.scope, (select opened_scope()))
   order by a.id for no key update
$$;
revoke all on function lock_balances from public;
grant execute on function lock_balances to yuanqitong_app;

-- Judged when the transaction commits: debits equal credits, for the money, for what the fund lines allow and for what was asked
-- back, each by itself; no more than the award is handed out or budgeted; no more is asked back than is out and has not come back,
-- and the park's own money makes good only what was spent (G5.3); a fund line holds what the version of the plan in force gives
-- it, and one that has left the plan holds nothing more.
create function entry_balances() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n integer;
  off bigint;
  off_lines bigint;
  off_claims bigint;
  unclaimed bigint;
  not_made_good bigint;
begin
  select count(*), coalesce(sum(p.amount_fen), 0),
         coalesce(sum(p.amount_fen) filter (where a.kind = 'budget' or a.line_id is not null), 0),
         coalesce(sum(p.amount_fen) filter (where a.kind in ('claim-source', 'claimed')), 0)
    into n, off, off_lines, off_claims
    from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id;
  if n < 2 or off <> 0 or off_lines <> 0 or off_claims <> 0 then
    raise exception 'entry % does not balance', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from ledger_postings p
      join ledger_accounts a on a.id = p.account_id
      join pilots pilot on pilot.id = a.pilot_id
     where p.entry_id = new.id and a.overdraw and -a.balance_fen > pilot.award_fen)
  then
    raise exception 'entry % goes beyond the award', new.id using errcode = 'check_violation', constraint = 'ledger_within_award';
  end if;
  if new.kind in ('claim', 'pay-back', 'reverse') then
    select coalesce(sum(balance_fen) filter (where kind in ('in-transit', 'cash', 'payable', 'expenditure', 'own-money')), 0)
             - coalesce(sum(balance_fen) filter (where kind = 'claimed'), 0),
           coalesce(sum(balance_fen) filter (where kind in ('expenditure', 'own-money')), 0)
      into unclaimed, not_made_good
      from ledger_accounts where pilot_id = new.pilot_id;
    if unclaimed < 0 then
      raise exception 'entry % asks back more than is out', new.id using errcode = 'check_violation', constraint = 'ledger_claims_within_released';
    end if;
    if not_made_good < 0 then
      raise exception 'entry % makes good what was not spent', new.id using errcode = 'check_violation', constraint = 'ledger_own_within_spent';
    end if;
  end if;
  if exists (
    select from (
        select a.line_id from ledger_postings p join ledger_accounts a on a.id = p.account_id
         where p.entry_id = new.id and a.line_id is not null
         group by a.line_id having sum(p.amount_fen) <> 0) grown
      left join fund_lines l on l.id = grown.line_id and l.pilot_id = new.pilot_id
     where l.id is null
        or (select sum(b.balance_fen) from ledger_accounts b where b.pilot_id = new.pilot_id and b.line_id = grown.line_id)
         > case when l.baseline_id = (select id from baselines where pilot_id = new.pilot_id order by no desc limit 1)
             then l.provincial_fen else 0 end)
  then
    raise exception 'entry % goes beyond a fund line', new.id using errcode = 'check_violation', constraint = 'ledger_within_line';
  end if;
  return null;
end
$$;
create constraint trigger entry_balances after insert on ledger_entries
  deferrable initially deferred for each row execute function entry_balances();
