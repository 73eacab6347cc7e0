-- Service that goes on without a pilot (G6.1): outside counting and award. What follows is refused whatever the server believes.

create function pilot_stands(pilot uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select p.standing from pilots p where p.id = pilot), false)
$$;
revoke all on function pilot_stands from public;
grant execute on function pilot_stands to yuanqitong_app;

create function outside_award() returns trigger language plpgsql as $$
begin
  raise exception 'standing service is outside counting and award'
    using errcode = 'restrict_violation', constraint = 'standing_outside_award';
end
$$;

-- No money of an award: no tranche, no account or entry of its ledger, no measure, no provincial share of a contract or of a payment.
create trigger outside_award before insert on tranches for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on planned_tranches for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on payee_accounts for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on ledger_accounts for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on ledger_entries for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on measures for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert or update on contracts for each row
  when (new.provincial_fen > 0 and pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert or update on payments for each row
  when (new.provincial_fen > 0 and pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on fund_lines for each row when (pilot_stands(new.pilot_id)) execute function outside_award();

-- Nothing is filed, evaluated, adopted as practice or counted.
create trigger outside_award before insert on filings for each row
  when (new.pilot_id is not null and pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on evaluations for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on practices for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on close_outs for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert on targets for each row when (pilot_stands(new.pilot_id)) execute function outside_award();
create trigger outside_award before insert or update of counted_on on services for each row
  when (new.counted_on is not null and pilot_stands(new.pilot_id)) execute function outside_award();
