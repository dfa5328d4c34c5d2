-- $1 establishment, $2 the last one of the page before or null, $3 how many
select token_json(t), t.number
from token t
where t.establishment = $1 and ($2::bigint is null or t.number < $2::bigint)
order by t.number desc
limit $3;
