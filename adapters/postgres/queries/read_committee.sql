-- A committee and the versions of its list; no person's data. $1 establishment, $2 committee
select jsonb_build_object(
  'id', m.id, 'held_on', m.held_on,
  'lists', coalesce((
    select jsonb_agg(jsonb_build_object(
      'version', l.version, 'sent_at', rfc3339(l.sent_at), 'sent_by', l.sent_by,
      'files', jsonb_array_length(l.lines)) order by l.version)
    from committee_list l where l.establishment = m.establishment and l.committee_id = m.id), '[]'))
from committee m
where m.establishment = $1 and m.id = $2::uuid;
