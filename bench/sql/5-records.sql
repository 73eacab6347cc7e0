-- Everything the quarterly table reads, for the park with twice the services; returns filed and findings for all the others.
create temp table proven as select s.* from service s where s.park_kind = 'full' and s.signed;

insert into visits (id, service_id, visited_on, place, way, content, recorded_by, recorded_at, scope)
select pg_temp.id('visit:' || id || ':' || n), id, opened_on + 10 * n, '企业会议室', 'on-site', '现场辅导并布置整改', officer_id, opened_on + 10 * n, scope
  from proven, generate_series(1, 2) n;

insert into deliverables (id, service_id, title, delivered_on, recorded_by, recorded_at, scope)
select pg_temp.id('deliverable:' || id), id, '成果报告', opened_on + 30, officer_id, opened_on + 30, scope
  from proven where state not in ('contracted', 'under-way');

insert into confirmations (id, service_id, deliverable_id, verdict, rating, given_at, account_id, scope)
select pg_temp.id('confirmation:' || id), id, pg_temp.id('deliverable:' || id), 'confirmed', 5 - i % 3, opened_on + 33, pg_temp.id('account:' || enterprise_id), scope
  from proven where agreed;

create temp table paper as
select id as service_id, proof, pg_temp.id('paper:' || id || ':' || paper) as file_id, pg_temp.id('evidence:' || id || ':' || paper) as id, officer_id, opened_on, scope,
       case proof when 'photo' then opened_on + make_interval(days => 10 * length(paper), hours => 2) end as captured_at
  from proven, (values ('contract', 'contract'), ('a', 'photo'), ('bb', 'photo'), ('deliverable', 'deliverable')) papers (paper, proof)
 where proof in ('contract', 'photo') or state not in ('contracted', 'under-way');

insert into files (id, hash, size, media_type, name, captured_at, uploaded_by, uploaded_at, scope, bound)
select file_id, pg_temp.sha(file_id::text), 200000, case proof when 'photo' then 'image/jpeg' else 'application/pdf' end,
       case proof when 'photo' then '现场.jpg' else '文件.pdf' end, captured_at, officer_id, opened_on + 30, scope, true from paper;

insert into evidence (id, service_id, visit_id, proof, file_id, bound_by, bound_at, counts_from, scope)
select id, service_id, case proof when 'photo' then pg_temp.id('visit:' || service_id || ':1') end, proof, file_id, officer_id, opened_on + 30, opened_on + 30, scope from paper
union all
select pg_temp.id('evidence:' || id || ':' || proof), id, null, proof, pg_temp.id('paper:' || id || ':' || paper), officer_id, opened_on + 40, opened_on + 40, scope
  from proven, (values ('invoice', 'invoice'), ('receipt', 'bank-receipt')) papers (paper, proof)
 where (paper = 'invoice' and invoiced) or (paper = 'receipt' and paid);

insert into activities (id, pilot_id, service_kind, title, held_on, place, recorded_by, recorded_at, written_by, written_at, counted_on, scope)
select pg_temp.id('activity:' || n), pilot_id, 'training', '专题培训 ' || n, held_on, '园区会议中心', officer, held_on, officer, held_on, held_on + 2, scope
  from pilot, generate_series(1, 48) n, lateral (select '2026-04-20'::date + n * 4, pg_temp.id('account:' || name || '·服务专员')) as a (held_on, officer)
 where kind = 'full';
insert into attendances (activity_id, revision, unit_id, people, scope)
select a.id, 1, e.unit_id, 2, a.scope from activities a join enterprise e on e.pilot_id = a.pilot_id and e.no <= 20;

insert into files (id, hash, size, media_type, name, captured_at, uploaded_by, uploaded_at, scope, bound)
select pg_temp.id('survey:' || id), pg_temp.sha('survey:' || id), 200000, 'application/pdf', '答卷.pdf', null, recorded_by, recorded_at, scope, true from activities;
insert into evidence (id, activity_id, proof, file_id, bound_by, bound_at, counts_from, scope)
select pg_temp.id('survey-paper:' || id), id, 'survey', pg_temp.id('survey:' || id), recorded_by, recorded_at, held_on, scope from activities;
insert into activity_answers (activity_id, revision, rated5, rated4, rated3, rated2, rated1, counts_from, written_by, written_at, scope)
select id, 1, 20, 8, 3, 1, 0, counted_on, written_by, counted_on, scope from activities;

-- One photo of every usual park was taken on another day than its visit.
create temp table doubted as
select distinct on (park_no) id as service_id, park_no, officer_id, opened_on, scope from service where park_kind = 'usual' and signed order by park_no, i;
insert into files (id, hash, size, media_type, name, captured_at, uploaded_by, uploaded_at, scope, bound)
select pg_temp.id('doubted:' || service_id), pg_temp.sha('doubted:' || service_id), 200000, 'image/jpeg', '现场.jpg', opened_on, officer_id, opened_on + 10, scope, true from doubted;
insert into visits (id, service_id, visited_on, place, way, content, recorded_by, recorded_at, scope)
select pg_temp.id('visit:' || service_id), service_id, opened_on + 10, '企业车间', 'on-site', '现场辅导', officer_id, opened_on + 10, scope from doubted;
insert into evidence (id, service_id, visit_id, proof, file_id, bound_by, bound_at, counts_from, scope)
select pg_temp.id('evidence:' || service_id), service_id, pg_temp.id('visit:' || service_id), 'photo', pg_temp.id('doubted:' || service_id), officer_id, opened_on + 10, opened_on + 10, scope from doubted;
insert into findings (id, kind, evidence_id, raised_at, scope)
select pg_temp.id('finding:' || service_id), 'capture-date', pg_temp.id('evidence:' || service_id), opened_on + 10, scope from doubted;

