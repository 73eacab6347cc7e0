-- The full diagnosis that comes before any tailored order (G1.3, G1.4).
create table diagnoses (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  enterprise_id uuid not null unique references pilot_enterprises,
  diagnosed_on date not null,
  answers jsonb not null,
  -- What the class was computed from: day of founding, revenue, research spending, titles.
  facts jsonb not null,
  problems jsonb not null,
  recommended text[] not null,
  class text not null check (class in ('early-stage', 'srdi-direction')),
  reasons jsonb not null,
  report_file uuid references files,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
create index diagnoses_pilot on diagnoses (pilot_id);
select keep_forever('diagnoses');
select keep_in_scope('diagnoses', 'select, insert');

-- One tailored service for one pilot enterprise, from need to closed.
create table services (
  id uuid primary key,
  -- 'FW2026-000001'; found by its beginning.
  no text collate "C" not null unique,
  pilot_id uuid not null references pilots,
  enterprise_id uuid not null references pilot_enterprises,
  diagnosis_id uuid not null references diagnoses,
  service_kind text not null,
  state text not null check (state in (
    'needed', 'selected', 'contracted', 'under-way', 'delivered', 'confirmed', 'disputed', 'invoiced', 'paid', 'closed', 'cancelled')),
  need text not null,
  opened_on date not null,
  opened_by uuid not null references accounts,
  cancel_reason text not null default '',
  -- The day it became complete and countable; null while anything is missing (G3.2, G3.4).
  counted_on date,
  updated_at timestamptz not null,
  -- The enterprise's own unit.
  scope text collate "C" not null,
  -- Its beginning, down to the county: what a county lists stands together in an index, in order.
  county_path text collate "C" not null generated always as (left(scope, 15)) stored
);
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
create index services_enterprise on services (enterprise_id);
select keep_in_scope('services', 'select, insert, update');
create sequence service_numbers;
grant usage on sequence service_numbers to yuanqitong_app;

-- The record of choice: candidates, the one chosen, and why (G3.3).
create table service_selections (
  service_id uuid primary key references services,
  candidates uuid[] not null check (cardinality(candidates) > 0),
  product_id uuid not null references products,
  reason text not null,
  -- Why fewer unrelated agencies were compared than the edition asks for.
  few_reason text not null default '',
  selected_on date not null,
  selected_by uuid not null references accounts,
  scope text collate "C" not null,
  check (product_id = any (candidates))
);
select keep_in_scope('service_selections', 'select, insert, update');

create table contracts (
  service_id uuid primary key references services,
  pilot_id uuid not null references pilots,
  contract_no text not null check (length(contract_no) between 1 and 60),
  agency_id uuid not null references partner_agencies,
  product_id uuid not null references products,
  -- The line that the provincial share is taken from; none where there is no such share.
  line_id uuid references fund_lines,
  signed_on date not null,
  price_fen bigint not null check (price_fen >= 0),
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  enterprise_fen bigint not null check (enterprise_fen >= 0),
  file_id uuid not null references files,
  recorded_by uuid not null references accounts,
  scope text collate "C" not null,
  unique (pilot_id, contract_no),
  check (provincial_fen = 0 or line_id is not null),
  check (provincial_fen + park_fen + enterprise_fen = price_fen)
);
create index contracts_line on contracts (line_id);
select keep_in_scope('contracts', 'select, insert');

create table visits (
  id uuid primary key,
  service_id uuid not null references services,
  visited_on date not null,
  place text not null,
  way text not null check (way in ('on-site', 'online', 'phone')),
  content text not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null
);
create index visits_service on visits (service_id);
select keep_in_scope('visits', 'select, insert');

-- What was delivered. After a dispute the service goes on and is delivered anew; the earlier delivery stays on record.
create table deliverables (
  id uuid primary key,
  service_id uuid not null references services,
  title text not null,
  result_no text not null default '',
  delivered_on date not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  scope text collate "C" not null
);
create unique index one_delivery_stands on deliverables (service_id) where superseded_at is null;
create index deliverables_service on deliverables (service_id);
select keep_in_scope('deliverables', 'select, insert, update');

-- An activity for many (G1.2), with the enterprises that came.
create table activities (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  service_kind text not null,
  title text not null,
  held_on date not null,
  place text not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  counted_on date,
  scope text collate "C" not null
);
create index activities_pilot on activities (pilot_id, held_on);
select keep_in_scope('activities', 'select, insert, update');

create table attendances (
  activity_id uuid not null references activities,
  unit_id uuid not null references units,
  people integer not null check (people > 0),
  scope text collate "C" not null,
  primary key (activity_id, unit_id)
);
select keep_in_scope('attendances', 'select, insert');

-- A file bound to the line that it proves (G3.4).
create table evidence (
  id uuid primary key,
  service_id uuid references services,
  activity_id uuid references activities,
  visit_id uuid references visits,
  proof text not null,
  file_id uuid not null references files,
  bound_by uuid not null references accounts,
  bound_at timestamptz not null,
  scope text collate "C" not null,
  check (num_nonnulls(service_id, activity_id) = 1)
);
create index evidence_service on evidence (service_id);
create index evidence_activity on evidence (activity_id);
create index evidence_file on evidence (file_id);
select keep_in_scope('evidence', 'select, insert');

-- The same bytes bound twice anywhere in the province, or a photo taken on another day: a finding that shows both (G3.4).
create table findings (
  id uuid primary key,
  kind text not null check (kind in ('same-file', 'capture-date')),
  evidence_id uuid not null references evidence,
  other_evidence_id uuid references evidence,
  raised_at timestamptz not null,
  scope text collate "C" not null,
  -- Where the other item lies: a finding between two parks is known to both.
  other_scope text collate "C",
  unique nulls not distinct (kind, evidence_id, other_evidence_id),
  check ((other_evidence_id is null) = (other_scope is null)),
  check ((kind = 'same-file') = (other_evidence_id is not null))
);
create index findings_scope on findings (scope, raised_at desc);
create index findings_other_scope on findings (other_scope, raised_at desc);
create index findings_evidence on findings (evidence_id);
create index findings_other_evidence on findings (other_evidence_id);
select keep_forever('findings');
alter table findings enable row level security;
create policy both_sides on findings for select to yuanqitong_app using (in_scope(scope) or in_scope(other_scope));
create policy own_side on findings for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on findings to yuanqitong_app;

-- Looks across the whole province, past row security, but answers with ids and places alone.
create function evidence_with_hash(file_hash text) returns table (evidence_id uuid, scope text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.scope from evidence e join files f on f.id = e.file_id where f.hash = file_hash
$$;
revoke all on function evidence_with_hash from public;
grant execute on function evidence_with_hash to yuanqitong_app;

-- The enterprise's own word on the service: by account or by a single-use link on a phone.
create table confirmation_links (
  token_hash text primary key,
  service_id uuid not null references services,
  created_by uuid not null references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  scope text collate "C" not null
);
create index confirmation_links_service on confirmation_links (service_id);
select keep_in_scope('confirmation_links', 'select, insert, update');

-- Who holds the token may enter the scope of its one service.
create function scope_of_link(hash text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select scope from confirmation_links where token_hash = hash
$$;
revoke all on function scope_of_link from public;
grant execute on function scope_of_link to yuanqitong_app;

create table confirmations (
  id uuid primary key,
  service_id uuid not null references services,
  -- The delivery it answers: one answer each.
  deliverable_id uuid not null unique references deliverables,
  verdict text not null check (verdict in ('confirmed', 'disputed')),
  rating integer check (rating between 1 and 5),
  comment text not null default '',
  given_at timestamptz not null,
  account_id uuid references accounts,
  token_hash text unique references confirmation_links,
  scope text collate "C" not null,
  check (num_nonnulls(account_id, token_hash) = 1),
  check ((verdict = 'confirmed') = (rating is not null)),
  check (verdict = 'confirmed' or length(comment) > 0)
);
create index confirmations_service on confirmations (service_id);
create unique index one_confirmation on confirmations (service_id) where verdict = 'confirmed';
select keep_forever('confirmations');
select keep_in_scope('confirmations', 'select, insert');

-- An enterprise sees, above its own unit, the pilot it belongs to and whom it can choose from (G3.3).
create policy of_the_enterprise on pilots for select to yuanqitong_app
  using (starts_with(current_setting('app.scope', true), scope));
create policy of_the_enterprise on baselines for select to yuanqitong_app
  using (starts_with(current_setting('app.scope', true), scope));
create policy of_the_enterprise on partner_agencies for select to yuanqitong_app
  using (starts_with(current_setting('app.scope', true), scope));
create policy of_the_enterprise on products for select to yuanqitong_app
  using (starts_with(current_setting('app.scope', true), scope));
