-- A seat on an evaluation can be taken back with a reason: nobody scores from it any more (G5.3).
alter table evaluation_seats
  add taken_back_reason text not null default '',
  add taken_back_by uuid references accounts,
  add taken_back_at timestamptz,
  add constraint evaluation_seats_taken_back check (
    (taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (trim(taken_back_reason) = '')),
  add constraint evaluation_seats_taken_back_by_another check (taken_back_by <> account_id);
comment on column evaluation_seats.taken_back_at is 'From when on its scores count in no mean; null while the seat stands.';
grant update (taken_back_reason, taken_back_by, taken_back_at) on evaluation_seats to yuanqitong_app;

-- As before, and what was taken back is written no more.
create or replace function declare_once() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null then
    raise exception 'a seat that was taken back stays so' using errcode = 'restrict_violation';
  end if;
  if old.declared is not null
     and (new.declared, new.declared_reason, new.declared_at) is distinct from (old.declared, old.declared_reason, old.declared_at) then
    raise exception 'an expert declares once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

-- As before, and from no seat that was taken back.
create or replace function scores_in_their_turn() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_in text := (select state from evaluations where id = new.evaluation_id);
begin
  if new.given_in = 'self' and now_in <> 'self'
     or new.given_in = 'expert' and now_in <> 'scoring'
     or new.given_in = 'final' and now_in <> 'scoring' and not (now_in = 'told' and exists (
       select from evaluation_objections o where o.evaluation_id = new.evaluation_id and o.item = new.item and o.verdict is null)) then
    raise exception 'no score is given out of turn' using errcode = 'restrict_violation', constraint = 'evaluation_scores_in_turn';
  end if;
  if new.given_in = 'expert' and not exists (
    select from evaluation_seats s
     where s.evaluation_id = new.evaluation_id and s.account_id = new.given_by and s.declared = 'free' and s.taken_back_at is null
       and (new.given_at at time zone 'Asia/Shanghai')::date between s.open_from and s.open_to) then
    raise exception 'an expert scores from a seat of their own' using errcode = 'insufficient_privilege', constraint = 'evaluation_scores_from_a_seat';
  end if;
  return null;
end
$$;
