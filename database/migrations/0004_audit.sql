create table audit_events (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  account_id uuid references accounts,
  post text,
  subject uuid,
  scope text collate "C" not null,
  before jsonb,
  after jsonb
);
comment on table audit_events is 'Append-only record of every act, written in the transaction of the act itself.';
comment on column audit_events.kind is 'Subject and verb (tranche.released); an open set, every command names its own.';
comment on column audit_events.account_id is 'Who acted; null for what nobody signed in for.';
comment on column audit_events.post is 'The post as it was named then; not checked, so that old records outlive a renamed post.';
comment on column audit_events.subject is 'Id of what was acted upon.';
comment on column audit_events.before is 'State before the act; null for what is new.';
comment on column audit_events.after is 'State after the act.';
create index audit_events_scope on audit_events (scope, at);
create index audit_events_subject on audit_events (subject, at);
select keep_forever('audit_events');

select keep_in_scope('audit_events', 'select');

-- Writes what an act leaves behind: who did it is read off the session, and is nobody where there is none. `kept`: the reply that a
-- repeated key of that person is answered with.
create function record_events(events jsonb, kept jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor uuid;
  actor_post text;
begin
  select a.id, a.post into actor, actor_post from sessions s join accounts a on a.id = s.account_id
   where s.token_hash = current_setting('app.session', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  insert into audit_events (id, at, kind, account_id, post, subject, scope, before, after)
  select e.id, e.at, e.kind, actor, actor_post, e.subject, e.scope, e.before, e.after
    from jsonb_to_recordset(events) as e (id uuid, at timestamptz, kind text, subject uuid, scope text, before jsonb, after jsonb);
  if kept is not null then
    insert into idempotency_keys (account_id, key, route, request_hash, status, reply, at)
    values (actor, kept ->> 'key', kept ->> 'route', kept ->> 'requestHash', (kept ->> 'status')::integer, kept -> 'reply', (kept ->> 'at')::timestamptz);
  end if;
end
$$;
revoke all on function record_events from public;
grant execute on function record_events to yuanqitong_app;

-- What the product asks about its own state, whoever asks: no row of anybody is told.
create function product_health() returns table (at timestamptz, last_event_at timestamptz, oldest_job_at timestamptz, failed_jobs integer, damaged_files integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  at := clock_timestamp();
  -- Ids grow with time.
  select e.at into last_event_at from audit_events e order by e.id desc limit 1;
  select count(*)::integer into damaged_files from file_checks c where c.state <> 'intact';
  -- The schema of the job queue is installed beside ours, by its library.
  if to_regclass('graphile_worker.jobs') is not null then
    select min(j.run_at) filter (where j.locked_at is null and j.attempts < j.max_attempts), (count(*) filter (where j.attempts >= j.max_attempts))::integer
      into oldest_job_at, failed_jobs from graphile_worker.jobs j;
  end if;
  return next;
end
$$;
revoke all on function product_health from public;
grant execute on function product_health to yuanqitong_app;
