-- The last block of each chain, as JSON, and how much is not sealed yet.
select coalesce(json_agg(json_build_object(
  'establishment', b.establishment, 'number', b.number, 'at', rfc3339(b.sealed_at),
  'hash', encode(b.hash, 'hex'),
  'waiting', (select count(*) from audit_pending p where p.establishment = b.establishment))
  order by b.establishment), '[]')
from establishment e
cross join lateral (
  select * from audit_block x where x.establishment = e.code order by x.number desc limit 1) as b;
