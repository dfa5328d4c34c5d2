-- $1 establishment, $2 login
select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
from account a
where a.establishment = $1 and a.login = $2 and a.disabled_at is null;
