-- What one person of a bureau prepares and another of the same bureau signs: opinions, and acts that move money or bind a bureau.

create table seat_signings (
  id uuid primary key,
  unit_id uuid not null references units,
  bureau text not null check (bureau in ('economy', 'finance')),
  required boolean not null,
  reason text not null default '' check (length(reason) <= 1000),
  set_by uuid not null,
  set_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (set_by, bureau) references accounts (id, bureau),
  constraint seat_signings_off_with_reason check (required or reason ~ '\S')
);
comment on table seat_signings is 'A bureau of a county or of the province may be stricter than the edition: from when on what it decides takes two persons (opinions, judgments, recommendations, releases, recordings, measures), and from when on not. The newest row of a bureau counts.';
comment on column seat_signings.reason is 'Why it takes two persons no longer; empty where it does.';
create index seat_signings_unit on seat_signings (unit_id, bureau, set_at desc);
select keep_forever('seat_signings');
select keep_in_scope('seat_signings', 'select, insert');

-- Whether the unit of this account has what the bureau decides signed by a second person.
create function asks_for_two(account uuid, bureau text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select s.required from seat_signings s
      join accounts a on a.unit_id = s.unit_id
     where a.id = asks_for_two.account and s.bureau = asks_for_two.bureau order by s.set_at desc, s.id desc limit 1), false)
$$;
revoke all on function asks_for_two from public;

create table prepared_opinions (
  id uuid not null unique,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  account_id uuid not null,
  verdict text not null check (verdict in ('approve', 'return')),
  marks jsonb not null default '[]',
  judgment jsonb,
  prepared_at timestamptz not null,
  scope text collate "C" not null,
  primary key (version_id, level, bureau),
  foreign key (version_id, submitted_by) references filing_versions (id, submitted_by),
  foreign key (account_id, bureau) references accounts (id, bureau),
  constraint prepared_opinions_not_by_submitter check (account_id <> submitted_by),
  constraint prepared_opinions_return_has_marks check ((verdict = 'return') = (jsonb_array_length(marks) > 0))
);
comment on table prepared_opinions is 'Opinions that wait for the signature of a second person; they go when they are signed, discarded, or the submission is taken back.';
comment on column prepared_opinions.id is 'What a signature names, so that nobody signs an opinion that was not shown.';
comment on column prepared_opinions.submitted_by is 'Who submitted the version.';
comment on column prepared_opinions.marks is '[{ section, reason }]: what is to be corrected; empty on approval.';
comment on column prepared_opinions.judgment is 'What the judge alters in this kind of filing, e.g. reduced figures; null where nothing.';
select keep_in_scope('prepared_opinions', 'select, insert, delete');
create trigger makers_do_not_review before insert on prepared_opinions for each row execute function makers_do_not_review();

create table sent_back_opinions (
  id uuid primary key,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  prepared_by uuid not null,
  verdict text not null check (verdict in ('approve', 'return')),
  marks jsonb not null,
  judgment jsonb,
  prepared_at timestamptz not null,
  sent_back_by uuid not null,
  sent_back_at timestamptz not null,
  reason text not null check (reason ~ '\S'),
  scope text collate "C" not null,
  foreign key (version_id, submitted_by) references filing_versions (id, submitted_by),
  foreign key (prepared_by, bureau) references accounts (id, bureau),
  foreign key (sent_back_by, bureau) references accounts (id, bureau)
);
comment on table sent_back_opinions is 'Prepared opinions that were not signed, with what they proposed and why: sent back by the second person, or taken back by whoever prepared them.';
comment on column sent_back_opinions.submitted_by is 'Who submitted the version.';
comment on column sent_back_opinions.sent_back_by is 'The second person, or, where it was taken back, whoever prepared it.';
create index sent_back_opinions_version on sent_back_opinions (version_id, level, bureau, sent_back_at desc);
select keep_forever('sent_back_opinions');
select keep_in_scope('sent_back_opinions', 'select, insert');

-- A signature names the prepared opinion that its signer saw.
create function signed_as_prepared() returns trigger language plpgsql as $$
begin
  if new.prepared_by is not null and not exists (
    select from prepared_opinions p
     where p.id = new.prepared_id and p.account_id = new.prepared_by and p.version_id = new.version_id
       and p.level = new.level and p.bureau = new.bureau and p.verdict = new.verdict and p.marks = new.marks) then
    raise exception 'an opinion is signed as it was prepared'
      using errcode = 'check_violation', constraint = 'filing_opinions_as_prepared';
  end if;
  return null;
end
$$;
create trigger signed_as_prepared after insert on filing_opinions for each row execute function signed_as_prepared();

-- An opinion of one person is refused where the bureau asks for two.
create function two_persons_speak() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.prepared_by is null and asks_for_two(new.account_id, new.bureau) then
    raise exception 'this bureau has its opinions signed by a second person'
      using errcode = 'check_violation', constraint = 'filing_opinions_signed';
  end if;
  return new;
end
$$;
create trigger two_persons_speak before insert on filing_opinions for each row execute function two_persons_speak();

