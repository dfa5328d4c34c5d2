-- $1 hash of the secret
select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
from feed f
join account a on a.establishment = f.establishment and a.login = f.login
where f.secret_hash = $1 and a.disabled_at is null;
