-- Letters that left, the last day first.
-- $1 establishment, $2 department or null, $3 and $4 the last line of the page before or null: day, number;
-- $5 how many
select json_build_object(
         'id', m.id, 'kind', m.kind, 'template', m.template, 'recipient', m.recipient, 'status', m.status,
         'case', m.case_id, 'reference', c.reference, 'posted_on', m.posted_on, 'returned_on', m.returned_on,
         'return_reason', m.return_reason,
         'person', json_build_object('family_name', c.person -> 'family_name',
                                     'given_name', c.person -> 'given_name')),
       m.posted_on, m.number
from message m
join "case" c on c.establishment = m.establishment and c.id = m.case_id
where m.establishment = $1 and m.posted_on is not null and ($2::text is null or c.mdph = $2)
  and ($3::date is null or (m.posted_on, m.number) < ($3::date, $4::bigint))
order by m.posted_on desc, m.number desc
limit $5;
