-- $1 hash
delete from login_session s where s.session_hash = $1
