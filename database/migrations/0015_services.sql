-- One-to-one services for pilot enterprises: need, choice, contract, visits, delivery, confirmation.

create table services (
  id uuid primary key,
  no text collate "C" not null unique,
  pilot_id uuid not null references pilots,
  enterprise_id uuid not null references pilot_enterprises,
  diagnosis_id uuid not null references diagnoses,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  state text not null check (state in (
    'needed', 'selected', 'contracted', 'under-way', 'delivered', 'confirmed', 'disputed', 'invoiced', 'paid', 'closed', 'cancelled')),
  need text not null,
  opened_on date not null,
  opened_by uuid not null references accounts,
  recorded_at timestamptz not null,
  cancel_reason text not null default '',
  counted_on date,
  price_fen bigint,
  agency_id uuid references partner_agencies,
  updated_at timestamptz not null,
  scope text collate "C" not null,
  county_path text collate "C" not null generated always as (left(scope, 15)) stored,
  constraint services_happened_before check (happened_before(opened_on, recorded_at))
);
comment on table services is 'One tailored service for one pilot enterprise, from need to closed.';
comment on column services.no is 'Number that people use (FW2026-000001); found by its beginning.';
comment on column services.opened_on is 'The day the enterprise named its need; keyed in at recorded_at.';
comment on column services.counted_on is 'The day it became complete and countable; null while anything is missing (G3.2, G3.4).';
comment on column services.price_fen is 'The price of its contract, kept by the database so that services stand in its order; null before there is one.';
comment on column services.agency_id is 'Whose product was chosen, kept by the database so that a list reads no records of choice; null before there is one.';
comment on column services.scope is 'The enterprise''s own unit.';
comment on column services.county_path is 'Beginning of the scope, down to the county (''33/3304/330421/''), so that what a county lists stands together in an index.';
create index services_updated on services (updated_at desc, id);
create index services_opened on services (opened_on desc, id);
create index services_state_updated on services (state, updated_at desc, id);
create index services_county_updated on services (county_path, updated_at desc, id);
create index services_county_opened on services (county_path, opened_on desc, id);
create index services_county_no on services (county_path, no);
create index services_county_state on services (county_path, state, updated_at desc, id);
-- With the scope in it, so that row security is answered from the index alone.
create index services_pilot_updated on services (pilot_id, updated_at desc, id) include (scope);
create index services_pilot_state on services (pilot_id, state, updated_at desc, id);
create index services_counted on services (pilot_id, counted_on) where counted_on is not null;
-- With all that a list is filtered by, so that what enterprises of a name have is counted in the index alone.
create index services_enterprise on services (enterprise_id, updated_at desc, id) include (scope, state, service_kind, counted_on, pilot_id);
-- Services without a price stand last both ways, so that each way has an index of its own.
create index services_price_rising on services (price_fen, updated_at desc, id);
create index services_price_falling on services (price_fen desc nulls last, updated_at desc, id);
create index services_kind_updated on services (service_kind, updated_at desc, id);
create index services_counted_on on services (counted_on desc, updated_at desc, id) where counted_on is not null;
select keep_in_scope('services', 'select, insert, update');
create sequence service_numbers;
grant usage on sequence service_numbers to yuanqitong_app;

create table service_selections (
  service_id uuid primary key references services,
  candidates uuid[] not null check (cardinality(candidates) > 0),
  product_id uuid not null references products,
  reason text not null,
  few_reason text not null default '',
  selected_on date not null,
  selected_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint service_selections_happened_before check (happened_before(selected_on, recorded_at)),
  constraint service_selections_one_of_candidates check (product_id = any (candidates))
);
comment on table service_selections is 'The record of choice: candidates, the one chosen, and why (G3.3).';
comment on column service_selections.selected_on is 'The day of the choice; keyed in at recorded_at.';
comment on column service_selections.candidates is 'The products that were compared.';
comment on column service_selections.few_reason is 'Why fewer unrelated agencies were compared than the edition asks for; empty where they were enough.';
select keep_in_scope('service_selections', 'select, insert, update');

create function name_agency() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update services set agency_id = (select agency_id from products where id = new.product_id) where id = new.service_id;
  return null;
end
$$;
create trigger name_agency after insert or update of product_id on service_selections for each row execute function name_agency();

create table contracts (
  service_id uuid primary key references services,
  pilot_id uuid not null references pilots,
  contract_no text not null check (length(contract_no) between 1 and 60 and holds_letter_or_digit(contract_no)),
  agency_id uuid not null references partner_agencies,
  product_id uuid not null references products,
  line_id uuid references fund_lines,
  signed_on date not null,
  price_fen bigint not null check (price_fen >= 0),
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  enterprise_fen bigint not null check (enterprise_fen >= 0),
  file_id uuid not null references files,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  unique (pilot_id, contract_no),
  constraint contracts_happened_before check (happened_before(signed_on, recorded_at)),
  constraint contracts_provincial_share_has_line check (provincial_fen = 0 or line_id is not null),
  constraint contracts_shares_add_up check (provincial_fen + park_fen + enterprise_fen = price_fen)
);
comment on table contracts is 'The contract of a service, with who pays which share.';
comment on column contracts.line_id is 'The fund line that the provincial share is taken from; null where there is no such share.';
create index contracts_line on contracts (line_id);
select keep_in_scope('contracts', 'select, insert');

