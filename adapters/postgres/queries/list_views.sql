-- $1 establishment, $2 login
select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'filters', v.filters) order by v.name), '[]')
from saved_view v
where v.establishment = $1 and v.login = $2;
