-- What the authority that evaluates saw on site, item by item (G5.3). It changes no score by itself.

create table evaluation_site_checks (
  evaluation_id uuid not null,
  no integer not null check (no > 0),
  checked_on date not null,
  posts text[] not null,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  scope text collate "C" not null,
  primary key (evaluation_id, no),
  unique (evaluation_id, no, scope),
  foreign key (evaluation_id, scope) references evaluations (id, scope),
  constraint evaluation_site_checks_happened_before check (happened_before(checked_on, recorded_at)),
  constraint evaluation_site_checks_by_posts check (cardinality(posts) > 0 and posts <@ array[
    'economy-officer', 'economy-leader', 'finance-officer', 'finance-leader', 'province-economy', 'province-economy-leader',
    'province-finance', 'province-finance-leader', 'expert'])
);
comment on table evaluation_site_checks is 'Checks on site of one evaluation, by the authority that holds it, while it is under way.';
comment on column evaluation_site_checks.posts is 'Who was there: posts of the authority, never names.';
select keep_forever('evaluation_site_checks');
select keep_in_scope('evaluation_site_checks', 'select, insert');

create table evaluation_check_findings (
  evaluation_id uuid not null,
  check_no integer not null,
  item text not null,
  verdict text not null check (verdict in ('seen', 'missing', 'doubtful')),
  remark text not null default '',
  scope text collate "C" not null,
  primary key (evaluation_id, check_no, item),
  foreign key (evaluation_id, check_no, scope) references evaluation_site_checks (evaluation_id, no, scope),
  constraint evaluation_check_findings_told check (verdict = 'seen' or length(trim(remark)) > 0)
);
comment on table evaluation_check_findings is 'What a check on site found of an item of the form.';
comment on column evaluation_check_findings.item is 'The item of the form; an open set.';
select keep_forever('evaluation_check_findings');
select keep_in_scope('evaluation_check_findings', 'select, insert');

create table evaluation_check_files (
  file_id uuid primary key references files,
  evaluation_id uuid not null,
  check_no integer not null,
  scope text collate "C" not null,
  foreign key (evaluation_id, check_no, scope) references evaluation_site_checks (evaluation_id, no, scope)
);
comment on table evaluation_check_files is 'Photographs and papers of a check on site.';
create index evaluation_check_files_check on evaluation_check_files (evaluation_id, check_no);
select keep_forever('evaluation_check_files');
select keep_in_scope('evaluation_check_files', 'select, insert');

-- Of an evaluation that has begun and has no result yet, by the level that holds it.
create function check_in_time() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger check_in_time after insert on evaluation_site_checks for each row execute function check_in_time();

select close_with_pilot(t::regclass, 'evaluation', 'evaluation_id')
  from (values ('evaluation_site_checks'), ('evaluation_check_findings'), ('evaluation_check_files')) as guarded (t);
