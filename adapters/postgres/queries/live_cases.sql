-- Open cases by identifier. $1 establishment, $2 the last one had or null, $3 how many
select s.snapshot
from "case" c
join case_snapshot s on s.establishment = c.establishment and s.id = c.id
where c.establishment = $1 and not c.closed and ($2::uuid is null or c.id > $2::uuid)
order by c.id
limit $3::bigint;
