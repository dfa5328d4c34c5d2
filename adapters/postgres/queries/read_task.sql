-- $1 establishment, $2 task
select json_build_object(
  'id', t.id, 'kind', t.kind, 'label', t.label, 'role', t.role, 'due', t.due, 'done', t.done_at is not null,
  'case', t.case_id, 'reference', c.reference, 'opened_at', rfc3339(t.opened_at),
  'done_at', rfc3339(t.done_at), 'done_by', t.done_by)
from task t
left join "case" c on c.establishment = t.establishment and c.id = t.case_id
where t.establishment = $1 and t.id = $2;
