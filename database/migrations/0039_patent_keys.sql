-- Patents are compared without the ZL that may stand before their number; those entered before that was so get the same key, in closed
-- pilots too. Where the number stands a second time already, that entry keeps its key until one of the two is withdrawn: no record is
-- dropped here. May run twice.
alter table register_entries disable trigger user;
update register_entries e set number_key = substr(e.number_key, 3)
 where e.number_key ~ '^ZL([0-9]{8}|[0-9]{12})[0-9X]$'
   and (e.withdrawn or not exists (
     select from register_entries o
      where o.kind = e.kind and not o.withdrawn and o.entry_key = register_entry_key(e.kind, e.uscc, e.sort, substr(e.number_key, 3))));
alter table register_entries enable trigger user;
