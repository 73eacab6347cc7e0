-- What the database keeps counted when rows come one by one.
insert into proof_counts (line_id, n, scope)
select coalesce(service_id, activity_id), count(*), min(scope) from evidence group by 1;
insert into finding_counts (pilot_id, n, scope)
select p.id, count(*), p.scope from findings d join pilots p on p.id = pilot_of_evidence(d.evidence_id) group by p.id;

-- What the database keeps with the acts, which rest while these rows are written.
update services s set agency_id = p.agency_id from service_selections c join products p on p.id = c.product_id where c.service_id = s.id;
update payments p set service_kind = s.service_kind from services s where s.id = p.service_id;
insert into measured_services
select s.id, s.pilot_id, s.enterprise_id, s.service_kind, s.state = 'cancelled', s.counted_on, c.signed_on, c.price_fen,
       p.market_price_fen, d.day, k.id, (k.given_at at time zone 'Asia/Shanghai')::date, k.rating, coalesce(n.n, 0), s.scope
  from services s
  left join contracts c on c.service_id = s.id
  left join products p on p.id = c.product_id
  left join confirmations k on k.service_id = s.id and k.verdict = 'confirmed'
  left join (select service_id, min(delivered_on) as day from deliverables group by service_id) d on d.service_id = s.id
  left join proof_counts n on n.line_id = s.id
 where s.counted_on is not null or c.service_id is not null;
update baselines b
   set has_controls = coalesce(content -> 'controls' ->> 'fileId', '') <> '',
       services_planned = (select coalesce(sum(l.quantity), 0) from fund_lines l where l.baseline_id = b.id);
update filings f set filed_at = first_standing_submission(f.id, f.version_no, f.state);
insert into unit_storage (unit_id, part, bytes, scope)
select unit_id, part, sum(size), scope
  from (select distinct on (a.unit_id, f.hash) a.unit_id, left(f.hash, 1) as part, f.size, u.scope from files f join accounts a on a.id = f.uploaded_by join units u on u.id = a.unit_id) held
 group by unit_id, part, scope
on conflict (unit_id, part) do update set bytes = excluded.bytes;
