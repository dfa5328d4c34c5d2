-- $1 establishment, $2 login, $3 password hash, $4 hash of the session that stays, $5 by whom, $6 the account as a
-- subject of failures
with changed as (
  update account set password_hash = $3
  where establishment = $1 and login = $2 and disabled_at is null
  returning establishment, login
), without_sessions as (
  delete from login_session s using changed c
  where s.establishment = c.establishment and s.login = c.login and s.session_hash <> $4
), without_tickets as (
  delete from log_in_ticket t using changed c where t.establishment = c.establishment and t.login = c.login
), forgotten as (
  delete from failed_log_in f using changed c
  where f.establishment = c.establishment and f.subject = log_in_subject($6)
)
insert into account_entry (establishment, login, what, by_whom)
select c.establishment, c.login, 'password_set', $5 from changed c
returning login
