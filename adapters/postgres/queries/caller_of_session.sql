-- $1 hash. Written down at most twice a minute, so that a busy page costs no write each time.
with used as (
  update login_session s
  set last_seen_at = clock_timestamp()
  where s.session_hash = $1 and s.expires_at > clock_timestamp() and s.last_seen_at + s.idle > clock_timestamp()
    and s.last_seen_at < clock_timestamp() - interval '30 seconds'
)
select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
from login_session s
join account a on a.establishment = s.establishment and a.login = s.login
where s.session_hash = $1 and s.expires_at > clock_timestamp() and s.last_seen_at + s.idle > clock_timestamp()
  and a.disabled_at is null;
