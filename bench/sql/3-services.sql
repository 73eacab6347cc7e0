-- Services in the states a running programme has, with their choice and contract. Every fourth is paid from the award.
create temp table service as
with drawn as (
  select p.no as park_no, p.kind as park_kind, p.name as park_name, p.pilot_id, i, (i - 1) % 30 + 1 as enterprise_no,
         p.kind = 'full' or i % 4 = 0 as funded,
         pg_temp.hash('state:' || p.no || ':' || i) % 100 as chance,
         pg_temp.hash('day:' || p.no || ':' || i) as day_hash,
         pg_temp.hash('kind:' || p.no || ':' || i) % 9 + 1 as kind_no
    from pilot p cross join lateral generate_series(1, p.services) i
), placed as (
  select d.*, '2026-04-20'::date + day_hash % 200 as opened_on,
         case when park_kind = 'full' and chance < 90 then 'closed' when chance < 6 then 'needed' when chance < 12 then 'selected'
              when chance < 22 then 'contracted' when chance < 44 then 'under-way' when chance < 50 then 'delivered'
              when chance < 64 then 'confirmed' when chance < 66 then 'disputed' when chance < 70 and funded then 'invoiced'
              when chance < 76 and funded then 'paid' when chance < 96 then 'closed' else 'cancelled' end as state
    from drawn d
)
select p.*, pg_temp.id('service:' || p.park_no || ':' || p.i) as id, e.id as enterprise_id, e.scope, k.code as service_kind,
       pg_temp.id('product:' || p.park_no || ':' || p.kind_no + 9 * (p.i % 2)) as product_id,
       pg_temp.id('agency:' || p.park_no || ':' || (p.kind_no + 9 * (p.i % 2)) % 6 + 1) as agency_id,
       pg_temp.id('account:' || p.park_name || '·服务专员') as officer_id,
       250000 + day_hash % 10 * 10000 as price_fen,
       state not in ('needed', 'cancelled') as chosen,
       state not in ('needed', 'selected', 'cancelled') as signed,
       state in ('confirmed', 'invoiced', 'paid', 'closed') as agreed,
       funded and state in ('invoiced', 'paid', 'closed') as invoiced,
       funded and state in ('paid', 'closed') as paid,
       row_number() over (order by p.opened_on, p.day_hash, p.park_no, p.i) as no
  from placed p
  join enterprise e on e.park_no = p.park_no and e.no = p.enterprise_no
  join kind k on k.no = p.kind_no;
create unique index on service (no);
analyze service;

-- In the order in which they were opened, parks mixed, as they would come in.
insert into services (id, no, pilot_id, enterprise_id, diagnosis_id, service_kind, state, need, opened_on, opened_by, recorded_at, cancel_reason, counted_on, updated_at, price_fen, scope)
select id, 'FW2026-' || lpad(no::text, 7, '0'), pilot_id, enterprise_id, pg_temp.id('diagnosis:' || enterprise_id), service_kind, state,
       '按诊断结果提升管理与技术水平', opened_on, officer_id, opened_on, case state when 'cancelled' then '企业不再需要' else '' end,
       case when paid then opened_on + 40 when agreed and not funded then opened_on + 33 end,
       opened_on + case when paid then 40 when agreed then 33 when signed then 7 else 1 end + make_interval(secs => day_hash % 86400),
       case when signed then price_fen end, scope
  from service order by no;

insert into service_selections (service_id, candidates, product_id, reason, selected_on, selected_by, recorded_at, scope)
select id, array[product_id, pg_temp.id('product:' || park_no || ':' || kind_no + 9 * (1 - i % 2))], product_id, '价格与经验均合适', opened_on + 3,
       officer_id, opened_on + 3, scope
  from service where chosen order by no;

-- The contracts of a usual park share one paper; in the full park each has its own.
insert into contracts (service_id, pilot_id, contract_no, agency_id, product_id, line_id, signed_on, price_fen, provincial_fen, park_fen, enterprise_fen, file_id, recorded_by, recorded_at, scope)
select id, pilot_id, 'HT-' || i, agency_id, product_id, case when funded then pg_temp.id('line:' || park_no || ':' || kind_no) end, opened_on + 7,
       price_fen, case when funded then 150000 else 0 end, case when funded then 50000 else 0 end, price_fen - case when funded then 200000 else 0 end,
       case park_kind when 'full' then pg_temp.id('paper:' || id || ':contract') else pg_temp.id('paper:' || park_no) end, officer_id, opened_on + 7, scope
  from service where signed order by no;

insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope, bound)
select pg_temp.id('paper:' || no), pg_temp.sha('paper:' || no), 100000, 'application/pdf', '合同.pdf', pg_temp.id('account:' || name || '·服务专员'),
       '2026-04-20', scope, true from pilot where kind = 'usual';

select setval('service_numbers', (select count(*) from service));

insert into service_counts (pilot_id, service_kind, state, n, counted, scope)
select s.pilot_id, s.service_kind, s.state, count(*), count(s.counted_on), p.scope
  from services s join pilots p on p.id = s.pilot_id group by s.pilot_id, s.service_kind, s.state, p.scope;
insert into enterprise_service_counts (enterprise_id, n, counted, scope)
select enterprise_id, count(*), count(counted_on), scope from services group by enterprise_id, scope;
insert into pilot_service_counts (pilot_id, state, n, counted, scope)
select pilot_id, state, sum(n), sum(counted), scope from service_counts group by pilot_id, state, scope;
