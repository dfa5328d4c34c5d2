-- Deadlines that are still asked for, the earliest first, with their cases: not of a suspended case, and of those that
-- passed only what has its task still open.
-- $1 establishment, $2 department or null, $3 owners, $4 names whoever owns them, $5 and $6 the first and the last day
-- (the first may be null), $7 to $10 the last line of the page before or null: due, case, deadline, number; $11 how
-- many
select json_build_object('id', d.id, 'number', d.number, 'snapshot', s.snapshot),
       d.due, d.case_id, d.id, d.number
from (
  select d.due, d.case_id, d.id, d.number
  from deadline d
  where d.establishment = $1 and d.due > '-infinity' and not d.frozen
    and d.due >= coalesce($5::date, '-infinity') and d.due <= $6
    and (d.owner = any (array(select jsonb_array_elements_text($3::jsonb)))
      or d.id = any (array(select jsonb_array_elements_text($4::jsonb))))
    and (d.passed_at is null or exists (
      select from task t
      where t.establishment = d.establishment and t.case_id = d.case_id
        and (case when t.done_at is null and t.source like 'deadline:%' then t.source end) = 'deadline:' || d.id))
    and ($2::text is null or exists (
      select from "case" c where c.establishment = d.establishment and c.id = d.case_id and c.mdph = $2))
    and ($7::date is null or (d.due, d.case_id, d.id, d.number) > ($7, $8::uuid, $9::text, $10::integer))
  order by d.due, d.case_id, d.id, d.number
  limit $11) as d
-- One by one (the limit keeps it so), whatever statistics guess of their tasks.
cross join lateral (
  select c.snapshot from case_snapshot c where c.establishment = $1 and c.id = d.case_id limit 1) as s
order by d.due, d.case_id, d.id, d.number;
