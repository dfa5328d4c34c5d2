-- $1 establishment, $2 case, $3 login, $4 facts (JSON list)
insert into reading (establishment, at, login, case_id, template, facts)
values ($1, jalon_now(), $3, $2::uuid, 'case', array(select jsonb_array_elements_text($4::jsonb)));
