-- Why a bureau no longer asks for a second person is kept.

alter table seat_signings add column reason text not null default '' check (length(reason) <= 1000);
alter table seat_signings add constraint seat_signings_off_with_reason check (required or reason ~ '\S') not valid;
comment on column seat_signings.reason is 'Why it takes two persons no longer; empty where it does, and on what was set before it was asked for.';
