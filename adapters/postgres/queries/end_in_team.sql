-- $1 establishment, $2 case, $3 whom, $4 login
select end_in_team($1, $2::uuid, $3, $4);
