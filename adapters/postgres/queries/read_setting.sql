-- $1 establishment, $2 name
select value from setting where establishment = $1 and name = $2;
