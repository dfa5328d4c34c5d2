-- Writing: history entries and everything that changes with them, in the one commit of the calling
-- statement. One entry or a thousand alike: each step is one statement over all of them.
--
-- `entries` is a list of objects as adapters/postgres/entry_json.hpp makes them, numbered from 0 in `n`, and
-- `parts` are those that any of them has: a step that no entry needs is skipped. What cannot be recorded
-- leaves the list before anything else of it is written: its identifier or key is taken, its session is
-- full, or its case is no longer as it was read. Answers these, with their outcome, and the references
-- given to cases that opened; an entry that is not mentioned was recorded.
--
-- `commands` says whether somebody may ask later what became of these: what the engine does by itself is not
-- logged as a command.
create function record_entries(entries jsonb, parts text[], commands boolean)
returns table (n integer, outcome text, reference text)
language plpgsql
-- Few entries meet big tables: by index always, even when the statistics know nothing yet.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  given constant jsonb := entries;
  moves_seats constant boolean := 'seats' = any (parts);
  opens constant boolean := 'openings' = any (parts);
  total integer := jsonb_array_length(entries);
  logged uuid[] := '{}';
  kept integer[];
  without_seat integer[] := '{}';
begin
  -- The identifier and the key: of two that come at once, the second waits here for the first.
  if commands then
    with taken as (
      insert into command_log (establishment, command_id, case_id, seq, caller, key, body_hash, answer, at)
      select e.establishment, e.command_id, e.case_id, e.expected + 1, e.actor, e.key, e.body_hash, e.answer,
             e.at
      from jsonb_to_recordset(entries) as e (
        establishment text, command_id uuid, case_id uuid, expected integer, actor text, key text,
        body_hash text, answer json, at timestamptz)
      on conflict do nothing
      returning command_id
    )
    select coalesce(array_agg(taken.command_id), '{}') into logged from taken;
    if cardinality(logged) < total then
      kept := array(
        select e.n from jsonb_to_recordset(entries) as e (n integer, command_id uuid)
        where e.command_id = any (logged));
      entries := entries_at(entries, kept);
    end if;
  end if;

  if moves_seats then
    kept := entries_with_seats(entries);
    without_seat := array(
      select e.n from jsonb_to_recordset(entries) as e (n integer) where e.n <> all (kept));
    entries := entries_at(entries, kept);
  end if;

  -- The case itself, only if it is as it was read.
  if opens then
    kept := open_cases(entries);
  else
    kept := '{}';
  end if;
  with moved as (
    update "case" c
    set revision = e.expected + 1, places = coalesce(e.after -> 'places', c.places),
        entered = coalesce(e.after -> 'entered', c.entered), states = e.to_states,
        notification = coalesce(e.after -> 'notification', c.notification),
        data = coalesce(e.after -> 'data', c.data),
        weeks_lost = coalesce((e.after ->> 'weeks_lost')::integer, c.weeks_lost), closed = e.closed,
        changed_at = e.at
    from jsonb_to_recordset(entries) as e (
      n integer, establishment text, at timestamptz, case_id uuid, expected integer, to_states jsonb,
      closed boolean, after jsonb)
    where c.establishment = e.establishment and c.id = e.case_id and c.revision = e.expected
    returning e.n
  )
  select kept || coalesce(array_agg(moved.n), '{}') into kept from moved;

  if cardinality(kept) < total then
    entries := entries_at(entries, kept);
    delete from command_log l
    using jsonb_to_recordset(given) as e (n integer, establishment text, command_id uuid)
    where e.n <> all (kept) and e.command_id = any (logged)
      and l.establishment = e.establishment and l.command_id = e.command_id;
  end if;
  if moves_seats then
    perform move_seats(entries);
  end if;
  -- By itself, because what people are searched by is computed anew.
  if 'person' = any (parts) then
    update "case" c
    set person = e.person
    from jsonb_to_recordset(entries) as e (establishment text, case_id uuid, expected integer, person jsonb)
    where e.expected > 0 and e.person is not null and c.establishment = e.establishment and c.id = e.case_id;
  end if;

  insert into history (establishment, case_id, seq, at, occurred_on, event, actor, from_states, to_states,
                       data, effects, facts, after, command_id)
  select e.establishment, e.case_id, e.expected + 1, e.at, e.occurred_on, e.event, e.actor, e.from_states,
         e.to_states, e.data, e.effects, e.facts, e.after, e.command_id
  from jsonb_to_recordset(entries) as e (
    establishment text, case_id uuid, expected integer, at timestamptz, occurred_on date, event text,
    actor text, from_states jsonb, to_states jsonb, data jsonb, effects jsonb,
    facts jsonb, after jsonb, command_id uuid);

  if 'passes' = any (parts) then
    update deadline d
    set passed_at = e.at, put_off_until = null
    from jsonb_to_recordset(entries) as e (
      establishment text, case_id uuid, at timestamptz, passes text, passes_number integer)
    where d.establishment = e.establishment and d.case_id = e.case_id and d.id = e.passes
      and d.number = e.passes_number;
  end if;
  if 'deadlines_dropped' = any (parts) then
    delete from deadline d
    using jsonb_to_recordset(entries) as e (establishment text, case_id uuid, deadlines_dropped jsonb),
          jsonb_to_recordset(e.deadlines_dropped) as x (id text, number integer)
    where d.establishment = e.establishment and d.case_id = e.case_id and d.id = x.id and d.number = x.number;
  end if;
  if 'deadlines_set' = any (parts) then
    insert into deadline as d (establishment, case_id, id, number, region, state, raw, due, derivation, owner,
                               passed_at, frozen, restarted_on, days_moved)
    select e.establishment, e.case_id, x.id, x.number, x.region, x.state, x.raw, x.due, x.derivation, x.owner,
           case when x.passed then e.at end, x.frozen, x.restarted_on, coalesce(x.days_moved, 0)
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, at timestamptz, deadlines_set jsonb),
         jsonb_to_recordset(e.deadlines_set) as x (
           id text, number integer, region text, state text, raw date, due date, derivation text, owner text,
           passed boolean, frozen boolean, restarted_on date, days_moved integer)
    on conflict (establishment, case_id, id, number) do update
    set region = excluded.region, state = excluded.state, raw = excluded.raw, due = excluded.due,
        derivation = excluded.derivation, owner = excluded.owner, frozen = excluded.frozen,
        restarted_on = excluded.restarted_on, days_moved = excluded.days_moved, put_off_until = null,
        passed_at = case when excluded.passed_at is not null
                    then coalesce(d.passed_at, excluded.passed_at) end;
  end if;

  if 'tasks_closed' = any (parts) then
    update task t
    set done_at = e.at, done_by = e.actor
    from jsonb_to_recordset(entries) as e (
           establishment text, at timestamptz, actor text, tasks_closed jsonb),
         jsonb_array_elements_text(e.tasks_closed) as x (id)
    where t.establishment = e.establishment and t.id = x.id::uuid and t.done_at is null;
  end if;
  if 'tasks_opened' = any (parts) then
    insert into task (establishment, id, case_id, kind, label, role, source, due, first_due, repeats_monthly,
                      opened_at)
    select e.establishment, x.id, e.case_id, x.kind, x.label, x.role, x.source, x.due, x.due,
           x.repeats_monthly, e.at
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, at timestamptz, tasks_opened jsonb),
         jsonb_to_recordset(e.tasks_opened) as x (
           id uuid, kind text, label text, role text, source text, due date, repeats_monthly boolean)
    on conflict (establishment, case_id,
                 (case when done_at is null and source like 'deadline:%' then source end)) do nothing;
  end if;

  if 'messages_cancelled' = any (parts) then
    update message m
    set status = case when m.status = 'sending' then m.status else 'cancelled' end, cancelled_at = e.at
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, at timestamptz, messages_cancelled boolean)
    where e.messages_cancelled and m.establishment = e.establishment and m.case_id = e.case_id
      and m.status in ('pending', 'prepared', 'sending');
  end if;
  if 'messages' = any (parts) then
    insert into message (establishment, id, case_id, seq, kind, template, recipient, details, created_at)
    select e.establishment, x.id, e.case_id, e.expected + 1, x.kind, x.template, x.recipient, x.details, e.at
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, expected integer, at timestamptz, messages jsonb),
         jsonb_to_recordset(e.messages) as x (
           id uuid, kind text, template text, recipient text, details jsonb);
  end if;

  if 'transmissions_released' = any (parts) then
    update transmission r
    set status = 'to_do', released_at = e.at
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, at timestamptz, transmissions_released boolean)
    where e.transmissions_released and r.establishment = e.establishment and r.case_id = e.case_id
      and r.status = 'queued';
  end if;
  if 'transmissions' = any (parts) then
    insert into transmission (establishment, id, case_id, seq, code, reason, details, status, wanted_at,
                              released_at)
    select e.establishment, x.id, e.case_id, e.expected + 1, x.code, x.reason, x.details,
           case when x.queued then 'queued' else 'to_do' end, e.at, case when not x.queued then e.at end
    from jsonb_to_recordset(entries) as e (
           establishment text, case_id uuid, expected integer, at timestamptz, transmissions jsonb),
         jsonb_to_recordset(e.transmissions) as x (
           id uuid, code text, reason text, details jsonb, queued boolean);
  end if;

  if cardinality(kept) < total then
    return query
    select e.n, case when e.n = any (without_seat) then 'seat_taken' else 'conflict' end, null::text
    from jsonb_to_recordset(given) as e (n integer)
    where e.n <> all (kept);
  end if;
  if opens then
    return query
    select e.n, 'yes', c.reference
    from jsonb_to_recordset(entries) as e (n integer, establishment text, case_id uuid, expected integer)
    join "case" c on c.establishment = e.establishment and c.id = e.case_id
    where e.expected = 0;
  end if;
end
$$;
