-- Everything that was said of a case in view of a committee, oldest first. $1 establishment, $2 case
select coalesce(json_agg(json_build_object(
  'committee', m.id, 'held_on', m.held_on, 'kind', g.kind, 'urgency', g.urgency, 'reason', g.reason,
  'by', g.graded_by, 'at', rfc3339(g.graded_at)) order by g.id), '[]')
from committee_grade g
join committee m on m.establishment = g.establishment and m.id = g.committee_id
where g.establishment = $1 and g.case_id = $2::uuid;
