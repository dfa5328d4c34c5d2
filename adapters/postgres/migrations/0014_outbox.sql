-- What becomes of a message that a person must look at, and of those whose process died.

-- Takes a message out of the way and asks somebody to look at it.
create function park_message(of_establishment text, parked uuid, parked_as text, why text) returns void
language plpgsql as $$
declare
  old message;
begin
  update message m
  set status = parked_as, reason = why
  where m.establishment = of_establishment and m.id = parked and m.status = 'sending'
  returning * into old;
  if old.id is null then
    return;
  end if;
  insert into task (establishment, id, case_id, kind, label, role, source, opened_at)
  select of_establishment, gen_random_uuid(), old.case_id, 'message_' || parked_as,
         case parked_as
           when 'in_doubt' then 'Vérifier si ce message est arrivé avant de le renvoyer : '
           else 'Message non envoyé, à reprendre : '
         end || why,
         'admin_assistant', 'message:' || parked, jalon_now()
  where not exists (
    select from task t
    where t.establishment = of_establishment and t.source = 'message:' || parked and t.done_at is null
      and (t.case_id = old.case_id or (t.case_id is null and old.case_id is null)));
end
$$;

-- The lock that says that who claimed a message is alive. It belongs to the connection that claims and goes
-- with it, however the process ends: no lease that is too short for a slow server, none that lets a message
-- lie.
create function claimer_lock(claimer uuid) returns bigint
language sql immutable strict parallel safe as $$
  select hashtextextended('jalon message ' || claimer, 0)
$$;

-- Letters of the dead are made again; of an e-mail nobody knows whether it left. Answers how many.
create function recover_abandoned() returns integer
language plpgsql as $$
declare
  claimer uuid;
  abandoned message;
  recovered integer := 0;
begin
  for claimer in select distinct m.claimed_by from message m where m.status = 'sending' loop
    continue when not pg_try_advisory_xact_lock(claimer_lock(claimer));
    for abandoned in
      select * from message m where m.status = 'sending' and m.claimed_by = claimer for update skip locked
    loop
      recovered := recovered + 1;
      if abandoned.kind = 'email' then
        perform park_message(abandoned.establishment, abandoned.id, 'in_doubt',
                             'Jalon s''est arrêté pendant l''envoi.');
      else
        update message m
        set status = case when m.cancelled_at is null then 'pending' else 'cancelled' end
        where m.establishment = abandoned.establishment and m.id = abandoned.id;
      end if;
    end loop;
  end loop;
  return recovered;
end
$$;
