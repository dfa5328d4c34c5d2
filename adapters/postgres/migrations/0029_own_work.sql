-- What a person's day is read from: only as far as it is shown.

-- What is to be done beside the deadlines.
create index task_of_no_deadline on task (establishment, coalesce(due, 'infinity'), id)
where done_at is null and opened_at > '-infinity' and source not like 'deadline:%';

create function staff_of(of_establishment text) returns json
language sql stable as $$
  select coalesce(json_agg(json_build_object(
           'login', a.login, 'name', a.name, 'email', a.email, 'roles', a.roles) order by a.login), '[]')
  from account a
  where a.establishment = of_establishment and a.disabled_at is null
$$;

create function absences_of(of_establishment text, first_day date) returns json
language sql stable as $$
  select coalesce(json_agg(json_build_object(
           'login', x.login, 'from', x.from_on, 'until', x.until_on, 'substitute', x.substitute)
           order by x.from_on, x.login), '[]')
  from absence x
  where x.establishment = of_establishment and x.ended_at is null and x.until_on >= first_day
$$;

-- The notifications of a period, for its statistics.
create index case_by_notification on "case" (establishment, (notification ->> 'received_on'));
