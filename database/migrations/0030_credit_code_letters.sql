-- No credit code has the letters I, O, S, V and Z (GB 32100-2015). Codes entered before stay as they are.
alter table units add constraint units_uscc_letters check (uscc !~ '[IOSVZ]') not valid;
