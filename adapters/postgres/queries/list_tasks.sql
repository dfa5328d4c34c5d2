-- What is to be done, the most urgent first, what has no date last: tasks, and letters to post or that came back,
-- which are the assistant's. The task of a report to the MDPH brings the report along, that of a freed seat the
-- session.
-- $1 establishment, $2 department or null, $3 roles or null, $4 kind or null, $5 and $6 the first and the last day or
-- null (« infinity »: no date), $7 whether those that a deadline opened are among them, $8 and $9 the last line of the
-- page before or null: due, task; $10 how many
select json_build_object(
         'id', w.id, 'kind', w.kind, 'label', w.label, 'role', w.role, 'due', w.due, 'done', false,
         'case', w.case_id, 'reference', w.reference, 'opened_at', rfc3339(w.opened_at),
         'template', w.template,
         'person', case when w.case_id is not null then (
           select json_build_object('family_name', c.person -> 'family_name', 'given_name', c.person -> 'given_name')
           from "case" c where c.establishment = $1 and c.id = w.case_id) end,
         'session', case when w.kind = 'offer_seat' then (
           select h.after -> 'data' -> 'seat' ->> 'session' from history h
           where h.establishment = $1 and h.case_id = w.case_id and h.at <= w.opened_at
             and h.after -> 'data' -> 'seat' ->> 'session' is not null
           order by h.seq desc limit 1) end,
         'transmission', (
           select s.item from transmission_shown s
           where s.establishment = $1 and s.id = substr(w.source, length('transmission:') + 1)::uuid)),
       coalesce(w.due, 'infinity'), w.id
from (
  (select t.id, t.kind, t.label, t.role, t.due, t.case_id, t.opened_at, c.reference, null as template,
          case when t.source like 'transmission:%' then t.source end as source
   from task t
   left join "case" c on c.establishment = t.establishment and c.id = t.case_id
   where t.establishment = $1 and t.done_at is null and t.opened_at > '-infinity'
     and ($2::text is null or c.mdph = $2)
     and ($3::jsonb is null or t.role = any (array(select jsonb_array_elements_text($3))))
     and ($4::text is null or t.kind = $4)
     and case when t.due is null then 'infinity'::date else t.due end >= coalesce($5::date, '-infinity')
     and case when t.due is null then 'infinity'::date else t.due end <= coalesce($6::date, 'infinity')
     and ($7::boolean or t.source not like 'deadline:%')
     and ($8::date is null or (case when t.due is null then 'infinity'::date else t.due end, t.id) > ($8, $9::uuid))
   order by case when t.due is null then 'infinity'::date else t.due end, t.id
   limit $10)
  union all
  (select l.id, l.kind, l.label, 'admin_assistant', l.due, l.case_id, l.opened_at, c.reference, l.template, null
   from letter_task l
   join "case" c on c.establishment = l.establishment and c.id = l.case_id
   where l.establishment = $1 and ($2::text is null or c.mdph = $2)
     and ($3::jsonb is null or $3 ? 'admin_assistant')
     and ($4::text is null or l.kind = $4)
     and l.due >= coalesce($5::date, '-infinity')
     and l.due <= coalesce($6::date, 'infinity')
     and ($8::date is null or (l.due, l.id) > ($8, $9::uuid))
   order by l.due, l.id
   limit $10)) as w
order by coalesce(w.due, 'infinity'), w.id
limit $10;
