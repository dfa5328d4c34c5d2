-- $1 establishment, $2 message
select json_build_object(
  'id', m.id, 'kind', m.kind, 'template', m.template, 'recipient', m.recipient, 'status', m.status,
  'case', m.case_id, 'reference', c.reference, 'created_at', rfc3339(m.created_at),
  'sent_at', rfc3339(m.sent_at), 'reason', m.reason, 'template_version', m.template_version,
  'posted_on', m.posted_on, 'posted_by', m.posted_by, 'returned_on', m.returned_on,
  'return_reason', m.return_reason)
from message m
join "case" c on c.establishment = m.establishment and c.id = m.case_id
where m.establishment = $1 and m.id = $2;
