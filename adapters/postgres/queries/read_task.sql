-- $1 establishment, $2 task, or a letter that is or was one
select json_build_object(
  'id', t.id, 'kind', t.kind, 'label', t.label, 'role', t.role, 'due', t.due, 'done', t.done_at is not null,
  'case', t.case_id, 'reference', c.reference, 'opened_at', rfc3339(t.opened_at),
  'done_at', rfc3339(t.done_at), 'done_by', t.done_by)
from (
  select establishment, id, kind, label, role, due, case_id, opened_at, done_at, done_by
  from task
  union all
  select establishment, id, kind, label, 'admin_assistant', due, case_id, opened_at, null, null
  from letter_task
  union all
  select establishment, id, 'letter_returned', 'Courrier revenu : ' || return_reason, 'admin_assistant', returned_on,
         case_id, sent_at, return_settled_at, return_settled_by
  from message
  where return_settled_at is not null) as t
left join "case" c on c.establishment = t.establishment and c.id = t.case_id
where t.establishment = $1 and t.id = $2;
