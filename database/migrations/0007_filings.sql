-- Every obligation is met by a filing: written in sections, submitted as a version, judged by opinions.
create table filings (
  id uuid primary key,
  batch_id uuid not null references batches,
  unit_id uuid not null references units,
  pilot_id uuid references pilots,
  kind text not null check (kind in (
    'plan', 'target-table', 'liaison-list', 'disbursement-plan', 'half-year-summary', 'major-matter',
    'mid-term-evaluation', 'final-evaluation')),
  period text not null default '' check (period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]|-\d{3}))?$'),
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'recorded')),
  due_on date not null,
  due_at timestamptz,
  opened_at timestamptz not null,
  version_no integer not null default 0,
  filed_at timestamptz,
  recorded_by uuid references accounts,
  record_prepared_by uuid references accounts,
  recorded_at timestamptz,
  record_no text check (length(record_no) between 1 and 40),
  scope text collate "C" not null,
  unique (pilot_id, kind, period),
  constraint filings_due_at_on_its_day check ((due_at at time zone 'Asia/Shanghai')::date = due_on),
  constraint filings_recorded check ((state = 'recorded') = (recorded_at is not null) and (recorded_at is null) = (recorded_by is null)),
  constraint filings_recorded_by_two check (record_prepared_by <> recorded_by),
  constraint filings_record_prepared check (record_prepared_by is null or recorded_by is not null)
);
comment on table filings is 'One filing of one unit: of a park for its pilot, of a county for all its pilots of a batch, or of the province.';
comment on column filings.unit_id is 'The unit that files: the park, the county or the province.';
comment on column filings.pilot_id is 'The pilot it is about; null where a county or the province files.';
comment on column filings.period is 'Empty for what is filed once; 2026M05, 2026Q2 or 2026H1 for what returns; 2026-001 for what just happens.';
comment on column filings.due_at is 'The last instant at which it is in time, where it is due by the hour; null: the end of due_on.';
comment on column filings.version_no is 'The newest submitted version; 0 before the first.';
comment on column filings.filed_at is 'Moment of the first submission that was not taken back, kept by triggers; null while there is none.';
comment on column filings.recorded_by is 'Who recorded it at the next level, or, where that takes two persons, who signed it.';
comment on column filings.record_prepared_by is 'Where recording takes two persons: who prepared what the other one signed.';
comment on column filings.record_no is 'The number it was recorded under.';
create index filings_scope on filings (scope, kind, state);
create unique index filings_once on filings (batch_id, unit_id, kind, period);
create index filings_batch on filings (batch_id, kind);
select keep_in_scope('filings', 'select, insert, update, delete');

-- Only a matter that was opened and never filed goes again, with all that was written for it (G5.5).
create function only_unfiled_matters_go() returns trigger language plpgsql as $$
begin
  if old.kind <> 'major-matter' or old.version_no > 0 then
    raise exception 'a filing that is owed, or was filed, stays' using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger only_unfiled_matters_go before delete on filings for each row execute function only_unfiled_matters_go();

create table filing_sections (
  filing_id uuid not null references filings on delete cascade,
  section text not null,
  content jsonb not null,
  typed jsonb not null default '{}' check (jsonb_typeof(typed) = 'object'),
  revision integer not null default 0,
  open boolean not null default true,
  edited_by uuid references accounts,
  edited_at timestamptz,
  scope text collate "C" not null,
  primary key (filing_id, section)
);
comment on table filing_sections is 'What is being written. Each section has its own revision, so that two people can work side by side.';
comment on column filing_sections.section is 'Name of the section; an open set, each kind of filing has its own.';
comment on column filing_sections.typed is 'What was typed and is no value of its field: { field: { text, problem, from, to } }, a row by its id.';
comment on column filing_sections.revision is 'Counts the saves; a save names the one it was made from.';
comment on column filing_sections.open is 'Whether it may be written.';
select keep_in_scope('filing_sections', 'select, insert, update');

