-- $1 establishment, $2 transmission
select json_build_object(
  'id', r.id, 'code', r.code, 'reason', r.reason, 'details', r.details, 'status', r.status,
  'case', r.case_id, 'reference', c.reference, 'wanted_at', rfc3339(r.wanted_at),
  'confirmed_on', r.confirmed_on, 'proof', r.proof, 'confirmed_by', r.confirmed_by)
from transmission r
join "case" c on c.establishment = r.establishment and c.id = r.case_id
where r.establishment = $1 and r.id = $2;
