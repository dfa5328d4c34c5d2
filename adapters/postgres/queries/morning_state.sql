-- $1 establishment
select epoch_us(jalon_now()), e.settings_revision,
       (select s.value from setting s where s.establishment = e.code and s.name = 'reminders'),
       (select max(m.day) from morning m where m.establishment = e.code)
from establishment e
where e.code = $1;
