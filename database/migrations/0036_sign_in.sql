-- How people come in, beyond a password that fits: what a password may be, and what a session may do before that is settled.

create table sign_in_rules (
  id boolean primary key default true check (id),
  password_days integer check (password_days > 0),
  idle_minutes integer check (idle_minutes > 0),
  session_hours integer not null default 12 check (session_hours > 0)
);
comment on table sign_in_rules is 'The operator''s settings, in one row: written by the owner at every start, read by the functions that open a session.';
comment on column sign_in_rules.password_days is 'Age in days at which a password must be changed; null where it never must.';
comment on column sign_in_rules.idle_minutes is 'A session in which nothing was asked for so long has ended; null where none does.';
comment on column sign_in_rules.session_hours is 'How long a session lives at most.';
insert into sign_in_rules default values;

alter table sessions add column id uuid not null default gen_random_uuid() unique, add column network text collate "C", add column agent text;
comment on column sessions.id is 'By which its person names it; it opens nothing.';
comment on column sessions.network is 'Where it was opened from: IPv4 address, or the first 64 bits of an IPv6 address.';
comment on column sessions.agent is 'What the browser called itself when it was opened.';

-- Whether a session still answers.
create function session_lives(session sessions, at timestamptz) returns boolean language sql stable as $$
  select session.expires_at > at and session.ended_in is null
     and not coalesce(session.last_seen_at + (select r.idle_minutes from sign_in_rules r) * interval '1 minute' <= at, false)
$$;
revoke all on function session_lives from public;

alter table accounts add column password_set_at timestamptz, add column must_change boolean not null default false;
comment on column accounts.password_set_at is 'When the password was set; null where it is as old as the account.';
alter table accounts alter column password_hash drop not null, add column activated boolean not null generated always as (password_hash is not null) stored;
comment on column accounts.activated is 'Somebody has chosen a password for it.';
grant select (activated) on accounts to yuanqitong_app;
comment on column accounts.must_change is 'The password was given by somebody else: a session does nothing but change it.';

create table former_passwords (
  account_id uuid not null references accounts,
  no integer not null,
  password_hash text not null,
  primary key (account_id, no)
);
comment on table former_passwords is 'Hashes of the passwords before the present one, which are not taken again; nobody reads them.';
comment on column former_passwords.no is 'Grows with each password of the account.';

create function keep_former_password() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into former_passwords
  select old.id, coalesce(max(f.no), 0) + 1, old.password_hash from former_passwords f where f.account_id = old.id;
  delete from former_passwords f
   where f.account_id = old.id and f.no <= (select max(l.no) - 5 from former_passwords l where l.account_id = old.id);
  return null;
end
$$;
create trigger keep_former_password after update of password_hash on accounts
  for each row when (old.password_hash is not null and old.password_hash is distinct from new.password_hash) execute function keep_former_password();

-- The hashes of the last five, that a new password is compared with: the present one first, where there is one.
create function last_passwords(account uuid) returns text[] language sql stable as $$
  select array_agg(p.password_hash order by p.no desc)
    from (select a.password_hash, null::integer as no from accounts a where a.id = account and a.password_hash is not null
          union all select f.password_hash, f.no from former_passwords f where f.account_id = account order by no desc limit 5) p
$$;
revoke all on function last_passwords from public;

-- What the keys of a new password are derived with, to be compared with the last five of whoever acts.
create function last_password_costs() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(substring(p.hash from '^(.+)\$[^$]*$') order by p.no) from unnest(last_passwords(acting_account())) with ordinality p (hash, no)
$$;
revoke all on function last_password_costs from public;
grant execute on function last_password_costs to yuanqitong_app;

-- Whether a password was one of them. `keys`: its key by the costs of each, in their order; with another number nothing was compared.
create function used_before(account uuid, keys text[]) returns boolean language plpgsql stable as $$
declare
  hashes text[] := coalesce(last_passwords(account), '{}');
begin
  if cardinality(keys) is distinct from cardinality(hashes) then
    raise exception 'a new password is compared with the last ones' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from unnest(keys, hashes) p (key, hash) where encode(sha256(decode(p.key, 'hex')), 'hex') = substring(p.hash from '[^$]*$'));