create table prepared_acts (
  id uuid primary key,
  act text not null check (act in (
    'judgment', 'recommendation', 'release', 'reversal', 'recording', 'measure', 'measure-confirmation', 'measure-reversal')),
  subject uuid not null,
  tranche_id uuid generated always as (case when act in ('judgment', 'recommendation', 'release', 'reversal') then subject end) stored,
  filing_id uuid generated always as (case when act = 'recording' then subject end) stored references filings,
  pilot_id uuid generated always as (case when act = 'measure' then subject end) stored,
  measure_id uuid generated always as (case when act in ('measure-confirmation', 'measure-reversal') then subject end) stored,
  unit_id uuid not null references units,
  level text not null check (level in ('county', 'province')),
  bureau text not null check (bureau in ('economy', 'finance')),
  clause text not null,
  params jsonb not null,
  body jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  ended text check (ended in ('signed', 'sent-back', 'taken-back', 'lapsed')),
  ended_by uuid references accounts,
  seen_by uuid generated always as (case when ended in ('signed', 'sent-back') then ended_by end) stored,
  ended_at timestamptz,
  end_reason text not null default '' check (length(end_reason) <= 1000),
  scope text collate "C" not null,
  foreign key (tranche_id, scope) references tranches (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (prepared_by, bureau) references accounts (id, bureau),
  foreign key (seen_by, bureau) references accounts (id, bureau),
  constraint prepared_acts_end_whole check ((ended is null) = (ended_by is null) and (ended is null) = (ended_at is null)),
  constraint prepared_acts_two_persons check (seen_by <> prepared_by),
  constraint prepared_acts_taken_back_by_preparer check (ended <> 'taken-back' or ended_by = prepared_by),
  constraint prepared_acts_back_with_reason check (ended not in ('sent-back', 'taken-back') or end_reason ~ '\S'),
  constraint prepared_acts_ends_after check (ended_at >= prepared_at)
);
comment on table prepared_acts is 'What one person of a bureau has prepared for another to sign, as it was asked for; it does nothing before. How it ended stays with it.';
comment on column prepared_acts.subject is 'The tranche, the filing or the measure that it is about; of a measure that is to be decided, the pilot.';
comment on column prepared_acts.unit_id is 'Whose bureau it is: the unit of whoever prepared it.';
comment on column prepared_acts.clause is 'By which it is done.';
comment on column prepared_acts.params is 'What the address of the act says: the pilot and the tranche, the filing, or the measure.';
comment on column prepared_acts.body is 'The act as it was asked for, word for word; signing it asks for the very same.';
comment on column prepared_acts.ended is 'Signed, sent back by the second person, taken back by the first, or lapsed with what it was about; null while it waits.';
comment on column prepared_acts.seen_by is 'Who signed it or sent it back: the second person, of the same bureau.';
create unique index one_prepared_act on prepared_acts (act, subject, level, bureau) where ended is null;
create index prepared_acts_subject on prepared_acts (subject, prepared_at);
select keep_in_scope('prepared_acts', 'select, insert');
grant update (ended, ended_by, ended_at, end_reason) on prepared_acts to yuanqitong_app;

create function prepared_act_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended is not null then
    raise exception 'a prepared act ends once, and stays' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger prepared_act_ends_once before update or delete on prepared_acts for each row execute function prepared_act_ends_once();

-- An act of one person is refused where the bureau asks for two; whoever is said to have prepared one has prepared it, and the other has signed it.
create function require_second_person(act text, subject uuid, bureau text, by uuid, prepared_by uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if prepared_by is null then
    if asks_for_two(by, bureau) then
      raise exception 'this county has what its bureau decides signed by a second person'
        using errcode = 'check_violation', constraint = 'acts_signed';
    end if;
  elsif not exists (
    select from prepared_acts p
     where p.act = require_second_person.act and p.subject = require_second_person.subject
       and p.prepared_by = require_second_person.prepared_by and p.ended = 'signed' and p.ended_by = require_second_person.by) then
    raise exception 'nobody prepared and signed this' using errcode = 'check_violation', constraint = 'acts_prepared_and_signed';
  end if;
end
$$;
revoke all on function require_second_person from public;

create function two_persons_pay() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was tranches := case when tg_op = 'UPDATE' then old end;
begin
  if new.recommended_by is not null
    and (new.recommended_by, new.recommendation_prepared_by) is distinct from (was.recommended_by, was.recommendation_prepared_by) then
    perform require_second_person('recommendation', new.id, 'economy', new.recommended_by, new.recommendation_prepared_by);
  end if;
  if new.released_by is not null
    and (new.released_by, new.release_prepared_by) is distinct from (was.released_by, was.release_prepared_by) then
    perform require_second_person('release', new.id, 'finance', new.released_by, new.release_prepared_by);
  end if;
  return new;
end
$$;
create trigger two_persons_pay before insert or update on tranches for each row execute function two_persons_pay();

create function two_persons_judge() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_second_person('judgment', new.tranche_id, new.bureau, new.given_by, new.prepared_by);
  return new;
end
$$;
create trigger two_persons_judge before insert on tranche_judgments for each row execute function two_persons_judge();

create function two_persons_reverse() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_second_person('reversal', new.tranche_id, 'finance', new.reversed_by, new.prepared_by);
  return new;
end
$$;
create trigger two_persons_reverse before insert on tranche_reversals for each row execute function two_persons_reverse();

create function two_persons_record() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.recorded_by is not null
    and (new.recorded_by, new.record_prepared_by) is distinct from (old.recorded_by, old.record_prepared_by) then
    perform require_second_person('recording', new.id,
      (select a.bureau from accounts a where a.id = new.recorded_by), new.recorded_by, new.record_prepared_by);
  end if;
  return new;
end
$$;
create trigger two_persons_record before update on filings for each row execute function two_persons_record();
