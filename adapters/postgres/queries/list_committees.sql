-- $1 establishment, $2 and $3 the last one of the page before or null: date, identifier; $4 how many
select json_build_object('id', m.id, 'held_on', m.held_on, 'listed', (
         select count(*) from cases_of_committee(m.establishment, m.id))),
       m.held_on, m.id
from committee m
where m.establishment = $1 and ($2::date is null or (m.held_on, m.id) > ($2, $3::uuid))
order by m.held_on, m.id
limit $4;
