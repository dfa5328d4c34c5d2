-- $1 establishment, $2 login, $3 name, $4 e-mail or null, $5 department or null, $6 roles as a JSON list,
-- $7 password hash, $8 by whom
with added as (
  insert into account (establishment, login, name, email, mdph, roles, password_hash)
  values ($1, $2, $3, $4, $5, array(select jsonb_array_elements_text($6::jsonb)), $7)
  returning establishment, login
)
insert into account_entry (establishment, login, what, by_whom)
select a.establishment, a.login, 'added', $8 from added a
