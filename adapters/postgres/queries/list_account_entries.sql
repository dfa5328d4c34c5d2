-- $1 establishment, $2 login, $3 the last one of the page before or null, $4 how many
select json_build_object('what', e.what, 'by', e.by_whom, 'at', rfc3339(e.at)), e.number
from account_entry e
where e.establishment = $1 and e.login = $2 and ($3::bigint is null or e.number < $3::bigint)
order by e.number desc
limit $4;
