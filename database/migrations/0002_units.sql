-- Province, city, county, functional zone (no code), park, enterprise: one tree.
create table units (
  id uuid primary key,
  kind text not null check (kind in ('province', 'city', 'county', 'zone', 'park', 'enterprise')),
  code text check (code ~ '^\d{2,6}$'),
  name text not null check (length(name) between 1 and 200),
  parent_id uuid references units,
  scope text collate "C" not null unique check (scope ~ '/$'),
  uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  economy_bureau text,
  finance_bureau text,
  valid_from date not null,
  valid_to date,
  constraint units_valid_to_after_from check (valid_to > valid_from),
  constraint units_only_province_has_no_parent check ((kind = 'province') = (parent_id is null)),
  constraint units_divisions_have_code check (kind not in ('province', 'city', 'county') or code is not null),
  unique (parent_id, uscc)
);
comment on table units is 'Every unit of the programme, as a tree; a unit''s place in it decides what its people see.';
comment on column units.code is 'GB/T 2260 code of the division; zones, parks and enterprises have none.';
comment on column units.scope is 'Path of the unit from the province down, each step followed by a slash; row security compares it.';
comment on column units.uscc is 'Unified social credit code (GB 32100-2015).';
comment on column units.economy_bureau is 'Name of the economy bureau of a county or zone.';
comment on column units.finance_bureau is 'Name of the finance bureau of a county or zone.';
comment on column units.valid_to is 'End of the unit''s existence; null while it exists.';
-- An enterprise is known by its credit code; two may have the same name.
create unique index units_name_under_parent on units (parent_id, name) where kind <> 'enterprise';
create unique index units_code_now on units (code) where valid_to is null;

alter table units enable row level security;
-- A person sees the subtree and the names of the units above it.
create policy subtree_and_above on units for select to yuanqitong_app
  using (in_scope(scope) or starts_with(current_setting('app.scope', true), scope));
create policy subtree on units for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on units to yuanqitong_app;
