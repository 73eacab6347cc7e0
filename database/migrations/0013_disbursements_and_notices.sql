-- What surrounds the payment of a tranche: its public notice, and the number of the provincial platform.

create table notices (
  id uuid primary key,
  tranche_id uuid not null,
  tranche_no integer not null check (tranche_no > 0),
  batch_name text not null,
  county_name text not null,
  park_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  clause text not null,
  body text not null check (length(trim(body)) between 1 and 4000),
  contact text not null check (length(trim(contact)) between 1 and 200),
  published_by uuid not null,
  publishing_bureau text generated always as ('economy') stored,
  published_at timestamptz not null,
  published_on date not null,
  until_on date,
  provisional boolean not null,
  ended text check (ended in ('withdrawn', 'lapsed')),
  ended_by uuid references accounts,
  ended_at timestamptz,
  end_reason text not null default '',
  scope text collate "C" not null,
  unique (id, scope),
  foreign key (tranche_id, scope) references tranches (id, scope),
  foreign key (published_by, publishing_bureau) references accounts (id, bureau),
  constraint notices_until_after_published check (until_on > published_on),
  constraint notices_end_whole check ((ended is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  constraint notices_withdrawn_with_reason check ((ended is not distinct from 'withdrawn') = (length(trim(end_reason)) > 0))
);
comment on table notices is 'Public notice of a tranche before it is paid. What the public reads is copied here word by word.';
comment on column notices.clause is 'The clause that requires it.';
comment on column notices.contact is 'Where to object.';
comment on column notices.publishing_bureau is 'Constant; the foreign key lets only an account of this bureau publish.';
comment on column notices.until_on is 'The last day; null where the edition sets no countdown and it stands until the payment.';
comment on column notices.provisional is 'Whether the rest days of its last day''s year are not announced yet.';
comment on column notices.ended is 'How it ended before its time; null while it stands, and when it ran its course.';
create index notices_scope on notices (scope);
create unique index one_notice_stands on notices (tranche_id) where ended is null;
create index notices_published on notices (published_at);
select keep_in_scope('notices', 'select, insert');
-- What was published stays as it was; a notice can only stand longer, or come to its end.
grant update (ended, ended_by, ended_at, end_reason, until_on, provisional) on notices to yuanqitong_app;
create function notice_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended is not null then
    raise exception 'a notice ends once' using errcode = 'restrict_violation';
  end if;
  if new.until_on is distinct from old.until_on and (old.until_on is null or new.until_on is null or new.until_on < old.until_on) then
    raise exception 'a display is never cut short' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger notice_ends_once before update on notices for each row execute function notice_ends_once();

create table notice_objections (
  id uuid primary key,
  notice_id uuid not null,
  no integer not null check (no > 0),
  name text not null default '' check (length(name) <= 60),
  contact text not null default '' check (length(contact) <= 120),
  content text not null check (length(trim(content)) between 1 and 2000),
  received_at timestamptz not null,
  scope text collate "C" not null,
  unique (notice_id, no),
  unique (id, scope),
  foreign key (notice_id, scope) references notices (id, scope)
);
comment on table notice_objections is 'Objections to a payment, signed or anonymous.';
comment on column notice_objections.name is 'Empty for an anonymous objection.';
comment on column notice_objections.contact is 'For the county''s bureaus alone; it is never published.';
select keep_forever('notice_objections');
select keep_in_scope('notice_objections', 'select');

-- What one sender, or a crowd, says beyond its share is handled together with an objection that waits for its answer.
create table notice_objection_additions (
  objection_id uuid not null,
  no integer not null check (no > 0),
  name text not null default '' check (length(name) <= 60),
  contact text not null default '' check (length(contact) <= 120),
  content text not null check (length(trim(content)) between 1 and 2000),
  received_at timestamptz not null,
  scope text collate "C" not null,
  primary key (objection_id, no),
  foreign key (objection_id, scope) references notice_objections (id, scope)
);
comment on table notice_objection_additions is 'Further objections that are answered together with an earlier one; nobody is shut out.';
select keep_forever('notice_objection_additions');
select keep_in_scope('notice_objection_additions', 'select');

-- How often a network has objected to a notice, and to which objection it last came. Nobody reads it; an objection says nothing of it.
create table objection_senders (
  notice_id uuid not null references notices,
  sender text not null,
  n integer not null check (n > 0),
  last_objection uuid not null references notice_objections,
  seen_at timestamptz not null,
  primary key (notice_id, sender)
);
comment on table objection_senders is 'Objections counted by sender and notice, for ninety days; functions answer about it.';
comment on column objection_senders.sender is 'SHA-256 of notice and network, so that senders of two notices are not compared.';

create function objections_of_sender(notice uuid, from_sender text) returns table (n integer, last_objection uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.n, s.last_objection from objection_senders s where s.notice_id = notice and s.sender = from_sender
$$;
create function count_objection(notice uuid, from_sender text, objection uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into objection_senders as s (notice_id, sender, n, last_objection, seen_at)
  select notice, from_sender, 1, o.id, at from notice_objections o where o.id = objection and o.notice_id = notice
  on conflict (notice_id, sender) do update set n = s.n + 1, last_objection = excluded.last_objection, seen_at = excluded.seen_at
$$;
revoke all on function objections_of_sender, count_objection from public;
grant execute on function objections_of_sender, count_objection to yuanqitong_app;

create table notice_answers (
  objection_id uuid primary key,
  content text not null check (length(trim(content)) between 1 and 2000),
  withheld boolean not null,
  answered_by uuid not null,
  bureau text not null check (bureau in ('economy', 'finance')),
  answered_at timestamptz not null,
  scope text collate "C" not null,
  unique (objection_id, bureau, scope),
  foreign key (objection_id, scope) references notice_objections (id, scope),
  foreign key (answered_by, bureau) references accounts (id, bureau)
);
comment on table notice_answers is 'The one answer to each objection as it was first given, published beside it; its last correction is in force.';
comment on column notice_answers.withheld is 'Whether the objection''s own words are kept from the public.';
select keep_forever('notice_answers');
select keep_in_scope('notice_answers', 'select, insert');

create table notice_answer_corrections (
  objection_id uuid not null,
  no integer not null check (no > 0),
  content text not null check (length(trim(content)) between 1 and 2000),
  withheld boolean not null,
  hides_former boolean not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  corrected_by uuid not null,
  bureau text not null check (bureau in ('economy', 'finance')),
  corrected_at timestamptz not null,
  scope text collate "C" not null,
  primary key (objection_id, no),
  foreign key (objection_id, bureau, scope) references notice_answers (objection_id, bureau, scope),
  foreign key (corrected_by, bureau) references accounts (id, bureau)
);
comment on table notice_answer_corrections is 'Answers put right with a reason, by the bureau that gave them (G4.2); the last one of an answer is in force.';
comment on column notice_answer_corrections.no is 'First, second correction of that answer.';
comment on column notice_answer_corrections.withheld is 'Whether the objection''s own words are kept from the public from now on.';
comment on column notice_answer_corrections.hides_former is 'Whether the wordings before it name a person and are kept from the public.';
select keep_forever('notice_answer_corrections');
select keep_in_scope('notice_answer_corrections', 'select, insert');

-- For readers without an account: what was published, nothing of who published it or who objected.
create function published_notices(before timestamptz, most integer) returns table (
  id uuid, batch_name text, county_name text, park_name text, tranche_no integer, amount_fen bigint, published_at timestamptz,
  published_on date, until_on date, provisional boolean, ended text, paid boolean, open_objections integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, n.batch_name, n.county_name, n.park_name, n.tranche_no, n.amount_fen, n.published_at,
         n.published_on, n.until_on, n.provisional, n.ended, t.state in ('released', 'received'),
         (select count(*)::integer from notice_objections o
           where o.notice_id = n.id and not exists (select from notice_answers a where a.objection_id = o.id))
    from notices n join tranches t on t.id = n.tranche_id
   where published_notices.before is null or n.published_at < published_notices.before
   order by n.published_at desc, n.id desc
   limit least(greatest(most, 1), 101)
$$;
revoke all on function published_notices from public;
grant execute on function published_notices to yuanqitong_app;

-- Whoever reads a published notice sees what stands around it, and nothing else of its park; answers its scope. In a transaction that
-- may write, tranche and notice are held until its end: an objection, the end of the notice and the payment wait for each other.
create function enter_notice(notice uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found notices;
begin
  select n.* into found from notices n where n.id = notice;
  if found.id is null then return null; end if;
  if current_setting('transaction_read_only') = 'off' then
    perform from tranches t where t.id = found.tranche_id for update;
    perform from notices n where n.id = notice for update;
  end if;
  perform set_config('app.notice', notice::text, true);
  return found.scope;
end
$$;
revoke all on function enter_notice from public;
grant execute on function enter_notice to yuanqitong_app;

create function opened_notice() returns text
  language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select n.scope from notices n where n.id = nullif(current_setting('app.notice', true), '')::uuid
$$;
revoke all on function opened_notice from public;
grant execute on function opened_notice to yuanqitong_app;
create policy public_notice on notices for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on tranches for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on pilots for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on notice_objections for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on notice_objection_additions for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on notice_answers for select to yuanqitong_app using (scope = (select opened_notice()));
create policy public_notice on notice_answer_corrections for select to yuanqitong_app using (scope = (select opened_notice()));

-- Files an objection. What it changes is written in the same transaction, which for that enters the scope of the notice.
create function file_objection(id uuid, notice uuid, no integer, name text, contact text, content text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_scope text := (select n.scope from notices n where n.id = notice);
begin
  insert into notice_objections values (id, notice, no, name, contact, content, at, found_scope);
  perform enter_scope('objection ' || id, found_scope);
end
$$;
-- The same for what is answered together with an earlier objection.
create function add_to_objection(objection uuid, no integer, name text, contact text, content text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_scope text := (select o.scope from notice_objections o where o.id = objection);
begin
  insert into notice_objection_additions values (objection, no, name, contact, content, at, found_scope);
  perform enter_scope('objection ' || objection, found_scope);
end
$$;
revoke all on function file_objection, add_to_objection from public;
grant execute on function file_objection, add_to_objection to yuanqitong_app;

create table disbursement_filings (
  id uuid primary key,
  tranche_id uuid not null,
  payment uuid not null,
  paid_on date not null,
  voucher_no text not null,
  number text not null check (length(number) between 1 and 60),
  name text not null check (length(trim(name)) between 1 and 200),
  filed_on date not null,
  reason text not null default '' check (length(reason) <= 1000),
  recorded_by uuid not null,
  recording_bureau text generated always as ('economy') stored,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  province text generated always as (split_part(scope, '/', 1)) stored,
  repeats boolean not null,
  foreign key (tranche_id, scope) references tranches (id, scope),
  foreign key (payment, scope) references ledger_entries (id, scope),
  foreign key (payment, paid_on) references ledger_entries (id, booked_on),
  foreign key (recorded_by, recording_bureau) references accounts (id, bureau),
  constraint disbursement_filings_after_payment check (filed_on >= paid_on)
);
comment on table disbursement_filings is 'Numbers that the provincial platform gave for disbursements (G4.3); the last one of a payment stands.';
comment on column disbursement_filings.payment is 'The release it is about: once that is reversed, the tranche is paid, and filed, anew.';
comment on column disbursement_filings.paid_on is 'The day of that release.';
comment on column disbursement_filings.voucher_no is 'Number of its voucher, which a later payment may bear again.';
comment on column disbursement_filings.number is 'As the platform gave it; unique in the province.';
comment on column disbursement_filings.name is 'Name of the record on the platform.';
comment on column disbursement_filings.reason is 'Why it corrects an earlier one; empty for the first.';
comment on column disbursement_filings.recording_bureau is 'Constant; the foreign key lets only an account of this bureau record.';
comment on column disbursement_filings.province is 'First step of the scope: the province''s code.';
comment on column disbursement_filings.repeats is 'Whether it is a correction that leaves the number as it is.';
create unique index disbursement_filings_number on disbursement_filings (province, number) where not repeats;
create index disbursement_filings_payment on disbursement_filings (payment);
create index disbursement_filings_tranche on disbursement_filings (tranche_id, recorded_at);
select keep_forever('disbursement_filings');
select keep_in_scope('disbursement_filings', 'select, insert');

-- Whether a number was given out anywhere in the province, also in a county that the reader does not see.
create function filing_number_taken(scope text, wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from disbursement_filings d where d.province = split_part(filing_number_taken.scope, '/', 1) and d.number = wanted)
$$;
revoke all on function filing_number_taken from public;
grant execute on function filing_number_taken to yuanqitong_app;
