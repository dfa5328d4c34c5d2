-- $1 hash. Counted before the code is looked at, so that many sent at once are not more than five.
update log_in_ticket t set tries = t.tries + 1
from account a
where t.ticket_hash = $1 and t.tries < 5 and t.expires_at > clock_timestamp()
  and a.establishment = t.establishment and a.login = t.login and a.disabled_at is null
returning t.establishment, t.login
