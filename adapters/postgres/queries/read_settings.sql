-- The settings a decision needs, of one moment. $1 establishment
select e.settings_revision,
       (select value from setting where establishment = e.code and name = 'calendar'),
       (select value from setting where establishment = e.code and name = 'reasons')
from establishment e
where e.code = $1;
