-- Of these national decision numbers, those an open case has. $1 establishment, $2 the numbers as a JSON list
select distinct c.notification ->> 'national_decision_id'
from "case" c
where c.establishment = $1 and not c.closed
  and c.notification ->> 'national_decision_id' in (select jsonb_array_elements_text($2::jsonb));
