-- Samples of services for supervision (G5.2): planned, approved by both bureaus of the county, drawn once from a frame that is frozen.

create table sampling_plans (
  id uuid primary key,
  county_id uuid not null references units,
  batch_id uuid not null references batches,
  purpose text not null check (length(trim(purpose)) between 2 and 200),
  method text not null check (method in ('simple-random', 'monetary-unit', 'stratified', 'risk-weighted')),
  size integer not null check (size between 1 and 1000),
  seed text not null check (length(seed) between 1 and 60 and holds_letter_or_digit(seed)),
  park_ids uuid[] not null,
  opened_from date not null,
  opened_to date not null,
  states text[] not null check (states <@ array[
    'needed', 'selected', 'contracted', 'under-way', 'delivered', 'confirmed', 'disputed', 'invoiced', 'paid', 'closed', 'cancelled']),
  counted_only boolean not null,
  weights jsonb not null check (jsonb_typeof(weights) = 'object'),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'drawn', 'withdrawn')),
  prepared_by uuid not null,
  preparing_bureau text generated always as ('economy') stored,
  prepared_at timestamptz not null,
  withdrawn_by uuid references accounts,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '' check (length(withdrawal_reason) <= 1000),
  scope text collate "C" not null,
  unique (id, scope),
  foreign key (prepared_by, preparing_bureau) references accounts (id, bureau),
  constraint sampling_plans_period check (opened_from <= opened_to),
  constraint sampling_plans_withdrawn check ((state = 'withdrawn') = (withdrawn_by is not null)
    and (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason !~ '\S'))
);
comment on table sampling_plans is 'How a sample of services is to be drawn, written before anybody knows which.';
comment on column sampling_plans.size is 'How many services are drawn.';
comment on column sampling_plans.seed is 'The plan''s part of the seed; the ids of both approvals are the other.';
comment on column sampling_plans.park_ids is 'The frame holds services of these parks; empty for every park of the county in the batch.';
comment on column sampling_plans.opened_from is 'The frame holds services whose need was named from this day.';
comment on column sampling_plans.states is 'The frame holds services in these states; empty for every state.';
comment on column sampling_plans.counted_only is 'The frame holds only services that count (G3.2).';
comment on column sampling_plans.weights is 'Weight of each risk by its key; see policy/oversight/sampling-plans.ts.';
comment on column sampling_plans.preparing_bureau is 'Constant; the foreign key lets only an account of this bureau plan.';
comment on column sampling_plans.scope is 'The county''s own.';
create index sampling_plans_scope on sampling_plans (scope, prepared_at desc);
create index sampling_plans_waiting on sampling_plans (scope) where state in ('proposed', 'approved');
select keep_in_scope('sampling_plans', 'select, insert');
grant update (state, withdrawn_by, withdrawn_at, withdrawal_reason) on sampling_plans to yuanqitong_app;

create table sampling_approvals (
  id uuid primary key,
  plan_id uuid not null,
  bureau text not null check (bureau in ('economy', 'finance')),
  approved_by uuid not null,
  approved_at timestamptz not null,
  scope text collate "C" not null,
  unique (plan_id, bureau),
  constraint sampling_approvals_two_persons unique (plan_id, approved_by),
  foreign key (plan_id, scope) references sampling_plans (id, scope),
  foreign key (approved_by, bureau) references accounts (id, bureau)
);
comment on table sampling_approvals is 'Each bureau of the county approves a plan once; the ids enter the seed.';
create index sampling_approvals_scope on sampling_approvals (scope);
select keep_forever('sampling_approvals');
select keep_in_scope('sampling_approvals', 'select, insert');

create table sampling_frame_rows (
  plan_id uuid not null,
  no text collate "C" not null,
  service_id uuid not null references services,
  park_name text not null,
  service_kind text not null check (service_kind in (
    'policy-briefing', 'government-affairs', 'recruitment', 'training', 'trade-fair', 'work-safety', 'financing-matchmaking',
    'management-upgrade', 'system-certification', 'intellectual-property', 'talent', 'financing', 'research-matching',
    'supply-chain', 'digital-transformation', 'standardisation')),
  enterprise_name text not null,
  price_fen bigint not null check (price_fen >= 0),
  weight integer not null check (weight > 0),
  scope text collate "C" not null,
  primary key (plan_id, no),
  foreign key (plan_id, scope) references sampling_plans (id, scope)
);
comment on table sampling_frame_rows is 'The services that a sample was drawn from, as they stood at that moment.';
comment on column sampling_frame_rows.price_fen is 'In fen; 0 of a service without a contract.';
comment on column sampling_frame_rows.weight is 'How much likelier than a service of weight 1 it is drawn by risk.';
create index sampling_frame_rows_scope on sampling_frame_rows (scope);
select keep_forever('sampling_frame_rows');
select keep_in_scope('sampling_frame_rows', 'select, insert');

create table sampling_items (
  plan_id uuid not null,
  no text collate "C" not null,
  how text not null check (how in ('drawn', 'certain', 'by-hand')),
  reason text not null default '' check (length(reason) <= 1000),
  added_by uuid not null references accounts,
  added_at timestamptz not null,
  scope text collate "C" not null,
  primary key (plan_id, no),
  foreign key (plan_id, no) references sampling_frame_rows (plan_id, no),
  foreign key (plan_id, scope) references sampling_plans (id, scope),
  constraint sampling_items_by_hand_with_reason check ((how = 'by-hand') = (reason ~ '\S'))
);
comment on table sampling_items is 'The services of a sample: drawn at once and locked, or added by hand later with a reason.';
comment on column sampling_items.how is 'certain: so large that every sample of this size holds it.';
create index sampling_items_scope on sampling_items (scope);
select keep_forever('sampling_items');
select keep_in_scope('sampling_items', 'select, insert');

