-- A batch is an edition of the rules with its first year.
create table batches (
  id uuid primary key,
  edition text not null,
  first_year integer not null check (first_year between 2020 and 2100),
  name text not null unique,
  created_at timestamptz not null
);
grant select, insert on batches to yuanqitong_app;

-- A park in a batch.
create table pilots (
  id uuid primary key,
  batch_id uuid not null references batches,
  park_id uuid not null references units,
  county_id uuid not null references units,
  scope text collate "C" not null,
  award_fen bigint not null check (award_fen > 0),
  admitted_on date not null,
  unique (batch_id, park_id)
);
create index pilots_scope on pilots (scope);
select keep_in_scope('pilots', 'select, insert');

-- The one mechanism for every obligation.
create table filings (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  kind text not null check (kind in ('plan', 'quarterly-table')),
  -- Empty for what is filed once, a quarter ('2026Q2') for what returns.
  period text not null default '' check (period ~ '^(\d{4}Q[1-4])?$'),
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved')),
  due_on date not null,
  opened_at timestamptz not null,
  -- The newest submitted version, 0 before the first.
  version_no integer not null default 0,
  scope text collate "C" not null,
  unique (pilot_id, kind, period)
);
create index filings_scope on filings (scope, kind, state);
select keep_in_scope('filings', 'select, insert, update');

-- What is being written. Each section has its own revision, so that two people can work side by side.
create table filing_sections (
  filing_id uuid not null references filings,
  section text not null,
  content jsonb not null,
  revision integer not null default 0,
  open boolean not null default true,
  edited_by uuid references accounts,
  edited_at timestamptz,
  scope text collate "C" not null,
  primary key (filing_id, section)
);
select keep_in_scope('filing_sections', 'select, insert, update');

-- Everybody who wrote or submitted any of it.
create table filing_makers (
  filing_id uuid not null references filings,
  account_id uuid not null references accounts,
  scope text collate "C" not null,
  primary key (filing_id, account_id)
);
select keep_forever('filing_makers');
select keep_in_scope('filing_makers', 'select, insert');

-- What was submitted, word for word, for ever.
create table filing_versions (
  id uuid primary key,
  filing_id uuid not null references filings,
  no integer not null check (no > 0),
  content jsonb not null,
  -- SHA-256 of the content in canonical JSON.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  submitted_by uuid not null references accounts,
  submitted_at timestamptz not null,
  scope text collate "C" not null,
  unique (filing_id, no),
  unique (id, submitted_by)
);
select keep_forever('filing_versions');
select keep_in_scope('filing_versions', 'select, insert');

-- One opinion a bureau and a person for each version; nobody reviews what they submitted, nobody speaks for a foreign bureau (G3.1).
create table filing_opinions (
  id uuid primary key,
  version_id uuid not null,
  submitted_by uuid not null,
  bureau text not null check (bureau in ('economy', 'finance')),
  account_id uuid not null,
  verdict text not null check (verdict in ('approve', 'return')),
  -- [{ section, reason }], empty on approval.
  marks jsonb not null default '[]',
  given_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (version_id, submitted_by) references filing_versions (id, submitted_by),
  foreign key (account_id, bureau) references accounts (id, bureau),
  unique (version_id, bureau),
  unique (version_id, account_id),
  check (account_id <> submitted_by),
  check ((verdict = 'return') = (jsonb_array_length(marks) > 0))
);
select keep_forever('filing_opinions');
select keep_in_scope('filing_opinions', 'select, insert');

-- Maker ≠ checker, whatever the rule above it forgot (G3.1).
create function makers_do_not_review() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from filing_makers m join filing_versions v on v.filing_id = m.filing_id
     where v.id = new.version_id and m.account_id = new.account_id) then
    raise exception 'who made a filing does not review it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger makers_do_not_review before insert on filing_opinions for each row execute function makers_do_not_review();

-- The approved plan, locked (G3.1, G5.5). The rows below belong to it and never change.
create table baselines (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  no integer not null check (no > 0),
  version_id uuid not null references filing_versions,
  hash text not null,
  locked_at timestamptz not null,
  scope text collate "C" not null,
  unique (pilot_id, no)
);
select keep_forever('baselines');
select keep_in_scope('baselines', 'select, insert');

create table targets (
  baseline_id uuid not null references baselines,
  pilot_id uuid not null references pilots,
  indicator text not null,
  unit text not null,
  baseline numeric not null,
  target numeric not null,
  weight numeric not null check (weight >= 0),
  scope text collate "C" not null,
  primary key (baseline_id, indicator)
);
select keep_forever('targets');
select keep_in_scope('targets', 'select, insert');

create table fund_lines (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  pilot_id uuid not null references pilots,
  service_kind text not null,
  purpose text not null,
  quantity integer not null check (quantity > 0),
  unit_price_fen bigint not null check (unit_price_fen > 0),
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  enterprise_fen bigint not null check (enterprise_fen >= 0),
  quarter text not null,
  indicator text not null,
  scope text collate "C" not null,
  check (provincial_fen + park_fen + enterprise_fen = quantity * unit_price_fen)
);
create index fund_lines_pilot on fund_lines (pilot_id);
select keep_forever('fund_lines');
select keep_in_scope('fund_lines', 'select, insert');

create table pilot_enterprises (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  pilot_id uuid not null references pilots,
  unit_id uuid not null references units,
  uscc text not null,
  name text not null,
  industry text not null,
  staff integer not null check (staff >= 0),
  revenue_wan numeric not null,
  assets_wan numeric not null,
  -- The enterprise's own unit, so that it sees itself.
  scope text collate "C" not null,
  unique (baseline_id, uscc)
);
create index pilot_enterprises_pilot on pilot_enterprises (pilot_id);
create index pilot_enterprises_scope on pilot_enterprises (scope);
select keep_forever('pilot_enterprises');
select keep_in_scope('pilot_enterprises', 'select, insert');

create table partner_agencies (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  pilot_id uuid not null references pilots,
  uscc text not null,
  name text not null,
  kind text not null check (kind in ('professional', 'association', 'volunteer', 'mentor')),
  service_kinds text[] not null,
  related_to text[] not null,
  scope text collate "C" not null,
  unique (baseline_id, uscc)
);
create index partner_agencies_pilot on partner_agencies (pilot_id);
select keep_forever('partner_agencies');
select keep_in_scope('partner_agencies', 'select, insert');

create table products (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  pilot_id uuid not null references pilots,
  agency_id uuid not null references partner_agencies,
  service_kind text not null,
  name text not null,
  deliverable text not null,
  agreed_price_fen bigint not null check (agreed_price_fen >= 0),
  market_price_fen bigint not null check (market_price_fen >= 0),
  price_basis text not null,
  exception_reason text not null default '',
  scope text collate "C" not null,
  -- Dearer than the market only with a written reason (G3.3).
  check (agreed_price_fen <= market_price_fen or length(exception_reason) > 0)
);
create index products_pilot on products (pilot_id, service_kind);
select keep_forever('products');
select keep_in_scope('products', 'select, insert');
