-- What was done, by whom, with the state before and after: written in the transaction of the act itself.
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
comment on table audit_events is 'Append-only record of every act.';
create index audit_events_scope on audit_events (scope, at);
create index audit_events_subject on audit_events (subject, at);
select keep_forever('audit_events');
alter table audit_events enable row level security;
create policy subtree on audit_events for select to yuanqitong_app using (in_scope(scope));
create policy anyone_records on audit_events for insert to yuanqitong_app with check (true);
grant select, insert on audit_events to yuanqitong_app;

-- A job is a row added in the transaction that wants it done; the worker's schema is installed beside ours.
create function enqueue_job(task text, payload json) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload);
end
$$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to yuanqitong_app;
