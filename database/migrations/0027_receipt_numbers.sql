-- The number of a bank receipt proves one payment out of the account of a pilot (G3.4).
alter table payments add column receipt_repeated boolean not null default false;
comment on column payments.receipt_repeated is 'Entered with the number of an earlier receipt before numbers were held to be used once; no new row is.';
update payments p set receipt_repeated = true
 where exists (select from payments o where o.pilot_id = p.pilot_id and o.receipt_no = p.receipt_no
                and (o.receipt_at, o.id) < (p.receipt_at, p.id));
create unique index payments_receipt_no_key on payments (pilot_id, receipt_no) where not receipt_repeated;