create function price_service() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update services set price_fen = new.price_fen where id = new.service_id;
  return null;
end
$$;
create trigger price_service after insert on contracts for each row execute function price_service();

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

create table visits (
  id uuid primary key,
  service_id uuid not null references services,
  visited_on date not null,
  place text not null,
  way text not null check (way in ('on-site', 'online', 'phone')),
  content text not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  constraint visits_happened_before check (happened_before(visited_on, recorded_at))
);
comment on table visits is 'Process records of a service: when, where, how, and what was done.';
create index visits_service on visits (service_id);
select keep_in_scope('visits', 'select, insert');

create table deliverables (
  id uuid primary key,
  service_id uuid not null references services,
  title text not null check (holds_letter(title)),
  result_no text not null default '',
  remedy text not null default '',
  delivered_on date not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  scope text collate "C" not null,
  constraint deliverables_happened_before check (happened_before(delivered_on, recorded_at))
);
comment on table deliverables is 'What was delivered. After a dispute the service goes on and is delivered again; the earlier delivery stays on record.';
comment on column deliverables.result_no is 'Number of the certificate, notice or contract delivered; empty where there is none.';
comment on column deliverables.remedy is 'What was put right after the enterprise disputed the delivery before; empty on a first one.';
comment on column deliverables.superseded_at is 'When a later delivery was taken up; null for the one that stands.';
create unique index one_delivery_stands on deliverables (service_id) where superseded_at is null;
create index deliverables_service on deliverables (service_id);
select keep_in_scope('deliverables', 'select, insert, update');

-- Whom an enterprise answers by, registered by its county or itself and never by its park; a change is a new row.
create table enterprise_contacts (
  id uuid primary key,
  unit_id uuid not null references units,
  no integer not null check (no > 0),
  name text not null check (holds_letter(name)),
  phone text not null check (phone ~ '^1[3-9][0-9]{9}$'),
  channel text not null check (channel in ('sms', 'dingtalk')),
  reason text not null default '',
  set_by uuid not null references accounts,
  set_at timestamptz not null,
  scope text collate "C" not null,
  unique (unit_id, no),
  constraint enterprise_contacts_change_has_reason check (no = 1 or length(trim(reason)) > 0)
);
comment on table enterprise_contacts is 'Registered contacts of enterprises, to whom confirmation links are sent; the highest number stands.';
comment on column enterprise_contacts.phone is 'Mobile number, by which DingTalk finds the person, too.';
comment on column enterprise_contacts.reason is 'Why it was changed; empty on the first.';
select keep_forever('enterprise_contacts');
select keep_in_scope('enterprise_contacts', 'select, insert');

create function contact_not_by_park() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from accounts a join units u on u.id = a.unit_id where a.id = new.set_by and u.kind = 'park') then
    raise exception 'a park names no contact of an enterprise' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger contact_not_by_park before insert on enterprise_contacts for each row execute function contact_not_by_park();

create table confirmation_links (
  token_hash text primary key,
  service_id uuid not null references services,
  created_by uuid not null references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  contact_id uuid not null references enterprise_contacts,
  channel text not null check (channel in ('sms', 'dingtalk', 'slip')),
  wrong_codes integer not null default 0,
  scope text collate "C" not null
);
comment on table confirmation_links is 'Single-use links by which an enterprise confirms a service on a phone, without an account.';
comment on column confirmation_links.contact_id is 'Whom it went to, or on a slip: whose number completes it.';
comment on column confirmation_links.channel is 'How it went out; a slip is printed by the county.';
comment on column confirmation_links.wrong_codes is 'Wrong ends of the contact''s number given with a slip.';
comment on column confirmation_links.token_hash is 'SHA-256 of the token in the link; the token itself is kept nowhere.';
create index confirmation_links_service on confirmation_links (service_id);
select keep_in_scope('confirmation_links', 'select, insert, update');

-- Who holds the token enters the scope of its one service; answers that scope.
create function enter_link(hash text) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_scope text := (select l.scope from confirmation_links l where l.token_hash = hash);
begin
  if found_scope is not null then perform enter_scope(hash, found_scope); end if;
  return found_scope;
end
$$;
revoke all on function enter_link from public;
grant execute on function enter_link to yuanqitong_app;

