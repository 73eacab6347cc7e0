-- Minutes of consultations are official papers too (G5.1).
alter table issued_papers drop constraint issued_papers_kind_check;
alter table issued_papers add constraint issued_papers_kind_check check (kind in (
  'plan', 'target-table', 'liaison-list', 'disbursement-plan', 'half-year-summary', 'major-matter', 'tranche', 'notice', 'minutes'));
comment on table issued_papers is 'Every paper that was ever issued about a filing, a tranche, a notice or a consultation; a row without content says that the one before was taken back.';
comment on column issued_papers.subject is 'The filing, tranche, notice or consultation that it is about.';
-- Whoever took part reads the minutes, and so their paper.
create policy of_minutes_seen on issued_papers for select to yuanqitong_app
  using (kind = 'minutes' and exists (select from consultations c where c.id = subject));
