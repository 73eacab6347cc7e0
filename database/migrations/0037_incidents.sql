-- Network security incidents: what somebody noticed, how it was graded, who was told what by which channel and when.

create table incidents (
  id uuid primary key,
  noticed_at timestamptz not null,
  what text not null check (length(trim(what)) > 0),
  place text not null check (length(trim(place)) > 0),
  noticed_by uuid not null references accounts,
  entered_at timestamptz not null,
  state text not null check (state in ('noticed', 'assessed', 'ended', 'summed-up', 'dismissed')),
  occurred_at timestamptz,
  kind text check (kind in ('malware', 'ransomware', 'intrusion', 'data-leak', 'tampering', 'outage', 'misuse', 'other')),
  persons bigint not null default 0 check (persons >= 0),
  loss_fen bigint not null default 0 check (loss_fen >= 0),
  minutes_unreachable integer not null default 0 check (minutes_unreachable >= 0),
  minutes_impaired integer not null default 0 check (minutes_impaired >= 0),
  critical boolean not null default false,
  grade text check (grade in ('ordinary', 'larger', 'major', 'severe')),
  proposed_grade text check (proposed_grade in ('ordinary', 'larger', 'major', 'severe')),
  grade_reason text not null default '' check (length(grade_reason) <= 1000),
  assessed_by uuid references accounts,
  assessed_at timestamptz,
  ended_at timestamptz,
  handling text not null default '' check (length(handling) <= 2000),
  dismissal text not null default '' check (length(dismissal) <= 1000),
  scope text collate "C" not null,
  unique (id, scope),
  constraint incidents_noticed_before check (noticed_at <= entered_at),
  constraint incidents_occurred_before check (occurred_at <= noticed_at),
  constraint incidents_assessed_whole check ((grade is null) = (assessed_at is null) and (grade is null) = (assessed_by is null)
    and (grade is null) = (proposed_grade is null) and (grade is null) = (kind is null)),
  constraint incidents_graded check (grade is not null or state in ('noticed', 'dismissed')),
  constraint incidents_lower_with_reason check (array_position(array['ordinary', 'larger', 'major', 'severe'], grade)
    >= array_position(array['ordinary', 'larger', 'major', 'severe'], proposed_grade) or length(trim(grade_reason)) > 0),
  constraint incidents_ended_whole check ((state in ('ended', 'summed-up')) = (ended_at is not null) and (ended_at is null) = (length(trim(handling)) = 0)),
  constraint incidents_ended_after check (ended_at >= noticed_at),
  constraint incidents_dismissed_with_reason check ((state = 'dismissed') = (length(trim(dismissal)) > 0))
);
comment on table incidents is 'Security incidents as they stand; every step of them is in the trail.';
comment on column incidents.noticed_at is 'When it was noticed, as whoever noticed it says: the clock of the reports runs from here.';
comment on column incidents.occurred_at is 'When it happened; null while nobody knows.';
comment on column incidents.persons is 'Whose personal data are concerned.';
comment on column incidents.loss_fen is 'Direct loss.';
comment on column incidents.minutes_unreachable is 'How long nobody reached it.';
comment on column incidents.minutes_impaired is 'How long its main function failed; counts for critical infrastructure alone.';
comment on column incidents.critical is 'Whether critical information infrastructure is concerned.';
comment on column incidents.proposed_grade is 'What the figures proposed when it was assessed last.';
comment on column incidents.handling is 'How it was dealt with, once it has ended.';
comment on column incidents.dismissal is 'Why it is no incident.';
comment on column incidents.scope is 'Of the unit of whoever noticed it.';
create index incidents_scope on incidents (scope, noticed_at desc);
create index incidents_noticed_by on incidents (noticed_by, noticed_at desc);
create index incidents_open on incidents (state) where state in ('noticed', 'assessed', 'ended');
select keep_in_scope('incidents', 'select, insert');
grant update (state, occurred_at, kind, persons, loss_fen, minutes_unreachable, minutes_impaired, critical, grade, proposed_grade,
  grade_reason, assessed_by, assessed_at, ended_at, handling, dismissal) on incidents to yuanqitong_app;
