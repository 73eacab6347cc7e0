-- The money: two tranches received, contracts committed, invoices paid; every booking balanced, every balance their sum.
insert into tranches (id, pilot_id, county_id, no, state, amount_fen, recommended_by, recommended_at, released_by, released_at, paid_on, voucher_no, voucher_file, received_by, received_at, received_on, scope)
select pg_temp.id('tranche:' || p.no || ':' || t.no), pilot_id, county_id, t.no, 'received', amount,
       pg_temp.id('account:' || county_name || '经信局·经办'), day, pg_temp.id('account:' || county_name || '财政局·经办'), day, day,
       'PZ-' || p.no || '-' || t.no, pg_temp.id('voucher:' || p.no || ':' || t.no), pg_temp.id('account:' || name || '·负责人'), day + 1, day + 1, scope
  from pilot p, (values (1, 150000000, '2026-04-20'::date), (2, 250000000, '2026-09-20')) t (no, amount, day);
insert into tranches (id, pilot_id, county_id, no, state, scope)
select pg_temp.id('tranche:' || no || ':3'), pilot_id, county_id, 3, 'waiting', scope from pilot;

insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select voucher_file, pg_temp.sha(voucher_file::text), 100000, 'application/pdf', '拨款凭证.pdf', released_by, released_at, scope, true
  from tranches where voucher_file is not null;

insert into invoices (id, service_id, number, seller_uscc, seller_name, buyer_uscc, buyer_name, issued_on, total_fen, file_id, recorded_by, recorded_at, scope)
select pg_temp.id('invoice:' || s.id), s.id, '26' || lpad(s.no::text, 18, '0'), a.uscc, a.name, '9133' || lpad(s.park_no::text, 14, '0'), s.park_name,
       s.opened_on + 36, s.price_fen, pg_temp.id('paper:' || s.id || ':invoice'), s.officer_id, s.opened_on + 36, s.scope
  from service s join partner_agencies a on a.id = s.agency_id where s.invoiced order by s.no;

insert into payments (id, service_id, pilot_id, invoice_id, line_id, state, provincial_fen, park_fen, payee_name, purpose, prepared_by, prepared_at, approved_by, approved_at, receipt_no, receipt_file, paid_on, receipt_at, receipt_by, scope)
select pg_temp.id('payment:' || s.id), s.id, s.pilot_id, pg_temp.id('invoice:' || s.id), pg_temp.id('line:' || s.park_no || ':' || s.kind_no), 'paid',
       150000, 50000, a.name, '购买专业服务', pg_temp.id('account:' || s.park_name || '·资金专员'), s.opened_on + 37,
       pg_temp.id('account:' || s.park_name || '·负责人'), s.opened_on + 38, 'HD-' || s.no, pg_temp.id('paper:' || s.id || ':receipt'), s.opened_on + 40, s.opened_on + 40, pg_temp.id('account:' || s.park_name || '·资金专员'), s.scope
  from service s join partner_agencies a on a.id = s.agency_id where s.paid order by s.no;

insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select pg_temp.id('paper:' || id || ':' || paper), pg_temp.sha(id || paper), 100000, 'application/pdf', name, officer_id, opened_on + 36, scope, true
  from service, (values ('invoice', '发票.pdf'), ('receipt', '回单.pdf')) papers (paper, name)
 where (paper = 'invoice' and invoiced) or (paper = 'receipt' and paid);

-- Every tenth park has a recovery, paid back in part, and a criticism that waits for finance; so has the large one.
create temp table measured as
select * from (select no, pilot_id, county_id, county_name, scope, row_number() over (order by no desc) as place from pilot) numbered where place % 10 = 1;

insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select pg_temp.id(paper || ':' || no), pg_temp.sha(paper || ':' || no), 100000, 'application/pdf', name_of, pg_temp.id('account:' || county_name || bureau), '2026-10-20', scope, true
  from measured, (values ('recovery', '处理决定.pdf', '经信局·经办'), ('criticism', '通报.pdf', '经信局·经办'), ('treasury', '缴款凭证.pdf', '财政局·经办')) papers (paper, name_of, bureau);

insert into measures (id, pilot_id, level, kind, ground, clause, amount_fen, due_on, reason, file_id, decided_by, decided_at, state, confirmed_by, confirmed_at, scope)
select pg_temp.id('measure:' || kind || ':' || no), pilot_id, 'county', kind, 'targets-missed', 'G5.3', amount, due, '部分绩效目标未完成', pg_temp.id(kind || ':' || no),
       pg_temp.id('account:' || county_name || '经信局·经办'), '2026-10-20', state,
       case when state = 'confirmed' then pg_temp.id('account:' || county_name || '财政局·经办') end, case when state = 'confirmed' then '2026-10-21'::timestamptz end, scope
  from measured, (values ('recovery', 5000000, '2026-12-31'::date, 'confirmed'), ('criticism', null, null, 'decided')) m (kind, amount, due, state);

