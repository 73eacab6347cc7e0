-- Results of evaluations that everybody may read (G5.3): of one report, once it is over, for the days of the edition.

alter table filings add unique (id, scope);

create table evaluation_publications (
  id uuid primary key,
  filing_id uuid not null,
  version_id uuid not null references filing_versions,
  batch_id uuid not null references batches,
  kind text not null check (kind in ('mid-term-evaluation', 'final-evaluation')),
  batch_name text not null,
  unit_name text not null,
  clause text not null,
  contact text not null check (length(trim(contact)) between 1 and 200),
  results jsonb not null check (jsonb_typeof(results) = 'array' and jsonb_array_length(results) > 0),
  published_by uuid not null,
  publishing_bureau text generated always as ('economy') stored,
  published_at timestamptz not null,
  published_on date not null,
  until_on date not null,
  provisional boolean not null,
  ended text check (ended in ('withdrawn', 'lapsed')),
  ended_by uuid references accounts,
  ended_at timestamptz,
  end_reason text not null default '' check (length(end_reason) <= 1000),
  scope text collate "C" not null,
  foreign key (filing_id, scope) references filings (id, scope),
  foreign key (published_by, publishing_bureau) references accounts (id, bureau),
  constraint evaluation_publications_until_after_published check (until_on > published_on),
  constraint evaluation_publications_end_whole check ((ended is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  constraint evaluation_publications_ended_after check (ended_at >= published_at),
  constraint evaluation_publications_withdrawn_with_reason check ((ended is not distinct from 'withdrawn') = (length(trim(end_reason)) > 0))
);
comment on table evaluation_publications is 'Results of the evaluations of a batch as they were published, by the unit that reports them. What the public reads is copied here word by word.';
comment on column evaluation_publications.version_id is 'The version of the report that was over.';
comment on column evaluation_publications.unit_name is 'The county or the province that evaluated.';
comment on column evaluation_publications.clause is 'The clause by which it is published.';
comment on column evaluation_publications.contact is 'Where to object.';
comment on column evaluation_publications.results is 'Park by park: county, points in hundredths, grade, remark, measures in force; see PublishedResult in policy/evaluation/publication.ts.';
comment on column evaluation_publications.publishing_bureau is 'Constant; the foreign key lets only an account of this bureau publish.';
comment on column evaluation_publications.provisional is 'Whether the rest days of its last day''s year are not announced yet.';
comment on column evaluation_publications.ended is 'withdrawn: taken down with a reason; lapsed: its report was opened again. Null while it stands, and when it ran its course.';
create unique index evaluation_publications_one_stands on evaluation_publications (filing_id) where ended is null;
create index evaluation_publications_scope on evaluation_publications (scope, published_at);
create index evaluation_publications_filing on evaluation_publications (filing_id, published_at);
create index evaluation_publications_batch on evaluation_publications (batch_id, kind);
create index evaluation_publications_published on evaluation_publications (published_at);
select keep_in_scope('evaluation_publications', 'select, insert');
-- Whoever was evaluated sees what was published of them by the units above.
select show_from_below('evaluation_publications');
-- What was published stays as it was; it can only stand longer, or come to its end, as a notice does.
grant update (ended, ended_by, ended_at, end_reason, until_on, provisional) on evaluation_publications to yuanqitong_app;
create trigger notice_ends_once before update on evaluation_publications for each row execute function notice_ends_once();
create function published_stays() returns trigger language plpgsql as $$
declare
  may constant text[] := '{ended,ended_by,ended_at,end_reason,until_on,provisional,publishing_bureau}';
begin
  if tg_op = 'DELETE' or to_jsonb(new) - may is distinct from to_jsonb(old) - may then
    raise exception 'what was published stays as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger published_stays before update or delete on evaluation_publications for each row execute function published_stays();

-- From a report that is over, as it stands, by whoever filed it.
create function results_published_by_their_report() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from filings f
      join filing_versions v on v.filing_id = f.id and v.no = f.version_no
      join accounts a on a.unit_id = f.unit_id
     where f.id = new.filing_id and v.id = new.version_id and f.batch_id = new.batch_id and f.kind = new.kind
       and f.state in ('approved', 'recorded') and a.id = new.published_by) then
    raise exception 'results are published from a report that is over, by whoever filed it'
      using errcode = 'insufficient_privilege', constraint = 'evaluation_publications_of_a_report';
  end if;
  return new;
end
$$;
create trigger published_by_their_report before insert on evaluation_publications
  for each row execute function results_published_by_their_report();

-- A report that is no longer over has no publication that stands.
create function reopened_is_not_on_display() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from evaluation_publications p join filings f on f.id = p.filing_id
              where f.id = new.id and p.ended is null and f.state not in ('approved', 'recorded')) then
    raise exception 'a report that is opened again is not on display' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create constraint trigger reopened_is_not_on_display after update of state on filings deferrable initially deferred
  for each row when (old.state in ('approved', 'recorded') and new.state not in ('approved', 'recorded'))
  execute function reopened_is_not_on_display();

-- For readers without an account: what was published, nothing of who did. `wanted`: one of them with its results, else all of them by
-- the names of the first parks. `newer`: what stands instead of it.
create function published_evaluations(wanted uuid, before timestamptz, most integer) returns table (
  id uuid, kind text, batch_name text, unit_name text, edition text, clause text, contact text, parks integer, first_parks text[],
  results jsonb, published_at timestamptz, published_on date, until_on date, provisional boolean, ended text, end_reason text, newer uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.kind, p.batch_name, p.unit_name, b.edition, p.clause, p.contact, jsonb_array_length(p.results),
         (select array_agg(r.one ->> 'parkName' order by r.nth) from jsonb_array_elements(p.results) with ordinality r (one, nth) where r.nth <= 3),
         case when wanted is not null then p.results end,
         p.published_at, p.published_on, p.until_on, p.provisional, p.ended, p.end_reason,
         (select n.id from evaluation_publications n where n.filing_id = p.filing_id and n.ended is null and p.ended is not null)
    from evaluation_publications p join batches b on b.id = p.batch_id
   where (wanted is null or p.id = wanted)
     and (published_evaluations.before is null or p.published_at < published_evaluations.before)
   order by p.published_at desc, p.id desc
   limit least(greatest(most, 1), 101)
$$;
revoke all on function published_evaluations from public;
grant execute on function published_evaluations to yuanqitong_app;

-- A newer list of rest days moves the last day of results on display, as it does of a notice.
alter table calendar_moves drop constraint calendar_moves_display;
alter table calendar_moves add constraint calendar_moves_display
  check ((kind <> 'notice' or what = 'display') and (what <> 'display' or kind in ('notice', 'mid-term-evaluation', 'final-evaluation')));
