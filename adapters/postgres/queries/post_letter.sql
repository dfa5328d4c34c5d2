-- $1 establishment, $2 letter, $3 day, $4 login
select post_letter($1, $2, $3, $4);
