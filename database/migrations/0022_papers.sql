-- Official papers: each is drawn once, when an act makes it, kept word for word, and verified by a code of its own.
create table issued_papers (
  id uuid primary key,
  subject uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in (
    'plan', 'target-table', 'liaison-list', 'disbursement-plan', 'half-year-summary', 'major-matter',
    'mid-term-evaluation', 'final-evaluation', 'tranche', 'notice', 'minutes')),
  unit_name text not null,
  period text not null default '',
  version_no integer check (version_no > 0),
  content jsonb,
  told jsonb,
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  issued_by uuid references accounts,
  issued_at timestamptz not null,
  scope text collate "C" not null,
  unique (subject, no),
  constraint issued_papers_whole check ((hash is null) = (content is null) and (hash is null) = (told is null))
);
comment on table issued_papers is 'Every paper that was ever issued about a filing, a tranche, a notice or a consultation; a row without content says that the one before was taken back.';
comment on column issued_papers.subject is 'The filing, tranche, notice or consultation that it is about.';
comment on column issued_papers.no is 'Counts the papers of one subject; the highest one stands, unless it is without content.';
comment on column issued_papers.unit_name is 'Whose paper it is.';
comment on column issued_papers.period is 'As in filings.';
comment on column issued_papers.version_no is 'The version of the filing that it shows; null where there are none.';
comment on column issued_papers.content is 'What stands on it, in both languages: { zh, en }.';
comment on column issued_papers.told is 'What whoever verifies it is told, personal data in part: { zh, en }.';
comment on column issued_papers.issued_by is 'Whose act changed what it shows; null where that was a stranger''s objection.';
comment on column issued_papers.hash is 'SHA-256 of subject, number, kind, unit, period, version and content in canonical JSON; the first sixteen digits are its code.';
-- Two papers never share a code.
create unique index issued_papers_code on issued_papers (left(hash, 16));
select keep_forever('issued_papers');
select keep_in_scope('issued_papers', 'select, insert');
-- Whoever took part in a consultation reads its minutes, and so their paper (G5.1).
create policy of_minutes_seen on issued_papers for select to yuanqitong_app
  using (kind = 'minutes' and exists (select from consultations c where c.id = subject));

-- Papers of a subject follow one another without a gap, and only a paper that stands is taken back.
create function papers_follow_one_another() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last issued_papers;
begin
  select * into last from issued_papers p where p.subject = new.subject and p.id <> new.id order by p.no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 or (new.hash is null and last.hash is null) then
    raise exception 'papers of one subject follow one another' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger papers_follow_one_another after insert on issued_papers for each row execute function papers_follow_one_another();

-- Whoever holds a paper may ask whether it is genuine, what stands on it and whether it is the newest: this, and nothing else,
-- is told without a session.
create function verify_paper(prefix text)
  returns table (kind text, unit_name text, period text, version_no integer, no integer, issued_at timestamptz, hash text,
    told jsonb, ended_at timestamptz, last_no integer, last_version_no integer, last_issued_at timestamptz, last_stands boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.kind, p.unit_name, p.period, p.version_no, p.no, p.issued_at, p.hash, p.told, n.issued_at,
         l.no, l.version_no, l.issued_at, l.hash is not null
    from issued_papers p
    left join issued_papers n on n.subject = p.subject and n.no = p.no + 1
    cross join lateral (select * from issued_papers l where l.subject = p.subject order by l.no desc limit 1) l
   where left(p.hash, 16) = left(prefix, 16) and starts_with(p.hash, prefix)
$$;
revoke all on function verify_paper from public;
grant execute on function verify_paper to yuanqitong_app;
