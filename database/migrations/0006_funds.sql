-- A row of money names its pilot and its scope together, so that neither can be another's.
alter table pilots add unique (id, scope);

-- Money in, one row a tranche (G4.2). Recommended by the economy bureau, released by finance: two bureaus, two people.
create table tranches (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  county_id uuid not null references units,
  no integer not null check (no > 0),
  state text not null check (state in ('waiting', 'recommended', 'released', 'received')),
  amount_fen bigint check (amount_fen > 0),
  recommendation text not null default '',
  recommended_by uuid,
  recommending_bureau text generated always as ('economy') stored,
  recommended_at timestamptz,
  released_by uuid,
  releasing_bureau text generated always as ('finance') stored,
  released_at timestamptz,
  paid_on date,
  voucher_no text check (length(voucher_no) between 1 and 40),
  voucher_file uuid references files,
  received_by uuid references accounts,
  received_at timestamptz,
  scope text collate "C" not null,
  unique (pilot_id, no),
  unique (county_id, voucher_no),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (recommended_by, recommending_bureau) references accounts (id, bureau),
  foreign key (released_by, releasing_bureau) references accounts (id, bureau),
  check (released_by <> recommended_by),
  check ((state = 'waiting') = (recommended_at is null)),
  check ((recommended_at is null) = (recommended_by is null) and (recommended_at is null) = (amount_fen is null)),
  check ((state in ('released', 'received')) = (released_at is not null)),
  check (released_at is null or (released_by is not null and voucher_no is not null and voucher_file is not null and paid_on is not null)),
  check ((state = 'received') = (received_at is not null))
);
create index tranches_scope on tranches (scope);
select keep_in_scope('tranches', 'select, insert, update');

-- The ledger: append-only, double entry, whole fen (G3.6).
create table ledger_accounts (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  -- 'undisbursed', 'cash', 'line-available:<fund line id>' …
  key text not null,
  -- Only the two sources (grant, budget) may stand below zero.
  overdraw boolean not null,
  balance_fen bigint not null default 0,
  scope text collate "C" not null,
  unique (pilot_id, key),
  unique (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  check (overdraw = (key in ('grant', 'budget'))),
  constraint balance_not_below_zero check (overdraw or balance_fen >= 0)
);
select keep_in_scope('ledger_accounts', 'select');
-- Balances are moved by postings alone.
grant insert (id, pilot_id, key, overdraw, scope) on ledger_accounts to yuanqitong_app;

create table ledger_entries (
  id uuid primary key,
  -- The order of booking, also within one moment.
  seq bigint generated always as identity,
  pilot_id uuid not null references pilots,
  kind text not null,
  booked_on date not null,
  at timestamptz not null,
  account_id uuid not null references accounts,
  -- What the entry is about: a tranche, a contract, a payment.
  subject uuid not null,
  memo text not null default '',
  reverses uuid unique,
  scope text collate "C" not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  unique (id, scope),
  unique (id, pilot_id),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (reverses, pilot_id) references ledger_entries (id, pilot_id)
);
create index ledger_entries_pilot on ledger_entries (pilot_id, seq);
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
create index ledger_postings_account on ledger_postings (account_id);
select keep_forever('ledger_postings');
select keep_in_scope('ledger_postings', 'select, insert');

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
  return new;
end
$$;
create trigger post_to_balance after insert on ledger_postings for each row execute function post_to_balance();

-- Locks the balances an entry is about to move, in one order for everybody, and answers what stands there now.
create function lock_balances(of_pilot uuid, keys text[]) returns table (id uuid, key text, balance_fen bigint)
  language sql security definer set search_path = public, pg_temp as $$
  select a.id, a.key, a.balance_fen from ledger_accounts a
   where a.pilot_id = of_pilot and a.key = any (keys) and in_scope(a.scope)
   order by a.id for no key update
$$;
revoke all on function lock_balances from public;
grant execute on function lock_balances to yuanqitong_app;

-- Judged when the transaction commits: debits equal credits, for the money and for what the fund lines allow, each by
-- itself; no more than the award is handed out or budgeted; no fund line grows beyond the approved plan or into another.
create function entry_balances() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n integer;
  off bigint;
  off_lines bigint;
begin
  select count(*), coalesce(sum(p.amount_fen), 0),
         coalesce(sum(p.amount_fen) filter (where a.key = 'budget' or a.key like 'line-%'), 0)
    into n, off, off_lines
    from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id;
  if n < 2 or off <> 0 or off_lines <> 0 then
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
  if exists (
    select from (
        select split_part(a.key, ':', 2) as line from ledger_postings p join ledger_accounts a on a.id = p.account_id
         where p.entry_id = new.id and a.key like 'line-%'
         group by 1 having sum(p.amount_fen) <> 0) grown
      left join fund_lines l on l.id::text = grown.line and l.pilot_id = new.pilot_id
     where l.id is null or l.provincial_fen < (
        select sum(b.balance_fen) from ledger_accounts b
         where b.pilot_id = new.pilot_id and b.key in ('line-available:' || grown.line, 'line-committed:' || grown.line, 'line-spent:' || grown.line)))
  then
    raise exception 'entry % goes beyond a fund line', new.id using errcode = 'check_violation', constraint = 'ledger_within_line';
  end if;
  return null;
end
$$;
create constraint trigger entry_balances after insert on ledger_entries
  deferrable initially deferred for each row execute function entry_balances();
