-- of all establishments
select s.establishment, s.login, s.secret
from second_factor s
order by s.establishment, s.login