create table filing_makers (
  filing_id uuid not null references filings on delete cascade,
  account_id uuid not null references accounts,
  scope text collate "C" not null,
  primary key (filing_id, account_id)
);
comment on table filing_makers is 'Everybody who wrote or submitted any part of a filing; none of them may review it.';
create function makers_go_with_their_filing() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from filings where id = old.filing_id) then
    raise exception 'append-only: % on filing_makers refused', tg_op using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger append_only before update or delete on filing_makers for each row execute function makers_go_with_their_filing();
create trigger append_only_all before truncate on filing_makers for each statement execute function refuse_change();
select keep_in_scope('filing_makers', 'select, insert');

create table filing_versions (
  id uuid primary key,
  filing_id uuid not null references filings,
  no integer not null check (no > 0),
  content jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  submitted_by uuid not null references accounts,
  submitted_at timestamptz not null,
  unchanged_because text check (length(trim(unchanged_because)) between 1 and 1000),
  scope text collate "C" not null,
  unique (filing_id, no),
  -- An opinion names the version with its submitter, so that the two are never the same person.
  unique (id, submitted_by)
);
comment on table filing_versions is 'What was submitted, word for word, for ever.';
comment on column filing_versions.content is 'Every section by its name.';
comment on column filing_versions.hash is 'SHA-256 of the content in canonical JSON.';
comment on column filing_versions.unchanged_because is 'Why it is word for word the version that was returned; null where it is not.';
select keep_forever('filing_versions');
select keep_in_scope('filing_versions', 'select, insert');

-- A text that is no value of its field is kept while one writes, and never left out of what is submitted in silence.
create function versions_are_readable() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from filing_sections where filing_id = new.filing_id and open and typed <> '{}') then
    raise exception 'a filing with unreadable texts is not submitted' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger versions_are_readable before insert on filing_versions for each row execute function versions_are_readable();

-- One opinion of each seat and of each person; nobody reviews what they submitted, nobody speaks for another bureau (G3.1).
create table filing_opinions (
  id uuid primary key,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  account_id uuid not null,
  verdict text not null check (verdict in ('approve', 'return')),
  marks jsonb not null default '[]',
  given_at timestamptz not null,
  prepared_by uuid,
  prepared_id uuid,
  scope text collate "C" not null,
  foreign key (version_id, submitted_by) references filing_versions (id, submitted_by),
  foreign key (account_id, bureau) references accounts (id, bureau),
  foreign key (prepared_by, bureau) references accounts (id, bureau),
  constraint filing_opinions_two_persons check (prepared_by <> account_id and prepared_by <> submitted_by),
  constraint filing_opinions_version_id_seat_key unique (version_id, level, bureau),
  unique (version_id, account_id),
  constraint filing_opinions_not_by_submitter check (account_id <> submitted_by),
  constraint filing_opinions_return_has_marks check ((verdict = 'return') = (jsonb_array_length(marks) > 0))
);
comment on table filing_opinions is 'What a seat, a bureau at a level, says of a submitted version.';
comment on column filing_opinions.submitted_by is 'Who submitted the version.';
comment on column filing_opinions.account_id is 'Who gave it, or, where the seat asks for two persons, who signed it.';
comment on column filing_opinions.prepared_by is 'Where the seat asks for two persons: who prepared what the other one signed.';
comment on column filing_opinions.prepared_id is 'Where it takes two persons: the prepared opinion that was signed.';
comment on column filing_opinions.marks is '[{ section, reason }]: what is to be corrected; empty on approval.';
select keep_forever('filing_opinions');
select keep_in_scope('filing_opinions', 'select, insert');

-- Whoever made a filing does not check it, even if an earlier rule failed to notice (G3.1).
create function makers_do_not_review() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from filing_makers m join filing_versions v on v.filing_id = m.filing_id
     where v.id = new.version_id and m.account_id = new.account_id) then
    raise exception 'who made a filing does not review it'
      using errcode = 'check_violation', constraint = 'filing_opinions_not_by_maker';
  end if;
  return new;
end
$$;
create trigger makers_do_not_review before insert on filing_opinions for each row execute function makers_do_not_review();

-- A submission stands while it is under review or approved, and for ever once somebody has spoken on it; one that nobody has
-- spoken on and that is no longer under review was taken back.
create function first_standing_submission(filing uuid, newest integer, state text) returns timestamptz
  language sql stable
  return (select min(v.submitted_at) from filing_versions v
           where v.filing_id = filing
             and ((v.no = newest and state in ('submitted', 'approved', 'recorded'))
                  or exists (select from filing_opinions o where o.version_id = v.id)));