create table sampling_draws (
  plan_id uuid primary key,
  effective_seed text not null,
  frame_hash text not null check (frame_hash ~ '^[0-9a-f]{64}$'),
  frame_size integer not null check (frame_size > 0),
  drawn integer not null check (drawn between 1 and 1000),
  drawn_by uuid not null,
  drawing_bureau text generated always as ('economy') stored,
  drawn_at timestamptz not null,
  scope text collate "C" not null,
  foreign key (plan_id, scope) references sampling_plans (id, scope),
  foreign key (drawn_by, drawing_bureau) references accounts (id, bureau)
);
comment on table sampling_draws is 'That a sample was drawn: written last, it locks frame and sample.';
comment on column sampling_draws.effective_seed is 'The plan''s seed and the ids of both approvals, economy first.';
comment on column sampling_draws.frame_hash is 'SHA-256 of the frame; see policy/oversight/sampling.ts.';
comment on column sampling_draws.drawing_bureau is 'Constant; the foreign key lets only an account of this bureau draw.';
create index sampling_draws_scope on sampling_draws (scope);
select keep_forever('sampling_draws');
select keep_in_scope('sampling_draws', 'select, insert');

-- Planned, approved and drawn by the bureaus of the county itself.
create function sampled_by_county() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from sampling_plans p join accounts a on a.unit_id = p.county_id join units u on u.id = p.county_id
     where p.id = (to_jsonb(new) ->> case tg_table_name when 'sampling_plans' then 'id' else 'plan_id' end)::uuid
       and a.id = (to_jsonb(new) ->> case tg_table_name when 'sampling_plans' then 'prepared_by' when 'sampling_approvals' then 'approved_by'
                                     when 'sampling_items' then 'added_by' else 'drawn_by' end)::uuid
       and u.kind in ('county', 'zone') and p.scope = u.scope) then
    raise exception 'a sample is its own county''s' using errcode = 'check_violation', constraint = 'sampling_own_county';
  end if;
  return null;
end
$$;
create trigger sampled_by_county after insert on sampling_plans for each row execute function sampled_by_county();
create trigger sampled_by_county after insert on sampling_approvals for each row execute function sampled_by_county();
create trigger sampled_by_county after insert on sampling_items for each row execute function sampled_by_county();
create trigger sampled_by_county after insert on sampling_draws for each row execute function sampled_by_county();

-- What is inserted is judged after row security has seen it.
-- A plan goes on step by step, each with the record that it rests on; nothing else of it ever changes.
create function sampling_goes_on() returns trigger language plpgsql as $$
declare
  steps constant text[] := array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason', 'preparing_bureau'];
begin
  if tg_op = 'INSERT' then
    if new.state = 'proposed' then return new; end if;
  elsif tg_op = 'UPDATE' and to_jsonb(new) - steps = to_jsonb(old) - steps and (
      (old.state, new.state) = ('proposed', 'withdrawn')
      or (old.state, new.state) = ('proposed', 'approved') and (select count(*) from sampling_approvals a where a.plan_id = new.id) = 2
      or (old.state, new.state) = ('approved', 'drawn') and exists (select from sampling_draws d where d.plan_id = new.id)) then
    return new;
  end if;
  raise exception 'a sampling plan goes on step by step, and what was planned stays' using errcode = 'restrict_violation';
end
$$;
create trigger sampling_begins after insert on sampling_plans for each row execute function sampling_goes_on();
create trigger sampling_goes_on before update or delete on sampling_plans for each row execute function sampling_goes_on();

create function approved_while_proposed() returns trigger language plpgsql as $$
begin
  if exists (select from sampling_plans p where p.id = new.plan_id and p.state = 'proposed') then return new; end if;
  raise exception 'only a proposed plan is approved' using errcode = 'restrict_violation';
end
$$;
create trigger approved_while_proposed after insert on sampling_approvals for each row execute function approved_while_proposed();

-- Frame and sample are written before the draw that locks them; by hand is added after it.
create function sampled_before_draw() returns trigger language plpgsql as $$
begin
  if exists (select from sampling_draws d where d.plan_id = new.plan_id) = coalesce(to_jsonb(new) ->> 'how' = 'by-hand', false)
     and exists (select from sampling_plans p where p.id = new.plan_id and p.state in ('approved', 'drawn')) then
    return new;
  end if;
  raise exception 'a drawn sample is locked' using errcode = 'restrict_violation';
end
$$;
create trigger sampled_before_draw after insert on sampling_frame_rows for each row execute function sampled_before_draw();
create trigger sampled_before_draw after insert on sampling_items for each row execute function sampled_before_draw();

-- A draw stands on two approvals, their ids in its seed, and counts what was frozen and drawn.
create function draw_is_approved() returns trigger language plpgsql as $$
begin
  if exists (
    select from sampling_plans p
      join sampling_approvals e on e.plan_id = p.id and e.bureau = 'economy'
      join sampling_approvals f on f.plan_id = p.id and f.bureau = 'finance'
     where p.id = new.plan_id and p.state = 'approved' and new.effective_seed = concat_ws('/', p.seed, e.id, f.id))
    and new.frame_size = (select count(*) from sampling_frame_rows r where r.plan_id = new.plan_id)
    and new.drawn = (select count(*) from sampling_items i where i.plan_id = new.plan_id) then
    return new;
  end if;
  raise exception 'a sample is drawn by an approved plan, whole' using errcode = 'restrict_violation';
end
$$;
create trigger draw_is_approved after insert on sampling_draws for each row execute function draw_is_approved();
