-- The newest first. $1 establishment, $2 case, $3 the last one of the page before or null, $4 how many
select exceptional_access_json(x), x.id
from exceptional_access x
where x.establishment = $1 and x.case_id = $2::uuid and x.id < coalesce($3::bigint, 9223372036854775807)
order by x.id desc
limit $4::bigint;
