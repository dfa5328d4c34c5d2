-- Those of these cases that wait for a seat, in no order. $1 establishment, $2 cases as a JSON list, $3 login
select read_waiting($1, $2::jsonb, $3);
