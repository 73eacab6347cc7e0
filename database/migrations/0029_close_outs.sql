-- The end of a pilot: proposed by the county's economy bureau, confirmed by its finance bureau, recorded by the province (G5.3).
-- From then on nothing of the pilot changes any more.

create table close_outs (
  id uuid primary key,
  pilot_id uuid not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'recorded', 'ended')),
  remark text not null default '' check (length(remark) <= 1000),
  proposed_by uuid not null,
  proposing_bureau text not null generated always as ('economy') stored,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirming_bureau text generated always as ('finance') stored,
  confirmed_at timestamptz,
  recorded_by uuid references accounts,
  recorded_at timestamptz,
  ended_by uuid references accounts,
  ended_at timestamptz,
  end_reason text not null default '' check (length(end_reason) <= 1000),
  scope text collate "C" not null,
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (proposed_by, proposing_bureau) references accounts (id, bureau),
  foreign key (confirmed_by, confirming_bureau) references accounts (id, bureau),
  constraint close_outs_confirmed check ((confirmed_by is null) = (confirmed_at is null) and (state <> 'proposed' or confirmed_by is null)
    and (state not in ('confirmed', 'recorded') or confirmed_by is not null)),
  constraint close_outs_recorded check ((state = 'recorded') = (recorded_by is not null) and (recorded_by is null) = (recorded_at is null)),
  constraint close_outs_ended check ((state = 'ended') = (ended_by is not null) and (ended_by is null) = (ended_at is null)
    and (state = 'ended') = (end_reason ~ '\S')),
  constraint close_outs_three_persons check (proposed_by <> confirmed_by and recorded_by not in (proposed_by, confirmed_by)),
  constraint close_outs_in_order check (confirmed_at >= proposed_at and recorded_at >= confirmed_at and ended_at >= proposed_at)
);
comment on table close_outs is 'Proposals to close a pilot; the one that is on record has closed it.';
comment on column close_outs.remark is 'What the county says about it.';
comment on column close_outs.proposing_bureau is 'Constant; the foreign key lets only an account of this bureau propose.';
comment on column close_outs.confirming_bureau is 'Constant; the foreign key lets only an account of this bureau confirm.';
comment on column close_outs.ended_by is 'Who took it back, or sent it back.';
create unique index close_outs_one_stands on close_outs (pilot_id) where state <> 'ended';
create index close_outs_waiting on close_outs (scope) where state in ('proposed', 'confirmed');
select keep_in_scope('close_outs', 'select, insert');
grant update (state, confirmed_by, confirmed_at, recorded_by, recorded_at, ended_by, ended_at, end_reason) on close_outs to yuanqitong_app;
-- An enterprise sees, above its own unit, that the pilot it belongs to is closed.
select show_from_below('close_outs');

-- Step by step, and over for good once it is on record or ended; on record only where nothing of the pilot is under way.
create function close_out_steps() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    raise exception 'a close-out begins with its proposal' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' or (old.state, new.state) not in (
       ('proposed', 'confirmed'), ('confirmed', 'recorded'), ('proposed', 'ended'), ('confirmed', 'ended'))
     or (new.id, new.pilot_id, new.remark, new.proposed_by, new.proposed_at, new.scope)
        is distinct from (old.id, old.pilot_id, old.remark, old.proposed_by, old.proposed_at, old.scope) then
    raise exception 'a close-out goes step by step' using errcode = 'restrict_violation';
  end if;
  if new.state = 'recorded' then
    -- Whoever writes about the pilot has either finished by now, or finds it closed.
    perform pg_advisory_xact_lock(hashtextextended(new.pilot_id::text, 29));
    if not exists (select from accounts a join units u on u.id = a.unit_id where a.id = new.recorded_by and u.kind = 'province')
       or exists (select from pilots p where p.id = new.pilot_id and p.runs_to >= (new.recorded_at at time zone interval '8 hours')::date)
       or exists (select from filings f where f.pilot_id = new.pilot_id and f.state in ('draft', 'submitted', 'returned'))
       or exists (select from services s where s.pilot_id = new.pilot_id and s.state not in ('closed', 'cancelled'))
       or exists (select from payments y where y.pilot_id = new.pilot_id and y.state in ('prepared', 'approved'))
       or exists (select from tranches t where t.pilot_id = new.pilot_id and t.state in ('recommended', 'released'))
       or exists (select from notice_objections o join notices n on n.id = o.notice_id join tranches t on t.id = n.tranche_id
                   where t.pilot_id = new.pilot_id and not exists (select from notice_answers a where a.objection_id = o.id))
       or exists (select from measures m where m.pilot_id = new.pilot_id and m.state = 'decided')
       or exists (select from activities a where a.pilot_id = new.pilot_id and a.counted_on is null and not a.withdrawn)
       or exists (select from prepared_acts a
                   where a.ended is null and (a.pilot_id = new.pilot_id or a.measure_id in (select m.id from measures m where m.pilot_id = new.pilot_id)
                     or a.tranche_id in (select t.id from tranches t where t.pilot_id = new.pilot_id)))
       or exists (select from ledger_accounts l
                   where l.pilot_id = new.pilot_id and l.kind in ('in-transit', 'cash', 'payable', 'claimed') and l.balance_fen <> 0) then
      raise exception 'something of the pilot is still under way' using errcode = 'check_violation', constraint = 'close_outs_settled';
    end if;
  end if;
  return new;
