-- $1 establishment, $2 login, $3 by whom
with gone as (
  delete from second_factor where establishment = $1 and login = $2 returning establishment, login
)
insert into account_entry (establishment, login, what, by_whom)
select g.establishment, g.login, 'second_factor_off', $3 from gone g
returning login
