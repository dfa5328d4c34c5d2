-- $1 establishment, $2 letter, $3 day, $4 reason, $5 login
select return_letter($1, $2, $3, $4, $5);
