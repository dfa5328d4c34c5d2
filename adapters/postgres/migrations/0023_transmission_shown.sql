-- A transmission as people and programs see it: with the day of the event it reports and the decision it is about.
-- What its codes mean is added by the program (adapters/postgres/transmission_item.hpp).
create view transmission_shown as
select r.establishment, r.id, r.number, r.case_id, c.mdph, json_build_object(
         'id', r.id, 'code', r.code, 'reason', r.reason, 'details', r.details, 'status', r.status,
         'case', r.case_id, 'reference', c.reference, 'occurred_on', h.occurred_on,
         'national_decision_id', c.notification ->> 'national_decision_id', 'wanted_at', rfc3339(r.wanted_at),
         'delivery', r.delivery, 'problem', r.problem,
         'confirmed_on', r.confirmed_on, 'proof', r.proof, 'confirmed_by', r.confirmed_by) as item
from transmission r
join "case" c on c.establishment = r.establishment and c.id = r.case_id
join history h on h.establishment = r.establishment and h.case_id = r.case_id and h.seq = r.seq;

-- ViaTrajectoire is looked through once a week (« consultée hebdomadairement »): a task of the establishment, one for
-- each week, known by its Monday. It is done as other tasks; one that was not stays.
create unique index task_consultation_once on task (establishment, source) where kind = 'weekly_consultation';

create function open_consultation(of_establishment text, monday date, day date) returns boolean
language sql as $$
  with counted as (
    select
      (select count(*) from "case" c
       where c.establishment = of_establishment and not c.closed
         and c.states ->> 'via_trajectoire' in ('unknown', 'requested')) as to_find,
      (select count(*) from transmission r
       where r.establishment = of_establishment and r.status = 'to_do') as to_make
  ), opened as (
    insert into task (establishment, id, kind, label, role, source, due, opened_at)
    select of_establishment, gen_random_uuid(), 'weekly_consultation',
           format('Consulter ViaTrajectoire, semaine du %s (notifications papier à retrouver : %s ; transmissions à '
                  'faire : %s)', to_char(monday, 'DD/MM/YYYY'), to_find, to_make),
           'admin_assistant', 'week:' || monday, day, jalon_now()
    from counted
    where not exists (
      select from task t
      where t.establishment = of_establishment and t.kind = 'weekly_consultation' and t.source = 'week:' || monday)
    on conflict do nothing
    returning id
  )
  select exists (select from opened)
$$;
