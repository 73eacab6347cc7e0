create table files (
  id uuid primary key,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null check (length(name) between 1 and 120),
  captured_at timestamptz,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  perceptual_hash text check (perceptual_hash ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid not null references accounts,
  uploaded_at timestamptz not null,
  scope text collate "C" not null,
  bound boolean not null default false
);
comment on table files is 'One row for each upload; the bytes lie in the content-addressed store under their SHA-256.';
comment on column files.hash is 'SHA-256 of the bytes.';
comment on column files.size is 'In bytes.';
comment on column files.media_type is 'As recognised from the bytes; an open set, the store decides what it accepts.';
comment on column files.captured_at is 'When a photograph was taken, by its own clock.';
comment on column files.latitude is 'Where a photograph was taken, in degrees (WGS 84).';
comment on column files.longitude is 'Where a photograph was taken, in degrees (WGS 84).';
comment on column files.perceptual_hash is '256-bit difference hash of an image, as 64 hexadecimal digits.';
comment on column files.scope is 'The uploader''s unit at first; the record''s own scope once the file is bound to one.';
comment on column files.bound is 'Whether a record uses the file; it then belongs to that record for ever.';
alter table units add foreign key (uscc_proof) references files;

-- The sixteen bands of a picture's hash, each with its number; flat ones, which skies and walls share, left out.
create function picture_bands(hash text) returns integer[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(n * 65536 + band order by n), '{}')
    from (select n, get_byte(decode(hash, 'hex'), 2 * n) * 256 + get_byte(decode(hash, 'hex'), 2 * n + 1) as band
            from generate_series(0, 15) as n) as bands
   where band not in (0, 65535)
$$;
create index files_picture_bands on files using gin (picture_bands(perceptual_hash)) with (fastupdate = off);
create index files_hash on files (hash);
create index files_scope on files (scope);

select keep_in_scope('files', 'select, insert, update (scope, bound)');

-- What proves one record proves no other (G3.4).
create function stays_bound() returns trigger language plpgsql as $$
begin
  raise exception 'a file stays with its record' using errcode = 'restrict_violation';
end
$$;
create trigger stays_bound after update on files for each row when (old.bound) execute function stays_bound();

create table file_checks (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('intact', 'changed', 'missing')),
  checked_at timestamptz not null,
  damaged_since timestamptz,
  constraint file_checks_damaged_since_known check ((state = 'intact') = (damaged_since is null))
);
comment on table file_checks is 'Whether the bytes in the store are still those of their hash, as they were last read: one row for each content, of nobody''s scope.';
comment on column file_checks.damaged_since is 'When it was first found changed or missing; null while it is intact.';
create index file_checks_oldest on file_checks (checked_at);
create index file_checks_damaged on file_checks (damaged_since) where state <> 'intact';
grant select, insert, update (state, checked_at, damaged_since) on file_checks to yuanqitong_app;

-- What was just taken in is intact: its hash was made of it. A copy of damaged bytes that comes in again mends them.
create function file_is_checked() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into file_checks values (new.hash, 'intact', new.uploaded_at, null)
    on conflict (hash) do update set state = 'intact', checked_at = excluded.checked_at, damaged_since = null where file_checks.state <> 'intact';
  return null;
end
$$;
create trigger file_is_checked after insert on files for each row execute function file_is_checked();
