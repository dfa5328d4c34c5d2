-- $1 establishment, $2 case, $3 login, $4 reason, $5 where people reach the program
select open_exceptional_access($1, $2::uuid, $3, $4, $5);
