-- What the database keeps counted when rows come one by one.
insert into proof_counts (line_id, n, scope)
select coalesce(service_id, activity_id), count(*), min(scope) from evidence group by 1;
