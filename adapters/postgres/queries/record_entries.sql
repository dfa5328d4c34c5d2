-- $1 the entries, $2 which parts they have, $3 whether they are logged as commands
select n, outcome, reference from record_entries_as_planned($1, $2, $3);
