create table evidence (
  id uuid primary key,
  service_id uuid references services,
  activity_id uuid references activities,
  visit_id uuid references visits,
  proof text not null check (proof in (
    'diagnosis', 'selection-record', 'process-record', 'confirmation', 'rating', 'contract', 'scheme', 'photo', 'deliverable',
    'invoice', 'bank-receipt', 'before-after-list', 'certificate', 'ip-notice', 'employment-proof', 'loan-contract',
    'arrival-proof', 'university-agreement', 'supply-agreement', 'system-acceptance', 'standard-declaration', 'notice', 'agenda',
    'sign-in-sheet', 'materials', 'survey', 'item-list', 'enterprise-list', 'hazard-list', 'closure-photo', 'intent-list')),
  file_id uuid not null references files,
  bound_by uuid not null references accounts,
  bound_at timestamptz not null,
  counts_from date not null,
  withdrawn_at timestamptz,
  scope text collate "C" not null,
  constraint evidence_happened_before check (happened_before(counts_from, bound_at)),
  constraint evidence_of_one_record check (num_nonnulls(service_id, activity_id) = 1)
);
comment on table evidence is 'Files, each bound to the service or activity that it proves (G3.4).';
comment on column evidence.visit_id is 'The visit of that service it came with; null where it came alone.';
comment on column evidence.counts_from is 'The day of the fact that it was handed in with; of a paper that came later, the day it came.';
comment on column evidence.withdrawn_at is 'When what it proves was taken back, as a voided invoice is; null while it stands.';
comment on column evidence.proof is 'What it proves.';
create index evidence_service on evidence (service_id);
create index evidence_activity on evidence (activity_id);
create index evidence_file on evidence (file_id);
select keep_in_scope('evidence', 'select, insert');

create table proof_counts (
  line_id uuid primary key,
  n integer not null check (n >= 0),
  scope text collate "C" not null
);
comment on table proof_counts is 'How many files prove each service and activity, kept by the database so that a table never counts them one by one.';
comment on column proof_counts.line_id is 'A service or an activity.';
select keep_in_scope('proof_counts', 'select');

create function count_proofs() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into proof_counts (line_id, n, scope)
  select coalesce(service_id, activity_id), count(*), min(scope) from added group by 1 order by 1
  on conflict (line_id) do update set n = proof_counts.n + excluded.n;
  return null;
end
$$;
create trigger count_proofs after insert on evidence
  referencing new table as added for each statement execute function count_proofs();

-- What is withdrawn proves nothing any more, whatever withdrew it.
create function uncount_proof() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update proof_counts set n = n - 1 where line_id = coalesce(new.service_id, new.activity_id);
  return null;
end
$$;
create trigger uncount_proof after update of withdrawn_at on evidence for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function uncount_proof();

create table findings (
  id uuid primary key,
  kind text not null check (kind in ('same-file', 'same-picture', 'capture-date', 'own-device', 'own-address', 'new-contact')),
  evidence_id uuid references evidence,
  other_evidence_id uuid references evidence,
  confirmation_id uuid references confirmations,
  raised_at timestamptz not null,
  scope text collate "C" not null,
  other_scope text collate "C",
  unique nulls not distinct (kind, evidence_id, other_evidence_id, confirmation_id),
  constraint findings_about_evidence_or_answer check (num_nonnulls(evidence_id, confirmation_id) = 1),
  constraint findings_answer_has_kind check ((confirmation_id is not null) = (kind in ('own-device', 'own-address', 'new-contact'))),
  constraint findings_other_has_scope check ((other_evidence_id is null) = (other_scope is null)),
  constraint findings_pair_has_other check ((kind in ('same-file', 'same-picture')) = (other_evidence_id is not null))
);
comment on table findings is 'Doubts about evidence: the same bytes or the same photograph bound twice anywhere in the province, a photo taken on another day, or an answer that may not be the enterprise''s own (G3.4).';
comment on column findings.confirmation_id is 'The answer it is about: from a device or address of those it answers to, or by a contact that was changed shortly before.';
comment on column findings.other_evidence_id is 'The other use of the same bytes or photograph.';
comment on column findings.other_scope is 'Where the other item lies: a finding between two parks is known to both.';
create index findings_scope on findings (scope, raised_at desc);
create index findings_other_scope on findings (other_scope, raised_at desc);
create index findings_evidence on findings (evidence_id);
create index findings_other_evidence on findings (other_evidence_id);
create index findings_confirmation on findings (confirmation_id) where confirmation_id is not null;
select keep_forever('findings');

