-- $1 establishment, $2 the last one of the page before or null, $3 how many
select account_json(a), a.login
from account a
where a.establishment = $1 and a.login > coalesce($2, '')
order by a.login
limit $3;
