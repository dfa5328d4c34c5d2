-- Who is of a person's team, and everything that was entered of it; nothing when there is no such case.
-- $1 establishment, $2 case
select json_build_object(
  'case', c.id,
  'referent', (
    select json_build_object('login', a.login, 'name', a.name) from account a
    where a.establishment = c.establishment and a.login = c.data ->> 'referent'),
  'members', coalesce((
    select json_agg(json_build_object(
      'login', m.login, 'name', name_of_account(m.establishment, m.login), 'since', rfc3339(m.recorded_at),
      'by', m.recorded_by) order by m.id)
    from team_entry m
    where m.establishment = c.establishment and m.case_id = c.id and m.change = 'added'
      and not exists (
        select from team_entry later
        where later.establishment = m.establishment and later.case_id = m.case_id and later.login = m.login
          and later.id > m.id)), '[]'),
  'entries', coalesce((
    select json_agg(json_build_object(
      'login', e.login, 'name', name_of_account(e.establishment, e.login), 'change', e.change, 'by', e.recorded_by,
      'at', rfc3339(e.recorded_at)) order by e.id)
    from team_entry e
    where e.establishment = c.establishment and e.case_id = c.id), '[]'))
from "case" c
where c.establishment = $1 and c.id = $2::uuid;
