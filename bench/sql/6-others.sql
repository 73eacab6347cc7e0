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

-- A mid-term evaluation of every park, being scored: what its records come to, and the park's word on what a person judges.
insert into evaluations (id, pilot_id, kind, form, state, opened_by, opened_at, self_text, scope)
select pg_temp.id('evaluation:' || no), pilot_id, 'mid-term-evaluation', 'zj-2023', 'self', pg_temp.id('account:' || county_name || '经信局·经办'),
       '2026-11-10T09:00:00+08:00', '', scope from pilot;
insert into evaluation_computations (evaluation_id, no, cut_off, baseline_id, facts, computed_by, computed_at, scope)
select pg_temp.id('evaluation:' || no), 1, '2026-10-31', pg_temp.id('baseline:' || no), jsonb_build_object('findings', '{}'::jsonb, 'items', jsonb_build_object(
         'progress', jsonb_build_object('kind', 'targets', 'targets', (
           select jsonb_agg(jsonb_build_object('code', t.code, 'zh', t.code, 'en', t.code, 'actual', round(t.target * (no % 7 + 3) / 8, 2), 'target', t.target,
                                               'direction', 'at-least', 'weight', t.weight, 'figure', '{"unit": {"zh": "项", "en": "items"}, "decimals": 2}'::jsonb))
             from jsonb_to_recordset(current_setting('bench.targets')::jsonb) as t (code text, target numeric, weight numeric))),
         'mechanism', '{"kind": "checklist", "proofs": {"liaison": 1, "consultations": 2, "fund-control": 1}}'::jsonb,
         'diagnosis', '{"kind": "ratio", "actual": 27, "target": 30}'::jsonb,
         'evidence', '{"kind": "not-applicable", "reason": {"zh": "尚未开展佐证抽查", "en": "no spot check yet"}}'::jsonb,
         'reports', '{"kind": "per-case", "cases": []}'::jsonb,
         'execution', '{"kind": "ratio", "actual": 62.5, "target": 100}'::jsonb,
         'earmarked', '{"kind": "checklist", "proofs": {"tailored-share": 1, "no-forbidden-use": 1}}'::jsonb,
         'disclosure', '{"kind": "per-case", "cases": []}'::jsonb)), pg_temp.id('account:' || county_name || '经信局·经办'), '2026-11-10T09:00:00+08:00', scope
  from pilot;
insert into evaluation_scores (id, evaluation_id, no, item, given_in, facts, reason, given_by, given_at, scope)
select pg_temp.id('self-score:' || p.no || ':' || s.no), pg_temp.id('evaluation:' || p.no), s.no, item, 'self', facts, '材料齐全', pg_temp.id('account:' || name || '·负责人'),
       '2026-11-12T09:00:00+08:00', scope
  from pilot p, (values
    (1, 'agencies', '{"kind": "checklist", "proofs": {"two-a-type": 1, "fair-choice": 1, "price-proof": 1}}'::jsonb),
    (2, 'experience', '{"kind": "judged", "band": "reached", "percent": 85}'),
    (3, 'accounting', '{"kind": "checklist", "proofs": {"separate": 1, "rules": 1}}')) s (no, item, facts);
update evaluations set state = 'scoring', self_text = '按计划推进，机制健全。', self_submitted_at = '2026-11-13T09:00:00+08:00',
       self_submitted_by = (select a.id from accounts a join pilots p on p.park_id = a.unit_id where p.id = pilot_id and a.post = 'park-manager' limit 1);

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
