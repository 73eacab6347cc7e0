-- As before, in a language whose plans are kept from one request to the next: every request asks both.
create or replace function session_lives(session sessions, at timestamptz) returns boolean language plpgsql stable as $$
begin
  return session.expires_at > at and session.ended_in is null
     and not coalesce(session.last_seen_at + (select r.idle_minutes from sign_in_rules r) * interval '1 minute' <= at, false);
end
$$;

create or replace function due_of(account accounts, at timestamptz) returns text language plpgsql stable as $$
begin
  if account.must_change
     or coalesce(account.password_set_at, account.created_at) + (select r.password_days from sign_in_rules r) * interval '1 day' <= at
  then return 'password'; end if;
  return null;
end
$$;
