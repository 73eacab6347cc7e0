-- The plan in force. A version holds the whole plan as it was approved, for ever (G3.1, G5.5); the tables of targets, fund
-- lines, enterprises, agencies and products below are drawn from it.
create table baselines (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  no integer not null check (no > 0),
  version_id uuid unique references filing_versions,
  matter_id uuid references filings,
  content jsonb not null,
  has_controls boolean not null default false,
  services_planned integer not null default 0,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  in_force_from date not null,
  locked_at timestamptz not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  scope text collate "C" not null,
  unique (pilot_id, no),
  constraint baselines_first_has_no_matter check (case when version_id is null then matter_id is null else (no = 1) = (matter_id is null) end)
);
comment on table baselines is 'Versions of the approved plan of a pilot; the newest is in force.';
comment on column baselines.version_id is 'The filing version that was approved: the plan itself, or the major matter that changed it; null for standing service, which plans no money and asks nobody.';
comment on column baselines.matter_id is 'The major matter that asked for this version; null for the first.';
comment on column baselines.content is 'The content of the plan, word for word.';
comment on column baselines.has_controls is 'Whether its fund-control rules are on file, kept by a trigger: a gate asks it of every pilot, and the content is large.';
comment on column baselines.services_planned is 'How many services its fund lines plan, kept by a trigger: the province''s page adds them up.';
comment on column baselines.hash is 'SHA-256 of the content in canonical JSON.';
comment on column baselines.transaction_id is 'The transaction that locked it; only that one writes the tables drawn from it.';
select keep_forever('baselines');
select keep_in_scope('baselines', 'select, insert');
-- An enterprise sees, above its own unit, the plan it belongs to (G3.3).
select show_from_below('baselines');

-- A version comes from an approval and holds exactly what was approved: the plan itself, or the change a major matter asked for.
create function baseline_was_approved() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.version_id is null) is distinct from (select p.standing from pilots p where p.id = new.pilot_id and p.scope = new.scope)
     or new.version_id is null and (
       jsonb_array_length(new.content #> '{fund-lines,rows}') > 0 or jsonb_array_length(new.content #> '{targets,rows}') > 0)
  then
    raise exception 'only standing service has a version that nobody approved, without money and targets' using errcode = 'insufficient_privilege';
  end if;
  if new.version_id is not null and not exists (
    select from filing_versions v join filings f on f.id = v.filing_id
     where v.id = new.version_id and v.no = f.version_no
       and f.pilot_id = new.pilot_id and f.scope = new.scope and f.state in ('approved', 'recorded')
       and case when new.no = 1 then f.kind = 'plan' and v.content = new.content
                else f.kind = 'major-matter' and f.id = new.matter_id and v.content #> '{change,content}' = new.content end
       and exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'approve')
       and not exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'return'))
    or new.no <> (select coalesce(max(no), 0) + 1 from baselines where pilot_id = new.pilot_id)
  then
    raise exception 'a plan version comes from an approval and holds what was approved' using errcode = 'insufficient_privilege';
  end if;
  new.transaction_id := pg_current_xact_id();
  new.has_controls := coalesce(new.content -> 'controls' ->> 'fileId', '') <> '';
  new.services_planned := (
    select coalesce(sum((line ->> 'quantity')::integer), 0) from jsonb_array_elements(new.content -> 'fund-lines' -> 'rows') line);
  return new;
end
$$;
create trigger baseline_was_approved before insert on baselines for each row execute function baseline_was_approved();

-- Only the transaction that locks a version writes what is in force, and only as part of that version. The columns named by
-- the trigger identify a row, and stay.
create function only_with_a_baseline() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fixed text;
begin
  if tg_op in ('INSERT', 'UPDATE') then
    if exists (
      select from baselines b where b.id = new.baseline_id and b.pilot_id = new.pilot_id and b.transaction_id = pg_current_xact_id())
    then
      if tg_op = 'UPDATE' then
        foreach fixed in array tg_argv loop
          if to_jsonb(new) -> fixed is distinct from to_jsonb(old) -> fixed then
            raise exception '% of a row of % stays what it is', fixed, tg_table_name using errcode = 'insufficient_privilege';
          end if;
        end loop;
      end if;
      return new;
    end if;
  end if;
  raise exception 'what is in force changes only with a new version of the plan' using errcode = 'insufficient_privilege';
