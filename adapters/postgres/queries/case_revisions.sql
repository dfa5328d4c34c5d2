-- $1 establishment, $2 references (a JSON list)
select c.reference, c.revision from "case" c
where c.establishment = $1 and c.reference = any (array(select jsonb_array_elements_text($2::jsonb)));
