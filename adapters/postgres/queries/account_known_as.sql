-- The one account that is not disabled and has that e-mail address ($2 true) or login. $1 value
select min(a.establishment), min(a.login)
from account a
where a.disabled_at is null and case when $2::boolean then lower(a.email) = lower($1) else a.login = $1 end
having count(*) = 1;
