-- Cases with their whole histories and all that these caused, by identifier.
-- $1 establishment, $2 the last one had or null, $3 how many
select s.snapshot, c.states, c.closed, (
  select json_agg(json_build_object(
    'seq', h.seq, 'at', epoch_us(h.at), 'occurred_on', h.occurred_on, 'event', h.event, 'data', h.data,
    'facts', h.facts, 'states', h.to_states,
    'after', coalesce(h.after, history_after(h.establishment, h.case_id, h.seq))) order by h.seq)
  from history h
  where h.establishment = c.establishment and h.case_id = c.id), (
  select json_agg(json_build_object(
    'id', t.id, 'kind', t.kind, 'label', t.label, 'source', t.source, 'role', t.role, 'due', t.due,
    'repeats_monthly', t.repeats_monthly, 'opened_at', epoch_us(t.opened_at), 'done_at', epoch_us(t.done_at))
    order by t.opened_at, t.id)
  from task t
  where t.establishment = c.establishment and t.case_id = c.id), (
  select json_agg(json_build_object(
    'id', m.id, 'seq', m.seq, 'template', m.template, 'recipient', m.recipient, 'status', m.status)
    order by m.number)
  from message m
  where m.establishment = c.establishment and m.case_id = c.id), (
  select json_agg(json_build_object('id', r.id, 'seq', r.seq, 'code', r.code, 'status', r.status)
    order by r.number)
  from transmission r
  where r.establishment = c.establishment and r.case_id = c.id)
from "case" c
join case_snapshot s on s.establishment = c.establishment and s.id = c.id
where c.establishment = $1 and ($2::uuid is null or c.id > $2)
order by c.id
limit $3;
