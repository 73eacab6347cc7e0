-- A baseline version is the whole plan as it was approved, for ever (G3.1, G5.5). The tables of targets, fund lines, agencies,
-- products and enterprises are drawn from it.
alter table baselines
  -- The content of the plan, word for word; `hash` is the SHA-256 of its canonical JSON.
  add column content jsonb,
  add column in_force_from date,
  -- The major matter that asked for this version; none for the first.
  add column matter_id uuid references filings,
  add column transaction_id xid8 not null default pg_current_xact_id();
alter table baselines disable trigger append_only;
update baselines b set content = v.content, in_force_from = (b.locked_at at time zone 'Asia/Shanghai')::date
  from filing_versions v where v.id = b.version_id;
alter table baselines enable trigger append_only;
alter table baselines
  alter column content set not null,
  alter column in_force_from set not null,
  add constraint baselines_version_id_key unique (version_id),
  add check ((no = 1) = (matter_id is null)),
  add check (hash ~ '^[0-9a-f]{64}$');

-- A version comes from an approval and holds exactly what was approved: the plan itself, or the change a major matter asked for.
create function baseline_was_approved() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from filing_versions v join filings f on f.id = v.filing_id
     where v.id = new.version_id and v.no = f.version_no
       and f.pilot_id = new.pilot_id and f.scope = new.scope and f.state = 'approved'
       and case when new.no = 1 then f.kind = 'plan' and v.content = new.content
                else f.kind = 'major-matter' and f.id = new.matter_id and v.content #> '{change,content}' = new.content end
       and exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'approve')
       and not exists (select from filing_opinions o where o.version_id = v.id and o.verdict = 'return'))
    or new.no <> (select coalesce(max(no), 0) + 1 from baselines where pilot_id = new.pilot_id)
  then
    raise exception 'a plan version comes from an approval and holds what was approved' using errcode = 'insufficient_privilege';
  end if;
  new.transaction_id := pg_current_xact_id();
  return new;
end
$$;
create trigger baseline_was_approved before insert on baselines for each row execute function baseline_was_approved();

-- What is in force: a row keeps its id from version to version, so that services and money keep what they stand on. It
-- names the newest version it belongs to (`baseline_id`; one that has left names an older one), the version it came with,
-- and which row of the plan's content it is.
alter table fund_lines add column row_key text, add column entered_with uuid references baselines;
alter table pilot_enterprises add column row_key text, add column entered_with uuid references baselines;
alter table partner_agencies add column row_key text, add column entered_with uuid references baselines;
alter table products add column row_key text, add column entered_with uuid references baselines;
drop trigger append_only on fund_lines;
drop trigger append_only on pilot_enterprises;
drop trigger append_only on partner_agencies;
drop trigger append_only on products;
drop trigger append_only_all on fund_lines;
drop trigger append_only_all on pilot_enterprises;
drop trigger append_only_all on partner_agencies;
drop trigger append_only_all on products;

update pilot_enterprises e set entered_with = baseline_id, row_key = coalesce((
  select r ->> 'id' from baselines b, jsonb_array_elements(b.content -> 'enterprises' -> 'rows') r
   where b.id = e.baseline_id and r ->> 'uscc' = e.uscc limit 1), id::text);
update partner_agencies a set entered_with = baseline_id, row_key = coalesce((
  select r ->> 'id' from baselines b, jsonb_array_elements(b.content -> 'agencies' -> 'agencies') r
   where b.id = a.baseline_id and r ->> 'uscc' = a.uscc limit 1), id::text);
-- Two rows that say the same are told apart by their order.
with written as (
  select b.id as baseline_id, r ->> 'id' as row_key,
         array[r ->> 'agencyUscc', r ->> 'serviceKind', r ->> 'name', r ->> 'agreedPriceFen'] as says, at
    from baselines b, jsonb_array_elements(b.content -> 'agencies' -> 'products') with ordinality rows (r, at)
), kept as (
  select p.id, p.baseline_id, array[a.uscc, p.service_kind, p.name, p.agreed_price_fen::text] as says
    from products p join partner_agencies a on a.id = p.agency_id
), matched as (
  select k.id, w.row_key
    from (select *, row_number() over (partition by baseline_id, says order by id) as nth from kept) k
    left join (select *, row_number() over (partition by baseline_id, says order by at) as nth from written) w
      using (baseline_id, says, nth)
)
update products p set entered_with = p.baseline_id, row_key = coalesce(m.row_key, p.id::text) from matched m where m.id = p.id;
with written as (
  select b.id as baseline_id, r ->> 'id' as row_key,
         array[r ->> 'serviceKind', r ->> 'purpose', r ->> 'quarter', r ->> 'indicator', r ->> 'quantity', r ->> 'provincialFen', r ->> 'parkFen'] as says, at
    from baselines b, jsonb_array_elements(b.content -> 'fund-lines' -> 'rows') with ordinality rows (r, at)
), kept as (
  select l.id, l.baseline_id,
         array[service_kind, purpose, quarter, indicator, quantity::text, provincial_fen::text, park_fen::text] as says
    from fund_lines l
), matched as (
  select k.id, w.row_key
    from (select *, row_number() over (partition by baseline_id, says order by id) as nth from kept) k
    left join (select *, row_number() over (partition by baseline_id, says order by at) as nth from written) w
      using (baseline_id, says, nth)
)
update fund_lines l set entered_with = l.baseline_id, row_key = coalesce(m.row_key, l.id::text) from matched m where m.id = l.id;

