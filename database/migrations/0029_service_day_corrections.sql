-- The day of a need or of a choice that was keyed in wrongly is corrected, until a contract rests on it; the former day is kept.
create table service_day_corrections (
  id uuid primary key,
  service_id uuid not null references services,
  step text not null check (step in ('need', 'selection')),
  former_on date not null,
  corrected_on date not null,
  reason text not null check (length(trim(reason)) > 0),
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint service_day_corrections_change_something check (former_on <> corrected_on),
  constraint service_day_corrections_happened_before check (happened_before(corrected_on, recorded_at))
);
comment on table service_day_corrections is 'Days of a need or a choice that were keyed in wrongly, with what stood before and why (G3.4).';
create index service_day_corrections_service on service_day_corrections (service_id, recorded_at);
select keep_forever('service_day_corrections');
select keep_in_scope('service_day_corrections', 'select, insert');

-- Such a day changes with its correction alone, and not once there is a contract.
create function day_is_corrected() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before date := (to_jsonb(old) ->> tg_argv[1])::date;
  after date := (to_jsonb(new) ->> tg_argv[1])::date;
  service uuid := (to_jsonb(new) ->> tg_argv[2])::uuid;
begin
  if before = after then return new; end if;
  if exists (select from contracts where service_id = service) or not exists (
       select from service_day_corrections c
        where c.service_id = service and c.step = tg_argv[0] and c.former_on = before and c.corrected_on = after
          and c.recorded_at = (select max(recorded_at) from service_day_corrections where service_id = service and step = tg_argv[0])) then
    raise exception 'a day is corrected with its reason, before the contract' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger day_is_corrected before update of opened_on on services
  for each row execute function day_is_corrected('need', 'opened_on', 'id');
create trigger day_is_corrected before update of selected_on on service_selections
  for each row execute function day_is_corrected('selection', 'selected_on', 'service_id');
