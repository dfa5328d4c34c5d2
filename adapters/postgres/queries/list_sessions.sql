-- $1 establishment, $2 and $3 the last one of the page before or null: entry, identifier; $4 how many
select json_build_object('id', s.id, 'entry_on', s.entry_on, 'capacity', s.capacity, 'weeks', s.weeks,
                         'pre_reception_on', s.pre_reception_on, 'taken', s.taken),
       s.entry_on, s.id
from session s
where s.establishment = $1 and ($2::date is null or (s.entry_on, s.id) > ($2, $3::uuid))
order by s.entry_on, s.id
limit $4;
