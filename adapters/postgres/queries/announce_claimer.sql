-- For as long as this connection lives, what it claims is in good hands. $1 who claims
select pg_advisory_lock(claimer_lock($1));
