-- The cases listed for a committee, as its table shows them, by the date of the complete file; one that was
-- decided keeps its line. $1 establishment, $2 committee, $3 department or null, $4 login
with listed as (
  select c.*, c.data -> 'decision' as decision
  from "case" c
  where c.establishment = $1 and c.data -> 'committee' ->> 'id' = $2 and ($3::text is null or c.mdph = $3)
), seen as (
  insert into letter_reading (establishment, at, login, case_id, template)
  select l.establishment, jalon_now(), $4, l.id, 'committee_table'
  from listed l
)
select letter_facts($1, null, null) || jsonb_build_object(
  'template', 'committee_table', 'by_email', false, 'recipient', 'staff', 'staff', null,
  'own_template', own_template($1, 'committee_table'),
  'details', jsonb_build_object(
    'committee', jsonb_build_object('held_on', m.held_on),
    'listed', coalesce((
      select jsonb_agg(jsonb_build_object(
        'place', l.place, 'reference', l.reference, 'family_name', l.person ->> 'family_name',
        'given_name', l.person ->> 'given_name', 'mdph', l.mdph, 'returned_on', l.data ->> 'returned_on',
        'valid_until', l.notification ->> 'valid_until', 'aim', l.decision ->> 'aim',
        'choice', l.decision ->> 'choice', 'social_urgency', l.decision -> 'social_urgency',
        'medical_urgency', l.decision -> 'medical_urgency', 'rank', l.decision -> 'rank') order by l.place)
      from (
        select *, row_number() over (order by data ->> 'returned_on', reference) as place from listed) as l), '[]')))
from committee m
where m.establishment = $1 and m.id = $2::uuid;