end
$$;

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
comment on table targets is 'The performance targets of each version of a plan.';
comment on column targets.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column targets.unit is 'Unit of measurement, as the plan writes it.';
comment on column targets.baseline is 'The value before the programme.';
comment on column targets.target is 'The value to be reached at its end.';
comment on column targets.weight is 'Points of the evaluation; all weights of a version add up to 100.';
select keep_forever('targets');
select keep_in_scope('targets', 'select, insert');
create trigger only_with_a_baseline before insert on targets for each row execute function only_with_a_baseline();

-- A row of the four tables below keeps its id from version to version, so that services and money keep what they stand on.
create table fund_lines (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  entered_with uuid not null references baselines,
  row_key text not null,
  pilot_id uuid not null references pilots,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  purpose text not null,
  quantity integer not null check (quantity > 0),
  unit_price_fen bigint not null check (unit_price_fen > 0),
  provincial_fen bigint not null check (provincial_fen >= 0),
  park_fen bigint not null check (park_fen >= 0),
  enterprise_fen bigint not null check (enterprise_fen >= 0),
  quarter text not null,
  indicator text not null,
  scope text collate "C" not null,
  constraint fund_lines_row_key unique (baseline_id, row_key),
  constraint fund_lines_shares_add_up check (provincial_fen + park_fen + enterprise_fen = quantity * unit_price_fen)
);
comment on table fund_lines is 'What the plan in force allows to be spent: the lines of its fund-use table.';
comment on column fund_lines.baseline_id is 'The newest version the line belongs to; one that has left the plan names an older version.';
comment on column fund_lines.entered_with is 'The version the line came with.';
comment on column fund_lines.row_key is 'Id of the row in the content of the plan.';
comment on column fund_lines.quarter is 'When it is to be spent (2026Q3).';
comment on column fund_lines.indicator is 'Code of the target it serves; an open set, each edition has its own.';
create index fund_lines_pilot on fund_lines (pilot_id);
select keep_in_scope('fund_lines', 'select, insert, update');
create trigger only_with_a_baseline before insert or update or delete on fund_lines for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'service_kind');
create trigger only_with_a_baseline_all before truncate on fund_lines for each statement execute function only_with_a_baseline();

create table pilot_enterprises (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  entered_with uuid not null references baselines,
  row_key text not null,
  pilot_id uuid not null references pilots,
  unit_id uuid not null references units,
  uscc text not null,
  name text not null,
  name_ordinal text collate name_order not null generated always as (name_order_key(name)) stored,
  industry text not null check (industry in (
    'A', 'IND', 'CON', 'WHO', 'RET', 'TRA', 'STO', 'POS', 'HOT', 'CAT', 'INF', 'SOF', 'REA', 'PRO', 'LEA', 'OTH')),
  staff integer not null check (staff >= 0),
  revenue_wan numeric not null,
  assets_wan numeric not null,
  scope text collate "C" not null,
  unique (baseline_id, uscc),
  constraint pilot_enterprises_row_key unique (baseline_id, row_key)
);
comment on table pilot_enterprises is 'The enterprises of the plan in force.';
comment on column pilot_enterprises.baseline_id is 'The newest version the enterprise belongs to; one that has left the plan names an older version.';
comment on column pilot_enterprises.entered_with is 'The version the enterprise came with.';
comment on column pilot_enterprises.row_key is 'Id of the row in the content of the plan.';
comment on column pilot_enterprises.name_ordinal is 'What its name is ordered by: kept, because row security lets no function be asked of an index.';
comment on column pilot_enterprises.industry is 'Industry by which the size of an enterprise is measured.';
comment on column pilot_enterprises.revenue_wan is 'Yearly revenue, in units of ten thousand yuan.';
comment on column pilot_enterprises.assets_wan is 'Total assets, in units of ten thousand yuan.';
comment on column pilot_enterprises.scope is 'The enterprise''s own unit, so that it sees itself.';
create index pilot_enterprises_pilot on pilot_enterprises (pilot_id);
create index pilot_enterprises_scope on pilot_enterprises (scope);
create index pilot_enterprises_in_order on pilot_enterprises (name_ordinal);
select keep_in_scope('pilot_enterprises', 'select, insert, update');
create trigger only_with_a_baseline before insert or update or delete on pilot_enterprises for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'unit_id', 'uscc');
create trigger only_with_a_baseline_all before truncate on pilot_enterprises for each statement execute function only_with_a_baseline();

