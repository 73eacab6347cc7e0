-- A province's million services are ordered by price, by kind, by the day they count and by enterprise without being sorted.

alter table services add column price_fen bigint;
comment on column services.price_fen is 'The price of its contract, kept by the database so that services stand in its order; null before there is one.';
update services s set price_fen = c.price_fen from contracts c where c.service_id = s.id;

create function price_service() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update services set price_fen = new.price_fen where id = new.service_id;
  return null;
end
$$;
create trigger price_service after insert on contracts for each row execute function price_service();

-- Services without a price stand last both ways, so that each way has an index of its own.
create index services_price_rising on services (price_fen, updated_at desc, id);
create index services_price_falling on services (price_fen desc nulls last, updated_at desc, id);
create index services_kind_updated on services (service_kind, updated_at desc, id);
create index services_counted_on on services (counted_on desc, updated_at desc, id) where counted_on is not null;
create index pilot_enterprises_in_order on pilot_enterprises (name_order_key(name) collate name_order);
