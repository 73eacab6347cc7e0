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
comment on column accounts.password_hash is 'Argon2id: version, costs and salt as the library writes them, then the SHA-256 of the key instead of the key itself. What derives the key from a password shows it to open_session() or prove_password(); nobody reads this.';
comment on column accounts.failed_sign_ins is 'Failed sign-ins since the last successful one.';
create index accounts_unit on accounts (unit_id);
-- Read but for the password's hash, and written by the functions below alone.
grant select (id, unit_id, name, post, bureau, locked_until, disabled_at, created_at) on accounts to yuanqitong_app;

create table sessions (
  token_hash text primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_in xid8,
  unit_scope text collate "C" not null check (unit_scope ~ './$')
);
comment on table sessions is 'Signed-in browsers.';
comment on column sessions.token_hash is 'SHA-256 of the token in the cookie; the token itself is kept nowhere.';
comment on column sessions.ended_in is 'The transaction that ended it, which still acts and records as whose it was.';
comment on column sessions.unit_scope is 'That of the account''s unit: a unit does not move.';
create index sessions_account on sessions (account_id);

-- What opened_scope() answers in a session, with its owner's rights, for the policies: one row or none.
create view opened_session with (security_barrier) as
  select s.unit_scope from sessions s
   where s.token_hash = current_setting('app.pass', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
comment on view opened_session is 'The scope of the session that this transaction was entered with.';
grant select on opened_session to yuanqitong_app;

select keep_in_scope('units', 'select, insert');
-- A person sees the subtree and the names of the units above it.
select show_from_below('units');

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

-- Who acts: whose session this transaction was entered with; null where with none. For the functions below, with their rights.
create function acting_account() returns uuid language plpgsql stable as $$
begin
  return (select s.account_id from sessions s
           where s.token_hash = current_setting('app.session', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned()));
end
$$;
revoke all on function acting_account from public;

-- Takes the lock on a key and then looks for its first reply to whoever acts. In one statement of the caller, but two of the function: it
-- is volatile, so that the second sees what was committed while the first waited. A plain select would look with the eyes of before.
create function first_reply(secret text, hash text) returns table (request_hash text, reply jsonb)
  language plpgsql volatile security definer rows 1 set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(secret, 0));
  select k.request_hash, k.reply into request_hash, reply from idempotency_keys k join sessions s on s.account_id = k.account_id
   where k.key = hash and s.token_hash = current_setting('app.session', true) and s.ended_in is null;
  if found then return next; end if;
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

-- What is needed to derive the key of a password: version, costs and salt.
create function password_costs(wanted text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select substring(a.password_hash from '^(.+)\$[^$]*$') from accounts a where a.name = wanted
$$;
revoke all on function password_costs from public;
grant execute on function password_costs to yuanqitong_app;

-- Compares a key with an account whose row is held by now, and counts: the fifth wrong one in a row locks the account for a quarter of an
-- hour (settings of protection level 3, GB/T 22239-2019 8.1.4.1: common practice, not in the clause itself). A right one opens it, except
-- that what strangers have locked opens only at a device that the account was entered from before. Wrong keys from such a device count
-- against the device; the fifth makes it a stranger's and locks the account. `locks_until`: set where this key has locked it.
create function take_key(account accounts, key text, device text, at timestamptz, out opened boolean, out locks_until timestamptz) language plpgsql as $$
declare
  trusted boolean := device_trusted(account.id, device);
  locked boolean := coalesce(account.locked_until > at, false);
begin
  opened := false;
  if account.disabled_at is not null or (locked and not trusted) then return; end if;
  opened := encode(sha256(decode(key, 'hex')), 'hex') = substring(account.password_hash from '[^$]*$');
  if opened then
    -- What strangers have locked stays locked for strangers.
    if not locked then update accounts set failed_sign_ins = 0, locked_until = null where id = account.id; end if;
    return;
  end if;
  if trusted and distrust_device(account.id, device, 5) then return; end if;
  if trusted or account.failed_sign_ins >= 4 then locks_until := at + interval '15 minutes'; end if;
  update accounts set failed_sign_ins = case when locks_until is null then account.failed_sign_ins + 1 else 0 end, locked_until = locks_until
   where id = account.id;
end
$$;
revoke all on function take_key from public;

-- Opens a session for whoever knows the password, and tells whose it is; with a wrong one, of whom only account and scope. It lasts ten
-- hours. What is refused is counted by the hour; a name that no account has may be a password typed in the wrong field, and is not kept.
create function open_session(wanted text, key text, hash text, device text, from_network text, at timestamptz) returns table (
  opened boolean, locks_until timestamptz, account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, expires_at timestamptz)
  language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
  account accounts;
begin
  -- Guesses that come at once count one by one.
  select a.* into account from accounts a where a.name = wanted for no key update;
  if not found then
    perform count_refusal(null, from_network, at);
    return;
  end if;
  select account.id, account.name, account.post, account.bureau, u.id, u.kind, u.name, u.scope, at + interval '10 hours'
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, expires_at
    from units u where u.id = account.unit_id;
  select t.opened, t.locks_until into opened, locks_until from take_key(account, key, device, at) t;
  if opened then insert into sessions values (hash, account.id, at, at, expires_at, null, scope);
  else perform count_refusal(account.id, from_network, at);
  end if;
  return next;
end
$$;
revoke all on function open_session from public;
grant execute on function open_session to yuanqitong_app;

-- Who is asking: answers for a live session and moves the transaction into that person's scope, in one round trip.
create function enter_session(hash text, at timestamptz) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, last_seen_at timestamptz)
  language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, s.unit_scope, s.last_seen_at
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, last_seen_at
    from sessions s join accounts a on a.id = s.account_id join units u on u.id = a.unit_id
   where s.token_hash = hash and s.expires_at > at and s.ended_in is null and a.disabled_at is null;
  if found then
    perform set_config('app.session', hash, true), set_config('app.pass', hash, true),
            set_config('app.scope', scope, true), set_config('app.scope_end', left(scope, -1) || '0', true);
    return next;
  end if;
