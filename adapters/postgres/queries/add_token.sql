-- $1 establishment, $2 login, $3 hash, $4 days, $5 name, $6 by whom
with added as (
  insert into token (establishment, token_hash, login, expires_at, name)
  select a.establishment, $3, a.login, clock_timestamp() + make_interval(days => $4), $5
  from account a
  where a.establishment = $1 and a.login = $2 and a.disabled_at is null
  returning token.*
), entry as (
  insert into account_entry (establishment, login, what, by_whom)
  select t.establishment, t.login, 'token_added', $6 from added t
)
select json_build_object(
  'id', t.id, 'login', t.login, 'name', t.name, 'created_at', rfc3339(t.created_at),
  'expires_at', rfc3339(t.expires_at), 'last_used_at', null)
from added t