insert into measure_receipts (id, measure_id, pilot_id, county_id, amount_fen, own_fen, paid_on, voucher_no, voucher_file, recorded_by, recorded_at, scope)
select pg_temp.id('paid-back:' || no), pg_temp.id('measure:recovery:' || no), pilot_id, county_id, 2000000, 0, '2026-11-10', 'JK-' || no, pg_temp.id('treasury:' || no),
       pg_temp.id('account:' || county_name || '财政局·经办'), '2026-11-10', scope
  from measured;

-- One row a posting: which entry, which account of which pilot, how much.
create temp table booking as
with moved (park_no, kind, subject, on_day, source, target, amount, rank) as (
  select no, 'award', pg_temp.id('baseline:' || no), '2026-04-10'::date, 'grant', 'undisbursed', 500000000, 1 from pilot
  union all select p.no, 'budget', pg_temp.id('baseline:' || p.no), '2026-04-10', 'budget', 'line-available:' || pg_temp.id('line:' || p.no || ':' || k.no), 50000000, 2
    from pilot p cross join kind k
  union all select p.no, 'release', t.id, t.paid_on, 'undisbursed', 'in-transit', t.amount_fen, 3 from tranches t join pilot p using (pilot_id) where t.state = 'received'
  union all select p.no, 'receive', t.id, t.paid_on + 1, 'in-transit', 'cash', t.amount_fen, 4 from tranches t join pilot p using (pilot_id) where t.state = 'received'
  union all select park_no, 'commit', id, opened_on + 7, 'line-available:' || pg_temp.id('line:' || park_no || ':' || kind_no),
                   'line-committed:' || pg_temp.id('line:' || park_no || ':' || kind_no), 150000, 5 from service where funded and signed
  union all select park_no, 'approve-payment', pg_temp.id('payment:' || id), opened_on + 38, 'cash', 'payable', 150000, 6 from service where paid
  union all select park_no, 'pay', pg_temp.id('payment:' || id), opened_on + 40, 'payable', 'expenditure', 150000, 7 from service where paid
  union all select park_no, 'pay', pg_temp.id('payment:' || id), opened_on + 40, 'line-committed:' || pg_temp.id('line:' || park_no || ':' || kind_no),
                   'line-spent:' || pg_temp.id('line:' || park_no || ':' || kind_no), 150000, 7 from service where paid
  union all select no, 'claim', pg_temp.id('measure:recovery:' || no), '2026-10-21', 'claim-source', 'claimed', 5000000, 8 from measured
  union all select no, 'pay-back', pg_temp.id('paid-back:' || no), '2026-11-10', 'cash', 'recovered', 2000000, 9 from measured
  union all select no, 'pay-back', pg_temp.id('paid-back:' || no), '2026-11-10', 'claimed', 'claim-source', 2000000, 9 from measured
)
select park_no, kind, subject, on_day, rank, pg_temp.id('entry:' || kind || ':' || subject) as entry_id, key, sum(side.change) as amount_fen
  from moved cross join lateral (values (source, -amount), (target, amount)) side (key, change)
 group by park_no, kind, subject, on_day, rank, key;

insert into ledger_accounts (id, pilot_id, key, overdraw, scope)
select pg_temp.id('ledger:' || p.no || ':' || key), p.pilot_id, key, key in ('grant', 'own-money', 'claim-source', 'budget'), p.scope
  from pilot p cross join lateral (
    select unnest(array['grant', 'undisbursed', 'in-transit', 'cash', 'payable', 'expenditure', 'deducted', 'own-money', 'recovered', 'reissued',
      'claim-source', 'claimed', 'budget'])
    union all select part || pg_temp.id('line:' || p.no || ':' || k.no)
      from kind k, unnest(array['line-available:', 'line-committed:', 'line-spent:']) part) opened (key);

insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
select b.entry_id, p.pilot_id, b.kind, b.on_day, b.on_day, pg_temp.id('account:' || p.name || '·资金专员'), b.subject, p.scope
  from (select distinct entry_id, park_no, kind, on_day, subject, rank from booking) b join pilot p on p.no = b.park_no
 order by b.on_day, b.rank, b.entry_id;

insert into ledger_postings (entry_id, account_id, amount_fen, scope)
select b.entry_id, pg_temp.id('ledger:' || b.park_no || ':' || b.key), b.amount_fen, p.scope from booking b join pilot p on p.no = b.park_no;

update ledger_accounts a set balance_fen = moved.total
  from (select account_id, sum(amount_fen) as total from ledger_postings group by account_id) moved where moved.account_id = a.id;
insert into pilot_money (pilot_id, committed_fen, disbursed_fen, spent_fen, scope)
select pilot_id, coalesce(sum(balance_fen) filter (where kind in ('line-committed', 'line-spent')), 0),
       coalesce(sum(balance_fen) filter (where is_disbursed(kind)), 0),
       coalesce(sum(balance_fen) filter (where kind = 'expenditure'), 0), scope
  from ledger_accounts group by pilot_id, scope;
