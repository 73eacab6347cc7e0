-- The departments of the province have leaders, who sign what their officers prepare, and may be stricter than the edition as a county may.

-- A generated column cannot be told another expression before PostgreSQL 17: it is filled by a trigger, and checked.
create function bureau_of_post(post text) returns text language sql immutable as $$
  select case
    when post in ('economy-officer', 'economy-leader', 'province-economy', 'province-economy-leader') then 'economy'
    when post in ('finance-officer', 'finance-leader', 'province-finance', 'province-finance-leader') then 'finance'
  end
$$;
alter table accounts alter column bureau drop expression;
alter table accounts add constraint accounts_bureau_of_post check (bureau is not distinct from bureau_of_post(post));
create function bureau_follows_post() returns trigger language plpgsql as $$
begin
  new.bureau := bureau_of_post(new.post);
  return new;
end
$$;
create trigger bureau_follows_post before insert or update on accounts for each row execute function bureau_follows_post();

alter table accounts drop constraint accounts_post_check;
alter table accounts add constraint accounts_post_check check (post in (
  'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
  'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
  'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'system-admin'));
alter table consultation_decisions drop constraint consultation_decisions_post_check;
alter table consultation_decisions add constraint consultation_decisions_post_check check (post in (
  'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
  'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
  'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'system-admin'));

comment on table seat_signings is 'A bureau of a county or of the province may be stricter than the edition: from when on what it decides takes two persons (opinions, judgments, recommendations, releases, recordings), and from when on not. The newest row of a bureau counts.';

create or replace function two_persons_speak() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.prepared_by is null and asks_for_two(new.account_id, new.bureau) then
    raise exception 'this bureau has its opinions signed by a second person'
      using errcode = 'check_violation', constraint = 'filing_opinions_signed';
  end if;
  return new;
end
$$;

create or replace function two_persons_record() returns trigger
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
