-- $1 establishment, $2 transmission, $3 day, $4 proof or null, $5 login
select confirm_transmission($1, $2, $3, $4, $5);
