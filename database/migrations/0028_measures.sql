-- What is done against a pilot: criticism, deduction, recovery; the money that comes back, and what of it is given out again (G5.3).

create table measures (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  level text not null check (level in ('county', 'province')),
  kind text not null check (kind in ('criticism', 'deduction', 'recovery')),
  ground text not null check (ground in (
    'weak-progress', 'targets-missed', 'rectification-failed', 'false-evidence', 'money-misused', 'unapproved-change', 'unspent')),
  clause text not null,
  amount_fen bigint check (amount_fen > 0),
  due_on date,
  proven_on date,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  file_id uuid not null references files,
  decided_by uuid not null,
  decision_prepared_by uuid,
  deciding_bureau text generated always as ('economy') stored,
  decided_at timestamptz not null,
  state text not null default 'decided' check (state in ('decided', 'confirmed', 'withdrawn', 'reversed')),
  confirmed_by uuid,
  confirmation_prepared_by uuid,
  confirming_bureau text generated always as ('finance') stored,
  confirmed_at timestamptz,
  withdrawn_by uuid references accounts,
  withdrawn_at timestamptz,
  reversed_by uuid,
  reversal_prepared_by uuid,
  reversed_at timestamptz,
  end_reason text not null default '' check (length(end_reason) <= 1000),
  scope text collate "C" not null,
  unique (id, scope),
  unique (id, pilot_id),
  foreign key (pilot_id, scope) references pilots (id, scope),
  foreign key (decided_by, deciding_bureau) references accounts (id, bureau),
  foreign key (confirmed_by, confirming_bureau) references accounts (id, bureau),
  foreign key (reversed_by, confirming_bureau) references accounts (id, bureau),
  foreign key (decision_prepared_by, deciding_bureau) references accounts (id, bureau),
  foreign key (confirmation_prepared_by, confirming_bureau) references accounts (id, bureau),
  foreign key (reversal_prepared_by, confirming_bureau) references accounts (id, bureau),
  constraint measures_amount_of_kind check ((kind = 'criticism') = (amount_fen is null)),
  constraint measures_due_of_recovery check ((kind = 'recovery') = (due_on is not null)),
  constraint measures_unspent_recovered check (ground <> 'unspent' or kind = 'recovery'),
  constraint measures_proven_of_finding check (
    (ground in ('false-evidence', 'money-misused', 'unapproved-change')) = (proven_on is not null)),
  constraint measures_happened_before check (happened_before(proven_on, decided_at)),
  constraint measures_due_from_decision check (due_on >= (decided_at at time zone interval '8 hours')::date),
  constraint measures_two_persons check (confirmed_by <> decided_by),
  constraint measures_reversed_by_another check (reversed_by <> confirmed_by or reversal_prepared_by is not null),
  constraint measures_prepared_by_another check (decision_prepared_by <> decided_by and confirmation_prepared_by <> confirmed_by
    and reversal_prepared_by <> reversed_by),
  constraint measures_prepared_with_step check ((confirmation_prepared_by is null or confirmed_by is not null)
    and (reversal_prepared_by is null or reversed_by is not null)),
  constraint measures_confirmed check (
    (state in ('confirmed', 'reversed')) = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null)),
  constraint measures_withdrawn check (
    (state = 'withdrawn') = (withdrawn_by is not null) and (withdrawn_by is null) = (withdrawn_at is null)),
  constraint measures_reversed check (
    (state = 'reversed') = (reversed_by is not null) and (reversed_by is null) = (reversed_at is null)),
  constraint measures_ended_with_reason check ((state in ('withdrawn', 'reversed')) = (end_reason ~ '\S'))
);
comment on table measures is 'Criticism, deductions and recoveries against a pilot: decided by the economy bureau of a level, confirmed by its finance bureau.';
comment on column measures.level is 'Whose it is: the county''s two bureaus, or the two departments of the province.';
comment on column measures.ground is 'Why; a finding is a proven fact, on which the veto of an evaluation rests.';
comment on column measures.clause is 'By which it is taken, as the pilot''s edition numbers it.';
comment on column measures.amount_fen is 'In fen; none of a criticism.';
comment on column measures.due_on is 'By when a recovery is paid back.';
comment on column measures.proven_on is 'The day on which what was found was proven.';
comment on column measures.deciding_bureau is 'Constant; the foreign key lets only an account of this bureau decide.';
comment on column measures.confirming_bureau is 'Constant; the foreign keys let only accounts of this bureau confirm and reverse.';
comment on column measures.end_reason is 'Why it was withdrawn or reversed.';
create index measures_pilot on measures (pilot_id, decided_at desc);
create index measures_scope on measures (scope, decided_at desc);
create index measures_waiting on measures (scope) where state = 'decided';
create index measures_recoveries on measures (scope) where state = 'confirmed' and kind = 'recovery';
select keep_in_scope('measures', 'select, insert, update (state, confirmed_by, confirmation_prepared_by, confirmed_at, withdrawn_by,
  withdrawn_at, reversed_by, reversal_prepared_by, reversed_at, end_reason)');
