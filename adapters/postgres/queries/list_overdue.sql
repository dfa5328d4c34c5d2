-- Deadlines whose last day has passed, the oldest first.
-- $1 establishment, $2 department or null, $3 to $6 the last line of the page before or null: due, case,
-- deadline, number; $7 how many
select json_build_object(
         'case', d.case_id, 'reference', c.reference,
         'person', json_build_object('family_name', c.person -> 'family_name',
                                     'given_name', c.person -> 'given_name'),
         'deadline', d.id, 'region', d.region, 'state', d.state, 'raw', d.raw, 'due', d.due,
         'derivation', d.derivation, 'owner', d.owner, 'overdue', true, 'days_late', jalon_today() - d.due),
       d.due, d.case_id, d.id, d.number
from deadline d
join "case" c on c.establishment = d.establishment and c.id = d.case_id
where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
  and ($2::text is null or c.mdph = $2)
  and ($3::date is null or (d.due, d.case_id, d.id, d.number) > ($3, $4::uuid, $5::text, $6::integer))
order by d.due, d.case_id, d.id, d.number
limit $7;
