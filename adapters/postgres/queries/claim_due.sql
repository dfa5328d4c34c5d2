-- $1 how many at most
select claim_due($1);
