-- What people finish by hand, beside the events of a case.

-- A task is done once; asked again it is still done. One that repeats comes back a month later, counted from
-- its first date. A transmission's task is done by confirming the transmission.
create function finish_task(of_establishment text, finished uuid, login text) returns text
language plpgsql as $$
declare
  old task;
  months integer;
  next_due date;
begin
  select * into old from task t
  where t.establishment = of_establishment and t.id = finished
  for no key update;
  if old.id is null then
    return 'no_such';
  end if;
  if old.source like 'transmission:%' then
    return 'not_this_way';
  end if;
  if old.done_at is not null then
    return 'yes';
  end if;
  update task t
  set done_at = jalon_now(), done_by = login
  where t.establishment = of_establishment and t.id = finished;
  if old.repeats_monthly then
    old.first_due := coalesce(old.first_due, jalon_today());
    old.due := coalesce(old.due, old.first_due);
    months := extract(year from old.due)::integer * 12 + extract(month from old.due)::integer
      - extract(year from old.first_due)::integer * 12 - extract(month from old.first_due)::integer + 1;
    next_due := old.first_due + make_interval(months => months);
    insert into task (establishment, id, case_id, kind, label, role, source, due, first_due, repeats_monthly,
                      opened_at)
    values (old.establishment, gen_random_uuid(), old.case_id, old.kind, old.label, old.role, old.source,
            next_due, old.first_due, true, jalon_now());
  end if;
  return 'yes';
end
$$;

-- A transmission is confirmed once it is to do; the same confirmation may be repeated. Its task is then done.
-- While it is being sent only the outcome of the sending confirms it.
create function confirm_transmission(of_establishment text, confirmed uuid, day date, shown text, login text)
returns text
language plpgsql as $$
declare
  old transmission;
begin
  select * into old from transmission r
  where r.establishment = of_establishment and r.id = confirmed
  for no key update;
  if old.id is null then
    return 'no_such';
  end if;
  if old.status = 'confirmed' and old.confirmed_on = day and old.proof is not distinct from shown then
    return 'yes';
  end if;
  if old.status <> 'to_do' or (old.delivery = 'sending' and login <> 'via_trajectoire') then
    return 'not_this_way';
  end if;
  update transmission r
  set status = 'confirmed', confirmed_on = day, proof = shown, confirmed_by = login, delivery = null,
      problem = null
  where r.establishment = of_establishment and r.id = confirmed;
  update task t
  set done_at = jalon_now(), done_by = login
  where t.establishment = of_establishment and t.case_id = old.case_id
    and t.source = 'transmission:' || confirmed and t.done_at is null;
  return 'yes';
end
$$;
