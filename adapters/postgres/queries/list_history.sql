-- The entries of a case, oldest first.
-- $1 establishment, $2 department or null, $3 case, $4 the last entry of the page before or null, $5 how many
select json_build_object(
         'seq', h.seq, 'at', rfc3339(h.at), 'occurred_on', h.occurred_on, 'event', h.event, 'actor', h.actor,
         'from', h.from_states, 'to', h.to_states, 'data', h.data, 'effects', h.effects),
       h.seq
from "case" c
join history h on h.establishment = c.establishment and h.case_id = c.id
where c.establishment = $1 and c.id = $3 and ($2::text is null or c.mdph = $2)
  and h.seq > coalesce($4::integer, 0)
order by h.seq
limit $5;
