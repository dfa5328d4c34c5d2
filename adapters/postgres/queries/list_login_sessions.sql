-- $1 establishment, $2 login, $3 hash of the session that asks
select coalesce(json_agg(json_build_object(
  'opened_at', rfc3339(s.created_at), 'last_seen_at', rfc3339(s.last_seen_at), 'here', s.session_hash = $3)
  order by s.session_hash = $3 desc, s.last_seen_at desc), '[]')
from login_session s
where s.establishment = $1 and s.login = $2 and s.expires_at > clock_timestamp()
  and s.last_seen_at + s.idle > clock_timestamp()
