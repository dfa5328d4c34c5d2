-- $1 establishment, $2 department or null, $3 case, $4 the last one of the page before or null, $5 how many
select s.item, s.number
from transmission_shown s
where s.establishment = $1 and s.case_id = $3 and s.number > coalesce($4::bigint, 0)
  and ($2::text is null or s.mdph = $2)
order by s.number
limit $5;
