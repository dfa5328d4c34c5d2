-- Every version of an establishment's own templates, or of one of them, the newest first.
-- $1 establishment, $2 template or null
select coalesce(json_agg(json_build_object(
  'name', t.name, 'version', t.version, 'text', t.text, 'set_by', t.set_by, 'set_at', rfc3339(t.set_at))
  order by t.name, t.version desc), '[]')
from letter_template t
where t.establishment = $1 and ($2::text is null or t.name = $2);
