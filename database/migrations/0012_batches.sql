-- A batch keeps its edition and first year, a pilot its batch, park and award, for life: not even the owner changes them (G0, H0).
select keep_forever('batches');
select keep_forever('pilots');
-- An edition is known by its name.
alter table batches add constraint batches_edition_check check (edition ~ '^[a-z][a-z0-9-]{2,39}$');
