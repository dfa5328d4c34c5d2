-- Reports that leave by themselves where an endpoint is configured. A person's confirmation and an accepted sending
-- are the same row in the same words (confirm_transmission).

-- Everything a document about a report may say.
create function report_facts(of_establishment text, asked uuid) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'establishment', r.establishment, 'id', r.id, 'reference', c.reference, 'status', r.status, 'code', r.code,
    'reason', r.reason, 'occurred_on', h.occurred_on, 'written_at', rfc3339(jalon_now()),
    'decision_id', c.notification -> 'decision_id', 'national_decision_id', c.notification -> 'national_decision_id',
    'attempts', r.attempts, 'mdph', c.mdph,
    'name', coalesce((
      select s.value ->> 'name' from setting s where s.establishment = e.code and s.name = 'letter_head'), e.name),
    'setting', (
      select s.value from setting s where s.establishment = e.code and s.name = 'via_trajectoire'))
  from transmission r
  join establishment e on e.code = r.establishment
  join "case" c on c.establishment = r.establishment and c.id = r.case_id
  join history h on h.establishment = r.establishment and h.case_id = r.case_id and h.seq = r.seq
  where r.establishment = of_establishment and r.id = asked
$$;

-- What became of a report that was being sent.
create function transmission_stopped(
  of_establishment text, stopped uuid, as_delivery text, why text, pause_s integer) returns void
language sql as $$
  update transmission r
  set delivery = as_delivery, problem = why, not_before = clock_timestamp() + make_interval(secs => pause_s)
  where r.establishment = of_establishment and r.id = stopped and r.delivery = 'sending'
$$;

create function send_transmission_again(of_establishment text, asked uuid) returns text
language plpgsql as $$
begin
  update transmission r
  set delivery = null, problem = null, not_before = null
  where r.establishment = of_establishment and r.id = asked and r.delivery in ('later', 'refused', 'in_doubt');
  if found then
    return 'yes';
  end if;
  return case when exists (
    select from transmission r where r.establishment = of_establishment and r.id = asked)
    then 'not_this_way' else 'no_such' end;
end
$$;

-- Of a report whose process died nobody knows whether it left. Answers how many there were.
create function recover_abandoned_transmissions() returns integer
language plpgsql as $$
declare
  claimer uuid;
  found_now integer;
  recovered integer := 0;
begin
  for claimer in select distinct r.claimed_by from transmission r where r.status = 'to_do' and r.delivery = 'sending'
  loop
    continue when not pg_try_advisory_xact_lock(claimer_lock(claimer));
    update transmission r
    set delivery = 'in_doubt',
        problem = 'Jalon s’est arrêté pendant l’envoi : vérifiez sur ViaTrajectoire si le statut y est déjà.'
    where r.status = 'to_do' and r.delivery = 'sending' and r.claimed_by = claimer;
    get diagnostics found_now = row_count;
    recovered := recovered + found_now;
  end loop;
  return recovered;
end
$$;
