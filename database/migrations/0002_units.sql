-- Whether a code reads as a resident's number: a day of birth in places 7 to 14 and the check of GB 11643. Firms begin 91 to 93.
create function reads_as_resident(code text) returns boolean language sql immutable as $$
  select case
    when code !~ '^\d{6}(1[89]|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$' or code ~ '^9[123]' then false
    else substr('10X98765432', 1 + (
      select sum(substr(code, i, 1)::int * (array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])[i])::int
      from generate_series(1, 17) i) % 11, 1) = substr(code, 18, 1)
  end
$$;

-- Province, city, county, functional zone (no code), park, enterprise: one tree.
create table units (
  id uuid primary key,
  kind text not null check (kind in ('province', 'city', 'county', 'zone', 'park', 'enterprise')),
  code text check (code ~ '^\d{2,6}$'),
  name text not null check (length(name) between 1 and 200),
  name_ordinal text collate name_order not null generated always as (name_order_key(name)) stored,
  parent_id uuid references units,
  scope text collate "C" not null unique check (scope ~ '/$'),
  uscc text check (uscc ~ '^[0-9A-Z]{18}$'),
  uscc_proof uuid,
  economy_bureau text,
  finance_bureau text,
  valid_from date not null,
  valid_to date,
  constraint units_valid_to_after_from check (valid_to > valid_from),
  constraint units_only_province_has_no_parent check ((kind = 'province') = (parent_id is null)),
  constraint units_divisions_have_code check (kind not in ('province', 'city', 'county') or code is not null),
  constraint units_uscc_letters check (uscc !~ '[IOSVZ]'),
  constraint units_no_personal_number check (uscc_proof is not null or not reads_as_resident(uscc)),
  unique (parent_id, uscc)
);
comment on table units is 'Every unit of the programme, as a tree; a unit''s place in it decides what its people see.';
comment on column units.code is 'GB/T 2260 code of the division; zones, parks and enterprises have none.';
comment on column units.name_ordinal is 'What its name is ordered by; kept, because a list of a thousand parks took longer to make it than to be read.';
comment on column units.scope is 'Path of the unit from the province down, each step followed by a slash; row security compares it.';
comment on column units.uscc is 'Unified social credit code (GB 32100-2015), which has none of the letters I, O, S, V and Z.';
comment on column units.uscc_proof is 'The licence (a file) that proves a code which fails one of its checks or reads as a resident''s number.';
comment on column units.economy_bureau is 'Name of the economy bureau of a county or zone.';
comment on column units.finance_bureau is 'Name of the finance bureau of a county or zone.';
comment on column units.valid_to is 'End of the unit''s existence; null while it exists.';
-- An enterprise is known by its credit code; two may have the same name.
create unique index units_name_under_parent on units (parent_id, name) where kind <> 'enterprise';
-- Level by level below each division, as lists of units are paged (src/platform/database/ordered.ts).
create index units_down_the_tree on units (
  (substring(scope from '^(?:[0-9]+/)+')), (length(scope) - length(replace(scope, '/', ''))), (left(scope, -37)), name_ordinal, id);
-- Authorities among ten times as many parks and enterprises.
create index units_authorities on units (scope) where kind in ('province', 'city', 'county', 'zone');
-- Parks lie among thirty times as many enterprises: whoever joins all pilots with their parks says that they are parks.
create index units_parks on units (id) where kind = 'park';
create unique index units_code_now on units (code) where valid_to is null;

