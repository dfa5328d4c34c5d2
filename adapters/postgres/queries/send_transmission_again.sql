-- $1 establishment, $2 transmission
select send_transmission_again($1, $2);
