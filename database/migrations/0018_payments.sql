create table invoices (
  id uuid primary key,
  service_id uuid not null references services,
  number text not null check (number ~ '^(\d{18}|\d{20})$'),
  digital_number text check (digital_number ~ '^\d{20}$'),
  seller_uscc text not null,
  seller_name text not null,
  buyer_uscc text not null,
  buyer_name text not null,
  issued_on date not null,
  total_fen bigint not null check (total_fen > 0),
  file_id uuid not null references files,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  standing text not null default 'stands' check (standing in ('stands', 'red-letter', 'entered-wrongly')),
  scope text collate "C" not null,
  constraint invoices_happened_before check (happened_before(issued_on, recorded_at))
);
comment on table invoices is 'Invoices for services. Both numbers are unique in the whole province, over parks and batches: one invoice is paid once (G3.4).';
comment on column invoices.number is '20 digits, or the code (10 or 12 digits) and number (8 digits) of an invoice on paper, joined.';
comment on column invoices.digital_number is 'The 20 digits of a fully digital invoice: its number, or what its paper shows beside code and number; else null.';
comment on column invoices.standing is 'Whether it stands, or why it was voided; set with its row in invoice_voids. One that was entered wrongly frees its number.';
comment on column invoices.total_fen is 'Amount with tax, in fen.';
create unique index invoices_number_key on invoices (number) where standing <> 'entered-wrongly';
create unique index invoices_digital_number_key on invoices (digital_number) where standing <> 'entered-wrongly';
create index invoices_service on invoices (service_id);
create index invoices_file on invoices (file_id);
select keep_in_scope('invoices', 'select, insert');

create table invoice_voids (
  invoice_id uuid primary key references invoices,
  kind text not null check (kind in ('red-letter', 'entered-wrongly')),
  red_letter_no text unique check (red_letter_no ~ '^(\d{18}|\d{20})$'),
  file_id uuid references files,
  reason text not null check (length(trim(reason)) > 0),
  voided_on date not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint invoice_voids_happened_before check (happened_before(voided_on, recorded_at)),
  constraint invoice_voids_red_letter_with_paper check (
    (kind = 'red-letter') = (red_letter_no is not null and file_id is not null) and num_nonnulls(red_letter_no, file_id) <> 1)
);
comment on table invoice_voids is 'Invoices that stand no longer: taken back by the seller with a red-letter invoice, or entered wrongly (G3.4).';
comment on column invoice_voids.red_letter_no is 'Number of the red-letter invoice; written as in invoices, and like those used once.';
comment on column invoice_voids.file_id is 'The red-letter invoice.';
select keep_forever('invoice_voids');
select keep_in_scope('invoice_voids', 'select, insert');

-- An invoice changes in one way alone: it stops standing, with its row in invoice_voids.
create function only_voided() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.standing = 'stands' and to_jsonb(new) - 'standing' = to_jsonb(old) - 'standing'
     and exists (select from invoice_voids v where v.invoice_id = new.id and v.kind = new.standing) then
    return new;
  end if;
  raise exception 'an invoice is voided, never changed' using errcode = 'restrict_violation';
end
$$;
create trigger only_voided before update or delete on invoices for each row execute function only_voided();
create trigger append_only_all before truncate on invoices for each statement execute function refuse_change();

