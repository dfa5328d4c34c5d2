-- How many open cases in sight stand in each state of the journey, and how many are closed: the filters of
-- list_cases.sql but for state and search.
-- $1 establishment, $2 department or null, $3 role or null, $4 overdue or null, $5 MDPH or null, $6 session or null,
-- $7 missing document or null
with found as not materialized (
  select c.* from "case" c
  where c.establishment = $1
    and ($2::text is null or c.mdph = $2)
    and ($5::text is null or c.mdph = $5)
    and ($6::text is null or (
      c.data -> 'seat' ->> 'session' = $6
      and c.id in (select seated from cases_seated_in($6) as seated)))
), late as not materialized (
  select d.case_id from deadline d
  where d.establishment = $1 and d.due > '-infinity' and d.due < jalon_today() and not d.frozen
), task_of_role as not materialized (
  select t.case_id from task t
  where t.establishment = $1 and t.role = $3 and t.done_at is null and t.opened_at > '-infinity'
), standing as (
  select f.states ->> 'journey' as state, count(*) as count
  from found f
  where not f.closed
    and ($7::text is null or not coalesce(f.data -> 'documents' ? $7, false))
    and ($3::text is null or f.id in (select case_id from task_of_role) or f.id in (
      select d.case_id from deadline d
      where d.establishment = $1 and d.owner = $3 and d.due > '-infinity'))
    and ($4::boolean is not true or f.id = any (array(select case_id from late)))
    and ($4::boolean is not false or f.id not in (select case_id from late))
  group by 1
)
select json_build_object(
  'open', (
    select coalesce(json_agg(json_build_object('state', s.state, 'count', s.count) order by s.state), '[]')
    from standing s),
  'closed', (
    select count(*) from found f
    where f.closed and $4::boolean is not true and $7::text is null
      and ($3::text is null or f.id in (select case_id from task_of_role))));
