-- What is due by the hour is in time until that instant, on every surface; its due day is the day of it.
alter table filings add column due_at timestamptz;
comment on column filings.due_at is 'The last instant at which it is in time, where it is due by the hour; null: the end of due_on.';
-- Every edition so far counts whole days of 24 hours from what happened.
update filings f
   set due_at = m.occurred_at + (f.due_on - (m.occurred_at at time zone 'Asia/Shanghai')::date) * interval '24 hours'
  from matters m where m.filing_id = f.id;
alter table filings
  add constraint filings_due_at_on_its_day check ((due_at at time zone 'Asia/Shanghai')::date = due_on);
