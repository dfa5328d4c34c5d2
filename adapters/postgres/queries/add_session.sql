-- $1 establishment, $2 entry, $3 capacity, $4 weeks, $5 pre-reception or null
insert into session as s (establishment, entry_on, capacity, weeks, pre_reception_on) values ($1, $2, $3, $4, $5)
returning session_shown(s);