create index pilot_enterprises_uscc on pilot_enterprises (uscc);

-- In which other pilots' plans in force enterprises stand, also in a county that the reader does not see: that they do, not where.
-- Of a plan's enterprises a handful do, and not the thousand that are guessed where nothing is said.
create function other_pilots_of(pilot uuid, codes text[])
  returns table (uscc text, name text, pilot_id uuid, edition text, first_year integer)
  language sql stable security definer rows 20 set search_path = public, pg_temp as $$
  select e.uscc, e.name, e.pilot_id, b.edition, b.first_year
    from pilot_enterprises e
    join pilots p on p.id = e.pilot_id
    join batches b on b.id = p.batch_id
   where e.uscc = any (codes) and e.pilot_id <> pilot and not p.standing
     and not exists (select from baselines l join baselines own on own.id = e.baseline_id
                      where l.pilot_id = e.pilot_id and l.no > own.no)
   order by e.uscc, e.pilot_id
$$;
revoke all on function other_pilots_of from public;
grant execute on function other_pilots_of to yuanqitong_app;

create table partner_agencies (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  entered_with uuid not null references baselines,
  row_key text not null,
  pilot_id uuid not null references pilots,
  uscc text not null,
  name text not null,
  kind text not null check (kind in ('professional', 'association', 'volunteer', 'mentor')),
  service_kinds text[] not null check (service_kinds <@ array[
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation']),
  related_to text[] not null,
  scope text collate "C" not null,
  unique (baseline_id, uscc),
  constraint partner_agencies_row_key unique (baseline_id, row_key)
);
comment on table partner_agencies is 'The service agencies of the plan in force.';
comment on column partner_agencies.baseline_id is 'The newest version the agency belongs to; one that has left the plan names an older version.';
comment on column partner_agencies.entered_with is 'The version the agency came with.';
comment on column partner_agencies.row_key is 'Id of the row in the content of the plan.';
comment on column partner_agencies.service_kinds is 'What the agency offers.';
comment on column partner_agencies.related_to is 'Credit codes of the agencies it is related to.';
create index partner_agencies_pilot on partner_agencies (pilot_id);
select keep_in_scope('partner_agencies', 'select, insert, update');
-- An enterprise sees whom it can choose from (G3.3).
select show_from_below('partner_agencies');
create trigger only_with_a_baseline before insert or update or delete on partner_agencies for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'uscc');
create trigger only_with_a_baseline_all before truncate on partner_agencies for each statement execute function only_with_a_baseline();

create table products (
  id uuid primary key,
  baseline_id uuid not null references baselines,
  entered_with uuid not null references baselines,
  row_key text not null,
  pilot_id uuid not null references pilots,
  agency_id uuid not null references partner_agencies,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  name text not null,
  deliverable text not null,
  agreed_price_fen bigint not null check (agreed_price_fen >= 0),
  market_price_fen bigint not null check (market_price_fen >= 0),
  price_basis text not null,
  exception_reason text not null default '',
  scope text collate "C" not null,
  constraint products_row_key unique (baseline_id, row_key),
  -- Dearer than the market only with a written reason (G3.3).
  constraint products_dearer_with_reason check (agreed_price_fen <= market_price_fen or length(exception_reason) > 0)
);
comment on table products is 'The service products of the agencies of the plan in force.';
comment on column products.baseline_id is 'The newest version the product belongs to; one that has left the plan names an older version.';
comment on column products.entered_with is 'The version the product came with.';
comment on column products.row_key is 'Id of the row in the content of the plan.';
comment on column products.deliverable is 'What the enterprise receives.';
comment on column products.price_basis is 'Where the market price was taken from.';
comment on column products.exception_reason is 'Why it is dearer than the market; empty where it is not.';
create index products_pilot on products (pilot_id, service_kind);
select keep_in_scope('products', 'select, insert, update');
-- An enterprise sees what it can choose from (G3.3).
select show_from_below('products');
create trigger only_with_a_baseline before insert or update or delete on products for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'agency_id', 'service_kind');
create trigger only_with_a_baseline_all before truncate on products for each statement execute function only_with_a_baseline();
