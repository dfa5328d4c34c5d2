-- What is to be done, the most urgent first, what has no date last.
-- $1 establishment, $2 department or null, $3 role or null, $4 and $5 the last line of the page before or
-- null: due, task; $6 how many
select json_build_object(
         'id', t.id, 'kind', t.kind, 'label', t.label, 'role', t.role, 'due', t.due, 'done', false,
         'case', t.case_id, 'reference', c.reference, 'opened_at', rfc3339(t.opened_at)),
       coalesce(t.due, 'infinity'), t.id
from task t
left join "case" c on c.establishment = t.establishment and c.id = t.case_id
where t.establishment = $1 and t.done_at is null and t.opened_at > '-infinity'
  and ($2::text is null or c.mdph = $2)
  and ($3::text is null or t.role = $3)
  and ($4::date is null or (coalesce(t.due, 'infinity'), t.id) > ($4, $5::uuid))
order by coalesce(t.due, 'infinity'), t.id
limit $6;