-- Prepared by the fund officer, approved by the manager, paid when the bank receipt is in: who prepares does not approve.
create table payments (
  id uuid primary key,
  service_id uuid not null references services,
  pilot_id uuid not null references pilots,
  invoice_id uuid not null references invoices,
  line_id uuid references fund_lines,
  service_kind text not null default '',
  state text not null check (state in ('prepared', 'approved', 'paid', 'cancelled', 'returned', 'entered-wrongly')),
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  payee_name text not null,
  purpose text not null check (holds_letter(purpose)),
  prepared_by uuid not null references accounts,
  prepared_at timestamptz not null,
  approved_by uuid references accounts,
  approved_at timestamptz,
  receipt_no text check (holds_letter_or_digit(receipt_no)),
  receipt_file uuid references files,
  paid_on date,
  receipt_at timestamptz,
  receipt_by uuid references accounts,
  cancel_reason text not null default '',
  cancelled_by uuid references accounts,
  cancelled_at timestamptz,
  scope text collate "C" not null,
  constraint payments_above_zero check (provincial_fen + park_fen > 0),
  constraint payments_provincial_share_has_line check (provincial_fen = 0 or line_id is not null),
  constraint payments_approved_by_another check (approved_by <> prepared_by),
  constraint payments_approved check (state in ('prepared', 'cancelled') or (approved_by is not null and approved_at is not null)),
  constraint payments_paid_with_receipt check (
    case when state in ('paid', 'returned', 'entered-wrongly') then 5 else 0 end
      = num_nonnulls(receipt_file, receipt_no, paid_on, receipt_at, receipt_by)),
  constraint payments_happened_before check (happened_before(paid_on, receipt_at)),
  constraint payments_cancelled_with_reason check ((state = 'cancelled') = (cancel_reason <> '')),
  constraint payments_cancelled_whole check (
    (state = 'cancelled') = (cancelled_by is not null) and (cancelled_by is null) = (cancelled_at is null))
);
comment on table payments is 'Transfers to the seller of an invoice; what the park owes may be paid in parts, one after the other.';
comment on column payments.line_id is 'The fund line that the provincial money is taken from; null where there is no such money.';
comment on column payments.service_kind is 'The kind of its service, kept by the database so that money is added up by kind without the services.';
comment on column payments.provincial_fen is 'The part of the transfer that the ledger follows, in fen.';
comment on column payments.park_fen is 'The park''s own part of the same transfer, in fen.';
comment on column payments.receipt_no is 'Number of the bank receipt.';
comment on column payments.paid_on is 'The day the bank paid; its receipt was keyed in at receipt_at, by receipt_by.';
-- The number of a bank receipt proves one payment out of the account of a pilot, however it is parted: HD2026-1 is HD-2026-1 (G3.4).
create function receipt_key(receipt_no text) returns text
  language sql immutable strict set search_path = public, pg_temp as $$
  select coalesce(nullif(regexp_replace(upper(normalize(receipt_no, nfkc)), '[[:space:][:punct:]·—–−]+', '', 'g'), ''), receipt_no)
$$;
-- What a quarterly table adds up is read from the index alone.
create index payments_paid on payments (pilot_id, paid_on) include (service_kind, provincial_fen, id, scope)
 where state in ('paid', 'returned');
-- One that was entered wrongly frees its number for the payment it belongs to.
create unique index payments_receipt_no_key on payments (pilot_id, receipt_key(receipt_no)) where state <> 'entered-wrongly';
create function kind_of_payment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select service_kind into new.service_kind from services where id = new.service_id;
  return new;
end
$$;
create trigger kind_of_payment before insert or update of service_id, service_kind on payments
  for each row execute function kind_of_payment();
create unique index one_open_payment on payments (service_id) where state in ('prepared', 'approved');
create index payments_service on payments (service_id);
create index payments_pilot on payments (pilot_id, state);
create index payments_line on payments (line_id, state);
create index payments_scope on payments (scope);
select keep_in_scope('payments', 'select, insert, update');

-- Whoever pays an invoice and whoever voids it wait for each other at its row.
create function pays_what_stands() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state in ('prepared', 'approved', 'paid') and
     (select standing from invoices where id = new.invoice_id for update) is distinct from 'stands' then
    raise exception 'the invoice has been voided' using errcode = 'check_violation', constraint = 'payments_of_standing_invoice';
  end if;
  return new;
end
$$;
create trigger pays_what_stands before insert or update on payments for each row execute function pays_what_stands();