-- The park sees what is against it once it is in force; its county and the province see it from the start.
create policy in_force_for_the_park on measures as restrictive for select to yuanqitong_app
  using (confirmed_at is not null or length((select opened_scope())) < length(scope));

create table measure_receipts (
  id uuid primary key,
  measure_id uuid not null,
  pilot_id uuid not null,
  county_id uuid not null references units,
  amount_fen bigint not null check (amount_fen > 0),
  own_fen bigint not null check (own_fen between 0 and amount_fen),
  paid_on date not null,
  voucher_no text not null check (length(voucher_no) between 1 and 40 and holds_letter_or_digit(voucher_no)),
  voucher_file uuid not null references files,
  recorded_by uuid not null,
  recording_bureau text generated always as ('finance') stored,
  recorded_at timestamptz not null,
  reversed_by uuid,
  reversed_at timestamptz,
  reversal_reason text not null default '' check (length(reversal_reason) <= 1000),
  scope text collate "C" not null,
  unique (id, scope),
  foreign key (measure_id, pilot_id) references measures (id, pilot_id),
  foreign key (measure_id, scope) references measures (id, scope),
  foreign key (recorded_by, recording_bureau) references accounts (id, bureau),
  foreign key (reversed_by, recording_bureau) references accounts (id, bureau),
  constraint measure_receipts_happened_before check (happened_before(paid_on, recorded_at)),
  constraint measure_receipts_reversed check (
    (reversed_by is null) = (reversed_at is null) and (reversed_by is null) = (reversal_reason !~ '\S'))
);
comment on table measure_receipts is 'Money that came back on a recovery, each with the treasury''s voucher.';
comment on column measure_receipts.own_fen is 'What of it the park paid out of its own money, because it was spent; the rest left the separate account.';
comment on column measure_receipts.voucher_no is 'Number of the treasury''s voucher.';
comment on column measure_receipts.recording_bureau is 'Constant; the foreign keys let only accounts of this bureau enter and reverse.';
create index measure_receipts_measure on measure_receipts (measure_id, paid_on);
create index measure_receipts_voucher_file on measure_receipts (voucher_file);
create unique index measure_receipts_voucher on measure_receipts (county_id, voucher_no) where reversed_by is null;
select keep_in_scope('measure_receipts', 'select, insert, update (reversed_by, reversed_at, reversal_reason)');

