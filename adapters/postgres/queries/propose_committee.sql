-- $1 establishment, $2 dates as a JSON list, $3 note or null, $4 login, $5 where it is answered
select propose_committee($1, array(select jsonb_array_elements_text($2::jsonb)::date), $3, $4, $5);
