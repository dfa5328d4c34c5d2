-- $1 establishment, $2 transmission, $3 proof
select confirm_transmission($1, $2, jalon_today(), $3, 'via_trajectoire');
