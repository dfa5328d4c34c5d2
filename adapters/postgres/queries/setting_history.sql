-- The newest first. $1 establishment, $2 name, $3 the last one of the page before or null, $4 how many
select jsonb_build_object('value', value, 'revision', revision, 'set_by', set_by, 'set_at', rfc3339(set_at)), revision
from setting_history
where establishment = $1 and name = $2 and revision < coalesce($3::bigint, 9223372036854775807)
order by revision desc
limit $4::bigint;
