-- What a document about a case is made of, and its own template; that it was read is kept with it.
-- $1 establishment, $2 case, $3 template, $4 login
with seen as (
  insert into reading (establishment, at, login, case_id, template)
  select c.establishment, jalon_now(), $4, c.id, $3
  from "case" c
  where c.establishment = $1 and c.id = $2
  returning case_id
)
select letter_facts($1, s.case_id, null) || jsonb_build_object(
  'template', $3::text, 'by_email', false, 'recipient', 'person', 'details', '{}'::jsonb,
  'own_template', own_template($1, $3))
from seen s;
