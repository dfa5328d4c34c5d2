-- $1 establishment, $2 department or null, $3 case, $4 the last one of the page before or null, $5 how many
select json_build_object(
         'id', m.id, 'kind', m.kind, 'template', m.template, 'recipient', m.recipient, 'status', m.status,
         'case', m.case_id, 'reference', c.reference, 'created_at', rfc3339(m.created_at),
         'sent_at', rfc3339(m.sent_at), 'reason', m.reason, 'template_version', m.template_version,
         'posted_on', m.posted_on, 'returned_on', m.returned_on, 'return_reason', m.return_reason),
       m.number
from message m
join "case" c on c.establishment = m.establishment and c.id = m.case_id
where m.establishment = $1 and m.case_id = $3 and m.number > coalesce($4::bigint, 0)
  and ($2::text is null or c.mdph = $2)
order by m.number
limit $5;
