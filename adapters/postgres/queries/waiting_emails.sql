-- E-mails that wait to leave, or to be tried again, in their order. $1 establishment
select coalesce(json_agg(json_build_object(
  'id', m.id, 'template', m.template, 'recipient', m.recipient,
  'to', case when m.recipient = 'staff' then m.details ->> 'login' end,
  'case', m.case_id, 'reference', c.reference, 'status', m.status, 'created_at', rfc3339(m.created_at),
  'not_before', rfc3339(m.not_before), 'attempts', m.attempts) order by m.number), '[]')
from message m
left join "case" c on c.establishment = m.establishment and c.id = m.case_id
where m.status = 'pending' and m.kind = 'email' and m.establishment = $1;
