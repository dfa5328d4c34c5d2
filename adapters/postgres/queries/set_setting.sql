-- $1 establishment, $2 name, $3 value, $4 login
select set_setting($1, $2, $3, $4);
