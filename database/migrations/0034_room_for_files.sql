-- How much room each unit's files take, and how bytes that no record needs leave the store again.

create table unit_storage (
  unit_id uuid not null references units,
  part text not null check (part ~ '^[0-9a-f]$'),
  bytes bigint not null check (bytes >= 0),
  scope text collate "C" not null,
  primary key (unit_id, part)
);
comment on table unit_storage is 'The room that the files of a unit''s people take, kept with every upload and every file that expires; in sixteen parts, so that uploads of one moment do not all wait for one row.';
comment on column unit_storage.part is 'First digit of the hash of what is counted here.';
comment on column unit_storage.bytes is 'The same content, sent by several people of the unit or for several records, counts once.';
create index unit_storage_scope on unit_storage (scope);
select keep_in_scope('unit_storage', 'select');

create table loose_contents (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  since timestamptz not null
);
comment on table loose_contents is 'Bytes that may lie in the store while no row of files names them: about to be named by an upload, or left by one that was refused or whose file has expired. Of nobody''s scope.';
comment on column loose_contents.since is 'When they were last put there or left. They are removed two days later: after any upload has ended, and any backup that still names them.';
create index loose_contents_oldest on loose_contents (since);
grant select, update (since), delete on loose_contents to yuanqitong_app;

create index files_unbound on files (uploaded_at) where not bound;

create function files_take_room() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  delete from loose_contents where hash in (select hash from taken_in);
  for one in
    select distinct u.id, left(t.hash, 1) as part, u.scope from taken_in t join accounts a on a.id = t.uploaded_by join units u on u.id = a.unit_id order by u.id, part
  loop
    insert into unit_storage values (one.id, one.part, 0, one.scope) on conflict (unit_id, part) do nothing;
    -- Two uploads of the same content by one unit wait for each other here, so that each sees what the other has brought.
    perform from unit_storage where unit_id = one.id and part = one.part for update;
    update unit_storage set bytes = bytes + (
      select coalesce(sum(size), 0)
        from (select distinct on (t.hash) t.hash, t.size from taken_in t join accounts a on a.id = t.uploaded_by where a.unit_id = one.id and left(t.hash, 1) = one.part order by t.hash, t.size) fresh
       where not exists (
         select from files f join accounts a on a.id = f.uploaded_by
          where f.hash = fresh.hash and a.unit_id = one.id and f.id not in (select id from taken_in)))
     where unit_id = one.id and part = one.part;
  end loop;
  return null;
end
$$;
create trigger files_take_room after insert on files referencing new table as taken_in for each statement execute function files_take_room();

create function files_leave_room() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one record;
begin
  for one in select distinct a.unit_id as id, left(g.hash, 1) as part from gone g join accounts a on a.id = g.uploaded_by order by 1, 2 loop
    perform from unit_storage where unit_id = one.id and part = one.part for update;
    update unit_storage set bytes = bytes - (
      select coalesce(sum(size), 0)
        from (select distinct on (g.hash) g.hash, g.size from gone g join accounts a on a.id = g.uploaded_by where a.unit_id = one.id and left(g.hash, 1) = one.part order by g.hash, g.size) last
       where not exists (select from files f join accounts a on a.id = f.uploaded_by where f.hash = last.hash and a.unit_id = one.id))
     where unit_id = one.id and part = one.part;
  end loop;
  return null;
end
$$;
create trigger files_leave_room after delete on files referencing old table as gone for each statement execute function files_leave_room();

create trigger stays_with_record before delete on files for each row when (old.bound) execute function stays_bound();

-- An upload of more than thirty days ago that proves nothing; what a prepared act waits to bind is none.
create function is_expired(f files, at timestamptz) returns boolean language sql stable as $$
  select not f.bound and f.uploaded_at < least(at, now()) - interval '30 days'
     and not exists (select from prepared_acts p where p.ended is null and strpos(p.body::text, f.id::text) > 0)
$$;

create function expired_uploads(at timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from files f where is_expired(f, at) order by f.uploaded_at limit most
$$;

-- Ends one of them, and records it; its bytes become loose where no other file has them. False where it is none of them any more.
create function expire_upload(file uuid, event uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone files;
begin
  delete from files f where f.id = file and is_expired(f, at) returning f.* into gone;
  if gone.id is null then return false; end if;
  insert into audit_events (id, at, kind, subject, scope, before)
  values (event, at, 'file.expired', gone.id, gone.scope, jsonb_build_object('name', gone.name, 'hash', gone.hash, 'size', gone.size));
  if not exists (select from files where hash = gone.hash) then
    insert into loose_contents values (gone.hash, at) on conflict (hash) do update set since = excluded.since;
    delete from file_checks where hash = gone.hash;
  end if;
  return true;
end
$$;

-- Says that bytes are about to lie in the store, unless the unit's files would take more room with them than it may have: then how much
-- they take now, and nothing is written.
create function claim_room(content text, size bigint, unit uuid, room bigint, at timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used bigint := (select coalesce(sum(s.bytes), 0) from unit_storage s where s.unit_id = unit);
begin
  if used + size > room and not exists (select from files f join accounts a on a.id = f.uploaded_by where f.hash = content and a.unit_id = unit) then
    return used;
  end if;
  insert into loose_contents values (content, at) on conflict (hash) do update set since = excluded.since;
  return null;
end
$$;

-- Whether a file has these bytes, whoever may see it.
create function content_named(content text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from files where hash = content);

revoke all on function is_expired, expired_uploads, expire_upload, claim_room, content_named from public;
grant execute on function expired_uploads, expire_upload, claim_room, content_named to yuanqitong_app;

insert into unit_storage
select unit_id, left(hash, 1), sum(size), scope
  from (select distinct a.unit_id, u.scope, f.hash, f.size from files f join accounts a on a.id = f.uploaded_by join units u on u.id = a.unit_id) held
 group by unit_id, left(hash, 1), scope;
