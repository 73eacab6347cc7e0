-- The number of a bank receipt is one however it is parted: HD2026-1 is HD-2026-1. Rows that stand already keep theirs.
create function receipt_key(receipt_no text) returns text
  language sql immutable strict set search_path = public, pg_temp as $$
  select coalesce(nullif(regexp_replace(upper(normalize(receipt_no, nfkc)), '[[:space:][:punct:]·—–−]+', '', 'g'), ''), receipt_no)
$$;
update payments p set receipt_repeated = true
 where not receipt_repeated
   and exists (select from payments o where o.pilot_id = p.pilot_id and not o.receipt_repeated
                and receipt_key(o.receipt_no) = receipt_key(p.receipt_no) and (o.receipt_at, o.id) < (p.receipt_at, p.id));
drop index payments_receipt_no_key;
create unique index payments_receipt_no_key on payments (pilot_id, receipt_key(receipt_no)) where not receipt_repeated;
