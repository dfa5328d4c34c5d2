-- $1 establishment, $2 name
select jsonb_build_object('value', value, 'revision', revision, 'set_by', set_by, 'set_at', rfc3339(set_at))
from setting
where establishment = $1 and name = $2;
