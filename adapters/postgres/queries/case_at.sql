-- A case as it was at an instant, with the tasks and the queue of that moment; of the person, what is known
-- now.
-- $1 establishment, $2 department or null, $3 case, $4 instant
select snapshot_after($1, c.id, h.seq)::jsonb || jsonb_build_object(
  'tasks', (
    select jsonb_agg(jsonb_build_object(
      'id', t.id, 'kind', t.kind, 'label', t.label, 'source', t.source, 'role', t.role, 'due', t.due,
      'repeats_monthly', t.repeats_monthly)
      order by t.opened_at, t.id)
    from task t
    where t.establishment = $1 and t.case_id = c.id and t.opened_at <= $4
      and (t.done_at is null or t.done_at > $4)),
  'queued', (
    select jsonb_agg(jsonb_build_object('id', q.id, 'code', q.code) order by q.number)
    from transmission q
    where q.establishment = $1 and q.case_id = c.id and q.wanted_at <= $4
      and (q.released_at is null or q.released_at > $4)))
from "case" c
cross join lateral (
  select max(h.seq) as seq
  from history h
  where h.establishment = c.establishment and h.case_id = c.id and h.at <= $4) as h
where c.establishment = $1 and c.id = $3 and ($2::text is null or c.mdph = $2) and h.seq is not null;
