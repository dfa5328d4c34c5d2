-- $1 hash
select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
from token t
join account a on a.establishment = t.establishment and a.login = t.login
where t.token_hash = $1 and t.expires_at > clock_timestamp() and a.disabled_at is null;
