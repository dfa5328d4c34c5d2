-- $1 establishment, $2 and $3 the subjects of an attempt: how many seconds to wait. A day without one forgets.
select coalesce(max(ceil(extract(epoch from
         f.last_at + make_interval(secs => log_in_pause(f.subject, f.failures)) - clock_timestamp()))), 0)::integer
from failed_log_in f
where f.establishment = $1 and f.subject in (log_in_subject($2), log_in_subject($3))
  and f.last_at > clock_timestamp() - interval '1 day'
