-- Those that wait or are to be made in their order, those that were made the newest first.
-- $1 establishment, $2 department or null, $3 status, $4 the last one of the page before or null, $5 how many
select s.item::jsonb || jsonb_build_object('person', jsonb_build_object(
         'family_name', c.person -> 'family_name', 'given_name', c.person -> 'given_name')),
       s.number
from transmission_shown s
join "case" c on c.establishment = s.establishment and c.id = s.case_id
join transmission r on r.establishment = s.establishment and r.id = s.id
where s.establishment = $1 and r.number > 0 and r.status = $3 and ($2::text is null or s.mdph = $2)
  and ($4::bigint is null or case $3 when 'confirmed' then r.number < $4 else r.number > $4 end)
order by case when $3 <> 'confirmed' then r.number end, r.number desc
limit $5;
