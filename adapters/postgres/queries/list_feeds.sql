-- $1 establishment, $2 login, $3 the last one of the page before or null, $4 how many
select json_build_object('id', f.id, 'name', f.name, 'created_at', rfc3339(f.created_at)), f.number
from feed f
where f.establishment = $1 and f.login = $2 and f.number > coalesce($3::bigint, 0)
order by f.number
limit $4;
