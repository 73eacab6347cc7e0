-- A released tranche keeps the account that it was paid to, as it was shown to whoever released or signed it.

alter table payee_accounts add constraint payee_accounts_of_pilot unique (id, pilot_id);

alter table tranches
  add column payee_account_id uuid,
  add foreign key (payee_account_id, pilot_id) references payee_accounts (id, pilot_id),
  add constraint tranches_paid_to_released check (payee_account_id is null or released_by is not null);
comment on column tranches.payee_account_id is 'The account that it was paid to: the one that stood when it was released; null where the park had named none, and on those released before it was kept.';

create function keep_payee_account() returns trigger language plpgsql as $$
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
$$;
create trigger keep_payee_account before insert or update on tranches for each row execute function keep_payee_account();
