-- What a pilot enterprise has won while it was served: titles, intellectual property, financing, certificates, each with its paper.

-- What counts once in the province: a grant or a certificate by its number, a title by firm and list, financing by firm and contract,
-- a yearly figure by firm and year.
create function register_entry_key(kind text, uscc text, sort text, number_key text) returns text
  language sql immutable parallel safe as $$
  select case kind when 'title' then uscc || ' ' || sort || ' ' || number_key
                   when 'financing' then uscc || ' ' || number_key
                   when 'yearly-figures' then uscc || ' ' || number_key
                   else number_key end
$$;

create table register_entries (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  enterprise_id uuid not null references pilot_enterprises,
  uscc text not null,
  kind text not null check (kind in ('title', 'intellectual-property', 'financing', 'certificate', 'yearly-figures')),
  sort text not null check (sort in (
    'innovative', 'tech-innovative', 'srdi', 'little-giant', 'high-tech', 'above-scale',
    'invention', 'utility-model', 'design', 'software', 'plant-variety', 'layout-design',
    'loan', 'equity',
    'digital-acceptance', 'management-system', 'revenue')),
  number text not null check (holds_letter_or_digit(number)),
  number_key text not null check (number_key <> '' and number_key !~ '[[:space:][:punct:]]'),
  dated_on date not null,
  party text not null check (holds_letter(party)),
  amount_fen bigint,
  file_id uuid not null references files,
  recorded_by uuid not null references accounts,
  recorded_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  written_by uuid not null references accounts,
  written_at timestamptz not null,
  correction_reason text not null default '',
  withdrawn boolean not null default false,
  scope text collate "C" not null,
  entry_key text not null generated always as (register_entry_key(kind, uscc, sort, number_key)) stored,
  constraint register_sort_of_kind check (case kind
    when 'title' then sort in ('innovative', 'tech-innovative', 'srdi', 'little-giant', 'high-tech', 'above-scale')
    when 'intellectual-property' then sort in ('invention', 'utility-model', 'design', 'software', 'plant-variety', 'layout-design')
    when 'financing' then sort in ('loan', 'equity')
    when 'certificate' then sort in ('digital-acceptance', 'management-system')
    else sort = 'revenue' end),
  constraint register_title_of_its_time check (case sort
    when 'innovative' then dated_on < date '2026-04-01'
    when 'tech-innovative' then dated_on >= date '2026-04-01'
    else true end),
  constraint register_amount_of_money check ((kind in ('financing', 'yearly-figures')) = (amount_fen is not null)),
  constraint register_year_over check (case when kind <> 'yearly-figures' then true when number !~ '^20\d\d$' then false
    else dated_on > make_date(number::int, 12, 31) end),
  constraint register_amount_possible check (amount_fen between 1 and 10000000000000),
  constraint register_happened_before check (happened_before(dated_on, recorded_at)),
  constraint register_corrected_with_reason check ((revision > 1) = (length(trim(correction_reason)) > 0)),
  constraint register_withdrawn_with_reason check (not withdrawn or revision > 1)
);
comment on table register_entries is 'The register of an enterprise: each title, right, loan and certificate with its number, day and paper (G3.5).';
comment on column register_entries.sort is 'Which title, right, financing or certificate it is.';
comment on column register_entries.number is 'Number of the public list, the grant, the contract or the certificate as it is written; of a yearly figure its year.';
comment on column register_entries.number_key is 'The number as it is compared: letters and digits alone.';
comment on column register_entries.dated_on is 'Day of the public list, the grant, the arrival of the money or the certificate.';
comment on column register_entries.party is 'Who published, holds, lends or certifies.';
comment on column register_entries.amount_fen is 'What arrived, or the figure of the year, in fen; of financing and yearly figures alone.';
comment on column register_entries.withdrawn is 'It was entered wrongly: it stays on record, counts nowhere and frees its number.';
comment on column register_entries.entry_key is 'What counts once in the province, by register_entry_key().';
comment on column register_entries.scope is 'The enterprise''s own unit, so that it sees its register.';
create unique index register_entries_once on register_entries (kind, entry_key) where not withdrawn;

-- Which of these entries, numbered from 1, may not be made: a register anywhere in the province holds its key (before: 0), or one before
-- it in the list has the same. Looks past row security, and tells nobody whose it is.
create function register_keys_held(kinds text[], usccs text[], sorts text[], number_keys text[])
  returns table (place integer, before integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (
    select no::integer, a.kind, register_entry_key(a.kind, a.uscc, a.sort, a.number_key) as key
      from unnest(kinds, usccs, sorts, number_keys) with ordinality as a(kind, uscc, sort, number_key, no)
     where a.number_key <> ''),
  firsts as (select no, kind, key, min(no) over (partition by kind, key) as first from asked where key is not null)
  select f.no, case when held.id is null then f.first else 0 end
    from firsts f
    left join register_entries held on held.kind = f.kind and held.entry_key = f.key and not held.withdrawn
   where held.id is not null or f.first < f.no
$$;
revoke all on function register_keys_held from public;
grant execute on function register_keys_held to yuanqitong_app;
create index register_entries_enterprise on register_entries (enterprise_id, dated_on);
create index register_entries_pilot on register_entries (pilot_id);
select keep_in_scope('register_entries', 'select, insert, update (sort, number, number_key, dated_on, party, amount_fen, file_id,
  revision, written_by, written_at, correction_reason, withdrawn)');

create table former_register_entries (
  entry_id uuid not null references register_entries,
  revision integer not null check (revision > 0),
  sort text not null,
  number text not null,
  dated_on date not null,
  party text not null,
  amount_fen bigint,
  file_id uuid not null references files,
  correction_reason text not null,
  written_by uuid not null references accounts,
  written_at timestamptz not null,
  scope text collate "C" not null,
  primary key (entry_id, revision)
);
comment on table former_register_entries is 'What an entry said before it was corrected or withdrawn, kept by the database itself.';
select keep_forever('former_register_entries');
select keep_in_scope('former_register_entries', 'select');

-- An entry is about an enterprise of its pilot, and a correction is its next revision; one that was withdrawn is written no more.
create function keep_register_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger keep_former before insert or update or delete on register_entries for each row execute function keep_register_entry();
