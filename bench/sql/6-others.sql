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
