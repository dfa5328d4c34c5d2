-- Writing, the rarer parts: cases that open, seats that are taken or freed. Each is one statement over a
-- list of entries (see 0010_record_entries.sql). PL/pgSQL, because it keeps its plans for the session.

-- The entries with these positions.
create function entries_at(entries jsonb, kept integer[]) returns jsonb
language plpgsql immutable as $$
begin
  return (
    select coalesce(jsonb_agg(e order by (e ->> 'n')::integer), '[]')
    from jsonb_array_elements(entries) e
    where (e ->> 'n')::integer = any (kept));
end
$$;

-- Positions of the entries whose session has a seat for them. Locks the sessions, in order, so that two
-- batches wait for one another and never both ways. Seats freed by the same batch count from the next one
-- on.
create function entries_with_seats(entries jsonb) returns integer[]
language plpgsql as $$
begin
  perform from session s
  where (s.establishment, s.id) in (
    select e.establishment, seats.id
    from jsonb_to_recordset(entries) as e (establishment text, seat_before uuid, seat_after uuid)
    cross join lateral (values (e.seat_before), (e.seat_after)) as seats (id)
    where e.seat_before is distinct from e.seat_after)
  order by s.establishment, s.id
  for no key update;

  return (
    with wanted as (
      select e.n, e.establishment, e.seat_after,
             e.seat_after is not null and e.seat_after is distinct from e.seat_before as takes
      from jsonb_to_recordset(entries) as e (n integer, establishment text, seat_before uuid, seat_after uuid)
    ), placed as (
      select w.*, count(*) filter (where w.takes) over (
        partition by w.establishment, w.seat_after order by w.n) as place
      from wanted w
    )
    select coalesce(array_agg(p.n), '{}')
    from placed p
    left join session s on s.establishment = p.establishment and s.id = p.seat_after
    where not p.takes or s.taken + p.place <= s.capacity);
end
$$;

create function move_seats(entries jsonb) returns void
language plpgsql as $$
begin
  update session s
  set taken = s.taken + moved.change
  from (
    select e.establishment, seats.id, sum(seats.step) as change
    from jsonb_to_recordset(entries) as e (establishment text, seat_before uuid, seat_after uuid)
    cross join lateral (values (e.seat_before, -1), (e.seat_after, 1)) as seats (id, step)
    where e.seat_before is distinct from e.seat_after
    group by e.establishment, seats.id) as moved
  where s.establishment = moved.establishment and s.id = moved.id;
end
$$;

-- Opens cases, each with the next reference of its establishment and year; answers which ones.
create function open_cases(entries jsonb) returns integer[]
language plpgsql as $$
declare
  positions integer[];
begin
  with opening as materialized (
    select e.*, y.year, row_number() over (partition by e.establishment, y.year order by e.n) as place
    from jsonb_to_recordset(entries) as e (
      n integer, establishment text, at timestamptz, case_id uuid, expected integer, workflow text,
      definition_version integer, person jsonb, to_states jsonb, closed boolean, after jsonb)
    cross join lateral (select extract(year from e.at at time zone 'Europe/Paris')::integer as year) as y
    where e.expected = 0
      and not exists (select from "case" c where c.establishment = e.establishment and c.id = e.case_id)
  ), counted as (
    insert into reference_counter as counter (establishment, year, last)
    select o.establishment, o.year, count(*)
    from opening o
    group by o.establishment, o.year
    order by o.establishment, o.year
    on conflict (establishment, year) do update set last = counter.last + excluded.last
    returning counter.establishment, counter.year, counter.last
  ), numbered as (
    select o.*,
           (c.last - max(o.place) over (partition by o.establishment, o.year) + o.place)::text as number
    from opening o
    join counted c on c.establishment = o.establishment and c.year = o.year
  ), opened as (
    insert into "case" (establishment, id, reference, workflow, definition_version, revision, places,
                        entered, states, person, notification, data, weeks_lost, closed, opened_at,
                        changed_at)
    select o.establishment, o.case_id,
           o.year || '-' || lpad(o.number, greatest(4, length(o.number)), '0'),
           o.workflow, o.definition_version, 1, o.after -> 'places', o.after -> 'entered', o.to_states,
           o.person, o.after -> 'notification', o.after -> 'data', (o.after ->> 'weeks_lost')::integer,
           o.closed, o.at, o.at
    from numbered o
    order by o.n
    on conflict (establishment, id) do nothing
    returning establishment, id
  )
  select coalesce(array_agg(o.n), '{}') into positions
  from opening o
  join opened on opened.establishment = o.establishment and opened.id = o.case_id;
  return positions;
end
$$;