-- Whoever sits below the province notices; it is dealt with above.
create policy dealt_with_above on incidents as restrictive for update to yuanqitong_app using ((select opened_scope()) ~ '^[0-9]+/$');

create policy noticed_first on incidents as restrictive for insert to yuanqitong_app with check (state = 'noticed');

create function incident_goes_on() returns trigger language plpgsql as $$
declare
  noticed constant text[] := '{id,noticed_at,what,place,noticed_by,entered_at,scope}';
begin
  if tg_op = 'UPDATE' and (old.state, new.state) in (('noticed', 'assessed'), ('noticed', 'dismissed'), ('assessed', 'assessed'),
      ('assessed', 'ended'), ('assessed', 'dismissed'), ('ended', 'summed-up'))
    and (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any (noticed))
      = (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where key = any (noticed)) then
    return new;
  end if;
  raise exception 'an incident goes on step by step, and what was noticed stays' using errcode = 'restrict_violation';
end
$$;
create trigger incident_goes_on before update or delete on incidents for each row execute function incident_goes_on();

create table incident_reports (
  id uuid primary key,
  incident_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('first', 'follow-up', 'summary')),
  recipient text not null check (recipient in ('cyberspace', 'protection', 'police')),
  channel text not null check (channel in ('hotline', 'site', 'mini-programme', 'account', 'mail', 'fax', 'office')),
  reported_at timestamptz not null,
  late boolean not null,
  late_reason text not null default '' check (length(late_reason) <= 1000),
  grade text not null check (grade in ('ordinary', 'larger', 'major', 'severe')),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  unique (incident_id, no),
  foreign key (incident_id, scope) references incidents (id, scope),
  constraint incident_reports_made_before check (reported_at <= recorded_at),
  constraint incident_reports_late_with_reason check (not late or length(trim(late_reason)) > 0),
  constraint incident_reports_say_something check (content <> '{}')
);
comment on table incident_reports is 'What was told about an incident, to whom, by which channel and when; stays as it was told.';
comment on column incident_reports.kind is 'first: to this recipient; summary: the last of all.';
comment on column incident_reports.late is 'Whether it came after its time, as the clock stood when it was recorded.';
comment on column incident_reports.grade is 'The grade as it was told.';
comment on column incident_reports.content is 'Texts by field; see policy/oversight/incident-report.ts.';
create index incident_reports_scope on incident_reports (scope, reported_at desc);
create unique index incident_reports_one_first on incident_reports (incident_id, recipient) where kind = 'first';
create unique index incident_reports_one_summary on incident_reports (incident_id) where kind = 'summary';
select keep_forever('incident_reports');
select keep_in_scope('incident_reports', 'select, insert');
-- Also whoever noticed the incident does not read what the authorities were told.
create policy told_from_above on incident_reports as restrictive to yuanqitong_app using ((select opened_scope()) ~ '^[0-9]+/$');

create function reported_while_open() returns trigger language plpgsql as $$
begin
  if not exists (select from incidents i where i.id = new.incident_id and i.noticed_at <= new.reported_at
      and i.state = any (case new.kind when 'summary' then '{ended,summed-up}'::text[] else '{assessed,ended}'::text[] end)) then
    raise exception 'an incident is reported after it was assessed, and summed up after its end' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger reported_while_open before insert on incident_reports for each row execute function reported_while_open();

create table incident_contacts (
  version integer not null check (version > 0),
  position integer not null check (position > 0),
  role text not null check (length(trim(role)) between 1 and 60),
  office text not null check (length(trim(office)) between 1 and 100),
  phone text not null check (phone !~ '^(\+?86)?1[3-9][0-9]{9}$' and length(trim(phone)) between 1 and 40),
  entered_by uuid not null references accounts,
  entered_at timestamptz not null,
  primary key (version, position)
);
comment on table incident_contacts is 'Whom to call in an incident; the newest version counts, nothing is ever changed or taken away. Of nobody''s scope.';
comment on column incident_contacts.phone is 'Of an office, nobody''s mobile.';
select keep_forever('incident_contacts');
grant select, insert on incident_contacts to yuanqitong_app;
