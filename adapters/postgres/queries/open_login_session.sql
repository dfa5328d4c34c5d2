-- $1 establishment, $2 login, $3 hash, $4 minutes of rest, $5 minutes in all, $6 the account as a subject of failures
with forgotten as (
  delete from failed_log_in f where f.establishment = $1 and f.subject = log_in_subject($6)
),
ended as (
  delete from login_session s where s.establishment = $1 and s.expires_at <= clock_timestamp()
)
insert into login_session (establishment, session_hash, login, idle, expires_at)
values ($1, $3, $2, make_interval(mins => $4::integer), clock_timestamp() + make_interval(mins => $5::integer))
