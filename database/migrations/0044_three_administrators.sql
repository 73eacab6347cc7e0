-- Three administrators who exclude each other, and accounts of authorities that two of them open.

alter table accounts drop constraint accounts_post_check, add constraint accounts_post_check check (post in (
  'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
  'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
  'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'expert',
  'system-admin', 'security-admin', 'audit-admin'));
alter table consultation_decisions drop constraint consultation_decisions_post_check, add constraint consultation_decisions_post_check check (post in (
  'park-manager', 'service-officer', 'fund-officer', 'enterprise-contact',
  'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader',
  'province-economy', 'province-economy-leader', 'province-finance', 'province-finance-leader', 'expert',
  'system-admin', 'security-admin', 'audit-admin'));

-- The post of whoever acts: an account has one.
create function acting_post() returns text language plpgsql stable as $$
begin
  return (select a.post from accounts a where a.id = acting_account());
end
$$;
revoke all on function acting_post from public;

-- An account in the scope of an administrator who keeps accounts, held until the transaction ends; no row for anybody else.
create or replace function held_account(wanted uuid) returns table (id uuid, name text, disabled_at timestamptz, scope text)
  language sql security definer rows 1 set search_path = public, pg_temp as $$
  select a.id, a.name, a.disabled_at, u.scope from accounts a join units u on u.id = a.unit_id
   where a.id = wanted and starts_with(u.scope, opened_scope()) and acting_post() in ('system-admin', 'security-admin')
     for no key update of a
$$;

