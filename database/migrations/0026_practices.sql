-- Documents of a lasting mechanism or a practice that others can copy: the park hands them in, the county adopts them (G3.5).

create table practices (
  id uuid primary key,
  pilot_id uuid not null references pilots,
  sort text not null check (sort in ('mechanism', 'experience')),
  title text not null check (holds_letter(title)),
  written_on date not null,
  file_id uuid not null references files,
  file_hash text not null,
  submitted_by uuid not null references accounts,
  submitted_at timestamptz not null,
  state text not null default 'submitted' check (state in ('submitted', 'adopted', 'returned')),
  adopted_on date,
  adoption_no text check (holds_letter_or_digit(adoption_no)),
  return_reason text not null default '',
  decided_by uuid references accounts,
  decided_at timestamptz,
  scope text collate "C" not null,
  constraint practices_happened_before check (happened_before(written_on, submitted_at) and happened_before(adopted_on, decided_at)),
  constraint practices_adopted_after_written check (adopted_on >= written_on),
  constraint practices_decided check ((state = 'submitted') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint practices_decided_by_another check (decided_by <> submitted_by),
  constraint practices_adopted check ((state = 'adopted') = (adopted_on is not null) and (adopted_on is null) = (adoption_no is null)),
  constraint practices_returned_with_reason check ((state = 'returned') = (length(trim(return_reason)) > 0))
);
comment on table practices is 'Documents of a lasting mechanism or a practice that others can copy, each decided once by the county economy bureau.';
comment on column practices.sort is 'A lasting mechanism, or experience that others can copy.';
comment on column practices.file_hash is 'The hash of the document: one document counts once in the province.';
comment on column practices.adopted_on is 'The day of the county''s paper that adopts it; it counts from here.';
comment on column practices.adoption_no is 'The number of that paper.';
create unique index practices_once on practices (file_hash) where state <> 'returned';
create index practices_pilot on practices (pilot_id);
create index practices_waiting on practices (scope) where state = 'submitted';
select keep_in_scope('practices', 'select, insert, update (state, adopted_on, adoption_no, return_reason, decided_by, decided_at)');

-- It is handed in undecided, for its pilot and with its own file's hash, and decided once.
create function decide_practice_once() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger decide_once before insert or update or delete on practices for each row execute function decide_practice_once();