alter table findings enable row level security;
-- The range is the way in, and the planner's guess; what is compared besides is the lock, and by this form is guessed to pass.
create policy both_sides on findings for select to yuanqitong_app using (
  (in_scope(scope) or in_scope(other_scope))
  and nullif(starts_with(scope, (select opened_scope())) or starts_with(other_scope, (select opened_scope())), false) is not null);
create policy own_side on findings for insert to yuanqitong_app with check (starts_with(scope, (select opened_scope())));
grant select, insert on findings to yuanqitong_app;

create table finding_counts (
  pilot_id uuid primary key references pilots,
  n integer not null check (n >= 0),
  scope text collate "C" not null
);
comment on table finding_counts is 'How many doubts stand about the evidence of each pilot, kept by the database so that the province''s page never counts them one by one.';
select keep_in_scope('finding_counts', 'select');

create function pilot_of_evidence(of uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(s.pilot_id, a.pilot_id)
    from evidence e left join services s on s.id = e.service_id left join activities a on a.id = e.activity_id where e.id = of
$$;
revoke all on function pilot_of_evidence from public;

create function count_findings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever is just withdrawing one of the two comes first.
  perform from evidence e where e.id in (select evidence_id from added union select other_evidence_id from added)
    order by e.id for share;
  insert into finding_counts (pilot_id, n, scope)
  select p.id, count(*), p.scope
    from added d
    join pilots p on p.id = coalesce(pilot_of_evidence(d.evidence_id),
      (select s.pilot_id from confirmations c join services s on s.id = c.service_id where c.id = d.confirmation_id))
   where not exists (select from evidence w where w.id in (d.evidence_id, d.other_evidence_id) and w.withdrawn_at is not null)
   group by p.id order by p.id
  on conflict (pilot_id) do update set n = finding_counts.n + excluded.n;
  return null;
end
$$;
create trigger count_findings after insert on findings
  referencing new table as added for each statement execute function count_findings();

-- A doubt goes with the first of its two papers that is withdrawn.
create function uncount_findings() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[] := array(select a.id from after a join before b using (id) where b.withdrawn_at is null and a.withdrawn_at is not null);
begin
  -- Whoever withdraws the other one looks once this one is done.
  perform from finding_counts c
    where c.pilot_id in (select pilot_of_evidence(evidence_id) from findings where evidence_id = any (gone) or other_evidence_id = any (gone))
    order by c.pilot_id for update;
  update finding_counts c set n = c.n - d.n
    from (select pilot_of_evidence(f.evidence_id) as pilot_id, count(*) as n
            from findings f
           where (f.evidence_id = any (gone) or f.other_evidence_id = any (gone))
             and not exists (select from evidence w where w.id in (f.evidence_id, f.other_evidence_id)
                                and w.withdrawn_at is not null and w.id <> all (gone))
           group by 1) d
   where c.pilot_id = d.pilot_id;
  return null;
end
$$;
create trigger uncount_findings after update on evidence
  referencing old table as before new table as after for each statement execute function uncount_findings();

-- Looks across the whole province, past row security, but answers with ids and places alone.
create function evidence_with_hash(file_hash text) returns table (evidence_id uuid, scope text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.scope from evidence e join files f on f.id = e.file_id where f.hash = file_hash and e.withdrawn_at is null
$$;
revoke all on function evidence_with_hash from public;
grant execute on function evidence_with_hash to yuanqitong_app;

-- The same for photographs alike in all but `most` of the 256 bits of their hash, other than those of the line itself.
create function evidence_with_picture(picture text, most integer, line_id uuid) returns table (evidence_id uuid, scope text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.scope
    from files f join evidence e on e.file_id = f.id
   where picture_bands(f.perceptual_hash) && picture_bands(picture)
     and bit_count(('x' || f.perceptual_hash)::bit(256) # ('x' || picture)::bit(256)) <= most
     and e.withdrawn_at is null
     and e.proof in ('photo', 'closure-photo')
     and coalesce(e.visit_id, e.service_id, e.activity_id) <> line_id
$$;
revoke all on function evidence_with_picture from public;
grant execute on function evidence_with_picture to yuanqitong_app;