-- Two returns of every usual park are accepted, with the one figure that was counted before.
create temp table filed as
select p.*, q.period, q.cut_off, q.nth, pg_temp.id('return:' || p.no || ':' || q.period) as filing_id, pg_temp.id('return-version:' || p.no || ':' || q.period) as version_id
  from pilot p, (values ('2026Q2', '2026-06-30'::date, 1), ('2026Q3', '2026-09-30', 2)) q (period, cut_off, nth) where p.kind = 'usual';
insert into filings (id, batch_id, unit_id, pilot_id, kind, period, state, due_on, opened_at, version_no, scope)
select filing_id, pg_temp.id('batch'), (select park_id from pilots where id = pilot_id), pilot_id, 'target-table', period, 'approved', cut_off + 10, cut_off + 1, 1, scope from filed;
insert into filing_sections (filing_id, section, content, revision, open, scope)
select filing_id, 'reasons', '{"reasons": {}}', 1, false, scope from filed;
insert into filing_versions (id, filing_id, no, content, hash, submitted_by, submitted_at, scope)
select version_id, filing_id, 1, '{}', pg_temp.sha('{}'), pg_temp.id('account:' || name || '·负责人'), cut_off + 3 + no % 12, scope from filed;
insert into return_heads (version_id, filing_id, pilot_id, period, cut_off, baseline_id, previous_id, award_fen, received_fen, spent_fen, county_name, park_name, park_uscc, filled_by, reviewed_by, scope)
select version_id, filing_id, pilot_id, period, cut_off, pg_temp.id('baseline:' || no), case nth when 2 then pg_temp.id('return-version:' || no || ':2026Q2') end, 500000000,
       case nth when 1 then 150000000 else 400000000 end,
       (select coalesce(sum(y.provincial_fen), 0) from payments y where y.pilot_id = f.pilot_id and y.paid_on <= f.cut_off),
       county_name, name, '9133' || lpad(no::text, 14, '0'), name || '·服务专员', name || '·负责人', scope from filed f;
insert into return_rows (version_id, pilot_id, period, position, indicator, unit, baseline, target, year_target, total_value, time_progress, proofs, decimals, scope)
select version_id, pilot_id, period, t.position, t.code, t.unit, 0, t.target, t.target, case t.code when 'P3' then done.n end, 0, case t.code when 'P3' then done.n * 4 else 0 end, t.decimals, scope
  from filed f
 cross join lateral (select count(*)::integer as n from services s where s.pilot_id = f.pilot_id and s.counted_on <= f.cut_off) done
 cross join rows from (jsonb_to_recordset(current_setting('bench.targets')::jsonb) as (code text, unit text, target numeric, weight numeric, decimals integer)) with ordinality as t (code, unit, target, weight, decimals, position);

-- What the enterprises of the park with twice the services have won, two entries each, and two documents of lasting practice.
create temp table won as
select e.id as enterprise_id, e.pilot_id, e.unit_id, e.uscc, e.name, e.scope, n, pg_temp.id('account:' || p.name || '·服务专员') as officer_id,
       pg_temp.id('won:' || e.id || ':' || n) as id, pg_temp.id('won-paper:' || e.id || ':' || n) as file_id, '2026-05-06'::date + e.no as dated_on
  from enterprise e join pilot p using (pilot_id), generate_series(1, 2) n where p.kind = 'full';
insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select file_id, pg_temp.sha(file_id::text), 200000, 'application/pdf', '证书.pdf', officer_id, dated_on + 5, scope, true from won;
insert into register_entries (id, pilot_id, enterprise_id, uscc, kind, sort, number, number_key, dated_on, party, amount_fen, file_id, recorded_by, recorded_at, written_by, written_at, scope)
select id, pilot_id, enterprise_id, uscc, case n when 1 then 'intellectual-property' else 'financing' end, case n when 1 then 'invention' else 'loan' end,
       'N' || id, upper(replace(id::text, '-', '')), dated_on, case n when 1 then name else '某银行' end, case n when 2 then 100000000 end, file_id,
       officer_id, dated_on + 5, officer_id, dated_on + 5, scope from won;

create temp table practice as
select p.pilot_id, p.scope, n, pg_temp.id('practice:' || p.no || ':' || n) as id, pg_temp.id('practice-paper:' || p.no || ':' || n) as file_id,
       pg_temp.id('account:' || p.name || '·负责人') as manager_id, pg_temp.id('account:' || p.county_name || '经信局·经办') as county_id
  from pilot p, generate_series(1, 2) n where p.kind = 'full';
insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select file_id, pg_temp.sha(file_id::text), 200000, 'application/pdf', '机制.pdf', manager_id, '2026-09-01', scope, true from practice;
insert into practices (id, pilot_id, sort, title, written_on, file_id, file_hash, submitted_by, submitted_at, scope)
select id, pilot_id, 'mechanism', '服务长效机制', '2026-08-31', file_id, pg_temp.sha(file_id::text), manager_id, '2026-09-01', scope from practice;
update practices r set state = 'adopted', adopted_on = '2026-09-10', adoption_no = '经信〔2026〕7号', decided_by = county_id, decided_at = '2026-09-11'
  from practice p where p.id = r.id and p.n = 1;
