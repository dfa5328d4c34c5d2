-- $1 hash
select close_login_session($1)
