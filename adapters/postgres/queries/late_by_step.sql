-- What is late, by deadline and by how long, the most numerous first. $1 establishment
select d.id, d.owner, count(*) as count, min(d.due) as oldest,
       count(*) filter (where d.due >= jalon_today() - 7) as up_to_a_week,
       count(*) filter (where d.due < jalon_today() - 7 and d.due >= jalon_today() - 30) as up_to_a_month,
       count(*) filter (where d.due < jalon_today() - 30) as over_a_month
from deadline d
where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
group by d.id, d.owner
order by count(*) desc, d.id;
