-- $1 establishment, $2 login, $3 hash, $4 days
insert into token (establishment, token_hash, login, expires_at)
select a.establishment, $3, a.login, clock_timestamp() + make_interval(days => $4)
from account a
where a.establishment = $1 and a.login = $2 and a.disabled_at is null
returning token_hash;
