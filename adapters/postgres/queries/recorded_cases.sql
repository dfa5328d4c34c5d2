-- Cases with their whole histories, by identifier. $1 establishment, $2 the last one had or null, $3 how many
select s.snapshot, e.settings_revision, (
  select json_agg(json_build_object(
    'seq', h.seq, 'at', epoch_us(h.at), 'occurred_on', h.occurred_on, 'event', h.event, 'data', h.data,
    'facts', h.facts, 'after', h.after) order by h.seq)
  from history h
  where h.establishment = s.establishment and h.case_id = s.id)
from case_snapshot s
join establishment e on e.code = s.establishment
where s.establishment = $1 and ($2::uuid is null or s.id > $2)
order by s.id
limit $3;