end
$$;
revoke all on function used_before from public;

-- A new password for whoever acts and knows the present one; it ends every other session. False where it was used before.
drop function change_password(text, text, text, timestamptz);
create function change_password(key text, next_hash text, next_keys text[], device text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  account uuid := acting_account();
begin
  if not (select p.proven from prove_password(key, device, at) p) then raise exception 'wrong password' using errcode = 'insufficient_privilege'; end if;
  if used_before(account, next_keys) then return false; end if;
  update accounts set password_hash = next_hash, password_set_at = at, must_change = false, failed_sign_ins = 0, locked_until = null where id = account;
  delete from sessions where account_id = account and token_hash <> current_setting('app.session');
  return true;
end
$$;
revoke all on function change_password from public;
grant execute on function change_password to yuanqitong_app;

-- What a session has to do before anything else; null where nothing is due.
create function due_of(account accounts, at timestamptz) returns text language sql stable as $$
  select 'password' where account.must_change
      or coalesce(account.password_set_at, account.created_at) + (select r.password_days from sign_in_rules r) * interval '1 day' <= at
$$;
revoke all on function due_of from public;

-- Who is asking: answers for a live session and moves the transaction into that person's scope, in one round trip. While something is
-- due the session opens no scope, and does nothing but what its functions let it.
drop function enter_session(text, timestamptz);
create function enter_session(hash text, at timestamptz) returns table (
  account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, last_seen_at timestamptz, due text)
  language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, s.unit_scope, s.last_seen_at, due_of(a, at)
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, last_seen_at, due
    from sessions s join accounts a on a.id = s.account_id join units u on u.id = a.unit_id
   where s.token_hash = hash and session_lives(s, at) and a.disabled_at is null;
  if not found then return; end if;
  perform set_config('app.session', hash, true);
  if due is null then
    perform set_config('app.pass', hash, true), set_config('app.scope', scope, true), set_config('app.scope_end', left(scope, -1) || '0', true);
  end if;
  return next;
end
$$;
revoke all on function enter_session from public;
grant execute on function enter_session to yuanqitong_app;

-- As before, and tells what is due.
drop function open_session(text, text, text, text, text, timestamptz);
create function open_session(wanted text, key text, hash text, device text, from_network text, agent text, at timestamptz) returns table (
  opened boolean, locks_until timestamptz, account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text,
  expires_at timestamptz, due text)
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
  select account.id, account.name, account.post, account.bureau, u.id, u.kind, u.name, u.scope, at + r.session_hours * interval '1 hour', due_of(account, at)
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, expires_at, due
    from units u, sign_in_rules r where u.id = account.unit_id;
  select t.opened, t.locks_until into opened, locks_until from take_key(account, key, device, at) t;
  if opened then
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, unit_scope, network, agent)
    values (hash, account.id, at, at, expires_at, scope, from_network, open_session.agent);
  else perform count_refusal(account.id, from_network, at);
  end if;
  return next;
end
$$;
revoke all on function open_session from public;
grant execute on function open_session to yuanqitong_app;

-- As before; an account without a password is opened by none.
create or replace function take_key(account accounts, key text, device text, at timestamptz, out opened boolean, out locks_until timestamptz) language plpgsql as $$
declare
  trusted boolean := device_trusted(account.id, device);
  locked boolean := coalesce(account.locked_until > at, false);
begin
  opened := false;
  if account.disabled_at is not null or account.password_hash is null or (locked and not trusted) then return; end if;
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

