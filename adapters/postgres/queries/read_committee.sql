-- A committee, the versions of its list and whom it would go to now; no person's data. $1 establishment, $2 committee
select jsonb_build_object(
  'id', m.id, 'held_on', m.held_on,
  'lists', coalesce((
    select jsonb_agg(jsonb_build_object(
      'version', l.version, 'sent_at', rfc3339(l.sent_at), 'sent_by', l.sent_by,
      'files', jsonb_array_length(l.lines)) order by l.version)
    from committee_list l where l.establishment = m.establishment and l.committee_id = m.id), '[]'),
  'members', coalesce((
    select jsonb_agg(jsonb_build_object(
      'login', t.login, 'name', t.name, 'roles', t.roles, 'mdph', t.mdph, 'has_email', t.email is not null,
      'files', t.files) order by t.name, t.login)
    from committee_members(m.establishment, committee_lines(m.establishment, m.id)) t), '[]'))
from committee m
where m.establishment = $1 and m.id = $2::uuid;
