-- The newest first. $1 establishment, $2 the last one of the page before or null, $3 how many
select
  jsonb_build_object(
    'reference', e.reference, 'workflow', e.workflow, 'state', e.state, 'opened_on', e.opened_on,
    'closed_on', e.closed_on, 'entries', e.entries, 'erased_at', rfc3339(e.erased_at), 'erased_by', e.erased_by),
  e.number
from erasure e
where e.establishment = $1 and e.number < coalesce($2::bigint, 9223372036854775807)
order by e.number desc
limit $3::bigint;
