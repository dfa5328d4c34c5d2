-- Claiming deadlines whose last day has passed. Called inside the transaction that records their passing.

-- Locks the cases of up to `most` deadlines, the earliest of each case only, and passes over those that
-- another process holds: nobody changes a deadline without holding its case. In the order of the index, so
-- that nothing is sorted and a batch reads little more than it takes. Then reads the cases, and whether the
-- deadlines are still due, by a second statement: it sees them as they are under the lock, while the first
-- may have waited for nobody but began before an event of somebody else was committed.
--
-- Callers at work at the same time ask for a part of the cases each (0 to parts - 1): to pass over what
-- another holds costs nearly as much as to take it.
create function claim_due(most integer, part integer, parts integer)
returns table (now_us bigint, establishment text, settings_revision integer, case_id uuid, deadline text,
               number integer, fires_at_us bigint, snapshot json)
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  at_now constant timestamptz := jalon_now();
  establishments text[];
  cases uuid[];
  ids text[];
  numbers integer[];
begin
  loop
    with locked as (
      select d.establishment, d.case_id, d.id, d.number
      from deadline d
      join "case" c on c.establishment = d.establishment and c.id = d.case_id
      where d.passed_at is null and not d.frozen and d.fires_at <= at_now
        and (parts = 1 or (uuid_hash(d.case_id) & 1023) % parts = part)
        and (d.put_off_until is null or d.put_off_until <= clock_timestamp())
        and not exists (
          select from deadline earlier
          where earlier.establishment = d.establishment and earlier.case_id = d.case_id
            and earlier.passed_at is null and not earlier.frozen
            and (earlier.put_off_until is null or earlier.put_off_until <= clock_timestamp())
            and (earlier.fires_at, earlier.id, earlier.number) < (d.fires_at, d.id, d.number))
      order by d.fires_at, d.establishment, d.case_id, d.id, d.number
      limit most
      for no key update of c skip locked
    )
    select array_agg(l.establishment), array_agg(l.case_id), array_agg(l.id), array_agg(l.number)
    into establishments, cases, ids, numbers
    from locked l;
    exit when cases is null;

    return query
    select epoch_us(at_now), l.establishment, e.settings_revision, l.case_id, l.id, l.number,
           epoch_us(d.fires_at), s.snapshot
    from unnest(establishments, cases, ids, numbers) with ordinality
      as l (establishment, case_id, id, number, place)
    join deadline d on d.establishment = l.establishment and d.case_id = l.case_id and d.id = l.id
      and d.number = l.number and d.passed_at is null and not d.frozen and d.fires_at <= at_now
    join case_snapshot s on s.establishment = l.establishment and s.id = l.case_id
    join establishment e on e.code = l.establishment
    order by l.place;
    exit when found;
  end loop;
end
$$;

-- What was claimed and did not pass: no program could decide it. It stays due and in every list, and is
-- tried again after a while, so that one bad case holds up no other.
create function put_off_deadlines(claimed json, pause interval) returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  update deadline d
  set put_off_until = clock_timestamp() + pause
  from json_to_recordset(claimed) as x (establishment text, case_id uuid, id text, number integer)
  where d.establishment = x.establishment and d.case_id = x.case_id and d.id = x.id and d.number = x.number
    and d.passed_at is null;
end
$$;
