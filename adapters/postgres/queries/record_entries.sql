-- $1 the entries
select n, outcome, reference from record_entries($1);
