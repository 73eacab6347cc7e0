-- Who calls, known by more than a session: the browsers an account was entered from, and what was refused at the door.

create table known_devices (
  account_id uuid not null references accounts,
  token_hash text not null,
  network text collate "C" not null,
  trusted boolean not null default true,
  failures integer not null default 0,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (account_id, token_hash, network)
);
comment on table known_devices is 'Browsers that an account was entered from, with the networks they came from; nobody reads it, functions answer about it.';
comment on column known_devices.token_hash is 'SHA-256 of the secret in the device''s cookie; the secret itself is kept nowhere.';
comment on column known_devices.network is 'IPv4 address, or the first 64 bits of an IPv6 address.';
comment on column known_devices.trusted is 'Whether it opens an account that strangers have locked: until the password changes, or is guessed at from here.';
comment on column known_devices.failures is 'Wrong passwords from this device since its last sign-in.';
create index known_devices_token on known_devices (token_hash);
create index known_devices_network on known_devices (network);
create index known_devices_seen on known_devices (seen_at);

create table sign_in_refusals (
  hour timestamptz not null,
  account_id uuid references accounts,
  network text collate "C" not null,
  n integer not null check (n > 0),
  unique nulls not distinct (hour, account_id, network)
);
comment on table sign_in_refusals is 'Refused sign-ins, counted by hour, account and network; kept for half a year.';
comment on column sign_in_refusals.account_id is 'Null for names that no account has: they may be passwords typed in the wrong field, and are not kept.';

-- Whether an account was entered from this device before, and may be entered from it while strangers have locked it.
create function device_trusted(account uuid, device text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from known_devices d where d.account_id = account and d.token_hash = device and d.trusted)
$$;

-- Known by whoever's account: a browser that several people use keeps one secret.
create function device_known(device text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from known_devices d where d.token_hash = device)
$$;

-- A device is known by a live session of the account; `at` is not believed where it lies ahead.
create function remember_device(session text, device text, from_network text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into known_devices as d (account_id, token_hash, network, first_seen_at, seen_at)
  select s.account_id, device, from_network, s.created_at, s.created_at from sessions s
   where s.token_hash = session and s.expires_at > at and s.ended_in is null
  on conflict (account_id, token_hash, network) do update set seen_at = excluded.seen_at, trusted = true, failures = 0
$$;

-- A wrong password from a trusted device; after `most` it is a stranger's. Whether it is still trusted.
create function distrust_device(account uuid, device text, most integer) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with counted as (
    update known_devices d set failures = d.failures + 1, trusted = d.trusted and d.failures + 1 < most
     where d.account_id = account and d.token_hash = device returning d.trusted)
  select coalesce(bool_or(trusted), false) from counted
$$;

create function count_refusal(account uuid, from_network text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into sign_in_refusals as r (hour, account_id, network, n) values (date_trunc('hour', at), account, from_network, 1)
  on conflict (hour, account_id, network) do update set n = r.n + 1
$$;

-- Nothing younger than half a year goes, and no count of objections younger than ninety days, whatever moment is said.
create function forget_callers(at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from sign_in_refusals where hour < least(at, clock_timestamp()) - interval '183 days';
  delete from known_devices where seen_at < least(at, clock_timestamp()) - interval '183 days';
  delete from objection_senders where seen_at < least(at, clock_timestamp()) - interval '90 days';
$$;

-- Whether an answer for an enterprise came from a device, or a network, that somebody who looks after it has signed in from: its
-- park, or an authority above. `place`: the scope of the enterprise.
create function called_by_overseer(place text, device text, from_network text, since timestamptz) returns table (by_device boolean, by_network boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_or(d.token_hash = device), false), coalesce(bool_or(d.network = from_network), false)
    from known_devices d join accounts a on a.id = d.account_id join units u on u.id = a.unit_id
   where (d.token_hash = device or d.network = from_network) and d.seen_at >= since and u.kind <> 'enterprise' and starts_with(place, u.scope)
$$;

revoke all on function device_trusted, device_known, remember_device, distrust_device, count_refusal, forget_callers, called_by_overseer from public;
-- The others are called by what takes a proof, which counts for itself.
grant execute on function device_known, remember_device, called_by_overseer to yuanqitong_app;
grant execute on function forget_callers to yuanqitong_jobs;

-- A new password ends what the old one had opened; where an account was entered from stays on record.
create function devices_end_with_password() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update known_devices set trusted = false where account_id = new.id;
  return null;
end
$$;
create trigger devices_end_with_password after update of password_hash on accounts
  for each row when (old.password_hash is distinct from new.password_hash) execute function devices_end_with_password();
