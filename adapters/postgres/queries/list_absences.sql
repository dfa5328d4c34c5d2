-- The latest first. $1 establishment, $2 login or null, $3 the last one of the page before or null, $4 how many
select absence_json(x), x.number
from absence x
where x.establishment = $1 and x.number < coalesce($3::bigint, 9223372036854775807)
  and ($2::text is null or $2 in (x.login, x.substitute))
order by x.number desc
limit $4;