end
$$;
create trigger close_out_steps before update or delete on close_outs for each row execute function close_out_steps();
create trigger close_out_begins after insert on close_outs for each row when (new.state <> 'proposed') execute function close_out_steps();

-- The pilot of a thing, by what the thing is; null for what is no pilot's, as a county's filings are. A branch each, so that one plan is
-- small; it runs with the rights of those below, which alone may call it.
create function pilot_of(thing text, thing_id uuid) returns uuid language plpgsql stable as $$
begin
  case thing
    when 'pilot' then return thing_id;
    when 'filing' then return (select f.pilot_id from filings f where f.id = thing_id);
    when 'version' then return (select f.pilot_id from filing_versions v join filings f on f.id = v.filing_id where v.id = thing_id);
    when 'baseline' then return (select b.pilot_id from baselines b where b.id = thing_id);
    when 'tranche' then return (select t.pilot_id from tranches t where t.id = thing_id);
    when 'notice' then return (select t.pilot_id from notices n join tranches t on t.id = n.tranche_id where n.id = thing_id);
    when 'objection' then return (select t.pilot_id from notice_objections o join notices n on n.id = o.notice_id
                                    join tranches t on t.id = n.tranche_id where o.id = thing_id);
    when 'enterprise' then return (select e.pilot_id from pilot_enterprises e where e.id = thing_id);
    when 'diagnosis' then return (select d.pilot_id from diagnoses d where d.id = thing_id);
    when 'service' then return (select s.pilot_id from services s where s.id = thing_id);
    when 'invoice' then return (select s.pilot_id from invoices i join services s on s.id = i.service_id where i.id = thing_id);
    when 'payment' then return (select p.pilot_id from payments p where p.id = thing_id);
    when 'activity' then return (select a.pilot_id from activities a where a.id = thing_id);
    when 'entry' then return (select e.pilot_id from ledger_entries e where e.id = thing_id);
    when 'register-entry' then return (select e.pilot_id from register_entries e where e.id = thing_id);
    when 'practice' then return (select p.pilot_id from practices p where p.id = thing_id);
    when 'evaluation' then return (select e.pilot_id from evaluations e where e.id = thing_id);
    when 'measure' then return (select m.pilot_id from measures m where m.id = thing_id);
    when 'close-out' then return (select c.pilot_id from close_outs c where c.id = thing_id);
  end case;
end
$$;
revoke all on function pilot_of from public;

-- Whether the pilot of a thing is closed. Whoever writes about a pilot holds it open until the end of the transaction, and remembers
-- the thing as long, so that a table of two thousand rows asks once.
create function is_closed(thing text, thing_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  pilot uuid := pilot_of(thing, thing_id);
begin
  if pilot is null then return false; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(pilot::text, 29));
  if exists (select from close_outs c where c.pilot_id = pilot and c.state = 'recorded') then return true; end if;
  perform set_config('app.held_open', thing_id::text, true);
  return false;
end
$$;
revoke all on function is_closed from public;
grant execute on function is_closed to yuanqitong_app;

