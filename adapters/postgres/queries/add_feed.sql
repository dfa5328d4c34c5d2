-- $1 establishment, $2 login, $3 name, $4 hash of the secret
insert into feed (establishment, login, name, secret_hash)
select a.establishment, a.login, $3, $4
from account a
where a.establishment = $1 and a.login = $2 and a.disabled_at is null
returning json_build_object('id', id, 'name', name, 'created_at', rfc3339(created_at));
