-- $1 establishment, $2 department or null, $3 the last one of the page before or null, $4 how many
select json_build_object(
         'id', r.id, 'code', r.code, 'reason', r.reason, 'details', r.details, 'status', r.status,
         'case', r.case_id, 'reference', c.reference, 'wanted_at', rfc3339(r.wanted_at),
         'confirmed_on', r.confirmed_on, 'proof', r.proof, 'confirmed_by', r.confirmed_by),
       r.number
from transmission r
join "case" c on c.establishment = r.establishment and c.id = r.case_id
where r.establishment = $1 and r.number > 0 and r.number > coalesce($3::bigint, 0)
  and ($2::text is null or c.mdph = $2)
order by r.number
limit $4;
