-- A paper that proves money is a PDF, an OFD, a picture, or the XML of an e-invoice; what was recorded before stays.
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
create trigger paper_is_paper after insert or update of voucher_file on tranches for each row execute function paper_is_paper('voucher_file', 'application/pdf');
