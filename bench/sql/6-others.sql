-- A notice of every tranche that was paid, displayed in full before, and a matter that every park still writes.
insert into notices (id, tranche_id, tranche_no, batch_name, county_name, park_name, amount_fen, clause, body, contact, published_by, published_at, published_on, until_on, provisional, scope)
select pg_temp.id('notice:' || t.id), t.id, t.no, '2026 年批次', county_name, name, t.amount_fen, 'G4.2', '拟拨付省级奖励资金，现予公示。', '县经信局',
       pg_temp.id('account:' || county_name || '经信局·经办'), t.paid_on - 12, t.paid_on - 12, t.paid_on - 3, false, t.scope
  from tranches t join pilot using (pilot_id) where t.paid_on is not null;

insert into filings (id, batch_id, unit_id, pilot_id, kind, period, state, due_on, due_at, opened_at, version_no, scope)
select pg_temp.id('matter:' || no), pg_temp.id('batch'), unit_id, pilot_id, 'major-matter', '2026-001', 'draft', '2026-12-02', '2026-12-02T17:30:00+08:00',
       '2026-12-01T10:00:00+08:00', 0, scope from pilot;
insert into filing_sections (filing_id, section, content, revision, open, edited_by, edited_at, scope)
select pg_temp.id('matter:' || no), section, content, 1, true, pg_temp.id('account:' || name || '·负责人'), '2026-12-01T10:00:00+08:00', scope
  from pilot, (values
    ('report', '{"kind": "other", "occurredAt": "2026-12-01T01:00:00.000Z", "course": "", "indicators": [], "amountFen": null, "measures": "", "request": ""}'::jsonb),
    ('change', '{"basedOn": null, "content": null, "inForceFrom": null}')) parts (section, content);
insert into filing_makers (filing_id, account_id, scope)
select pg_temp.id('matter:' || no), pg_temp.id('account:' || name || '·负责人'), scope from pilot;
insert into matters (filing_id, pilot_id, kind, occurred_at, scope)
select pg_temp.id('matter:' || no), pilot_id, 'other', '2026-12-01T09:00:00+08:00', scope from pilot;
insert into matter_numbers (pilot_id, year, last, scope) select pilot_id, 2026, 1, scope from pilot;

-- A mid-term evaluation of every park: what its records come to, and the park's word on what a person judges.
-- Setting: bench.evaluations (seven ways to stand, each with facts, judgments and the result by the product's own form).
create temp table evaluated as
select p.*, pg_temp.id('evaluation:' || no) as id, pg_temp.id('account:' || county_name || '经信局·经办') as officer,
       pg_temp.id('account:' || name || '·负责人') as manager, current_setting('bench.evaluations')::jsonb -> (no % 7) as found
  from pilot p;
insert into evaluations (id, pilot_id, kind, form, state, opened_by, opened_at, self_text, self_submitted_by, self_submitted_at, scope)
select id, pilot_id, 'mid-term-evaluation', 'zj-2023', 'scoring', officer, '2026-11-10T09:00:00+08:00', '按计划推进，机制健全。', manager, '2026-11-13T09:00:00+08:00', scope
  from evaluated;
insert into evaluation_computations (evaluation_id, no, cut_off, baseline_id, facts, computed_by, computed_at, scope)
select id, 1, '2026-10-31', pg_temp.id('baseline:' || no), found -> 'facts', officer, '2026-11-10T09:00:00+08:00', scope from evaluated;
insert into evaluation_scores (id, evaluation_id, no, item, given_in, facts, reason, given_by, given_at, scope)
select pg_temp.id('self-score:' || e.no || ':' || s.nth), e.id, s.nth, s.item, 'self', s.facts, '材料齐全', manager, '2026-11-12T09:00:00+08:00', scope
  from evaluated e, jsonb_each(found -> 'judged') with ordinality as s (item, facts, nth);

-- The measured county still scores. Every other one has given its own scores, told its parks and reported: their results are in force.
create temp table reported as
select e.*, pg_temp.id('mid-term:' || county_no) as filing_id, pg_temp.id('mid-term-version:' || county_no) as version_id from evaluated e where county_no > 1;
insert into evaluation_scores (id, evaluation_id, no, item, given_in, facts, reason, given_by, given_at, scope)
select pg_temp.id('final-score:' || e.no || ':' || s.nth), e.id, 10 + s.nth, s.item, 'final', s.facts, '经核查材料认定', officer, '2026-11-18T09:00:00+08:00', scope
  from reported e, jsonb_each(found -> 'judged') with ordinality as s (item, facts, nth);
update evaluations v
   set state = 'told', told_by = officer, told_at = '2026-11-20T09:00:00+08:00', object_until = '2026-11-27', agreed_by = manager, agreed_at = '2026-11-23T09:00:00+08:00'
  from reported r where r.id = v.id;
create temp table report as
select filing_id, version_id, county_id, county_no, county_name, county_scope, officer,
       jsonb_build_object(
         'results', jsonb_build_object('rows', jsonb_agg(
           jsonb_build_object('id', pilot_id, 'park', unit_id, 'points', (found ->> 'points')::numeric / 100, 'grade', found ->> 'grade', 'remark', '') order by name)),
         'work', '{"fields": {"text": "逐项核定得分。"}}'::jsonb, 'problems', '{"fields": {"text": "个别佐证不够完整。"}}'::jsonb,
         'advice', '{"fields": {"text": "作为后续拨付依据。"}}'::jsonb) as content
  from reported group by filing_id, version_id, county_id, county_no, county_name, county_scope, officer;
insert into filings (id, batch_id, unit_id, kind, state, due_on, opened_at, version_no, recorded_by, recorded_at, record_no, scope)
select filing_id, pg_temp.id('batch'), county_id, 'mid-term-evaluation', 'recorded', '2027-04-30', '2026-11-24', 1, pg_temp.id('account:province-economy'),
       '2026-12-02T09:00:00+08:00', '评-' || county_no, county_scope from report;
insert into filing_sections (filing_id, section, content, revision, open, edited_by, edited_at, scope)
select filing_id, section, s.content, 1, false, officer, '2026-11-24', county_scope from report r, jsonb_each(r.content) as s (section, content);
insert into filing_makers (filing_id, account_id, scope) select filing_id, officer, county_scope from report;
insert into filing_versions (id, filing_id, no, content, hash, submitted_by, submitted_at, scope)
select version_id, filing_id, 1, content, pg_temp.sha(content::text), officer, '2026-11-25', county_scope from report;
insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, verdict, given_at, scope)
select pg_temp.id('mid-term-opinion:' || county_no), version_id, officer, 'county', 'finance', pg_temp.id('account:' || county_name || '财政局·经办'), 'approve', '2026-11-27',
       county_scope from report;
