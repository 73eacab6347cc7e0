-- Evaluations of a pilot, mid-term and final: what the records come to, what the park, experts and evaluators say, and the result (G5.3, GA2).

create table evaluations (
  id uuid primary key,
  pilot_id uuid not null,
  kind text not null check (kind in ('mid-term-evaluation', 'final-evaluation')),
  form text not null,
  state text not null default 'self' check (state in ('self', 'scoring', 'told', 'not-rated')),
  opened_by uuid not null references accounts,
  opened_at timestamptz not null,
  self_text text not null default '',
  self_submitted_by uuid references accounts,
  self_submitted_at timestamptz,
  told_by uuid references accounts,
  told_at timestamptz,
  object_until date,
  agreed_by uuid references accounts,
  agreed_at timestamptz,
  unrated_reason text not null default '',
  scope text collate "C" not null,
  unique (pilot_id, kind),
  -- A row about an evaluation names its scope together with it, so that it can never be about another's.
  unique (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  constraint evaluations_self check ((self_submitted_by is null) = (self_submitted_at is null) and (state = 'self') <= (self_submitted_at is null)),
  constraint evaluations_told check (
    (state = 'told') = (told_at is not null) and (told_at is null) = (told_by is null) and (told_at is null) = (object_until is null)),
  constraint evaluations_agreed check ((agreed_at is null) = (agreed_by is null) and (agreed_at is null or told_at is not null)),
  constraint evaluations_agreed_by_park check (agreed_by <> told_by),
  constraint evaluations_unrated_with_reason check ((state = 'not-rated') = (length(trim(unrated_reason)) > 0))
);
comment on table evaluations is 'One evaluation of one pilot: how far it has come.';
comment on column evaluations.form is 'The form of the edition it is scored by; an open set.';
comment on column evaluations.self_text is 'What the park says of itself, beside its scores.';
comment on column evaluations.object_until is 'The last day on which the park may object to the draft result.';
create index evaluations_scope on evaluations (scope, state);
select keep_in_scope('evaluations', 'select, insert');
grant update (state, self_text, self_submitted_by, self_submitted_at, told_by, told_at, object_until, agreed_by, agreed_at, unrated_reason)
  on evaluations to yuanqitong_app;

create table evaluation_computations (
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  cut_off date not null,
  baseline_id uuid not null references baselines,
  facts jsonb not null check (jsonb_typeof(facts -> 'items') = 'object' and jsonb_typeof(facts -> 'findings') = 'object'),
  reason text not null default '',
  computed_by uuid not null references accounts,
  computed_at timestamptz not null,
  scope text collate "C" not null,
  primary key (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint evaluation_computations_happened_before check (happened_before(cut_off, computed_at)),
  constraint evaluation_computations_again_with_reason check ((no > 1) <= (length(trim(reason)) > 0))
);
comment on table evaluation_computations is 'What the records came to on a cut-off day, under one version of the plan, frozen. The newest counts.';
comment on column evaluation_computations.facts is 'The facts of every computed item, and what was proven against the park: { items, findings }.';
comment on column evaluation_computations.reason is 'Why it was computed again; empty the first time.';
select keep_forever('evaluation_computations');
select keep_in_scope('evaluation_computations', 'select, insert');

create table evaluation_seats (
  evaluation_id uuid not null,
  account_id uuid not null references accounts,
  employer text not null check (holds_letter(employer)),
  employer_uscc text check (employer_uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  open_from date not null,
  open_to date not null,
  named_by uuid not null references accounts,
  named_at timestamptz not null,
  declared text check (declared in ('free', 'bound')),
  declared_reason text not null default '',
  declared_at timestamptz,
  scope text collate "C" not null,
  primary key (evaluation_id, account_id),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint evaluation_seats_days check (open_to >= open_from),
  constraint evaluation_seats_declared check ((declared is null) = (declared_at is null)),
  constraint evaluation_seats_bound_with_reason check ((declared is distinct from 'bound') or length(trim(declared_reason)) > 0),
  constraint evaluation_seats_named_by_another check (named_by <> account_id)
);
comment on table evaluation_seats is 'Experts who score one evaluation, from–to; who is bound to the park steps aside.';
comment on column evaluation_seats.employer_uscc is 'Credit code of the employer; null where it has none.';
select keep_in_scope('evaluation_seats', 'select, insert');
grant update (declared, declared_reason, declared_at) on evaluation_seats to yuanqitong_app;
create function declare_once() returns trigger language plpgsql as $$
begin
  if old.declared is not null then
    raise exception 'an expert declares once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger declare_once before update on evaluation_seats for each row execute function declare_once();

create table evaluation_objections (
  id uuid primary key,
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  item text not null,
  reason text not null check (length(trim(reason)) > 0),
  file_id uuid references files,
  filed_by uuid not null references accounts,
  filed_at timestamptz not null,
  verdict text check (verdict in ('kept', 'changed')),
  answer text not null default '',
  answered_by uuid references accounts,
  answered_at timestamptz,
  scope text collate "C" not null,
  unique (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint evaluation_objections_answered check (
    (verdict is null) = (answered_at is null) and (answered_at is null) = (answered_by is null) and (verdict is null) = (trim(answer) = '')),
  constraint evaluation_objections_answered_by_another check (answered_by <> filed_by)
);
comment on table evaluation_objections is 'What a park objects to in its draft result, item by item, and the answer.';
comment on column evaluation_objections.item is 'The item of the form; an open set.';
create unique index evaluation_objections_one_open on evaluation_objections (evaluation_id, item) where verdict is null;
create index evaluation_objections_waiting on evaluation_objections (scope) where verdict is null;
select keep_in_scope('evaluation_objections', 'select, insert');
grant update (verdict, answer, answered_by, answered_at) on evaluation_objections to yuanqitong_app;
create function objection_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.verdict is not null then
    raise exception 'an objection is answered once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger answered_once before update on evaluation_objections for each row execute function objection_is_answered_once();

create table evaluation_scores (
  id uuid primary key,
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  item text not null,
  given_in text not null check (given_in in ('self', 'expert', 'final')),
  facts jsonb not null check (facts ->> 'kind' in ('given', 'checklist', 'judged', 'accumulate', 'not-applicable')),
  reason text not null default '',
  file_id uuid references files,
  given_by uuid not null references accounts,
  given_at timestamptz not null,
  scope text collate "C" not null,
  unique (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint evaluation_scores_points_not_below_zero check (facts ->> 'kind' <> 'given' or (facts ->> 'points')::integer >= 0)
);
comment on table evaluation_scores is 'What the park, an expert or the evaluator gave for an item. The newest of a column counts, of the experts the newest of each.';
comment on column evaluation_scores.item is 'The item of the form; an open set.';
comment on column evaluation_scores.facts is 'Points in hundredths where the item is computed, else what was judged; see policy/evaluation/facts.ts.';
select keep_forever('evaluation_scores');
select keep_in_scope('evaluation_scores', 'select, insert');

-- The park writes while it is its turn, experts from a seat of theirs and unbound, and nobody alters what the park was told but
-- by answering its objection.
create function scores_in_their_turn() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_in text := (select state from evaluations where id = new.evaluation_id);
begin
  if new.given_in = 'self' and now_in <> 'self'
     or new.given_in = 'expert' and now_in <> 'scoring'
     or new.given_in = 'final' and now_in <> 'scoring' and not (now_in = 'told' and exists (
       select from evaluation_objections o where o.evaluation_id = new.evaluation_id and o.item = new.item and o.verdict is null)) then
    raise exception 'no score is given out of turn' using errcode = 'restrict_violation', constraint = 'evaluation_scores_in_turn';
  end if;
  if new.given_in = 'expert' and not exists (
    select from evaluation_seats s
     where s.evaluation_id = new.evaluation_id and s.account_id = new.given_by and s.declared = 'free'
       and (new.given_at at time zone 'Asia/Shanghai')::date between s.open_from and s.open_to) then
    raise exception 'an expert scores from a seat of their own' using errcode = 'insufficient_privilege', constraint = 'evaluation_scores_from_a_seat';
  end if;
  return null;
end
$$;
create trigger scores_in_their_turn after insert on evaluation_scores for each row execute function scores_in_their_turn();

create table evaluation_opinions (
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  bureau text not null check (bureau in ('economy', 'finance')),
  grade text not null check (grade in ('excellent', 'good', 'pass', 'fail')),
  reason text not null check (length(trim(reason)) > 0),
  file_id uuid references files,
  given_by uuid not null,
  given_at timestamptz not null,
  scope text collate "C" not null,
  primary key (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  foreign key (given_by, bureau) references accounts (id, bureau)
);
comment on table evaluation_opinions is 'What the county says to an evaluation of the province before its result is told (G5.3). The newest of a bureau counts.';
comment on column evaluation_opinions.grade is 'The grade that the bureau proposes.';
select keep_forever('evaluation_opinions');
select keep_in_scope('evaluation_opinions', 'select, insert');

-- By the pilot's own county, while the province scores.
create function opinion_of_the_county() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from evaluations e join pilots p on p.id = e.pilot_id join accounts a on a.unit_id = p.county_id
     where e.id = new.evaluation_id and e.state = 'scoring' and a.id = new.given_by) then
    raise exception 'an opinion comes from the county of the pilot, while its evaluation is scored'
      using errcode = 'insufficient_privilege', constraint = 'evaluation_opinions_of_the_county';
  end if;
  return null;
end
$$;
create trigger opinion_of_the_county after insert on evaluation_opinions for each row execute function opinion_of_the_county();

create table evaluation_results (
  version_id uuid not null references filing_versions,
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  pilot_id uuid not null,
  kind text not null check (kind in ('mid-term-evaluation', 'final-evaluation')),
  points integer check (points >= 0),
  grade text check (grade in ('excellent', 'good', 'pass', 'fail')),
  unrated_reason text not null default '',
  items jsonb not null default '{}' check (jsonb_typeof(items) = 'object'),
  in_force_at timestamptz not null,
  scope text collate "C" not null,
  primary key (version_id, evaluation_id),
  unique (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  foreign key (pilot_id, scope) references pilots (id, scope),
  constraint evaluation_results_rated check ((grade is null) = (points is null) and (grade is null) = (length(trim(unrated_reason)) > 0))
);
comment on table evaluation_results is 'What an evaluation came to, once the filing that reports it is over (G5.3). The newest of a pilot and kind counts.';
comment on column evaluation_results.version_id is 'The filing, as it was submitted.';
comment on column evaluation_results.no is 'Counts the results of an evaluation: a report that is opened again brings another one.';
comment on column evaluation_results.points is 'Hundredths; null where the pilot was not rated.';
comment on column evaluation_results.items is 'Hundredths by item of the form, null for what did not apply: results are compared by them.';
create index evaluation_results_pilot on evaluation_results (pilot_id, kind, no);
create index evaluation_results_scope on evaluation_results (scope);
select keep_forever('evaluation_results');
select keep_in_scope('evaluation_results', 'select, insert');

-- A result comes from a report that is over, of that kind and about that pilot, and from an evaluation that is over.
create function result_was_reported() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from filing_versions v join filings f on f.id = v.filing_id
     where v.id = new.version_id and v.no = f.version_no and f.kind = new.kind and f.state in ('approved', 'recorded'))
    or not exists (
      select from evaluations e
       where e.id = new.evaluation_id and e.pilot_id = new.pilot_id and e.kind = new.kind
         and case when new.grade is null then e.state = 'not-rated'
                  else e.state = 'told' and (e.agreed_at is not null or e.object_until < (new.in_force_at at time zone 'Asia/Shanghai')::date) end
         and not exists (select from evaluation_objections o where o.evaluation_id = e.id and o.verdict is null)) then
    raise exception 'a result comes from a report that is over' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger result_was_reported before insert on evaluation_results for each row execute function result_was_reported();

create table rectifications (
  id uuid primary key,
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  report text not null check (length(trim(report)) > 0),
  file_id uuid not null references files,
  submitted_by uuid not null references accounts,
  submitted_at timestamptz not null,
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'returned')),
  decision_reason text not null default '',
  decided_by uuid references accounts,
  decided_at timestamptz,
  scope text collate "C" not null,
  unique (evaluation_id, no),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint rectifications_decided check ((state = 'submitted') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint rectifications_decided_with_reason check ((state = 'submitted') = (trim(decision_reason) = '')),
  constraint rectifications_decided_by_another check (decided_by <> submitted_by)
);
comment on table rectifications is 'What a park did about what its evaluation found wanting, checked by whoever evaluated it.';
create unique index rectifications_one_open on rectifications (evaluation_id) where state <> 'returned';
create index rectifications_waiting on rectifications (scope) where state = 'submitted';
select keep_in_scope('rectifications', 'select, insert');
grant update (state, decision_reason, decided_by, decided_at) on rectifications to yuanqitong_app;
create function rectification_is_decided_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'submitted' then
    raise exception 'a rectification is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger decided_once before update on rectifications for each row execute function rectification_is_decided_once();
