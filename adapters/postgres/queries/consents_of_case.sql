-- Everything that a person was asked of who may read what, as it was recorded, and which answers count; nothing when
-- there is no such case. $1 establishment, $2 case
select json_build_object(
  'case', c.id, 'mdph', consent_of(c.establishment, c.id, 'mdph'), 'team', consent_of(c.establishment, c.id, 'team'),
  'entries', coalesce((
    select json_agg(json_build_object(
      'purpose', s.purpose, 'consent', s.consent, 'way', s.way, 'on', s.said_on, 'by', s.recorded_by,
      'at', rfc3339(s.recorded_at)) order by s.id)
    from consent s
    where s.establishment = c.establishment and s.case_id = c.id), '[]'))
from "case" c
where c.establishment = $1 and c.id = $2::uuid;
