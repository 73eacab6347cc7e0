-- The auditor's package (decision 0068): an event's own text, and the hashes of what stands beside it in its seal.
grant execute on function audit_line to yuanqitong_app;

-- The hashes of every sealed event in the order of the trail: no id and no text, by which alone a hash could be guessed at. With them a
-- reader of some of a seal's events makes its head again.
create function sealed_hashes(after_seal integer, after_place integer, last_seal integer, most integer)
  returns table (no integer, place integer, sha256 text, sm3 text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.seal_no, l.place, encode(l.sha256, 'hex'), encode(l.sm3, 'hex')
    from audit_leaves l
   where (select opened_scope()) is not null and (l.seal_no, l.place) > (after_seal, after_place) and l.seal_no <= last_seal
   order by l.seal_no, l.place limit most
$$;
revoke all on function sealed_hashes from public;
grant execute on function sealed_hashes to yuanqitong_app;

create index audit_seals_sealed_at on audit_seals (sealed_at);

-- Files by when they came in, and the records that hold them by their file.
create index files_uploaded_at on files (uploaded_at, id) where bound;
create index contracts_file on contracts (file_id);
create index diagnoses_report_file on diagnoses (report_file);
create index register_entries_file on register_entries (file_id);