create function filed_at_is_kept() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.filed_at := first_standing_submission(new.id, new.version_no, new.state);
  return new;
end
$$;
create trigger filed_at_is_kept before insert or update on filings for each row execute function filed_at_is_kept();

create function filed_at_follows() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  filing uuid;
begin
  if tg_table_name = 'filing_versions' then
    filing := new.filing_id;
  else
    select v.filing_id into filing from filing_versions v where v.id = new.version_id;
  end if;
  update filings f set filed_at = filed_at
   where f.id = filing and f.filed_at is distinct from first_standing_submission(f.id, f.version_no, f.state);
  return null;
end
$$;
create trigger filed_at_follows after insert on filing_versions for each row execute function filed_at_follows();
create trigger filed_at_follows after insert on filing_opinions for each row execute function filed_at_follows();

create table filing_reopenings (
  id uuid primary key,
  filing_id uuid not null references filings,
  sections text[] not null check (cardinality(sections) > 0),
  reason text not null check (length(trim(reason)) > 0),
  opened_by uuid not null references accounts,
  opened_at timestamptz not null,
  scope text collate "C" not null
);
comment on table filing_reopenings is 'Every time a finished filing was opened again: who, when, why, and which sections.';
create index filing_reopenings_filing on filing_reopenings (filing_id);
select keep_forever('filing_reopenings');
select keep_in_scope('filing_reopenings', 'select, insert');

create table filing_withdrawals (
  id uuid primary key,
  filing_id uuid not null references filings,
  version_id uuid not null references filing_versions,
  reason text not null check (length(trim(reason)) > 0),
  withdrawn_by uuid not null references accounts,
  withdrawn_at timestamptz not null,
  scope text collate "C" not null
);
comment on table filing_withdrawals is 'Every time a submission was taken back before anybody spoke on it: which version, who, when, why.';
create index filing_withdrawals_filing on filing_withdrawals (filing_id);
select keep_forever('filing_withdrawals');
select keep_in_scope('filing_withdrawals', 'select, insert');

create table filing_exceptions (
  id uuid primary key,
  batch_id uuid not null references batches,
  unit_id uuid not null references units,
  kind text not null check (kind in (
    'plan', 'target-table', 'liaison-list', 'disbursement-plan', 'half-year-summary', 'major-matter',
    'mid-term-evaluation', 'final-evaluation')),
  period text not null check (period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]))?$'),
  reason text not null check (length(trim(reason)) between 1 and 500),
  granted_on date not null,
  until date not null,
  granted_by uuid not null references accounts,
  granted_at timestamptz not null,
  scope text collate "C" not null,
  constraint filing_exceptions_until_after_granted check (until >= granted_on)
);
comment on table filing_exceptions is 'A locked period, opened again for one unit by a named person, until a day, for a reason.';
comment on column filing_exceptions.unit_id is 'The unit that files: park, county or province.';
comment on column filing_exceptions.period is 'As in filings.';
comment on column filing_exceptions.until is 'The last day on which it may be filed.';
create index filing_exceptions_filing on filing_exceptions (batch_id, unit_id, kind, period);
create index filing_exceptions_scope on filing_exceptions (scope, granted_at);
select keep_forever('filing_exceptions');
select keep_in_scope('filing_exceptions', 'select, insert');

-- One open exception at a time for one filing; two people granting at once wait for each other.
create function one_open_exception() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', new.batch_id, new.unit_id, new.kind, new.period), 14));
  if exists (
    select from filing_exceptions e
     where e.id <> new.id and e.batch_id = new.batch_id and e.unit_id = new.unit_id and e.kind = new.kind and e.period = new.period
       and e.until >= new.granted_on) then
    raise exception 'an exception is open already'
      using errcode = 'unique_violation', constraint = 'filing_exceptions_one_open';
  end if;
  return null;
end
$$;
create trigger one_open_exception after insert on filing_exceptions for each row execute function one_open_exception();
