-- What was returned and is filed again word for word says why nothing changed.
alter table filing_versions add column unchanged_because text check (length(trim(unchanged_because)) between 1 and 1000);
comment on column filing_versions.unchanged_because is 'Why it is word for word the version that was returned; null where it is not.';