create table confirmations (
  id uuid primary key,
  service_id uuid not null references services,
  deliverable_id uuid not null unique references deliverables,
  verdict text not null check (verdict in ('confirmed', 'disputed')),
  rating integer check (rating between 1 and 5),
  comment text not null default '',
  given_at timestamptz not null,
  account_id uuid references accounts,
  token_hash text unique references confirmation_links,
  signer text,
  address text not null default '',
  agent text not null default '' check (length(agent) <= 300),
  scope text collate "C" not null,
  constraint confirmations_by_account_or_link check (num_nonnulls(account_id, token_hash) = 1),
  constraint confirmations_by_link_with_name check ((token_hash is not null) = (signer is not null and holds_letter(signer))),
  constraint confirmations_confirmed_with_rating check ((verdict = 'confirmed') = (rating is not null)),
  constraint confirmations_disputed_with_comment check (verdict = 'confirmed' or length(comment) > 0)
);
comment on table confirmations is 'The enterprise''s own answer to a delivery, by account or by link.';
comment on column confirmations.signer is 'The name of the person who answered by a link; an account has its own.';
comment on column confirmations.address is 'IP address that it came from; empty where nobody told.';
comment on column confirmations.agent is 'What the browser called itself.';
comment on column confirmations.deliverable_id is 'The delivery it answers: one answer each.';
create index confirmations_service on confirmations (service_id);
create unique index one_confirmation on confirmations (service_id) where verdict = 'confirmed';
select keep_forever('confirmations');
select keep_in_scope('confirmations', 'select, insert');

create table service_counts (
  pilot_id uuid not null references pilots,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  state text not null check (state in (
    'needed', 'selected', 'contracted', 'under-way', 'delivered', 'confirmed', 'disputed', 'invoiced', 'paid', 'closed', 'cancelled')),
  n integer not null default 0,
  counted integer not null default 0,
  scope text collate "C" not null,
  primary key (pilot_id, service_kind, state)
);
comment on table service_counts is 'How many services of a pilot are in each state, kept by the database so that a million rows are never counted for a page.';
comment on column service_counts.counted is 'How many of them are complete and countable.';
create index service_counts_scope on service_counts (scope);
create index service_counts_state on service_counts (state, scope);
create index service_counts_kind on service_counts (service_kind, scope);
select keep_in_scope('service_counts', 'select');

create table pilot_service_counts (
  pilot_id uuid not null references pilots,
  state text not null,
  n integer not null default 0,
  counted integer not null default 0,
  scope text collate "C" not null,
  primary key (pilot_id, state)
);
comment on table pilot_service_counts is 'The same for all kinds of a pilot together, so that the province adds up ten thousand rows and not a hundred thousand.';
create index pilot_service_counts_scope on pilot_service_counts (scope);
create index pilot_service_counts_state on pilot_service_counts (state, scope);
select keep_in_scope('pilot_service_counts', 'select');

create table enterprise_service_counts (
  enterprise_id uuid primary key references pilot_enterprises,
  n integer not null default 0,
  counted integer not null default 0,
  scope text collate "C" not null
);
comment on table enterprise_service_counts is 'How many services an enterprise has, so that a search by a part of many names counts enterprises and not a million services.';
select keep_in_scope('enterprise_service_counts', 'select');

create function count_services() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = new.state and (old.counted_on is null) = (new.counted_on is null) then return null; end if;
    update service_counts set n = n - 1, counted = counted - (old.counted_on is not null)::int
     where pilot_id = old.pilot_id and service_kind = old.service_kind and state = old.state;
    update pilot_service_counts set n = n - 1, counted = counted - (old.counted_on is not null)::int
     where pilot_id = old.pilot_id and state = old.state;
  end if;
  if tg_op = 'INSERT' or (old.counted_on is null) <> (new.counted_on is null) then
    insert into enterprise_service_counts (enterprise_id, n, counted, scope)
    values (new.enterprise_id, 1, (new.counted_on is not null)::int, new.scope)
    on conflict (enterprise_id) do update set
      n = enterprise_service_counts.n + (tg_op = 'INSERT')::int,
      counted = enterprise_service_counts.counted + case when tg_op = 'INSERT' or excluded.counted = 1 then excluded.counted else -1 end;
  end if;
  insert into service_counts (pilot_id, service_kind, state, n, counted, scope)
  select new.pilot_id, new.service_kind, new.state, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
  on conflict (pilot_id, service_kind, state) do update
    set n = service_counts.n + 1, counted = service_counts.counted + excluded.counted;
  insert into pilot_service_counts (pilot_id, state, n, counted, scope)
  select new.pilot_id, new.state, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
  on conflict (pilot_id, state) do update
    set n = pilot_service_counts.n + 1, counted = pilot_service_counts.counted + excluded.counted;
  return null;
end
$$;
create trigger count_services after insert or update on services for each row execute function count_services();
