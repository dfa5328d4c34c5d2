-- $1 establishment, $2 login
select a.password_hash from account a where a.establishment = $1 and a.login = $2 and a.disabled_at is null
