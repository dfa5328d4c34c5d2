-- $1 establishment, $2 login, $3 name, $4 e-mail or null, $5 department or null, $6 roles as a JSON list, $7 by whom
with before as (
  select a.establishment, a.login, a.roles, a.mdph from account a where a.establishment = $1 and a.login = $2 for update
), amended as (
  update account a
  set name = $3, email = $4, mdph = $5, roles = array(select jsonb_array_elements_text($6::jsonb))
  from before b
  where a.establishment = b.establishment and a.login = b.login
  returning a.establishment, a.login, a.roles, a.mdph
), without_sessions as (
  delete from login_session s using amended a, before b
  where s.establishment = a.establishment and s.login = a.login
    and (a.roles, a.mdph) is distinct from (b.roles, b.mdph)
)
insert into account_entry (establishment, login, what, by_whom)
select a.establishment, a.login, 'amended', $7 from amended a
returning login
