-- $1 establishment, $2 department or null, $3 messages as a JSON list, $4 login
select read_letters($1, $2, array(select jsonb_array_elements_text($3::jsonb)::uuid), $4);
