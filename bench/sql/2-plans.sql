-- Pilots with their plans: ten still being written, all others approved and locked.
-- Settings: bench.plan (the content of every plan), bench.targets (the edition's rows), bench.kinds (nine tailored, one universal).
create temp table kind as
select code, no::integer as no from unnest(string_to_array(current_setting('bench.kinds'), ',')) with ordinality as listed (code, no);

insert into batches (id, edition, first_year, name, created_at)
values (pg_temp.id('batch'), 'zj-2023', 2026, '2026 年批次', '2026-03-01');

insert into pilots (id, batch_id, park_id, county_id, scope, award_fen, admitted_on, runs_from, runs_to)
select pilot_id, pg_temp.id('batch'), unit_id, county_id, scope, 500000000, '2026-03-01', '2026-01-01', '2027-12-31' from park;

insert into filings (id, batch_id, unit_id, pilot_id, kind, state, due_on, opened_at, version_no, scope)
select pg_temp.id('plan:' || no), pg_temp.id('batch'), unit_id, pilot_id, 'plan', case kind when 'draft' then 'draft' else 'approved' end, '2026-04-25', '2026-03-01',
       case kind when 'draft' then 0 else 1 end, scope from park;

insert into filing_sections (filing_id, section, content, revision, open, edited_by, edited_at, scope)
select pg_temp.id('plan:' || no), section, content, 1, kind = 'draft', pg_temp.id('account:' || name || '·负责人'), '2026-04-02', scope
  from park, jsonb_each(current_setting('bench.plan')::jsonb) as plan (section, content);

insert into filing_makers (filing_id, account_id, scope)
select pg_temp.id('plan:' || no), pg_temp.id('account:' || name || '·负责人'), scope from park;

create temp table pilot as select * from park where kind <> 'draft';

insert into filing_versions (id, filing_id, no, content, hash, submitted_by, submitted_at, scope)
select pg_temp.id('plan-version:' || no), pg_temp.id('plan:' || no), 1, current_setting('bench.plan')::jsonb,
       pg_temp.sha(current_setting('bench.plan')), pg_temp.id('account:' || name || '·负责人'), '2026-04-03', scope from pilot;

insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, verdict, given_at, scope)
select pg_temp.id('opinion:' || no || ':' || bureau), pg_temp.id('plan-version:' || no), pg_temp.id('account:' || name || '·负责人'), 'county', bureau,
       pg_temp.id('account:' || county_name || office), 'approve', '2026-04-10', scope
  from pilot, (values ('economy', '经信局·经办'), ('finance', '财政局·经办')) given (bureau, office);

insert into baselines (id, pilot_id, no, version_id, content, hash, locked_at, in_force_from, scope)
select pg_temp.id('baseline:' || no), pilot_id, 1, pg_temp.id('plan-version:' || no), current_setting('bench.plan')::jsonb,
       pg_temp.sha(current_setting('bench.plan')), '2026-04-10', '2026-04-10', scope
  from pilot;

insert into targets (baseline_id, pilot_id, indicator, unit, baseline, target, weight, scope)
select pg_temp.id('baseline:' || no), pilot_id, t.code, t.unit, 0, t.target, t.weight, scope
  from pilot, jsonb_to_recordset(current_setting('bench.targets')::jsonb) as t (code text, unit text, target numeric, weight numeric);

insert into fund_lines (id, row_key, baseline_id, entered_with, pilot_id, service_kind, purpose, quantity, unit_price_fen, provincial_fen, park_fen, enterprise_fen, quarter, indicator, scope)
select pg_temp.id('line:' || p.no || ':' || k.no), 'f' || k.no, pg_temp.id('baseline:' || p.no), pg_temp.id('baseline:' || p.no), p.pilot_id, k.code, '为试点企业购买专业服务', 125, 400000,
       50000000, 0, 0, '2026Q3', 'P3', p.scope
  from pilot p cross join kind k;

insert into pilot_enterprises (id, row_key, baseline_id, entered_with, pilot_id, unit_id, uscc, name, industry, staff, revenue_wan, assets_wan, scope)
select id, id::text, pg_temp.id('baseline:' || park_no), pg_temp.id('baseline:' || park_no), pilot_id, unit_id, uscc, name, 'IND', 60 + no, 1800 + no, 1500, scope from enterprise;

insert into partner_agencies (id, row_key, baseline_id, entered_with, pilot_id, uscc, name, kind, service_kinds, related_to, scope)
select pg_temp.id('agency:' || no || ':' || a), 'a' || a, pg_temp.id('baseline:' || no), pg_temp.id('baseline:' || no), pilot_id, '9155' || lpad((no * 10 + a)::text, 14, '0'),
       (array['启程管理咨询', '标云认证服务', '知远专利代理', '汇才人力服务', '联数科技服务', '衡准标准化服务'])[a] || no || '有限公司', 'professional',
       (select array_agg(code) from kind), '{}', scope
  from pilot, generate_series(1, 6) a;

-- Product 1…9 and 10…18 serve the tailored kinds in turn, 19 and 20 two of them once more.
insert into products (id, row_key, baseline_id, entered_with, pilot_id, agency_id, service_kind, name, deliverable, agreed_price_fen, market_price_fen, price_basis, scope)
select pg_temp.id('product:' || p.no || ':' || n), 'p' || n, pg_temp.id('baseline:' || p.no), pg_temp.id('baseline:' || p.no), p.pilot_id, pg_temp.id('agency:' || p.no || ':' || n % 6 + 1),
       k.code, '服务产品' || n, '成果报告一份', 400000, 420000, '三家询价', p.scope
  from pilot p cross join generate_series(1, 20) n join kind k on k.no = (n - 1) % 9 + 1;

insert into diagnoses (id, pilot_id, enterprise_id, diagnosed_on, answers, facts, problems, recommended, class, reasons, recorded_by, recorded_at, scope)
select pg_temp.id('diagnosis:' || e.id), e.pilot_id, e.id, '2026-04-15'::date + e.no, '{}',
       '{"foundedOn": null, "revenueWan": null, "researchWan": null, "titles": []}', '[]', (select array_agg(code) from kind where no <= 3),
       'early-stage', '[]', pg_temp.id('account:' || p.name || '·服务专员'), '2026-04-15'::date + e.no, e.scope
  from enterprise e join pilot p on p.no = e.park_no;

insert into enterprise_counts (baseline_id, n, diagnosed, scope)
select b.id, count(*), count(d.id), b.scope
  from baselines b join pilot_enterprises e on e.baseline_id = b.id left join diagnoses d on d.enterprise_id = e.id group by b.id;