-- What a closed pilot is told as: { park, edition, on }.
create function closed_pilot(pilot uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('park', u.name, 'edition', b.edition, 'on', (c.recorded_at at time zone interval '8 hours')::date)
    from close_outs c join pilots p on p.id = c.pilot_id join batches b on b.id = p.batch_id join units u on u.id = p.park_id
   where c.pilot_id = pilot and c.state = 'recorded'
$$;
revoke all on function closed_pilot from public;

-- What is still written about a closed pilot (decision 0053), and nothing else: a recovery of what a proven fact cost, what comes in on
-- it, what is given out again of any recovered sum, and the entries and accounts that book them. What stood there when it was closed stays.
create function goes_on_after_closing(tbl text, is_new boolean, record jsonb, pilot uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  closed timestamptz := (select c.recorded_at from close_outs c where c.pilot_id = pilot and c.state = 'recorded');
begin
  case tbl
    when 'measures' then
      return (record ->> 'decided_at')::timestamptz > closed
        and (not is_new or (record ->> 'kind' = 'recovery' and record ->> 'proven_on' is not null));
    when 'prepared_acts' then
      return record ->> 'act' in ('measure', 'measure-confirmation', 'measure-reversal') and (record ->> 'prepared_at')::timestamptz > closed;
    when 'measure_receipts', 'measure_reissues' then
      return (record ->> 'recorded_at')::timestamptz > closed;
    when 'ledger_entries' then
      return is_new and (record ->> 'at')::timestamptz > closed
        and (exists (select from measures m where m.id = (record ->> 'subject')::uuid and m.decided_at > closed)
          or exists (select from measure_receipts r where r.id = (record ->> 'subject')::uuid and r.recorded_at > closed)
          or exists (select from measure_reissues r where r.id = (record ->> 'subject')::uuid and r.recorded_at > closed));
    when 'ledger_postings' then
      return is_new and exists (select from ledger_entries e where e.id = (record ->> 'entry_id')::uuid and e.at > closed);
    when 'ledger_accounts' then
      return record ->> 'key' in ('claim-source', 'claimed', 'own-money', 'recovered', 'reissued');
    else
      return false;
  end case;
end
$$;
revoke all on function goes_on_after_closing from public;

create function refuse_closed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  pilot uuid := pilot_of(tg_argv[0], (row ->> tg_argv[1])::uuid);
  reader text := coalesce(opened_scope(), opened_notice());
begin
  if tg_op <> 'DELETE' and goes_on_after_closing(tg_table_name, tg_op = 'INSERT', row, pilot) then
    return new;
  end if;
  -- Whoever sees nothing of the pilot is told what row security would say, which comes after this: not that it is closed.
  if session_user = 'yuanqitong_app'
     and not exists (select from pilots p where p.id = pilot and (starts_with(p.scope, reader) or starts_with(reader, p.scope))) then
    raise exception 'row of a pilot out of sight' using errcode = 'insufficient_privilege';
  end if;
  raise exception 'the pilot is closed'
    using errcode = 'restrict_violation', constraint = 'pilot_closed', detail = closed_pilot(pilot)::text;
end
$$;

-- Declares that rows of a table are of a pilot, by the thing that one of their columns names; once it is closed none is written but what goes on.
create function close_with_pilot(tbl regclass, thing text, col text, named text default 'closed_pilot') returns void language plpgsql as $$
begin
  execute format('create trigger %I before insert or update on %s for each row when (new.%I::text is distinct from '
    'current_setting(''app.held_open'', true) and is_closed(%L, new.%I)) execute function refuse_closed(%L, %L)',
    named, tbl, col, thing, col, thing, col);
  execute format('create trigger %I before delete on %s for each row when (is_closed(%L, old.%I)) execute function refuse_closed(%L, %L)',
    named || '_keeps', tbl, thing, col, thing, col);
end
$$;

-- Those that have no line here follow one that has: a history, a sum or a posting is written with its record alone.
select close_with_pilot(t::regclass, thing, col) from (values
  ('filings', 'pilot', 'pilot_id'),
  ('filing_sections', 'filing', 'filing_id'),
  ('filing_makers', 'filing', 'filing_id'),
  ('filing_versions', 'filing', 'filing_id'),
  ('filing_opinions', 'version', 'version_id'),
  ('filing_reopenings', 'filing', 'filing_id'),
  ('filing_withdrawals', 'filing', 'filing_id'),
  ('prepared_opinions', 'version', 'version_id'),
  ('sent_back_opinions', 'version', 'version_id'),
  ('baselines', 'pilot', 'pilot_id'),
  ('targets', 'pilot', 'pilot_id'),
  ('fund_lines', 'pilot', 'pilot_id'),
  ('pilot_enterprises', 'pilot', 'pilot_id'),
  ('partner_agencies', 'pilot', 'pilot_id'),
  ('products', 'pilot', 'pilot_id'),
  ('matters', 'pilot', 'pilot_id'),
  ('ledger_accounts', 'pilot', 'pilot_id'),
  ('ledger_entries', 'pilot', 'pilot_id'),
  ('ledger_postings', 'entry', 'entry_id'),
  ('planned_tranches', 'pilot', 'pilot_id'),
  ('payee_accounts', 'pilot', 'pilot_id'),
  ('tranches', 'pilot', 'pilot_id'),
  ('tranche_withdrawals', 'tranche', 'tranche_id'),
  ('tranche_judgments', 'tranche', 'tranche_id'),
  ('tranche_reversals', 'tranche', 'tranche_id'),
  ('notices', 'tranche', 'tranche_id'),
  ('notice_objections', 'notice', 'notice_id'),
  ('notice_objection_additions', 'objection', 'objection_id'),
  ('notice_answers', 'objection', 'objection_id'),
  ('notice_answer_corrections', 'objection', 'objection_id'),
  ('disbursement_filings', 'tranche', 'tranche_id'),
  ('diagnoses', 'pilot', 'pilot_id'),
  ('services', 'pilot', 'pilot_id'),
  ('service_selections', 'service', 'service_id'),
  ('contracts', 'pilot', 'pilot_id'),
  ('service_day_corrections', 'service', 'service_id'),
  ('visits', 'service', 'service_id'),
  ('deliverables', 'service', 'service_id'),
  ('confirmation_links', 'service', 'service_id'),
  ('confirmations', 'service', 'service_id'),
  ('activities', 'pilot', 'pilot_id'),
  ('attendances', 'activity', 'activity_id'),
  ('activity_answers', 'activity', 'activity_id'),
  ('invoices', 'service', 'service_id'),
  ('invoice_voids', 'invoice', 'invoice_id'),
  ('payments', 'pilot', 'pilot_id'),
  ('payment_reversals', 'pilot', 'pilot_id'),
  ('return_heads', 'pilot', 'pilot_id'),
  ('return_rows', 'pilot', 'pilot_id'),
  ('return_facts', 'version', 'version_id'),
  ('return_reductions', 'version', 'version_id'),
  ('return_lifts', 'version', 'version_id'),
  ('register_entries', 'pilot', 'pilot_id'),
  ('practices', 'pilot', 'pilot_id'),
  ('evaluations', 'pilot', 'pilot_id'),
  ('evaluation_computations', 'evaluation', 'evaluation_id'),
  ('evaluation_seats', 'evaluation', 'evaluation_id'),
  ('evaluation_scores', 'evaluation', 'evaluation_id'),
  ('evaluation_objections', 'evaluation', 'evaluation_id'),
  ('evaluation_opinions', 'evaluation', 'evaluation_id'),
  ('evaluation_results', 'pilot', 'pilot_id'),
  ('rectifications', 'evaluation', 'evaluation_id'),
  ('measures', 'pilot', 'pilot_id'),
  ('measure_receipts', 'measure', 'measure_id'),
  ('measure_reissues', 'measure', 'measure_id')
) as guarded (t, thing, col);
-- A file proves either, and a prepared act is about either.
select close_with_pilot('evidence', 'service', 'service_id'), close_with_pilot('evidence', 'activity', 'activity_id', 'closed_pilot_of_activity');
select close_with_pilot('prepared_acts', 'tranche', 'subject'), close_with_pilot('prepared_acts', 'filing', 'subject', 'closed_pilot_of_filing'),
  close_with_pilot('prepared_acts', 'measure', 'subject', 'closed_pilot_of_measure'),
  close_with_pilot('prepared_acts', 'pilot', 'subject', 'closed_pilot_of_pilot');

-- The closed pilot that a request is about, by the ids it names, where whoever asks may know of it; one at most.
create function closed_among(ids uuid[], reader text) returns table (park text, edition text, closed_on date)
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  if cardinality(ids) = 0 or not exists (select from close_outs c where c.state = 'recorded') then return; end if;
  return query
  select u.name, b.edition, (c.recorded_at at time zone interval '8 hours')::date
    from close_outs c join pilots p on p.id = c.pilot_id join batches b on b.id = p.batch_id join units u on u.id = p.park_id
   where c.state = 'recorded' and (starts_with(p.scope, reader) or starts_with(reader, p.scope))
     and c.pilot_id in (
       select pilot_of(thing, id)
         from unnest(ids) as id,
              unnest(array['pilot', 'filing', 'baseline', 'tranche', 'notice', 'objection', 'enterprise', 'diagnosis', 'service', 'invoice',
                           'payment', 'activity', 'entry', 'register-entry', 'practice', 'evaluation', 'measure', 'close-out']) as thing)
   limit 1;
end
$$;
revoke all on function closed_among from public;
grant execute on function closed_among to yuanqitong_app;
