-- $1 establishment, $2 session
select remove_session($1, $2::uuid);
