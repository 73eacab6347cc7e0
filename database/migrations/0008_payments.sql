-- The number is unique in the whole province, over parks and batches: one invoice is paid once (G3.4).
create table invoices (
  id uuid primary key,
  service_id uuid not null unique references services,
  -- 20 digits, or the 10–12 digit code and 8 digit number of the older kind, joined.
  number text not null unique check (number ~ '^\d{18,20}$'),
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
select keep_forever('invoices');
select keep_in_scope('invoices', 'select, insert');

-- Prepared by the fund officer, approved by the manager, paid when the bank receipt is in: maker ≠ checker.
create table payments (
  id uuid primary key,
  service_id uuid not null unique references services,
  pilot_id uuid not null references pilots,
  invoice_id uuid not null references invoices,
  line_id uuid not null references fund_lines,
  state text not null check (state in ('prepared', 'approved', 'paid', 'cancelled')),
  -- The provincial money in this payment; the other shares are paid by park and enterprise themselves.
  amount_fen bigint not null check (amount_fen > 0),
  payee_name text not null,
  purpose text not null,
  prepared_by uuid not null references accounts,
  prepared_at timestamptz not null,
  approved_by uuid references accounts,
  approved_at timestamptz,
  receipt_no text,
  receipt_file uuid references files,
  paid_on date,
  scope text collate "C" not null,
  check (approved_by <> prepared_by),
  check ((state in ('approved', 'paid')) <= (approved_by is not null and approved_at is not null)),
  check ((state = 'paid') = (receipt_file is not null and receipt_no is not null and paid_on is not null))
);
create index payments_pilot on payments (pilot_id, state);
create index payments_scope on payments (scope);
select keep_in_scope('payments', 'select, insert, update');
