-- Cases whose time is over, the one closed first first: those that go, or those that something keeps.
-- $1 establishment, $2 kept, $3 and $4 the last one of the page before or null, $5 how many
select
  jsonb_build_object(
    'case', c.id, 'reference', c.reference, 'workflow', c.workflow, 'state', final_state(c.states),
    'closed_on', c.closed_on, 'entries', c.revision, 'letters', (
      select count(*) from message m
      where m.establishment = c.establishment and m.case_id = c.id and m.kind = 'letter'),
    'transmissions', (
      select count(*) from transmission r where r.establishment = c.establishment and r.case_id = c.id),
    'kept_because', k.reason),
  c.closed_on, c.id
from "case" c
cross join lateral (select reason_to_keep(c.establishment, c.id) as reason) as k
where c.establishment = $1 and c.closed and c.closed_on < retention_before($1)
  and (k.reason is not null) = $2::boolean
  and ($3::date is null or (c.closed_on, c.id) > ($3::date, $4::uuid))
order by c.closed_on, c.id
limit $5::bigint;
