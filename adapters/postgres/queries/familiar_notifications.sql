-- Which of these notifications have come already: those whose national decision an open case has, and those
-- of the same person, MDPH and day as a case has, unless their numbers tell them apart.
-- $1 establishment, $2 the notifications as a JSON list
with asked as materialized (
  select a.*, searchable(a.family_name || ' ' || a.given_name) as name
  from jsonb_to_recordset($2::jsonb) as a (
    n integer, national_decision_id text, family_name text, given_name text, birth_date text, mdph text,
    received_on text)
), known as (
  select a.n, true as by_decision
  from asked a
  join "case" c on c.notification ->> 'national_decision_id' = a.national_decision_id
  where c.establishment = $1 and not c.closed
  union all
  select a.n, false
  from asked a
  join "case" c on c.mdph = a.mdph and c.notification ->> 'received_on' = a.received_on
    and c.person ->> 'birth_date' = a.birth_date
  where c.establishment = $1
    and (a.national_decision_id = '' or not c.notification ? 'national_decision_id'
         or c.notification ->> 'national_decision_id' = a.national_decision_id)
    and searchable((c.person ->> 'family_name') || ' ' || (c.person ->> 'given_name')) = a.name
)
select n, bool_or(by_decision) from known group by n;
