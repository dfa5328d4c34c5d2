-- $1 establishment, $2 login, $3 hash
with used as (
  update recovery_code r set used_at = clock_timestamp()
  where r.establishment = $1 and r.login = $2 and r.code_hash = $3 and r.used_at is null
  returning r.establishment, r.login
)
insert into account_entry (establishment, login, what, by_whom)
select u.establishment, u.login, 'recovery_code_used', u.login from used u
returning login
