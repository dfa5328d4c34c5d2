-- $1 establishment, $2 login, $3 hash of the session that stays
delete from login_session s where s.establishment = $1 and s.login = $2 and s.session_hash <> $3
