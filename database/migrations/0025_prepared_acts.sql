-- Acts that one person prepares and another of the same bureau signs: what moves money or binds a bureau, besides opinions.

create table prepared_acts (
  id uuid primary key,
  act text not null check (act in ('judgment', 'recommendation', 'release', 'recording')),
  subject uuid not null,
  tranche_id uuid generated always as (case when act <> 'recording' then subject end) stored,
  filing_id uuid generated always as (case when act = 'recording' then subject end) stored references filings,
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
  foreign key (prepared_by, bureau) references accounts (id, bureau),
  foreign key (seen_by, bureau) references accounts (id, bureau),
  constraint prepared_acts_end_whole check ((ended is null) = (ended_by is null) and (ended is null) = (ended_at is null)),
  constraint prepared_acts_two_persons check (seen_by <> prepared_by),
  constraint prepared_acts_taken_back_by_preparer check (ended <> 'taken-back' or ended_by = prepared_by),
  constraint prepared_acts_back_with_reason check (ended not in ('sent-back', 'taken-back') or end_reason ~ '\S'),
  constraint prepared_acts_ends_after check (ended_at >= prepared_at)
);
comment on table prepared_acts is 'What one person of a bureau has prepared for another to sign, as it was asked for; it does nothing before. How it ended stays with it.';
comment on column prepared_acts.subject is 'The tranche or the filing that it is about.';
comment on column prepared_acts.unit_id is 'Whose bureau it is: the unit of whoever prepared it.';
comment on column prepared_acts.clause is 'By which it is done.';
comment on column prepared_acts.params is 'What the address of the act says: the pilot and the tranche, or the filing.';
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

-- Who prepared what the other one signed.
alter table tranches
  add column recommendation_prepared_by uuid,
  add column release_prepared_by uuid,
  add foreign key (recommendation_prepared_by, recommending_bureau) references accounts (id, bureau),
  add foreign key (release_prepared_by, releasing_bureau) references accounts (id, bureau),
  add constraint tranches_recommended_by_two check (recommendation_prepared_by <> recommended_by),
  add constraint tranches_released_by_two check (release_prepared_by <> released_by),
  add constraint tranches_prepared_act check (
    (recommendation_prepared_by is null or recommended_by is not null) and (release_prepared_by is null or released_by is not null));
comment on column tranches.recommended_by is 'Who recommended it, or, where it takes two persons, who signed the recommendation.';
comment on column tranches.recommendation_prepared_by is 'Where it takes two persons: who prepared the recommendation that the other one signed.';
comment on column tranches.released_by is 'Who released it, or, where it takes two persons, who signed the release.';
comment on column tranches.release_prepared_by is 'Where it takes two persons: who prepared the release that the other one signed.';

alter table tranche_withdrawals add column recommendation_prepared_by uuid references accounts;
comment on column tranche_withdrawals.recommendation_prepared_by is 'Where it took two persons: who prepared the recommendation.';

alter table tranche_judgments
  add column prepared_by uuid,
  add foreign key (prepared_by, bureau) references accounts (id, bureau),
  add constraint tranche_judgments_by_two check (prepared_by <> given_by);
comment on column tranche_judgments.given_by is 'Who gave it, or, where it takes two persons, who signed it.';
comment on column tranche_judgments.prepared_by is 'Where it takes two persons: who prepared what the other one signed.';

alter table filings
  add column record_prepared_by uuid references accounts,
  add constraint filings_recorded_by_two check (record_prepared_by <> recorded_by),
  add constraint filings_record_prepared check (record_prepared_by is null or recorded_by is not null);
comment on column filings.recorded_by is 'Who recorded it at the next level, or, where that takes two persons, who signed it.';
comment on column filings.record_prepared_by is 'Where recording takes two persons: who prepared what the other one signed.';

comment on table seat_signings is 'A county may be stricter than its edition: from when on what one of its bureaus decides takes two persons (opinions, judgments, recommendations, releases), and from when on not. The newest row of a bureau counts.';

-- Whether the county of this account has what the bureau decides signed by a second person.
create function asks_for_two(account uuid, bureau text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select s.required from seat_signings s
      join accounts a on a.unit_id = s.unit_id
     where a.id = asks_for_two.account and s.bureau = asks_for_two.bureau order by s.set_at desc, s.id desc limit 1), false)
$$;
revoke all on function asks_for_two from public;

create or replace function two_persons_speak() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.level = 'county' and new.prepared_by is null and asks_for_two(new.account_id, new.bureau) then
    raise exception 'this county has its opinions signed by a second person'
      using errcode = 'check_violation', constraint = 'filing_opinions_signed';
  end if;
  return new;
end
$$;

-- An act of one person is refused where the county asks for two; whoever is said to have prepared one has prepared it, and the other has signed it.
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

create function two_persons_record() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.record_prepared_by is not null and new.record_prepared_by is distinct from old.record_prepared_by then
    perform require_second_person('recording', new.id,
      (select a.bureau from accounts a where a.id = new.recorded_by), new.recorded_by, new.record_prepared_by);
  end if;
  return new;
end
$$;
create trigger two_persons_record before update on filings for each row execute function two_persons_record();
