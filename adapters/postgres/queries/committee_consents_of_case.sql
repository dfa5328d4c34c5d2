-- Everything that a person said of what the MDPH's member may read, as it was recorded, and which counts; nothing
-- when there is no such case. $1 establishment, $2 case
select json_build_object(
  'case', c.id, 'consent', committee_consent_of(c.establishment, c.id),
  'entries', coalesce((
    select json_agg(json_build_object(
      'consent', s.consent, 'way', s.way, 'on', s.said_on, 'by', s.recorded_by, 'at', rfc3339(s.recorded_at))
      order by s.id)
    from committee_consent s
    where s.establishment = c.establishment and s.case_id = c.id), '[]'))
from "case" c
where c.establishment = $1 and c.id = $2::uuid;