create table measure_reissues (
  id uuid primary key,
  measure_id uuid not null,
  pilot_id uuid not null,
  county_name text not null,
  award_year integer not null check (award_year between 2000 and 2100),
  award_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  issued_on date not null,
  document_no text not null check (length(document_no) between 1 and 80 and holds_letter_or_digit(document_no)),
  reason text not null check (length(trim(reason)) between 1 and 1000),
  recorded_by uuid not null,
  recording_bureau text generated always as ('finance') stored,
  recorded_at timestamptz not null,
  reversed_by uuid,
  reversed_at timestamptz,
  reversal_reason text not null default '' check (length(reversal_reason) <= 1000),
  scope text collate "C" not null,
  foreign key (measure_id, pilot_id) references measures (id, pilot_id),
  foreign key (measure_id, scope) references measures (id, scope),
  foreign key (recorded_by, recording_bureau) references accounts (id, bureau),
  foreign key (reversed_by, recording_bureau) references accounts (id, bureau),
  constraint measure_reissues_happened_before check (happened_before(issued_on, recorded_at)),
  constraint measure_reissues_reversed check (
    (reversed_by is null) = (reversed_at is null) and (reversed_by is null) = (reversal_reason !~ '\S'))
);
comment on table measure_reissues is 'What of a recovered sum went back into the fund and was given out again by a notice of it.';
comment on column measure_reissues.county_name is 'The county that it was recovered from, as it was called then.';
comment on column measure_reissues.award_year is 'The year of the award that it was recovered from.';
comment on column measure_reissues.award_name is 'The park and the batch of the award.';
comment on column measure_reissues.document_no is 'Number of the notice that gives it out again.';
comment on column measure_reissues.recording_bureau is 'Constant; the foreign keys let only accounts of this bureau enter and reverse.';
create index measure_reissues_measure on measure_reissues (measure_id, issued_on);
select keep_in_scope('measure_reissues', 'select, insert, update (reversed_by, reversed_at, reversal_reason)');

-- A measure is taken undecided yet, by a person of its own level, with the ledger to follow; it then takes the steps of its course and never another word.
create function keep_measure() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- What a step may write; what is generated stands in no row yet.
  steps constant text[] := array['state', 'confirmed_by', 'confirmation_prepared_by', 'confirmed_at', 'withdrawn_by', 'withdrawn_at',
    'reversed_by', 'reversal_prepared_by', 'reversed_at', 'end_reason', 'deciding_bureau', 'confirming_bureau'];
  hand uuid;
begin
  if tg_op = 'DELETE' then
    raise exception 'a measure stays' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'decided' then
      raise exception 'a measure is decided first' using errcode = 'restrict_violation';
    end if;
    hand := new.decided_by;
  else
    if to_jsonb(new) - steps is distinct from to_jsonb(old) - steps
       or (old.state, new.state) not in (('decided', 'confirmed'), ('decided', 'withdrawn'), ('confirmed', 'reversed'))
       or (old.confirmed_by is not null and (new.confirmed_by, new.confirmation_prepared_by, new.confirmed_at)
         is distinct from (old.confirmed_by, old.confirmation_prepared_by, old.confirmed_at)) then
      raise exception 'a measure is corrected by a reversal alone' using errcode = 'restrict_violation';
    end if;
    if new.state = 'reversed' and exists (select from measure_receipts where measure_id = new.id and reversed_by is null) then
      raise exception 'a recovery is reversed after its receipts' using errcode = 'check_violation', constraint = 'measures_receipts_first';
    end if;
    hand := coalesce(new.reversed_by, new.withdrawn_by, new.confirmed_by);
  end if;
  if new.level is distinct from (
    select case when u.kind = 'province' then 'province' when u.kind in ('county', 'zone') then 'county' end
      from accounts a join units u on u.id = a.unit_id where a.id = hand) then
    raise exception 'a measure is its own level''s' using errcode = 'check_violation', constraint = 'measures_own_level';
  end if;
  return new;
end
$$;
create trigger keep_measure before insert or update or delete on measures for each row execute function keep_measure();

-- Where a bureau asks for two persons, each of these steps is prepared by one and signed by the other (0023).
alter table prepared_acts add foreign key (measure_id, scope) references measures (id, scope);
create function two_persons_measure() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform require_second_person('measure', new.pilot_id, 'economy', new.decided_by, new.decision_prepared_by);
  elsif new.state = 'confirmed' then
    perform require_second_person('measure-confirmation', new.id, 'finance', new.confirmed_by, new.confirmation_prepared_by);
  elsif new.state = 'reversed' then
    perform require_second_person('measure-reversal', new.id, 'finance', new.reversed_by, new.reversal_prepared_by);
  end if;
  return new;