-- By the system administrator alone: whoever closes an account makes no link for it.
create or replace function issue_activation(wanted uuid, hash text, at timestamptz, until timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'system-admin' then
    raise exception 'links are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update activation_links l set expires_at = least(l.expires_at, at) where l.account_id = wanted and l.used_at is null;
  insert into activation_links values (hash, wanted, acting_account(), at, until, null);
  update accounts set password_hash = null, failed_sign_ins = 0, locked_until = null where id = wanted;
  perform end_session(token_hash) from sessions where account_id = wanted;
end
$$;

-- By the security administrator alone: closed since then, or open again where that is null; never one's own.
create or replace function close_account(wanted uuid, since timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'security-admin' then
    raise exception 'closing is the security administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update accounts set disabled_at = since where id = wanted;
  if since is not null then delete from sessions where account_id = wanted; end if;
end
$$;

-- From here on: what two administrators open.
alter table accounts add column by_two boolean not null generated always as (
  post not in ('park-manager', 'service-officer', 'fund-officer', 'enterprise-contact')) stored, add unique (id, post);
comment on column accounts.by_two is 'Two administrators open it, and give it its links: all but those of parks and enterprises.';
grant select (by_two) on accounts to yuanqitong_app;

create table account_requests (
  id uuid primary key,
  account_id uuid not null references accounts,
  act text not null check (act in ('open', 'reopen', 'reset')),
  prepared_by uuid not null,
  preparing_post text not null default 'system-admin' check (preparing_post = 'system-admin'),
  prepared_at timestamptz not null,
  decided_by uuid,
  deciding_post text check (deciding_post = 'security-admin'),
  decided_at timestamptz,
  approved boolean,
  reason text not null default '',
  spent_at timestamptz,
  scope text collate "C" not null,
  foreign key (prepared_by, preparing_post) references accounts (id, post),
  foreign key (decided_by, deciding_post) references accounts (id, post),
  -- Constants of two posts, and an account has one: nobody decides what they prepared; nor is either about the own account.
  check (prepared_by <> account_id and decided_by <> account_id),
  check (num_nulls(decided_by, deciding_post, decided_at, approved) in (0, 4)),
  check (approved is distinct from false or reason <> ''),
  check (spent_at is null or approved)
);
comment on table account_requests is 'What the system administrator has prepared about an account that two open, and what the security administrator answered.';
comment on column account_requests.preparing_post is 'Constant; the foreign key lets only the system administrator prepare.';
comment on column account_requests.deciding_post is 'Constant; the foreign key lets only the security administrator decide.';
comment on column account_requests.approved is 'Null while it waits.';
comment on column account_requests.spent_at is 'When it was used up: a password was chosen, the account opened again, or closed. Until then links are made by it.';
create unique index account_requests_open on account_requests (account_id) where decided_at is null;
create index account_requests_account on account_requests (account_id, prepared_at);
select keep_in_scope('account_requests', 'select');

-- Whether the second administrator has approved, and nothing came of it yet.
create function account_approved(wanted uuid, only_act text) returns boolean language plpgsql stable as $$
begin
  return exists (select from account_requests r where r.account_id = wanted and r.approved and r.spent_at is null and r.act = coalesce(only_act, r.act));
end
$$;
revoke all on function account_approved from public;

-- Whoever writes a link, and by whatever way: of an account that two open only what both want.
create function link_is_approved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select a.by_two from accounts a where a.id = new.account_id) and not account_approved(new.account_id, null) then
    raise exception 'two administrators open this account' using errcode = 'check_violation', constraint = 'links_by_two';
  end if;
  return new;
end
$$;
create trigger link_is_approved before insert on activation_links for each row execute function link_is_approved();

create function reopening_is_approved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not account_approved(new.id, 'reopen') then
    raise exception 'two administrators open this account again' using errcode = 'check_violation', constraint = 'accounts_by_two';
  end if;
  return new;
end
$$;
create trigger reopening_is_approved before update of disabled_at on accounts
  for each row when (old.by_two and old.disabled_at is not null and new.disabled_at is null) execute function reopening_is_approved();

-- A password that somebody has chosen uses up what was approved before.
create function password_spends_approval() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_requests set spent_at = coalesce(new.password_set_at, now()) where account_id = new.id and approved and spent_at is null;
  return null;
end
$$;
create trigger password_spends_approval after update of password_hash on accounts
  for each row when (new.by_two and new.password_hash is not null and old.password_hash is distinct from new.password_hash) execute function password_spends_approval();

-- By the system administrator. Of what two open it is prepared: no link is made for it before the security administrator has approved.
drop function create_account(uuid, uuid, text, text, timestamptz);
create function create_account(id uuid, unit_id uuid, name text, post text, request uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_post() is distinct from 'system-admin'
     or not exists (select from units u where u.id = create_account.unit_id and starts_with(u.scope, opened_scope())) then
    raise exception 'accounts are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into accounts (id, unit_id, name, post, created_at) values (id, unit_id, name, post, at);
  insert into account_requests (id, account_id, act, prepared_by, prepared_at, scope)
  select request, a.id, 'open', acting_account(), at, u.scope from accounts a join units u on u.id = a.unit_id
   where a.id = create_account.id and a.by_two;
end
$$;
revoke all on function create_account from public;
grant execute on function create_account to yuanqitong_app;

-- By the system administrator: a closed account is to be opened again, or a password reset.
create function ask_for_account(request uuid, wanted uuid, wanted_act text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held record;
begin
  select h.* into held from held_account(wanted) h;
  if not found or wanted = acting_account() or acting_post() <> 'system-admin' then
    raise exception 'accounts are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into account_requests (id, account_id, act, prepared_by, prepared_at, scope) values (request, wanted, wanted_act, acting_account(), at, held.scope);
end
$$;
revoke all on function ask_for_account from public;
grant execute on function ask_for_account to yuanqitong_app;

-- By the security administrator, about what waits for an account that is not the own one. What is not opened is closed.
create function decide_account(wanted uuid, is_approved boolean, why text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  waiting account_requests;
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'security-admin' then
    raise exception 'approvals are the security administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update account_requests r set decided_by = acting_account(), deciding_post = 'security-admin', decided_at = at, approved = is_approved, reason = why
   where r.account_id = wanted and r.decided_at is null returning r.* into waiting;
  if not found then raise exception 'nothing waits' using errcode = 'insufficient_privilege'; end if;
  if is_approved and waiting.act = 'reopen' then
    update accounts set disabled_at = null where id = wanted;
    -- With its password it comes in as before; without one it still needs a link.
    update account_requests r set spent_at = at from accounts a where r.id = waiting.id and a.id = wanted and a.activated;
  elsif not is_approved and waiting.act = 'open' then
    update accounts set disabled_at = at where id = wanted;
  end if;
end
$$;
revoke all on function decide_account from public;
grant execute on function decide_account to yuanqitong_app;

-- As before; closing ends what was approved and what waits.
create or replace function close_account(wanted uuid, since timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'security-admin' then
    raise exception 'closing is the security administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update accounts set disabled_at = since where id = wanted;
  if since is null then return; end if;
  delete from sessions where account_id = wanted;
  update account_requests r set spent_at = since where r.account_id = wanted and r.approved and r.spent_at is null;
  update account_requests r set decided_by = acting_account(), deciding_post = 'security-admin', decided_at = since, approved = false, reason = '账号停用'
   where r.account_id = wanted and r.decided_at is null;
end
$$;
