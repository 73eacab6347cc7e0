-- Accounts and the ways to enter the product: a sign-in, a session, a calendar feed.

create table accounts (
  id uuid primary key,
  unit_id uuid not null references units,
  name text not null unique check (length(name) between 1 and 60),
  post text not null check (post in (
    'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
    'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
    'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'expert', 'system-admin')),
  -- The bureau follows from the post and can therefore not be claimed.
  bureau text generated always as (case
    when post in ('economy-officer', 'economy-leader', 'province-economy', 'province-economy-leader') then 'economy'
    when post in ('finance-officer', 'finance-leader', 'province-finance', 'province-finance-leader') then 'finance'
  end) stored check (bureau in ('economy', 'finance')),
  password_hash text not null,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  -- Other tables name account and bureau together, so that an act of one bureau is never signed by the other.
  unique (id, bureau)
);
comment on table accounts is 'Who can sign in: one person at one post of one unit, named by post and never by person.';
comment on column accounts.bureau is 'The bureau the post speaks for; null for posts of parks, enterprises and administration.';
comment on column accounts.password_hash is 'Argon2id; the application reads it through account_of_name() alone.';
comment on column accounts.failed_sign_ins is 'Failed sign-ins since the last successful one.';
create index accounts_unit on accounts (unit_id);
-- Counting failures, changing a password, closing and reopening; nothing else of an account is ever changed.
grant insert, update (failed_sign_ins, locked_until, password_hash, disabled_at) on accounts to yuanqitong_app;
-- Everything but the password's hash.
grant select (id, unit_id, name, post, bureau, failed_sign_ins, locked_until, disabled_at, created_at) on accounts to yuanqitong_app;

create table sessions (
  token_hash text primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table sessions is 'Signed-in browsers.';
comment on column sessions.token_hash is 'SHA-256 of the token in the cookie; the token itself is kept nowhere.';
create index sessions_account on sessions (account_id);
grant select, insert, update, delete on sessions to yuanqitong_app;

create table idempotency_keys (
  account_id uuid not null references accounts,
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  route text not null,
  request_hash text not null,
  status integer not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (account_id, key)
);
comment on table idempotency_keys is 'Replies to commands that were carried out: a repeated key is answered again, not carried out again.';
comment on column idempotency_keys.key is 'SHA-256 of what the client chose, one for each intent.';
comment on column idempotency_keys.route is 'Method and path of the command; an open set.';
comment on column idempotency_keys.request_hash is 'Hash of the request, so that a key is not reused for another one.';
create index idempotency_keys_at on idempotency_keys (at);
grant select, insert, delete on idempotency_keys to yuanqitong_app;

-- Takes the lock on a key and then looks for its first reply. In one statement of the caller, but two of the function: it is volatile,
-- so that the second sees what was committed while the first waited. A plain select would look with the eyes of before.
create function first_reply(account uuid, secret text, hash text) returns table (request_hash text, reply jsonb)
  language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(account || secret, 0));
  return query select k.request_hash, k.reply from idempotency_keys k where k.account_id = account and k.key = hash;
end
$$;
revoke all on function first_reply from public;
grant execute on function first_reply to yuanqitong_app;

create table calendar_feeds (
  account_id uuid primary key references accounts,
  token_hash text unique,
  created_at timestamptz not null,
  scope text collate "C" not null
);
comment on table calendar_feeds is 'Addresses under which a calendar program reads a person''s deadlines.';
comment on column calendar_feeds.token_hash is 'Hash of the secret in the address; null once it is revoked.';
select keep_in_scope('calendar_feeds', 'select, insert, update');

-- Whoever changes a password, or has it changed, shuts every door that was opened with the old one.
create function feed_ends_with_password() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update calendar_feeds set token_hash = null where account_id = new.id;
  return null;
end
$$;
create trigger feed_ends_with_password after update of password_hash on accounts
  for each row when (old.password_hash is distinct from new.password_hash) execute function feed_ends_with_password();

-- What a sign-in needs to know before anybody has a scope.
create function account_of_name(wanted text) returns table (
  account_id uuid, password_hash text, failed_sign_ins integer, locked_until timestamptz, disabled_at timestamptz, scope text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.password_hash, a.failed_sign_ins, a.locked_until, a.disabled_at, u.scope
    from accounts a join units u on u.id = a.unit_id where a.name = wanted
$$;
revoke all on function account_of_name from public;
grant execute on function account_of_name to yuanqitong_app;

-- Who is asking: answers for a live session and moves the transaction into that person's scope, in one round trip.
create function enter_session(hash text, at timestamptz) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, last_seen_at timestamptz)
  language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
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

-- Who holds a feed's secret reads what its account may see, as long as the account lives.
create function enter_feed(hash text) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, u.scope
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope
    from calendar_feeds f join accounts a on a.id = f.account_id join units u on u.id = a.unit_id
   where f.token_hash = hash and a.disabled_at is null;
  if found then
    perform enter_scope(scope);
    return next;
  end if;
end
$$;
revoke all on function enter_feed from public;
grant execute on function enter_feed to yuanqitong_app;
