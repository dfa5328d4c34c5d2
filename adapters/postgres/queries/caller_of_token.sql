-- $1 hash. Its use is written down at most every five minutes.
with used as (
  update token t set last_used_at = clock_timestamp()
  where t.token_hash = $1 and t.expires_at > clock_timestamp()
    and (t.last_used_at is null or t.last_used_at < clock_timestamp() - interval '5 minutes')
)
select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
from token t
join account a on a.establishment = t.establishment and a.login = t.login
where t.token_hash = $1 and t.expires_at > clock_timestamp() and a.disabled_at is null;
