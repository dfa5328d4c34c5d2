-- $1 establishment, $2 session
select session_ties($1, $2::uuid);
