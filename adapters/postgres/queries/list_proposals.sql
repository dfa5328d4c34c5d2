-- $1 establishment, $2 the last number of the page before or null; $3 how many
select proposal_shown(p), p.number
from committee_proposal p
where p.establishment = $1 and p.number > coalesce($2::bigint, 0)
order by p.number
limit $3;
