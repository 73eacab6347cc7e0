-- Province, city, county, functional zone (no code), park, enterprise: one tree. Bureau names are data.
create table units (
  id uuid primary key,
  kind text not null check (kind in ('province', 'city', 'county', 'zone', 'park', 'enterprise')),
  -- GB/T 2260 code of the division; zones, parks and enterprises have none.
  code text check (code ~ '^\d{2,6}$'),
  name text not null check (length(name) between 1 and 200),
  parent_id uuid references units,
  scope text collate "C" not null unique check (scope ~ '/$'),
  -- Unified social credit code, GB 32100-2015.
  uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  economy_bureau text,
  finance_bureau text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check ((kind = 'province') = (parent_id is null)),
  check (kind not in ('province', 'city', 'county') or code is not null),
  unique (parent_id, uscc)
);
comment on table units is 'Who exists: the tree that decides who sees what.';
-- An enterprise is known by its code; two may have one name.
create unique index units_name_under_parent on units (parent_id, name) where kind <> 'enterprise';
create unique index units_code_now on units (code) where valid_to is null;
alter table units enable row level security;
-- A person sees the subtree and the names of the units above it.
create policy subtree_and_above on units for select to yuanqitong_app
  using (in_scope(scope) or starts_with(current_setting('app.scope', true), scope));
create policy subtree on units for insert to yuanqitong_app with check (in_scope(scope));
grant select, insert on units to yuanqitong_app;

-- One person at one post of one unit. The bureau follows from the post and can therefore not be claimed.
create table accounts (
  id uuid primary key,
  unit_id uuid not null references units,
  name text not null unique check (length(name) between 1 and 60),
  post text not null check (post in (
    'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
    'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
    'province-economy', 'province-finance', 'system-admin')),
  bureau text generated always as (
    case
      when post in ('economy-officer', 'economy-leader', 'province-economy') then 'economy'
      when post in ('finance-officer', 'finance-leader', 'province-finance') then 'finance'
    end) stored,
  password_hash text not null,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  unique (id, bureau)
);
comment on table accounts is 'Who can sign in; named by post, never by person.';
create index accounts_unit on accounts (unit_id);
-- A sign-in counts its failures; nothing else of an account is changed by the server so far.
grant insert, update (failed_sign_ins, locked_until) on accounts to yuanqitong_app;
-- Everything but the hash, which a sign-in is handed by name alone.
grant select (id, unit_id, name, post, bureau, failed_sign_ins, locked_until, disabled_at, created_at) on accounts to yuanqitong_app;

-- The server keeps only the hash of a session's token.
create table sessions (
  token_hash text primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);
grant select, insert, update, delete on sessions to yuanqitong_app;

-- One intent, one act: a repeated key gives the first reply again.
create table idempotency_keys (
  account_id uuid not null references accounts,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  request_hash text not null,
  status integer not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_keys_at on idempotency_keys (at);
grant select, insert, delete on idempotency_keys to yuanqitong_app;

-- Who is asking: answers for a live session and moves the transaction into that person's scope, in one round trip.
create function enter_session(hash text, at timestamptz) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, last_seen_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, u.scope, s.last_seen_at
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, last_seen_at
    from sessions s join accounts a on a.id = s.account_id join units u on u.id = a.unit_id
   where s.token_hash = hash and s.expires_at > at and a.disabled_at is null;
  if found then
    perform enter_scope(scope);
    return next;
  end if;
end
$$;
revoke all on function enter_session from public;
grant execute on function enter_session to yuanqitong_app;

-- What a sign-in needs to know before anybody has a scope.
create function account_of_name(wanted text) returns table (
  account_id uuid, password_hash text, failed_sign_ins integer, locked_until timestamptz, disabled_at timestamptz, scope text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.password_hash, a.failed_sign_ins, a.locked_until, a.disabled_at, u.scope
    from accounts a join units u on u.id = a.unit_id where a.name = wanted
$$;
revoke all on function account_of_name from public;
grant execute on function account_of_name to yuanqitong_app;
