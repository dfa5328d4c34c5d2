-- Who works here, and who is away or will be. $1 establishment, $2 the first day that counts
select staff_of($1), absences_of($1, $2);