create table payment_reversals (
  id uuid primary key,
  payment_id uuid not null unique references payments,
  pilot_id uuid not null references pilots,
  kind text not null check (kind in ('returned', 'entered-wrongly')),
  receipt_no text check (holds_letter_or_digit(receipt_no)),
  file_id uuid references files,
  returned_on date,
  reason text not null check (length(trim(reason)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint payment_reversals_happened_before check (happened_before(returned_on, recorded_at)),
  constraint payment_reversals_return_with_paper check (
    case kind when 'returned' then 3 else 0 end = num_nonnulls(receipt_no, file_id, returned_on))
);
comment on table payment_reversals is 'Paid payments that stand no longer: their money came back, or their receipt was entered wrongly (G3.6).';
comment on column payment_reversals.receipt_no is 'Number of the bank''s receipt of the return.';
comment on column payment_reversals.file_id is 'That receipt.';
create unique index payment_reversals_receipt_no_key on payment_reversals (pilot_id, receipt_key(receipt_no));
create index payment_reversals_pilot on payment_reversals (pilot_id, returned_on);
create index payment_reversals_file on payment_reversals (file_id);
select keep_forever('payment_reversals');
select keep_in_scope('payment_reversals', 'select, insert');

-- The payment takes its last state with the row that says why; its receipt proves nothing of the service any more. A receipt that was
-- entered wrongly is taken back by another person than entered it (G3.6).
create function reverse_payment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  reversed payments;
begin
  select * into reversed from payments where id = new.payment_id for update;
  if reversed.state <> 'paid' or reversed.pilot_id <> new.pilot_id or new.returned_on < reversed.paid_on then
    raise exception 'a payment is reversed after the bank has paid it' using errcode = 'check_violation', constraint = 'payment_reversals_of_paid';
  end if;
  if new.kind = 'entered-wrongly' and new.recorded_by = reversed.receipt_by then
    raise exception 'whoever entered the receipt does not correct it alone'
      using errcode = 'check_violation', constraint = 'payment_reversals_by_another';
  end if;
  update payments set state = new.kind where id = new.payment_id;
  update evidence set withdrawn_at = new.recorded_at
   where file_id = reversed.receipt_file and service_id = reversed.service_id and proof = 'bank-receipt' and withdrawn_at is null;
  return new;
end
$$;
create trigger reverse_payment after insert on payment_reversals for each row execute function reverse_payment();

-- Once the bank has paid, nothing of a payment changes but by its reversal.
create function paid_stays() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'state' = to_jsonb(old) - 'state' and (new.state = old.state or exists (
       select from payment_reversals r where r.payment_id = new.id and r.kind = new.state)) then
    return new;
  end if;
  raise exception 'a paid payment is reversed, never changed' using errcode = 'restrict_violation';
end
$$;
create trigger paid_stays before update on payments for each row
  when (old.state in ('paid', 'returned', 'entered-wrongly')) execute function paid_stays();

-- A number of the bank proves a payment or a return, never both.
create function receipt_used_once() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.pilot_id || receipt_key(new.receipt_no), 4));
  if exists (select from payments p where p.pilot_id = new.pilot_id and receipt_key(p.receipt_no) = receipt_key(new.receipt_no)
                and p.state <> 'entered-wrongly' and p.id <> new.id)
     or exists (select from payment_reversals r where r.pilot_id = new.pilot_id
                   and receipt_key(r.receipt_no) = receipt_key(new.receipt_no) and r.id <> new.id) then
    raise exception 'the number proves another movement' using errcode = 'unique_violation', constraint = 'payments_receipt_no_key';
  end if;
  return new;
end
$$;
create trigger receipt_used_once after insert on payment_reversals
  for each row when (new.receipt_no is not null) execute function receipt_used_once();
create trigger receipt_used_once after insert or update of receipt_no on payments
  for each row when (new.receipt_no is not null and new.state <> 'entered-wrongly') execute function receipt_used_once();

