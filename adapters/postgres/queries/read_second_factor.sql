-- $1 establishment, $2 login
select s.secret,
  (select count(*) from recovery_code r
   where r.establishment = s.establishment and r.login = s.login and r.used_at is null)
from second_factor s
where s.establishment = $1 and s.login = $2
