-- The account stays, for the histories that name it; what lets it in goes at once. $1 establishment, $2 login,
-- $3 by whom
with disabled as (
  update account set disabled_at = jalon_now()
  where establishment = $1 and login = $2 and disabled_at is null
  returning establishment, login
), without_tokens as (
  delete from token t using disabled d where t.establishment = d.establishment and t.login = d.login
), without_feeds as (
  delete from feed f using disabled d where f.establishment = d.establishment and f.login = d.login
), without_sessions as (
  delete from login_session s using disabled d where s.establishment = d.establishment and s.login = d.login
), without_tickets as (
  delete from log_in_ticket t using disabled d where t.establishment = d.establishment and t.login = d.login
), entry as (
  insert into account_entry (establishment, login, what, by_whom)
  select d.establishment, d.login, 'disabled', $3 from disabled d
)
select exists (select from disabled) from account where establishment = $1 and login = $2;
