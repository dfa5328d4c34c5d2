-- Cases in sight, the open ones first; among them by due date, by name, or the newest reference first.
-- $1 establishment, $2 department or null, $3 state and region as a jsonpath or null, $4 role or null,
-- $5 overdue or null, $6 what to search for or null, $7 MDPH or null, $8 session or null, $9 missing document or
-- null, $10 birth date or null, $11 closed or null, $12 order: newest, due, name; $13, $14 and $15 the last line of
-- the page before or null: whether it was open, what it was ordered by, its reference; $16 how many.
-- The order is known when the statement is planned: « newest » leaves an order that an index has. The place in the
-- order of names is read from the last case, so that no name stands in the address of a page.
with word as (
  select word, '%' || word || '%' as pattern
  from regexp_split_to_table(searchable($6), '\s+') as word
  where word <> ''
), last as not materialized (
  select c.search_text as place from "case" c where c.establishment = $1 and c.reference = $15
), found as not materialized (
  select c.*, case $12 when 'name' then c.search_text else '-' end as place
  from "case" c
  where c.establishment = $1
    and ($2::text is null or c.mdph = $2)
    and ($7::text is null or c.mdph = $7)
    -- By the index of the history, because there is none on what a case knows.
    and ($8::text is null or (
      c.data -> 'seat' ->> 'session' = $8
      and c.id in (select seated from cases_seated_in($8) as seated)))
    and ($10::text is null or c.person ->> 'birth_date' = $10)
    -- The longest word by the index, the others on what it leaves.
    and ($6::text is null or (
      c.id in (
        select named from cases_named_like((select w.pattern from word w order by length(w.word) desc limit 1)) as named)
      and c.search_text like all (select w.pattern from word w)))
), late as not materialized (
  select d.case_id
  from deadline d
  where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
), open as not materialized (
  select f.* from found f
  where not f.closed and $11::boolean is not true
    and ($3::jsonpath is null or f.states @? $3)
    and ($9::text is null or not coalesce(f.data -> 'documents' ? $9, false))
    and ($4::text is null or f.id in (
      select t.case_id from task t
      where t.establishment = $1 and t.role = $4 and t.done_at is null and t.opened_at > '-infinity'
      union all
      select d.case_id from deadline d
      where d.establishment = $1 and d.owner = $4 and d.due > '-infinity'))
    and ($5::boolean is not true or f.id = any (array(select case_id from late)))
    and ($5::boolean is not false or f.id not in (select case_id from late))
), first_due as not materialized (
  select d.case_id, d.due
  from deadline d
  where d.establishment = $1 and d.due > '-infinity' and not d.frozen
    and not exists (
      select from deadline e
      where e.establishment = d.establishment and e.case_id = d.case_id and not e.frozen
        and (e.due, e.id, e.number) < (d.due, d.id, d.number))
), by_due as materialized (
  -- Along the deadlines, so that not every case is looked at for its own.
  select o.*, f.due::text as key
  from first_due f
  join open o on o.id = f.case_id
  where $12 = 'due'
    and ($13::boolean is null or ($13 and f.due >= $14::text::date and (f.due > $14::text::date or o.reference < $15)))
  order by f.due, o.reference desc
  limit $16
), page as (
  (select o.*, o.place as key from open o
   where $12 <> 'due'
     and ($13::boolean is null or ($13
       and o.place >= case $12 when 'name' then (select place from last) else $14 end
       and (o.place > case $12 when 'name' then (select place from last) else $14 end or o.reference < $15)))
   order by o.place, o.reference desc
   limit $16)
  union all
  select b.* from by_due b
  union all
  -- Those with no deadline, when the others are not enough.
  (select o.*, '9999-12-31' from open o
   where $12 = 'due'
     and not exists (
       select from deadline d
       where d.establishment = o.establishment and d.case_id = o.id and not d.frozen)
     and ($13::boolean is null or ($13 and ($14 < '9999-12-31' or o.reference < $15)))
   order by o.reference desc
   limit $16::integer - (select count(*) from by_due))
  union all
  -- A closed case has no deadlines, so none that is late.
  (select f.*, f.place from found f
   where f.closed and $11::boolean is not false and $5::boolean is not true and $4::text is null
     and $9::text is null
     and ($3::jsonpath is null or f.states_when_closed @? $3)
     and ($13::boolean is null or $13 or (
       f.place >= case $12 when 'name' then (select place from last) else $14 end
       and (f.place > case $12 when 'name' then (select place from last) else $14 end or f.reference < $15)))
   order by f.place, f.reference desc
   limit $16)
  union all
  -- It may have tasks: few, so that they lead to it and not the long list of closed cases to them.
  (select f.*, f.place from found f
   where f.closed and $11::boolean is not false and $5::boolean is not true and $4::text is not null
     and $9::text is null
     and f.id in (
       select t.case_id from task t
       where t.establishment = $1 and t.role = $4 and t.done_at is null and t.opened_at > '-infinity')
     and ($3::jsonpath is null or f.states_when_closed @? $3)
     and ($13::boolean is null or $13 or (
       f.place >= case $12 when 'name' then (select place from last) else $14 end
       and (f.place > case $12 when 'name' then (select place from last) else $14 end or f.reference < $15)))
   order by f.place, f.reference desc
   limit $16)
)
select json_build_object(
         'id', p.id, 'reference', p.reference, 'workflow', p.workflow, 'states', p.states, 'closed', p.closed,
         'overdue', coalesce(d.due < jalon_today(), false), 'due', d.due,
         'person', json_build_object('family_name', p.person -> 'family_name',
                                     'given_name', p.person -> 'given_name'),
         'mdph', p.mdph),
       not p.closed, case $12 when 'name' then '-' else p.key end, p.reference
from (select * from page order by not closed desc, key, reference desc limit $16) as p
cross join lateral (
  select min(d.due) as due
  from deadline d
  where d.establishment = p.establishment and d.case_id = p.id and not d.frozen) as d
order by not p.closed desc, p.key, p.reference desc;
