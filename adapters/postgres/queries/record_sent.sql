-- The server has it; also when somebody took us for dead meanwhile. $1 establishment, $2 message
with sent as (
  update message
  set status = 'sent', sent_at = jalon_now(), reason = null
  where establishment = $1 and id = $2 and status in ('sending', 'in_doubt')
  returning establishment, id, case_id
)
update task t
set done_at = jalon_now(), done_by = 'engine'
from sent s
where t.establishment = s.establishment and t.source = 'message:' || s.id and t.done_at is null
  and (t.case_id = s.case_id or (t.case_id is null and s.case_id is null));
