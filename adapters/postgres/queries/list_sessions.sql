-- $1 establishment, $2 and $3 the last one of the page before or null: entry, identifier; $4 how many
select session_shown(s), s.entry_on, s.id
from session s
where s.establishment = $1 and ($2::date is null or (s.entry_on, s.id) > ($2, $3::uuid))
order by s.entry_on, s.id
limit $4;
