-- $1 establishment, $2 case, $3 login
select erase_case($1, $2::uuid, $3);
