create table invoices (
  id uuid primary key,
  service_id uuid not null references services,
  number text not null unique check (number ~ '^(\d{18}|\d{20})$'),
  digital_number text unique check (digital_number ~ '^\d{20}$'),
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
comment on table invoices is 'Invoices for services. Both numbers are unique in the whole province, over parks and batches: one invoice is paid once (G3.4).';
comment on column invoices.number is '20 digits, or the code (10 or 12 digits) and number (8 digits) of an invoice on paper, joined.';
comment on column invoices.digital_number is 'The 20 digits of a fully digital invoice: its number, or what its paper shows beside code and number; else null.';
comment on column invoices.total_fen is 'Amount with tax, in fen.';
create index invoices_service on invoices (service_id);
select keep_forever('invoices');
select keep_in_scope('invoices', 'select, insert');

-- Prepared by the fund officer, approved by the manager, paid when the bank receipt is in: who prepares does not approve.
create table payments (
  id uuid primary key,
  service_id uuid not null references services,
  pilot_id uuid not null references pilots,
  invoice_id uuid not null references invoices,
  line_id uuid references fund_lines,
  state text not null check (state in ('prepared', 'approved', 'paid', 'cancelled')),
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
  constraint payments_above_zero check (provincial_fen + park_fen > 0),
  constraint payments_provincial_share_has_line check (provincial_fen = 0 or line_id is not null),
  constraint payments_approved_by_another check (approved_by <> prepared_by),
  constraint payments_approved check (state not in ('approved', 'paid') or (approved_by is not null and approved_at is not null)),
  constraint payments_paid_with_receipt check (
    (state = 'paid') = (receipt_file is not null and receipt_no is not null and paid_on is not null)),
  constraint payments_cancelled_with_reason check ((state = 'cancelled') = (cancel_reason <> ''))
);
comment on table payments is 'Transfers to the seller of an invoice; what the park owes may be paid in parts, one after the other.';
comment on column payments.line_id is 'The fund line that the provincial money is taken from; null where there is no such money.';
comment on column payments.provincial_fen is 'The part of the transfer that the ledger follows, in fen.';
comment on column payments.park_fen is 'The park''s own part of the same transfer, in fen.';
comment on column payments.receipt_no is 'Number of the bank receipt.';
create unique index one_open_payment on payments (service_id) where state in ('prepared', 'approved');
create index payments_service on payments (service_id);
create index payments_pilot on payments (pilot_id, state);
create index payments_line on payments (line_id, state);
create index payments_scope on payments (scope);
select keep_in_scope('payments', 'select, insert, update');

-- Looks across the whole province, past row security, but answers with yes or no alone.
create function invoice_used(wanted text, digital text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from invoices where number = wanted or digital_number = digital)
$$;
revoke all on function invoice_used from public;
grant execute on function invoice_used to yuanqitong_app;
