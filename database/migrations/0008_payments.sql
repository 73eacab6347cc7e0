-- The number is unique in the whole province, over parks and batches: one invoice is paid once (G3.4).
create table invoices (
  id uuid primary key,
  service_id uuid not null references services,
  -- 20 digits, or the 10–12 digit code and 8 digit number of the older kind, joined.
  number text not null unique check (number ~ '^(\d{18}|\d{20})$'),
  seller_uscc text not null,
  seller_name text not null,
  buyer_uscc text not null,
  buyer_name text not null,
  issued_on date not null,
  total_fen bigint not null check (total_fen > 0),
  file_id uuid not null references files,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
create index invoices_service on invoices (service_id);
select keep_forever('invoices');
select keep_in_scope('invoices', 'select, insert');

-- Prepared by the fund officer, approved by the manager, paid when the bank receipt is in: maker ≠ checker.
create table payments (
  id uuid primary key,
  service_id uuid not null references services,
  pilot_id uuid not null references pilots,
  invoice_id uuid not null references invoices,
  -- The line that the provincial money is taken from; none where there is no such money.
  line_id uuid references fund_lines,
  state text not null check (state in ('prepared', 'approved', 'paid', 'cancelled')),
  -- One transfer to the seller: the provincial money, which the ledger follows, and the park's own.
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  payee_name text not null,
  purpose text not null,
  prepared_by uuid not null references accounts,
  prepared_at timestamptz not null,
  approved_by uuid references accounts,
  approved_at timestamptz,
  receipt_no text,
  receipt_file uuid references files,
  paid_on date,
  cancel_reason text not null default '',
  scope text collate "C" not null,
  check (provincial_fen + park_fen > 0),
  check (provincial_fen = 0 or line_id is not null),
  check (approved_by <> prepared_by),
  check (state not in ('approved', 'paid') or (approved_by is not null and approved_at is not null)),
  check ((state = 'paid') = (receipt_file is not null and receipt_no is not null and paid_on is not null)),
  check ((state = 'cancelled') = (cancel_reason <> ''))
);
-- What the park owes may be paid in parts, one after the other.
create unique index one_open_payment on payments (service_id) where state in ('prepared', 'approved');
create index payments_service on payments (service_id);
create index payments_pilot on payments (pilot_id, state);
create index payments_line on payments (line_id, state);
create index payments_scope on payments (scope);
select keep_in_scope('payments', 'select, insert, update');

-- Looks across the whole province, past row security, but answers with yes or no alone.
create function invoice_used(wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from invoices where number = wanted)
$$;
revoke all on function invoice_used from public;
grant execute on function invoice_used to yuanqitong_app;
