-- Messages to the person that did not arrive, or of which nobody knows, of open cases, as long as nobody has dealt
-- with them; and who has been told at once. $1 establishment
select coalesce(json_agg(json_build_object(
  'id', m.id, 'case', m.case_id, 'reference', c.reference, 'workflow', c.workflow, 'template', m.template,
  'trouble', m.trouble, 'data', c.data,
  'told', (
    select coalesce(json_agg(u.details ->> 'login'), '[]')
    from message u
    where u.establishment = $1 and u.recipient = 'staff' and u.template = 'staff_urgent'
      and u.details ->> 'about' = m.id::text)) order by m.number), '[]')
from (
  select r.id, r.number, r.case_id, r.template, r.status as trouble
  from message r
  where r.establishment = $1 and r.recipient = 'person' and r.status in ('refused', 'in_doubt')
    and exists (
      select from task t
      where t.establishment = $1 and t.case_id = r.case_id and t.source = 'message:' || r.id and t.done_at is null)
  union all
  select r.id, r.number, r.case_id, r.template, 'returned'
  from message r
  where r.establishment = $1 and r.recipient = 'person' and r.returned_on is not null and r.return_settled_at is null
) as m
join "case" c on c.establishment = $1 and c.id = m.case_id
where not c.closed;
