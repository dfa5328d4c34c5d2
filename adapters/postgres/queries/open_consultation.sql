-- The week's look through ViaTrajectoire, once. $1 establishment, $2 the week's Monday, $3 the day on which it is due
select open_consultation($1, $2, $3);