-- What is voided counts nowhere: no payment hangs on it, its paper proves nothing any more, and its number stays taken.
create function void_invoice() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  voided invoices;
begin
  select * into voided from invoices where id = new.invoice_id for update;
  if exists (select from payments where invoice_id = new.invoice_id and state in ('prepared', 'approved', 'paid')) then
    raise exception 'a payment hangs on the invoice' using errcode = 'check_violation', constraint = 'invoice_voids_unpaid';
  end if;
  if new.voided_on < voided.issued_on then
    raise exception 'voided before it was issued' using errcode = 'check_violation', constraint = 'invoice_voids_after_issue';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.red_letter_no, 2)) where new.red_letter_no is not null;
  if exists (select from invoices where new.red_letter_no in (number, digital_number) and standing <> 'entered-wrongly') then
    raise exception 'the number belongs to an invoice' using errcode = 'unique_violation', constraint = 'invoice_voids_red_letter_no_key';
  end if;
  update invoices set standing = new.kind where id = new.invoice_id;
  update evidence set withdrawn_at = new.recorded_at where file_id = voided.file_id and service_id = voided.service_id and proof = 'invoice';
  return new;
end
$$;
create trigger void_invoice after insert on invoice_voids for each row execute function void_invoice();

-- A number that a red-letter invoice bears is no other invoice's.
create function number_not_red() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(coalesce(new.digital_number, new.number), 2));
  if exists (select from invoice_voids where red_letter_no in (new.number, new.digital_number)) then
    raise exception 'the number belongs to a red-letter invoice' using errcode = 'unique_violation', constraint = 'invoices_number_key';
  end if;
  return new;
end
$$;
create trigger number_not_red before insert on invoices for each row execute function number_not_red();

-- A paper of money is of one movement alone: what these bytes stand for already, anywhere in the province; the place only for
-- who may see it. What was entered wrongly or taken back stands for nothing.
create index payments_receipt_file on payments (receipt_file);
create index invoice_voids_file on invoice_voids (file_id);
create index tranches_voucher_file on tranches (voucher_file);
-- In PL/pgSQL, which looks for the tables when it is asked: the receipts of recoveries come with a later subject.
create function papers_of_money(file_hash text) returns table (file_id uuid, kind text, service_no text, park_name text, tranche_no integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select f.id, used.kind, case when starts_with(used.scope, opened_scope()) then used.service_no end,
         case when starts_with(used.scope, opened_scope()) then used.park_name end, case when starts_with(used.scope, opened_scope()) then used.tranche_no end
    from files f
    cross join lateral (
      select 'invoice' as kind, s.no as service_no, null as park_name, null::integer as tranche_no, i.scope
        from invoices i join services s on s.id = i.service_id where i.file_id = f.id and i.standing <> 'entered-wrongly'
      union all
      select 'red-letter', s.no, null, null, v.scope
        from invoice_voids v join invoices i on i.id = v.invoice_id join services s on s.id = i.service_id where v.file_id = f.id
      union all
      select 'bank-receipt', s.no, null, null, p.scope from payments p join services s on s.id = p.service_id
       where p.receipt_file = f.id and p.state <> 'entered-wrongly'
      union all
      select 'bank-return', s.no, null, null, r.scope
        from payment_reversals r join payments p on p.id = r.payment_id join services s on s.id = p.service_id where r.file_id = f.id
      union all
      select 'voucher', null, u.name, t.no, t.scope
        from tranches t join pilots p on p.id = t.pilot_id join units u on u.id = p.park_id where t.voucher_file = f.id
      union all
      select 'treasury-voucher', null, u.name, null, r.scope
        from measure_receipts r join pilots p on p.id = r.pilot_id join units u on u.id = p.park_id
       where r.voucher_file = f.id and r.reversed_by is null) used
   where f.hash = file_hash;
end
$$;
revoke all on function papers_of_money from public;
grant execute on function papers_of_money to yuanqitong_app;

create function paper_used_once() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  paper uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  bytes text := (select hash from files where id = paper);
begin
  if paper is null or (tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] = paper::text) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(bytes, 3));
  if (select count(*) from papers_of_money(bytes)) > 1 then
    raise exception 'a paper proves one movement of money' using errcode = 'unique_violation', constraint = 'paper_used_once';
  end if;
  return new;
