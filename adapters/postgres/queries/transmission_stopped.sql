-- $1 establishment, $2 transmission, $3 later, refused or in_doubt, $4 why, $5 seconds of real time
select transmission_stopped($1, $2, $3, $4, $5);
