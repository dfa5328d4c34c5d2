-- $1 establishment, $2 message, $3 status (refused or in_doubt), $4 reason
select park_message($1, $2, $3, $4);
