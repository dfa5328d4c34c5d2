-- $1 establishment, $2 login, $3 by whom
with enabled as (
  update account set disabled_at = null
  where establishment = $1 and login = $2 and disabled_at is not null
  returning establishment, login
)
insert into account_entry (establishment, login, what, by_whom)
select e.establishment, e.login, 'enabled', $3 from enabled e
returning login
