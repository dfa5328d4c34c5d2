-- Cases in sight, the open ones first, the newest reference first.
-- $1 establishment, $2 department or null, $3 state and region as a jsonpath or null, $4 role or null,
-- $5 overdue or null, $6 what to search for or null, $7 and $8 the last line of the page before or null:
-- whether it was open, its reference; $9 how many
with word as (
  select word, '%' || word || '%' as pattern
  from regexp_split_to_table(searchable($6), '\s+') as word
  where word <> ''
), found as not materialized (
  select c.*
  from "case" c
  where c.establishment = $1
    and ($2::text is null or c.mdph = $2)
    -- The longest word by the index, the others on what it leaves.
    and ($6::text is null or (
      c.search_text like (select w.pattern from word w order by length(w.word) desc limit 1)
      and c.search_text like all (select w.pattern from word w)))
), late as not materialized (
  select d.case_id
  from deadline d
  where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
), page as (
  (select f.* from found f
   where not f.closed
     and ($3::jsonpath is null or f.states @? $3)
     and ($4::text is null or f.id in (
       select t.case_id from task t
       where t.establishment = $1 and t.role = $4 and t.done_at is null and t.opened_at > '-infinity'
       union all
       select d.case_id from deadline d
       where d.establishment = $1 and d.owner = $4 and d.due > '-infinity'))
     and ($5::boolean is not true or f.id in (select case_id from late))
     and ($5::boolean is not false or f.id not in (select case_id from late))
     and ($7::boolean is null or ($7 and f.reference < $8))
   order by f.reference desc
   limit $9)
  union all
  -- A closed case has no deadlines, so none that is late.
  (select f.* from found f
   where f.closed and $5::boolean is not true and $4::text is null
     and ($3::jsonpath is null or f.states_when_closed @? $3)
     and ($7::boolean is null or $7 or f.reference < $8)
   order by f.reference desc
   limit $9)
  union all
  -- It may have tasks: few, so that they lead to it and not the long list of closed cases to them.
  (select f.* from found f
   where f.closed and $5::boolean is not true and $4::text is not null
     and f.id in (
       select t.case_id from task t
       where t.establishment = $1 and t.role = $4 and t.done_at is null and t.opened_at > '-infinity')
     and ($3::jsonpath is null or f.states_when_closed @? $3)
     and ($7::boolean is null or $7 or f.reference < $8)
   order by f.reference desc
   limit $9)
)
select json_build_object(
         'id', p.id, 'reference', p.reference, 'workflow', p.workflow, 'states', p.states, 'closed', p.closed,
         'overdue', coalesce(d.due < jalon_today(), false), 'due', d.due,
         'person', json_build_object('family_name', p.person -> 'family_name',
                                     'given_name', p.person -> 'given_name'),
         'mdph', p.mdph),
       not p.closed, p.reference
from (select * from page order by not closed desc, reference desc limit $9) as p
cross join lateral (
  select min(d.due) as due
  from deadline d
  where d.establishment = p.establishment and d.case_id = p.id and not d.frozen) as d
order by not p.closed desc, p.reference desc;