create table activation_links (
  token_hash text primary key,
  account_id uuid not null references accounts,
  created_by uuid not null references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table activation_links is 'Links with which a person chooses the password of an account; nobody reads it, functions answer about it.';
comment on column activation_links.token_hash is 'SHA-256 of the secret in the link; the secret itself is kept nowhere.';
comment on column activation_links.expires_at is 'Until then it is taken; a later link of the account ends it earlier.';
create index activation_links_account on activation_links (account_id);

-- By the administrator: from now on only this link gives the account a password. What the former password had opened ends at once.
create function issue_activation(wanted uuid, hash text, at timestamptz, until timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() then raise exception 'accounts are the administrator''s' using errcode = 'insufficient_privilege'; end if;
  update activation_links l set expires_at = least(l.expires_at, at) where l.account_id = wanted and l.used_at is null;
  insert into activation_links values (hash, wanted, acting_account(), at, until, null);
  update accounts set password_hash = null, failed_sign_ins = 0, locked_until = null where id = wanted;
  perform end_session(token_hash) from sessions where account_id = wanted;
end
$$;
revoke all on function issue_activation from public;
grant execute on function issue_activation to yuanqitong_app;

-- What a link opens, for whoever holds it. `costs`: as last_password_costs().
create function opened_activation(hash text, at timestamptz) returns table (
  account_id uuid, name text, post text, unit_name text, scope text, state text, expires_at timestamptz, costs text[])
  language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select a.id, a.name, a.post, u.name, u.scope,
         case when l.used_at is not null then 'used' when a.disabled_at is not null then 'closed' when l.expires_at <= at then 'expired' else 'open' end,
         l.expires_at,
         coalesce((select array_agg(substring(p.hash from '^(.+)\$[^$]*$') order by p.no) from unnest(last_passwords(a.id)) with ordinality p (hash, no)), '{}')
    from activation_links l join accounts a on a.id = l.account_id join units u on u.id = a.unit_id
   where l.token_hash = hash
$$;
revoke all on function opened_activation from public;
grant execute on function opened_activation to yuanqitong_app;

-- The first password, or the next after a reset, for whoever holds a link that is open; false where it was used before, null where the
-- link is not open any more.
create function activate_account(hash text, next_hash text, next_keys text[], at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  account accounts;
begin
  select a.* into account from activation_links l join accounts a on a.id = l.account_id
   where l.token_hash = hash and l.used_at is null and l.expires_at > at and a.disabled_at is null for no key update;
  if not found then return null; end if;
  if used_before(account.id, next_keys) then return false; end if;
  update activation_links l set used_at = at where l.token_hash = hash;
  update accounts set password_hash = next_hash, password_set_at = at, must_change = false, failed_sign_ins = 0, locked_until = null where id = account.id;
  return true;
end
$$;
revoke all on function activate_account from public;
grant execute on function activate_account to yuanqitong_app;

-- As before, without a password: its person chooses one with a link.
drop function create_account(uuid, uuid, text, text, text, timestamptz);
create function create_account(id uuid, unit_id uuid, name text, post text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from accounts o where o.id = acting_account() and o.post = 'system-admin')
     or not exists (select from units u where u.id = create_account.unit_id and starts_with(u.scope, opened_scope())) then
    raise exception 'accounts are the administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into accounts (id, unit_id, name, post, created_at) values (id, unit_id, name, post, at);
end
$$;
revoke all on function create_account from public;
grant execute on function create_account to yuanqitong_app;
drop function reset_password(uuid, text);

-- A session in which something was asked is not idle; told once a minute at most, by whoever holds its token.
create function session_seen(hash text, at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions s set last_seen_at = at where s.token_hash = hash and session_lives(s, at) and s.last_seen_at < at
$$;
revoke all on function session_seen from public;
grant execute on function session_seen to yuanqitong_app;

-- The sessions of whoever acts that are open, the last seen first.
create function own_sessions(at timestamptz) returns table (
  id uuid, network text, agent text, created_at timestamptz, last_seen_at timestamptz, is_current boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.network, s.agent, s.created_at, s.last_seen_at, s.token_hash = current_setting('app.session', true)
    from sessions s where s.account_id = acting_account() and session_lives(s, at) order by s.last_seen_at desc, s.id
$$;
revoke all on function own_sessions from public;
grant execute on function own_sessions to yuanqitong_app;

-- Ends another session of whoever acts, or all others where none is named; how many it has ended.
create function end_other_sessions(wanted uuid, at timestamptz) returns integer
  language sql security definer set search_path = public, pg_temp as $$
  with ended as (
    update sessions s set ended_in = pg_current_xact_id()
     where s.account_id = acting_account() and session_lives(s, at) and s.token_hash <> current_setting('app.session', true)
       and (wanted is null or s.id = wanted) returning 1)
  select count(*)::integer from ended
$$;
revoke all on function end_other_sessions from public;
grant execute on function end_other_sessions to yuanqitong_app;
