-- What the digests from one day to another are made of: who works here, who is away, and the cases with a deadline or
-- a dated task due until then. $1 establishment, $2 the first day, $3 the last day
select
  staff_of($1),
  absences_of($1, $2),
  (select coalesce(json_agg(s.snapshot order by due.case_id), '[]')
   from (
     select d.case_id from deadline d
     where d.establishment = $1 and d.due > '-infinity' and d.due <= $3::date and not d.frozen
     union
     select t.case_id from task t
     where t.establishment = $1 and t.done_at is null and t.opened_at > '-infinity'
       and case when t.due is null then 'infinity'::date else t.due end <= $3::date) as due
   -- One by one (the limit keeps it so): few cases have something due, whatever statistics guess of their tasks.
   cross join lateral (
     select c.snapshot from case_snapshot c where c.establishment = $1 and c.id = due.case_id limit 1) as s);