end
$$;
create trigger two_persons_measure before insert or update on measures for each row execute function two_persons_measure();

-- What was entered on a claim is reversed once and never changed.
create function reversed_once() returns trigger language plpgsql as $$
declare
  undone constant text[] := array['reversed_by', 'reversed_at', 'reversal_reason', 'recording_bureau'];
begin
  if tg_op = 'DELETE' or old.reversed_by is not null or new.reversed_by is null or to_jsonb(new) - undone <> to_jsonb(old) - undone then
    raise exception 'what was entered is reversed once, and stays' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger reversed_once before update or delete on measure_receipts for each row execute function reversed_once();
create trigger reversed_once before update or delete on measure_reissues for each row execute function reversed_once();

-- Receipts come to no more than their claim, re-issues to no more than the receipts; who enters one waits at the measure for who came before.
create function within_claim() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  claim measures;
  received bigint;
  reissued bigint;
begin
  select * into claim from measures where id = new.measure_id for update;
  select coalesce(sum(amount_fen), 0) into received from measure_receipts where measure_id = new.measure_id and reversed_by is null;
  select coalesce(sum(amount_fen), 0) into reissued from measure_reissues where measure_id = new.measure_id and reversed_by is null;
  if claim.kind <> 'recovery' or claim.state <> 'confirmed' then
    raise exception 'money comes back on a recovery in force' using errcode = 'check_violation', constraint = 'measures_in_force';
  end if;
  if received > claim.amount_fen then
    raise exception 'more came back than was asked' using errcode = 'check_violation', constraint = 'measure_receipts_within_claim';
  end if;
  if reissued > received then
    raise exception 'more was given out again than came back' using errcode = 'check_violation', constraint = 'measure_reissues_within_receipts';
  end if;
  return null;
end
$$;
create trigger within_claim after insert or update on measure_receipts for each row execute function within_claim();
create trigger within_claim after insert or update on measure_reissues for each row execute function within_claim();

-- Nothing moves money without its entry in the ledger, of the same sum, in the same transaction.
create function measure_is_booked() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  booked bigint;
begin
  select coalesce(sum(p.amount_fen), 0) into booked
    from ledger_entries e
    join ledger_postings p on p.entry_id = e.id
    join ledger_accounts a on a.id = p.account_id and a.key = tg_argv[0]
   where e.subject = new.id;
  if tg_table_name = 'measures' then
    -- What was paid back on a claim is booked under its receipt.
    if (to_jsonb(new) ->> 'kind') is distinct from tg_argv[1] then
      return null;
    end if;
    if booked <> (case when to_jsonb(new) ->> 'state' = 'confirmed' then (to_jsonb(new) ->> 'amount_fen')::bigint else 0 end) then
      raise exception 'a measure is booked' using errcode = 'check_violation', constraint = 'measures_booked';
    end if;
  elsif booked <> (case when to_jsonb(new) ->> 'reversed_by' is null then (to_jsonb(new) ->> 'amount_fen')::bigint else 0 end) then
    raise exception 'what came back is booked' using errcode = 'check_violation', constraint = 'measures_booked';
  end if;
  return null;
end
$$;
create constraint trigger deduction_is_booked after insert or update on measures
  deferrable initially deferred for each row execute function measure_is_booked('deducted', 'deduction');
create constraint trigger recovery_is_booked after insert or update on measures
  deferrable initially deferred for each row execute function measure_is_booked('claimed', 'recovery');
create constraint trigger receipt_is_booked after insert or update on measure_receipts
  deferrable initially deferred for each row execute function measure_is_booked('recovered');
create constraint trigger reissue_is_booked after insert or update on measure_reissues
  deferrable initially deferred for each row execute function measure_is_booked('reissued');

create trigger paper_used_once after insert or update of voucher_file on measure_receipts for each row execute function paper_used_once('voucher_file');
create trigger paper_is_paper after insert or update of voucher_file on measure_receipts for each row execute function paper_is_paper('voucher_file', 'application/pdf');
