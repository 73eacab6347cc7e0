-- A signature names the prepared opinion that its signer saw; what is taken back leaves the same trace as what is sent back.

alter table prepared_opinions add column id uuid not null default gen_random_uuid() unique;
alter table prepared_opinions alter column id drop default;
comment on column prepared_opinions.id is 'What a signature names, so that nobody signs an opinion that was not shown.';

alter table filing_opinions add column prepared_id uuid;
comment on column filing_opinions.prepared_id is 'Where it takes two persons: the prepared opinion that was signed; null on those signed before it was kept.';

create function signed_as_prepared() returns trigger language plpgsql as $$
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
$$;
create trigger signed_as_prepared after insert on filing_opinions for each row execute function signed_as_prepared();

alter table sent_back_opinions drop constraint sent_back_by_another;
comment on table sent_back_opinions is 'Prepared opinions that were not signed, with what they proposed and why: sent back by the second person, or taken back by whoever prepared them.';
comment on column sent_back_opinions.sent_back_by is 'The second person, or, where it was taken back, whoever prepared it.';
