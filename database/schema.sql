-- Written by `npm run schema` from the migrations. Read it; do not edit it.

CREATE OR REPLACE FUNCTION public.account_approved(wanted uuid, only_act text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from account_requests r where r.account_id = wanted and r.approved and r.spent_at is null and r.act = coalesce(only_act, r.act));
end
$function$
;

CREATE OR REPLACE FUNCTION public.acting_account()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select s.account_id from sessions s
           where s.token_hash = current_setting('app.session', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned()));
end
$function$
;

CREATE OR REPLACE FUNCTION public.acting_post()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select a.post from accounts a where a.id = acting_account());
end
$function$
;

CREATE OR REPLACE FUNCTION public.activate_account(hash text, next_hash text, next_keys text[], at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account accounts;
begin
  select a.* into account from activation_links l join accounts a on a.id = l.account_id
   where l.token_hash = hash and l.used_at is null and l.expires_at > at and a.disabled_at is null for no key update;
  if not found then return null; end if;
  if used_before(account.id, next_keys) then return false; end if;
  update activation_links l set used_at = at where l.token_hash = hash;
  update accounts set password_hash = next_hash, password_set_at = at, must_change = false, failed_sign_ins = 0, locked_until = null where id = account.id;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION public.add_to_objection(objection uuid, no integer, name text, contact text, content text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_scope text := (select o.scope from notice_objections o where o.id = objection);
begin
  insert into notice_objection_additions values (objection, no, name, contact, content, at, found_scope);
  perform enter_scope('objection ' || objection, found_scope);
end
$function$
;

CREATE OR REPLACE FUNCTION public.approved_while_proposed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from sampling_plans p where p.id = new.plan_id and p.state = 'proposed') then return new; end if;
  raise exception 'only a proposed plan is approved' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.ask_for_account(request uuid, wanted uuid, wanted_act text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held record;
begin
  select h.* into held from held_account(wanted) h;
  if not found or wanted = acting_account() or acting_post() <> 'system-admin' then
    raise exception 'accounts are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into account_requests (id, account_id, act, prepared_by, prepared_at, scope) values (request, wanted, wanted_act, acting_account(), at, held.scope);
end
$function$
;

CREATE OR REPLACE FUNCTION public.asks_for_two(account uuid, bureau text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((
    select s.required from seat_signings s
      join accounts a on a.unit_id = s.unit_id
     where a.id = asks_for_two.account and s.bureau = asks_for_two.bureau order by s.set_at desc, s.id desc limit 1), false)
$function$
;

CREATE OR REPLACE FUNCTION public.audit_event_waits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into audit_waiting select f.id from fresh f;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.audit_line(e audit_events)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_array(
    e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind, e.account_id, e.post, e.subject, e.scope,
    e.address, e.request, e.clause, e.before, e.after)::text
$function$
;

CREATE OR REPLACE FUNCTION public.baseline_was_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (new.version_id is null) is distinct from (select p.standing from pilots p where p.id = new.pilot_id and p.scope = new.scope)
     or new.version_id is null and (
       jsonb_array_length(new.content #> '{fund-lines,rows}') > 0 or jsonb_array_length(new.content #> '{targets,rows}') > 0)
  then
    raise exception 'only standing service has a version that nobody approved, without money and targets' using errcode = 'insufficient_privilege';
  end if;
  if new.version_id is not null and not exists (
    select from filing_versions v join filings f on f.id = v.filing_id
     where v.id = new.version_id and v.no = f.version_no
       and f.pilot_id = new.pilot_id and f.scope = new.scope and f.state in ('approved', 'recorded')
       and case when new.no = 1 then f.kind = 'plan' and v.content = new.content
                else f.kind = 'major-matter' and f.id = new.matter_id and v.content #> '{change,content}' = new.content end
       and exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'approve')
       and not exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'return'))
    or new.no <> (select coalesce(max(no), 0) + 1 from baselines where pilot_id = new.pilot_id)
  then
    raise exception 'a plan version comes from an approval and holds what was approved' using errcode = 'insufficient_privilege';
  end if;
  new.transaction_id := pg_current_xact_id();
  new.has_controls := coalesce(new.content -> 'controls' ->> 'fileId', '') <> '';
  new.services_planned := (
    select coalesce(sum((line ->> 'quantity')::integer), 0) from jsonb_array_elements(new.content -> 'fund-lines' -> 'rows') line);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.bytes_used(file_hash text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from evidence_with_hash(file_hash)) or exists (select from papers_of_money(file_hash))
$function$
;

CREATE OR REPLACE FUNCTION public.called_by_overseer(place text, device text, from_network text, since timestamp with time zone)
 RETURNS TABLE(by_device boolean, by_network boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bool_or(d.token_hash = device), false), coalesce(bool_or(d.network = from_network), false)
    from known_devices d join accounts a on a.id = d.account_id join units u on u.id = a.unit_id
   where (d.token_hash = device or d.network = from_network) and d.seen_at >= since and u.kind <> 'enterprise' and starts_with(place, u.scope)
$function$
;

CREATE OR REPLACE FUNCTION public.change_password(key text, next_hash text, next_keys text[], device text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account uuid := acting_account();
begin
  if not (select p.proven from prove_password(key, device, at) p) then raise exception 'wrong password' using errcode = 'insufficient_privilege'; end if;
  if used_before(account, next_keys) then return false; end if;
  update accounts set password_hash = next_hash, password_set_at = at, must_change = false, failed_sign_ins = 0, locked_until = null where id = account;
  delete from sessions where account_id = account and token_hash <> current_setting('app.session');
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION public.check_in_time()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (
    select from evaluations e
      join accounts a on a.id = new.recorded_by join units u on u.id = a.unit_id
     where e.id = new.evaluation_id and e.state <> 'not-rated' and e.agreed_at is null
       and new.checked_on >= (e.opened_at at time zone 'Asia/Shanghai')::date
       and not exists (select from evaluation_results r where r.evaluation_id = e.id)
       and (e.object_until is null or e.object_until >= (new.recorded_at at time zone 'Asia/Shanghai')::date
            or exists (select from evaluation_objections o where o.evaluation_id = e.id and o.verdict is null))
       and u.kind in ('county', 'zone', 'province') and starts_with(e.scope, u.scope)) then
    raise exception 'a check on site belongs to an evaluation under way' using errcode = 'restrict_violation', constraint = 'evaluation_site_checks_in_time';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.claim_room(content text, size bigint, unit uuid, room bigint, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  used bigint := (select coalesce(sum(s.bytes), 0) from unit_storage s where s.unit_id = unit);
begin
  if used + size > room and not exists (select from files f join accounts a on a.id = f.uploaded_by where f.hash = content and a.unit_id = unit) then
    return used;
  end if;
  insert into loose_contents values (content, at) on conflict (hash) do update set since = excluded.since;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.close_account(wanted uuid, since timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'security-admin' then
    raise exception 'closing is the security administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update accounts set disabled_at = since where id = wanted;
  if since is null then return; end if;
  delete from sessions where account_id = wanted;
  update account_requests r set spent_at = since where r.account_id = wanted and r.approved and r.spent_at is null;
  update account_requests r set decided_by = acting_account(), deciding_post = 'security-admin', decided_at = since, approved = false, reason = '账号停用'
   where r.account_id = wanted and r.decided_at is null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.close_out_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.close_with_pilot(tbl regclass, thing text, col text, named text DEFAULT 'closed_pilot'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger %I before insert or update on %s for each row when (new.%I::text is distinct from '
    'current_setting(''app.held_open'', true) and is_closed(%L, new.%I)) execute function refuse_closed(%L, %L)',
    named, tbl, col, thing, col, thing, col);
  execute format('create trigger %I before delete on %s for each row when (is_closed(%L, old.%I)) execute function refuse_closed(%L, %L)',
    named || '_keeps', tbl, thing, col, thing, col);
end
$function$
;

CREATE OR REPLACE FUNCTION public.closed_among(ids uuid[], reader text)
 RETURNS TABLE(park text, edition text, closed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Most readers have nothing closed: they need not ask what their ids are of.
  if cardinality(ids) = 0 or not exists (
    select from close_outs c where c.state = 'recorded' and (starts_with(c.scope, reader) or starts_with(reader, c.scope))) then return; end if;
  return query
  select u.name, b.edition, (c.recorded_at at time zone interval '8 hours')::date
    from close_outs c join pilots p on p.id = c.pilot_id join batches b on b.id = p.batch_id join units u on u.id = p.park_id
   where c.state = 'recorded' and (starts_with(p.scope, reader) or starts_with(reader, p.scope))
     and c.pilot_id in (select pilot_of(thing, id) from unnest(ids) as id, unnest(things_of_pilots()) as thing)
   limit 1;
end
$function$
;

CREATE OR REPLACE FUNCTION public.closed_pilot(pilot uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('park', u.name, 'edition', b.edition, 'on', (c.recorded_at at time zone interval '8 hours')::date)
    from close_outs c join pilots p on p.id = c.pilot_id join batches b on b.id = p.batch_id join units u on u.id = p.park_id
   where c.pilot_id = pilot and c.state = 'recorded'
$function$
;

CREATE OR REPLACE FUNCTION public.contact_not_by_park()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from accounts a join units u on u.id = a.unit_id where a.id = new.set_by and u.kind = 'park') then
    raise exception 'a park names no contact of an enterprise' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.content_named(content text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT FROM files WHERE (files.hash = content_named.content)))
;

CREATE OR REPLACE FUNCTION public.count_diagnosis()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update enterprise_counts set diagnosed = diagnosed + 1
   where baseline_id = (select e.baseline_id from pilot_enterprises e where e.id = new.enterprise_id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.count_enterprises()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  known integer := (select count(*) from diagnoses where enterprise_id = new.id);
begin
  if tg_op = 'UPDATE' then
    if old.baseline_id = new.baseline_id then return null; end if;
    update enterprise_counts set n = n - 1, diagnosed = diagnosed - known where baseline_id = old.baseline_id;
  end if;
  insert into enterprise_counts (baseline_id, n, diagnosed, scope)
  select b.id, 1, known, b.scope from baselines b where b.id = new.baseline_id
  on conflict (baseline_id) do update set n = enterprise_counts.n + 1, diagnosed = enterprise_counts.diagnosed + known;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.count_findings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.count_objection(notice uuid, from_sender text, objection uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into objection_senders as s (notice_id, sender, n, last_objection, seen_at)
  select notice, from_sender, 1, o.id, at from notice_objections o where o.id = objection and o.notice_id = notice
  on conflict (notice_id, sender) do update set n = s.n + 1, last_objection = excluded.last_objection, seen_at = excluded.seen_at
$function$
;

CREATE OR REPLACE FUNCTION public.count_proofs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into proof_counts (line_id, n, scope)
  select coalesce(service_id, activity_id), count(*), min(scope) from added group by 1 order by 1
  on conflict (line_id) do update set n = proof_counts.n + excluded.n;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.count_refusal(account uuid, from_network text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into sign_in_refusals as r (hour, account_id, network, n) values (date_trunc('hour', at), account, from_network, 1)
  on conflict (hour, account_id, network) do update set n = r.n + 1
$function$
;

CREATE OR REPLACE FUNCTION public.count_services()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if old.state = new.state and (old.counted_on is null) = (new.counted_on is null) then return null; end if;
    update service_counts set n = n - 1, counted = counted - (old.counted_on is not null)::int
     where pilot_id = old.pilot_id and service_kind = old.service_kind and state = old.state;
    update pilot_service_counts set n = n - 1, counted = counted - (old.counted_on is not null)::int
     where pilot_id = old.pilot_id and state = old.state;
  end if;
  if tg_op = 'INSERT' or (old.counted_on is null) <> (new.counted_on is null) then
    insert into enterprise_service_counts (enterprise_id, n, counted, scope)
    values (new.enterprise_id, 1, (new.counted_on is not null)::int, new.scope)
    on conflict (enterprise_id) do update set
      n = enterprise_service_counts.n + (tg_op = 'INSERT')::int,
      counted = enterprise_service_counts.counted + case when tg_op = 'INSERT' or excluded.counted = 1 then excluded.counted else -1 end;
  end if;
  insert into service_counts (pilot_id, service_kind, state, n, counted, scope)
  select new.pilot_id, new.service_kind, new.state, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
  on conflict (pilot_id, service_kind, state) do update
    set n = service_counts.n + 1, counted = service_counts.counted + excluded.counted;
  insert into pilot_service_counts (pilot_id, state, n, counted, scope)
  select new.pilot_id, new.state, 1, (new.counted_on is not null)::int, p.scope from pilots p where p.id = new.pilot_id
  on conflict (pilot_id, state) do update
    set n = pilot_service_counts.n + 1, counted = pilot_service_counts.counted + excluded.counted;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.create_account(id uuid, unit_id uuid, name text, post text, request uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if acting_post() is distinct from 'system-admin'
     or not exists (select from units u where u.id = create_account.unit_id and starts_with(u.scope, opened_scope())) then
    raise exception 'accounts are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into accounts (id, unit_id, name, post, created_at) values (id, unit_id, name, post, at);
  insert into account_requests (id, account_id, act, prepared_by, prepared_at, scope)
  select request, a.id, 'open', acting_account(), at, u.scope from accounts a join units u on u.id = a.unit_id
   where a.id = create_account.id and a.by_two;
end
$function$
;

CREATE OR REPLACE FUNCTION public.day_is_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before date := (to_jsonb(old) ->> tg_argv[1])::date;
  after date := (to_jsonb(new) ->> tg_argv[1])::date;
  service uuid := (to_jsonb(new) ->> tg_argv[2])::uuid;
begin
  if before = after then return new; end if;
  if exists (select from contracts where service_id = service) or not exists (
       select from service_day_corrections c
        where c.service_id = service and c.step = tg_argv[0] and c.former_on = before and c.corrected_on = after
          and c.recorded_at = (select max(recorded_at) from service_day_corrections where service_id = service and step = tg_argv[0])) then
    raise exception 'a day is corrected with its reason, before the contract' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.decide_account(wanted uuid, is_approved boolean, why text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  waiting account_requests;
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'security-admin' then
    raise exception 'approvals are the security administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update account_requests r set decided_by = acting_account(), deciding_post = 'security-admin', decided_at = at, approved = is_approved, reason = why
   where r.account_id = wanted and r.decided_at is null returning r.* into waiting;
  if not found then raise exception 'nothing waits' using errcode = 'insufficient_privilege'; end if;
  if is_approved and waiting.act = 'reopen' then
    update accounts set disabled_at = null where id = wanted;
    -- With its password it comes in as before; without one it still needs a link.
    update account_requests r set spent_at = at from accounts a where r.id = waiting.id and a.id = wanted and a.activated;
  elsif not is_approved and waiting.act = 'open' then
    update accounts set disabled_at = at where id = wanted;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.decide_practice_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'submitted'
       or not exists (select from pilots p where p.id = new.pilot_id and p.scope = new.scope)
       or not exists (select from files f where f.id = new.file_id and f.hash = new.file_hash) then
      raise exception 'a document is handed in undecided, with its own file' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.state <> 'submitted' or new.state = 'submitted'
     or (new.id, new.pilot_id, new.sort, new.title, new.written_on, new.file_id, new.file_hash, new.submitted_by, new.submitted_at, new.scope)
        is distinct from
        (old.id, old.pilot_id, old.sort, old.title, old.written_on, old.file_id, old.file_hash, old.submitted_by, old.submitted_at, old.scope)
  then
    raise exception 'a document is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.decision_only_closes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'open'
    or (to_jsonb(new) - '{state,note,closed_by,closed_at}'::text[]) <> (to_jsonb(old) - '{state,note,closed_by,closed_at}'::text[])
  then
    raise exception 'a decision is closed once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.declare_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.taken_back_at is not null then
    raise exception 'a seat that was taken back stays so' using errcode = 'restrict_violation';
  end if;
  if old.declared is not null
     and (new.declared, new.declared_reason, new.declared_at) is distinct from (old.declared, old.declared_reason, old.declared_at) then
    raise exception 'an expert declares once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.device_known(device text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from known_devices d where d.token_hash = device)
$function$
;

CREATE OR REPLACE FUNCTION public.device_trusted(account uuid, device text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from known_devices d where d.account_id = account and d.token_hash = device and d.trusted)
$function$
;

CREATE OR REPLACE FUNCTION public.devices_end_with_password()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update known_devices set trusted = false where account_id = new.id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.distrust_device(account uuid, device text, most integer)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with counted as (
    update known_devices d set failures = d.failures + 1, trusted = d.trusted and d.failures + 1 < most
     where d.account_id = account and d.token_hash = device returning d.trusted)
  select coalesce(bool_or(trusted), false) from counted
$function$
;

CREATE OR REPLACE FUNCTION public.draw_is_approved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.due_of(account accounts, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if account.must_change
     or coalesce(account.password_set_at, account.created_at) + (select r.password_days from sign_in_rules r) * interval '1 day' <= at
  then return 'password'; end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.end_other_sessions(wanted uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with ended as (
    update sessions s set ended_in = pg_current_xact_id()
     where s.account_id = acting_account() and session_lives(s, at) and s.token_hash <> current_setting('app.session', true)
       and (wanted is null or s.id = wanted) returning 1)
  select count(*)::integer from ended
$function$
;

CREATE OR REPLACE FUNCTION public.end_session(hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update sessions set ended_in = pg_current_xact_id() where token_hash = hash
$function$
;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload);
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_feed(hash text)
 RETURNS TABLE(account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, f.scope
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope
    from calendar_feeds f join accounts a on a.id = f.account_id join units u on u.id = a.unit_id
   where f.token_hash = hash and a.disabled_at is null;
  if found then
    perform enter_scope(hash, scope);
    return next;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_link(hash text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_scope text := (select l.scope from confirmation_links l where l.token_hash = hash);
begin
  if found_scope is not null then perform enter_scope(hash, found_scope); end if;
  return found_scope;
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_notice(notice uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found notices;
begin
  select n.* into found from notices n where n.id = notice;
  if found.id is null then return null; end if;
  if current_setting('transaction_read_only') = 'off' then
    perform from tranches t where t.id = found.tranche_id for update;
    perform from notices n where n.id = notice for update;
  end if;
  perform set_config('app.notice', notice::text, true);
  return found.scope;
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_scope(pass text, scope text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('app.pass', pass, true), set_config('app.scope', scope, true), set_config('app.scope_end', left(scope, -1) || '0', true);
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_seat(ids uuid[], on_day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_scope text;
begin
  if cardinality(ids) = 0 then return null; end if;
  select p.scope into found_scope
    from sessions n join evaluation_seats s on s.account_id = n.account_id
    join evaluations e on e.id = s.evaluation_id join pilots p on p.id = e.pilot_id
   where n.token_hash = current_setting('app.pass', true) and starts_with(p.scope, n.unit_scope)
     and s.declared = 'free' and s.taken_back_at is null and on_day between s.open_from and s.open_to
     and not exists (
       select from unnest(ids) as named (id)
        where not exists (select from unnest(things_of_pilots()) as thing where pilot_of(thing, named.id) = p.id)
          and not exists (select from files f where f.id = named.id and f.bound and starts_with(f.scope, p.scope)))
   limit 1;
  if found_scope is null then return null; end if;
  perform set_config('app.seat', found_scope, true), set_config('app.scope', found_scope, true),
          set_config('app.scope_end', left(found_scope, -1) || '0', true);
  return found_scope;
end
$function$
;

CREATE OR REPLACE FUNCTION public.enter_session(hash text, at timestamp with time zone)
 RETURNS TABLE(account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, last_seen_at timestamp with time zone, due text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select a.id, a.name, a.post, a.bureau, u.id, u.kind, u.name, s.unit_scope, s.last_seen_at, due_of(a, at)
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, last_seen_at, due
    from sessions s join accounts a on a.id = s.account_id join units u on u.id = a.unit_id
   where s.token_hash = hash and session_lives(s, at) and a.disabled_at is null;
  if not found then return; end if;
  perform set_config('app.session', hash, true);
  if due is null then
    perform set_config('app.pass', hash, true), set_config('app.scope', scope, true), set_config('app.scope_end', left(scope, -1) || '0', true);
  end if;
  return next;
end
$function$
;

CREATE OR REPLACE FUNCTION public.entry_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  n integer;
  off bigint;
  off_lines bigint;
  off_claims bigint;
  unclaimed bigint;
  not_made_good bigint;
begin
  select count(*), coalesce(sum(p.amount_fen), 0),
         coalesce(sum(p.amount_fen) filter (where a.kind = 'budget' or a.line_id is not null), 0),
         coalesce(sum(p.amount_fen) filter (where a.kind in ('claim-source', 'claimed')), 0)
    into n, off, off_lines, off_claims
    from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id;
  if n < 2 or off <> 0 or off_lines <> 0 or off_claims <> 0 then
    raise exception 'entry % does not balance', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from ledger_postings p
      join ledger_accounts a on a.id = p.account_id
      join pilots pilot on pilot.id = a.pilot_id
     where p.entry_id = new.id and a.overdraw and -a.balance_fen > pilot.award_fen)
  then
    raise exception 'entry % goes beyond the award', new.id using errcode = 'check_violation', constraint = 'ledger_within_award';
  end if;
  if new.kind in ('claim', 'pay-back', 'reverse') then
    select coalesce(sum(balance_fen) filter (where kind in ('in-transit', 'cash', 'payable', 'expenditure', 'own-money')), 0)
             - coalesce(sum(balance_fen) filter (where kind = 'claimed'), 0),
           coalesce(sum(balance_fen) filter (where kind in ('expenditure', 'own-money')), 0)
      into unclaimed, not_made_good
      from ledger_accounts where pilot_id = new.pilot_id;
    if unclaimed < 0 then
      raise exception 'entry % asks back more than is out', new.id using errcode = 'check_violation', constraint = 'ledger_claims_within_released';
    end if;
    if not_made_good < 0 then
      raise exception 'entry % makes good what was not spent', new.id using errcode = 'check_violation', constraint = 'ledger_own_within_spent';
    end if;
  end if;
  if exists (
    select from (
        select a.line_id from ledger_postings p join ledger_accounts a on a.id = p.account_id
         where p.entry_id = new.id and a.line_id is not null
         group by a.line_id having sum(p.amount_fen) <> 0) grown
      left join fund_lines l on l.id = grown.line_id and l.pilot_id = new.pilot_id
     where l.id is null
        or (select sum(b.balance_fen) from ledger_accounts b where b.pilot_id = new.pilot_id and b.line_id = grown.line_id)
         > case when l.baseline_id = (select id from baselines where pilot_id = new.pilot_id order by no desc limit 1)
             then l.provincial_fen else 0 end)
  then
    raise exception 'entry % goes beyond a fund line', new.id using errcode = 'check_violation', constraint = 'ledger_within_line';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.events_to_seal(most integer)
 RETURNS TABLE(no integer, sha256 text, sm3 text, event_id uuid, line text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(s.no, 0), encode(s.sha256, 'hex'), encode(s.sm3, 'hex'), e.id, audit_line(e)
    from audit_waiting w join audit_events e on e.id = w.event_id
    left join lateral (select l.no, l.sha256, l.sm3 from audit_seals l order by l.no desc limit 1) s on true
   order by e.at, e.id limit most
$function$
;

CREATE OR REPLACE FUNCTION public.evidence_with_hash(file_hash text)
 RETURNS TABLE(evidence_id uuid, scope text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.id, e.scope from evidence e join files f on f.id = e.file_id where f.hash = file_hash and e.withdrawn_at is null
$function$
;

CREATE OR REPLACE FUNCTION public.evidence_with_picture(picture text, most integer, line_id uuid)
 RETURNS TABLE(evidence_id uuid, scope text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.id, e.scope
    from files f join evidence e on e.file_id = f.id
   where picture_bands(f.perceptual_hash) && picture_bands(picture)
     and bit_count(('x' || f.perceptual_hash)::bit(256) # ('x' || picture)::bit(256)) <= most
     and e.withdrawn_at is null
     and e.proof in ('photo', 'closure-photo')
     and coalesce(e.visit_id, e.service_id, e.activity_id) <> line_id
$function$
;

CREATE OR REPLACE FUNCTION public.expire_upload(file uuid, event uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone files;
begin
  delete from files f where f.id = file and is_expired(f, at) returning f.* into gone;
  if gone.id is null then return false; end if;
  insert into audit_events (id, at, kind, subject, scope, before)
  values (event, at, 'file.expired', gone.id, gone.scope, jsonb_build_object('name', gone.name, 'hash', gone.hash, 'size', gone.size));
  if not exists (select from files where hash = gone.hash) then
    insert into loose_contents values (gone.hash, at) on conflict (hash) do update set since = excluded.since;
    delete from file_checks where hash = gone.hash;
  end if;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION public.expired_uploads(at timestamp with time zone, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.id from files f where is_expired(f, at) order by f.uploaded_at limit most
$function$
;

CREATE OR REPLACE FUNCTION public.feed_ends_with_password()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update calendar_feeds set token_hash = null where account_id = new.id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.file_is_checked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into file_checks values (new.hash, 'intact', new.uploaded_at, null)
    on conflict (hash) do update set state = 'intact', checked_at = excluded.checked_at, damaged_since = null where file_checks.state <> 'intact';
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.file_objection(id uuid, notice uuid, no integer, name text, contact text, content text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_scope text := (select n.scope from notices n where n.id = notice);
begin
  insert into notice_objections values (id, notice, no, name, contact, content, at, found_scope);
  perform enter_scope('objection ' || id, found_scope);
end
$function$
;

CREATE OR REPLACE FUNCTION public.filed_at_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  filing uuid;
begin
  if tg_table_name = 'filing_versions' then
    filing := new.filing_id;
  else
    select v.filing_id into filing from filing_versions v where v.id = new.version_id;
  end if;
  update filings f set filed_at = filed_at
   where f.id = filing and f.filed_at is distinct from first_standing_submission(f.id, f.version_no, f.state);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.filed_at_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.filed_at := first_standing_submission(new.id, new.version_no, new.state);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.files_leave_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select distinct a.unit_id as id, left(g.hash, 1) as part from gone g join accounts a on a.id = g.uploaded_by order by 1, 2 loop
    perform from unit_storage where unit_id = one.id and part = one.part for update;
    update unit_storage set bytes = bytes - (
      select coalesce(sum(size), 0)
        from (select distinct on (g.hash) g.hash, g.size from gone g join accounts a on a.id = g.uploaded_by where a.unit_id = one.id and left(g.hash, 1) = one.part order by g.hash, g.size) last
       where not exists (select from files f join accounts a on a.id = f.uploaded_by where f.hash = last.hash and a.unit_id = one.id))
     where unit_id = one.id and part = one.part;
  end loop;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.files_take_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  delete from loose_contents where hash in (select hash from taken_in);
  for one in
    select distinct u.id, left(t.hash, 1) as part, u.scope from taken_in t join accounts a on a.id = t.uploaded_by join units u on u.id = a.unit_id order by u.id, part
  loop
    insert into unit_storage values (one.id, one.part, 0, one.scope) on conflict (unit_id, part) do nothing;
    -- Two uploads of the same content by one unit wait for each other here, so that each sees what the other has brought.
    perform from unit_storage where unit_id = one.id and part = one.part for update;
    update unit_storage set bytes = bytes + (
      select coalesce(sum(size), 0)
        from (select distinct on (t.hash) t.hash, t.size from taken_in t join accounts a on a.id = t.uploaded_by where a.unit_id = one.id and left(t.hash, 1) = one.part order by t.hash, t.size) fresh
       where not exists (
         select from files f join accounts a on a.id = f.uploaded_by
          where f.hash = fresh.hash and a.unit_id = one.id and f.id not in (select id from taken_in)))
     where unit_id = one.id and part = one.part;
  end loop;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.filing_number_taken(scope text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from disbursement_filings d where d.province = split_part(filing_number_taken.scope, '/', 1) and d.number = wanted)
$function$
;

CREATE OR REPLACE FUNCTION public.first_reply(secret text, hash text)
 RETURNS TABLE(request_hash text, reply jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(secret, 0));
  select k.request_hash, k.reply into request_hash, reply from idempotency_keys k join sessions s on s.account_id = k.account_id
   where k.key = hash and s.token_hash = current_setting('app.session', true) and s.ended_in is null;
  if found then return next; end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.first_standing_submission(filing uuid, newest integer, state text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (SELECT min(v.submitted_at) AS min FROM filing_versions v WHERE ((v.filing_id = first_standing_submission.filing) AND (((v.no = first_standing_submission.newest) AND (first_standing_submission.state = ANY (ARRAY['submitted'::text, 'approved'::text, 'recorded'::text]))) OR (EXISTS (SELECT FROM filing_opinions o WHERE (o.version_id = v.id))))))
;

CREATE OR REPLACE FUNCTION public.forget_callers(at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from sign_in_refusals where hour < least(at, clock_timestamp()) - interval '183 days';
  delete from known_devices where seen_at < least(at, clock_timestamp()) - interval '183 days';
  delete from objection_senders where seen_at < least(at, clock_timestamp()) - interval '90 days';
$function$
;

CREATE OR REPLACE FUNCTION public.forget_expired(at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from sessions where expires_at <= at or ended_in is not null;
  delete from idempotency_keys k where k.at < forget_expired.at - interval '7 days'
$function$
;

CREATE OR REPLACE FUNCTION public.frozen_together()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from added a join return_heads h on h.version_id = a.version_id
     where h.transaction_id <> pg_current_xact_id()) then
    raise exception 'a submitted return is complete' using errcode = 'restrict_violation';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.goes_on_after_closing(tbl text, is_new boolean, record jsonb, pilot uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.happened_before(on_day date, entered_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (on_day <= ((entered_at AT TIME ZONE '08:00:00'::interval))::date)
;

CREATE OR REPLACE FUNCTION public.held_account(wanted uuid)
 RETURNS TABLE(id uuid, name text, disabled_at timestamp with time zone, scope text)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.name, a.disabled_at, u.scope from accounts a join units u on u.id = a.unit_id
   where a.id = wanted and starts_with(u.scope, opened_scope()) and acting_post() in ('system-admin', 'security-admin')
     for no key update of a
$function$
;

CREATE OR REPLACE FUNCTION public.holds_letter_or_digit(said text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (said ~ '[0-9A-Za-z\u00C0-\u1FFF\u3040-\uFAFF\U00020000-\U0003FFFF]'::text)
;

CREATE OR REPLACE FUNCTION public.holds_letter(said text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (said ~ '[A-Za-z\u00C0-\u1FFF\u3040-\uFAFF\U00020000-\U0003FFFF]'::text)
;

CREATE OR REPLACE FUNCTION public.holds_nothing_when_ended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from services where id = ended and state in ('closed', 'cancelled')) and (
       select coalesce(sum(p.amount_fen), 0) from ledger_entries e
         join ledger_postings p on p.entry_id = e.id
         join ledger_accounts a on a.id = p.account_id and a.kind = 'line-committed'
        where e.subject = ended or e.subject in (select id from payments where service_id = ended)) <> 0 then
    raise exception 'a service that ended still holds money on its fund line'
      using errcode = 'check_violation', constraint = 'services_hold_nothing_when_ended';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.in_scope(scope text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((scope >= (current_setting('app.scope'::text, true) COLLATE "C")) AND (scope < (current_setting('app.scope_end'::text, true) COLLATE "C")))
;

CREATE OR REPLACE FUNCTION public.incident_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  noticed constant text[] := '{id,noticed_at,what,place,noticed_by,entered_at,scope}';
begin
  if tg_op = 'UPDATE' and (old.state, new.state) in (('noticed', 'assessed'), ('noticed', 'dismissed'), ('assessed', 'assessed'),
      ('assessed', 'ended'), ('assessed', 'dismissed'), ('ended', 'summed-up'))
    and (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any (noticed))
      = (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(old)) where key = any (noticed)) then
    return new;
  end if;
  raise exception 'an incident goes on step by step, and what was noticed stays' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.invoice_used(wanted text, digital text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from invoices where (number = wanted or digital_number = digital) and standing <> 'entered-wrongly')
      or exists (select from invoice_voids where red_letter_no in (wanted, digital))
$function$
;

CREATE OR REPLACE FUNCTION public.is_closed(thing text, thing_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  pilot uuid := pilot_of(thing, thing_id);
begin
  if pilot is null then return false; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(pilot::text, 29));
  if exists (select from close_outs c where c.pilot_id = pilot and c.state = 'recorded') then return true; end if;
  perform set_config('app.held_open', thing_id::text, true);
  return false;
end
$function$
;

CREATE OR REPLACE FUNCTION public.is_disbursed(kind text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (kind = ANY (ARRAY['in-transit'::text, 'cash'::text, 'payable'::text, 'expenditure'::text, 'own-money'::text, 'recovered'::text, 'reissued'::text]))
;

CREATE OR REPLACE FUNCTION public.is_expired(f files, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not f.bound and f.uploaded_at < least(at, now()) - interval '30 days'
     and not exists (select from prepared_acts p where p.ended is null and strpos(p.body::text, f.id::text) > 0)
$function$
;

CREATE OR REPLACE FUNCTION public.issue_activation(wanted uuid, hash text, at timestamp with time zone, until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from held_account(wanted);
  if not found or wanted = acting_account() or acting_post() <> 'system-admin' then
    raise exception 'links are the system administrator''s' using errcode = 'insufficient_privilege';
  end if;
  update activation_links l set expires_at = least(l.expires_at, at) where l.account_id = wanted and l.used_at is null;
  insert into activation_links values (hash, wanted, acting_account(), at, until, null);
  update accounts set password_hash = null, failed_sign_ins = 0, locked_until = null where id = wanted;
  perform end_session(token_hash) from sessions where account_id = wanted;
end
$function$
;

CREATE OR REPLACE FUNCTION public.judged_in_turn(judged uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if (select f.state from return_heads h join filings f on f.id = h.filing_id where h.version_id = judged) is distinct from 'submitted' then
    raise exception 'an accepted return is final' using errcode = 'restrict_violation';
  end if;
  if exists (
    select from return_heads h
      join return_heads later on later.pilot_id = h.pilot_id and later.period > h.period
      join filings f on f.id = later.filing_id
     where h.version_id = judged and f.state <> 'submitted') then
    raise exception 'a later return is accepted already' using errcode = 'restrict_violation';
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_answers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of activities%rowtype;
begin
  select * into of from activities a where a.id = new.activity_id for share;
  if of.withdrawn or of.scope <> new.scope
     or new.revision <> (select count(*) from activity_answers n where n.activity_id = new.activity_id)
     or exists (select from activity_answers n where n.activity_id = new.activity_id and n.counts_from <> new.counts_from) then
    raise exception 'answers are those of an activity that stands, revision by revision' using errcode = 'restrict_violation';
  end if;
  if new.rated5 + new.rated4 + new.rated3 + new.rated2 + new.rated1 > people_at(new.activity_id) then
    raise exception 'more answers than people' using errcode = 'check_violation', constraint = 'activity_answers_of_those_who_came';
  end if;
  if not exists (select from evidence e where e.activity_id = new.activity_id and e.proof = 'survey' and e.withdrawn_at is null) then
    raise exception 'answers without their questionnaires' using errcode = 'check_violation', constraint = 'activity_answers_with_papers';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_as_many_as_answered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if people_at(new.id) < (select n.rated5 + n.rated4 + n.rated3 + n.rated2 + n.rated1 from activity_answers n
                           where n.activity_id = new.id order by n.revision desc limit 1) then
    raise exception 'fewer people than answers' using errcode = 'check_violation', constraint = 'activity_answers_of_those_who_came';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_forever(tbl regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', tbl);
  execute format('create trigger append_only_all before truncate on %s for each statement execute function refuse_change()', tbl);
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_former_activity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and new.revision = old.revision and not old.withdrawn
     and to_jsonb(new) - 'counted_on' = to_jsonb(old) - 'counted_on' then
    return new;
  end if;
  if tg_op = 'DELETE' or old.withdrawn or new.revision <> old.revision + 1 or new.written_at < old.written_at
     or (new.id, new.pilot_id, new.service_kind, new.recorded_by, new.recorded_at, new.scope)
        is distinct from (old.id, old.pilot_id, old.service_kind, old.recorded_by, old.recorded_at, old.scope) then
    raise exception 'an activity is corrected by its next revision alone' using errcode = 'restrict_violation';
  end if;
  insert into former_activities (activity_id, revision, title, held_on, place, correction_reason, written_by, written_at, scope)
  values (old.id, old.revision, old.title, old.held_on, old.place, old.correction_reason, old.written_by, old.written_at, old.scope);
  if new.withdrawn then
    update evidence set withdrawn_at = new.written_at where activity_id = new.id and withdrawn_at is null;
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_former_diagnosis()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' or new.revision <> old.revision + 1 or new.recorded_at < old.recorded_at
     or (new.id, new.pilot_id, new.enterprise_id, new.scope) is distinct from (old.id, old.pilot_id, old.enterprise_id, old.scope) then
    raise exception 'a diagnosis is corrected by its next revision alone' using errcode = 'restrict_violation';
  end if;
  if (new.diagnosed_on, new.answers, new.facts, new.report_file) is not distinct from
     (old.diagnosed_on, old.answers, old.facts, old.report_file) then
    raise exception 'a correction changes something' using errcode = 'restrict_violation';
  end if;
  insert into former_diagnoses (diagnosis_id, revision, diagnosed_on, answers, facts, problems, recommended, class, reasons, report_file,
                                correction_reason, recorded_by, recorded_at, scope)
  values (old.id, old.revision, old.diagnosed_on, old.answers, old.facts, old.problems, old.recommended, old.class, old.reasons, old.report_file,
          old.correction_reason, old.recorded_by, old.recorded_at, old.scope);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_former_password()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into former_passwords
  select old.id, coalesce(max(f.no), 0) + 1, old.password_hash from former_passwords f where f.account_id = old.id;
  delete from former_passwords f
   where f.account_id = old.id and f.no <= (select max(l.no) - 5 from former_passwords l where l.account_id = old.id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_in_scope(tbl regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from pg_index where indrelid = tbl and pg_get_indexdef(indexrelid, 1, true) = 'scope') then
    -- Parks lie close together in the paths: a hundred steps are too few to tell a county's share.
    execute format('alter table %s alter column scope set statistics 1000', tbl);
  end if;
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy subtree on %s to yuanqitong_app using (coalesce(starts_with(scope, '
    'coalesce((select unit_scope from opened_session), (select opened_scope()))), false))', tbl);
  execute format('grant %s on %s to yuanqitong_app', rights, tbl);
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_measure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.keep_payee_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  was tranches := case when tg_op = 'UPDATE' then old end;
begin
  if new.released_by is null then
    return new;
  end if;
  if was.released_by is not null then
    if new.payee_account_id is distinct from was.payee_account_id then
      raise exception 'the account that a tranche was paid to stays'
        using errcode = 'restrict_violation', constraint = 'tranches_paid_to_stays';
    end if;
  elsif new.payee_account_id is distinct from (
    select id from payee_accounts where pilot_id = new.pilot_id order by set_at desc, id desc limit 1) then
    raise exception 'a tranche is paid to the account that stands'
      using errcode = 'check_violation', constraint = 'tranches_paid_to_standing';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_register_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    if not exists (select from pilot_enterprises e where e.id = new.enterprise_id
                      and (e.pilot_id, e.uscc, e.scope) = (new.pilot_id, new.uscc, new.scope)) then
      raise exception 'an entry is about an enterprise of its pilot' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.withdrawn or new.revision <> old.revision + 1 or new.written_at < old.written_at
     or (new.id, new.pilot_id, new.enterprise_id, new.uscc, new.kind, new.recorded_by, new.recorded_at, new.scope)
        is distinct from (old.id, old.pilot_id, old.enterprise_id, old.uscc, old.kind, old.recorded_by, old.recorded_at, old.scope) then
    raise exception 'an entry is corrected by its next revision alone' using errcode = 'restrict_violation';
  end if;
  insert into former_register_entries (entry_id, revision, sort, number, dated_on, party, amount_fen, file_id, correction_reason,
                                       written_by, written_at, scope)
  values (old.id, old.revision, old.sort, old.number, old.dated_on, old.party, old.amount_fen, old.file_id, old.correction_reason,
          old.written_by, old.written_at, old.scope);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.kind_of_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select service_kind into new.service_kind from services where id = new.service_id;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.last_password_costs()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array_agg(substring(p.hash from '^(.+)\$[^$]*$') order by p.no) from unnest(last_passwords(acting_account())) with ordinality p (hash, no)
$function$
;

CREATE OR REPLACE FUNCTION public.last_passwords(account uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg(p.password_hash order by p.no desc)
    from (select a.password_hash, null::integer as no from accounts a where a.id = account and a.password_hash is not null
          union all select f.password_hash, f.no from former_passwords f where f.account_id = account order by no desc limit 5) p
$function$
;

CREATE OR REPLACE FUNCTION public.link_is_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (select a.by_two from accounts a where a.id = new.account_id) and not account_approved(new.account_id, null) then
    raise exception 'two administrators open this account' using errcode = 'check_violation', constraint = 'links_by_two';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.lock_balances(of_pilot uuid, keys text[])
 RETURNS TABLE(id uuid, key text, balance_fen bigint)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.key, a.balance_fen from ledger_accounts a
   where a.pilot_id = of_pilot and a.key = any (keys) and starts_with(a.scope, (select opened_scope()))
   order by a.id for no key update
$function$
;

CREATE OR REPLACE FUNCTION public.makers_do_not_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from filing_makers m join filing_versions v on v.filing_id = m.filing_id
     where v.id = new.version_id and m.account_id = new.account_id) then
    raise exception 'who made a filing does not review it'
      using errcode = 'check_violation', constraint = 'filing_opinions_not_by_maker';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.makers_go_with_their_filing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from filings where id = old.filing_id) then
    raise exception 'append-only: % on filing_makers refused', tg_op using errcode = 'restrict_violation';
  end if;
  return old;
end
$function$
;

CREATE OR REPLACE FUNCTION public.matter_number_is_new()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into matter_numbers as n (pilot_id, year, last, scope)
    values (new.pilot_id, left(new.period, 4)::int, right(new.period, 3)::int, new.scope)
    on conflict (pilot_id, year) do update set last = excluded.last where n.last < excluded.last;
  if not found then
    raise exception 'a number that a matter once had is not given again'
      using errcode = 'unique_violation', constraint = 'matter_numbers_never_again';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.matters_after_the_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.occurred_at at time zone 'Asia/Shanghai')::date
     < (select min(in_force_from) from baselines where pilot_id = new.pilot_id) then
    raise exception 'a matter cannot have happened before the plan that it is about'
      using errcode = 'check_violation', constraint = 'matters_after_the_plan';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.measure_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_service uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  perform measure_service(of_service) from services where id = of_service;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.measure_is_booked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.measure_service(of_service uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from services where id = of_service for no key update;
  insert into measured_services
  select s.id, s.pilot_id, s.enterprise_id, s.service_kind, s.state = 'cancelled', s.counted_on, c.signed_on, c.price_fen,
         p.market_price_fen, (select min(delivered_on) from deliverables where service_id = s.id),
         k.id, (k.given_at at time zone 'Asia/Shanghai')::date, k.rating,
         coalesce((select n from proof_counts where line_id = s.id), 0), s.scope
    from services s
    left join contracts c on c.service_id = s.id
    left join products p on p.id = c.product_id
    left join confirmations k on k.service_id = s.id and k.verdict = 'confirmed'
   where s.id = of_service and (s.counted_on is not null or c.service_id is not null)
  on conflict (service_id) do update
    set cancelled = excluded.cancelled, counted_on = excluded.counted_on, signed_on = excluded.signed_on,
        price_fen = excluded.price_fen, market_price_fen = excluded.market_price_fen, delivered_on = excluded.delivered_on,
        confirmation_id = excluded.confirmation_id, confirmed_on = excluded.confirmed_on, rating = excluded.rating,
        proofs = excluded.proofs;
  if not found then
    delete from measured_services where service_id = of_service;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.name_agency()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update services set agency_id = (select agency_id from products where id = new.product_id) where id = new.service_id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.name_order_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when m is null or m[1] || m[2] || m[3] = '' then name
    else regexp_replace(name, '第[一二三四五六七八九]?十?[一二三四五六七八九]?', '第' || case
      when m[2] = '' then strpos(digits, m[1])::text || m[3]
      else ((case when m[1] = '' then 1 else strpos(digits, m[1]) end) * 10
            + case when m[3] = '' then 0 else strpos(digits, m[3]) end)::text end)
    end
    from (select regexp_match(name, '第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)') as m, '一二三四五六七八九' as digits) found
$function$
;

CREATE OR REPLACE FUNCTION public.narrowed(unit_scope text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN starts_with(COALESCE(NULLIF(current_setting('app.seat'::text, true), ''::text), unit_scope), unit_scope) THEN COALESCE(NULLIF(current_setting('app.seat'::text, true), ''::text), unit_scope) ELSE NULL::text END
;

CREATE OR REPLACE FUNCTION public.notice_ends_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ended is not null then
    raise exception 'a notice ends once' using errcode = 'restrict_violation';
  end if;
  if new.until_on is distinct from old.until_on and (old.until_on is null or new.until_on is null or new.until_on < old.until_on) then
    raise exception 'a display is never cut short' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.number_not_red()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(coalesce(new.digital_number, new.number), 2));
  if exists (select from invoice_voids where red_letter_no in (new.number, new.digital_number)) then
    raise exception 'the number belongs to a red-letter invoice' using errcode = 'unique_violation', constraint = 'invoices_number_key';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.objection_is_answered_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.verdict is not null then
    raise exception 'an objection is answered once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.objections_of_sender(notice uuid, from_sender text)
 RETURNS TABLE(n integer, last_objection uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.n, s.last_objection from objection_senders s where s.notice_id = notice and s.sender = from_sender
$function$
;

CREATE OR REPLACE FUNCTION public.one_batch_at_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.one_open_exception()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', new.batch_id, new.unit_id, new.kind, new.period), 14));
  if exists (
    select from filing_exceptions e
     where e.id <> new.id and e.batch_id = new.batch_id and e.unit_id = new.unit_id and e.kind = new.kind and e.period = new.period
       and e.until >= new.granted_on) then
    raise exception 'an exception is open already'
      using errcode = 'unique_violation', constraint = 'filing_exceptions_one_open';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.only_lifts_earlier()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from return_reductions d
      join return_heads made on made.version_id = d.version_id
      join return_heads here on here.version_id = new.version_id
     where d.id = new.reduction_id and made.pilot_id = here.pilot_id and made.period < here.period) then
    raise exception 'a reduction is lifted in a later table of its pilot' using errcode = 'check_violation';
  end if;
  perform judged_in_turn(new.version_id);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.only_reduces()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  figure record;
  standing numeric;
begin
  select r.*, h.pilot_id as of_pilot into figure
    from return_rows r join return_heads h on h.version_id = r.version_id
   where r.version_id = new.version_id and r.indicator = new.indicator;
  standing := figure.total_value - coalesce((
    select sum(d.amount)
      from return_heads h
      join return_reductions d on d.version_id = h.version_id
     where h.pilot_id = figure.of_pilot and h.period <= figure.period and d.indicator = new.indicator
       and not exists (
         select from return_lifts l join return_heads lh on lh.version_id = l.version_id
          where l.reduction_id = d.id and lh.period <= figure.period)), 0);
  if not figure.signed then
    standing := greatest(standing, 0);
  end if;
  if (new.amount > 0 and (figure.signed or (new.amount <= standing and new.accepted_value >= 0)) and standing is not null
      and figure.total_of is distinct from 0) is not true then
    raise exception 'an accepted value may only be lower than what stands' using errcode = 'check_violation';
  end if;
  if new.accepted_value <> round(new.accepted_value, figure.decimals) then
    raise exception 'an accepted value is of the kind of its figure' using errcode = 'check_violation';
  end if;
  -- Of a ratio the amount comes from a division, so it agrees to the hundredth.
  if abs(new.accepted_value - (standing - new.amount) * coalesce(100 / nullif(figure.total_of, 0), 1)) >= 0.005 then
    raise exception 'amount and accepted value disagree' using errcode = 'check_violation';
  end if;
  perform judged_in_turn(new.version_id);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.only_unfiled_matters_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.kind <> 'major-matter' or old.version_no > 0 then
    raise exception 'a filing that is owed, or was filed, stays' using errcode = 'restrict_violation';
  end if;
  return old;
end
$function$
;

CREATE OR REPLACE FUNCTION public.only_voided()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.standing = 'stands' and to_jsonb(new) - 'standing' = to_jsonb(old) - 'standing'
     and exists (select from invoice_voids v where v.invoice_id = new.id and v.kind = new.standing) then
    return new;
  end if;
  raise exception 'an invoice is voided, never changed' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.only_with_a_baseline()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  fixed text;
begin
  if tg_op in ('INSERT', 'UPDATE') then
    if exists (
      select from baselines b where b.id = new.baseline_id and b.pilot_id = new.pilot_id and b.transaction_id = pg_current_xact_id())
    then
      if tg_op = 'UPDATE' then
        foreach fixed in array tg_argv loop
          if to_jsonb(new) -> fixed is distinct from to_jsonb(old) -> fixed then
            raise exception '% of a row of % stays what it is', fixed, tg_table_name using errcode = 'insufficient_privilege';
          end if;
        end loop;
      end if;
      return new;
    end if;
  end if;
  raise exception 'what is in force changes only with a new version of the plan' using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.open_session(wanted text, key text, hash text, device text, from_network text, agent text, at timestamp with time zone)
 RETURNS TABLE(opened boolean, locks_until timestamp with time zone, account_id uuid, name text, post text, bureau text, unit_id uuid, unit_kind text, unit_name text, scope text, expires_at timestamp with time zone, due text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account accounts;
begin
  -- Guesses that come at once count one by one.
  select a.* into account from accounts a where a.name = wanted for no key update;
  if not found then
    perform count_refusal(null, from_network, at);
    return;
  end if;
  select account.id, account.name, account.post, account.bureau, u.id, u.kind, u.name, u.scope, at + r.session_hours * interval '1 hour', due_of(account, at)
    into account_id, name, post, bureau, unit_id, unit_kind, unit_name, scope, expires_at, due
    from units u, sign_in_rules r where u.id = account.unit_id;
  select t.opened, t.locks_until into opened, locks_until from take_key(account, key, device, at) t;
  if opened then
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, unit_scope, network, agent)
    values (hash, account.id, at, at, expires_at, scope, from_network, open_session.agent);
  else perform count_refusal(account.id, from_network, at);
  end if;
  return next;
end
$function$
;

CREATE OR REPLACE FUNCTION public.opened_activation(hash text, at timestamp with time zone)
 RETURNS TABLE(account_id uuid, name text, post text, unit_name text, scope text, state text, expires_at timestamp with time zone, costs text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.name, a.post, u.name, u.scope,
         case when l.used_at is not null then 'used' when a.disabled_at is not null then 'closed' when l.expires_at <= at then 'expired' else 'open' end,
         l.expires_at,
         coalesce((select array_agg(substring(p.hash from '^(.+)\$[^$]*$') order by p.no) from unnest(last_passwords(a.id)) with ordinality p (hash, no)), '{}')
    from activation_links l join accounts a on a.id = l.account_id join units u on u.id = a.unit_id
   where l.token_hash = hash
$function$
;

CREATE OR REPLACE FUNCTION public.opened_notice()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.scope from notices n where n.id = nullif(current_setting('app.notice', true), '')::uuid
$function$
;

CREATE OR REPLACE FUNCTION public.opened_scope()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  pass text := current_setting('app.pass', true);
  found_scope text;
begin
  if coalesce(pass, '') = '' then return null; end if;
  select narrowed(s.unit_scope) into found_scope from sessions s where s.token_hash = pass and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  if found then return found_scope; end if;
  select f.scope into found_scope from calendar_feeds f where f.token_hash = pass;
  if found then return found_scope; end if;
  select l.scope into found_scope from confirmation_links l where l.token_hash = pass;
  if found then return found_scope; end if;
  if pass ~ '^objection [0-9a-f-]{36}$' then
    select o.scope into found_scope from notice_objections o
     where o.id = substr(pass, 11)::uuid
       and (o.xmin = pg_current_xact_id_if_assigned()::xid
         or exists (select from notice_objection_additions d where d.objection_id = o.id and d.xmin = pg_current_xact_id_if_assigned()::xid));
  end if;
  return found_scope;
end
$function$
;

CREATE OR REPLACE FUNCTION public.opinion_of_the_county()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (
    select from evaluations e join pilots p on p.id = e.pilot_id join accounts a on a.unit_id = p.county_id
     where e.id = new.evaluation_id and e.state = 'scoring' and a.id = new.given_by) then
    raise exception 'an opinion comes from the county of the pilot, while its evaluation is scored'
      using errcode = 'insufficient_privilege', constraint = 'evaluation_opinions_of_the_county';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.other_pilots_of(pilot uuid, codes text[])
 RETURNS TABLE(uscc text, name text, pilot_id uuid, edition text, first_year integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.uscc, e.name, e.pilot_id, b.edition, b.first_year
    from pilot_enterprises e
    join pilots p on p.id = e.pilot_id
    join batches b on b.id = p.batch_id
   where e.uscc = any (codes) and e.pilot_id <> pilot and not p.standing
     and not exists (select from baselines l join baselines own on own.id = e.baseline_id
                      where l.pilot_id = e.pilot_id and l.no > own.no)
   order by e.uscc, e.pilot_id
$function$
;

CREATE OR REPLACE FUNCTION public.outside_award()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'standing service is outside counting and award'
    using errcode = 'restrict_violation', constraint = 'standing_outside_award';
end
$function$
;

CREATE OR REPLACE FUNCTION public.own_sessions(at timestamp with time zone)
 RETURNS TABLE(id uuid, network text, agent text, created_at timestamp with time zone, last_seen_at timestamp with time zone, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id, s.network, s.agent, s.created_at, s.last_seen_at, s.token_hash = current_setting('app.session', true)
    from sessions s where s.account_id = acting_account() and session_lives(s, at) order by s.last_seen_at desc, s.id
$function$
;

CREATE OR REPLACE FUNCTION public.paid_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - 'state' = to_jsonb(old) - 'state' and (new.state = old.state or exists (
       select from payment_reversals r where r.payment_id = new.id and r.kind = new.state)) then
    return new;
  end if;
  raise exception 'a paid payment is reversed, never changed' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.paper_is_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  paper uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if paper is null or (tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] = paper::text) then
    return new;
  end if;
  if (select media_type from files where id = paper) = any (
    array['application/pdf', 'application/ofd', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] || tg_argv[1]) then
    return new;
  end if;
  raise exception 'a paper that proves money is a PDF, an OFD, a picture or an e-invoice'
    using errcode = 'check_violation', constraint = 'paper_is_paper';
end
$function$
;

CREATE OR REPLACE FUNCTION public.paper_used_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  paper uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  bytes text := (select hash from files where id = paper);
begin
  if paper is null or (tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[0] = paper::text) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(bytes, 3));
  if (select count(*) from papers_of_money(bytes)) > 1 then
    raise exception 'a paper proves one movement of money' using errcode = 'unique_violation', constraint = 'paper_used_once';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.papers_follow_one_another()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  last issued_papers;
begin
  select * into last from issued_papers p where p.subject = new.subject and p.id <> new.id order by p.no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 or (new.hash is null and last.hash is null) then
    raise exception 'papers of one subject follow one another' using errcode = 'check_violation';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.papers_of_money(file_hash text)
 RETURNS TABLE(file_id uuid, kind text, service_no text, park_name text, tranche_no integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
  select f.id, used.kind, case when starts_with(used.scope, opened_scope()) then used.service_no end,
         case when starts_with(used.scope, opened_scope()) then used.park_name end, case when starts_with(used.scope, opened_scope()) then used.tranche_no end
    from files f
    cross join lateral (
      select 'invoice' as kind, s.no as service_no, null as park_name, null::integer as tranche_no, i.scope
        from invoices i join services s on s.id = i.service_id where i.file_id = f.id and i.standing <> 'entered-wrongly'
      union all
      select 'red-letter', s.no, null, null, v.scope
        from invoice_voids v join invoices i on i.id = v.invoice_id join services s on s.id = i.service_id where v.file_id = f.id
      union all
      select 'bank-receipt', s.no, null, null, p.scope from payments p join services s on s.id = p.service_id
       where p.receipt_file = f.id and p.state <> 'entered-wrongly'
      union all
      select 'bank-return', s.no, null, null, r.scope
        from payment_reversals r join payments p on p.id = r.payment_id join services s on s.id = p.service_id where r.file_id = f.id
      union all
      select 'voucher', null, u.name, t.no, t.scope
        from tranches t join pilots p on p.id = t.pilot_id join units u on u.id = p.park_id where t.voucher_file = f.id
      union all
      select 'treasury-voucher', null, u.name, null, r.scope
        from measure_receipts r join pilots p on p.id = r.pilot_id join units u on u.id = p.park_id
       where r.voucher_file = f.id and r.reversed_by is null) used
   where f.hash = file_hash;
end
$function$
;

CREATE OR REPLACE FUNCTION public.password_costs(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select substring(a.password_hash from '^(.+)\$[^$]*$') from accounts a where a.name = wanted
$function$
;

CREATE OR REPLACE FUNCTION public.password_spends_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update account_requests set spent_at = coalesce(new.password_set_at, now()) where account_id = new.id and approved and spent_at is null;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.pays_what_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.state in ('prepared', 'approved', 'paid') and
     (select standing from invoices where id = new.invoice_id for update) is distinct from 'stands' then
    raise exception 'the invoice has been voided' using errcode = 'check_violation', constraint = 'payments_of_standing_invoice';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.people_at(activity uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum(t.people), 0) from activities a join attendances t on t.activity_id = a.id and t.revision = a.revision where a.id = activity
$function$
;

CREATE OR REPLACE FUNCTION public.picture_bands(hash text)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(array_agg(n * 65536 + band order by n), '{}')
    from (select n, get_byte(decode(hash, 'hex'), 2 * n) * 256 + get_byte(decode(hash, 'hex'), 2 * n + 1) as band
            from generate_series(0, 15) as n) as bands
   where band not in (0, 65535)
$function$
;

CREATE OR REPLACE FUNCTION public.pilot_of_evidence(of uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(s.pilot_id, a.pilot_id)
    from evidence e left join services s on s.id = e.service_id left join activities a on a.id = e.activity_id where e.id = of
$function$
;

CREATE OR REPLACE FUNCTION public.pilot_of(thing text, thing_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.pilot_stands(pilot uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select p.standing from pilots p where p.id = pilot), false)
$function$
;

CREATE OR REPLACE FUNCTION public.post_to_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update ledger_accounts set balance_fen = balance_fen + new.amount_fen
   where id = new.account_id
     and pilot_id = (select pilot_id from ledger_entries where id = new.entry_id and transaction_id = pg_current_xact_id());
  if not found then
    raise exception 'a posting belongs to an entry of the same pilot made in the same transaction' using errcode = 'check_violation';
  end if;
  insert into pilot_money (pilot_id, committed_fen, disbursed_fen, spent_fen, deducted_fen, scope)
  select a.pilot_id, moved.committed, moved.disbursed, moved.spent, moved.deducted, a.scope
    from ledger_accounts a
   cross join lateral (
     select case when a.kind in ('line-committed', 'line-spent') then new.amount_fen else 0 end as committed,
            case when is_disbursed(a.kind) then new.amount_fen else 0 end as disbursed,
            case when a.kind = 'expenditure' then new.amount_fen else 0 end as spent,
            case when a.kind = 'deducted' then new.amount_fen else 0 end as deducted) moved
   where a.id = new.account_id
  on conflict (pilot_id) do update
    set committed_fen = pilot_money.committed_fen + excluded.committed_fen,
        disbursed_fen = pilot_money.disbursed_fen + excluded.disbursed_fen,
        spent_fen = pilot_money.spent_fen + excluded.spent_fen,
        deducted_fen = pilot_money.deducted_fen + excluded.deducted_fen;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.prepared_act_ends_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.ended is not null then
    raise exception 'a prepared act ends once, and stays' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.price_service()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update services set price_fen = new.price_fen where id = new.service_id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.product_health()
 RETURNS TABLE(at timestamp with time zone, last_event_at timestamp with time zone, oldest_job_at timestamp with time zone, failed_jobs integer, damaged_files integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.prove_password(key text, device text, at timestamp with time zone, OUT proven boolean, OUT locks_until timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account accounts;
begin
  select a.* into account from accounts a where a.id = acting_account() for no key update;
  proven := false;
  if found then select t.opened, t.locks_until into proven, locks_until from take_key(account, key, device, at) t; end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.published_evaluations(wanted uuid, before timestamp with time zone, most integer)
 RETURNS TABLE(id uuid, kind text, batch_name text, unit_name text, edition text, clause text, contact text, parks integer, first_parks text[], results jsonb, published_at timestamp with time zone, published_on date, until_on date, provisional boolean, ended text, end_reason text, newer uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.published_notices(before timestamp with time zone, most integer)
 RETURNS TABLE(id uuid, batch_name text, county_name text, park_name text, tranche_no integer, amount_fen bigint, published_at timestamp with time zone, published_on date, until_on date, provisional boolean, ended text, paid boolean, open_objections integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.id, n.batch_name, n.county_name, n.park_name, n.tranche_no, n.amount_fen, n.published_at,
         n.published_on, n.until_on, n.provisional, n.ended, t.state in ('released', 'received'),
         (select count(*)::integer from notice_objections o
           where o.notice_id = n.id and not exists (select from notice_answers a where a.objection_id = o.id))
    from notices n join tranches t on t.id = n.tranche_id
   where published_notices.before is null or n.published_at < published_notices.before
   order by n.published_at desc, n.id desc
   limit least(greatest(most, 1), 101)
$function$
;

CREATE OR REPLACE FUNCTION public.published_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  may constant text[] := '{ended,ended_by,ended_at,end_reason,until_on,provisional,publishing_bureau}';
begin
  if tg_op = 'DELETE' or to_jsonb(new) - may is distinct from to_jsonb(old) - may then
    raise exception 'what was published stays as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.reads_as_resident(code text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when code !~ '^\d{6}(1[89]|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$' or code ~ '^9[123]' then false
    else substr('10X98765432', 1 + (
      select sum(substr(code, i, 1)::int * (array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])[i])::int
      from generate_series(1, 17) i) % 11, 1) = substr(code, 18, 1)
  end
$function$
;

CREATE OR REPLACE FUNCTION public.receipt_key(receipt_no text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(nullif(regexp_replace(upper(normalize(receipt_no, nfkc)), '[[:space:][:punct:]·—–−]+', '', 'g'), ''), receipt_no)
$function$
;

CREATE OR REPLACE FUNCTION public.receipt_used_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.pilot_id || receipt_key(new.receipt_no), 4));
  if exists (select from payments p where p.pilot_id = new.pilot_id and receipt_key(p.receipt_no) = receipt_key(new.receipt_no)
                and p.state <> 'entered-wrongly' and p.id <> new.id)
     or exists (select from payment_reversals r where r.pilot_id = new.pilot_id
                   and receipt_key(r.receipt_no) = receipt_key(new.receipt_no) and r.id <> new.id) then
    raise exception 'the number proves another movement' using errcode = 'unique_violation', constraint = 'payments_receipt_no_key';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.record_events(events jsonb, kept jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  actor uuid;
  actor_post text;
begin
  select a.id, a.post into actor, actor_post from sessions s join accounts a on a.id = s.account_id
   where s.token_hash = current_setting('app.session', true) and (s.ended_in is null or s.ended_in = pg_current_xact_id_if_assigned());
  insert into audit_events (id, at, kind, account_id, post, subject, scope, before, after, address, request, clause)
  select e.id, e.at, e.kind, actor, actor_post, e.subject, e.scope, e.before, e.after, e.address, e.request, e.clause
    from jsonb_to_recordset(events) as e (
      id uuid, at timestamptz, kind text, subject uuid, scope text, before jsonb, after jsonb, address text, request text, clause text);
  if kept is not null then
    insert into idempotency_keys (account_id, key, route, request_hash, status, reply, at)
    values (actor, kept ->> 'key', kept ->> 'route', kept ->> 'requestHash', (kept ->> 'status')::integer, kept -> 'reply', (kept ->> 'at')::timestamptz);
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.rectification_is_decided_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'submitted' then
    raise exception 'a rectification is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'append-only: % on % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.register_entry_key(kind text, uscc text, sort text, number_key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case kind when 'title' then uscc || ' ' || sort || ' ' || number_key
                   when 'financing' then uscc || ' ' || number_key
                   when 'yearly-figures' then uscc || ' ' || number_key
                   else number_key end
$function$
;

CREATE OR REPLACE FUNCTION public.register_keys_held(kinds text[], usccs text[], sorts text[], number_keys text[])
 RETURNS TABLE(place integer, before integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as materialized (
    select no::integer, a.kind, register_entry_key(a.kind, a.uscc, a.sort, a.number_key) as key
      from unnest(kinds, usccs, sorts, number_keys) with ordinality as a(kind, uscc, sort, number_key, no)
     where a.number_key <> ''),
  firsts as (select no, kind, key, min(no) over (partition by kind, key) as first from asked where key is not null)
  select f.no, case when held.id is null then f.first else 0 end
    from firsts f
    left join register_entries held on held.kind = f.kind and held.entry_key = f.key and not held.withdrawn
   where held.id is not null or f.first < f.no
$function$
;

CREATE OR REPLACE FUNCTION public.release_stays_on_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from tranche_reversals r
     where r.tranche_id = old.id and r.released_at = old.released_at and r.voucher_no = old.voucher_no) then
    raise exception 'a release is taken back by a reversal on record'
      using errcode = 'restrict_violation', constraint = 'tranches_release_reversed';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.remember_device(session text, device text, from_network text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into known_devices as d (account_id, token_hash, network, first_seen_at, seen_at)
  select s.account_id, device, from_network, s.created_at, s.created_at from sessions s
   where s.token_hash = session and s.expires_at > at and s.ended_in is null
  on conflict (account_id, token_hash, network) do update set seen_at = excluded.seen_at, trusted = true, failures = 0
$function$
;

CREATE OR REPLACE FUNCTION public.reopened_is_not_on_display()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from evaluation_publications p join filings f on f.id = p.filing_id
              where f.id = new.id and p.ended is null and f.state not in ('approved', 'recorded')) then
    raise exception 'a report that is opened again is not on display' using errcode = 'restrict_violation';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.reopening_is_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not account_approved(new.id, 'reopen') then
    raise exception 'two administrators open this account again' using errcode = 'check_violation', constraint = 'accounts_by_two';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.reported_while_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from incidents i where i.id = new.incident_id and i.noticed_at <= new.reported_at
      and i.state = any (case new.kind when 'summary' then '{ended,summed-up}'::text[] else '{assessed,ended}'::text[] end)) then
    raise exception 'an incident is reported after it was assessed, and summed up after its end' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.require_second_person(act text, subject uuid, bureau text, by uuid, prepared_by uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if prepared_by is null then
    if asks_for_two(by, bureau) then
      raise exception 'this county has what its bureau decides signed by a second person'
        using errcode = 'check_violation', constraint = 'acts_signed';
    end if;
  elsif not exists (
    select from prepared_acts p
     where p.act = require_second_person.act and p.subject = require_second_person.subject
       and p.prepared_by = require_second_person.prepared_by and p.ended = 'signed' and p.ended_by = require_second_person.by) then
    raise exception 'nobody prepared and signed this' using errcode = 'check_violation', constraint = 'acts_prepared_and_signed';
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.result_was_reported()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.results_published_by_their_report()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.reverse_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  reversed payments;
begin
  select * into reversed from payments where id = new.payment_id for update;
  if reversed.state <> 'paid' or reversed.pilot_id <> new.pilot_id or new.returned_on < reversed.paid_on then
    raise exception 'a payment is reversed after the bank has paid it' using errcode = 'check_violation', constraint = 'payment_reversals_of_paid';
  end if;
  if new.kind = 'entered-wrongly' and new.recorded_by = reversed.receipt_by then
    raise exception 'whoever entered the receipt does not correct it alone'
      using errcode = 'check_violation', constraint = 'payment_reversals_by_another';
  end if;
  update payments set state = new.kind where id = new.payment_id;
  update evidence set withdrawn_at = new.recorded_at
   where file_id = reversed.receipt_file and service_id = reversed.service_id and proof = 'bank-receipt' and withdrawn_at is null;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.reversed_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  undone constant text[] := array['reversed_by', 'reversed_at', 'reversal_reason', 'recording_bureau'];
begin
  if tg_op = 'DELETE' or old.reversed_by is not null or new.reversed_by is null or to_jsonb(new) - undone <> to_jsonb(old) - undone then
    raise exception 'what was entered is reversed once, and stays' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.sampled_before_draw()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from sampling_draws d where d.plan_id = new.plan_id) = coalesce(to_jsonb(new) ->> 'how' = 'by-hand', false)
     and exists (select from sampling_plans p where p.id = new.plan_id and p.state in ('approved', 'drawn')) then
    return new;
  end if;
  raise exception 'a drawn sample is locked' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.sampled_by_county()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.sampling_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.scores_in_their_turn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
     where s.evaluation_id = new.evaluation_id and s.account_id = new.given_by and s.declared = 'free' and s.taken_back_at is null
       and (new.given_at at time zone 'Asia/Shanghai')::date between s.open_from and s.open_to) then
    raise exception 'an expert scores from a seat of their own' using errcode = 'insufficient_privilege', constraint = 'evaluation_scores_from_a_seat';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.seal_events(next integer, at timestamp with time zone, ids uuid[], leaves_sha256 text[], leaves_sm3 text[], head_sha256 text, head_sm3 text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken integer;
begin
  if not pg_try_advisory_xact_lock(20260135) then return false; end if;
  if next <> (select coalesce(max(s.no), 0) + 1 from audit_seals s) then return false; end if;
  delete from audit_waiting w where w.event_id = any (ids);
  get diagnostics taken = row_count;
  if taken <> cardinality(ids) then raise exception 'an event is sealed once, when it waits' using errcode = 'restrict_violation'; end if;
  if exists (select from unnest(ids, leaves_sha256) as l (id, hash) left join audit_events e on e.id = l.id
              where encode(sha256(convert_to(audit_line(e), 'UTF8')), 'hex') is distinct from l.hash) then
    raise exception 'a leaf is not the hash of its event' using errcode = 'restrict_violation';
  end if;
  insert into audit_seals values (next, at, cardinality(ids), decode(head_sha256, 'hex'), decode(head_sm3, 'hex'));
  insert into audit_leaves
  select next, l.place, l.id, decode(l.a, 'hex'), decode(l.b, 'hex') from unnest(ids, leaves_sha256, leaves_sm3) with ordinality as l (id, a, b, place);
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION public.sealed_hashes(after_seal integer, after_place integer, last_seal integer, most integer)
 RETURNS TABLE(no integer, place integer, sha256 text, sm3 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.seal_no, l.place, encode(l.sha256, 'hex'), encode(l.sm3, 'hex')
    from audit_leaves l
   where (select opened_scope()) is not null and (l.seal_no, l.place) > (after_seal, after_place) and l.seal_no <= last_seal
   order by l.seal_no, l.place limit most
$function$
;

CREATE OR REPLACE FUNCTION public.session_lives(session sessions, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return session.expires_at > at and session.ended_in is null
     and not coalesce(session.last_seen_at + (select r.idle_minutes from sign_in_rules r) * interval '1 minute' <= at, false);
end
$function$
;

CREATE OR REPLACE FUNCTION public.session_seen(hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update sessions s set last_seen_at = at where s.token_hash = hash and session_lives(s, at) and s.last_seen_at < at
$function$
;

CREATE OR REPLACE FUNCTION public.show_from_below(tbl regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy from_below on %s for select to yuanqitong_app '
    'using (starts_with((select opened_scope()), scope))', tbl);
end
$function$
;

CREATE OR REPLACE FUNCTION public.signed_as_prepared()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.prepared_by is not null and not exists (
    select from prepared_opinions p
     where p.id = new.prepared_id and p.account_id = new.prepared_by and p.version_id = new.version_id
       and p.level = new.level and p.bureau = new.bureau and p.verdict = new.verdict and p.marks = new.marks) then
    raise exception 'an opinion is signed as it was prepared'
      using errcode = 'check_violation', constraint = 'filing_opinions_as_prepared';
  end if;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.stays_bound()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a file stays with its record' using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION public.take_key(account accounts, key text, device text, at timestamp with time zone, OUT opened boolean, OUT locks_until timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  trusted boolean := device_trusted(account.id, device);
  locked boolean := coalesce(account.locked_until > at, false);
begin
  opened := false;
  if account.disabled_at is not null or account.password_hash is null or (locked and not trusted) then return; end if;
  opened := encode(sha256(decode(key, 'hex')), 'hex') = substring(account.password_hash from '[^$]*$');
  if opened then
    -- What strangers have locked stays locked for strangers.
    if not locked then update accounts set failed_sign_ins = 0, locked_until = null where id = account.id; end if;
    return;
  end if;
  if trusted and distrust_device(account.id, device, 5) then return; end if;
  if trusted or account.failed_sign_ins >= 4 then locks_until := at + interval '15 minutes'; end if;
  update accounts set failed_sign_ins = case when locks_until is null then account.failed_sign_ins + 1 else 0 end, locked_until = locks_until
   where id = account.id;
end
$function$
;

CREATE OR REPLACE FUNCTION public.things_of_pilots()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['pilot'::text, 'filing'::text, 'baseline'::text, 'tranche'::text, 'notice'::text, 'objection'::text, 'enterprise'::text, 'diagnosis'::text, 'service'::text, 'invoice'::text, 'payment'::text, 'activity'::text, 'entry'::text, 'register-entry'::text, 'practice'::text, 'evaluation'::text, 'measure'::text, 'close-out'::text]
;

CREATE OR REPLACE FUNCTION public.two_persons_judge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform require_second_person('judgment', new.tranche_id, new.bureau, new.given_by, new.prepared_by);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.two_persons_measure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.two_persons_pay()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was tranches := case when tg_op = 'UPDATE' then old end;
begin
  if new.recommended_by is not null
    and (new.recommended_by, new.recommendation_prepared_by) is distinct from (was.recommended_by, was.recommendation_prepared_by) then
    perform require_second_person('recommendation', new.id, 'economy', new.recommended_by, new.recommendation_prepared_by);
  end if;
  if new.released_by is not null
    and (new.released_by, new.release_prepared_by) is distinct from (was.released_by, was.release_prepared_by) then
    perform require_second_person('release', new.id, 'finance', new.released_by, new.release_prepared_by);
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.two_persons_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.recorded_by is not null
    and (new.recorded_by, new.record_prepared_by) is distinct from (old.recorded_by, old.record_prepared_by) then
    perform require_second_person('recording', new.id,
      (select a.bureau from accounts a where a.id = new.recorded_by), new.recorded_by, new.record_prepared_by);
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.two_persons_reverse()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform require_second_person('reversal', new.tranche_id, 'finance', new.reversed_by, new.prepared_by);
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.two_persons_speak()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.prepared_by is null and asks_for_two(new.account_id, new.bureau) then
    raise exception 'this bureau has its opinions signed by a second person'
      using errcode = 'check_violation', constraint = 'filing_opinions_signed';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.uncount_findings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.uncount_proof()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update proof_counts set n = n - 1 where line_id = coalesce(new.service_id, new.activity_id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.used_before(account uuid, keys text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  hashes text[] := coalesce(last_passwords(account), '{}');
begin
  if cardinality(keys) is distinct from cardinality(hashes) then
    raise exception 'a new password is compared with the last ones' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from unnest(keys, hashes) p (key, hash) where encode(sha256(decode(p.key, 'hex')), 'hex') = substring(p.hash from '[^$]*$'));
end
$function$
;

CREATE OR REPLACE FUNCTION public.verify_paper(prefix text)
 RETURNS TABLE(kind text, unit_name text, period text, version_no integer, no integer, issued_at timestamp with time zone, hash text, told jsonb, ended_at timestamp with time zone, last_no integer, last_version_no integer, last_issued_at timestamp with time zone, last_stands boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.kind, p.unit_name, p.period, p.version_no, p.no, p.issued_at, p.hash, p.told, n.issued_at,
         l.no, l.version_no, l.issued_at, l.hash is not null
    from issued_papers p
    left join issued_papers n on n.subject = p.subject and n.no = p.no + 1
    cross join lateral (select * from issued_papers l where l.subject = p.subject order by l.no desc limit 1) l
   where left(p.hash, 16) = left(prefix, 16) and starts_with(p.hash, prefix)
$function$
;

CREATE OR REPLACE FUNCTION public.versions_are_readable()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from filing_sections where filing_id = new.filing_id and open and typed <> '{}') then
    raise exception 'a filing with unreadable texts is not submitted' using errcode = 'check_violation';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.void_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  voided invoices;
begin
  select * into voided from invoices where id = new.invoice_id for update;
  if exists (select from payments where invoice_id = new.invoice_id and state in ('prepared', 'approved', 'paid')) then
    raise exception 'a payment hangs on the invoice' using errcode = 'check_violation', constraint = 'invoice_voids_unpaid';
  end if;
  if new.voided_on < voided.issued_on then
    raise exception 'voided before it was issued' using errcode = 'check_violation', constraint = 'invoice_voids_after_issue';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.red_letter_no, 2)) where new.red_letter_no is not null;
  if exists (select from invoices where new.red_letter_no in (number, digital_number) and standing <> 'entered-wrongly') then
    raise exception 'the number belongs to an invoice' using errcode = 'unique_violation', constraint = 'invoice_voids_red_letter_no_key';
  end if;
  update invoices set standing = new.kind where id = new.invoice_id;
  update evidence set withdrawn_at = new.recorded_at where file_id = voided.file_id and service_id = voided.service_id and proof = 'invoice';
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.within_claim()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

create sequence ledger_entries_seq_seq;

create sequence service_numbers;

create table account_requests (
  id uuid not null,
  account_id uuid not null,
  act text not null,
  prepared_by uuid not null,
  preparing_post text default 'system-admin'::text not null,
  prepared_at timestamp with time zone not null,
  decided_by uuid,
  deciding_post text,
  decided_at timestamp with time zone,
  approved boolean,
  reason text default ''::text not null,
  spent_at timestamp with time zone,
  scope text collate "C" not null,
  constraint account_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_requests_act_check CHECK ((act = ANY (ARRAY['open'::text, 'reopen'::text, 'reset'::text]))),
  constraint account_requests_check CHECK (((prepared_by <> account_id) AND (decided_by <> account_id))),
  constraint account_requests_check1 CHECK ((num_nulls(decided_by, deciding_post, decided_at, approved) = ANY (ARRAY[0, 4]))),
  constraint account_requests_check2 CHECK (((approved IS DISTINCT FROM false) OR (reason <> ''::text))),
  constraint account_requests_check3 CHECK (((spent_at IS NULL) OR approved)),
  constraint account_requests_decided_by_deciding_post_fkey FOREIGN KEY (decided_by, deciding_post) REFERENCES accounts(id, post),
  constraint account_requests_deciding_post_check CHECK ((deciding_post = 'security-admin'::text)),
  constraint account_requests_pkey PRIMARY KEY (id),
  constraint account_requests_prepared_by_preparing_post_fkey FOREIGN KEY (prepared_by, preparing_post) REFERENCES accounts(id, post),
  constraint account_requests_preparing_post_check CHECK ((preparing_post = 'system-admin'::text))
);
comment on table account_requests is 'What the system administrator has prepared about an account that two open, and what the security administrator answered.';
comment on column account_requests.preparing_post is 'Constant; the foreign key lets only the system administrator prepare.';
comment on column account_requests.deciding_post is 'Constant; the foreign key lets only the security administrator decide.';
comment on column account_requests.approved is 'Null while it waits.';
comment on column account_requests.spent_at is 'When it was used up: a password was chosen, the account opened again, or closed. Until then links are made by it.';
alter table account_requests enable row level security;

create table accounts (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  post text not null,
  bureau text generated always as (
CASE
    WHEN (post = ANY (ARRAY['economy-officer'::text, 'economy-leader'::text, 'province-economy'::text, 'province-economy-leader'::text])) THEN 'economy'::text
    WHEN (post = ANY (ARRAY['finance-officer'::text, 'finance-leader'::text, 'province-finance'::text, 'province-finance-leader'::text])) THEN 'finance'::text
    ELSE NULL::text
END) stored,
  password_hash text,
  failed_sign_ins integer default 0 not null,
  locked_until timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  password_set_at timestamp with time zone,
  must_change boolean default false not null,
  activated boolean generated always as ((password_hash IS NOT NULL)) stored not null,
  by_two boolean generated always as ((post <> ALL (ARRAY['park-manager'::text, 'service-officer'::text, 'fund-officer'::text, 'enterprise-contact'::text]))) stored not null,
  constraint accounts_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint accounts_id_bureau_key UNIQUE (id, bureau),
  constraint accounts_id_post_key UNIQUE (id, post),
  constraint accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint accounts_name_key UNIQUE (name),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_post_check CHECK ((post = ANY (ARRAY['park-manager'::text, 'service-officer'::text, 'fund-officer'::text, 'enterprise-contact'::text, 'economy-officer'::text, 'economy-leader'::text, 'finance-officer'::text, 'finance-leader'::text, 'province-economy'::text, 'province-economy-leader'::text, 'province-finance'::text, 'province-finance-leader'::text, 'expert'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text]))),
  constraint accounts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table accounts is 'Who can sign in: one person at one post of one unit, named by post and never by person.';
comment on column accounts.bureau is 'The bureau the post speaks for; null for posts of parks, enterprises and administration.';
comment on column accounts.password_hash is 'Argon2id: version, costs and salt as the library writes them, then the SHA-256 of the key instead of the key itself. What derives the key from a password shows it to open_session() or prove_password(); nobody reads this.';
comment on column accounts.failed_sign_ins is 'Failed sign-ins since the last successful one.';
comment on column accounts.password_set_at is 'When the password was set; null where it is as old as the account.';
comment on column accounts.must_change is 'The password was given by somebody else: a session does nothing but change it.';
comment on column accounts.activated is 'Somebody has chosen a password for it.';
comment on column accounts.by_two is 'Two administrators open it, and give it its links: all but those of parks and enterprises.';

create table activation_links (
  token_hash text not null,
  account_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint activation_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint activation_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id),
  constraint activation_links_pkey PRIMARY KEY (token_hash)
);
comment on table activation_links is 'Links with which a person chooses the password of an account; nobody reads it, functions answer about it.';
comment on column activation_links.token_hash is 'SHA-256 of the secret in the link; the secret itself is kept nowhere.';
comment on column activation_links.expires_at is 'Until then it is taken; a later link of the account ends it earlier.';

create table activities (
  id uuid not null,
  pilot_id uuid not null,
  service_kind text not null,
  title text not null,
  held_on date not null,
  place text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  counted_on date,
  revision integer default 1 not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  correction_reason text default ''::text not null,
  withdrawn boolean default false not null,
  scope text collate "C" not null,
  constraint activities_corrected_with_reason CHECK (((revision > 1) = (length(TRIM(BOTH FROM correction_reason)) > 0))),
  constraint activities_happened_before CHECK (happened_before(held_on, recorded_at)),
  constraint activities_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint activities_pkey PRIMARY KEY (id),
  constraint activities_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint activities_revision_check CHECK ((revision > 0)),
  constraint activities_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))),
  constraint activities_title_check CHECK (holds_letter(title)),
  constraint activities_withdrawn_count_nowhere CHECK (((NOT withdrawn) OR ((counted_on IS NULL) AND (revision > 1)))),
  constraint activities_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id)
);
comment on table activities is 'Activities for many enterprises: the universal services (G1.2).';
comment on column activities.counted_on is 'The day it became complete and countable; null while anything is missing.';
comment on column activities.revision is 'How often it was written: 1 as it was first recorded, one more with each correction and with its withdrawal.';
comment on column activities.written_by is 'Who wrote what stands: recorded_by, or who corrected it last.';
comment on column activities.correction_reason is 'Why the former revision was wrong; empty on the first.';
comment on column activities.withdrawn is 'It did not take place as recorded, or was recorded twice: it stays on record and counts nowhere.';
alter table activities enable row level security;

create table activity_answers (
  activity_id uuid not null,
  revision integer not null,
  rated5 integer not null,
  rated4 integer not null,
  rated3 integer not null,
  rated2 integer not null,
  rated1 integer not null,
  counts_from date not null,
  correction_reason text default ''::text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint activity_answers_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint activity_answers_corrected_with_reason CHECK (((revision > 1) = (length(TRIM(BOTH FROM correction_reason)) > 0))),
  constraint activity_answers_given CHECK ((((((rated5 + rated4) + rated3) + rated2) + rated1) > 0)),
  constraint activity_answers_happened_before CHECK (happened_before(counts_from, written_at)),
  constraint activity_answers_pkey PRIMARY KEY (activity_id, revision),
  constraint activity_answers_rated1_check CHECK ((rated1 >= 0)),
  constraint activity_answers_rated2_check CHECK ((rated2 >= 0)),
  constraint activity_answers_rated3_check CHECK ((rated3 >= 0)),
  constraint activity_answers_rated4_check CHECK ((rated4 >= 0)),
  constraint activity_answers_rated5_check CHECK ((rated5 >= 0)),
  constraint activity_answers_revision_check CHECK ((revision > 0)),
  constraint activity_answers_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id)
);
comment on table activity_answers is 'How many of those who took part in an activity gave each grade, counted from their questionnaires; the last revision counts (G3.4).';
comment on column activity_answers.rated5 is 'Valid answers that were very satisfied; rated1 very dissatisfied.';
comment on column activity_answers.counts_from is 'The day they were entered, or the last day of the period if that was later.';
comment on column activity_answers.correction_reason is 'Why the former revision was wrong; empty on the first.';
alter table activity_answers enable row level security;

create table attendances (
  activity_id uuid not null,
  revision integer not null,
  unit_id uuid not null,
  people integer not null,
  scope text collate "C" not null,
  constraint attendances_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint attendances_people_check CHECK ((people > 0)),
  constraint attendances_pkey PRIMARY KEY (activity_id, revision, unit_id),
  constraint attendances_revision_check CHECK ((revision > 0)),
  constraint attendances_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table attendances is 'The enterprises that took part in an activity, with how many people; those of its last revision count.';
alter table attendances enable row level security;

create table audit_events (
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  account_id uuid,
  post text,
  subject uuid,
  scope text collate "C" not null,
  before jsonb,
  after jsonb,
  address text,
  request text,
  clause text,
  constraint audit_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint audit_events_address_check CHECK (((length(address) >= 1) AND (length(address) <= 100))),
  constraint audit_events_clause_check CHECK (((length(clause) >= 1) AND (length(clause) <= 40))),
  constraint audit_events_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint audit_events_pkey PRIMARY KEY (id),
  constraint audit_events_request_check CHECK (((length(request) >= 1) AND (length(request) <= 100)))
);
comment on table audit_events is 'Append-only record of every act, written in the transaction of the act itself.';
comment on column audit_events.kind is 'Subject and verb (tranche.released); an open set, every command names its own.';
comment on column audit_events.account_id is 'Who acted; null for what nobody signed in for.';
comment on column audit_events.post is 'The post as it was named then; not checked, so that old records outlive a renamed post.';
comment on column audit_events.subject is 'Id of what was acted upon.';
comment on column audit_events.before is 'State before the act; null for what is new.';
comment on column audit_events.after is 'State after the act.';
comment on column audit_events.address is 'Address of who acted; null for strangers, and for what was recorded before addresses were.';
comment on column audit_events.request is 'Id of the request, as in the log.';
comment on column audit_events.clause is 'The clause that the act or its refusal goes by, where it named one.';
alter table audit_events enable row level security;

create table audit_leaves (
  seal_no integer not null,
  place integer not null,
  event_id uuid not null,
  sha256 bytea not null,
  sm3 bytea not null,
  constraint audit_leaves_event_id_key UNIQUE (event_id),
  constraint audit_leaves_pkey PRIMARY KEY (seal_no, place),
  constraint audit_leaves_place_check CHECK ((place > 0)),
  constraint audit_leaves_seal_no_fkey FOREIGN KEY (seal_no) REFERENCES audit_seals(no),
  constraint audit_leaves_sha256_check CHECK ((length(sha256) = 32)),
  constraint audit_leaves_sm3_check CHECK ((length(sm3) = 32))
);
comment on table audit_leaves is 'The hashes of each sealed event, in the order of its seal: they tell which event is not what it was.';
comment on column audit_leaves.event_id is 'Without a foreign key on purpose: a leaf outlives the event that somebody removes.';
alter table audit_leaves enable row level security;

create table audit_seals (
  no integer not null,
  sealed_at timestamp with time zone not null,
  events integer not null,
  sha256 bytea not null,
  sm3 bytea not null,
  constraint audit_seals_events_check CHECK ((events > 0)),
  constraint audit_seals_no_check CHECK ((no > 0)),
  constraint audit_seals_pkey PRIMARY KEY (no),
  constraint audit_seals_sha256_check CHECK ((length(sha256) = 32)),
  constraint audit_seals_sm3_check CHECK ((length(sm3) = 32))
);
comment on table audit_seals is 'Batches of events, each sealed with the head of the one before; how a head is made: src/platform/audit/chain.ts.';
comment on column audit_seals.events is 'How many events it seals.';
comment on column audit_seals.sha256 is 'Its head by SHA-256, over the head before and the hash of each event in order.';
comment on column audit_seals.sm3 is 'The same by SM3 (GB/T 32905).';
alter table audit_seals enable row level security;

create table audit_waiting (
  event_id uuid not null,
  constraint audit_waiting_pkey PRIMARY KEY (event_id)
);
comment on table audit_waiting is 'Events that are not sealed yet: written with each event in its transaction, taken out with its seal.';

create table baselines (
  id uuid not null,
  pilot_id uuid not null,
  no integer not null,
  version_id uuid,
  matter_id uuid,
  content jsonb not null,
  has_controls boolean default false not null,
  services_planned integer default 0 not null,
  hash text not null,
  in_force_from date not null,
  locked_at timestamp with time zone not null,
  transaction_id xid8 default pg_current_xact_id() not null,
  scope text collate "C" not null,
  constraint baselines_first_has_no_matter CHECK (
CASE
    WHEN (version_id IS NULL) THEN (matter_id IS NULL)
    ELSE ((no = 1) = (matter_id IS NULL))
END),
  constraint baselines_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint baselines_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES filings(id),
  constraint baselines_no_check CHECK ((no > 0)),
  constraint baselines_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint baselines_pilot_id_no_key UNIQUE (pilot_id, no),
  constraint baselines_pkey PRIMARY KEY (id),
  constraint baselines_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id),
  constraint baselines_version_id_key UNIQUE (version_id)
);
comment on table baselines is 'Versions of the approved plan of a pilot; the newest is in force.';
comment on column baselines.version_id is 'The filing version that was approved: the plan itself, or the major matter that changed it; null for standing service, which plans no money and asks nobody.';
comment on column baselines.matter_id is 'The major matter that asked for this version; null for the first.';
comment on column baselines.content is 'The content of the plan, word for word.';
comment on column baselines.has_controls is 'Whether its fund-control rules are on file, kept by a trigger: a gate asks it of every pilot, and the content is large.';
comment on column baselines.services_planned is 'How many services its fund lines plan, kept by a trigger: the province''s page adds them up.';
comment on column baselines.hash is 'SHA-256 of the content in canonical JSON.';
comment on column baselines.transaction_id is 'The transaction that locked it; only that one writes the tables drawn from it.';
alter table baselines enable row level security;

create table batches (
  id uuid not null,
  edition text not null,
  first_year integer not null,
  name text not null,
  created_at timestamp with time zone not null,
  standing boolean generated always as ((edition ~~ '%-standing'::text)) stored not null,
  constraint batches_edition_check CHECK ((edition ~ '^[a-z][a-z0-9-]{2,39}$'::text)),
  constraint batches_first_year_check CHECK (((first_year >= 2020) AND (first_year <= 2100))),
  constraint batches_id_standing_key UNIQUE (id, standing),
  constraint batches_name_key UNIQUE (name),
  constraint batches_pkey PRIMARY KEY (id)
);
comment on table batches is 'A batch of pilots: an edition of the rules with its first year. Neither ever changes (G0, H0).';
comment on column batches.edition is 'Id of the edition of the rules; an open set, each edition adds one.';
comment on column batches.standing is 'No programme: service that goes on without a pilot (G6.1).';

create table calendar_feeds (
  account_id uuid not null,
  token_hash text,
  created_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint calendar_feeds_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint calendar_feeds_pkey PRIMARY KEY (account_id),
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash)
);
comment on table calendar_feeds is 'Addresses under which a calendar program reads a person''s deadlines.';
comment on column calendar_feeds.token_hash is 'Hash of the secret in the address; null once it is revoked.';
alter table calendar_feeds enable row level security;

create table calendar_moves (
  id uuid not null,
  list_id uuid not null,
  batch_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  period text default ''::text not null,
  what text not null,
  about uuid,
  from_on date not null,
  to_on date not null,
  moved_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint calendar_moves_about_fkey FOREIGN KEY (about) REFERENCES filings(id),
  constraint calendar_moves_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint calendar_moves_display CHECK ((((kind <> 'notice'::text) OR (what = 'display'::text)) AND ((what <> 'display'::text) OR (kind = ANY (ARRAY['notice'::text, 'mid-term-evaluation'::text, 'final-evaluation'::text]))))),
  constraint calendar_moves_handing_on CHECK (((about IS NOT NULL) = (what = 'handing-on'::text))),
  constraint calendar_moves_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'liaison-list'::text, 'plan'::text, 'disbursement-plan'::text, 'target-table'::text, 'half-year-summary'::text, 'major-matter'::text, 'mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint calendar_moves_list_id_batch_id_unit_id_kind_period_what_ab_key UNIQUE NULLS NOT DISTINCT (list_id, batch_id, unit_id, kind, period, what, about),
  constraint calendar_moves_list_id_fkey FOREIGN KEY (list_id) REFERENCES rest_day_lists(id),
  constraint calendar_moves_moved CHECK ((from_on <> to_on)),
  constraint calendar_moves_pkey PRIMARY KEY (id),
  constraint calendar_moves_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint calendar_moves_what_check CHECK ((what = ANY (ARRAY['due'::text, 'reminder'::text, 'handing-on'::text, 'display'::text])))
);
comment on table calendar_moves is 'Which open days of which unit a newer list moved, for those whom it concerns.';
comment on column calendar_moves.period is 'The period of the duty, or the number of the tranche that a notice announces.';
comment on column calendar_moves.what is 'due: the day itself; reminder: the last one before it; handing-on: until when a county hands it on; display: the last day of a public notice.';
comment on column calendar_moves.about is 'What the county hands on: it may have several of a kind.';
alter table calendar_moves enable row level security;

create table close_outs (
  id uuid not null,
  pilot_id uuid not null,
  state text default 'proposed'::text not null,
  remark text default ''::text not null,
  proposed_by uuid not null,
  proposing_bureau text generated always as ('economy'::text) stored not null,
  proposed_at timestamp with time zone not null,
  confirmed_by uuid,
  confirming_bureau text generated always as ('finance'::text) stored,
  confirmed_at timestamp with time zone,
  recorded_by uuid,
  recorded_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint close_outs_confirmed CHECK ((((confirmed_by IS NULL) = (confirmed_at IS NULL)) AND ((state <> 'proposed'::text) OR (confirmed_by IS NULL)) AND ((state <> ALL (ARRAY['confirmed'::text, 'recorded'::text])) OR (confirmed_by IS NOT NULL)))),
  constraint close_outs_confirmed_by_confirming_bureau_fkey FOREIGN KEY (confirmed_by, confirming_bureau) REFERENCES accounts(id, bureau),
  constraint close_outs_end_reason_check CHECK ((length(end_reason) <= 1000)),
  constraint close_outs_ended CHECK ((((state = 'ended'::text) = (ended_by IS NOT NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)) AND ((state = 'ended'::text) = (end_reason ~ '\S'::text)))),
  constraint close_outs_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts(id),
  constraint close_outs_in_order CHECK (((confirmed_at >= proposed_at) AND (recorded_at >= confirmed_at) AND (ended_at >= proposed_at))),
  constraint close_outs_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint close_outs_pkey PRIMARY KEY (id),
  constraint close_outs_proposed_by_proposing_bureau_fkey FOREIGN KEY (proposed_by, proposing_bureau) REFERENCES accounts(id, bureau),
  constraint close_outs_recorded CHECK ((((state = 'recorded'::text) = (recorded_by IS NOT NULL)) AND ((recorded_by IS NULL) = (recorded_at IS NULL)))),
  constraint close_outs_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint close_outs_remark_check CHECK ((length(remark) <= 1000)),
  constraint close_outs_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'recorded'::text, 'ended'::text]))),
  constraint close_outs_three_persons CHECK (((proposed_by <> confirmed_by) AND ((recorded_by <> proposed_by) AND (recorded_by <> confirmed_by))))
);
comment on table close_outs is 'Proposals to close a pilot; the one that is on record has closed it.';
comment on column close_outs.remark is 'What the county says about it.';
comment on column close_outs.proposing_bureau is 'Constant; the foreign key lets only an account of this bureau propose.';
comment on column close_outs.confirming_bureau is 'Constant; the foreign key lets only an account of this bureau confirm.';
comment on column close_outs.ended_by is 'Who took it back, or sent it back.';
alter table close_outs enable row level security;

create table confirmation_links (
  token_hash text not null,
  service_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  contact_id uuid not null,
  channel text not null,
  wrong_codes integer default 0 not null,
  scope text collate "C" not null,
  constraint confirmation_links_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'dingtalk'::text, 'slip'::text]))),
  constraint confirmation_links_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES enterprise_contacts(id),
  constraint confirmation_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id),
  constraint confirmation_links_pkey PRIMARY KEY (token_hash),
  constraint confirmation_links_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
comment on table confirmation_links is 'Single-use links by which an enterprise confirms a service on a phone, without an account.';
comment on column confirmation_links.token_hash is 'SHA-256 of the token in the link; the token itself is kept nowhere.';
comment on column confirmation_links.contact_id is 'Whom it went to, or on a slip: whose number completes it.';
comment on column confirmation_links.channel is 'How it went out; a slip is printed by the county.';
comment on column confirmation_links.wrong_codes is 'Wrong ends of the contact''s number given with a slip.';
alter table confirmation_links enable row level security;

create table confirmations (
  id uuid not null,
  service_id uuid not null,
  deliverable_id uuid not null,
  verdict text not null,
  rating integer,
  comment text default ''::text not null,
  given_at timestamp with time zone not null,
  account_id uuid,
  token_hash text,
  signer text,
  address text default ''::text not null,
  agent text default ''::text not null,
  scope text collate "C" not null,
  constraint confirmations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint confirmations_agent_check CHECK ((length(agent) <= 300)),
  constraint confirmations_by_account_or_link CHECK ((num_nonnulls(account_id, token_hash) = 1)),
  constraint confirmations_by_link_with_name CHECK (((token_hash IS NOT NULL) = ((signer IS NOT NULL) AND holds_letter(signer)))),
  constraint confirmations_confirmed_with_rating CHECK (((verdict = 'confirmed'::text) = (rating IS NOT NULL))),
  constraint confirmations_deliverable_id_fkey FOREIGN KEY (deliverable_id) REFERENCES deliverables(id),
  constraint confirmations_deliverable_id_key UNIQUE (deliverable_id),
  constraint confirmations_disputed_with_comment CHECK (((verdict = 'confirmed'::text) OR (length(comment) > 0))),
  constraint confirmations_pkey PRIMARY KEY (id),
  constraint confirmations_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
  constraint confirmations_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint confirmations_token_hash_fkey FOREIGN KEY (token_hash) REFERENCES confirmation_links(token_hash),
  constraint confirmations_token_hash_key UNIQUE (token_hash),
  constraint confirmations_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'disputed'::text])))
);
comment on table confirmations is 'The enterprise''s own answer to a delivery, by account or by link.';
comment on column confirmations.deliverable_id is 'The delivery it answers: one answer each.';
comment on column confirmations.signer is 'The name of the person who answered by a link; an account has its own.';
comment on column confirmations.address is 'IP address that it came from; empty where nobody told.';
comment on column confirmations.agent is 'What the browser called itself.';
alter table confirmations enable row level security;

create table consultation_amendments (
  id uuid not null,
  consultation_id uuid not null,
  amendment text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint consultation_amendments_amendment_check CHECK ((length(TRIM(BOTH FROM amendment)) > 0)),
  constraint consultation_amendments_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_amendments_pkey PRIMARY KEY (id),
  constraint consultation_amendments_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id)
);
comment on table consultation_amendments is 'Corrections and additions: they stand below the minutes, never in them.';
alter table consultation_amendments enable row level security;

create table consultation_decisions (
  id uuid not null,
  consultation_id uuid not null,
  no integer not null,
  what text not null,
  unit_id uuid not null,
  unit_name text not null,
  post text not null,
  due_on date not null,
  state text not null,
  note text default ''::text not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  scope text collate "C" not null,
  unit_scope text collate "C" not null,
  constraint consultation_decisions_closed CHECK ((((state = 'open'::text) = (closed_at IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint consultation_decisions_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts(id),
  constraint consultation_decisions_closed_with_note CHECK (((state = 'open'::text) OR (length(TRIM(BOTH FROM note)) > 0))),
  constraint consultation_decisions_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_decisions_consultation_id_no_key UNIQUE (consultation_id, no),
  constraint consultation_decisions_no_check CHECK ((no > 0)),
  constraint consultation_decisions_pkey PRIMARY KEY (id),
  constraint consultation_decisions_post_check CHECK ((post = ANY (ARRAY['park-manager'::text, 'service-officer'::text, 'fund-officer'::text, 'enterprise-contact'::text, 'economy-officer'::text, 'economy-leader'::text, 'finance-officer'::text, 'finance-leader'::text, 'province-economy'::text, 'province-economy-leader'::text, 'province-finance'::text, 'province-finance-leader'::text, 'expert'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text]))),
  constraint consultation_decisions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text]))),
  constraint consultation_decisions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint consultation_decisions_what_check CHECK ((length(TRIM(BOTH FROM what)) > 0))
);
comment on table consultation_decisions is 'What was decided: a task of one post of one unit, until it is done or cancelled.';
comment on column consultation_decisions.post is 'The post that is responsible.';
comment on column consultation_decisions.note is 'What the responsible post reports, or why it was cancelled.';
comment on column consultation_decisions.unit_scope is 'The scope of the responsible unit.';
alter table consultation_decisions enable row level security;

create table consultation_participants (
  consultation_id uuid not null,
  "position" integer not null,
  unit_id uuid not null,
  unit_name text not null,
  person text not null,
  scope text collate "C" not null,
  constraint consultation_participants_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_participants_person_check CHECK ((length(TRIM(BOTH FROM person)) > 0)),
  constraint consultation_participants_pkey PRIMARY KEY (consultation_id, "position"),
  constraint consultation_participants_position_check CHECK (("position" > 0)),
  constraint consultation_participants_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table consultation_participants is 'Who took part, in the order of the minutes.';
comment on column consultation_participants.person is 'A post or a name, as it was typed.';
alter table consultation_participants enable row level security;

create table consultation_units (
  consultation_id uuid not null,
  unit_id uuid not null,
  scope text collate "C" not null,
  constraint consultation_units_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_units_pkey PRIMARY KEY (consultation_id, unit_id),
  constraint consultation_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table consultation_units is 'Every unit that takes part or has something to do; what it may see depends on this.';
comment on column consultation_units.scope is 'The unit''s own.';
alter table consultation_units enable row level security;

create table consultations (
  id uuid not null,
  batch_id uuid not null,
  unit_id uuid not null,
  held_on date not null,
  way text not null,
  place text not null,
  topic text not null,
  matters text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint consultations_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint consultations_matters_check CHECK ((length(TRIM(BOTH FROM matters)) > 0)),
  constraint consultations_pkey PRIMARY KEY (id),
  constraint consultations_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint consultations_topic_check CHECK ((length(TRIM(BOTH FROM topic)) > 0)),
  constraint consultations_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint consultations_way_check CHECK ((way = ANY (ARRAY['meeting'::text, 'video'::text, 'site-visit'::text, 'phone'::text, 'letter'::text])))
);
comment on table consultations is 'Minutes of consultations.';
comment on column consultations.unit_id is 'Who called and recorded it: a county or the province.';
comment on column consultations.matters is 'What was discussed.';
alter table consultations enable row level security;

create table contracts (
  service_id uuid not null,
  pilot_id uuid not null,
  contract_no text not null,
  agency_id uuid not null,
  product_id uuid not null,
  line_id uuid,
  signed_on date not null,
  price_fen bigint not null,
  provincial_fen bigint not null,
  park_fen bigint not null,
  enterprise_fen bigint not null,
  file_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint contracts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES partner_agencies(id),
  constraint contracts_contract_no_check CHECK ((((length(contract_no) >= 1) AND (length(contract_no) <= 60)) AND holds_letter_or_digit(contract_no))),
  constraint contracts_enterprise_fen_check CHECK ((enterprise_fen >= 0)),
  constraint contracts_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint contracts_happened_before CHECK (happened_before(signed_on, recorded_at)),
  constraint contracts_line_id_fkey FOREIGN KEY (line_id) REFERENCES fund_lines(id),
  constraint contracts_park_fen_check CHECK ((park_fen >= 0)),
  constraint contracts_pilot_id_contract_no_key UNIQUE (pilot_id, contract_no),
  constraint contracts_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint contracts_pkey PRIMARY KEY (service_id),
  constraint contracts_price_fen_check CHECK ((price_fen >= 0)),
  constraint contracts_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint contracts_provincial_fen_check CHECK ((provincial_fen >= 0)),
  constraint contracts_provincial_share_has_line CHECK (((provincial_fen = 0) OR (line_id IS NOT NULL))),
  constraint contracts_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint contracts_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint contracts_shares_add_up CHECK ((((provincial_fen + park_fen) + enterprise_fen) = price_fen))
);
comment on table contracts is 'The contract of a service, with who pays which share.';
comment on column contracts.line_id is 'The fund line that the provincial share is taken from; null where there is no such share.';
alter table contracts enable row level security;

create table deliverables (
  id uuid not null,
  service_id uuid not null,
  title text not null,
  result_no text default ''::text not null,
  remedy text default ''::text not null,
  delivered_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  scope text collate "C" not null,
  constraint deliverables_happened_before CHECK (happened_before(delivered_on, recorded_at)),
  constraint deliverables_pkey PRIMARY KEY (id),
  constraint deliverables_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint deliverables_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint deliverables_title_check CHECK (holds_letter(title))
);
comment on table deliverables is 'What was delivered. After a dispute the service goes on and is delivered again; the earlier delivery stays on record.';
comment on column deliverables.result_no is 'Number of the certificate, notice or contract delivered; empty where there is none.';
comment on column deliverables.remedy is 'What was put right after the enterprise disputed the delivery before; empty on a first one.';
comment on column deliverables.superseded_at is 'When a later delivery was taken up; null for the one that stands.';
alter table deliverables enable row level security;

create table diagnoses (
  id uuid not null,
  pilot_id uuid not null,
  enterprise_id uuid not null,
  diagnosed_on date not null,
  answers jsonb not null,
  facts jsonb not null,
  problems jsonb not null,
  recommended text[] not null,
  class text not null,
  reasons jsonb not null,
  report_file uuid,
  revision integer default 1 not null,
  correction_reason text default ''::text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint diagnoses_class_check CHECK ((class = ANY (ARRAY['early-stage'::text, 'srdi-direction'::text]))),
  constraint diagnoses_corrected_with_reason CHECK (((revision > 1) = (length(TRIM(BOTH FROM correction_reason)) > 0))),
  constraint diagnoses_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES pilot_enterprises(id),
  constraint diagnoses_enterprise_id_key UNIQUE (enterprise_id),
  constraint diagnoses_figures_possible CHECK ((((COALESCE(((facts ->> 'revenueWan'::text))::numeric, (0)::numeric) >= (0)::numeric) AND (COALESCE(((facts ->> 'revenueWan'::text))::numeric, (0)::numeric) <= (10000000)::numeric)) AND ((COALESCE(((facts ->> 'researchWan'::text))::numeric, (0)::numeric) >= (0)::numeric) AND (COALESCE(((facts ->> 'researchWan'::text))::numeric, (0)::numeric) <= (10000000)::numeric)))),
  constraint diagnoses_happened_before CHECK (happened_before(diagnosed_on, recorded_at)),
  constraint diagnoses_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint diagnoses_pkey PRIMARY KEY (id),
  constraint diagnoses_recommended_check CHECK ((recommended <@ ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text])),
  constraint diagnoses_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint diagnoses_report_file_fkey FOREIGN KEY (report_file) REFERENCES files(id),
  constraint diagnoses_revision_check CHECK ((revision > 0))
);
comment on table diagnoses is 'The full diagnosis that comes before any tailored order (G1.3, G1.4), as it stands after its last correction.';
comment on column diagnoses.diagnosed_on is 'The day it was made; keyed in at recorded_at.';
comment on column diagnoses.facts is 'What the class was computed from: day of founding, revenue, research spending, titles.';
comment on column diagnoses.problems is 'What the answers showed to be lacking.';
comment on column diagnoses.recommended is 'Service kinds that follow from the problems.';
comment on column diagnoses.class is 'Early stage, or towards specialised and sophisticated (srdi).';
comment on column diagnoses.reasons is 'Why the enterprise falls into its class.';
comment on column diagnoses.revision is 'How often it was written: 1 as it was first recorded, one more with each correction.';
comment on column diagnoses.correction_reason is 'Why the former one was wrong; empty on the first.';
alter table diagnoses enable row level security;

create table disbursement_filings (
  id uuid not null,
  tranche_id uuid not null,
  payment uuid not null,
  paid_on date not null,
  voucher_no text not null,
  number text not null,
  name text not null,
  filed_on date not null,
  reason text default ''::text not null,
  recorded_by uuid not null,
  recording_bureau text generated always as ('economy'::text) stored,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  province text generated always as (split_part(scope, '/'::text, 1)) stored,
  repeats boolean not null,
  constraint disbursement_filings_after_payment CHECK ((filed_on >= paid_on)),
  constraint disbursement_filings_name_check CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 200))),
  constraint disbursement_filings_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  constraint disbursement_filings_payment_paid_on_fkey FOREIGN KEY (payment, paid_on) REFERENCES ledger_entries(id, booked_on),
  constraint disbursement_filings_payment_scope_fkey FOREIGN KEY (payment, scope) REFERENCES ledger_entries(id, scope),
  constraint disbursement_filings_pkey PRIMARY KEY (id),
  constraint disbursement_filings_reason_check CHECK ((length(reason) <= 1000)),
  constraint disbursement_filings_recorded_by_recording_bureau_fkey FOREIGN KEY (recorded_by, recording_bureau) REFERENCES accounts(id, bureau),
  constraint disbursement_filings_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope)
);
comment on table disbursement_filings is 'Numbers that the provincial platform gave for disbursements (G4.3); the last one of a payment stands.';
comment on column disbursement_filings.payment is 'The release it is about: once that is reversed, the tranche is paid, and filed, anew.';
comment on column disbursement_filings.paid_on is 'The day of that release.';
comment on column disbursement_filings.voucher_no is 'Number of its voucher, which a later payment may bear again.';
comment on column disbursement_filings.number is 'As the platform gave it; unique in the province.';
comment on column disbursement_filings.name is 'Name of the record on the platform.';
comment on column disbursement_filings.reason is 'Why it corrects an earlier one; empty for the first.';
comment on column disbursement_filings.recording_bureau is 'Constant; the foreign key lets only an account of this bureau record.';
comment on column disbursement_filings.province is 'First step of the scope: the province''s code.';
comment on column disbursement_filings.repeats is 'Whether it is a correction that leaves the number as it is.';
alter table disbursement_filings enable row level security;

create table enterprise_contacts (
  id uuid not null,
  unit_id uuid not null,
  no integer not null,
  name text not null,
  phone text not null,
  channel text not null,
  reason text default ''::text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint enterprise_contacts_change_has_reason CHECK (((no = 1) OR (length(TRIM(BOTH FROM reason)) > 0))),
  constraint enterprise_contacts_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'dingtalk'::text]))),
  constraint enterprise_contacts_name_check CHECK (holds_letter(name)),
  constraint enterprise_contacts_no_check CHECK ((no > 0)),
  constraint enterprise_contacts_phone_check CHECK ((phone ~ '^1[3-9][0-9]{9}$'::text)),
  constraint enterprise_contacts_pkey PRIMARY KEY (id),
  constraint enterprise_contacts_set_by_fkey FOREIGN KEY (set_by) REFERENCES accounts(id),
  constraint enterprise_contacts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint enterprise_contacts_unit_id_no_key UNIQUE (unit_id, no)
);
comment on table enterprise_contacts is 'Registered contacts of enterprises, to whom confirmation links are sent; the highest number stands.';
comment on column enterprise_contacts.phone is 'Mobile number, by which DingTalk finds the person, too.';
comment on column enterprise_contacts.reason is 'Why it was changed; empty on the first.';
alter table enterprise_contacts enable row level security;

create table enterprise_counts (
  baseline_id uuid not null,
  n integer default 0 not null,
  diagnosed integer default 0 not null,
  scope text collate "C" not null,
  constraint enterprise_counts_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint enterprise_counts_check CHECK (((diagnosed >= 0) AND (diagnosed <= n))),
  constraint enterprise_counts_n_check CHECK ((n >= 0)),
  constraint enterprise_counts_pkey PRIMARY KEY (baseline_id)
);
comment on table enterprise_counts is 'How many enterprises the newest version of a plan has and how many are diagnosed, kept by the database so that the gates of a thousand pilots never count them.';
alter table enterprise_counts enable row level security;

create table enterprise_service_counts (
  enterprise_id uuid not null,
  n integer default 0 not null,
  counted integer default 0 not null,
  scope text collate "C" not null,
  constraint enterprise_service_counts_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES pilot_enterprises(id),
  constraint enterprise_service_counts_pkey PRIMARY KEY (enterprise_id)
);
comment on table enterprise_service_counts is 'How many services an enterprise has, so that a search by a part of many names counts enterprises and not a million services.';
alter table enterprise_service_counts enable row level security;

create table evaluation_check_files (
  file_id uuid not null,
  evaluation_id uuid not null,
  check_no integer not null,
  scope text collate "C" not null,
  constraint evaluation_check_files_evaluation_id_check_no_scope_fkey FOREIGN KEY (evaluation_id, check_no, scope) REFERENCES evaluation_site_checks(evaluation_id, no, scope),
  constraint evaluation_check_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evaluation_check_files_pkey PRIMARY KEY (file_id)
);
comment on table evaluation_check_files is 'Photographs and papers of a check on site.';
alter table evaluation_check_files enable row level security;

create table evaluation_check_findings (
  evaluation_id uuid not null,
  check_no integer not null,
  item text not null,
  verdict text not null,
  remark text default ''::text not null,
  scope text collate "C" not null,
  constraint evaluation_check_findings_evaluation_id_check_no_scope_fkey FOREIGN KEY (evaluation_id, check_no, scope) REFERENCES evaluation_site_checks(evaluation_id, no, scope),
  constraint evaluation_check_findings_pkey PRIMARY KEY (evaluation_id, check_no, item),
  constraint evaluation_check_findings_told CHECK (((verdict = 'seen'::text) OR (length(TRIM(BOTH FROM remark)) > 0))),
  constraint evaluation_check_findings_verdict_check CHECK ((verdict = ANY (ARRAY['seen'::text, 'missing'::text, 'doubtful'::text])))
);
comment on table evaluation_check_findings is 'What a check on site found of an item of the form.';
comment on column evaluation_check_findings.item is 'The item of the form; an open set.';
alter table evaluation_check_findings enable row level security;

create table evaluation_computations (
  evaluation_id uuid not null,
  no integer not null,
  cut_off date not null,
  baseline_id uuid not null,
  facts jsonb not null,
  reason text default ''::text not null,
  computed_by uuid not null,
  computed_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint evaluation_computations_again_with_reason CHECK (((no > 1) <= (length(TRIM(BOTH FROM reason)) > 0))),
  constraint evaluation_computations_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint evaluation_computations_computed_by_fkey FOREIGN KEY (computed_by) REFERENCES accounts(id),
  constraint evaluation_computations_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_computations_facts_check CHECK (((jsonb_typeof((facts -> 'items'::text)) = 'object'::text) AND (jsonb_typeof((facts -> 'findings'::text)) = 'object'::text))),
  constraint evaluation_computations_happened_before CHECK (happened_before(cut_off, computed_at)),
  constraint evaluation_computations_no_check CHECK ((no > 0)),
  constraint evaluation_computations_pkey PRIMARY KEY (evaluation_id, no)
);
comment on table evaluation_computations is 'What the records came to on a cut-off day, under one version of the plan, frozen. The newest counts.';
comment on column evaluation_computations.facts is 'The facts of every computed item, and what was proven against the park: { items, findings }.';
comment on column evaluation_computations.reason is 'Why it was computed again; empty the first time.';
alter table evaluation_computations enable row level security;

create table evaluation_objections (
  id uuid not null,
  evaluation_id uuid not null,
  no integer not null,
  item text not null,
  reason text not null,
  file_id uuid,
  filed_by uuid not null,
  filed_at timestamp with time zone not null,
  verdict text,
  answer text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  scope text collate "C" not null,
  constraint evaluation_objections_answered CHECK ((((verdict IS NULL) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)) AND ((verdict IS NULL) = (TRIM(BOTH FROM answer) = ''::text)))),
  constraint evaluation_objections_answered_by_another CHECK ((answered_by <> filed_by)),
  constraint evaluation_objections_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts(id),
  constraint evaluation_objections_evaluation_id_no_key UNIQUE (evaluation_id, no),
  constraint evaluation_objections_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_objections_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evaluation_objections_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES accounts(id),
  constraint evaluation_objections_no_check CHECK ((no > 0)),
  constraint evaluation_objections_pkey PRIMARY KEY (id),
  constraint evaluation_objections_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint evaluation_objections_verdict_check CHECK ((verdict = ANY (ARRAY['kept'::text, 'changed'::text])))
);
comment on table evaluation_objections is 'What a park objects to in its draft result, item by item, and the answer.';
comment on column evaluation_objections.item is 'The item of the form; an open set.';
alter table evaluation_objections enable row level security;

create table evaluation_opinions (
  evaluation_id uuid not null,
  no integer not null,
  bureau text not null,
  grade text not null,
  reason text not null,
  file_id uuid,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint evaluation_opinions_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint evaluation_opinions_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_opinions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evaluation_opinions_given_by_bureau_fkey FOREIGN KEY (given_by, bureau) REFERENCES accounts(id, bureau),
  constraint evaluation_opinions_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'good'::text, 'pass'::text, 'fail'::text]))),
  constraint evaluation_opinions_no_check CHECK ((no > 0)),
  constraint evaluation_opinions_pkey PRIMARY KEY (evaluation_id, no),
  constraint evaluation_opinions_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0))
);
comment on table evaluation_opinions is 'What the county says to an evaluation of the province before its result is told (G5.3). The newest of a bureau counts.';
comment on column evaluation_opinions.grade is 'The grade that the bureau proposes.';
alter table evaluation_opinions enable row level security;

create table evaluation_publications (
  id uuid not null,
  filing_id uuid not null,
  version_id uuid not null,
  batch_id uuid not null,
  kind text not null,
  batch_name text not null,
  unit_name text not null,
  clause text not null,
  contact text not null,
  results jsonb not null,
  published_by uuid not null,
  publishing_bureau text generated always as ('economy'::text) stored,
  published_at timestamp with time zone not null,
  published_on date not null,
  until_on date not null,
  provisional boolean not null,
  ended text,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint evaluation_publications_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint evaluation_publications_contact_check CHECK (((length(TRIM(BOTH FROM contact)) >= 1) AND (length(TRIM(BOTH FROM contact)) <= 200))),
  constraint evaluation_publications_end_reason_check CHECK ((length(end_reason) <= 1000)),
  constraint evaluation_publications_end_whole CHECK ((((ended IS NULL) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint evaluation_publications_ended_after CHECK ((ended_at >= published_at)),
  constraint evaluation_publications_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts(id),
  constraint evaluation_publications_ended_check CHECK ((ended = ANY (ARRAY['withdrawn'::text, 'lapsed'::text]))),
  constraint evaluation_publications_filing_id_scope_fkey FOREIGN KEY (filing_id, scope) REFERENCES filings(id, scope),
  constraint evaluation_publications_kind_check CHECK ((kind = ANY (ARRAY['mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint evaluation_publications_pkey PRIMARY KEY (id),
  constraint evaluation_publications_published_by_publishing_bureau_fkey FOREIGN KEY (published_by, publishing_bureau) REFERENCES accounts(id, bureau),
  constraint evaluation_publications_results_check CHECK (((jsonb_typeof(results) = 'array'::text) AND (jsonb_array_length(results) > 0))),
  constraint evaluation_publications_until_after_published CHECK ((until_on > published_on)),
  constraint evaluation_publications_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id),
  constraint evaluation_publications_withdrawn_with_reason CHECK (((NOT (ended IS DISTINCT FROM 'withdrawn'::text)) = (length(TRIM(BOTH FROM end_reason)) > 0)))
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
alter table evaluation_publications enable row level security;

create table evaluation_results (
  version_id uuid not null,
  evaluation_id uuid not null,
  no integer not null,
  pilot_id uuid not null,
  kind text not null,
  points integer,
  grade text,
  unrated_reason text default ''::text not null,
  items jsonb default '{}'::jsonb not null,
  in_force_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint evaluation_results_evaluation_id_no_key UNIQUE (evaluation_id, no),
  constraint evaluation_results_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_results_grade_check CHECK ((grade = ANY (ARRAY['excellent'::text, 'good'::text, 'pass'::text, 'fail'::text]))),
  constraint evaluation_results_items_check CHECK ((jsonb_typeof(items) = 'object'::text)),
  constraint evaluation_results_kind_check CHECK ((kind = ANY (ARRAY['mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint evaluation_results_no_check CHECK ((no > 0)),
  constraint evaluation_results_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint evaluation_results_pkey PRIMARY KEY (version_id, evaluation_id),
  constraint evaluation_results_points_check CHECK ((points >= 0)),
  constraint evaluation_results_rated CHECK ((((grade IS NULL) = (points IS NULL)) AND ((grade IS NULL) = (length(TRIM(BOTH FROM unrated_reason)) > 0)))),
  constraint evaluation_results_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id)
);
comment on table evaluation_results is 'What an evaluation came to, once the filing that reports it is over (G5.3). The newest of a pilot and kind counts.';
comment on column evaluation_results.version_id is 'The filing, as it was submitted.';
comment on column evaluation_results.no is 'Counts the results of an evaluation: a report that is opened again brings another one.';
comment on column evaluation_results.points is 'Hundredths; null where the pilot was not rated.';
comment on column evaluation_results.items is 'Hundredths by item of the form, null for what did not apply: results are compared by them.';
alter table evaluation_results enable row level security;

create table evaluation_scores (
  id uuid not null,
  evaluation_id uuid not null,
  no integer not null,
  item text not null,
  given_in text not null,
  facts jsonb not null,
  reason text default ''::text not null,
  file_id uuid,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint evaluation_scores_evaluation_id_no_key UNIQUE (evaluation_id, no),
  constraint evaluation_scores_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_scores_facts_check CHECK (((facts ->> 'kind'::text) = ANY (ARRAY['given'::text, 'checklist'::text, 'judged'::text, 'accumulate'::text, 'not-applicable'::text]))),
  constraint evaluation_scores_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evaluation_scores_given_by_fkey FOREIGN KEY (given_by) REFERENCES accounts(id),
  constraint evaluation_scores_given_in_check CHECK ((given_in = ANY (ARRAY['self'::text, 'expert'::text, 'final'::text]))),
  constraint evaluation_scores_no_check CHECK ((no > 0)),
  constraint evaluation_scores_pkey PRIMARY KEY (id),
  constraint evaluation_scores_points_not_below_zero CHECK ((((facts ->> 'kind'::text) <> 'given'::text) OR (((facts ->> 'points'::text))::integer >= 0)))
);
comment on table evaluation_scores is 'What the park, an expert or the evaluator gave for an item. The newest of a column counts, of the experts the newest of each.';
comment on column evaluation_scores.item is 'The item of the form; an open set.';
comment on column evaluation_scores.facts is 'Points in hundredths where the item is computed, else what was judged; see policy/evaluation/facts.ts.';
alter table evaluation_scores enable row level security;

create table evaluation_seats (
  evaluation_id uuid not null,
  account_id uuid not null,
  employer text not null,
  employer_uscc text,
  open_from date not null,
  open_to date not null,
  named_by uuid not null,
  named_at timestamp with time zone not null,
  declared text,
  declared_reason text default ''::text not null,
  declared_at timestamp with time zone,
  scope text collate "C" not null,
  taken_back_reason text default ''::text not null,
  taken_back_by uuid,
  taken_back_at timestamp with time zone,
  constraint evaluation_seats_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint evaluation_seats_bound_with_reason CHECK (((declared IS DISTINCT FROM 'bound'::text) OR (length(TRIM(BOTH FROM declared_reason)) > 0))),
  constraint evaluation_seats_days CHECK ((open_to >= open_from)),
  constraint evaluation_seats_declared CHECK (((declared IS NULL) = (declared_at IS NULL))),
  constraint evaluation_seats_declared_check CHECK ((declared = ANY (ARRAY['free'::text, 'bound'::text]))),
  constraint evaluation_seats_employer_check CHECK (holds_letter(employer)),
  constraint evaluation_seats_employer_uscc_check CHECK ((employer_uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text)),
  constraint evaluation_seats_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_seats_named_by_another CHECK ((named_by <> account_id)),
  constraint evaluation_seats_named_by_fkey FOREIGN KEY (named_by) REFERENCES accounts(id),
  constraint evaluation_seats_pkey PRIMARY KEY (evaluation_id, account_id),
  constraint evaluation_seats_taken_back CHECK ((((taken_back_at IS NULL) = (taken_back_by IS NULL)) AND ((taken_back_at IS NULL) = (TRIM(BOTH FROM taken_back_reason) = ''::text)))),
  constraint evaluation_seats_taken_back_by_another CHECK ((taken_back_by <> account_id)),
  constraint evaluation_seats_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES accounts(id)
);
comment on table evaluation_seats is 'Experts who score one evaluation, from–to; who is bound to the park steps aside.';
comment on column evaluation_seats.employer_uscc is 'Credit code of the employer; null where it has none.';
comment on column evaluation_seats.taken_back_at is 'From when on its scores count in no mean; null while the seat stands.';
alter table evaluation_seats enable row level security;

create table evaluation_site_checks (
  evaluation_id uuid not null,
  no integer not null,
  checked_on date not null,
  posts text[] not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint evaluation_site_checks_by_posts CHECK (((cardinality(posts) > 0) AND (posts <@ ARRAY['economy-officer'::text, 'economy-leader'::text, 'finance-officer'::text, 'finance-leader'::text, 'province-economy'::text, 'province-economy-leader'::text, 'province-finance'::text, 'province-finance-leader'::text, 'expert'::text]))),
  constraint evaluation_site_checks_evaluation_id_no_scope_key UNIQUE (evaluation_id, no, scope),
  constraint evaluation_site_checks_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint evaluation_site_checks_happened_before CHECK (happened_before(checked_on, recorded_at)),
  constraint evaluation_site_checks_no_check CHECK ((no > 0)),
  constraint evaluation_site_checks_pkey PRIMARY KEY (evaluation_id, no),
  constraint evaluation_site_checks_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id)
);
comment on table evaluation_site_checks is 'Checks on site of one evaluation, by the authority that holds it, while it is under way.';
comment on column evaluation_site_checks.posts is 'Who was there: posts of the authority, never names.';
alter table evaluation_site_checks enable row level security;

create table evaluations (
  id uuid not null,
  pilot_id uuid not null,
  kind text not null,
  form text not null,
  state text default 'self'::text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  self_text text default ''::text not null,
  self_submitted_by uuid,
  self_submitted_at timestamp with time zone,
  told_by uuid,
  told_at timestamp with time zone,
  object_until date,
  agreed_by uuid,
  agreed_at timestamp with time zone,
  unrated_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint evaluations_agreed CHECK ((((agreed_at IS NULL) = (agreed_by IS NULL)) AND ((agreed_at IS NULL) OR (told_at IS NOT NULL)))),
  constraint evaluations_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES accounts(id),
  constraint evaluations_agreed_by_park CHECK ((agreed_by <> told_by)),
  constraint evaluations_id_scope_key UNIQUE (id, scope),
  constraint evaluations_kind_check CHECK ((kind = ANY (ARRAY['mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint evaluations_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts(id),
  constraint evaluations_pilot_id_kind_key UNIQUE (pilot_id, kind),
  constraint evaluations_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint evaluations_pkey PRIMARY KEY (id),
  constraint evaluations_self CHECK ((((self_submitted_by IS NULL) = (self_submitted_at IS NULL)) AND ((state = 'self'::text) <= (self_submitted_at IS NULL)))),
  constraint evaluations_self_submitted_by_fkey FOREIGN KEY (self_submitted_by) REFERENCES accounts(id),
  constraint evaluations_state_check CHECK ((state = ANY (ARRAY['self'::text, 'scoring'::text, 'told'::text, 'not-rated'::text]))),
  constraint evaluations_told CHECK ((((state = 'told'::text) = (told_at IS NOT NULL)) AND ((told_at IS NULL) = (told_by IS NULL)) AND ((told_at IS NULL) = (object_until IS NULL)))),
  constraint evaluations_told_by_fkey FOREIGN KEY (told_by) REFERENCES accounts(id),
  constraint evaluations_unrated_with_reason CHECK (((state = 'not-rated'::text) = (length(TRIM(BOTH FROM unrated_reason)) > 0)))
);
comment on table evaluations is 'One evaluation of one pilot: how far it has come.';
comment on column evaluations.form is 'The form of the edition it is scored by; an open set.';
comment on column evaluations.self_text is 'What the park says of itself, beside its scores.';
comment on column evaluations.object_until is 'The last day on which the park may object to the draft result.';
alter table evaluations enable row level security;

create table evidence (
  id uuid not null,
  service_id uuid,
  activity_id uuid,
  visit_id uuid,
  proof text not null,
  file_id uuid not null,
  bound_by uuid not null,
  bound_at timestamp with time zone not null,
  counts_from date not null,
  withdrawn_at timestamp with time zone,
  scope text collate "C" not null,
  constraint evidence_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint evidence_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES accounts(id),
  constraint evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evidence_happened_before CHECK (happened_before(counts_from, bound_at)),
  constraint evidence_of_one_record CHECK ((num_nonnulls(service_id, activity_id) = 1)),
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_proof_check CHECK ((proof = ANY (ARRAY['diagnosis'::text, 'selection-record'::text, 'process-record'::text, 'confirmation'::text, 'rating'::text, 'contract'::text, 'scheme'::text, 'photo'::text, 'deliverable'::text, 'invoice'::text, 'bank-receipt'::text, 'before-after-list'::text, 'certificate'::text, 'ip-notice'::text, 'employment-proof'::text, 'loan-contract'::text, 'arrival-proof'::text, 'university-agreement'::text, 'supply-agreement'::text, 'system-acceptance'::text, 'standard-declaration'::text, 'notice'::text, 'agenda'::text, 'sign-in-sheet'::text, 'materials'::text, 'survey'::text, 'item-list'::text, 'enterprise-list'::text, 'hazard-list'::text, 'closure-photo'::text, 'intent-list'::text]))),
  constraint evidence_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint evidence_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits(id)
);
comment on table evidence is 'Files, each bound to the service or activity that it proves (G3.4).';
comment on column evidence.visit_id is 'The visit of that service it came with; null where it came alone.';
comment on column evidence.proof is 'What it proves.';
comment on column evidence.counts_from is 'The day of the fact that it was handed in with; of a paper that came later, the day it came.';
comment on column evidence.withdrawn_at is 'When what it proves was taken back, as a voided invoice is; null while it stands.';
alter table evidence enable row level security;

create table file_checks (
  hash text not null,
  state text not null,
  checked_at timestamp with time zone not null,
  damaged_since timestamp with time zone,
  constraint file_checks_damaged_since_known CHECK (((state = 'intact'::text) = (damaged_since IS NULL))),
  constraint file_checks_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint file_checks_pkey PRIMARY KEY (hash),
  constraint file_checks_state_check CHECK ((state = ANY (ARRAY['intact'::text, 'changed'::text, 'missing'::text])))
);
comment on table file_checks is 'Whether the bytes in the store are still those of their hash, as they were last read: one row for each content, of nobody''s scope.';
comment on column file_checks.damaged_since is 'When it was first found changed or missing; null while it is intact.';

create table files (
  id uuid not null,
  hash text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  captured_at timestamp with time zone,
  latitude double precision,
  longitude double precision,
  perceptual_hash text,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  scope text collate "C" not null,
  bound boolean default false not null,
  constraint files_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint files_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint files_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint files_perceptual_hash_check CHECK ((perceptual_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint files_pkey PRIMARY KEY (id),
  constraint files_size_check CHECK ((size > 0)),
  constraint files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES accounts(id)
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
alter table files enable row level security;

create table filing_exceptions (
  id uuid not null,
  batch_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  period text not null,
  reason text not null,
  granted_on date not null,
  until date not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint filing_exceptions_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint filing_exceptions_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES accounts(id),
  constraint filing_exceptions_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'target-table'::text, 'liaison-list'::text, 'disbursement-plan'::text, 'half-year-summary'::text, 'major-matter'::text, 'mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint filing_exceptions_period_check CHECK ((period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]))?$'::text)),
  constraint filing_exceptions_pkey PRIMARY KEY (id),
  constraint filing_exceptions_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 500))),
  constraint filing_exceptions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint filing_exceptions_until_after_granted CHECK ((until >= granted_on))
);
comment on table filing_exceptions is 'A locked period, opened again for one unit by a named person, until a day, for a reason.';
comment on column filing_exceptions.unit_id is 'The unit that files: park, county or province.';
comment on column filing_exceptions.period is 'As in filings.';
comment on column filing_exceptions.until is 'The last day on which it may be filed.';
alter table filing_exceptions enable row level security;

create table filing_makers (
  filing_id uuid not null,
  account_id uuid not null,
  scope text collate "C" not null,
  constraint filing_makers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint filing_makers_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  constraint filing_makers_pkey PRIMARY KEY (filing_id, account_id)
);
comment on table filing_makers is 'Everybody who wrote or submitted any part of a filing; none of them may review it.';
alter table filing_makers enable row level security;

create table filing_opinions (
  id uuid not null,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null,
  bureau text not null,
  account_id uuid not null,
  verdict text not null,
  marks jsonb default '[]'::jsonb not null,
  given_at timestamp with time zone not null,
  prepared_by uuid,
  prepared_id uuid,
  scope text collate "C" not null,
  constraint filing_opinions_account_id_bureau_fkey FOREIGN KEY (account_id, bureau) REFERENCES accounts(id, bureau),
  constraint filing_opinions_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint filing_opinions_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint filing_opinions_not_by_submitter CHECK ((account_id <> submitted_by)),
  constraint filing_opinions_pkey PRIMARY KEY (id),
  constraint filing_opinions_prepared_by_bureau_fkey FOREIGN KEY (prepared_by, bureau) REFERENCES accounts(id, bureau),
  constraint filing_opinions_return_has_marks CHECK (((verdict = 'return'::text) = (jsonb_array_length(marks) > 0))),
  constraint filing_opinions_two_persons CHECK (((prepared_by <> account_id) AND (prepared_by <> submitted_by))),
  constraint filing_opinions_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'return'::text]))),
  constraint filing_opinions_version_id_account_id_key UNIQUE (version_id, account_id),
  constraint filing_opinions_version_id_seat_key UNIQUE (version_id, level, bureau),
  constraint filing_opinions_version_id_submitted_by_fkey FOREIGN KEY (version_id, submitted_by) REFERENCES filing_versions(id, submitted_by)
);
comment on table filing_opinions is 'What a seat, a bureau at a level, says of a submitted version.';
comment on column filing_opinions.submitted_by is 'Who submitted the version.';
comment on column filing_opinions.account_id is 'Who gave it, or, where the seat asks for two persons, who signed it.';
comment on column filing_opinions.marks is '[{ section, reason }]: what is to be corrected; empty on approval.';
comment on column filing_opinions.prepared_by is 'Where the seat asks for two persons: who prepared what the other one signed.';
comment on column filing_opinions.prepared_id is 'Where it takes two persons: the prepared opinion that was signed.';
alter table filing_opinions enable row level security;

create table filing_reopenings (
  id uuid not null,
  filing_id uuid not null,
  sections text[] not null,
  reason text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint filing_reopenings_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  constraint filing_reopenings_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts(id),
  constraint filing_reopenings_pkey PRIMARY KEY (id),
  constraint filing_reopenings_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint filing_reopenings_sections_check CHECK ((cardinality(sections) > 0))
);
comment on table filing_reopenings is 'Every time a finished filing was opened again: who, when, why, and which sections.';
alter table filing_reopenings enable row level security;

create table filing_sections (
  filing_id uuid not null,
  section text not null,
  content jsonb not null,
  typed jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  open boolean default true not null,
  edited_by uuid,
  edited_at timestamp with time zone,
  scope text collate "C" not null,
  constraint filing_sections_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES accounts(id),
  constraint filing_sections_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  constraint filing_sections_pkey PRIMARY KEY (filing_id, section),
  constraint filing_sections_typed_check CHECK ((jsonb_typeof(typed) = 'object'::text))
);
comment on table filing_sections is 'What is being written. Each section has its own revision, so that two people can work side by side.';
comment on column filing_sections.section is 'Name of the section; an open set, each kind of filing has its own.';
comment on column filing_sections.typed is 'What was typed and is no value of its field: { field: { text, problem, from, to } }, a row by its id.';
comment on column filing_sections.revision is 'Counts the saves; a save names the one it was made from.';
comment on column filing_sections.open is 'Whether it may be written.';
alter table filing_sections enable row level security;

create table filing_versions (
  id uuid not null,
  filing_id uuid not null,
  no integer not null,
  content jsonb not null,
  hash text not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null,
  unchanged_because text,
  scope text collate "C" not null,
  constraint filing_versions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  constraint filing_versions_filing_id_no_key UNIQUE (filing_id, no),
  constraint filing_versions_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint filing_versions_id_submitted_by_key UNIQUE (id, submitted_by),
  constraint filing_versions_no_check CHECK ((no > 0)),
  constraint filing_versions_pkey PRIMARY KEY (id),
  constraint filing_versions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES accounts(id),
  constraint filing_versions_unchanged_because_check CHECK (((length(TRIM(BOTH FROM unchanged_because)) >= 1) AND (length(TRIM(BOTH FROM unchanged_because)) <= 1000)))
);
comment on table filing_versions is 'What was submitted, word for word, for ever.';
comment on column filing_versions.content is 'Every section by its name.';
comment on column filing_versions.hash is 'SHA-256 of the content in canonical JSON.';
comment on column filing_versions.unchanged_because is 'Why it is word for word the version that was returned; null where it is not.';
alter table filing_versions enable row level security;

create table filing_withdrawals (
  id uuid not null,
  filing_id uuid not null,
  version_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint filing_withdrawals_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  constraint filing_withdrawals_pkey PRIMARY KEY (id),
  constraint filing_withdrawals_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint filing_withdrawals_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id),
  constraint filing_withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES accounts(id)
);
comment on table filing_withdrawals is 'Every time a submission was taken back before anybody spoke on it: which version, who, when, why.';
alter table filing_withdrawals enable row level security;

create table filings (
  id uuid not null,
  batch_id uuid not null,
  unit_id uuid not null,
  pilot_id uuid,
  kind text not null,
  period text default ''::text not null,
  state text not null,
  due_on date not null,
  due_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  version_no integer default 0 not null,
  filed_at timestamp with time zone,
  recorded_by uuid,
  record_prepared_by uuid,
  recorded_at timestamp with time zone,
  record_no text,
  scope text collate "C" not null,
  constraint filings_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint filings_due_at_on_its_day CHECK ((((due_at AT TIME ZONE 'Asia/Shanghai'::text))::date = due_on)),
  constraint filings_id_scope_key UNIQUE (id, scope),
  constraint filings_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'target-table'::text, 'liaison-list'::text, 'disbursement-plan'::text, 'half-year-summary'::text, 'major-matter'::text, 'mid-term-evaluation'::text, 'final-evaluation'::text]))),
  constraint filings_period_check CHECK ((period ~ '^(\d{4}(M\d{2}|Q[1-4]|H[12]|-\d{3}))?$'::text)),
  constraint filings_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint filings_pilot_id_kind_period_key UNIQUE (pilot_id, kind, period),
  constraint filings_pkey PRIMARY KEY (id),
  constraint filings_record_no_check CHECK (((length(record_no) >= 1) AND (length(record_no) <= 40))),
  constraint filings_record_prepared CHECK (((record_prepared_by IS NULL) OR (recorded_by IS NOT NULL))),
  constraint filings_record_prepared_by_fkey FOREIGN KEY (record_prepared_by) REFERENCES accounts(id),
  constraint filings_recorded CHECK ((((state = 'recorded'::text) = (recorded_at IS NOT NULL)) AND ((recorded_at IS NULL) = (recorded_by IS NULL)))),
  constraint filings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint filings_recorded_by_two CHECK ((record_prepared_by <> recorded_by)),
  constraint filings_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'recorded'::text]))),
  constraint filings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table filings is 'One filing of one unit: of a park for its pilot, of a county for all its pilots of a batch, or of the province.';
comment on column filings.unit_id is 'The unit that files: the park, the county or the province.';
comment on column filings.pilot_id is 'The pilot it is about; null where a county or the province files.';
comment on column filings.period is 'Empty for what is filed once; 2026M05, 2026Q2 or 2026H1 for what returns; 2026-001 for what just happens.';
comment on column filings.due_at is 'The last instant at which it is in time, where it is due by the hour; null: the end of due_on.';
comment on column filings.version_no is 'The newest submitted version; 0 before the first.';
comment on column filings.filed_at is 'Moment of the first submission that was not taken back, kept by triggers; null while there is none.';
comment on column filings.recorded_by is 'Who recorded it at the next level, or, where that takes two persons, who signed it.';
comment on column filings.record_prepared_by is 'Where recording takes two persons: who prepared what the other one signed.';
comment on column filings.record_no is 'The number it was recorded under.';
alter table filings enable row level security;

create table finding_counts (
  pilot_id uuid not null,
  n integer not null,
  scope text collate "C" not null,
  constraint finding_counts_n_check CHECK ((n >= 0)),
  constraint finding_counts_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint finding_counts_pkey PRIMARY KEY (pilot_id)
);
comment on table finding_counts is 'How many doubts stand about the evidence of each pilot, kept by the database so that the province''s page never counts them one by one.';
alter table finding_counts enable row level security;

create table findings (
  id uuid not null,
  kind text not null,
  evidence_id uuid,
  other_evidence_id uuid,
  confirmation_id uuid,
  raised_at timestamp with time zone not null,
  scope text collate "C" not null,
  other_scope text collate "C",
  constraint findings_about_evidence_or_answer CHECK ((num_nonnulls(evidence_id, confirmation_id) = 1)),
  constraint findings_answer_has_kind CHECK (((confirmation_id IS NOT NULL) = (kind = ANY (ARRAY['own-device'::text, 'own-address'::text, 'new-contact'::text])))),
  constraint findings_confirmation_id_fkey FOREIGN KEY (confirmation_id) REFERENCES confirmations(id),
  constraint findings_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint findings_kind_check CHECK ((kind = ANY (ARRAY['same-file'::text, 'same-picture'::text, 'capture-date'::text, 'own-device'::text, 'own-address'::text, 'new-contact'::text]))),
  constraint findings_kind_evidence_id_other_evidence_id_confirmation_id_key UNIQUE NULLS NOT DISTINCT (kind, evidence_id, other_evidence_id, confirmation_id),
  constraint findings_other_evidence_id_fkey FOREIGN KEY (other_evidence_id) REFERENCES evidence(id),
  constraint findings_other_has_scope CHECK (((other_evidence_id IS NULL) = (other_scope IS NULL))),
  constraint findings_pair_has_other CHECK (((kind = ANY (ARRAY['same-file'::text, 'same-picture'::text])) = (other_evidence_id IS NOT NULL))),
  constraint findings_pkey PRIMARY KEY (id)
);
comment on table findings is 'Doubts about evidence: the same bytes or the same photograph bound twice anywhere in the province, a photo taken on another day, or an answer that may not be the enterprise''s own (G3.4).';
comment on column findings.other_evidence_id is 'The other use of the same bytes or photograph.';
comment on column findings.confirmation_id is 'The answer it is about: from a device or address of those it answers to, or by a contact that was changed shortly before.';
comment on column findings.other_scope is 'Where the other item lies: a finding between two parks is known to both.';
alter table findings enable row level security;

create table former_activities (
  activity_id uuid not null,
  revision integer not null,
  title text not null,
  held_on date not null,
  place text not null,
  correction_reason text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint former_activities_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint former_activities_pkey PRIMARY KEY (activity_id, revision),
  constraint former_activities_revision_check CHECK ((revision > 0)),
  constraint former_activities_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id)
);
comment on table former_activities is 'What was said of an activity before it was corrected or withdrawn, kept by the database itself; who took part stands in attendances, by revision.';
alter table former_activities enable row level security;

create table former_diagnoses (
  diagnosis_id uuid not null,
  revision integer not null,
  diagnosed_on date not null,
  answers jsonb not null,
  facts jsonb not null,
  problems jsonb not null,
  recommended text[] not null,
  class text not null,
  reasons jsonb not null,
  report_file uuid,
  correction_reason text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint former_diagnoses_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES diagnoses(id),
  constraint former_diagnoses_pkey PRIMARY KEY (diagnosis_id, revision),
  constraint former_diagnoses_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint former_diagnoses_report_file_fkey FOREIGN KEY (report_file) REFERENCES files(id),
  constraint former_diagnoses_revision_check CHECK ((revision > 0))
);
comment on table former_diagnoses is 'What a diagnosis said before it was corrected, kept by the database itself.';
alter table former_diagnoses enable row level security;

create table former_passwords (
  account_id uuid not null,
  no integer not null,
  password_hash text not null,
  constraint former_passwords_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint former_passwords_pkey PRIMARY KEY (account_id, no)
);
comment on table former_passwords is 'Hashes of the passwords before the present one, which are not taken again; nobody reads them.';
comment on column former_passwords.no is 'Grows with each password of the account.';

create table former_register_entries (
  entry_id uuid not null,
  revision integer not null,
  sort text not null,
  number text not null,
  dated_on date not null,
  party text not null,
  amount_fen bigint,
  file_id uuid not null,
  correction_reason text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint former_register_entries_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entries(id),
  constraint former_register_entries_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint former_register_entries_pkey PRIMARY KEY (entry_id, revision),
  constraint former_register_entries_revision_check CHECK ((revision > 0)),
  constraint former_register_entries_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id)
);
comment on table former_register_entries is 'What an entry said before it was corrected or withdrawn, kept by the database itself.';
alter table former_register_entries enable row level security;

create table fund_lines (
  id uuid not null,
  baseline_id uuid not null,
  entered_with uuid not null,
  row_key text not null,
  pilot_id uuid not null,
  service_kind text not null,
  purpose text not null,
  quantity integer not null,
  unit_price_fen bigint not null,
  provincial_fen bigint not null,
  park_fen bigint not null,
  enterprise_fen bigint not null,
  quarter text not null,
  indicator text not null,
  scope text collate "C" not null,
  constraint fund_lines_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint fund_lines_entered_with_fkey FOREIGN KEY (entered_with) REFERENCES baselines(id),
  constraint fund_lines_enterprise_fen_check CHECK ((enterprise_fen >= 0)),
  constraint fund_lines_park_fen_check CHECK ((park_fen >= 0)),
  constraint fund_lines_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint fund_lines_pkey PRIMARY KEY (id),
  constraint fund_lines_provincial_fen_check CHECK ((provincial_fen >= 0)),
  constraint fund_lines_quantity_check CHECK ((quantity > 0)),
  constraint fund_lines_row_key UNIQUE (baseline_id, row_key),
  constraint fund_lines_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))),
  constraint fund_lines_shares_add_up CHECK ((((provincial_fen + park_fen) + enterprise_fen) = (quantity * unit_price_fen))),
  constraint fund_lines_unit_price_fen_check CHECK ((unit_price_fen > 0))
);
comment on table fund_lines is 'What the plan in force allows to be spent: the lines of its fund-use table.';
comment on column fund_lines.baseline_id is 'The newest version the line belongs to; one that has left the plan names an older version.';
comment on column fund_lines.entered_with is 'The version the line came with.';
comment on column fund_lines.row_key is 'Id of the row in the content of the plan.';
comment on column fund_lines.quarter is 'When it is to be spent (2026Q3).';
comment on column fund_lines.indicator is 'Code of the target it serves; an open set, each edition has its own.';
alter table fund_lines enable row level security;

create table idempotency_keys (
  account_id uuid not null,
  key text not null,
  route text not null,
  request_hash text not null,
  status integer not null,
  reply jsonb not null,
  at timestamp with time zone not null,
  constraint idempotency_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint idempotency_keys_key_check CHECK ((key ~ '^[0-9a-f]{64}$'::text)),
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key)
);
comment on table idempotency_keys is 'Replies to commands that were carried out: a repeated key is answered again, not carried out again.';
comment on column idempotency_keys.key is 'SHA-256 of what the client chose, one for each intent.';
comment on column idempotency_keys.route is 'Method and path of the command; an open set.';
comment on column idempotency_keys.request_hash is 'Hash of the request, so that a key is not reused for another one.';

create table incident_contacts (
  version integer not null,
  "position" integer not null,
  role text not null,
  office text not null,
  phone text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  constraint incident_contacts_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts(id),
  constraint incident_contacts_office_check CHECK (((length(TRIM(BOTH FROM office)) >= 1) AND (length(TRIM(BOTH FROM office)) <= 100))),
  constraint incident_contacts_phone_check CHECK (((phone !~ '^(\+?86)?1[3-9][0-9]{9}$'::text) AND ((length(TRIM(BOTH FROM phone)) >= 1) AND (length(TRIM(BOTH FROM phone)) <= 40)))),
  constraint incident_contacts_pkey PRIMARY KEY (version, "position"),
  constraint incident_contacts_position_check CHECK (("position" > 0)),
  constraint incident_contacts_role_check CHECK (((length(TRIM(BOTH FROM role)) >= 1) AND (length(TRIM(BOTH FROM role)) <= 60))),
  constraint incident_contacts_version_check CHECK ((version > 0))
);
comment on table incident_contacts is 'Whom to call in an incident; the newest version counts, nothing is ever changed or taken away. Of nobody''s scope.';
comment on column incident_contacts.phone is 'Of an office, nobody''s mobile.';

create table incident_reports (
  id uuid not null,
  incident_id uuid not null,
  no integer not null,
  kind text not null,
  recipient text not null,
  channel text not null,
  reported_at timestamp with time zone not null,
  late boolean not null,
  late_reason text default ''::text not null,
  grade text not null,
  content jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint incident_reports_channel_check CHECK ((channel = ANY (ARRAY['hotline'::text, 'site'::text, 'mini-programme'::text, 'account'::text, 'mail'::text, 'fax'::text, 'office'::text]))),
  constraint incident_reports_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint incident_reports_grade_check CHECK ((grade = ANY (ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'severe'::text]))),
  constraint incident_reports_incident_id_no_key UNIQUE (incident_id, no),
  constraint incident_reports_incident_id_scope_fkey FOREIGN KEY (incident_id, scope) REFERENCES incidents(id, scope),
  constraint incident_reports_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'follow-up'::text, 'summary'::text]))),
  constraint incident_reports_late_reason_check CHECK ((length(late_reason) <= 1000)),
  constraint incident_reports_late_with_reason CHECK (((NOT late) OR (length(TRIM(BOTH FROM late_reason)) > 0))),
  constraint incident_reports_made_before CHECK ((reported_at <= recorded_at)),
  constraint incident_reports_no_check CHECK ((no > 0)),
  constraint incident_reports_pkey PRIMARY KEY (id),
  constraint incident_reports_recipient_check CHECK ((recipient = ANY (ARRAY['cyberspace'::text, 'protection'::text, 'police'::text]))),
  constraint incident_reports_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint incident_reports_say_something CHECK ((content <> '{}'::jsonb))
);
comment on table incident_reports is 'What was told about an incident, to whom, by which channel and when; stays as it was told.';
comment on column incident_reports.kind is 'first: to this recipient; summary: the last of all.';
comment on column incident_reports.late is 'Whether it came after its time, as the clock stood when it was recorded.';
comment on column incident_reports.grade is 'The grade as it was told.';
comment on column incident_reports.content is 'Texts by field; see policy/oversight/incident-report.ts.';
alter table incident_reports enable row level security;

create table incidents (
  id uuid not null,
  noticed_at timestamp with time zone not null,
  what text not null,
  place text not null,
  noticed_by uuid not null,
  entered_at timestamp with time zone not null,
  state text not null,
  occurred_at timestamp with time zone,
  kind text,
  persons bigint default 0 not null,
  loss_fen bigint default 0 not null,
  minutes_unreachable integer default 0 not null,
  minutes_impaired integer default 0 not null,
  critical boolean default false not null,
  grade text,
  proposed_grade text,
  grade_reason text default ''::text not null,
  assessed_by uuid,
  assessed_at timestamp with time zone,
  ended_at timestamp with time zone,
  handling text default ''::text not null,
  dismissal text default ''::text not null,
  scope text collate "C" not null,
  constraint incidents_assessed_by_fkey FOREIGN KEY (assessed_by) REFERENCES accounts(id),
  constraint incidents_assessed_whole CHECK ((((grade IS NULL) = (assessed_at IS NULL)) AND ((grade IS NULL) = (assessed_by IS NULL)) AND ((grade IS NULL) = (proposed_grade IS NULL)) AND ((grade IS NULL) = (kind IS NULL)))),
  constraint incidents_dismissal_check CHECK ((length(dismissal) <= 1000)),
  constraint incidents_dismissed_with_reason CHECK (((state = 'dismissed'::text) = (length(TRIM(BOTH FROM dismissal)) > 0))),
  constraint incidents_ended_after CHECK ((ended_at >= noticed_at)),
  constraint incidents_ended_whole CHECK ((((state = ANY (ARRAY['ended'::text, 'summed-up'::text])) = (ended_at IS NOT NULL)) AND ((ended_at IS NULL) = (length(TRIM(BOTH FROM handling)) = 0)))),
  constraint incidents_grade_check CHECK ((grade = ANY (ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'severe'::text]))),
  constraint incidents_grade_reason_check CHECK ((length(grade_reason) <= 1000)),
  constraint incidents_graded CHECK (((grade IS NOT NULL) OR (state = ANY (ARRAY['noticed'::text, 'dismissed'::text])))),
  constraint incidents_handling_check CHECK ((length(handling) <= 2000)),
  constraint incidents_id_scope_key UNIQUE (id, scope),
  constraint incidents_kind_check CHECK ((kind = ANY (ARRAY['malware'::text, 'ransomware'::text, 'intrusion'::text, 'data-leak'::text, 'tampering'::text, 'outage'::text, 'misuse'::text, 'other'::text]))),
  constraint incidents_loss_fen_check CHECK ((loss_fen >= 0)),
  constraint incidents_lower_with_reason CHECK (((array_position(ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'severe'::text], grade) >= array_position(ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'severe'::text], proposed_grade)) OR (length(TRIM(BOTH FROM grade_reason)) > 0))),
  constraint incidents_minutes_impaired_check CHECK ((minutes_impaired >= 0)),
  constraint incidents_minutes_unreachable_check CHECK ((minutes_unreachable >= 0)),
  constraint incidents_noticed_before CHECK ((noticed_at <= entered_at)),
  constraint incidents_noticed_by_fkey FOREIGN KEY (noticed_by) REFERENCES accounts(id),
  constraint incidents_occurred_before CHECK ((occurred_at <= noticed_at)),
  constraint incidents_persons_check CHECK ((persons >= 0)),
  constraint incidents_pkey PRIMARY KEY (id),
  constraint incidents_place_check CHECK ((length(TRIM(BOTH FROM place)) > 0)),
  constraint incidents_proposed_grade_check CHECK ((proposed_grade = ANY (ARRAY['ordinary'::text, 'larger'::text, 'major'::text, 'severe'::text]))),
  constraint incidents_state_check CHECK ((state = ANY (ARRAY['noticed'::text, 'assessed'::text, 'ended'::text, 'summed-up'::text, 'dismissed'::text]))),
  constraint incidents_what_check CHECK ((length(TRIM(BOTH FROM what)) > 0))
);
comment on table incidents is 'Security incidents as they stand; every step of them is in the trail.';
comment on column incidents.noticed_at is 'When it was noticed, as whoever noticed it says: the clock of the reports runs from here.';
comment on column incidents.occurred_at is 'When it happened; null while nobody knows.';
comment on column incidents.persons is 'Whose personal data are concerned.';
comment on column incidents.loss_fen is 'Direct loss.';
comment on column incidents.minutes_unreachable is 'How long nobody reached it.';
comment on column incidents.minutes_impaired is 'How long its main function failed; counts for critical infrastructure alone.';
comment on column incidents.critical is 'Whether critical information infrastructure is concerned.';
comment on column incidents.proposed_grade is 'What the figures proposed when it was assessed last.';
comment on column incidents.handling is 'How it was dealt with, once it has ended.';
comment on column incidents.dismissal is 'Why it is no incident.';
comment on column incidents.scope is 'Of the unit of whoever noticed it.';
alter table incidents enable row level security;

create table invoice_voids (
  invoice_id uuid not null,
  kind text not null,
  red_letter_no text,
  file_id uuid,
  reason text not null,
  voided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint invoice_voids_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint invoice_voids_happened_before CHECK (happened_before(voided_on, recorded_at)),
  constraint invoice_voids_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_voids_kind_check CHECK ((kind = ANY (ARRAY['red-letter'::text, 'entered-wrongly'::text]))),
  constraint invoice_voids_pkey PRIMARY KEY (invoice_id),
  constraint invoice_voids_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint invoice_voids_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint invoice_voids_red_letter_no_check CHECK ((red_letter_no ~ '^(\d{18}|\d{20})$'::text)),
  constraint invoice_voids_red_letter_no_key UNIQUE (red_letter_no),
  constraint invoice_voids_red_letter_with_paper CHECK ((((kind = 'red-letter'::text) = ((red_letter_no IS NOT NULL) AND (file_id IS NOT NULL))) AND (num_nonnulls(red_letter_no, file_id) <> 1)))
);
comment on table invoice_voids is 'Invoices that stand no longer: taken back by the seller with a red-letter invoice, or entered wrongly (G3.4).';
comment on column invoice_voids.red_letter_no is 'Number of the red-letter invoice; written as in invoices, and like those used once.';
comment on column invoice_voids.file_id is 'The red-letter invoice.';
alter table invoice_voids enable row level security;

create table invoices (
  id uuid not null,
  service_id uuid not null,
  number text not null,
  digital_number text,
  seller_uscc text not null,
  seller_name text not null,
  buyer_uscc text not null,
  buyer_name text not null,
  issued_on date not null,
  total_fen bigint not null,
  file_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  standing text default 'stands'::text not null,
  scope text collate "C" not null,
  constraint invoices_digital_number_check CHECK ((digital_number ~ '^\d{20}$'::text)),
  constraint invoices_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint invoices_happened_before CHECK (happened_before(issued_on, recorded_at)),
  constraint invoices_number_check CHECK ((number ~ '^(\d{18}|\d{20})$'::text)),
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint invoices_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint invoices_standing_check CHECK ((standing = ANY (ARRAY['stands'::text, 'red-letter'::text, 'entered-wrongly'::text]))),
  constraint invoices_total_fen_check CHECK ((total_fen > 0))
);
comment on table invoices is 'Invoices for services. Both numbers are unique in the whole province, over parks and batches: one invoice is paid once (G3.4).';
comment on column invoices.number is '20 digits, or the code (10 or 12 digits) and number (8 digits) of an invoice on paper, joined.';
comment on column invoices.digital_number is 'The 20 digits of a fully digital invoice: its number, or what its paper shows beside code and number; else null.';
comment on column invoices.total_fen is 'Amount with tax, in fen.';
comment on column invoices.standing is 'Whether it stands, or why it was voided; set with its row in invoice_voids. One that was entered wrongly frees its number.';
alter table invoices enable row level security;

create table issued_papers (
  id uuid not null,
  subject uuid not null,
  no integer not null,
  kind text not null,
  unit_name text not null,
  period text default ''::text not null,
  version_no integer,
  content jsonb,
  told jsonb,
  hash text,
  issued_by uuid,
  issued_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint issued_papers_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint issued_papers_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES accounts(id),
  constraint issued_papers_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'target-table'::text, 'liaison-list'::text, 'disbursement-plan'::text, 'half-year-summary'::text, 'major-matter'::text, 'mid-term-evaluation'::text, 'final-evaluation'::text, 'tranche'::text, 'notice'::text, 'minutes'::text]))),
  constraint issued_papers_no_check CHECK ((no > 0)),
  constraint issued_papers_pkey PRIMARY KEY (id),
  constraint issued_papers_subject_no_key UNIQUE (subject, no),
  constraint issued_papers_version_no_check CHECK ((version_no > 0)),
  constraint issued_papers_whole CHECK ((((hash IS NULL) = (content IS NULL)) AND ((hash IS NULL) = (told IS NULL))))
);
comment on table issued_papers is 'Every paper that was ever issued about a filing, a tranche, a notice or a consultation; a row without content says that the one before was taken back.';
comment on column issued_papers.subject is 'The filing, tranche, notice or consultation that it is about.';
comment on column issued_papers.no is 'Counts the papers of one subject; the highest one stands, unless it is without content.';
comment on column issued_papers.unit_name is 'Whose paper it is.';
comment on column issued_papers.period is 'As in filings.';
comment on column issued_papers.version_no is 'The version of the filing that it shows; null where there are none.';
comment on column issued_papers.content is 'What stands on it, in both languages: { zh, en }.';
comment on column issued_papers.told is 'What whoever verifies it is told, personal data in part: { zh, en }.';
comment on column issued_papers.hash is 'SHA-256 of subject, number, kind, unit, period, version and content in canonical JSON; the first sixteen digits are its code.';
comment on column issued_papers.issued_by is 'Whose act changed what it shows; null where that was a stranger''s objection.';
alter table issued_papers enable row level security;

create table known_devices (
  account_id uuid not null,
  token_hash text not null,
  network text collate "C" not null,
  trusted boolean default true not null,
  failures integer default 0 not null,
  first_seen_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint known_devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint known_devices_pkey PRIMARY KEY (account_id, token_hash, network)
);
comment on table known_devices is 'Browsers that an account was entered from, with the networks they came from; nobody reads it, functions answer about it.';
comment on column known_devices.token_hash is 'SHA-256 of the secret in the device''s cookie; the secret itself is kept nowhere.';
comment on column known_devices.network is 'IPv4 address, or the first 64 bits of an IPv6 address.';
comment on column known_devices.trusted is 'Whether it opens an account that strangers have locked: until the password changes, or is guessed at from here.';
comment on column known_devices.failures is 'Wrong passwords from this device since its last sign-in.';

create table ledger_accounts (
  id uuid not null,
  pilot_id uuid not null,
  key text not null,
  kind text generated always as (split_part(key, ':'::text, 1)) stored not null,
  line_id uuid generated always as ((NULLIF(split_part(key, ':'::text, 2), ''::text))::uuid) stored,
  overdraw boolean not null,
  balance_fen bigint default 0 not null,
  scope text collate "C" not null,
  constraint balance_not_below_zero CHECK ((overdraw OR (balance_fen >= 0))),
  constraint ledger_accounts_id_scope_key UNIQUE (id, scope),
  constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['grant'::text, 'undisbursed'::text, 'in-transit'::text, 'cash'::text, 'payable'::text, 'expenditure'::text, 'deducted'::text, 'own-money'::text, 'recovered'::text, 'reissued'::text, 'claim-source'::text, 'claimed'::text, 'budget'::text, 'line-available'::text, 'line-committed'::text, 'line-spent'::text]))),
  constraint ledger_accounts_overdraw CHECK ((overdraw = (kind = ANY (ARRAY['grant'::text, 'own-money'::text, 'claim-source'::text, 'budget'::text])))),
  constraint ledger_accounts_per_line CHECK (((line_id IS NOT NULL) = (kind = ANY (ARRAY['line-available'::text, 'line-committed'::text, 'line-spent'::text])))),
  constraint ledger_accounts_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint ledger_accounts_pilot_id_key_key UNIQUE (pilot_id, key),
  constraint ledger_accounts_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint ledger_accounts_pkey PRIMARY KEY (id)
);
comment on table ledger_accounts is 'The ledger accounts of each pilot with their balances, in three circles: where the money is, what the fund lines allow, and what was asked back.';
comment on column ledger_accounts.key is 'The kind, for the accounts of a fund line followed by the line''s id (''cash'', ''line-spent:<fund line id>'').';
comment on column ledger_accounts.line_id is 'The fund line; null for the accounts of the whole pilot.';
comment on column ledger_accounts.overdraw is 'Whether it may stand below zero: the sources alone.';
comment on column ledger_accounts.balance_fen is 'Sum of the postings on it, in fen; the database keeps it.';
alter table ledger_accounts enable row level security;

create table ledger_entries (
  id uuid not null,
  seq bigint not null,
  pilot_id uuid not null,
  kind text not null,
  booked_on date not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  subject uuid not null,
  memo text default ''::text not null,
  reverses uuid,
  scope text collate "C" not null,
  transaction_id xid8 default pg_current_xact_id() not null,
  constraint ledger_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint ledger_entries_id_booked_on_key UNIQUE (id, booked_on),
  constraint ledger_entries_id_pilot_id_key UNIQUE (id, pilot_id),
  constraint ledger_entries_id_scope_key UNIQUE (id, scope),
  constraint ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'budget'::text, 'budget-change'::text, 'release'::text, 'receive'::text, 'commit'::text, 'uncommit'::text, 'approve-payment'::text, 'pay'::text, 'cancel-payment'::text, 'deduct'::text, 'claim'::text, 'pay-back'::text, 'reissue'::text, 'reverse'::text]))),
  constraint ledger_entries_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint ledger_entries_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint ledger_entries_pkey PRIMARY KEY (id),
  constraint ledger_entries_reverses_key UNIQUE (reverses),
  constraint ledger_entries_reverses_pilot_id_fkey FOREIGN KEY (reverses, pilot_id) REFERENCES ledger_entries(id, pilot_id)
);
comment on table ledger_entries is 'Bookings of a pilot''s ledger; each has two postings or more that add up to zero.';
comment on column ledger_entries.seq is 'The order of booking, also within one moment.';
comment on column ledger_entries.account_id is 'Who booked it.';
comment on column ledger_entries.subject is 'Id of what the entry is about: a tranche, a contract, a payment, a version of the plan, a measure, its receipt or re-issue.';
comment on column ledger_entries.memo is 'A voucher or receipt number, or a reason.';
comment on column ledger_entries.reverses is 'The entry it takes back; null for all others.';
comment on column ledger_entries.transaction_id is 'The transaction that booked it; only that one adds postings.';
alter table ledger_entries enable row level security;

create table ledger_postings (
  entry_id uuid not null,
  account_id uuid not null,
  amount_fen bigint not null,
  scope text collate "C" not null,
  constraint ledger_postings_account_id_scope_fkey FOREIGN KEY (account_id, scope) REFERENCES ledger_accounts(id, scope),
  constraint ledger_postings_amount_fen_check CHECK ((amount_fen <> 0)),
  constraint ledger_postings_entry_id_scope_fkey FOREIGN KEY (entry_id, scope) REFERENCES ledger_entries(id, scope),
  constraint ledger_postings_pkey PRIMARY KEY (entry_id, account_id)
);
comment on table ledger_postings is 'What an entry adds to one account.';
comment on column ledger_postings.account_id is 'The ledger account.';
comment on column ledger_postings.amount_fen is 'In fen; above zero where the account grows.';
alter table ledger_postings enable row level security;

create table liaison_officers (
  id uuid not null,
  batch_id uuid not null,
  county_id uuid not null,
  version_id uuid not null,
  "position" integer not null,
  unit_kind text not null,
  unit_name text not null,
  unit_id uuid not null,
  name text not null,
  office text not null,
  duty text not null,
  phone text not null,
  mobile text not null,
  seat text not null,
  valid_from date not null,
  valid_until date,
  remark text not null,
  recorded_on date not null,
  scope text collate "C" not null,
  constraint liaison_officers_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint liaison_officers_county_id_fkey FOREIGN KEY (county_id) REFERENCES units(id),
  constraint liaison_officers_name_check CHECK ((length(TRIM(BOTH FROM name)) > 0)),
  constraint liaison_officers_pkey PRIMARY KEY (id),
  constraint liaison_officers_position_check CHECK (("position" > 0)),
  constraint liaison_officers_seat_check CHECK ((seat = ANY (ARRAY['A'::text, 'B'::text]))),
  constraint liaison_officers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint liaison_officers_unit_kind_check CHECK ((unit_kind = ANY (ARRAY['economy'::text, 'finance'::text, 'park'::text]))),
  constraint liaison_officers_unit_name_check CHECK ((length(TRIM(BOTH FROM unit_name)) > 0)),
  constraint liaison_officers_valid_until_after_from CHECK (((valid_until IS NULL) OR (valid_from <= valid_until))),
  constraint liaison_officers_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id),
  constraint liaison_officers_version_id_position_key UNIQUE (version_id, "position")
);
comment on table liaison_officers is 'The rows of each recorded liaison list (G5.1, GA3), kept for ever. The newest list of a county is in force from the day it is recorded; the older ones tell who was replaced and when.';
comment on column liaison_officers.version_id is 'The list, as it was submitted.';
comment on column liaison_officers."position" is 'Row of the list.';
comment on column liaison_officers.unit_kind is 'The county''s economy bureau, its finance bureau, or a park.';
comment on column liaison_officers.unit_id is 'The unit whose people see the numbers whole: the county for its bureaus, the park for its own.';
comment on column liaison_officers.seat is 'A is the officer, B the deputy.';
comment on column liaison_officers.valid_until is 'Last day in office; null while it is open.';
alter table liaison_officers enable row level security;

create table loose_contents (
  hash text not null,
  since timestamp with time zone not null,
  constraint loose_contents_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint loose_contents_pkey PRIMARY KEY (hash)
);
comment on table loose_contents is 'Bytes that may lie in the store while no row of files names them: about to be named by an upload, or left by one that was refused or whose file has expired. Of nobody''s scope.';
comment on column loose_contents.since is 'When they were last put there or left. They are removed two days later: after any upload has ended, and any backup that still names them.';

create table matter_numbers (
  pilot_id uuid not null,
  year integer not null,
  last integer not null,
  scope text collate "C" not null,
  constraint matter_numbers_last_check CHECK (((last >= 1) AND (last <= 999))),
  constraint matter_numbers_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint matter_numbers_pkey PRIMARY KEY (pilot_id, year),
  constraint matter_numbers_year_check CHECK (((year >= 2020) AND (year <= 2200)))
);
comment on table matter_numbers is 'The last number that a pilot''s major matters were given in a year (G5.5).';
alter table matter_numbers enable row level security;

create table matters (
  filing_id uuid not null,
  pilot_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  based_on uuid,
  under_review boolean default false not null,
  scope text collate "C" not null,
  constraint matters_based_on_fkey FOREIGN KEY (based_on) REFERENCES baselines(id),
  constraint matters_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  constraint matters_kind_check CHECK ((kind = ANY (ARRAY['target-change'::text, 'enterprise-change'::text, 'agency-violation'::text, 'fund-irregularity'::text, 'operator-change'::text, 'safety-accident'::text, 'other'::text]))),
  constraint matters_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint matters_pkey PRIMARY KEY (filing_id)
);
comment on table matters is 'What a major-matter report is about (G5.5), beside its filing; numbered by the filing''s period within its pilot.';
comment on column matters.based_on is 'The version of the plan its change is drawn against; null where no change is asked for.';
comment on column matters.under_review is 'Whether it is submitted and not yet decided.';
alter table matters enable row level security;

create table measure_receipts (
  id uuid not null,
  measure_id uuid not null,
  pilot_id uuid not null,
  county_id uuid not null,
  amount_fen bigint not null,
  own_fen bigint not null,
  paid_on date not null,
  voucher_no text not null,
  voucher_file uuid not null,
  recorded_by uuid not null,
  recording_bureau text generated always as ('finance'::text) stored,
  recorded_at timestamp with time zone not null,
  reversed_by uuid,
  reversed_at timestamp with time zone,
  reversal_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint measure_receipts_amount_fen_check CHECK ((amount_fen > 0)),
  constraint measure_receipts_check CHECK (((own_fen >= 0) AND (own_fen <= amount_fen))),
  constraint measure_receipts_county_id_fkey FOREIGN KEY (county_id) REFERENCES units(id),
  constraint measure_receipts_happened_before CHECK (happened_before(paid_on, recorded_at)),
  constraint measure_receipts_id_scope_key UNIQUE (id, scope),
  constraint measure_receipts_measure_id_pilot_id_fkey FOREIGN KEY (measure_id, pilot_id) REFERENCES measures(id, pilot_id),
  constraint measure_receipts_measure_id_scope_fkey FOREIGN KEY (measure_id, scope) REFERENCES measures(id, scope),
  constraint measure_receipts_pkey PRIMARY KEY (id),
  constraint measure_receipts_recorded_by_recording_bureau_fkey FOREIGN KEY (recorded_by, recording_bureau) REFERENCES accounts(id, bureau),
  constraint measure_receipts_reversal_reason_check CHECK ((length(reversal_reason) <= 1000)),
  constraint measure_receipts_reversed CHECK ((((reversed_by IS NULL) = (reversed_at IS NULL)) AND ((reversed_by IS NULL) = (reversal_reason !~ '\S'::text)))),
  constraint measure_receipts_reversed_by_recording_bureau_fkey FOREIGN KEY (reversed_by, recording_bureau) REFERENCES accounts(id, bureau),
  constraint measure_receipts_voucher_file_fkey FOREIGN KEY (voucher_file) REFERENCES files(id),
  constraint measure_receipts_voucher_no_check CHECK ((((length(voucher_no) >= 1) AND (length(voucher_no) <= 40)) AND holds_letter_or_digit(voucher_no)))
);
comment on table measure_receipts is 'Money that came back on a recovery, each with the treasury''s voucher.';
comment on column measure_receipts.own_fen is 'What of it the park paid out of its own money, because it was spent; the rest left the separate account.';
comment on column measure_receipts.voucher_no is 'Number of the treasury''s voucher.';
comment on column measure_receipts.recording_bureau is 'Constant; the foreign keys let only accounts of this bureau enter and reverse.';
alter table measure_receipts enable row level security;

create table measure_reissues (
  id uuid not null,
  measure_id uuid not null,
  pilot_id uuid not null,
  county_name text not null,
  award_year integer not null,
  award_name text not null,
  amount_fen bigint not null,
  issued_on date not null,
  document_no text not null,
  reason text not null,
  recorded_by uuid not null,
  recording_bureau text generated always as ('finance'::text) stored,
  recorded_at timestamp with time zone not null,
  reversed_by uuid,
  reversed_at timestamp with time zone,
  reversal_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint measure_reissues_amount_fen_check CHECK ((amount_fen > 0)),
  constraint measure_reissues_award_year_check CHECK (((award_year >= 2000) AND (award_year <= 2100))),
  constraint measure_reissues_document_no_check CHECK ((((length(document_no) >= 1) AND (length(document_no) <= 80)) AND holds_letter_or_digit(document_no))),
  constraint measure_reissues_happened_before CHECK (happened_before(issued_on, recorded_at)),
  constraint measure_reissues_measure_id_pilot_id_fkey FOREIGN KEY (measure_id, pilot_id) REFERENCES measures(id, pilot_id),
  constraint measure_reissues_measure_id_scope_fkey FOREIGN KEY (measure_id, scope) REFERENCES measures(id, scope),
  constraint measure_reissues_pkey PRIMARY KEY (id),
  constraint measure_reissues_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint measure_reissues_recorded_by_recording_bureau_fkey FOREIGN KEY (recorded_by, recording_bureau) REFERENCES accounts(id, bureau),
  constraint measure_reissues_reversal_reason_check CHECK ((length(reversal_reason) <= 1000)),
  constraint measure_reissues_reversed CHECK ((((reversed_by IS NULL) = (reversed_at IS NULL)) AND ((reversed_by IS NULL) = (reversal_reason !~ '\S'::text)))),
  constraint measure_reissues_reversed_by_recording_bureau_fkey FOREIGN KEY (reversed_by, recording_bureau) REFERENCES accounts(id, bureau)
);
comment on table measure_reissues is 'What of a recovered sum went back into the fund and was given out again by a notice of it.';
comment on column measure_reissues.county_name is 'The county that it was recovered from, as it was called then.';
comment on column measure_reissues.award_year is 'The year of the award that it was recovered from.';
comment on column measure_reissues.award_name is 'The park and the batch of the award.';
comment on column measure_reissues.document_no is 'Number of the notice that gives it out again.';
comment on column measure_reissues.recording_bureau is 'Constant; the foreign keys let only accounts of this bureau enter and reverse.';
alter table measure_reissues enable row level security;

create table measured_services (
  service_id uuid not null,
  pilot_id uuid not null,
  enterprise_id uuid not null,
  service_kind text not null,
  cancelled boolean not null,
  counted_on date,
  signed_on date,
  price_fen bigint,
  market_price_fen bigint,
  delivered_on date,
  confirmation_id uuid,
  confirmed_on date,
  rating integer,
  proofs integer not null,
  scope text collate "C" not null,
  constraint measured_services_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES pilot_enterprises(id),
  constraint measured_services_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint measured_services_pkey PRIMARY KEY (service_id),
  constraint measured_services_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
comment on table measured_services is 'Services that are contracted or count, each with what a quarterly table measures of it; the database keeps it with the records.';
comment on column measured_services.delivered_on is 'The day of the first delivery.';
comment on column measured_services.confirmed_on is 'The day the enterprise confirmed it, in the programme''s zone; null while it has not.';
comment on column measured_services.proofs is 'Files that prove it and are not withdrawn.';
alter table measured_services enable row level security;

create table measures (
  id uuid not null,
  pilot_id uuid not null,
  level text not null,
  kind text not null,
  ground text not null,
  clause text not null,
  amount_fen bigint,
  due_on date,
  proven_on date,
  reason text not null,
  file_id uuid not null,
  decided_by uuid not null,
  decision_prepared_by uuid,
  deciding_bureau text generated always as ('economy'::text) stored,
  decided_at timestamp with time zone not null,
  state text default 'decided'::text not null,
  confirmed_by uuid,
  confirmation_prepared_by uuid,
  confirming_bureau text generated always as ('finance'::text) stored,
  confirmed_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  reversed_by uuid,
  reversal_prepared_by uuid,
  reversed_at timestamp with time zone,
  end_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint measures_amount_fen_check CHECK ((amount_fen > 0)),
  constraint measures_amount_of_kind CHECK (((kind = 'criticism'::text) = (amount_fen IS NULL))),
  constraint measures_confirmation_prepared_by_confirming_bureau_fkey FOREIGN KEY (confirmation_prepared_by, confirming_bureau) REFERENCES accounts(id, bureau),
  constraint measures_confirmed CHECK ((((state = ANY (ARRAY['confirmed'::text, 'reversed'::text])) = (confirmed_by IS NOT NULL)) AND ((confirmed_by IS NULL) = (confirmed_at IS NULL)))),
  constraint measures_confirmed_by_confirming_bureau_fkey FOREIGN KEY (confirmed_by, confirming_bureau) REFERENCES accounts(id, bureau),
  constraint measures_decided_by_deciding_bureau_fkey FOREIGN KEY (decided_by, deciding_bureau) REFERENCES accounts(id, bureau),
  constraint measures_decision_prepared_by_deciding_bureau_fkey FOREIGN KEY (decision_prepared_by, deciding_bureau) REFERENCES accounts(id, bureau),
  constraint measures_due_from_decision CHECK ((due_on >= ((decided_at AT TIME ZONE '08:00:00'::interval))::date)),
  constraint measures_due_of_recovery CHECK (((kind = 'recovery'::text) = (due_on IS NOT NULL))),
  constraint measures_end_reason_check CHECK ((length(end_reason) <= 1000)),
  constraint measures_ended_with_reason CHECK (((state = ANY (ARRAY['withdrawn'::text, 'reversed'::text])) = (end_reason ~ '\S'::text))),
  constraint measures_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint measures_ground_check CHECK ((ground = ANY (ARRAY['weak-progress'::text, 'targets-missed'::text, 'rectification-failed'::text, 'false-evidence'::text, 'money-misused'::text, 'unapproved-change'::text, 'unspent'::text]))),
  constraint measures_happened_before CHECK (happened_before(proven_on, decided_at)),
  constraint measures_id_pilot_id_key UNIQUE (id, pilot_id),
  constraint measures_id_scope_key UNIQUE (id, scope),
  constraint measures_kind_check CHECK ((kind = ANY (ARRAY['criticism'::text, 'deduction'::text, 'recovery'::text]))),
  constraint measures_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint measures_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint measures_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint measures_pkey PRIMARY KEY (id),
  constraint measures_prepared_by_another CHECK (((decision_prepared_by <> decided_by) AND (confirmation_prepared_by <> confirmed_by) AND (reversal_prepared_by <> reversed_by))),
  constraint measures_prepared_with_step CHECK ((((confirmation_prepared_by IS NULL) OR (confirmed_by IS NOT NULL)) AND ((reversal_prepared_by IS NULL) OR (reversed_by IS NOT NULL)))),
  constraint measures_proven_of_finding CHECK (((ground = ANY (ARRAY['false-evidence'::text, 'money-misused'::text, 'unapproved-change'::text])) = (proven_on IS NOT NULL))),
  constraint measures_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint measures_reversal_prepared_by_confirming_bureau_fkey FOREIGN KEY (reversal_prepared_by, confirming_bureau) REFERENCES accounts(id, bureau),
  constraint measures_reversed CHECK ((((state = 'reversed'::text) = (reversed_by IS NOT NULL)) AND ((reversed_by IS NULL) = (reversed_at IS NULL)))),
  constraint measures_reversed_by_another CHECK (((reversed_by <> confirmed_by) OR (reversal_prepared_by IS NOT NULL))),
  constraint measures_reversed_by_confirming_bureau_fkey FOREIGN KEY (reversed_by, confirming_bureau) REFERENCES accounts(id, bureau),
  constraint measures_state_check CHECK ((state = ANY (ARRAY['decided'::text, 'confirmed'::text, 'withdrawn'::text, 'reversed'::text]))),
  constraint measures_two_persons CHECK ((confirmed_by <> decided_by)),
  constraint measures_unspent_recovered CHECK (((ground <> 'unspent'::text) OR (kind = 'recovery'::text))),
  constraint measures_withdrawn CHECK ((((state = 'withdrawn'::text) = (withdrawn_by IS NOT NULL)) AND ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))),
  constraint measures_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES accounts(id)
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
alter table measures enable row level security;

create table notice_answer_corrections (
  objection_id uuid not null,
  no integer not null,
  content text not null,
  withheld boolean not null,
  hides_former boolean not null,
  reason text not null,
  corrected_by uuid not null,
  bureau text not null,
  corrected_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint notice_answer_corrections_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint notice_answer_corrections_content_check CHECK (((length(TRIM(BOTH FROM content)) >= 1) AND (length(TRIM(BOTH FROM content)) <= 2000))),
  constraint notice_answer_corrections_corrected_by_bureau_fkey FOREIGN KEY (corrected_by, bureau) REFERENCES accounts(id, bureau),
  constraint notice_answer_corrections_no_check CHECK ((no > 0)),
  constraint notice_answer_corrections_objection_id_bureau_scope_fkey FOREIGN KEY (objection_id, bureau, scope) REFERENCES notice_answers(objection_id, bureau, scope),
  constraint notice_answer_corrections_pkey PRIMARY KEY (objection_id, no),
  constraint notice_answer_corrections_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000)))
);
comment on table notice_answer_corrections is 'Answers put right with a reason, by the bureau that gave them (G4.2); the last one of an answer is in force.';
comment on column notice_answer_corrections.no is 'First, second correction of that answer.';
comment on column notice_answer_corrections.withheld is 'Whether the objection''s own words are kept from the public from now on.';
comment on column notice_answer_corrections.hides_former is 'Whether the wordings before it name a person and are kept from the public.';
alter table notice_answer_corrections enable row level security;

create table notice_answers (
  objection_id uuid not null,
  content text not null,
  withheld boolean not null,
  answered_by uuid not null,
  bureau text not null,
  answered_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint notice_answers_answered_by_bureau_fkey FOREIGN KEY (answered_by, bureau) REFERENCES accounts(id, bureau),
  constraint notice_answers_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint notice_answers_content_check CHECK (((length(TRIM(BOTH FROM content)) >= 1) AND (length(TRIM(BOTH FROM content)) <= 2000))),
  constraint notice_answers_objection_id_bureau_scope_key UNIQUE (objection_id, bureau, scope),
  constraint notice_answers_objection_id_scope_fkey FOREIGN KEY (objection_id, scope) REFERENCES notice_objections(id, scope),
  constraint notice_answers_pkey PRIMARY KEY (objection_id)
);
comment on table notice_answers is 'The one answer to each objection as it was first given, published beside it; its last correction is in force.';
comment on column notice_answers.withheld is 'Whether the objection''s own words are kept from the public.';
alter table notice_answers enable row level security;

create table notice_objection_additions (
  objection_id uuid not null,
  no integer not null,
  name text default ''::text not null,
  contact text default ''::text not null,
  content text not null,
  received_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint notice_objection_additions_contact_check CHECK ((length(contact) <= 120)),
  constraint notice_objection_additions_content_check CHECK (((length(TRIM(BOTH FROM content)) >= 1) AND (length(TRIM(BOTH FROM content)) <= 2000))),
  constraint notice_objection_additions_name_check CHECK ((length(name) <= 60)),
  constraint notice_objection_additions_no_check CHECK ((no > 0)),
  constraint notice_objection_additions_objection_id_scope_fkey FOREIGN KEY (objection_id, scope) REFERENCES notice_objections(id, scope),
  constraint notice_objection_additions_pkey PRIMARY KEY (objection_id, no)
);
comment on table notice_objection_additions is 'Further objections that are answered together with an earlier one; nobody is shut out.';
alter table notice_objection_additions enable row level security;

create table notice_objections (
  id uuid not null,
  notice_id uuid not null,
  no integer not null,
  name text default ''::text not null,
  contact text default ''::text not null,
  content text not null,
  received_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint notice_objections_contact_check CHECK ((length(contact) <= 120)),
  constraint notice_objections_content_check CHECK (((length(TRIM(BOTH FROM content)) >= 1) AND (length(TRIM(BOTH FROM content)) <= 2000))),
  constraint notice_objections_id_scope_key UNIQUE (id, scope),
  constraint notice_objections_name_check CHECK ((length(name) <= 60)),
  constraint notice_objections_no_check CHECK ((no > 0)),
  constraint notice_objections_notice_id_no_key UNIQUE (notice_id, no),
  constraint notice_objections_notice_id_scope_fkey FOREIGN KEY (notice_id, scope) REFERENCES notices(id, scope),
  constraint notice_objections_pkey PRIMARY KEY (id)
);
comment on table notice_objections is 'Objections to a payment, signed or anonymous.';
comment on column notice_objections.name is 'Empty for an anonymous objection.';
comment on column notice_objections.contact is 'For the county''s bureaus alone; it is never published.';
alter table notice_objections enable row level security;

create table notices (
  id uuid not null,
  tranche_id uuid not null,
  tranche_no integer not null,
  batch_name text not null,
  county_name text not null,
  park_name text not null,
  amount_fen bigint not null,
  clause text not null,
  body text not null,
  contact text not null,
  published_by uuid not null,
  publishing_bureau text generated always as ('economy'::text) stored,
  published_at timestamp with time zone not null,
  published_on date not null,
  until_on date,
  provisional boolean not null,
  ended text,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint notices_amount_fen_check CHECK ((amount_fen > 0)),
  constraint notices_body_check CHECK (((length(TRIM(BOTH FROM body)) >= 1) AND (length(TRIM(BOTH FROM body)) <= 4000))),
  constraint notices_contact_check CHECK (((length(TRIM(BOTH FROM contact)) >= 1) AND (length(TRIM(BOTH FROM contact)) <= 200))),
  constraint notices_end_whole CHECK ((((ended IS NULL) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint notices_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts(id),
  constraint notices_ended_check CHECK ((ended = ANY (ARRAY['withdrawn'::text, 'lapsed'::text]))),
  constraint notices_id_scope_key UNIQUE (id, scope),
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_published_by_publishing_bureau_fkey FOREIGN KEY (published_by, publishing_bureau) REFERENCES accounts(id, bureau),
  constraint notices_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope),
  constraint notices_tranche_no_check CHECK ((tranche_no > 0)),
  constraint notices_until_after_published CHECK ((until_on > published_on)),
  constraint notices_withdrawn_with_reason CHECK (((NOT (ended IS DISTINCT FROM 'withdrawn'::text)) = (length(TRIM(BOTH FROM end_reason)) > 0)))
);
comment on table notices is 'Public notice of a tranche before it is paid. What the public reads is copied here word by word.';
comment on column notices.clause is 'The clause that requires it.';
comment on column notices.contact is 'Where to object.';
comment on column notices.publishing_bureau is 'Constant; the foreign key lets only an account of this bureau publish.';
comment on column notices.until_on is 'The last day; null where the edition sets no countdown and it stands until the payment.';
comment on column notices.provisional is 'Whether the rest days of its last day''s year are not announced yet.';
comment on column notices.ended is 'How it ended before its time; null while it stands, and when it ran its course.';
alter table notices enable row level security;

create table objection_senders (
  notice_id uuid not null,
  sender text not null,
  n integer not null,
  last_objection uuid not null,
  seen_at timestamp with time zone not null,
  constraint objection_senders_last_objection_fkey FOREIGN KEY (last_objection) REFERENCES notice_objections(id),
  constraint objection_senders_n_check CHECK ((n > 0)),
  constraint objection_senders_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  constraint objection_senders_pkey PRIMARY KEY (notice_id, sender)
);
comment on table objection_senders is 'Objections counted by sender and notice, for ninety days; functions answer about it.';
comment on column objection_senders.sender is 'SHA-256 of notice and network, so that senders of two notices are not compared.';

create view opened_session with (security_barrier=true) as
 SELECT narrowed(unit_scope) AS unit_scope
   FROM sessions s
  WHERE token_hash = current_setting('app.pass'::text, true) AND (ended_in IS NULL OR ended_in = pg_current_xact_id_if_assigned());
comment on view opened_session is 'The scope of the session that this transaction was entered with.';

create table partner_agencies (
  id uuid not null,
  baseline_id uuid not null,
  entered_with uuid not null,
  row_key text not null,
  pilot_id uuid not null,
  uscc text not null,
  name text not null,
  kind text not null,
  service_kinds text[] not null,
  related_to text[] not null,
  scope text collate "C" not null,
  constraint partner_agencies_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint partner_agencies_baseline_id_uscc_key UNIQUE (baseline_id, uscc),
  constraint partner_agencies_entered_with_fkey FOREIGN KEY (entered_with) REFERENCES baselines(id),
  constraint partner_agencies_kind_check CHECK ((kind = ANY (ARRAY['professional'::text, 'association'::text, 'volunteer'::text, 'mentor'::text]))),
  constraint partner_agencies_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint partner_agencies_pkey PRIMARY KEY (id),
  constraint partner_agencies_row_key UNIQUE (baseline_id, row_key),
  constraint partner_agencies_service_kinds_check CHECK ((service_kinds <@ ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))
);
comment on table partner_agencies is 'The service agencies of the plan in force.';
comment on column partner_agencies.baseline_id is 'The newest version the agency belongs to; one that has left the plan names an older version.';
comment on column partner_agencies.entered_with is 'The version the agency came with.';
comment on column partner_agencies.row_key is 'Id of the row in the content of the plan.';
comment on column partner_agencies.service_kinds is 'What the agency offers.';
comment on column partner_agencies.related_to is 'Credit codes of the agencies it is related to.';
alter table partner_agencies enable row level security;

create table payee_accounts (
  id uuid not null,
  pilot_id uuid not null,
  holder text not null,
  bank text not null,
  number text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint payee_accounts_bank_check CHECK ((((length(TRIM(BOTH FROM bank)) >= 1) AND (length(TRIM(BOTH FROM bank)) <= 120)) AND holds_letter(bank))),
  constraint payee_accounts_holder_check CHECK ((((length(TRIM(BOTH FROM holder)) >= 1) AND (length(TRIM(BOTH FROM holder)) <= 120)) AND holds_letter(holder))),
  constraint payee_accounts_number_check CHECK ((number ~ '^[0-9]{8,30}$'::text)),
  constraint payee_accounts_of_pilot UNIQUE (id, pilot_id),
  constraint payee_accounts_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint payee_accounts_pkey PRIMARY KEY (id),
  constraint payee_accounts_set_by_fkey FOREIGN KEY (set_by) REFERENCES accounts(id)
);
comment on table payee_accounts is 'The bank account that a park has its tranches paid to, as it named it itself; the last one of a pilot counts (G3.6).';
alter table payee_accounts enable row level security;

create table payment_reversals (
  id uuid not null,
  payment_id uuid not null,
  pilot_id uuid not null,
  kind text not null,
  receipt_no text,
  file_id uuid,
  returned_on date,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint payment_reversals_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint payment_reversals_happened_before CHECK (happened_before(returned_on, recorded_at)),
  constraint payment_reversals_kind_check CHECK ((kind = ANY (ARRAY['returned'::text, 'entered-wrongly'::text]))),
  constraint payment_reversals_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint payment_reversals_payment_id_key UNIQUE (payment_id),
  constraint payment_reversals_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint payment_reversals_pkey PRIMARY KEY (id),
  constraint payment_reversals_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint payment_reversals_receipt_no_check CHECK (holds_letter_or_digit(receipt_no)),
  constraint payment_reversals_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint payment_reversals_return_with_paper CHECK ((
CASE kind
    WHEN 'returned'::text THEN 3
    ELSE 0
END = num_nonnulls(receipt_no, file_id, returned_on)))
);
comment on table payment_reversals is 'Paid payments that stand no longer: their money came back, or their receipt was entered wrongly (G3.6).';
comment on column payment_reversals.receipt_no is 'Number of the bank''s receipt of the return.';
comment on column payment_reversals.file_id is 'That receipt.';
alter table payment_reversals enable row level security;

create table payments (
  id uuid not null,
  service_id uuid not null,
  pilot_id uuid not null,
  invoice_id uuid not null,
  line_id uuid,
  service_kind text default ''::text not null,
  state text not null,
  provincial_fen bigint not null,
  park_fen bigint not null,
  payee_name text not null,
  purpose text not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  receipt_no text,
  receipt_file uuid,
  paid_on date,
  receipt_at timestamp with time zone,
  receipt_by uuid,
  cancel_reason text default ''::text not null,
  cancelled_by uuid,
  cancelled_at timestamp with time zone,
  scope text collate "C" not null,
  constraint payments_above_zero CHECK (((provincial_fen + park_fen) > 0)),
  constraint payments_approved CHECK (((state = ANY (ARRAY['prepared'::text, 'cancelled'::text])) OR ((approved_by IS NOT NULL) AND (approved_at IS NOT NULL)))),
  constraint payments_approved_by_another CHECK ((approved_by <> prepared_by)),
  constraint payments_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES accounts(id),
  constraint payments_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES accounts(id),
  constraint payments_cancelled_whole CHECK ((((state = 'cancelled'::text) = (cancelled_by IS NOT NULL)) AND ((cancelled_by IS NULL) = (cancelled_at IS NULL)))),
  constraint payments_cancelled_with_reason CHECK (((state = 'cancelled'::text) = (cancel_reason <> ''::text))),
  constraint payments_happened_before CHECK (happened_before(paid_on, receipt_at)),
  constraint payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint payments_line_id_fkey FOREIGN KEY (line_id) REFERENCES fund_lines(id),
  constraint payments_paid_with_receipt CHECK ((
CASE
    WHEN (state = ANY (ARRAY['paid'::text, 'returned'::text, 'entered-wrongly'::text])) THEN 5
    ELSE 0
END = num_nonnulls(receipt_file, receipt_no, paid_on, receipt_at, receipt_by))),
  constraint payments_park_fen_check CHECK ((park_fen >= 0)),
  constraint payments_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES accounts(id),
  constraint payments_provincial_fen_check CHECK ((provincial_fen >= 0)),
  constraint payments_provincial_share_has_line CHECK (((provincial_fen = 0) OR (line_id IS NOT NULL))),
  constraint payments_purpose_check CHECK (holds_letter(purpose)),
  constraint payments_receipt_by_fkey FOREIGN KEY (receipt_by) REFERENCES accounts(id),
  constraint payments_receipt_file_fkey FOREIGN KEY (receipt_file) REFERENCES files(id),
  constraint payments_receipt_no_check CHECK (holds_letter_or_digit(receipt_no)),
  constraint payments_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint payments_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'approved'::text, 'paid'::text, 'cancelled'::text, 'returned'::text, 'entered-wrongly'::text])))
);
comment on table payments is 'Transfers to the seller of an invoice; what the park owes may be paid in parts, one after the other.';
comment on column payments.line_id is 'The fund line that the provincial money is taken from; null where there is no such money.';
comment on column payments.service_kind is 'The kind of its service, kept by the database so that money is added up by kind without the services.';
comment on column payments.provincial_fen is 'The part of the transfer that the ledger follows, in fen.';
comment on column payments.park_fen is 'The park''s own part of the same transfer, in fen.';
comment on column payments.receipt_no is 'Number of the bank receipt.';
comment on column payments.paid_on is 'The day the bank paid; its receipt was keyed in at receipt_at, by receipt_by.';
alter table payments enable row level security;

create table pilot_enterprises (
  id uuid not null,
  baseline_id uuid not null,
  entered_with uuid not null,
  row_key text not null,
  pilot_id uuid not null,
  unit_id uuid not null,
  uscc text not null,
  name text not null,
  name_ordinal text collate "name_order" generated always as (name_order_key(name)) stored not null,
  industry text not null,
  staff integer not null,
  revenue_wan numeric not null,
  assets_wan numeric not null,
  scope text collate "C" not null,
  constraint pilot_enterprises_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint pilot_enterprises_baseline_id_uscc_key UNIQUE (baseline_id, uscc),
  constraint pilot_enterprises_entered_with_fkey FOREIGN KEY (entered_with) REFERENCES baselines(id),
  constraint pilot_enterprises_industry_check CHECK ((industry = ANY (ARRAY['A'::text, 'IND'::text, 'CON'::text, 'WHO'::text, 'RET'::text, 'TRA'::text, 'STO'::text, 'POS'::text, 'HOT'::text, 'CAT'::text, 'INF'::text, 'SOF'::text, 'REA'::text, 'PRO'::text, 'LEA'::text, 'OTH'::text]))),
  constraint pilot_enterprises_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint pilot_enterprises_pkey PRIMARY KEY (id),
  constraint pilot_enterprises_row_key UNIQUE (baseline_id, row_key),
  constraint pilot_enterprises_staff_check CHECK ((staff >= 0)),
  constraint pilot_enterprises_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table pilot_enterprises is 'The enterprises of the plan in force.';
comment on column pilot_enterprises.baseline_id is 'The newest version the enterprise belongs to; one that has left the plan names an older version.';
comment on column pilot_enterprises.entered_with is 'The version the enterprise came with.';
comment on column pilot_enterprises.row_key is 'Id of the row in the content of the plan.';
comment on column pilot_enterprises.name_ordinal is 'What its name is ordered by: kept, because row security lets no function be asked of an index.';
comment on column pilot_enterprises.industry is 'Industry by which the size of an enterprise is measured.';
comment on column pilot_enterprises.revenue_wan is 'Yearly revenue, in units of ten thousand yuan.';
comment on column pilot_enterprises.assets_wan is 'Total assets, in units of ten thousand yuan.';
comment on column pilot_enterprises.scope is 'The enterprise''s own unit, so that it sees itself.';
alter table pilot_enterprises enable row level security;

create table pilot_money (
  pilot_id uuid not null,
  committed_fen bigint default 0 not null,
  disbursed_fen bigint default 0 not null,
  spent_fen bigint default 0 not null,
  deducted_fen bigint default 0 not null,
  scope text collate "C" not null,
  constraint pilot_money_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint pilot_money_pkey PRIMARY KEY (pilot_id)
);
comment on table pilot_money is 'What a pilot''s balances come to, kept by the database with them, so that a page of a thousand pilots never adds them up.';
comment on column pilot_money.committed_fen is 'On its fund lines, committed or spent.';
comment on column pilot_money.disbursed_fen is 'Paid out by the county: under way, in hand, payable or spent, also what was paid back since.';
comment on column pilot_money.spent_fen is 'Paid by the park.';
comment on column pilot_money.deducted_fen is 'Taken off the award by measures in force (G5.3).';
alter table pilot_money enable row level security;

create table pilot_service_counts (
  pilot_id uuid not null,
  state text not null,
  n integer default 0 not null,
  counted integer default 0 not null,
  scope text collate "C" not null,
  constraint pilot_service_counts_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint pilot_service_counts_pkey PRIMARY KEY (pilot_id, state)
);
comment on table pilot_service_counts is 'The same for all kinds of a pilot together, so that the province adds up ten thousand rows and not a hundred thousand.';
alter table pilot_service_counts enable row level security;

create table pilots (
  id uuid not null,
  batch_id uuid not null,
  park_id uuid not null,
  county_id uuid not null,
  scope text collate "C" not null,
  award_fen bigint not null,
  admitted_on date not null,
  runs_from date not null,
  runs_to date not null,
  standing boolean default false not null,
  constraint pilots_award_fen_check CHECK ((award_fen >= 0)),
  constraint pilots_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint pilots_batch_id_park_id_key UNIQUE (batch_id, park_id),
  constraint pilots_check CHECK ((runs_to > runs_from)),
  constraint pilots_county_id_fkey FOREIGN KEY (county_id) REFERENCES units(id),
  constraint pilots_id_scope_key UNIQUE (id, scope),
  constraint pilots_park_id_fkey FOREIGN KEY (park_id) REFERENCES units(id),
  constraint pilots_pkey PRIMARY KEY (id),
  constraint pilots_standing_of_batch FOREIGN KEY (batch_id, standing) REFERENCES batches(id, standing),
  constraint pilots_standing_without_award CHECK ((standing = (award_fen = 0)))
);
comment on table pilots is 'A park in a batch. It keeps its batch, park and award for life.';
comment on column pilots.scope is 'The park''s.';
comment on column pilots.award_fen is 'The whole provincial award, in fen; nothing for standing service.';
comment on column pilots.runs_from is 'First day of the period of its batch, by its edition; the last is runs_to.';
comment on column pilots.standing is 'As its batch: service that goes on without a pilot, outside counting and award (G6.1).';
alter table pilots enable row level security;

create table planned_tranches (
  version_id uuid not null,
  pilot_id uuid not null,
  no integer not null,
  amount_fen bigint not null,
  planned_on date not null,
  in_force_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint planned_tranches_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint planned_tranches_no_check CHECK ((no > 0)),
  constraint planned_tranches_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint planned_tranches_pkey PRIMARY KEY (version_id, pilot_id, no),
  constraint planned_tranches_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id)
);
comment on table planned_tranches is 'What a county''s disbursement plan lays down for each of its pilots once it is in force (G4.1). The newest version counts.';
comment on column planned_tranches.version_id is 'The disbursement plan, as it was submitted.';
comment on column planned_tranches.scope is 'The park''s own, so that it sees what it may expect; the filing itself is the county''s.';
alter table planned_tranches enable row level security;

create table practices (
  id uuid not null,
  pilot_id uuid not null,
  sort text not null,
  title text not null,
  written_on date not null,
  file_id uuid not null,
  file_hash text not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null,
  state text default 'submitted'::text not null,
  adopted_on date,
  adoption_no text,
  return_reason text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  scope text collate "C" not null,
  constraint practices_adopted CHECK ((((state = 'adopted'::text) = (adopted_on IS NOT NULL)) AND ((adopted_on IS NULL) = (adoption_no IS NULL)))),
  constraint practices_adopted_after_written CHECK ((adopted_on >= written_on)),
  constraint practices_adoption_no_check CHECK (holds_letter_or_digit(adoption_no)),
  constraint practices_decided CHECK ((((state = 'submitted'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint practices_decided_by_another CHECK ((decided_by <> submitted_by)),
  constraint practices_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id),
  constraint practices_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint practices_happened_before CHECK ((happened_before(written_on, submitted_at) AND happened_before(adopted_on, decided_at))),
  constraint practices_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint practices_pkey PRIMARY KEY (id),
  constraint practices_returned_with_reason CHECK (((state = 'returned'::text) = (length(TRIM(BOTH FROM return_reason)) > 0))),
  constraint practices_sort_check CHECK ((sort = ANY (ARRAY['mechanism'::text, 'experience'::text]))),
  constraint practices_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'adopted'::text, 'returned'::text]))),
  constraint practices_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES accounts(id),
  constraint practices_title_check CHECK (holds_letter(title))
);
comment on table practices is 'Documents of a lasting mechanism or a practice that others can copy, each decided once by the county economy bureau.';
comment on column practices.sort is 'A lasting mechanism, or experience that others can copy.';
comment on column practices.file_hash is 'The hash of the document: one document counts once in the province.';
comment on column practices.adopted_on is 'The day of the county''s paper that adopts it; it counts from here.';
comment on column practices.adoption_no is 'The number of that paper.';
alter table practices enable row level security;

create table prepared_acts (
  id uuid not null,
  act text not null,
  subject uuid not null,
  tranche_id uuid generated always as (
CASE
    WHEN (act = ANY (ARRAY['judgment'::text, 'recommendation'::text, 'release'::text, 'reversal'::text])) THEN subject
    ELSE NULL::uuid
END) stored,
  filing_id uuid generated always as (
CASE
    WHEN (act = 'recording'::text) THEN subject
    ELSE NULL::uuid
END) stored,
  pilot_id uuid generated always as (
CASE
    WHEN (act = 'measure'::text) THEN subject
    ELSE NULL::uuid
END) stored,
  measure_id uuid generated always as (
CASE
    WHEN (act = ANY (ARRAY['measure-confirmation'::text, 'measure-reversal'::text])) THEN subject
    ELSE NULL::uuid
END) stored,
  unit_id uuid not null,
  level text not null,
  bureau text not null,
  clause text not null,
  params jsonb not null,
  body jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  ended text,
  ended_by uuid,
  seen_by uuid generated always as (
CASE
    WHEN (ended = ANY (ARRAY['signed'::text, 'sent-back'::text])) THEN ended_by
    ELSE NULL::uuid
END) stored,
  ended_at timestamp with time zone,
  end_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint prepared_acts_act_check CHECK ((act = ANY (ARRAY['judgment'::text, 'recommendation'::text, 'release'::text, 'reversal'::text, 'recording'::text, 'measure'::text, 'measure-confirmation'::text, 'measure-reversal'::text]))),
  constraint prepared_acts_back_with_reason CHECK (((ended <> ALL (ARRAY['sent-back'::text, 'taken-back'::text])) OR (end_reason ~ '\S'::text))),
  constraint prepared_acts_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint prepared_acts_end_reason_check CHECK ((length(end_reason) <= 1000)),
  constraint prepared_acts_end_whole CHECK ((((ended IS NULL) = (ended_by IS NULL)) AND ((ended IS NULL) = (ended_at IS NULL)))),
  constraint prepared_acts_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts(id),
  constraint prepared_acts_ended_check CHECK ((ended = ANY (ARRAY['signed'::text, 'sent-back'::text, 'taken-back'::text, 'lapsed'::text]))),
  constraint prepared_acts_ends_after CHECK ((ended_at >= prepared_at)),
  constraint prepared_acts_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  constraint prepared_acts_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint prepared_acts_measure_id_scope_fkey FOREIGN KEY (measure_id, scope) REFERENCES measures(id, scope),
  constraint prepared_acts_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint prepared_acts_pkey PRIMARY KEY (id),
  constraint prepared_acts_prepared_by_bureau_fkey FOREIGN KEY (prepared_by, bureau) REFERENCES accounts(id, bureau),
  constraint prepared_acts_seen_by_bureau_fkey FOREIGN KEY (seen_by, bureau) REFERENCES accounts(id, bureau),
  constraint prepared_acts_taken_back_by_preparer CHECK (((ended <> 'taken-back'::text) OR (ended_by = prepared_by))),
  constraint prepared_acts_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope),
  constraint prepared_acts_two_persons CHECK ((seen_by <> prepared_by)),
  constraint prepared_acts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table prepared_acts is 'What one person of a bureau has prepared for another to sign, as it was asked for; it does nothing before. How it ended stays with it.';
comment on column prepared_acts.subject is 'The tranche, the filing or the measure that it is about; of a measure that is to be decided, the pilot.';
comment on column prepared_acts.unit_id is 'Whose bureau it is: the unit of whoever prepared it.';
comment on column prepared_acts.clause is 'By which it is done.';
comment on column prepared_acts.params is 'What the address of the act says: the pilot and the tranche, the filing, or the measure.';
comment on column prepared_acts.body is 'The act as it was asked for, word for word; signing it asks for the very same.';
comment on column prepared_acts.ended is 'Signed, sent back by the second person, taken back by the first, or lapsed with what it was about; null while it waits.';
comment on column prepared_acts.seen_by is 'Who signed it or sent it back: the second person, of the same bureau.';
alter table prepared_acts enable row level security;

create table prepared_opinions (
  id uuid not null,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null,
  bureau text not null,
  account_id uuid not null,
  verdict text not null,
  marks jsonb default '[]'::jsonb not null,
  judgment jsonb,
  prepared_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint prepared_opinions_account_id_bureau_fkey FOREIGN KEY (account_id, bureau) REFERENCES accounts(id, bureau),
  constraint prepared_opinions_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint prepared_opinions_id_key UNIQUE (id),
  constraint prepared_opinions_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint prepared_opinions_not_by_submitter CHECK ((account_id <> submitted_by)),
  constraint prepared_opinions_pkey PRIMARY KEY (version_id, level, bureau),
  constraint prepared_opinions_return_has_marks CHECK (((verdict = 'return'::text) = (jsonb_array_length(marks) > 0))),
  constraint prepared_opinions_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'return'::text]))),
  constraint prepared_opinions_version_id_submitted_by_fkey FOREIGN KEY (version_id, submitted_by) REFERENCES filing_versions(id, submitted_by)
);
comment on table prepared_opinions is 'Opinions that wait for the signature of a second person; they go when they are signed, discarded, or the submission is taken back.';
comment on column prepared_opinions.id is 'What a signature names, so that nobody signs an opinion that was not shown.';
comment on column prepared_opinions.submitted_by is 'Who submitted the version.';
comment on column prepared_opinions.marks is '[{ section, reason }]: what is to be corrected; empty on approval.';
comment on column prepared_opinions.judgment is 'What the judge alters in this kind of filing, e.g. reduced figures; null where nothing.';
alter table prepared_opinions enable row level security;

create table products (
  id uuid not null,
  baseline_id uuid not null,
  entered_with uuid not null,
  row_key text not null,
  pilot_id uuid not null,
  agency_id uuid not null,
  service_kind text not null,
  name text not null,
  deliverable text not null,
  agreed_price_fen bigint not null,
  market_price_fen bigint not null,
  price_basis text not null,
  exception_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint products_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES partner_agencies(id),
  constraint products_agreed_price_fen_check CHECK ((agreed_price_fen >= 0)),
  constraint products_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint products_dearer_with_reason CHECK (((agreed_price_fen <= market_price_fen) OR (length(exception_reason) > 0))),
  constraint products_entered_with_fkey FOREIGN KEY (entered_with) REFERENCES baselines(id),
  constraint products_market_price_fen_check CHECK ((market_price_fen >= 0)),
  constraint products_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint products_pkey PRIMARY KEY (id),
  constraint products_row_key UNIQUE (baseline_id, row_key),
  constraint products_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text])))
);
comment on table products is 'The service products of the agencies of the plan in force.';
comment on column products.baseline_id is 'The newest version the product belongs to; one that has left the plan names an older version.';
comment on column products.entered_with is 'The version the product came with.';
comment on column products.row_key is 'Id of the row in the content of the plan.';
comment on column products.deliverable is 'What the enterprise receives.';
comment on column products.price_basis is 'Where the market price was taken from.';
comment on column products.exception_reason is 'Why it is dearer than the market; empty where it is not.';
alter table products enable row level security;

create table proof_counts (
  line_id uuid not null,
  n integer not null,
  scope text collate "C" not null,
  constraint proof_counts_n_check CHECK ((n >= 0)),
  constraint proof_counts_pkey PRIMARY KEY (line_id)
);
comment on table proof_counts is 'How many files prove each service and activity, kept by the database so that a table never counts them one by one.';
comment on column proof_counts.line_id is 'A service or an activity.';
alter table proof_counts enable row level security;

create table rectifications (
  id uuid not null,
  evaluation_id uuid not null,
  no integer not null,
  report text not null,
  file_id uuid not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null,
  state text default 'submitted'::text not null,
  decision_reason text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  scope text collate "C" not null,
  constraint rectifications_decided CHECK ((((state = 'submitted'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint rectifications_decided_by_another CHECK ((decided_by <> submitted_by)),
  constraint rectifications_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id),
  constraint rectifications_decided_with_reason CHECK (((state = 'submitted'::text) = (TRIM(BOTH FROM decision_reason) = ''::text))),
  constraint rectifications_evaluation_id_no_key UNIQUE (evaluation_id, no),
  constraint rectifications_evaluation_id_scope_fkey FOREIGN KEY (evaluation_id, scope) REFERENCES evaluations(id, scope),
  constraint rectifications_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint rectifications_no_check CHECK ((no > 0)),
  constraint rectifications_pkey PRIMARY KEY (id),
  constraint rectifications_report_check CHECK ((length(TRIM(BOTH FROM report)) > 0)),
  constraint rectifications_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'returned'::text]))),
  constraint rectifications_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES accounts(id)
);
comment on table rectifications is 'What a park did about what its evaluation found wanting, checked by whoever evaluated it.';
alter table rectifications enable row level security;

create table register_entries (
  id uuid not null,
  pilot_id uuid not null,
  enterprise_id uuid not null,
  uscc text not null,
  kind text not null,
  sort text not null,
  number text not null,
  number_key text not null,
  dated_on date not null,
  party text not null,
  amount_fen bigint,
  file_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  revision integer default 1 not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  correction_reason text default ''::text not null,
  withdrawn boolean default false not null,
  scope text collate "C" not null,
  entry_key text generated always as (register_entry_key(kind, uscc, sort, number_key)) stored not null,
  constraint register_amount_of_money CHECK (((kind = ANY (ARRAY['financing'::text, 'yearly-figures'::text])) = (amount_fen IS NOT NULL))),
  constraint register_amount_possible CHECK (((amount_fen >= 1) AND (amount_fen <= '10000000000000'::bigint))),
  constraint register_corrected_with_reason CHECK (((revision > 1) = (length(TRIM(BOTH FROM correction_reason)) > 0))),
  constraint register_entries_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES pilot_enterprises(id),
  constraint register_entries_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint register_entries_kind_check CHECK ((kind = ANY (ARRAY['title'::text, 'intellectual-property'::text, 'financing'::text, 'certificate'::text, 'yearly-figures'::text]))),
  constraint register_entries_number_check CHECK (holds_letter_or_digit(number)),
  constraint register_entries_number_key_check CHECK (((number_key <> ''::text) AND (number_key !~ '[[:space:][:punct:]]'::text))),
  constraint register_entries_party_check CHECK (holds_letter(party)),
  constraint register_entries_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint register_entries_pkey PRIMARY KEY (id),
  constraint register_entries_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint register_entries_revision_check CHECK ((revision > 0)),
  constraint register_entries_sort_check CHECK ((sort = ANY (ARRAY['innovative'::text, 'tech-innovative'::text, 'srdi'::text, 'little-giant'::text, 'high-tech'::text, 'above-scale'::text, 'invention'::text, 'utility-model'::text, 'design'::text, 'software'::text, 'plant-variety'::text, 'layout-design'::text, 'loan'::text, 'equity'::text, 'digital-acceptance'::text, 'management-system'::text, 'revenue'::text]))),
  constraint register_entries_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id),
  constraint register_happened_before CHECK (happened_before(dated_on, recorded_at)),
  constraint register_sort_of_kind CHECK (
CASE kind
    WHEN 'title'::text THEN (sort = ANY (ARRAY['innovative'::text, 'tech-innovative'::text, 'srdi'::text, 'little-giant'::text, 'high-tech'::text, 'above-scale'::text]))
    WHEN 'intellectual-property'::text THEN (sort = ANY (ARRAY['invention'::text, 'utility-model'::text, 'design'::text, 'software'::text, 'plant-variety'::text, 'layout-design'::text]))
    WHEN 'financing'::text THEN (sort = ANY (ARRAY['loan'::text, 'equity'::text]))
    WHEN 'certificate'::text THEN (sort = ANY (ARRAY['digital-acceptance'::text, 'management-system'::text]))
    ELSE (sort = 'revenue'::text)
END),
  constraint register_title_of_its_time CHECK (
CASE sort
    WHEN 'innovative'::text THEN (dated_on < '2026-04-01'::date)
    WHEN 'tech-innovative'::text THEN (dated_on >= '2026-04-01'::date)
    ELSE true
END),
  constraint register_withdrawn_with_reason CHECK (((NOT withdrawn) OR (revision > 1))),
  constraint register_year_over CHECK (
CASE
    WHEN (kind <> 'yearly-figures'::text) THEN true
    WHEN (number !~ '^20\d\d$'::text) THEN false
    ELSE (dated_on > make_date((number)::integer, 12, 31))
END)
);
comment on table register_entries is 'The register of an enterprise: each title, right, loan and certificate with its number, day and paper (G3.5).';
comment on column register_entries.sort is 'Which title, right, financing or certificate it is.';
comment on column register_entries.number is 'Number of the public list, the grant, the contract or the certificate as it is written; of a yearly figure its year.';
comment on column register_entries.number_key is 'The number as it is compared: letters and digits alone.';
comment on column register_entries.dated_on is 'Day of the public list, the grant, the arrival of the money or the certificate.';
comment on column register_entries.party is 'Who published, holds, lends or certifies.';
comment on column register_entries.amount_fen is 'What arrived, or the figure of the year, in fen; of financing and yearly figures alone.';
comment on column register_entries.withdrawn is 'It was entered wrongly: it stays on record, counts nowhere and frees its number.';
comment on column register_entries.scope is 'The enterprise''s own unit, so that it sees its register.';
comment on column register_entries.entry_key is 'What counts once in the province, by register_entry_key().';
alter table register_entries enable row level security;

create table rest_day_lists (
  id uuid not null,
  year integer not null,
  version integer not null,
  source text not null,
  published_on date,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint rest_day_lists_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts(id),
  constraint rest_day_lists_id_year_key UNIQUE (id, year),
  constraint rest_day_lists_pkey PRIMARY KEY (id),
  constraint rest_day_lists_published CHECK (((published_on IS NOT NULL) OR (entered_by IS NULL))),
  constraint rest_day_lists_source_check CHECK (((length(TRIM(BOTH FROM source)) >= 1) AND (length(TRIM(BOTH FROM source)) <= 300))),
  constraint rest_day_lists_version_check CHECK ((version > 0)),
  constraint rest_day_lists_year_check CHECK (((year >= 2000) AND (year <= 2199))),
  constraint rest_day_lists_year_version_key UNIQUE (year, version)
);
comment on table rest_day_lists is 'Announced rest days of a year; the newest version of a year counts. Nothing is ever changed or taken away.';
comment on column rest_day_lists.source is 'The document that announces them, or the package that carries them.';
comment on column rest_day_lists.published_on is 'When it was announced; null where the package does not say.';
comment on column rest_day_lists.entered_by is 'Null for the lists that a new database begins with.';

create table rest_days (
  list_id uuid not null,
  year integer not null,
  day date not null,
  kind text not null,
  name text not null,
  constraint rest_days_in_year CHECK ((EXTRACT(year FROM day) = (year)::numeric)),
  constraint rest_days_kind_check CHECK ((kind = ANY (ARRAY['rest'::text, 'worked'::text]))),
  constraint rest_days_list_id_year_fkey FOREIGN KEY (list_id, year) REFERENCES rest_day_lists(id, year),
  constraint rest_days_name_check CHECK ((length(name) <= 40)),
  constraint rest_days_pkey PRIMARY KEY (list_id, day),
  constraint rest_days_worked_on_weekends CHECK (((kind = 'rest'::text) OR (EXTRACT(isodow FROM day) > (5)::numeric)))
);
comment on table rest_days is 'The days of a list that are not as the weekday says.';
comment on column rest_days.kind is 'rest: nobody works; worked: a Saturday or Sunday worked in exchange.';

create table return_facts (
  version_id uuid not null,
  indicator text not null,
  record_kind text not null,
  record_id uuid not null,
  day date not null,
  value numeric not null,
  of_value numeric,
  subject text,
  proofs integer not null,
  scope text collate "C" not null,
  constraint return_facts_proofs_check CHECK ((proofs >= 0)),
  constraint return_facts_record_kind_check CHECK ((record_kind = ANY (ARRAY['service'::text, 'diagnosis'::text, 'activity'::text, 'agency'::text, 'contract'::text, 'confirmation'::text, 'payment'::text, 'tranche'::text, 'filing'::text, 'practice'::text, 'register-entry'::text]))),
  constraint return_facts_version_id_fkey FOREIGN KEY (version_id) REFERENCES return_heads(version_id)
);
comment on table return_facts is 'The records behind each figure, as they were counted at the cut-off.';
comment on column return_facts.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_facts.record_id is 'Id of the record; a contract goes by its service''s.';
comment on column return_facts.of_value is 'The whole of which the value is a part, where the indicator is a ratio.';
comment on column return_facts.subject is 'What counts once, where the indicator is distinct.';
comment on column return_facts.proofs is 'How many files prove it.';
alter table return_facts enable row level security;

create table return_heads (
  version_id uuid not null,
  filing_id uuid not null,
  pilot_id uuid not null,
  period text not null,
  cut_off date not null,
  baseline_id uuid not null,
  previous_id uuid,
  award_fen bigint not null,
  received_fen bigint not null,
  spent_fen bigint not null,
  county_name text not null,
  park_name text not null,
  park_uscc text not null,
  filled_by text not null,
  reviewed_by text not null,
  scope text collate "C" not null,
  transaction_id xid8 default pg_current_xact_id() not null,
  constraint return_heads_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint return_heads_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  constraint return_heads_filing_id_key UNIQUE (filing_id),
  constraint return_heads_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint return_heads_pilot_id_period_key UNIQUE (pilot_id, period),
  constraint return_heads_pkey PRIMARY KEY (version_id),
  constraint return_heads_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES return_heads(version_id),
  constraint return_heads_received_fen_check CHECK ((received_fen >= 0)),
  constraint return_heads_spent_fen_check CHECK ((spent_fen >= 0)),
  constraint return_heads_version_id_fkey FOREIGN KEY (version_id) REFERENCES filing_versions(id)
);
comment on table return_heads is 'What stood above the rows of a target table when it was submitted. One for each period, frozen.';
comment on column return_heads.period is 'As in filings: 2026M05, 2026Q2 or 2026H1.';
comment on column return_heads.cut_off is 'The last day whose records were counted.';
comment on column return_heads.baseline_id is 'The plan it was made under: its targets stay its own, also when the plan changes later (G5.5).';
comment on column return_heads.previous_id is 'The submitted return before it, which its corrections are counted against.';
comment on column return_heads.filled_by is 'The name in the field "filled in by".';
comment on column return_heads.reviewed_by is 'The name in the field "reviewed by".';
comment on column return_heads.transaction_id is 'The transaction that submitted it; only that one adds rows and facts.';
alter table return_heads enable row level security;

create table return_lifts (
  reduction_id uuid not null,
  version_id uuid not null,
  level text not null,
  bureau text not null,
  reason text not null,
  scope text collate "C" not null,
  constraint return_lifts_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint return_lifts_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint return_lifts_pkey PRIMARY KEY (reduction_id),
  constraint return_lifts_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint return_lifts_reduction_id_fkey FOREIGN KEY (reduction_id) REFERENCES return_reductions(id),
  constraint return_lifts_version_id_fkey FOREIGN KEY (version_id) REFERENCES return_heads(version_id),
  constraint return_lifts_version_id_level_bureau_fkey FOREIGN KEY (version_id, level, bureau) REFERENCES filing_opinions(version_id, level, bureau) DEFERRABLE INITIALLY DEFERRED
);
comment on table return_lifts is 'Reductions that a judge of a later table lifted, and why: they stand neither in that table nor after it.';
comment on column return_lifts.version_id is 'The table in whose judgment it was lifted.';
alter table return_lifts enable row level security;

create table return_reductions (
  id uuid not null,
  version_id uuid not null,
  indicator text not null,
  level text not null,
  bureau text not null,
  amount numeric not null,
  accepted_value numeric not null,
  reason text not null,
  scope text collate "C" not null,
  constraint return_reductions_amount_check CHECK ((amount > (0)::numeric)),
  constraint return_reductions_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint return_reductions_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint return_reductions_pkey PRIMARY KEY (id),
  constraint return_reductions_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint return_reductions_version_id_indicator_fkey FOREIGN KEY (version_id, indicator) REFERENCES return_rows(version_id, indicator),
  constraint return_reductions_version_id_indicator_level_bureau_key UNIQUE (version_id, indicator, level, bureau),
  constraint return_reductions_version_id_level_bureau_fkey FOREIGN KEY (version_id, level, bureau) REFERENCES filing_opinions(version_id, level, bureau) DEFERRABLE INITIALLY DEFERRED
);
comment on table return_reductions is 'What a seat took off a figure, and why. It stands in that table and every later one of the pilot, until it is lifted.';
comment on column return_reductions.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_reductions.amount is 'What was taken off, in the unit of the figure; of a ratio, off its part.';
comment on column return_reductions.accepted_value is 'What the seat left of the total in that table.';
alter table return_reductions enable row level security;

create table return_rows (
  version_id uuid not null,
  pilot_id uuid not null,
  period text not null,
  "position" integer not null,
  indicator text not null,
  unit text not null,
  baseline numeric not null,
  target numeric not null,
  year_target numeric not null,
  period_value numeric,
  year_value numeric,
  total_value numeric,
  period_of numeric,
  year_of numeric,
  total_of numeric,
  decimals integer not null,
  signed boolean default false not null,
  time_progress numeric not null,
  proofs integer not null,
  correction numeric,
  reason text default ''::text not null,
  scope text collate "C" not null,
  constraint return_rows_decimals_check CHECK (((decimals >= 0) AND (decimals <= 10))),
  constraint return_rows_mean CHECK (((NOT signed) OR (NOT ((((period_value IS DISTINCT FROM total_value) OR (year_value IS DISTINCT FROM total_value)) OR (period_of IS DISTINCT FROM total_of)) OR (year_of IS DISTINCT FROM total_of))))),
  constraint return_rows_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint return_rows_pkey PRIMARY KEY (version_id, indicator),
  constraint return_rows_position_check CHECK (("position" > 0)),
  constraint return_rows_proofs_check CHECK ((proofs >= 0)),
  constraint return_rows_ratio CHECK (((num_nulls(period_of, year_of, total_of) = ANY (ARRAY[0, 3])) AND ((total_of IS NULL) OR (total_value IS NOT NULL)))),
  constraint return_rows_signed CHECK ((signed OR (LEAST(period_value, year_value, total_value) >= (0)::numeric))),
  constraint return_rows_spans CHECK (((period_value <= year_value) AND (year_value <= total_value))),
  constraint return_rows_version_id_fkey FOREIGN KEY (version_id) REFERENCES return_heads(version_id)
);
comment on table return_rows is 'One row for each indicator: computed from records, before any reduction; explained by the park, judged by the county.';
comment on column return_rows."position" is 'Row of the table.';
comment on column return_rows.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column return_rows.unit is 'Unit of measurement, as the plan writes it.';
comment on column return_rows.period_value is 'Reached in the period; of a ratio its part; null for what nobody counted.';
comment on column return_rows.total_value is 'Reached since the beginning of the programme; of a ratio its part.';
comment on column return_rows.total_of is 'The whole of a ratio; null for what is no ratio.';
comment on column return_rows.decimals is 'How many decimals an accepted figure has: none for what is counted, down to the fen for money.';
comment on column return_rows.signed is 'It may be below zero: a mean, the same in all three spans.';
comment on column return_rows.time_progress is 'Share of the time that has passed.';
comment on column return_rows.proofs is 'How many files prove the records behind it.';
comment on column return_rows.correction is 'How the total of the return before stands now, against what was reported then; null where there is none before.';
comment on column return_rows.reason is 'The park''s explanation.';
alter table return_rows enable row level security;

create table sampling_approvals (
  id uuid not null,
  plan_id uuid not null,
  bureau text not null,
  approved_by uuid not null,
  approved_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint sampling_approvals_approved_by_bureau_fkey FOREIGN KEY (approved_by, bureau) REFERENCES accounts(id, bureau),
  constraint sampling_approvals_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint sampling_approvals_pkey PRIMARY KEY (id),
  constraint sampling_approvals_plan_id_bureau_key UNIQUE (plan_id, bureau),
  constraint sampling_approvals_plan_id_scope_fkey FOREIGN KEY (plan_id, scope) REFERENCES sampling_plans(id, scope),
  constraint sampling_approvals_two_persons UNIQUE (plan_id, approved_by)
);
comment on table sampling_approvals is 'Each bureau of the county approves a plan once; the ids enter the seed.';
alter table sampling_approvals enable row level security;

create table sampling_draws (
  plan_id uuid not null,
  effective_seed text not null,
  frame_hash text not null,
  frame_size integer not null,
  drawn integer not null,
  drawn_by uuid not null,
  drawing_bureau text generated always as ('economy'::text) stored,
  drawn_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint sampling_draws_drawn_by_drawing_bureau_fkey FOREIGN KEY (drawn_by, drawing_bureau) REFERENCES accounts(id, bureau),
  constraint sampling_draws_drawn_check CHECK (((drawn >= 1) AND (drawn <= 1000))),
  constraint sampling_draws_frame_hash_check CHECK ((frame_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint sampling_draws_frame_size_check CHECK ((frame_size > 0)),
  constraint sampling_draws_pkey PRIMARY KEY (plan_id),
  constraint sampling_draws_plan_id_scope_fkey FOREIGN KEY (plan_id, scope) REFERENCES sampling_plans(id, scope)
);
comment on table sampling_draws is 'That a sample was drawn: written last, it locks frame and sample.';
comment on column sampling_draws.effective_seed is 'The plan''s seed and the ids of both approvals, economy first.';
comment on column sampling_draws.frame_hash is 'SHA-256 of the frame; see policy/oversight/sampling.ts.';
comment on column sampling_draws.drawing_bureau is 'Constant; the foreign key lets only an account of this bureau draw.';
alter table sampling_draws enable row level security;

create table sampling_frame_rows (
  plan_id uuid not null,
  no text collate "C" not null,
  service_id uuid not null,
  park_name text not null,
  service_kind text not null,
  enterprise_name text not null,
  price_fen bigint not null,
  weight integer not null,
  scope text collate "C" not null,
  constraint sampling_frame_rows_pkey PRIMARY KEY (plan_id, no),
  constraint sampling_frame_rows_plan_id_scope_fkey FOREIGN KEY (plan_id, scope) REFERENCES sampling_plans(id, scope),
  constraint sampling_frame_rows_price_fen_check CHECK ((price_fen >= 0)),
  constraint sampling_frame_rows_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint sampling_frame_rows_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))),
  constraint sampling_frame_rows_weight_check CHECK ((weight > 0))
);
comment on table sampling_frame_rows is 'The services that a sample was drawn from, as they stood at that moment.';
comment on column sampling_frame_rows.price_fen is 'In fen; 0 of a service without a contract.';
comment on column sampling_frame_rows.weight is 'How much likelier than a service of weight 1 it is drawn by risk.';
alter table sampling_frame_rows enable row level security;

create table sampling_items (
  plan_id uuid not null,
  no text collate "C" not null,
  how text not null,
  reason text default ''::text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint sampling_items_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts(id),
  constraint sampling_items_by_hand_with_reason CHECK (((how = 'by-hand'::text) = (reason ~ '\S'::text))),
  constraint sampling_items_how_check CHECK ((how = ANY (ARRAY['drawn'::text, 'certain'::text, 'by-hand'::text]))),
  constraint sampling_items_pkey PRIMARY KEY (plan_id, no),
  constraint sampling_items_plan_id_no_fkey FOREIGN KEY (plan_id, no) REFERENCES sampling_frame_rows(plan_id, no),
  constraint sampling_items_plan_id_scope_fkey FOREIGN KEY (plan_id, scope) REFERENCES sampling_plans(id, scope),
  constraint sampling_items_reason_check CHECK ((length(reason) <= 1000))
);
comment on table sampling_items is 'The services of a sample: drawn at once and locked, or added by hand later with a reason.';
comment on column sampling_items.how is 'certain: so large that every sample of this size holds it.';
alter table sampling_items enable row level security;

create table sampling_plans (
  id uuid not null,
  county_id uuid not null,
  batch_id uuid not null,
  purpose text not null,
  method text not null,
  size integer not null,
  seed text not null,
  park_ids uuid[] not null,
  opened_from date not null,
  opened_to date not null,
  states text[] not null,
  counted_only boolean not null,
  weights jsonb not null,
  state text default 'proposed'::text not null,
  prepared_by uuid not null,
  preparing_bureau text generated always as ('economy'::text) stored,
  prepared_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text default ''::text not null,
  scope text collate "C" not null,
  constraint sampling_plans_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint sampling_plans_county_id_fkey FOREIGN KEY (county_id) REFERENCES units(id),
  constraint sampling_plans_id_scope_key UNIQUE (id, scope),
  constraint sampling_plans_method_check CHECK ((method = ANY (ARRAY['simple-random'::text, 'monetary-unit'::text, 'stratified'::text, 'risk-weighted'::text]))),
  constraint sampling_plans_period CHECK ((opened_from <= opened_to)),
  constraint sampling_plans_pkey PRIMARY KEY (id),
  constraint sampling_plans_prepared_by_preparing_bureau_fkey FOREIGN KEY (prepared_by, preparing_bureau) REFERENCES accounts(id, bureau),
  constraint sampling_plans_purpose_check CHECK (((length(TRIM(BOTH FROM purpose)) >= 2) AND (length(TRIM(BOTH FROM purpose)) <= 200))),
  constraint sampling_plans_seed_check CHECK ((((length(seed) >= 1) AND (length(seed) <= 60)) AND holds_letter_or_digit(seed))),
  constraint sampling_plans_size_check CHECK (((size >= 1) AND (size <= 1000))),
  constraint sampling_plans_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'drawn'::text, 'withdrawn'::text]))),
  constraint sampling_plans_states_check CHECK ((states <@ ARRAY['needed'::text, 'selected'::text, 'contracted'::text, 'under-way'::text, 'delivered'::text, 'confirmed'::text, 'disputed'::text, 'invoiced'::text, 'paid'::text, 'closed'::text, 'cancelled'::text])),
  constraint sampling_plans_weights_check CHECK ((jsonb_typeof(weights) = 'object'::text)),
  constraint sampling_plans_withdrawal_reason_check CHECK ((length(withdrawal_reason) <= 1000)),
  constraint sampling_plans_withdrawn CHECK ((((state = 'withdrawn'::text) = (withdrawn_by IS NOT NULL)) AND ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)) AND ((withdrawn_by IS NULL) = (withdrawal_reason !~ '\S'::text)))),
  constraint sampling_plans_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES accounts(id)
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
alter table sampling_plans enable row level security;

create table seat_signings (
  id uuid not null,
  unit_id uuid not null,
  bureau text not null,
  required boolean not null,
  reason text default ''::text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint seat_signings_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint seat_signings_off_with_reason CHECK ((required OR (reason ~ '\S'::text))),
  constraint seat_signings_pkey PRIMARY KEY (id),
  constraint seat_signings_reason_check CHECK ((length(reason) <= 1000)),
  constraint seat_signings_set_by_bureau_fkey FOREIGN KEY (set_by, bureau) REFERENCES accounts(id, bureau),
  constraint seat_signings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table seat_signings is 'A bureau of a county or of the province may be stricter than the edition: from when on what it decides takes two persons (opinions, judgments, recommendations, releases, recordings, measures), and from when on not. The newest row of a bureau counts.';
comment on column seat_signings.reason is 'Why it takes two persons no longer; empty where it does.';
alter table seat_signings enable row level security;

create table sent_back_opinions (
  id uuid not null,
  version_id uuid not null,
  submitted_by uuid not null,
  level text not null,
  bureau text not null,
  prepared_by uuid not null,
  verdict text not null,
  marks jsonb not null,
  judgment jsonb,
  prepared_at timestamp with time zone not null,
  sent_back_by uuid not null,
  sent_back_at timestamp with time zone not null,
  reason text not null,
  scope text collate "C" not null,
  constraint sent_back_opinions_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint sent_back_opinions_level_check CHECK ((level = ANY (ARRAY['county'::text, 'province'::text]))),
  constraint sent_back_opinions_pkey PRIMARY KEY (id),
  constraint sent_back_opinions_prepared_by_bureau_fkey FOREIGN KEY (prepared_by, bureau) REFERENCES accounts(id, bureau),
  constraint sent_back_opinions_reason_check CHECK ((reason ~ '\S'::text)),
  constraint sent_back_opinions_sent_back_by_bureau_fkey FOREIGN KEY (sent_back_by, bureau) REFERENCES accounts(id, bureau),
  constraint sent_back_opinions_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'return'::text]))),
  constraint sent_back_opinions_version_id_submitted_by_fkey FOREIGN KEY (version_id, submitted_by) REFERENCES filing_versions(id, submitted_by)
);
comment on table sent_back_opinions is 'Prepared opinions that were not signed, with what they proposed and why: sent back by the second person, or taken back by whoever prepared them.';
comment on column sent_back_opinions.submitted_by is 'Who submitted the version.';
comment on column sent_back_opinions.sent_back_by is 'The second person, or, where it was taken back, whoever prepared it.';
alter table sent_back_opinions enable row level security;

create table service_counts (
  pilot_id uuid not null,
  service_kind text not null,
  state text not null,
  n integer default 0 not null,
  counted integer default 0 not null,
  scope text collate "C" not null,
  constraint service_counts_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint service_counts_pkey PRIMARY KEY (pilot_id, service_kind, state),
  constraint service_counts_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))),
  constraint service_counts_state_check CHECK ((state = ANY (ARRAY['needed'::text, 'selected'::text, 'contracted'::text, 'under-way'::text, 'delivered'::text, 'confirmed'::text, 'disputed'::text, 'invoiced'::text, 'paid'::text, 'closed'::text, 'cancelled'::text])))
);
comment on table service_counts is 'How many services of a pilot are in each state, kept by the database so that a million rows are never counted for a page.';
comment on column service_counts.counted is 'How many of them are complete and countable.';
alter table service_counts enable row level security;

create table service_day_corrections (
  id uuid not null,
  service_id uuid not null,
  step text not null,
  former_on date not null,
  corrected_on date not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint service_day_corrections_change_something CHECK ((former_on <> corrected_on)),
  constraint service_day_corrections_happened_before CHECK (happened_before(corrected_on, recorded_at)),
  constraint service_day_corrections_pkey PRIMARY KEY (id),
  constraint service_day_corrections_reason_check CHECK ((length(TRIM(BOTH FROM reason)) > 0)),
  constraint service_day_corrections_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint service_day_corrections_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint service_day_corrections_step_check CHECK ((step = ANY (ARRAY['need'::text, 'selection'::text])))
);
comment on table service_day_corrections is 'Days of a need or a choice that were keyed in wrongly, with what stood before and why (G3.4).';
alter table service_day_corrections enable row level security;

create table service_selections (
  service_id uuid not null,
  candidates uuid[] not null,
  product_id uuid not null,
  reason text not null,
  few_reason text default ''::text not null,
  selected_on date not null,
  selected_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint service_selections_candidates_check CHECK ((cardinality(candidates) > 0)),
  constraint service_selections_happened_before CHECK (happened_before(selected_on, recorded_at)),
  constraint service_selections_one_of_candidates CHECK ((product_id = ANY (candidates))),
  constraint service_selections_pkey PRIMARY KEY (service_id),
  constraint service_selections_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint service_selections_selected_by_fkey FOREIGN KEY (selected_by) REFERENCES accounts(id),
  constraint service_selections_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
comment on table service_selections is 'The record of choice: candidates, the one chosen, and why (G3.3).';
comment on column service_selections.candidates is 'The products that were compared.';
comment on column service_selections.few_reason is 'Why fewer unrelated agencies were compared than the edition asks for; empty where they were enough.';
comment on column service_selections.selected_on is 'The day of the choice; keyed in at recorded_at.';
alter table service_selections enable row level security;

create table services (
  id uuid not null,
  no text collate "C" not null,
  pilot_id uuid not null,
  enterprise_id uuid not null,
  diagnosis_id uuid not null,
  service_kind text not null,
  state text not null,
  need text not null,
  opened_on date not null,
  opened_by uuid not null,
  recorded_at timestamp with time zone not null,
  cancel_reason text default ''::text not null,
  counted_on date,
  price_fen bigint,
  agency_id uuid,
  updated_at timestamp with time zone not null,
  scope text collate "C" not null,
  county_path text collate "C" generated always as ("left"(scope, 15)) stored not null,
  constraint services_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES partner_agencies(id),
  constraint services_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES diagnoses(id),
  constraint services_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES pilot_enterprises(id),
  constraint services_happened_before CHECK (happened_before(opened_on, recorded_at)),
  constraint services_no_key UNIQUE (no),
  constraint services_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES accounts(id),
  constraint services_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint services_pkey PRIMARY KEY (id),
  constraint services_service_kind_check CHECK ((service_kind = ANY (ARRAY['policy-briefing'::text, 'government-affairs'::text, 'recruitment'::text, 'training'::text, 'trade-fair'::text, 'work-safety'::text, 'financing-matchmaking'::text, 'management-upgrade'::text, 'system-certification'::text, 'intellectual-property'::text, 'talent'::text, 'financing'::text, 'research-matching'::text, 'supply-chain'::text, 'digital-transformation'::text, 'standardisation'::text]))),
  constraint services_state_check CHECK ((state = ANY (ARRAY['needed'::text, 'selected'::text, 'contracted'::text, 'under-way'::text, 'delivered'::text, 'confirmed'::text, 'disputed'::text, 'invoiced'::text, 'paid'::text, 'closed'::text, 'cancelled'::text])))
);
comment on table services is 'One tailored service for one pilot enterprise, from need to closed.';
comment on column services.no is 'Number that people use (FW2026-000001); found by its beginning.';
comment on column services.opened_on is 'The day the enterprise named its need; keyed in at recorded_at.';
comment on column services.counted_on is 'The day it became complete and countable; null while anything is missing (G3.2, G3.4).';
comment on column services.price_fen is 'The price of its contract, kept by the database so that services stand in its order; null before there is one.';
comment on column services.agency_id is 'Whose product was chosen, kept by the database so that a list reads no records of choice; null before there is one.';
comment on column services.scope is 'The enterprise''s own unit.';
comment on column services.county_path is 'Beginning of the scope, down to the county (''33/3304/330421/''), so that what a county lists stands together in an index.';
alter table services enable row level security;

create table sessions (
  token_hash text not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_in xid8,
  unit_scope text collate "C" not null,
  id uuid default gen_random_uuid() not null,
  network text collate "C",
  agent text,
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint sessions_id_key UNIQUE (id),
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_unit_scope_check CHECK ((unit_scope ~ './$'::text))
);
comment on table sessions is 'Signed-in browsers.';
comment on column sessions.token_hash is 'SHA-256 of the token in the cookie; the token itself is kept nowhere.';
comment on column sessions.ended_in is 'The transaction that ended it, which still acts and records as whose it was.';
comment on column sessions.unit_scope is 'That of the account''s unit: a unit does not move.';
comment on column sessions.id is 'By which its person names it; it opens nothing.';
comment on column sessions.network is 'Where it was opened from: IPv4 address, or the first 64 bits of an IPv6 address.';
comment on column sessions.agent is 'What the browser called itself when it was opened.';

create table sign_in_refusals (
  hour timestamp with time zone not null,
  account_id uuid,
  network text collate "C" not null,
  n integer not null,
  constraint sign_in_refusals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint sign_in_refusals_hour_account_id_network_key UNIQUE NULLS NOT DISTINCT (hour, account_id, network),
  constraint sign_in_refusals_n_check CHECK ((n > 0))
);
comment on table sign_in_refusals is 'Refused sign-ins, counted by hour, account and network; kept for half a year.';
comment on column sign_in_refusals.account_id is 'Null for names that no account has: they may be passwords typed in the wrong field, and are not kept.';

create table sign_in_rules (
  id boolean default true not null,
  password_days integer,
  idle_minutes integer,
  session_hours integer default 12 not null,
  constraint sign_in_rules_id_check CHECK (id),
  constraint sign_in_rules_idle_minutes_check CHECK ((idle_minutes > 0)),
  constraint sign_in_rules_password_days_check CHECK ((password_days > 0)),
  constraint sign_in_rules_pkey PRIMARY KEY (id),
  constraint sign_in_rules_session_hours_check CHECK ((session_hours > 0))
);
comment on table sign_in_rules is 'The operator''s settings, in one row: written by the owner at every start, read by the functions that open a session.';
comment on column sign_in_rules.password_days is 'Age in days at which a password must be changed; null where it never must.';
comment on column sign_in_rules.idle_minutes is 'A session in which nothing was asked for so long has ended; null where none does.';
comment on column sign_in_rules.session_hours is 'How long a session lives at most.';

create table targets (
  baseline_id uuid not null,
  pilot_id uuid not null,
  indicator text not null,
  unit text not null,
  baseline numeric not null,
  target numeric not null,
  weight numeric not null,
  scope text collate "C" not null,
  constraint targets_baseline_id_fkey FOREIGN KEY (baseline_id) REFERENCES baselines(id),
  constraint targets_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint targets_pkey PRIMARY KEY (baseline_id, indicator),
  constraint targets_weight_check CHECK ((weight >= (0)::numeric))
);
comment on table targets is 'The performance targets of each version of a plan.';
comment on column targets.indicator is 'Code of the indicator; an open set, each edition has its own.';
comment on column targets.unit is 'Unit of measurement, as the plan writes it.';
comment on column targets.baseline is 'The value before the programme.';
comment on column targets.target is 'The value to be reached at its end.';
comment on column targets.weight is 'Points of the evaluation; all weights of a version add up to 100.';
alter table targets enable row level security;

create table tranche_judgments (
  id uuid not null,
  tranche_id uuid not null,
  bureau text not null,
  under_way boolean not null,
  reason text not null,
  seen jsonb not null,
  given_by uuid not null,
  prepared_by uuid,
  given_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint tranche_judgments_bureau_check CHECK ((bureau = ANY (ARRAY['economy'::text, 'finance'::text]))),
  constraint tranche_judgments_by_two CHECK ((prepared_by <> given_by)),
  constraint tranche_judgments_given_by_bureau_fkey FOREIGN KEY (given_by, bureau) REFERENCES accounts(id, bureau),
  constraint tranche_judgments_pkey PRIMARY KEY (id),
  constraint tranche_judgments_prepared_by_bureau_fkey FOREIGN KEY (prepared_by, bureau) REFERENCES accounts(id, bureau),
  constraint tranche_judgments_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint tranche_judgments_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope)
);
comment on table tranche_judgments is 'What a bureau says on whether the services are really under way (G4.2). The last judgment of each bureau stands.';
comment on column tranche_judgments.seen is 'What the records said at that moment: mechanism, diagnoses, orders, spending.';
comment on column tranche_judgments.given_by is 'Who gave it, or, where it takes two persons, who signed it.';
comment on column tranche_judgments.prepared_by is 'Where it takes two persons: who prepared what the other one signed.';
alter table tranche_judgments enable row level security;

create table tranche_reversals (
  id uuid not null,
  tranche_id uuid not null,
  entry_id uuid not null,
  amount_fen bigint not null,
  voucher_no text not null,
  voucher_file uuid not null,
  paid_on date not null,
  payee_account_id uuid,
  released_by uuid not null,
  release_prepared_by uuid,
  released_at timestamp with time zone not null,
  reason text not null,
  reversed_by uuid not null,
  prepared_by uuid,
  reversing_bureau text generated always as ('finance'::text) stored,
  reversed_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint tranche_reversals_after_release CHECK ((reversed_at >= released_at)),
  constraint tranche_reversals_amount_fen_check CHECK ((amount_fen > 0)),
  constraint tranche_reversals_by_two CHECK ((prepared_by <> reversed_by)),
  constraint tranche_reversals_entry_id_key UNIQUE (entry_id),
  constraint tranche_reversals_entry_id_scope_fkey FOREIGN KEY (entry_id, scope) REFERENCES ledger_entries(id, scope),
  constraint tranche_reversals_payee_account_id_fkey FOREIGN KEY (payee_account_id) REFERENCES payee_accounts(id),
  constraint tranche_reversals_pkey PRIMARY KEY (id),
  constraint tranche_reversals_prepared_by_reversing_bureau_fkey FOREIGN KEY (prepared_by, reversing_bureau) REFERENCES accounts(id, bureau),
  constraint tranche_reversals_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint tranche_reversals_release_prepared_by_fkey FOREIGN KEY (release_prepared_by) REFERENCES accounts(id),
  constraint tranche_reversals_released_by_fkey FOREIGN KEY (released_by) REFERENCES accounts(id),
  constraint tranche_reversals_reversed_by_reversing_bureau_fkey FOREIGN KEY (reversed_by, reversing_bureau) REFERENCES accounts(id, bureau),
  constraint tranche_reversals_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope),
  constraint tranche_reversals_voucher_file_fkey FOREIGN KEY (voucher_file) REFERENCES files(id)
);
comment on table tranche_reversals is 'Every release that was taken back: what was paid to whom by whom, who took it back, when, why.';
comment on column tranche_reversals.entry_id is 'The entry of the release that was reversed.';
comment on column tranche_reversals.reversed_by is 'Who reversed it, or, where it takes two persons, who signed the reversal.';
comment on column tranche_reversals.prepared_by is 'Where it takes two persons: who prepared the reversal that the other one signed.';
comment on column tranche_reversals.reversing_bureau is 'Constant; the foreign keys let only accounts of this bureau reverse.';
alter table tranche_reversals enable row level security;

create table tranche_withdrawals (
  id uuid not null,
  tranche_id uuid not null,
  amount_fen bigint not null,
  recommendation text not null,
  recommended_by uuid not null,
  recommendation_prepared_by uuid,
  recommended_at timestamp with time zone not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawing_bureau text generated always as ('economy'::text) stored,
  withdrawn_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint tranche_withdrawals_after_recommendation CHECK ((withdrawn_at >= recommended_at)),
  constraint tranche_withdrawals_amount_fen_check CHECK ((amount_fen > 0)),
  constraint tranche_withdrawals_pkey PRIMARY KEY (id),
  constraint tranche_withdrawals_reason_check CHECK (((length(TRIM(BOTH FROM reason)) >= 1) AND (length(TRIM(BOTH FROM reason)) <= 1000))),
  constraint tranche_withdrawals_recommendation_prepared_by_fkey FOREIGN KEY (recommendation_prepared_by) REFERENCES accounts(id),
  constraint tranche_withdrawals_recommended_by_fkey FOREIGN KEY (recommended_by) REFERENCES accounts(id),
  constraint tranche_withdrawals_tranche_id_scope_fkey FOREIGN KEY (tranche_id, scope) REFERENCES tranches(id, scope),
  constraint tranche_withdrawals_withdrawn_by_withdrawing_bureau_fkey FOREIGN KEY (withdrawn_by, withdrawing_bureau) REFERENCES accounts(id, bureau)
);
comment on table tranche_withdrawals is 'Every recommendation that was taken back before the money was out: what it said, who took it back, when, why.';
comment on column tranche_withdrawals.recommendation_prepared_by is 'Where it took two persons: who prepared the recommendation.';
comment on column tranche_withdrawals.withdrawing_bureau is 'Constant; the foreign key lets only an account of this bureau withdraw.';
alter table tranche_withdrawals enable row level security;

create table tranches (
  id uuid not null,
  pilot_id uuid not null,
  county_id uuid not null,
  no integer not null,
  state text not null,
  amount_fen bigint,
  recommendation text default ''::text not null,
  recommended_by uuid,
  recommendation_prepared_by uuid,
  recommending_bureau text generated always as ('economy'::text) stored,
  recommended_at timestamp with time zone,
  released_by uuid,
  release_prepared_by uuid,
  releasing_bureau text generated always as ('finance'::text) stored,
  released_at timestamp with time zone,
  paid_on date,
  voucher_no text,
  voucher_file uuid,
  payee_account_id uuid,
  received_by uuid,
  received_on date,
  received_at timestamp with time zone,
  scope text collate "C" not null,
  constraint tranches_amount_fen_check CHECK ((amount_fen > 0)),
  constraint tranches_county_id_fkey FOREIGN KEY (county_id) REFERENCES units(id),
  constraint tranches_county_id_voucher_no_key UNIQUE (county_id, voucher_no),
  constraint tranches_happened_before CHECK ((happened_before(paid_on, released_at) AND happened_before(received_on, received_at))),
  constraint tranches_id_scope_key UNIQUE (id, scope),
  constraint tranches_no_check CHECK ((no > 0)),
  constraint tranches_paid_to_released CHECK (((payee_account_id IS NULL) OR (released_by IS NOT NULL))),
  constraint tranches_payee_account_id_pilot_id_fkey FOREIGN KEY (payee_account_id, pilot_id) REFERENCES payee_accounts(id, pilot_id),
  constraint tranches_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES pilots(id),
  constraint tranches_pilot_id_no_key UNIQUE (pilot_id, no),
  constraint tranches_pilot_id_scope_fkey FOREIGN KEY (pilot_id, scope) REFERENCES pilots(id, scope),
  constraint tranches_pkey PRIMARY KEY (id),
  constraint tranches_prepared_act CHECK ((((recommendation_prepared_by IS NULL) OR (recommended_by IS NOT NULL)) AND ((release_prepared_by IS NULL) OR (released_by IS NOT NULL)))),
  constraint tranches_receipt_whole CHECK (((received_at IS NULL) = (received_on IS NULL))),
  constraint tranches_received CHECK (((state = 'received'::text) = (received_at IS NOT NULL))),
  constraint tranches_received_after_payment CHECK ((received_on >= paid_on)),
  constraint tranches_received_by_fkey FOREIGN KEY (received_by) REFERENCES accounts(id),
  constraint tranches_recommendation_prepared_by_recommending_bureau_fkey FOREIGN KEY (recommendation_prepared_by, recommending_bureau) REFERENCES accounts(id, bureau),
  constraint tranches_recommendation_whole CHECK ((((recommended_at IS NULL) = (recommended_by IS NULL)) AND ((recommended_at IS NULL) = (amount_fen IS NULL)))),
  constraint tranches_recommended CHECK (((state = 'waiting'::text) = (recommended_at IS NULL))),
  constraint tranches_recommended_by_recommending_bureau_fkey FOREIGN KEY (recommended_by, recommending_bureau) REFERENCES accounts(id, bureau),
  constraint tranches_recommended_by_two CHECK ((recommendation_prepared_by <> recommended_by)),
  constraint tranches_release_prepared_by_releasing_bureau_fkey FOREIGN KEY (release_prepared_by, releasing_bureau) REFERENCES accounts(id, bureau),
  constraint tranches_release_whole CHECK (((released_at IS NULL) OR ((released_by IS NOT NULL) AND (voucher_no IS NOT NULL) AND (voucher_file IS NOT NULL) AND (paid_on IS NOT NULL)))),
  constraint tranches_released CHECK (((state = ANY (ARRAY['released'::text, 'received'::text])) = (released_at IS NOT NULL))),
  constraint tranches_released_by_another CHECK ((released_by <> recommended_by)),
  constraint tranches_released_by_releasing_bureau_fkey FOREIGN KEY (released_by, releasing_bureau) REFERENCES accounts(id, bureau),
  constraint tranches_released_by_two CHECK ((release_prepared_by <> released_by)),
  constraint tranches_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'recommended'::text, 'released'::text, 'received'::text]))),
  constraint tranches_voucher_file_fkey FOREIGN KEY (voucher_file) REFERENCES files(id),
  constraint tranches_voucher_no_check CHECK (((length(voucher_no) >= 1) AND (length(voucher_no) <= 40)))
);
comment on table tranches is 'Money in: one row for each tranche of a pilot''s award (G4.2).';
comment on column tranches.recommendation is 'What the economy bureau writes in support.';
comment on column tranches.recommended_by is 'Who recommended it, or, where it takes two persons, who signed the recommendation.';
comment on column tranches.recommendation_prepared_by is 'Where it takes two persons: who prepared the recommendation that the other one signed.';
comment on column tranches.recommending_bureau is 'Constant; the foreign key lets only an account of this bureau recommend.';
comment on column tranches.released_by is 'Who released it, or, where it takes two persons, who signed the release.';
comment on column tranches.release_prepared_by is 'Where it takes two persons: who prepared the release that the other one signed.';
comment on column tranches.releasing_bureau is 'Constant; the foreign key lets only an account of this bureau release.';
comment on column tranches.voucher_no is 'Number of the payment voucher of the finance bureau.';
comment on column tranches.payee_account_id is 'The account that it was paid to: the one that stood when it was released; null where the park had named none.';
comment on column tranches.received_on is 'The day the bank booked it for the park; keyed in at received_at.';
alter table tranches enable row level security;

create table unit_storage (
  unit_id uuid not null,
  part text not null,
  bytes bigint not null,
  scope text collate "C" not null,
  constraint unit_storage_bytes_check CHECK ((bytes >= 0)),
  constraint unit_storage_part_check CHECK ((part ~ '^[0-9a-f]$'::text)),
  constraint unit_storage_pkey PRIMARY KEY (unit_id, part),
  constraint unit_storage_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);
comment on table unit_storage is 'The room that the files of a unit''s people take, kept with every upload and every file that expires; in sixteen parts, so that uploads of one moment do not all wait for one row.';
comment on column unit_storage.part is 'First digit of the hash of what is counted here.';
comment on column unit_storage.bytes is 'The same content, sent by several people of the unit or for several records, counts once.';
alter table unit_storage enable row level security;

create table units (
  id uuid not null,
  kind text not null,
  code text,
  name text not null,
  name_ordinal text collate "name_order" generated always as (name_order_key(name)) stored not null,
  parent_id uuid,
  scope text collate "C" not null,
  uscc text,
  uscc_proof uuid,
  economy_bureau text,
  finance_bureau text,
  valid_from date not null,
  valid_to date,
  constraint units_code_check CHECK ((code ~ '^\d{2,6}$'::text)),
  constraint units_divisions_have_code CHECK (((kind <> ALL (ARRAY['province'::text, 'city'::text, 'county'::text])) OR (code IS NOT NULL))),
  constraint units_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'zone'::text, 'park'::text, 'enterprise'::text]))),
  constraint units_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint units_no_personal_number CHECK (((uscc_proof IS NOT NULL) OR (NOT reads_as_resident(uscc)))),
  constraint units_only_province_has_no_parent CHECK (((kind = 'province'::text) = (parent_id IS NULL))),
  constraint units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id),
  constraint units_parent_id_uscc_key UNIQUE (parent_id, uscc),
  constraint units_pkey PRIMARY KEY (id),
  constraint units_scope_check CHECK ((scope ~ '/$'::text)),
  constraint units_scope_key UNIQUE (scope),
  constraint units_uscc_check CHECK ((uscc ~ '^[0-9A-Z]{18}$'::text)),
  constraint units_uscc_letters CHECK ((uscc !~ '[IOSVZ]'::text)),
  constraint units_uscc_proof_fkey FOREIGN KEY (uscc_proof) REFERENCES files(id),
  constraint units_valid_to_after_from CHECK ((valid_to > valid_from))
);
comment on table units is 'Every unit of the programme, as a tree; a unit''s place in it decides what its people see.';
comment on column units.code is 'GB/T 2260 code of the division; zones, parks and enterprises have none.';
comment on column units.name_ordinal is 'What its name is ordered by; kept, because a list of a thousand parks took longer to make it than to be read.';
comment on column units.scope is 'Path of the unit from the province down, each step followed by a slash; row security compares it.';
comment on column units.uscc is 'Unified social credit code (GB 32100-2015), which has none of the letters I, O, S, V and Z.';
comment on column units.uscc_proof is 'The licence (a file) that proves a code which fails one of its checks or reads as a resident''s number.';
comment on column units.economy_bureau is 'Name of the economy bureau of a county or zone.';
comment on column units.finance_bureau is 'Name of the finance bureau of a county or zone.';
comment on column units.valid_to is 'End of the unit''s existence; null while it exists.';
alter table units enable row level security;

create table visits (
  id uuid not null,
  service_id uuid not null,
  visited_on date not null,
  place text not null,
  way text not null,
  content text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  scope text collate "C" not null,
  constraint visits_happened_before CHECK (happened_before(visited_on, recorded_at)),
  constraint visits_pkey PRIMARY KEY (id),
  constraint visits_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts(id),
  constraint visits_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint visits_way_check CHECK ((way = ANY (ARRAY['on-site'::text, 'online'::text, 'phone'::text])))
);
comment on table visits is 'Process records of a service: when, where, how, and what was done.';
alter table visits enable row level security;

CREATE INDEX account_requests_account ON public.account_requests USING btree (account_id, prepared_at);

CREATE UNIQUE INDEX account_requests_open ON public.account_requests USING btree (account_id) WHERE (decided_at IS NULL);

CREATE INDEX accounts_unit ON public.accounts USING btree (unit_id);

CREATE INDEX activation_links_account ON public.activation_links USING btree (account_id);

CREATE INDEX activities_pilot ON public.activities USING btree (pilot_id, held_on);

CREATE INDEX audit_events_account ON public.audit_events USING btree (account_id, at);

CREATE INDEX audit_events_at ON public.audit_events USING btree (at, id);

CREATE INDEX audit_events_scope ON public.audit_events USING btree (scope, at);

CREATE INDEX audit_events_subject ON public.audit_events USING btree (subject, at);

CREATE INDEX audit_seals_sealed_at ON public.audit_seals USING btree (sealed_at);

CREATE INDEX calendar_moves_scope ON public.calendar_moves USING btree (scope, moved_at DESC);

CREATE UNIQUE INDEX close_outs_one_stands ON public.close_outs USING btree (pilot_id) WHERE (state <> 'ended'::text);

CREATE INDEX close_outs_waiting ON public.close_outs USING btree (scope) WHERE (state = ANY (ARRAY['proposed'::text, 'confirmed'::text]));

CREATE INDEX confirmation_links_service ON public.confirmation_links USING btree (service_id);

CREATE INDEX confirmations_service ON public.confirmations USING btree (service_id);

CREATE INDEX consultation_amendments_of ON public.consultation_amendments USING btree (consultation_id);

CREATE INDEX consultation_decisions_open ON public.consultation_decisions USING btree (unit_scope) WHERE (state = 'open'::text);

CREATE INDEX consultation_units_scope ON public.consultation_units USING btree (scope);

CREATE INDEX consultations_scope ON public.consultations USING btree (scope, held_on DESC);

CREATE INDEX contracts_file ON public.contracts USING btree (file_id);

CREATE INDEX contracts_line ON public.contracts USING btree (line_id);

CREATE INDEX deliverables_service ON public.deliverables USING btree (service_id);

CREATE INDEX diagnoses_pilot ON public.diagnoses USING btree (pilot_id);

CREATE INDEX diagnoses_report_file ON public.diagnoses USING btree (report_file);

CREATE UNIQUE INDEX disbursement_filings_number ON public.disbursement_filings USING btree (province, number) WHERE (NOT repeats);

CREATE INDEX disbursement_filings_payment ON public.disbursement_filings USING btree (payment);

CREATE INDEX disbursement_filings_tranche ON public.disbursement_filings USING btree (tranche_id, recorded_at);

CREATE INDEX evaluation_check_files_check ON public.evaluation_check_files USING btree (evaluation_id, check_no);

CREATE UNIQUE INDEX evaluation_objections_one_open ON public.evaluation_objections USING btree (evaluation_id, item) WHERE (verdict IS NULL);

CREATE INDEX evaluation_objections_waiting ON public.evaluation_objections USING btree (scope) WHERE (verdict IS NULL);

CREATE INDEX evaluation_publications_batch ON public.evaluation_publications USING btree (batch_id, kind);

CREATE INDEX evaluation_publications_filing ON public.evaluation_publications USING btree (filing_id, published_at);

CREATE UNIQUE INDEX evaluation_publications_one_stands ON public.evaluation_publications USING btree (filing_id) WHERE (ended IS NULL);

CREATE INDEX evaluation_publications_published ON public.evaluation_publications USING btree (published_at);

CREATE INDEX evaluation_publications_scope ON public.evaluation_publications USING btree (scope, published_at);

CREATE INDEX evaluation_results_pilot ON public.evaluation_results USING btree (pilot_id, kind, no);

CREATE INDEX evaluation_results_scope ON public.evaluation_results USING btree (scope);

CREATE INDEX evaluations_scope ON public.evaluations USING btree (scope, state);

CREATE INDEX evidence_activity ON public.evidence USING btree (activity_id);

CREATE INDEX evidence_file ON public.evidence USING btree (file_id);

CREATE INDEX evidence_service ON public.evidence USING btree (service_id);

CREATE INDEX file_checks_damaged ON public.file_checks USING btree (damaged_since) WHERE (state <> 'intact'::text);

CREATE INDEX file_checks_oldest ON public.file_checks USING btree (checked_at);

CREATE INDEX files_hash ON public.files USING btree (hash);

CREATE INDEX files_picture_bands ON public.files USING gin (picture_bands(perceptual_hash)) WITH (fastupdate=off);

CREATE INDEX files_scope ON public.files USING btree (scope);

CREATE INDEX files_unbound ON public.files USING btree (uploaded_at) WHERE (NOT bound);

CREATE INDEX files_uploaded_at ON public.files USING btree (uploaded_at, id) WHERE bound;

CREATE INDEX filing_exceptions_filing ON public.filing_exceptions USING btree (batch_id, unit_id, kind, period);

CREATE INDEX filing_exceptions_scope ON public.filing_exceptions USING btree (scope, granted_at);

CREATE INDEX filing_reopenings_filing ON public.filing_reopenings USING btree (filing_id);

CREATE INDEX filing_withdrawals_filing ON public.filing_withdrawals USING btree (filing_id);

CREATE INDEX filings_batch ON public.filings USING btree (batch_id, kind);

CREATE UNIQUE INDEX filings_once ON public.filings USING btree (batch_id, unit_id, kind, period);

CREATE INDEX filings_scope ON public.filings USING btree (scope, kind, state);

CREATE INDEX findings_confirmation ON public.findings USING btree (confirmation_id) WHERE (confirmation_id IS NOT NULL);

CREATE INDEX findings_evidence ON public.findings USING btree (evidence_id);

CREATE INDEX findings_other_evidence ON public.findings USING btree (other_evidence_id);

CREATE INDEX findings_other_scope ON public.findings USING btree (other_scope, raised_at DESC);

CREATE INDEX findings_scope ON public.findings USING btree (scope, raised_at DESC);

CREATE INDEX fund_lines_pilot ON public.fund_lines USING btree (pilot_id);

CREATE INDEX idempotency_keys_at ON public.idempotency_keys USING btree (at);

CREATE UNIQUE INDEX incident_reports_one_first ON public.incident_reports USING btree (incident_id, recipient) WHERE (kind = 'first'::text);

CREATE UNIQUE INDEX incident_reports_one_summary ON public.incident_reports USING btree (incident_id) WHERE (kind = 'summary'::text);

CREATE INDEX incident_reports_scope ON public.incident_reports USING btree (scope, reported_at DESC);

CREATE INDEX incidents_noticed_by ON public.incidents USING btree (noticed_by, noticed_at DESC);

CREATE INDEX incidents_open ON public.incidents USING btree (state) WHERE (state = ANY (ARRAY['noticed'::text, 'assessed'::text, 'ended'::text]));

CREATE INDEX incidents_scope ON public.incidents USING btree (scope, noticed_at DESC);

CREATE INDEX invoice_voids_file ON public.invoice_voids USING btree (file_id);

CREATE UNIQUE INDEX invoices_digital_number_key ON public.invoices USING btree (digital_number) WHERE (standing <> 'entered-wrongly'::text);

CREATE INDEX invoices_file ON public.invoices USING btree (file_id);

CREATE UNIQUE INDEX invoices_number_key ON public.invoices USING btree (number) WHERE (standing <> 'entered-wrongly'::text);

CREATE INDEX invoices_service ON public.invoices USING btree (service_id);

CREATE UNIQUE INDEX issued_papers_code ON public.issued_papers USING btree ("left"(hash, 16));

CREATE INDEX known_devices_network ON public.known_devices USING btree (network);

CREATE INDEX known_devices_seen ON public.known_devices USING btree (seen_at);

CREATE INDEX known_devices_token ON public.known_devices USING btree (token_hash);

CREATE INDEX ledger_entries_pilot ON public.ledger_entries USING btree (pilot_id, seq) INCLUDE (scope, kind);

CREATE INDEX ledger_entries_subject ON public.ledger_entries USING btree (subject);

CREATE INDEX ledger_postings_account ON public.ledger_postings USING btree (account_id);

CREATE INDEX liaison_officers_county ON public.liaison_officers USING btree (batch_id, county_id);

CREATE INDEX loose_contents_oldest ON public.loose_contents USING btree (since);

CREATE INDEX matter_numbers_scope ON public.matter_numbers USING btree (scope);

CREATE UNIQUE INDEX matters_one_change_at_a_time ON public.matters USING btree (pilot_id) WHERE (under_review AND (based_on IS NOT NULL));

CREATE INDEX matters_pilot ON public.matters USING btree (pilot_id);

CREATE INDEX matters_scope ON public.matters USING btree (scope);

CREATE INDEX measure_receipts_measure ON public.measure_receipts USING btree (measure_id, paid_on);

CREATE UNIQUE INDEX measure_receipts_voucher ON public.measure_receipts USING btree (county_id, voucher_no) WHERE (reversed_by IS NULL);

CREATE INDEX measure_receipts_voucher_file ON public.measure_receipts USING btree (voucher_file);

CREATE INDEX measure_reissues_measure ON public.measure_reissues USING btree (measure_id, issued_on);

CREATE INDEX measured_services_pilot ON public.measured_services USING btree (pilot_id) INCLUDE (service_id, enterprise_id, service_kind, cancelled, counted_on, signed_on, price_fen, market_price_fen, delivered_on, confirmation_id, confirmed_on, rating, proofs, scope);

CREATE INDEX measures_pilot ON public.measures USING btree (pilot_id, decided_at DESC);

CREATE INDEX measures_recoveries ON public.measures USING btree (scope) WHERE ((state = 'confirmed'::text) AND (kind = 'recovery'::text));

CREATE INDEX measures_scope ON public.measures USING btree (scope, decided_at DESC);

CREATE INDEX measures_waiting ON public.measures USING btree (scope) WHERE (state = 'decided'::text);

CREATE INDEX notices_published ON public.notices USING btree (published_at);

CREATE INDEX notices_scope ON public.notices USING btree (scope);

CREATE UNIQUE INDEX one_confirmation ON public.confirmations USING btree (service_id) WHERE (verdict = 'confirmed'::text);

CREATE UNIQUE INDEX one_delivery_stands ON public.deliverables USING btree (service_id) WHERE (superseded_at IS NULL);

CREATE UNIQUE INDEX one_notice_stands ON public.notices USING btree (tranche_id) WHERE (ended IS NULL);

CREATE UNIQUE INDEX one_open_payment ON public.payments USING btree (service_id) WHERE (state = ANY (ARRAY['prepared'::text, 'approved'::text]));

CREATE UNIQUE INDEX one_prepared_act ON public.prepared_acts USING btree (act, subject, level, bureau) WHERE (ended IS NULL);

CREATE INDEX partner_agencies_pilot ON public.partner_agencies USING btree (pilot_id);

CREATE INDEX payee_accounts_pilot ON public.payee_accounts USING btree (pilot_id, set_at DESC);

CREATE INDEX payment_reversals_file ON public.payment_reversals USING btree (file_id);

CREATE INDEX payment_reversals_pilot ON public.payment_reversals USING btree (pilot_id, returned_on);

CREATE UNIQUE INDEX payment_reversals_receipt_no_key ON public.payment_reversals USING btree (pilot_id, receipt_key(receipt_no));

CREATE INDEX payments_line ON public.payments USING btree (line_id, state);

CREATE INDEX payments_paid ON public.payments USING btree (pilot_id, paid_on) INCLUDE (service_kind, provincial_fen, id, scope) WHERE (state = ANY (ARRAY['paid'::text, 'returned'::text]));

CREATE INDEX payments_pilot ON public.payments USING btree (pilot_id, state);

CREATE INDEX payments_receipt_file ON public.payments USING btree (receipt_file);

CREATE UNIQUE INDEX payments_receipt_no_key ON public.payments USING btree (pilot_id, receipt_key(receipt_no)) WHERE (state <> 'entered-wrongly'::text);

CREATE INDEX payments_scope ON public.payments USING btree (scope);

CREATE INDEX payments_service ON public.payments USING btree (service_id);

CREATE INDEX pilot_enterprises_in_order ON public.pilot_enterprises USING btree (name_ordinal);

CREATE INDEX pilot_enterprises_pilot ON public.pilot_enterprises USING btree (pilot_id);

CREATE INDEX pilot_enterprises_scope ON public.pilot_enterprises USING btree (scope);

CREATE INDEX pilot_enterprises_uscc ON public.pilot_enterprises USING btree (uscc);

CREATE INDEX pilot_service_counts_scope ON public.pilot_service_counts USING btree (scope);

CREATE INDEX pilot_service_counts_state ON public.pilot_service_counts USING btree (state, scope);

CREATE INDEX pilots_park ON public.pilots USING btree (park_id);

CREATE INDEX pilots_scope ON public.pilots USING btree (scope);

CREATE INDEX planned_tranches_pilot ON public.planned_tranches USING btree (pilot_id, in_force_at);

CREATE UNIQUE INDEX practices_once ON public.practices USING btree (file_hash) WHERE (state <> 'returned'::text);

CREATE INDEX practices_pilot ON public.practices USING btree (pilot_id);

CREATE INDEX practices_waiting ON public.practices USING btree (scope) WHERE (state = 'submitted'::text);

CREATE INDEX prepared_acts_subject ON public.prepared_acts USING btree (subject, prepared_at);

CREATE INDEX products_pilot ON public.products USING btree (pilot_id, service_kind);

CREATE UNIQUE INDEX rectifications_one_open ON public.rectifications USING btree (evaluation_id) WHERE (state <> 'returned'::text);

CREATE INDEX rectifications_waiting ON public.rectifications USING btree (scope) WHERE (state = 'submitted'::text);

CREATE INDEX register_entries_enterprise ON public.register_entries USING btree (enterprise_id, dated_on);

CREATE INDEX register_entries_file ON public.register_entries USING btree (file_id);

CREATE UNIQUE INDEX register_entries_once ON public.register_entries USING btree (kind, entry_key) WHERE (NOT withdrawn);

CREATE INDEX register_entries_pilot ON public.register_entries USING btree (pilot_id);

CREATE INDEX return_facts_row ON public.return_facts USING btree (version_id, indicator);

CREATE INDEX return_lifts_version ON public.return_lifts USING btree (version_id);

CREATE INDEX return_rows_pilot ON public.return_rows USING btree (pilot_id, period);

CREATE INDEX sampling_approvals_scope ON public.sampling_approvals USING btree (scope);

CREATE INDEX sampling_draws_scope ON public.sampling_draws USING btree (scope);

CREATE INDEX sampling_frame_rows_scope ON public.sampling_frame_rows USING btree (scope);

CREATE INDEX sampling_items_scope ON public.sampling_items USING btree (scope);

CREATE INDEX sampling_plans_scope ON public.sampling_plans USING btree (scope, prepared_at DESC);

CREATE INDEX sampling_plans_waiting ON public.sampling_plans USING btree (scope) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));

CREATE INDEX seat_signings_unit ON public.seat_signings USING btree (unit_id, bureau, set_at DESC);

CREATE INDEX sent_back_opinions_version ON public.sent_back_opinions USING btree (version_id, level, bureau, sent_back_at DESC);

CREATE INDEX service_counts_kind ON public.service_counts USING btree (service_kind, scope);

CREATE INDEX service_counts_scope ON public.service_counts USING btree (scope);

CREATE INDEX service_counts_state ON public.service_counts USING btree (state, scope);

CREATE INDEX service_day_corrections_service ON public.service_day_corrections USING btree (service_id, recorded_at);

CREATE INDEX services_counted ON public.services USING btree (pilot_id, counted_on) WHERE (counted_on IS NOT NULL);

CREATE INDEX services_counted_on ON public.services USING btree (counted_on DESC, updated_at DESC, id) WHERE (counted_on IS NOT NULL);

CREATE INDEX services_county_no ON public.services USING btree (county_path, no);

CREATE INDEX services_county_opened ON public.services USING btree (county_path, opened_on DESC, id);

CREATE INDEX services_county_state ON public.services USING btree (county_path, state, updated_at DESC, id);

CREATE INDEX services_county_updated ON public.services USING btree (county_path, updated_at DESC, id);

CREATE INDEX services_enterprise ON public.services USING btree (enterprise_id, updated_at DESC, id) INCLUDE (scope, state, service_kind, counted_on, pilot_id);

CREATE INDEX services_kind_updated ON public.services USING btree (service_kind, updated_at DESC, id);

CREATE INDEX services_opened ON public.services USING btree (opened_on DESC, id);

CREATE INDEX services_pilot_state ON public.services USING btree (pilot_id, state, updated_at DESC, id);

CREATE INDEX services_pilot_updated ON public.services USING btree (pilot_id, updated_at DESC, id) INCLUDE (scope);

CREATE INDEX services_price_falling ON public.services USING btree (price_fen DESC NULLS LAST, updated_at DESC, id);

CREATE INDEX services_price_rising ON public.services USING btree (price_fen, updated_at DESC, id);

CREATE INDEX services_state_updated ON public.services USING btree (state, updated_at DESC, id);

CREATE INDEX services_updated ON public.services USING btree (updated_at DESC, id);

CREATE INDEX sessions_account ON public.sessions USING btree (account_id);

CREATE INDEX tranche_judgments_tranche ON public.tranche_judgments USING btree (tranche_id, given_at);

CREATE INDEX tranche_reversals_tranche ON public.tranche_reversals USING btree (tranche_id, reversed_at);

CREATE INDEX tranche_withdrawals_tranche ON public.tranche_withdrawals USING btree (tranche_id, withdrawn_at);

CREATE INDEX tranches_scope ON public.tranches USING btree (scope);

CREATE INDEX tranches_voucher_file ON public.tranches USING btree (voucher_file);

CREATE INDEX unit_storage_scope ON public.unit_storage USING btree (scope);

CREATE INDEX units_authorities ON public.units USING btree (scope) WHERE (kind = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'zone'::text]));

CREATE UNIQUE INDEX units_code_now ON public.units USING btree (code) WHERE (valid_to IS NULL);

CREATE INDEX units_down_the_tree ON public.units USING btree ("substring"(scope, '^(?:[0-9]+/)+'::text), ((length(scope) - length(replace(scope, '/'::text, ''::text)))), "left"(scope, '-37'::integer), name_ordinal, id);

CREATE UNIQUE INDEX units_name_under_parent ON public.units USING btree (parent_id, name) WHERE (kind <> 'enterprise'::text);

CREATE INDEX units_parks ON public.units USING btree (id) WHERE (kind = 'park'::text);

CREATE INDEX visits_service ON public.visits USING btree (service_id);

CREATE TRIGGER devices_end_with_password AFTER UPDATE OF password_hash ON public.accounts FOR EACH ROW WHEN ((old.password_hash IS DISTINCT FROM new.password_hash)) EXECUTE FUNCTION devices_end_with_password();

CREATE TRIGGER feed_ends_with_password AFTER UPDATE OF password_hash ON public.accounts FOR EACH ROW WHEN ((old.password_hash IS DISTINCT FROM new.password_hash)) EXECUTE FUNCTION feed_ends_with_password();

CREATE TRIGGER keep_former_password AFTER UPDATE OF password_hash ON public.accounts FOR EACH ROW WHEN (((old.password_hash IS NOT NULL) AND (old.password_hash IS DISTINCT FROM new.password_hash))) EXECUTE FUNCTION keep_former_password();

CREATE TRIGGER password_spends_approval AFTER UPDATE OF password_hash ON public.accounts FOR EACH ROW WHEN ((new.by_two AND (new.password_hash IS NOT NULL) AND (old.password_hash IS DISTINCT FROM new.password_hash))) EXECUTE FUNCTION password_spends_approval();

CREATE TRIGGER reopening_is_approved BEFORE UPDATE OF disabled_at ON public.accounts FOR EACH ROW WHEN ((old.by_two AND (old.disabled_at IS NOT NULL) AND (new.disabled_at IS NULL))) EXECUTE FUNCTION reopening_is_approved();

CREATE TRIGGER link_is_approved BEFORE INSERT ON public.activation_links FOR EACH ROW EXECUTE FUNCTION link_is_approved();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.activities FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.activities FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE CONSTRAINT TRIGGER keep_as_many_as_answered AFTER UPDATE ON public.activities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.revision <> old.revision) AND (NOT new.withdrawn))) EXECUTE FUNCTION keep_as_many_as_answered();

CREATE TRIGGER keep_former BEFORE DELETE OR UPDATE ON public.activities FOR EACH ROW EXECUTE FUNCTION keep_former_activity();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.activity_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.activity_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.activity_answers FOR EACH ROW WHEN ((((new.activity_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('activity'::text, new.activity_id))) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.activity_answers FOR EACH ROW WHEN (is_closed('activity'::text, old.activity_id)) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER keep_answers AFTER INSERT ON public.activity_answers FOR EACH ROW EXECUTE FUNCTION keep_answers();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.attendances FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.attendances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.attendances FOR EACH ROW WHEN ((((new.activity_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('activity'::text, new.activity_id))) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.attendances FOR EACH ROW WHEN (is_closed('activity'::text, old.activity_id)) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER waits AFTER INSERT ON public.audit_events REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION audit_event_waits();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_leaves FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.audit_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.baselines FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.baselines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER baseline_was_approved BEFORE INSERT ON public.baselines FOR EACH ROW EXECUTE FUNCTION baseline_was_approved();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.baselines FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.baselines FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.batches FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.calendar_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.calendar_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER close_out_begins AFTER INSERT ON public.close_outs FOR EACH ROW WHEN ((new.state <> 'proposed'::text)) EXECUTE FUNCTION close_out_steps();

CREATE TRIGGER close_out_steps BEFORE DELETE OR UPDATE ON public.close_outs FOR EACH ROW EXECUTE FUNCTION close_out_steps();

CREATE TRIGGER outside_award BEFORE INSERT ON public.close_outs FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.confirmation_links FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.confirmation_links FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.confirmations FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.confirmations FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER measure_service AFTER INSERT ON public.confirmations FOR EACH ROW WHEN ((new.verdict = 'confirmed'::text)) EXECUTE FUNCTION measure_again('service_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consultation_amendments FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.consultation_amendments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER decision_only_closes BEFORE UPDATE ON public.consultation_decisions FOR EACH ROW EXECUTE FUNCTION decision_only_closes();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consultation_participants FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.consultation_participants FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consultation_units FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.consultation_units FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consultations FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.consultations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.contracts FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.contracts FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER measure_service AFTER INSERT ON public.contracts FOR EACH ROW EXECUTE FUNCTION measure_again('service_id');

CREATE TRIGGER outside_award BEFORE INSERT OR UPDATE ON public.contracts FOR EACH ROW WHEN (((new.provincial_fen > 0) AND pilot_stands(new.pilot_id))) EXECUTE FUNCTION outside_award();

CREATE TRIGGER price_service AFTER INSERT ON public.contracts FOR EACH ROW EXECUTE FUNCTION price_service();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.deliverables FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.deliverables FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER measure_service AFTER INSERT ON public.deliverables FOR EACH ROW EXECUTE FUNCTION measure_again('service_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.diagnoses FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.diagnoses FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER count_diagnosis AFTER INSERT ON public.diagnoses FOR EACH ROW EXECUTE FUNCTION count_diagnosis();

CREATE TRIGGER keep_former BEFORE DELETE OR UPDATE ON public.diagnoses FOR EACH ROW EXECUTE FUNCTION keep_former_diagnosis();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.disbursement_filings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.disbursement_filings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.disbursement_filings FOR EACH ROW WHEN ((((new.tranche_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.tranche_id))) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.disbursement_filings FOR EACH ROW WHEN (is_closed('tranche'::text, old.tranche_id)) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.enterprise_contacts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.enterprise_contacts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER contact_not_by_park BEFORE INSERT ON public.enterprise_contacts FOR EACH ROW EXECUTE FUNCTION contact_not_by_park();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_check_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_check_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_check_files FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_check_files FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_check_findings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_check_findings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_check_findings FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_check_findings FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_computations FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_computations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_computations FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_computations FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER answered_once BEFORE UPDATE ON public.evaluation_objections FOR EACH ROW EXECUTE FUNCTION objection_is_answered_once();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_objections FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_objections FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_opinions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_opinions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_opinions FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_opinions FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER opinion_of_the_county AFTER INSERT ON public.evaluation_opinions FOR EACH ROW EXECUTE FUNCTION opinion_of_the_county();

CREATE TRIGGER notice_ends_once BEFORE UPDATE ON public.evaluation_publications FOR EACH ROW EXECUTE FUNCTION notice_ends_once();

CREATE TRIGGER published_by_their_report BEFORE INSERT ON public.evaluation_publications FOR EACH ROW EXECUTE FUNCTION results_published_by_their_report();

CREATE TRIGGER published_stays BEFORE DELETE OR UPDATE ON public.evaluation_publications FOR EACH ROW EXECUTE FUNCTION published_stays();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_results FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_results FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_results FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_results FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER result_was_reported BEFORE INSERT ON public.evaluation_results FOR EACH ROW EXECUTE FUNCTION result_was_reported();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_scores FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_scores FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_scores FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_scores FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER scores_in_their_turn AFTER INSERT ON public.evaluation_scores FOR EACH ROW EXECUTE FUNCTION scores_in_their_turn();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_seats FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_seats FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER declare_once BEFORE UPDATE ON public.evaluation_seats FOR EACH ROW EXECUTE FUNCTION declare_once();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evaluation_site_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.evaluation_site_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER check_in_time AFTER INSERT ON public.evaluation_site_checks FOR EACH ROW EXECUTE FUNCTION check_in_time();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluation_site_checks FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluation_site_checks FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evaluations FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evaluations FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER outside_award BEFORE INSERT ON public.evaluations FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.evidence FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.evidence FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_of_activity BEFORE INSERT OR UPDATE ON public.evidence FOR EACH ROW WHEN ((((new.activity_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('activity'::text, new.activity_id))) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER closed_pilot_of_activity_keeps BEFORE DELETE ON public.evidence FOR EACH ROW WHEN (is_closed('activity'::text, old.activity_id)) EXECUTE FUNCTION refuse_closed('activity', 'activity_id');

CREATE TRIGGER count_proofs AFTER INSERT ON public.evidence REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_proofs();

CREATE TRIGGER uncount_findings AFTER UPDATE ON public.evidence REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION uncount_findings();

CREATE TRIGGER uncount_proof AFTER UPDATE OF withdrawn_at ON public.evidence FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION uncount_proof();

CREATE TRIGGER file_is_checked AFTER INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION file_is_checked();

CREATE TRIGGER files_leave_room AFTER DELETE ON public.files REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION files_leave_room();

CREATE TRIGGER files_take_room AFTER INSERT ON public.files REFERENCING NEW TABLE AS taken_in FOR EACH STATEMENT EXECUTE FUNCTION files_take_room();

CREATE TRIGGER stays_bound AFTER UPDATE ON public.files FOR EACH ROW WHEN (old.bound) EXECUTE FUNCTION stays_bound();

CREATE TRIGGER stays_with_record BEFORE DELETE ON public.files FOR EACH ROW WHEN (old.bound) EXECUTE FUNCTION stays_bound();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_exceptions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_exceptions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER one_open_exception AFTER INSERT ON public.filing_exceptions FOR EACH ROW EXECUTE FUNCTION one_open_exception();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_makers FOR EACH ROW EXECUTE FUNCTION makers_go_with_their_filing();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_makers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_makers FOR EACH ROW WHEN ((((new.filing_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.filing_id))) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_makers FOR EACH ROW WHEN (is_closed('filing'::text, old.filing_id)) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_opinions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_opinions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_opinions FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_opinions FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER filed_at_follows AFTER INSERT ON public.filing_opinions FOR EACH ROW EXECUTE FUNCTION filed_at_follows();

CREATE TRIGGER makers_do_not_review BEFORE INSERT ON public.filing_opinions FOR EACH ROW EXECUTE FUNCTION makers_do_not_review();

CREATE TRIGGER signed_as_prepared AFTER INSERT ON public.filing_opinions FOR EACH ROW EXECUTE FUNCTION signed_as_prepared();

CREATE TRIGGER two_persons_speak BEFORE INSERT ON public.filing_opinions FOR EACH ROW EXECUTE FUNCTION two_persons_speak();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_reopenings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_reopenings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_reopenings FOR EACH ROW WHEN ((((new.filing_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.filing_id))) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_reopenings FOR EACH ROW WHEN (is_closed('filing'::text, old.filing_id)) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_sections FOR EACH ROW WHEN ((((new.filing_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.filing_id))) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_sections FOR EACH ROW WHEN (is_closed('filing'::text, old.filing_id)) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_versions FOR EACH ROW WHEN ((((new.filing_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.filing_id))) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_versions FOR EACH ROW WHEN (is_closed('filing'::text, old.filing_id)) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER filed_at_follows AFTER INSERT ON public.filing_versions FOR EACH ROW EXECUTE FUNCTION filed_at_follows();

CREATE TRIGGER versions_are_readable BEFORE INSERT ON public.filing_versions FOR EACH ROW EXECUTE FUNCTION versions_are_readable();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.filing_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.filing_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filing_withdrawals FOR EACH ROW WHEN ((((new.filing_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.filing_id))) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filing_withdrawals FOR EACH ROW WHEN (is_closed('filing'::text, old.filing_id)) EXECUTE FUNCTION refuse_closed('filing', 'filing_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.filings FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.filings FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER filed_at_is_kept BEFORE INSERT OR UPDATE ON public.filings FOR EACH ROW EXECUTE FUNCTION filed_at_is_kept();

CREATE TRIGGER matter_number_is_new BEFORE INSERT ON public.filings FOR EACH ROW WHEN ((new.kind = 'major-matter'::text)) EXECUTE FUNCTION matter_number_is_new();

CREATE TRIGGER only_unfiled_matters_go BEFORE DELETE ON public.filings FOR EACH ROW EXECUTE FUNCTION only_unfiled_matters_go();

CREATE TRIGGER outside_award BEFORE INSERT ON public.filings FOR EACH ROW WHEN (((new.pilot_id IS NOT NULL) AND pilot_stands(new.pilot_id))) EXECUTE FUNCTION outside_award();

CREATE CONSTRAINT TRIGGER reopened_is_not_on_display AFTER UPDATE OF state ON public.filings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state = ANY (ARRAY['approved'::text, 'recorded'::text])) AND (new.state <> ALL (ARRAY['approved'::text, 'recorded'::text])))) EXECUTE FUNCTION reopened_is_not_on_display();

CREATE TRIGGER two_persons_record BEFORE UPDATE ON public.filings FOR EACH ROW EXECUTE FUNCTION two_persons_record();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.findings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.findings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER count_findings AFTER INSERT ON public.findings REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_findings();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.former_activities FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.former_activities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.former_diagnoses FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.former_diagnoses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.former_register_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.former_register_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.fund_lines FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.fund_lines FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER only_with_a_baseline BEFORE INSERT OR DELETE OR UPDATE ON public.fund_lines FOR EACH ROW EXECUTE FUNCTION only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'service_kind');

CREATE TRIGGER only_with_a_baseline_all BEFORE TRUNCATE ON public.fund_lines FOR EACH STATEMENT EXECUTE FUNCTION only_with_a_baseline();

CREATE TRIGGER outside_award BEFORE INSERT ON public.fund_lines FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.incident_contacts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.incident_contacts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.incident_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.incident_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER reported_while_open BEFORE INSERT ON public.incident_reports FOR EACH ROW EXECUTE FUNCTION reported_while_open();

CREATE TRIGGER incident_goes_on BEFORE DELETE OR UPDATE ON public.incidents FOR EACH ROW EXECUTE FUNCTION incident_goes_on();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.invoice_voids FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.invoice_voids FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.invoice_voids FOR EACH ROW WHEN ((((new.invoice_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('invoice'::text, new.invoice_id))) EXECUTE FUNCTION refuse_closed('invoice', 'invoice_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.invoice_voids FOR EACH ROW WHEN (is_closed('invoice'::text, old.invoice_id)) EXECUTE FUNCTION refuse_closed('invoice', 'invoice_id');

CREATE TRIGGER paper_is_paper AFTER INSERT ON public.invoice_voids FOR EACH ROW EXECUTE FUNCTION paper_is_paper('file_id', 'application/xml');

CREATE TRIGGER paper_used_once AFTER INSERT ON public.invoice_voids FOR EACH ROW EXECUTE FUNCTION paper_used_once('file_id');

CREATE TRIGGER void_invoice AFTER INSERT ON public.invoice_voids FOR EACH ROW EXECUTE FUNCTION void_invoice();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.invoices FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.invoices FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER number_not_red BEFORE INSERT ON public.invoices FOR EACH ROW EXECUTE FUNCTION number_not_red();

CREATE TRIGGER only_voided BEFORE DELETE OR UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION only_voided();

CREATE TRIGGER paper_is_paper AFTER INSERT ON public.invoices FOR EACH ROW EXECUTE FUNCTION paper_is_paper('file_id', 'application/xml');

CREATE TRIGGER paper_used_once AFTER INSERT ON public.invoices FOR EACH ROW EXECUTE FUNCTION paper_used_once('file_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.issued_papers FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.issued_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER papers_follow_one_another AFTER INSERT ON public.issued_papers FOR EACH ROW EXECUTE FUNCTION papers_follow_one_another();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.ledger_accounts FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.ledger_accounts FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER outside_award BEFORE INSERT ON public.ledger_accounts FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.ledger_entries FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.ledger_entries FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();

CREATE CONSTRAINT TRIGGER holds_nothing_when_ended AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['commit'::text, 'uncommit'::text, 'reverse'::text]))) EXECUTE FUNCTION holds_nothing_when_ended('subject');

CREATE TRIGGER outside_award BEFORE INSERT ON public.ledger_entries FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.ledger_postings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.ledger_postings FOR EACH ROW WHEN ((((new.entry_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('entry'::text, new.entry_id))) EXECUTE FUNCTION refuse_closed('entry', 'entry_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.ledger_postings FOR EACH ROW WHEN (is_closed('entry'::text, old.entry_id)) EXECUTE FUNCTION refuse_closed('entry', 'entry_id');

CREATE TRIGGER post_to_balance AFTER INSERT ON public.ledger_postings FOR EACH ROW EXECUTE FUNCTION post_to_balance();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.liaison_officers FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.liaison_officers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.matters FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.matters FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER matters_after_the_plan BEFORE INSERT OR UPDATE OF occurred_at ON public.matters FOR EACH ROW EXECUTE FUNCTION matters_after_the_plan();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.measure_receipts FOR EACH ROW WHEN ((((new.measure_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('measure'::text, new.measure_id))) EXECUTE FUNCTION refuse_closed('measure', 'measure_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.measure_receipts FOR EACH ROW WHEN (is_closed('measure'::text, old.measure_id)) EXECUTE FUNCTION refuse_closed('measure', 'measure_id');

CREATE TRIGGER paper_is_paper AFTER INSERT OR UPDATE OF voucher_file ON public.measure_receipts FOR EACH ROW EXECUTE FUNCTION paper_is_paper('voucher_file', 'application/pdf');

CREATE TRIGGER paper_used_once AFTER INSERT OR UPDATE OF voucher_file ON public.measure_receipts FOR EACH ROW EXECUTE FUNCTION paper_used_once('voucher_file');

CREATE CONSTRAINT TRIGGER receipt_is_booked AFTER INSERT OR UPDATE ON public.measure_receipts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_is_booked('recovered');

CREATE TRIGGER reversed_once BEFORE DELETE OR UPDATE ON public.measure_receipts FOR EACH ROW EXECUTE FUNCTION reversed_once();

CREATE TRIGGER within_claim AFTER INSERT OR UPDATE ON public.measure_receipts FOR EACH ROW EXECUTE FUNCTION within_claim();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.measure_reissues FOR EACH ROW WHEN ((((new.measure_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('measure'::text, new.measure_id))) EXECUTE FUNCTION refuse_closed('measure', 'measure_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.measure_reissues FOR EACH ROW WHEN (is_closed('measure'::text, old.measure_id)) EXECUTE FUNCTION refuse_closed('measure', 'measure_id');

CREATE CONSTRAINT TRIGGER reissue_is_booked AFTER INSERT OR UPDATE ON public.measure_reissues DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_is_booked('reissued');

CREATE TRIGGER reversed_once BEFORE DELETE OR UPDATE ON public.measure_reissues FOR EACH ROW EXECUTE FUNCTION reversed_once();

CREATE TRIGGER within_claim AFTER INSERT OR UPDATE ON public.measure_reissues FOR EACH ROW EXECUTE FUNCTION within_claim();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.measures FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.measures FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE CONSTRAINT TRIGGER deduction_is_booked AFTER INSERT OR UPDATE ON public.measures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_is_booked('deducted', 'deduction');

CREATE TRIGGER keep_measure BEFORE INSERT OR DELETE OR UPDATE ON public.measures FOR EACH ROW EXECUTE FUNCTION keep_measure();

CREATE TRIGGER outside_award BEFORE INSERT ON public.measures FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE CONSTRAINT TRIGGER recovery_is_booked AFTER INSERT OR UPDATE ON public.measures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_is_booked('claimed', 'recovery');

CREATE TRIGGER two_persons_measure BEFORE INSERT OR UPDATE ON public.measures FOR EACH ROW EXECUTE FUNCTION two_persons_measure();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.notice_answer_corrections FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.notice_answer_corrections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.notice_answer_corrections FOR EACH ROW WHEN ((((new.objection_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('objection'::text, new.objection_id))) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.notice_answer_corrections FOR EACH ROW WHEN (is_closed('objection'::text, old.objection_id)) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.notice_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.notice_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.notice_answers FOR EACH ROW WHEN ((((new.objection_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('objection'::text, new.objection_id))) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.notice_answers FOR EACH ROW WHEN (is_closed('objection'::text, old.objection_id)) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.notice_objection_additions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.notice_objection_additions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.notice_objection_additions FOR EACH ROW WHEN ((((new.objection_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('objection'::text, new.objection_id))) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.notice_objection_additions FOR EACH ROW WHEN (is_closed('objection'::text, old.objection_id)) EXECUTE FUNCTION refuse_closed('objection', 'objection_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.notice_objections FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.notice_objections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.notice_objections FOR EACH ROW WHEN ((((new.notice_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('notice'::text, new.notice_id))) EXECUTE FUNCTION refuse_closed('notice', 'notice_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.notice_objections FOR EACH ROW WHEN (is_closed('notice'::text, old.notice_id)) EXECUTE FUNCTION refuse_closed('notice', 'notice_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.notices FOR EACH ROW WHEN ((((new.tranche_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.tranche_id))) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.notices FOR EACH ROW WHEN (is_closed('tranche'::text, old.tranche_id)) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER notice_ends_once BEFORE UPDATE ON public.notices FOR EACH ROW EXECUTE FUNCTION notice_ends_once();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.partner_agencies FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.partner_agencies FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER only_with_a_baseline BEFORE INSERT OR DELETE OR UPDATE ON public.partner_agencies FOR EACH ROW EXECUTE FUNCTION only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'uscc');

CREATE TRIGGER only_with_a_baseline_all BEFORE TRUNCATE ON public.partner_agencies FOR EACH STATEMENT EXECUTE FUNCTION only_with_a_baseline();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.payee_accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.payee_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.payee_accounts FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.payee_accounts FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER outside_award BEFORE INSERT ON public.payee_accounts FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.payment_reversals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.payment_reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.payment_reversals FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.payment_reversals FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER paper_is_paper AFTER INSERT ON public.payment_reversals FOR EACH ROW EXECUTE FUNCTION paper_is_paper('file_id', 'application/pdf');

CREATE TRIGGER paper_used_once AFTER INSERT ON public.payment_reversals FOR EACH ROW EXECUTE FUNCTION paper_used_once('file_id');

CREATE TRIGGER receipt_used_once AFTER INSERT ON public.payment_reversals FOR EACH ROW WHEN ((new.receipt_no IS NOT NULL)) EXECUTE FUNCTION receipt_used_once();

CREATE TRIGGER reverse_payment AFTER INSERT ON public.payment_reversals FOR EACH ROW EXECUTE FUNCTION reverse_payment();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.payments FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.payments FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER kind_of_payment BEFORE INSERT OR UPDATE OF service_id, service_kind ON public.payments FOR EACH ROW EXECUTE FUNCTION kind_of_payment();

CREATE TRIGGER outside_award BEFORE INSERT OR UPDATE ON public.payments FOR EACH ROW WHEN (((new.provincial_fen > 0) AND pilot_stands(new.pilot_id))) EXECUTE FUNCTION outside_award();

CREATE TRIGGER paid_stays BEFORE UPDATE ON public.payments FOR EACH ROW WHEN ((old.state = ANY (ARRAY['paid'::text, 'returned'::text, 'entered-wrongly'::text]))) EXECUTE FUNCTION paid_stays();

CREATE TRIGGER paper_is_paper AFTER INSERT OR UPDATE OF receipt_file ON public.payments FOR EACH ROW EXECUTE FUNCTION paper_is_paper('receipt_file', 'application/pdf');

CREATE TRIGGER paper_used_once AFTER INSERT OR UPDATE OF receipt_file ON public.payments FOR EACH ROW EXECUTE FUNCTION paper_used_once('receipt_file');

CREATE TRIGGER pays_what_stands BEFORE INSERT OR UPDATE ON public.payments FOR EACH ROW EXECUTE FUNCTION pays_what_stands();

CREATE TRIGGER receipt_used_once AFTER INSERT OR UPDATE OF receipt_no ON public.payments FOR EACH ROW WHEN (((new.receipt_no IS NOT NULL) AND (new.state <> 'entered-wrongly'::text))) EXECUTE FUNCTION receipt_used_once();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.pilot_enterprises FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.pilot_enterprises FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER count_enterprises AFTER INSERT OR UPDATE ON public.pilot_enterprises FOR EACH ROW EXECUTE FUNCTION count_enterprises();

CREATE TRIGGER only_with_a_baseline BEFORE INSERT OR DELETE OR UPDATE ON public.pilot_enterprises FOR EACH ROW EXECUTE FUNCTION only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'unit_id', 'uscc');

CREATE TRIGGER only_with_a_baseline_all BEFORE TRUNCATE ON public.pilot_enterprises FOR EACH STATEMENT EXECUTE FUNCTION only_with_a_baseline();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.pilots FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.pilots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER one_batch_at_once AFTER INSERT ON public.pilots FOR EACH ROW EXECUTE FUNCTION one_batch_at_once();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.planned_tranches FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.planned_tranches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.planned_tranches FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.planned_tranches FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER outside_award BEFORE INSERT ON public.planned_tranches FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.practices FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.practices FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER decide_once BEFORE INSERT OR DELETE OR UPDATE ON public.practices FOR EACH ROW EXECUTE FUNCTION decide_practice_once();

CREATE TRIGGER outside_award BEFORE INSERT ON public.practices FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.prepared_acts FOR EACH ROW WHEN ((((new.subject)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.subject))) EXECUTE FUNCTION refuse_closed('tranche', 'subject');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.prepared_acts FOR EACH ROW WHEN (is_closed('tranche'::text, old.subject)) EXECUTE FUNCTION refuse_closed('tranche', 'subject');

CREATE TRIGGER closed_pilot_of_filing BEFORE INSERT OR UPDATE ON public.prepared_acts FOR EACH ROW WHEN ((((new.subject)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('filing'::text, new.subject))) EXECUTE FUNCTION refuse_closed('filing', 'subject');

CREATE TRIGGER closed_pilot_of_filing_keeps BEFORE DELETE ON public.prepared_acts FOR EACH ROW WHEN (is_closed('filing'::text, old.subject)) EXECUTE FUNCTION refuse_closed('filing', 'subject');

CREATE TRIGGER closed_pilot_of_measure BEFORE INSERT OR UPDATE ON public.prepared_acts FOR EACH ROW WHEN ((((new.subject)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('measure'::text, new.subject))) EXECUTE FUNCTION refuse_closed('measure', 'subject');

CREATE TRIGGER closed_pilot_of_measure_keeps BEFORE DELETE ON public.prepared_acts FOR EACH ROW WHEN (is_closed('measure'::text, old.subject)) EXECUTE FUNCTION refuse_closed('measure', 'subject');

CREATE TRIGGER closed_pilot_of_pilot BEFORE INSERT OR UPDATE ON public.prepared_acts FOR EACH ROW WHEN ((((new.subject)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.subject))) EXECUTE FUNCTION refuse_closed('pilot', 'subject');

CREATE TRIGGER closed_pilot_of_pilot_keeps BEFORE DELETE ON public.prepared_acts FOR EACH ROW WHEN (is_closed('pilot'::text, old.subject)) EXECUTE FUNCTION refuse_closed('pilot', 'subject');

CREATE TRIGGER prepared_act_ends_once BEFORE DELETE OR UPDATE ON public.prepared_acts FOR EACH ROW EXECUTE FUNCTION prepared_act_ends_once();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.prepared_opinions FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.prepared_opinions FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER makers_do_not_review BEFORE INSERT ON public.prepared_opinions FOR EACH ROW EXECUTE FUNCTION makers_do_not_review();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.products FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.products FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER only_with_a_baseline BEFORE INSERT OR DELETE OR UPDATE ON public.products FOR EACH ROW EXECUTE FUNCTION only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'agency_id', 'service_kind');

CREATE TRIGGER only_with_a_baseline_all BEFORE TRUNCATE ON public.products FOR EACH STATEMENT EXECUTE FUNCTION only_with_a_baseline();

CREATE TRIGGER measure_service AFTER INSERT OR UPDATE OF n ON public.proof_counts FOR EACH ROW EXECUTE FUNCTION measure_again('line_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.rectifications FOR EACH ROW WHEN ((((new.evaluation_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('evaluation'::text, new.evaluation_id))) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.rectifications FOR EACH ROW WHEN (is_closed('evaluation'::text, old.evaluation_id)) EXECUTE FUNCTION refuse_closed('evaluation', 'evaluation_id');

CREATE TRIGGER decided_once BEFORE UPDATE ON public.rectifications FOR EACH ROW EXECUTE FUNCTION rectification_is_decided_once();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.register_entries FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.register_entries FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER keep_former BEFORE INSERT OR DELETE OR UPDATE ON public.register_entries FOR EACH ROW EXECUTE FUNCTION keep_register_entry();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.rest_day_lists FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.rest_day_lists FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.rest_days FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.rest_days FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.return_facts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.return_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.return_facts FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.return_facts FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER frozen_together AFTER INSERT ON public.return_facts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION frozen_together();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.return_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.return_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.return_heads FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.return_heads FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.return_lifts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.return_lifts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.return_lifts FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.return_lifts FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER only_lifts_earlier BEFORE INSERT ON public.return_lifts FOR EACH ROW EXECUTE FUNCTION only_lifts_earlier();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.return_reductions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.return_reductions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.return_reductions FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.return_reductions FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER only_reduces BEFORE INSERT ON public.return_reductions FOR EACH ROW EXECUTE FUNCTION only_reduces();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.return_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.return_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.return_rows FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.return_rows FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER frozen_together AFTER INSERT ON public.return_rows REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION frozen_together();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sampling_approvals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.sampling_approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER approved_while_proposed AFTER INSERT ON public.sampling_approvals FOR EACH ROW EXECUTE FUNCTION approved_while_proposed();

CREATE TRIGGER sampled_by_county AFTER INSERT ON public.sampling_approvals FOR EACH ROW EXECUTE FUNCTION sampled_by_county();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sampling_draws FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.sampling_draws FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER draw_is_approved AFTER INSERT ON public.sampling_draws FOR EACH ROW EXECUTE FUNCTION draw_is_approved();

CREATE TRIGGER sampled_by_county AFTER INSERT ON public.sampling_draws FOR EACH ROW EXECUTE FUNCTION sampled_by_county();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sampling_frame_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.sampling_frame_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER sampled_before_draw AFTER INSERT ON public.sampling_frame_rows FOR EACH ROW EXECUTE FUNCTION sampled_before_draw();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sampling_items FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.sampling_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER sampled_before_draw AFTER INSERT ON public.sampling_items FOR EACH ROW EXECUTE FUNCTION sampled_before_draw();

CREATE TRIGGER sampled_by_county AFTER INSERT ON public.sampling_items FOR EACH ROW EXECUTE FUNCTION sampled_by_county();

CREATE TRIGGER sampled_by_county AFTER INSERT ON public.sampling_plans FOR EACH ROW EXECUTE FUNCTION sampled_by_county();

CREATE TRIGGER sampling_begins AFTER INSERT ON public.sampling_plans FOR EACH ROW EXECUTE FUNCTION sampling_goes_on();

CREATE TRIGGER sampling_goes_on BEFORE DELETE OR UPDATE ON public.sampling_plans FOR EACH ROW EXECUTE FUNCTION sampling_goes_on();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.seat_signings FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.seat_signings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.sent_back_opinions FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.sent_back_opinions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.sent_back_opinions FOR EACH ROW WHEN ((((new.version_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('version'::text, new.version_id))) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.sent_back_opinions FOR EACH ROW WHEN (is_closed('version'::text, old.version_id)) EXECUTE FUNCTION refuse_closed('version', 'version_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_day_corrections FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.service_day_corrections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.service_day_corrections FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.service_day_corrections FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.service_selections FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.service_selections FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER day_is_corrected BEFORE UPDATE OF selected_on ON public.service_selections FOR EACH ROW EXECUTE FUNCTION day_is_corrected('selection', 'selected_on', 'service_id');

CREATE TRIGGER name_agency AFTER INSERT OR UPDATE OF product_id ON public.service_selections FOR EACH ROW EXECUTE FUNCTION name_agency();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.services FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.services FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER count_services AFTER INSERT OR UPDATE ON public.services FOR EACH ROW EXECUTE FUNCTION count_services();

CREATE TRIGGER day_is_corrected BEFORE UPDATE OF opened_on ON public.services FOR EACH ROW EXECUTE FUNCTION day_is_corrected('need', 'opened_on', 'id');

CREATE CONSTRAINT TRIGGER holds_nothing_when_ended AFTER UPDATE OF state ON public.services DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = ANY (ARRAY['closed'::text, 'cancelled'::text]))) EXECUTE FUNCTION holds_nothing_when_ended('id');

CREATE TRIGGER measure_service AFTER UPDATE OF state, counted_on ON public.services FOR EACH ROW WHEN (((old.counted_on IS DISTINCT FROM new.counted_on) OR ((old.state = 'cancelled'::text) <> (new.state = 'cancelled'::text)))) EXECUTE FUNCTION measure_again('id');

CREATE TRIGGER outside_award BEFORE INSERT OR UPDATE OF counted_on ON public.services FOR EACH ROW WHEN (((new.counted_on IS NOT NULL) AND pilot_stands(new.pilot_id))) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.targets FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.targets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.targets FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.targets FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER only_with_a_baseline BEFORE INSERT ON public.targets FOR EACH ROW EXECUTE FUNCTION only_with_a_baseline();

CREATE TRIGGER outside_award BEFORE INSERT ON public.targets FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tranche_judgments FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.tranche_judgments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.tranche_judgments FOR EACH ROW WHEN ((((new.tranche_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.tranche_id))) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.tranche_judgments FOR EACH ROW WHEN (is_closed('tranche'::text, old.tranche_id)) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER two_persons_judge BEFORE INSERT ON public.tranche_judgments FOR EACH ROW EXECUTE FUNCTION two_persons_judge();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tranche_reversals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.tranche_reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.tranche_reversals FOR EACH ROW WHEN ((((new.tranche_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.tranche_id))) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.tranche_reversals FOR EACH ROW WHEN (is_closed('tranche'::text, old.tranche_id)) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER two_persons_reverse BEFORE INSERT ON public.tranche_reversals FOR EACH ROW EXECUTE FUNCTION two_persons_reverse();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tranche_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.tranche_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.tranche_withdrawals FOR EACH ROW WHEN ((((new.tranche_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('tranche'::text, new.tranche_id))) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.tranche_withdrawals FOR EACH ROW WHEN (is_closed('tranche'::text, old.tranche_id)) EXECUTE FUNCTION refuse_closed('tranche', 'tranche_id');

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.tranches FOR EACH ROW WHEN ((((new.pilot_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('pilot'::text, new.pilot_id))) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.tranches FOR EACH ROW WHEN (is_closed('pilot'::text, old.pilot_id)) EXECUTE FUNCTION refuse_closed('pilot', 'pilot_id');

CREATE TRIGGER keep_payee_account BEFORE INSERT OR UPDATE ON public.tranches FOR EACH ROW EXECUTE FUNCTION keep_payee_account();

CREATE TRIGGER outside_award BEFORE INSERT ON public.tranches FOR EACH ROW WHEN (pilot_stands(new.pilot_id)) EXECUTE FUNCTION outside_award();

CREATE TRIGGER paper_is_paper AFTER INSERT OR UPDATE OF voucher_file ON public.tranches FOR EACH ROW EXECUTE FUNCTION paper_is_paper('voucher_file', 'application/pdf');

CREATE TRIGGER paper_used_once AFTER INSERT OR UPDATE OF voucher_file ON public.tranches FOR EACH ROW EXECUTE FUNCTION paper_used_once('voucher_file');

CREATE TRIGGER release_stays_on_record BEFORE UPDATE ON public.tranches FOR EACH ROW WHEN (((old.released_by IS NOT NULL) AND (new.released_by IS NULL))) EXECUTE FUNCTION release_stays_on_record();

CREATE TRIGGER two_persons_pay BEFORE INSERT OR UPDATE ON public.tranches FOR EACH ROW EXECUTE FUNCTION two_persons_pay();

CREATE TRIGGER closed_pilot BEFORE INSERT OR UPDATE ON public.visits FOR EACH ROW WHEN ((((new.service_id)::text IS DISTINCT FROM current_setting('app.held_open'::text, true)) AND is_closed('service'::text, new.service_id))) EXECUTE FUNCTION refuse_closed('service', 'service_id');

CREATE TRIGGER closed_pilot_keeps BEFORE DELETE ON public.visits FOR EACH ROW WHEN (is_closed('service'::text, old.service_id)) EXECUTE FUNCTION refuse_closed('service', 'service_id');

create policy subtree on account_requests for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on activities for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on activity_answers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on attendances for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on audit_events for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy of_seen_events on audit_leaves for select to yuanqitong_app using ((EXISTS ( SELECT
   FROM audit_events e
  WHERE (e.id = audit_leaves.event_id))));

create policy of_all on audit_seals for select to yuanqitong_app using ((( SELECT opened_scope() AS opened_scope) IS NOT NULL));

create policy from_below on baselines for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on baselines for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on calendar_feeds for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on calendar_moves for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on close_outs for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on close_outs for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on confirmation_links for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on confirmations for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy of_the_minutes on consultation_amendments for select to yuanqitong_app using ((EXISTS ( SELECT
   FROM consultations c
  WHERE (c.id = consultation_amendments.consultation_id))));

create policy own_side on consultation_amendments for insert to yuanqitong_app with check (starts_with(scope, ( SELECT opened_scope() AS opened_scope)));

create policy both_sides on consultation_decisions for update to yuanqitong_app using ((starts_with(scope, ( SELECT opened_scope() AS opened_scope)) OR starts_with(unit_scope, ( SELECT opened_scope() AS opened_scope))));

create policy of_the_minutes on consultation_decisions for select to yuanqitong_app using ((EXISTS ( SELECT
   FROM consultations c
  WHERE (c.id = consultation_decisions.consultation_id))));

create policy own_side on consultation_decisions for insert to yuanqitong_app with check (starts_with(scope, ( SELECT opened_scope() AS opened_scope)));

create policy of_the_minutes on consultation_participants for select to yuanqitong_app using ((EXISTS ( SELECT
   FROM consultations c
  WHERE (c.id = consultation_participants.consultation_id))));

create policy own_side on consultation_participants for insert to yuanqitong_app with check (starts_with(scope, ( SELECT opened_scope() AS opened_scope)));

create policy subtree on consultation_units for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy own_side on consultations for insert to yuanqitong_app with check (starts_with(scope, ( SELECT opened_scope() AS opened_scope)));

create policy takes_part on consultations for select to yuanqitong_app using (((in_scope(scope) AND (NULLIF(starts_with(scope, ( SELECT opened_scope() AS opened_scope)), false) IS NOT NULL)) OR (EXISTS ( SELECT
   FROM consultation_units u
  WHERE ((u.consultation_id = consultations.id) AND in_scope(u.scope))))));

create policy subtree on contracts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on deliverables for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on diagnoses for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on disbursement_filings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on enterprise_contacts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on enterprise_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on enterprise_service_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_check_files for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_check_findings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_computations for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_objections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_opinions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on evaluation_publications for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on evaluation_publications for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_results for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_scores for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_seats for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluation_site_checks for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evaluations for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on evidence for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on files for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_exceptions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_makers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_opinions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_reopenings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_sections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_versions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filing_withdrawals for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on filings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on finding_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy both_sides on findings for select to yuanqitong_app using (((in_scope(scope) OR in_scope(other_scope)) AND (NULLIF((starts_with(scope, ( SELECT opened_scope() AS opened_scope)) OR starts_with(other_scope, ( SELECT opened_scope() AS opened_scope))), false) IS NOT NULL)));

create policy own_side on findings for insert to yuanqitong_app with check (starts_with(scope, ( SELECT opened_scope() AS opened_scope)));

create policy subtree on former_activities for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on former_diagnoses for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on former_register_entries for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on fund_lines for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on incident_reports for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy told_from_above on incident_reports for all to yuanqitong_app using ((( SELECT opened_scope() AS opened_scope) ~ '^[0-9]+/$'::text));

create policy dealt_with_above on incidents for update to yuanqitong_app using ((( SELECT opened_scope() AS opened_scope) ~ '^[0-9]+/$'::text));

create policy noticed_first on incidents for insert to yuanqitong_app with check ((state = 'noticed'::text));

create policy subtree on incidents for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on invoice_voids for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on invoices for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy of_minutes_seen on issued_papers for select to yuanqitong_app using (((kind = 'minutes'::text) AND (EXISTS ( SELECT
   FROM consultations c
  WHERE (c.id = issued_papers.subject)))));

create policy subtree on issued_papers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on ledger_accounts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on ledger_entries for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on ledger_postings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on liaison_officers for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on liaison_officers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on matter_numbers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on matters for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on measure_receipts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on measure_reissues for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on measured_services for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy in_force_for_the_park on measures for select to yuanqitong_app using (((confirmed_at IS NOT NULL) OR (length(( SELECT opened_scope() AS opened_scope)) < length(scope))));

create policy subtree on measures for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on notice_answer_corrections for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on notice_answer_corrections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on notice_answers for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on notice_answers for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on notice_objection_additions for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on notice_objection_additions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on notice_objections for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on notice_objections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on notices for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on notices for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on partner_agencies for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on partner_agencies for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on payee_accounts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on payment_reversals for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on payments for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on pilot_enterprises for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on pilot_money for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on pilot_service_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on pilots for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy public_notice on pilots for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on pilots for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on planned_tranches for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on practices for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on prepared_acts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on prepared_opinions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on products for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on products for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on proof_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on rectifications for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on register_entries for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on return_facts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on return_heads for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on return_lifts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on return_reductions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on return_rows for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sampling_approvals for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sampling_draws for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sampling_frame_rows for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sampling_items for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sampling_plans for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on seat_signings for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on sent_back_opinions for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on service_counts for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on service_day_corrections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on service_selections for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on services for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on targets for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on tranche_judgments for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on tranche_reversals for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on tranche_withdrawals for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy public_notice on tranches for select to yuanqitong_app using ((scope = ( SELECT opened_notice() AS opened_notice)));

create policy subtree on tranches for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on unit_storage for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy from_below on units for select to yuanqitong_app using (starts_with(( SELECT opened_scope() AS opened_scope), scope));

create policy subtree on units for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

create policy subtree on visits for all to yuanqitong_app using (COALESCE(starts_with(scope, COALESCE(( SELECT opened_session.unit_scope
   FROM opened_session), ( SELECT opened_scope() AS opened_scope))), false));

grant select on account_requests to yuanqitong_app;

grant insert, select on activities to yuanqitong_app;

grant insert, select on activity_answers to yuanqitong_app;

grant insert, select on attendances to yuanqitong_app;

grant select on audit_events to yuanqitong_app;

grant select on audit_leaves to yuanqitong_app;

grant select on audit_seals to yuanqitong_app;

grant insert, select on baselines to yuanqitong_app;

grant insert, select on batches to yuanqitong_app;

grant insert, select, update on calendar_feeds to yuanqitong_app;

grant insert, select on calendar_moves to yuanqitong_app;

grant insert, select on close_outs to yuanqitong_app;

grant insert, select, update on confirmation_links to yuanqitong_app;

grant insert, select on confirmations to yuanqitong_app;

grant insert, select on consultation_amendments to yuanqitong_app;

grant insert, select on consultation_decisions to yuanqitong_app;

grant insert, select on consultation_participants to yuanqitong_app;

grant insert, select on consultation_units to yuanqitong_app;

grant insert, select on consultations to yuanqitong_app;

grant insert, select on contracts to yuanqitong_app;

grant insert, select, update on deliverables to yuanqitong_app;

grant insert, select on diagnoses to yuanqitong_app;

grant insert, select on disbursement_filings to yuanqitong_app;

grant insert, select on enterprise_contacts to yuanqitong_app;

grant select on enterprise_counts to yuanqitong_app;

grant select on enterprise_service_counts to yuanqitong_app;

grant insert, select on evaluation_check_files to yuanqitong_app;

grant insert, select on evaluation_check_findings to yuanqitong_app;

grant insert, select on evaluation_computations to yuanqitong_app;

grant insert, select on evaluation_objections to yuanqitong_app;

grant insert, select on evaluation_opinions to yuanqitong_app;

grant insert, select on evaluation_publications to yuanqitong_app;

grant insert, select on evaluation_results to yuanqitong_app;

grant insert, select on evaluation_scores to yuanqitong_app;

grant insert, select on evaluation_seats to yuanqitong_app;

grant insert, select on evaluation_site_checks to yuanqitong_app;

grant insert, select on evaluations to yuanqitong_app;

grant insert, select on evidence to yuanqitong_app;

grant insert, select on file_checks to yuanqitong_app;

grant insert, select on files to yuanqitong_app;

grant insert, select on filing_exceptions to yuanqitong_app;

grant insert, select on filing_makers to yuanqitong_app;

grant insert, select on filing_opinions to yuanqitong_app;

grant insert, select on filing_reopenings to yuanqitong_app;

grant insert, select, update on filing_sections to yuanqitong_app;

grant insert, select on filing_versions to yuanqitong_app;

grant insert, select on filing_withdrawals to yuanqitong_app;

grant delete, insert, select, update on filings to yuanqitong_app;

grant select on finding_counts to yuanqitong_app;

grant insert, select on findings to yuanqitong_app;

grant select on former_activities to yuanqitong_app;

grant select on former_diagnoses to yuanqitong_app;

grant select on former_register_entries to yuanqitong_app;

grant insert, select, update on fund_lines to yuanqitong_app;

grant insert, select on incident_contacts to yuanqitong_app;

grant insert, select on incident_reports to yuanqitong_app;

grant insert, select on incidents to yuanqitong_app;

grant insert, select on invoice_voids to yuanqitong_app;

grant insert, select on invoices to yuanqitong_app;

grant insert, select on issued_papers to yuanqitong_app;

grant select on ledger_accounts to yuanqitong_app;

grant insert, select on ledger_entries to yuanqitong_app;

grant insert, select on ledger_postings to yuanqitong_app;

grant insert, select on liaison_officers to yuanqitong_app;

grant delete, select on loose_contents to yuanqitong_app;

grant select on matter_numbers to yuanqitong_app;

grant insert, select, update on matters to yuanqitong_app;

grant insert, select on measure_receipts to yuanqitong_app;

grant insert, select on measure_reissues to yuanqitong_app;

grant select on measured_services to yuanqitong_app;

grant insert, select on measures to yuanqitong_app;

grant insert, select on notice_answer_corrections to yuanqitong_app;

grant insert, select on notice_answers to yuanqitong_app;

grant select on notice_objection_additions to yuanqitong_app;

grant select on notice_objections to yuanqitong_app;

grant insert, select on notices to yuanqitong_app;

grant insert, select, update on partner_agencies to yuanqitong_app;

grant insert, select on payee_accounts to yuanqitong_app;

grant insert, select on payment_reversals to yuanqitong_app;

grant insert, select, update on payments to yuanqitong_app;

grant insert, select, update on pilot_enterprises to yuanqitong_app;

grant select on pilot_money to yuanqitong_app;

grant select on pilot_service_counts to yuanqitong_app;

grant insert, select on pilots to yuanqitong_app;

grant insert, select on planned_tranches to yuanqitong_app;

grant insert, select on practices to yuanqitong_app;

grant insert, select on prepared_acts to yuanqitong_app;

grant delete, insert, select on prepared_opinions to yuanqitong_app;

grant insert, select, update on products to yuanqitong_app;

grant select on proof_counts to yuanqitong_app;

grant insert, select on rectifications to yuanqitong_app;

grant insert, select on register_entries to yuanqitong_app;

grant insert, select on rest_day_lists to yuanqitong_app;

grant insert, select on rest_days to yuanqitong_app;

grant insert, select on return_facts to yuanqitong_app;

grant insert, select on return_heads to yuanqitong_app;

grant insert, select on return_lifts to yuanqitong_app;

grant insert, select on return_reductions to yuanqitong_app;

grant insert, select on return_rows to yuanqitong_app;

grant insert, select on sampling_approvals to yuanqitong_app;

grant insert, select on sampling_draws to yuanqitong_app;

grant insert, select on sampling_frame_rows to yuanqitong_app;

grant insert, select on sampling_items to yuanqitong_app;

grant insert, select on sampling_plans to yuanqitong_app;

grant insert, select on seat_signings to yuanqitong_app;

grant insert, select on sent_back_opinions to yuanqitong_app;

grant select on service_counts to yuanqitong_app;

grant insert, select on service_day_corrections to yuanqitong_app;

grant insert, select, update on service_selections to yuanqitong_app;

grant insert, select, update on services to yuanqitong_app;

grant insert, select on targets to yuanqitong_app;

grant insert, select on tranche_judgments to yuanqitong_app;

grant insert, select on tranche_reversals to yuanqitong_app;

grant insert, select on tranche_withdrawals to yuanqitong_app;

grant insert, select, update on tranches to yuanqitong_app;

grant select on unit_storage to yuanqitong_app;

grant insert, select on units to yuanqitong_app;

grant insert, select on visits to yuanqitong_app;

grant select (activated) on accounts to yuanqitong_app;

grant select (bureau) on accounts to yuanqitong_app;

grant select (by_two) on accounts to yuanqitong_app;

grant select (created_at) on accounts to yuanqitong_app;

grant select (disabled_at) on accounts to yuanqitong_app;

grant select (id) on accounts to yuanqitong_app;

grant select (locked_until) on accounts to yuanqitong_app;

grant select (name) on accounts to yuanqitong_app;

grant select (post) on accounts to yuanqitong_app;

grant select (unit_id) on accounts to yuanqitong_app;

grant update (correction_reason) on activities to yuanqitong_app;

grant update (counted_on) on activities to yuanqitong_app;

grant update (held_on) on activities to yuanqitong_app;

grant update (place) on activities to yuanqitong_app;

grant update (revision) on activities to yuanqitong_app;

grant update (title) on activities to yuanqitong_app;

grant update (withdrawn) on activities to yuanqitong_app;

grant update (written_at) on activities to yuanqitong_app;

grant update (written_by) on activities to yuanqitong_app;

grant update (confirmed_at) on close_outs to yuanqitong_app;

grant update (confirmed_by) on close_outs to yuanqitong_app;

grant update (end_reason) on close_outs to yuanqitong_app;

grant update (ended_at) on close_outs to yuanqitong_app;

grant update (ended_by) on close_outs to yuanqitong_app;

grant update (recorded_at) on close_outs to yuanqitong_app;

grant update (recorded_by) on close_outs to yuanqitong_app;

grant update (state) on close_outs to yuanqitong_app;

grant update (closed_at) on consultation_decisions to yuanqitong_app;

grant update (closed_by) on consultation_decisions to yuanqitong_app;

grant update (note) on consultation_decisions to yuanqitong_app;

grant update (state) on consultation_decisions to yuanqitong_app;

grant update (answers) on diagnoses to yuanqitong_app;

grant update (class) on diagnoses to yuanqitong_app;

grant update (correction_reason) on diagnoses to yuanqitong_app;

grant update (diagnosed_on) on diagnoses to yuanqitong_app;

grant update (facts) on diagnoses to yuanqitong_app;

grant update (problems) on diagnoses to yuanqitong_app;

grant update (reasons) on diagnoses to yuanqitong_app;

grant update (recommended) on diagnoses to yuanqitong_app;

grant update (recorded_at) on diagnoses to yuanqitong_app;

grant update (recorded_by) on diagnoses to yuanqitong_app;

grant update (report_file) on diagnoses to yuanqitong_app;

grant update (revision) on diagnoses to yuanqitong_app;

grant update (answer) on evaluation_objections to yuanqitong_app;

grant update (answered_at) on evaluation_objections to yuanqitong_app;

grant update (answered_by) on evaluation_objections to yuanqitong_app;

grant update (verdict) on evaluation_objections to yuanqitong_app;

grant update (end_reason) on evaluation_publications to yuanqitong_app;

grant update (ended) on evaluation_publications to yuanqitong_app;

grant update (ended_at) on evaluation_publications to yuanqitong_app;

grant update (ended_by) on evaluation_publications to yuanqitong_app;

grant update (provisional) on evaluation_publications to yuanqitong_app;

grant update (until_on) on evaluation_publications to yuanqitong_app;

grant update (declared) on evaluation_seats to yuanqitong_app;

grant update (declared_at) on evaluation_seats to yuanqitong_app;

grant update (declared_reason) on evaluation_seats to yuanqitong_app;

grant update (taken_back_at) on evaluation_seats to yuanqitong_app;

grant update (taken_back_by) on evaluation_seats to yuanqitong_app;

grant update (taken_back_reason) on evaluation_seats to yuanqitong_app;

grant update (agreed_at) on evaluations to yuanqitong_app;

grant update (agreed_by) on evaluations to yuanqitong_app;

grant update (object_until) on evaluations to yuanqitong_app;

grant update (self_submitted_at) on evaluations to yuanqitong_app;

grant update (self_submitted_by) on evaluations to yuanqitong_app;

grant update (self_text) on evaluations to yuanqitong_app;

grant update (state) on evaluations to yuanqitong_app;

grant update (told_at) on evaluations to yuanqitong_app;

grant update (told_by) on evaluations to yuanqitong_app;

grant update (unrated_reason) on evaluations to yuanqitong_app;

grant update (checked_at) on file_checks to yuanqitong_app;

grant update (damaged_since) on file_checks to yuanqitong_app;

grant update (state) on file_checks to yuanqitong_app;

grant update (bound) on files to yuanqitong_app;

grant update (scope) on files to yuanqitong_app;

grant update (assessed_at) on incidents to yuanqitong_app;

grant update (assessed_by) on incidents to yuanqitong_app;

grant update (critical) on incidents to yuanqitong_app;

grant update (dismissal) on incidents to yuanqitong_app;

grant update (ended_at) on incidents to yuanqitong_app;

grant update (grade) on incidents to yuanqitong_app;

grant update (grade_reason) on incidents to yuanqitong_app;

grant update (handling) on incidents to yuanqitong_app;

grant update (kind) on incidents to yuanqitong_app;

grant update (loss_fen) on incidents to yuanqitong_app;

grant update (minutes_impaired) on incidents to yuanqitong_app;

grant update (minutes_unreachable) on incidents to yuanqitong_app;

grant update (occurred_at) on incidents to yuanqitong_app;

grant update (persons) on incidents to yuanqitong_app;

grant update (proposed_grade) on incidents to yuanqitong_app;

grant update (state) on incidents to yuanqitong_app;

grant insert (id) on ledger_accounts to yuanqitong_app;

grant insert (key) on ledger_accounts to yuanqitong_app;

grant insert (overdraw) on ledger_accounts to yuanqitong_app;

grant insert (pilot_id) on ledger_accounts to yuanqitong_app;

grant insert (scope) on ledger_accounts to yuanqitong_app;

grant update (since) on loose_contents to yuanqitong_app;

grant update (reversal_reason) on measure_receipts to yuanqitong_app;

grant update (reversed_at) on measure_receipts to yuanqitong_app;

grant update (reversed_by) on measure_receipts to yuanqitong_app;

grant update (reversal_reason) on measure_reissues to yuanqitong_app;

grant update (reversed_at) on measure_reissues to yuanqitong_app;

grant update (reversed_by) on measure_reissues to yuanqitong_app;

grant update (confirmation_prepared_by) on measures to yuanqitong_app;

grant update (confirmed_at) on measures to yuanqitong_app;

grant update (confirmed_by) on measures to yuanqitong_app;

grant update (end_reason) on measures to yuanqitong_app;

grant update (reversal_prepared_by) on measures to yuanqitong_app;

grant update (reversed_at) on measures to yuanqitong_app;

grant update (reversed_by) on measures to yuanqitong_app;

grant update (state) on measures to yuanqitong_app;

grant update (withdrawn_at) on measures to yuanqitong_app;

grant update (withdrawn_by) on measures to yuanqitong_app;

grant update (end_reason) on notices to yuanqitong_app;

grant update (ended) on notices to yuanqitong_app;

grant update (ended_at) on notices to yuanqitong_app;

grant update (ended_by) on notices to yuanqitong_app;

grant update (provisional) on notices to yuanqitong_app;

grant update (until_on) on notices to yuanqitong_app;

grant update (adopted_on) on practices to yuanqitong_app;

grant update (adoption_no) on practices to yuanqitong_app;

grant update (decided_at) on practices to yuanqitong_app;

grant update (decided_by) on practices to yuanqitong_app;

grant update (return_reason) on practices to yuanqitong_app;

grant update (state) on practices to yuanqitong_app;

grant update (end_reason) on prepared_acts to yuanqitong_app;

grant update (ended) on prepared_acts to yuanqitong_app;

grant update (ended_at) on prepared_acts to yuanqitong_app;

grant update (ended_by) on prepared_acts to yuanqitong_app;

grant update (decided_at) on rectifications to yuanqitong_app;

grant update (decided_by) on rectifications to yuanqitong_app;

grant update (decision_reason) on rectifications to yuanqitong_app;

grant update (state) on rectifications to yuanqitong_app;

grant update (amount_fen) on register_entries to yuanqitong_app;

grant update (correction_reason) on register_entries to yuanqitong_app;

grant update (dated_on) on register_entries to yuanqitong_app;

grant update (file_id) on register_entries to yuanqitong_app;

grant update (number) on register_entries to yuanqitong_app;

grant update (number_key) on register_entries to yuanqitong_app;

grant update (party) on register_entries to yuanqitong_app;

grant update (revision) on register_entries to yuanqitong_app;

grant update (sort) on register_entries to yuanqitong_app;

grant update (withdrawn) on register_entries to yuanqitong_app;

grant update (written_at) on register_entries to yuanqitong_app;

grant update (written_by) on register_entries to yuanqitong_app;

grant update (state) on sampling_plans to yuanqitong_app;

grant update (withdrawal_reason) on sampling_plans to yuanqitong_app;

grant update (withdrawn_at) on sampling_plans to yuanqitong_app;

grant update (withdrawn_by) on sampling_plans to yuanqitong_app;
