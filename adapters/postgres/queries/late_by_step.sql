-- What is late, by deadline, the most numerous first. $1 establishment
select d.id, d.owner, count(*) as count, min(d.due) as oldest
from deadline d
where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
group by d.id, d.owner
order by count(*) desc, d.id;