end
$$;
revoke all on function enter_session from public;
grant execute on function enter_session to yuanqitong_app;

-- Ends a session for whoever holds its token.
create function end_session(hash text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions set ended_in = pg_current_xact_id() where token_hash = hash
$$;
revoke all on function end_session from public;
grant execute on function end_session to yuanqitong_app;

-- Proves the password of whoever acts; guesses count like those at the door.
create function prove_password(key text, device text, at timestamptz, out proven boolean, out locks_until timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  account accounts;
begin
  select a.* into account from accounts a where a.id = acting_account() for no key update;
  proven := false;
  if found then select t.opened, t.locks_until into proven, locks_until from take_key(account, key, device, at) t; end if;
end
$$;
revoke all on function prove_password from public;
grant execute on function prove_password to yuanqitong_app;

-- A new password for whoever acts and knows the present one; it ends every other session.
create function change_password(key text, next_hash text, device text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (select p.proven from prove_password(key, device, at) p) then raise exception 'wrong password' using errcode = 'insufficient_privilege'; end if;
  update accounts set password_hash = next_hash, failed_sign_ins = 0, locked_until = null where id = acting_account();
  delete from sessions where account_id = acting_account() and token_hash <> current_setting('app.session');
end
$$;
revoke all on function change_password from public;
grant execute on function change_password to yuanqitong_app;

-- An account of the administrator who acts, held until the transaction ends; no row for anybody else.
create function held_account(wanted uuid) returns table (id uuid, name text, disabled_at timestamptz, scope text)
  language sql security definer rows 1 set search_path = public, pg_temp as $$
  select a.id, a.name, a.disabled_at, u.scope from accounts a join units u on u.id = a.unit_id
   where a.id = wanted and starts_with(u.scope, opened_scope())
     and exists (select from accounts o where o.id = acting_account() and o.post = 'system-admin')
     for no key update of a
$$;
revoke all on function held_account from public;
grant execute on function held_account to yuanqitong_app;

-- What the administrator does to an account.
create function create_account(id uuid, unit_id uuid, name text, post text, password_hash text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from accounts o where o.id = acting_account() and o.post = 'system-admin')
     or not exists (select from units u where u.id = create_account.unit_id and starts_with(u.scope, opened_scope())) then
    raise exception 'accounts are the administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into accounts (id, unit_id, name, post, password_hash, created_at) values (id, unit_id, name, post, password_hash, at);
end
$$;
revoke all on function create_account from public;
grant execute on function create_account to yuanqitong_app;

-- A new password opens a locked account too; whoever was signed in with the old one is signed out.
create function reset_password(wanted uuid, next_hash text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found then raise exception 'accounts are the administrator''s' using errcode = 'insufficient_privilege'; end if;
  update accounts set password_hash = next_hash, failed_sign_ins = 0, locked_until = null where id = wanted;
  perform end_session(token_hash) from sessions where account_id = wanted;
end
$$;
revoke all on function reset_password from public;
grant execute on function reset_password to yuanqitong_app;

-- Closed since then, or open again where that is null; never one's own.
create function close_account(wanted uuid, since timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() then raise exception 'accounts are the administrator''s' using errcode = 'insufficient_privilege'; end if;
  update accounts set disabled_at = since where id = wanted;
  if since is not null then delete from sessions where account_id = wanted; end if;
end
$$;
revoke all on function close_account from public;
grant execute on function close_account to yuanqitong_app;

-- Clears what has no meaning any more: ended sessions, and the replies to keys that no browser repeats after a week.
create function forget_expired(at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sessions where expires_at <= at or ended_in is not null;
  delete from idempotency_keys k where k.at < forget_expired.at - interval '7 days'
$$;
revoke all on function forget_expired from public;
grant usage on schema public to yuanqitong_jobs;
grant execute on function forget_expired to yuanqitong_jobs;

-- Who holds a feed's secret reads what its account may see, as long as the account lives.
create function enter_feed(hash text) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text)
  language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, f.scope
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope
    from calendar_feeds f join accounts a on a.id = f.account_id join units u on u.id = a.unit_id
   where f.token_hash = hash and a.disabled_at is null;
  if found then
    perform enter_scope(hash, scope);
    return next;
  end if;
end
$$;
revoke all on function enter_feed from public;
grant execute on function enter_feed to yuanqitong_app;
