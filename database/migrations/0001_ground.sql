-- What every later file stands on: the application's role, row security by scope, tables that may only grow, the order of names.

-- The server's own account, yuanqitong_app, is made before this (src/platform/postgres/accounts.ts). It owns nothing, bypasses nothing,
-- and is a member of nothing.
grant usage on schema public to yuanqitong_app;

-- A scope is the path of the unit a row belongs to ('33/3304/330421/…/'); a subtree is a range of paths.
-- The scope of this transaction: of the session, feed or link whose secret was shown to enter_session() and its like, or of the
-- objection that this transaction has filed or added to. It is looked up anew by that secret, which the server's account can read
-- nowhere: setting 'app.pass' to anything else opens nothing.
-- Without one there is no scope, so that a connection that was told nothing sees nothing.
create function opened_scope() returns text
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
declare
  pass text := current_setting('app.pass', true);
  found_scope text;
begin
  if coalesce(pass, '') = '' then return null; end if;
  select s.unit_scope into found_scope from sessions s where s.token_hash = pass and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  if found then return found_scope; end if;
  select f.scope into found_scope from calendar_feeds f where f.token_hash = pass;
  if found then return found_scope; end if;
  select l.scope into found_scope from confirmation_links l where l.token_hash = pass;
  if found then return found_scope; end if;
  if pass ~ '^objection [0-9a-f-]{36}$' then
    select o.scope into found_scope from notice_objections o
     where o.id = substr(pass, 11)::uuid
       and (o.xmin = pg_current_xact_id_if_assigned()::xid
         or exists (select from notice_objection_additions d where d.objection_id = o.id and d.xmin = pg_current_xact_id_if_assigned()::xid));
  end if;
  return found_scope;
end
$$;
revoke all on function opened_scope from public;
grant execute on function opened_scope to yuanqitong_app;

-- The same as a range, for an index that begins with the scope. It finds the way in and is no lock: that is the policy's.
create function in_scope(scope text) returns boolean
  language sql stable parallel safe
  return scope >= current_setting('app.scope', true) collate "C"
     and scope < current_setting('app.scope_end', true) collate "C";

-- Moves the rest of the transaction into the scope that a secret opens: from '…/' up to '…0', the next character after the slash.
create function enter_scope(pass text, scope text) returns void language plpgsql as $$
begin
  perform set_config('app.pass', pass, true), set_config('app.scope', scope, true), set_config('app.scope_end', left(scope, -1) || '0', true);
end
$$;

-- Declares a table's scope: row security by subtree for the application's role, and the rights it has. A row is found by a key
-- beside its scope: inside coalesce() the planner does not take the scope for a second, independent filter that leaves hardly a
-- row, nor for a way in that reads all of a county for one of its records; as a sub-select the scope is looked up once a
-- statement, in a session by a view, which costs a fifth of the function. What lists a range says so itself, with in_scope(): that is
-- read by an index that begins with the scope.
create function keep_in_scope(tbl regclass, rights text) returns void language plpgsql as $$
begin
  if exists (select from pg_index where indrelid = tbl and pg_get_indexdef(indexrelid, 1, true) = 'scope') then
    -- Parks lie close together in the paths: a hundred steps are too few to tell a county's share.
    execute format('alter table %s alter column scope set statistics 1000', tbl);
  end if;
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy subtree on %s to yuanqitong_app using (coalesce(starts_with(scope, '
    'coalesce((select unit_scope from opened_session), (select opened_scope()))), false))', tbl);
  execute format('grant %s on %s to yuanqitong_app', rights, tbl);
end
$$;

-- Lets everybody read, besides, the rows of the units above the own one. After keep_in_scope().
create function show_from_below(tbl regclass) returns void language plpgsql as $$
begin
  execute format('create policy from_below on %s for select to yuanqitong_app '
    'using (starts_with((select opened_scope()), scope))', tbl);
end
$$;

-- Whether something is said or numbered at all: signs alone say nothing. By code points, so that no locale of the cluster matters.
create function holds_letter(said text) returns boolean
  language sql immutable
  return said ~ '[A-Za-z\u00C0-\u1FFF\u3040-\uFAFF\U00020000-\U0003FFFF]';
create function holds_letter_or_digit(said text) returns boolean
  language sql immutable
  return said ~ '[0-9A-Za-z\u00C0-\u1FFF\u3040-\uFAFF\U00020000-\U0003FFFF]';

-- A fact may be keyed in long after it happened, never before: its day is not after the day of its entry, in the programme's zone.
create function happened_before(on_day date, entered_at timestamptz) returns boolean
  language sql immutable
  return on_day <= (entered_at at time zone interval '8 hours')::date;

-- Guards the tables that may only grow.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Declares a table append-only: not even its owner changes a row.
create function keep_forever(tbl regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', tbl);
  execute format('create trigger append_only_all before truncate on %s for each statement execute function refuse_change()', tbl);
end
$$;

-- A job is a row added in the transaction that wants it done; the job queue's schema is installed beside ours.
create function enqueue_job(task text, payload json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload);
end
$$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to yuanqitong_app;

-- The order of names of firms, posts and batches: by sound, digits as numbers; places are ordered by their scope instead.
create collation name_order (provider = icu, locale = 'zh-u-kn-true');
comment on collation name_order is 'Chinese names by sound, 6号 before 12号.';

-- A number written in characters after 第 counts as one: 第二批 before 第十批 before 第十二批.
create function name_order_key(name text) returns text
  language sql immutable strict parallel safe as $$
  select case when m is null or m[1] || m[2] || m[3] = '' then name
    else regexp_replace(name, '第[一二三四五六七八九]?十?[一二三四五六七八九]?', '第' || case
      when m[2] = '' then strpos(digits, m[1])::text || m[3]
      else ((case when m[1] = '' then 1 else strpos(digits, m[1]) end) * 10
            + case when m[3] = '' then 0 else strpos(digits, m[3]) end)::text end)
    end
    from (select regexp_match(name, '第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)') as m, '一二三四五六七八九' as digits) found
$$;
comment on function name_order_key(text) is 'A name with the number after its first 第 in digits, to be ordered by name_order.';
grant execute on function name_order_key(text) to yuanqitong_app;