alter table fund_lines alter column row_key set not null, alter column entered_with set not null,
  add constraint fund_lines_row_key unique (baseline_id, row_key);
alter table pilot_enterprises alter column row_key set not null, alter column entered_with set not null,
  add constraint pilot_enterprises_row_key unique (baseline_id, row_key);
alter table partner_agencies alter column row_key set not null, alter column entered_with set not null,
  add constraint partner_agencies_row_key unique (baseline_id, row_key);
alter table products alter column row_key set not null, alter column entered_with set not null,
  add constraint products_row_key unique (baseline_id, row_key);

-- Only the transaction that locks a version writes what is in force, and only as part of that version. The columns named by
-- the trigger make a row what it is, and stay.
create function only_with_a_baseline() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger only_with_a_baseline before insert on targets for each row execute function only_with_a_baseline();
create trigger only_with_a_baseline before insert or update or delete on fund_lines for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'service_kind');
create trigger only_with_a_baseline before insert or update or delete on pilot_enterprises for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'unit_id', 'uscc');
create trigger only_with_a_baseline before insert or update or delete on partner_agencies for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'uscc');
create trigger only_with_a_baseline before insert or update or delete on products for each row
  execute function only_with_a_baseline('id', 'pilot_id', 'scope', 'entered_with', 'agency_id', 'service_kind');
create trigger only_with_a_baseline_all before truncate on fund_lines for each statement execute function only_with_a_baseline();
create trigger only_with_a_baseline_all before truncate on pilot_enterprises for each statement execute function only_with_a_baseline();
create trigger only_with_a_baseline_all before truncate on partner_agencies for each statement execute function only_with_a_baseline();
create trigger only_with_a_baseline_all before truncate on products for each statement execute function only_with_a_baseline();
grant update on fund_lines, pilot_enterprises, partner_agencies, products to yuanqitong_app;

-- What a major-matter report is about (G5.5), beside its filing; numbered by the filing's period within its pilot.
create table matters (
  filing_id uuid primary key references filings,
  pilot_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  occurred_at timestamptz not null,
  -- The version its change is drawn against; none where no change is asked for.
  based_on uuid references baselines,
  under_review boolean not null default false,
  scope text collate "C" not null,
  foreign key (pilot_id, scope) references pilots (id, scope)
);
create index matters_pilot on matters (pilot_id);
create index matters_scope on matters (scope);
create unique index matters_one_change_at_a_time on matters (pilot_id) where under_review and based_on is not null;
select keep_in_scope('matters', 'select, insert, update');

-- A fund line may hold what the version in force gives it; one that has left holds nothing more.
create or replace function entry_balances() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n integer;
  off bigint;
  off_lines bigint;
begin
  select count(*), coalesce(sum(p.amount_fen), 0),
         coalesce(sum(p.amount_fen) filter (where a.key = 'budget' or a.key like 'line-%'), 0)
    into n, off, off_lines
    from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id;
  if n < 2 or off <> 0 or off_lines <> 0 then
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
  if exists (
    select from (
        select split_part(a.key, ':', 2) as line from ledger_postings p join ledger_accounts a on a.id = p.account_id
         where p.entry_id = new.id and a.key like 'line-%'
         group by 1 having sum(p.amount_fen) <> 0) grown
      left join fund_lines l on l.id::text = grown.line and l.pilot_id = new.pilot_id
     where l.id is null or (
        select sum(b.balance_fen) from ledger_accounts b
         where b.pilot_id = new.pilot_id and b.key in ('line-available:' || grown.line, 'line-committed:' || grown.line, 'line-spent:' || grown.line))
        > case when l.baseline_id = (select id from baselines where pilot_id = new.pilot_id order by no desc limit 1)
            then l.provincial_fen else 0 end)
  then
    raise exception 'entry % goes beyond a fund line', new.id using errcode = 'check_violation', constraint = 'ledger_within_line';
  end if;
  return null;
end
$$;
