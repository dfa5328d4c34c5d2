-- $1 establishment, $2 identifier, $3 by whom
with revoked as (
  delete from token where establishment = $1 and id = $2::uuid returning establishment, login
)
insert into account_entry (establishment, login, what, by_whom)
select r.establishment, r.login, 'token_revoked', $3 from revoked r
returning login
