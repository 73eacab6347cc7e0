create table batches (
  id uuid primary key,
  edition text not null check (edition ~ '^[a-z][a-z0-9-]{2,39}$'),
  first_year integer not null check (first_year between 2020 and 2100),
  name text not null unique,
  created_at timestamptz not null,
  standing boolean not null generated always as (edition like '%-standing') stored,
  unique (id, standing)
);
comment on column batches.standing is 'No programme: service that goes on without a pilot (G6.1).';
comment on table batches is 'A batch of pilots: an edition of the rules with its first year. Neither ever changes (G0, H0).';
comment on column batches.edition is 'Id of the edition of the rules; an open set, each edition adds one.';
select keep_forever('batches');
grant select, insert on batches to yuanqitong_app;

create table pilots (
  id uuid primary key,
  batch_id uuid not null references batches,
  park_id uuid not null references units,
  county_id uuid not null references units,
  scope text collate "C" not null,
  award_fen bigint not null check (award_fen >= 0),
  admitted_on date not null,
  runs_from date not null,
  runs_to date not null check (runs_to > runs_from),
  standing boolean not null default false,
  unique (batch_id, park_id),
  constraint pilots_standing_of_batch foreign key (batch_id, standing) references batches (id, standing),
  -- A park that serves without a pilot is given nothing (G6.1).
  constraint pilots_standing_without_award check (standing = (award_fen = 0)),
  -- A row of money names its pilot and its scope together, so that neither can be another's.
  unique (id, scope)
);
comment on table pilots is 'A park in a batch. It keeps its batch, park and award for life.';
comment on column pilots.scope is 'The park''s.';
comment on column pilots.award_fen is 'The whole provincial award, in fen; nothing for standing service.';
comment on column pilots.standing is 'As its batch: service that goes on without a pilot, outside counting and award (G6.1).';
comment on column pilots.runs_from is 'First day of the period of its batch, by its edition; the last is runs_to.';
create index pilots_park on pilots (park_id);
create index pilots_scope on pilots (scope);
select keep_forever('pilots');
select keep_in_scope('pilots', 'select, insert');
-- An enterprise sees, above its own unit, the pilot it belongs to (G3.3).
select show_from_below('pilots');

-- A park runs in one batch at a time: the most it may be given is the most of one award (G0).
create function one_batch_at_once() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.park_id::text, 4));
  -- Standing service goes on beside a pilot, once for a park.
  if exists (select from pilots p
              where p.park_id = new.park_id and p.batch_id <> new.batch_id and p.standing = new.standing
                and daterange(p.runs_from, p.runs_to, '[]') && daterange(new.runs_from, new.runs_to, '[]')) then
    raise exception 'the park runs in another batch' using errcode = 'exclusion_violation', constraint = 'pilots_one_batch_at_once';
  end if;
  return new;
end
$$;
create trigger one_batch_at_once after insert on pilots for each row execute function one_batch_at_once();
