-- What a calendar feed shows: committees and sessions from $5 on, and the deadlines that run, however old, the earliest
-- first. References stand for names.
-- $1 establishment, $2 department or null (then the sessions too), $3 owners and $4 deadlines as JSON lists: a deadline
-- is shown when it is of one of these owners or is one of these; $6 how many of each at most
select json_build_object(
  'committees', (
    select coalesce(json_agg(json_build_object('id', m.id, 'on', m.held_on) order by m.held_on, m.id), '[]')
    from (select * from committee where establishment = $1 and held_on >= $5::date
          order by held_on, id limit $6::integer) m),
  'sessions', (
    select coalesce(json_agg(json_build_object(
             'id', s.id, 'entry_on', s.entry_on, 'pre_reception_on', s.pre_reception_on, 'weeks', s.weeks,
             'capacity', s.capacity, 'taken', s.taken) order by s.entry_on, s.id), '[]')
    from (select * from session where establishment = $1 and entry_on >= $5::date and $2::text is null
          order by entry_on, id limit $6::integer) s),
  'deadlines', (
    select coalesce(json_agg(json_build_object(
             'case', d.case_id, 'reference', d.reference, 'workflow', d.workflow, 'deadline', d.id,
             'number', d.number, 'due', d.due, 'derivation', d.derivation, 'overdue', d.due < jalon_today())
             order by d.due, d.case_id, d.id, d.number), '[]')
    from (select d.*, c.reference, c.workflow
          from deadline d
          join "case" c on c.establishment = d.establishment and c.id = d.case_id
          where d.establishment = $1 and d.due > '-infinity' and not d.frozen
            and ($2::text is null or c.mdph = $2)
            and ($3::jsonb ? d.owner or $4::jsonb ? d.id)
          order by d.due, d.case_id, d.id, d.number
          limit $6::integer) d));