end
$$;
create trigger paper_used_once after insert on invoices for each row execute function paper_used_once('file_id');
create trigger paper_used_once after insert on invoice_voids for each row execute function paper_used_once('file_id');
create trigger paper_used_once after insert or update of receipt_file on payments for each row execute function paper_used_once('receipt_file');
create trigger paper_used_once after insert on payment_reversals for each row execute function paper_used_once('file_id');
create trigger paper_used_once after insert or update of voucher_file on tranches for each row execute function paper_used_once('voucher_file');

-- A paper that proves money is a PDF, an OFD, a picture, or the XML of an e-invoice.
create function paper_is_paper() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  paper uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if paper is null or (tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] = paper::text) then
    return new;
  end if;
  if (select media_type from files where id = paper) = any (
    array['application/pdf', 'application/ofd', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] || tg_argv[1]) then
    return new;
  end if;
  raise exception 'a paper that proves money is a PDF, an OFD, a picture or an e-invoice'
    using errcode = 'check_violation', constraint = 'paper_is_paper';
end
$$;
create trigger paper_is_paper after insert on invoices for each row execute function paper_is_paper('file_id', 'application/xml');
create trigger paper_is_paper after insert on invoice_voids for each row execute function paper_is_paper('file_id', 'application/xml');
create trigger paper_is_paper after insert or update of receipt_file on payments for each row execute function paper_is_paper('receipt_file', 'application/pdf');
create trigger paper_is_paper after insert on payment_reversals for each row execute function paper_is_paper('file_id', 'application/pdf');
create trigger paper_is_paper after insert or update of voucher_file on tranches for each row execute function paper_is_paper('voucher_file', 'application/pdf');

-- Whether these bytes are bound to any record yet, for a word to who chooses them again.
create function bytes_used(file_hash text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from evidence_with_hash(file_hash)) or exists (select from papers_of_money(file_hash))
$$;
revoke all on function bytes_used from public;
grant execute on function bytes_used to yuanqitong_app;

-- Looks across the whole province, past row security, but answers with yes or no alone.
create function invoice_used(wanted text, digital text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from invoices where (number = wanted or digital_number = digital) and standing <> 'entered-wrongly')
      or exists (select from invoice_voids where red_letter_no in (wanted, digital))
$$;
revoke all on function invoice_used from public;
grant execute on function invoice_used to yuanqitong_app;

-- A service that ended holds nothing on its fund line: what its contract committed was spent or given back (G3.6).
create function holds_nothing_when_ended() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from services where id = ended and state in ('closed', 'cancelled')) and (
       select coalesce(sum(p.amount_fen), 0) from ledger_entries e
         join ledger_postings p on p.entry_id = e.id
         join ledger_accounts a on a.id = p.account_id and a.kind = 'line-committed'
        where e.subject = ended or e.subject in (select id from payments where service_id = ended)) <> 0 then
    raise exception 'a service that ended still holds money on its fund line'
      using errcode = 'check_violation', constraint = 'services_hold_nothing_when_ended';
  end if;
  return null;
end
$$;
create constraint trigger holds_nothing_when_ended after update of state on services
  deferrable initially deferred for each row when (new.state in ('closed', 'cancelled'))
  execute function holds_nothing_when_ended('id');
create constraint trigger holds_nothing_when_ended after insert on ledger_entries
  deferrable initially deferred for each row when (new.kind in ('commit', 'uncommit', 'reverse'))
  execute function holds_nothing_when_ended('subject');
