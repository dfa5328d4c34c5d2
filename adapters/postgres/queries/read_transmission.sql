-- $1 establishment, $2 transmission
select s.item
from transmission_shown s
where s.establishment = $1 and s.id = $2;