insert into evaluation_results (version_id, evaluation_id, no, pilot_id, kind, points, grade, items, in_force_at, scope)
select version_id, id, 1, pilot_id, 'mid-term-evaluation', (found ->> 'points')::integer, found ->> 'grade', found -> 'items', '2026-12-02T09:00:00+08:00', scope from reported;
-- What the counties published of it; one in five not yet.
insert into evaluation_publications (id, filing_id, version_id, batch_id, kind, batch_name, unit_name, clause, contact, results, published_by,
                                     published_at, published_on, until_on, provisional, scope)
select pg_temp.id('publication:' || county_no), filing_id, version_id, pg_temp.id('batch'), 'mid-term-evaluation', b.name, county_name, 'G5.3', county_name || '经信局·经办',
       jsonb_agg(jsonb_build_object('pilotId', pilot_id, 'parkName', r.name, 'countyName', county_name, 'points', (found ->> 'points')::integer,
                                    'grade', found ->> 'grade', 'remark', '', 'measures', '[]'::jsonb) order by r.name),
       officer, '2026-12-02T10:00:00+08:00', '2026-12-02', '2026-12-09', false, county_scope
  from reported r join batches b on b.id = pg_temp.id('batch')
 where county_no % 5 <> 0 group by filing_id, version_id, county_no, county_name, county_scope, officer, b.name;

-- A pilot of which nothing is left to do, closed by its county and the province.
create temp table closed as
select pg_temp.id('park:closed') as unit_id, pg_temp.id('pilot:closed') as pilot_id, c.id as county_id, c.name as county_name,
       (c.scope || pg_temp.id('park:closed') || '/') collate "C" as scope
  from county c where c.no = 2;
insert into units (id, kind, name, parent_id, scope, uscc, valid_from)
select unit_id, 'park', '已结项园区', county_id, scope, '913399999999999999', '2026-03-01' from closed;
insert into pilots (id, batch_id, park_id, county_id, scope, award_fen, admitted_on, runs_from, runs_to)
select pilot_id, pg_temp.id('batch'), unit_id, county_id, scope, 500000000, '2026-03-01', '2026-01-01', '2026-11-30' from closed;
insert into close_outs (id, pilot_id, state, remark, proposed_by, proposed_at, confirmed_by, confirmed_at, recorded_by, recorded_at, scope)
select pg_temp.id('close-out'), pilot_id, 'recorded', '资金结清', pg_temp.id('account:' || county_name || '经信局·经办'), '2026-12-01',
       pg_temp.id('account:' || county_name || '财政局·经办'), '2026-12-02', pg_temp.id('account:province-economy'), '2026-12-03', scope from closed;

-- It serves on without a pilot.
insert into batches (id, edition, first_year, name, created_at)
values (pg_temp.id('batch:standing'), 'zj-2023-standing', 2026, '常态化服务·2026 年批次', '2026-12-04');
insert into pilots (id, batch_id, park_id, county_id, scope, award_fen, standing, admitted_on, runs_from, runs_to)
select pg_temp.id('pilot:standing'), pg_temp.id('batch:standing'), unit_id, county_id, scope, 0, true, '2026-12-04', '2026-12-04', '2125-12-31' from closed;
insert into baselines (id, pilot_id, no, content, hash, locked_at, in_force_from, scope)
select pg_temp.id('baseline:standing'), pg_temp.id('pilot:standing'), 1, plan, pg_temp.sha(plan::text), '2026-12-04', '2026-12-04', scope
  from closed, lateral (
    select current_setting('bench.plan')::jsonb || '{"services": {"rows": []}, "fund-lines": {"rows": []}, "targets": {"rows": []}}' as plan) lists;
