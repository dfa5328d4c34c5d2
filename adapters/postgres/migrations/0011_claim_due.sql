-- Claiming deadlines whose last day has passed. Called inside the transaction that records their passing.

-- Locks up to `most` deadlines and their cases, the earliest of each case only, and passes over what
-- another process holds. In the order of the index, so that nothing is sorted and a batch reads little more
-- than it takes. Then reads the cases by a second statement: it sees them as they are under the lock, while
-- the first may have waited for nobody but began before an event of somebody else was committed.
create function claim_due(most integer) returns json
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  at_now constant timestamptz := jalon_now();
  establishments text[];
  cases uuid[];
  ids text[];
  numbers integer[];
  instants bigint[];
begin
  with locked as (
    select d.establishment, d.case_id, d.id, d.number, epoch_us(d.fires_at) as fires_at_us
    from deadline d
    join "case" c on c.establishment = d.establishment and c.id = d.case_id
    where d.passed_at is null and not d.frozen and d.fires_at <= at_now
      and (d.put_off_until is null or d.put_off_until <= clock_timestamp())
      and not exists (
        select from deadline earlier
        where earlier.establishment = d.establishment and earlier.case_id = d.case_id
          and earlier.passed_at is null and not earlier.frozen
          and (earlier.put_off_until is null or earlier.put_off_until <= clock_timestamp())
          and (earlier.fires_at, earlier.id, earlier.number) < (d.fires_at, d.id, d.number))
    order by d.fires_at, d.establishment, d.case_id, d.id, d.number
    limit most
    for update of d, c skip locked
  )
  select array_agg(l.establishment), array_agg(l.case_id), array_agg(l.id), array_agg(l.number),
         array_agg(l.fires_at_us)
  into establishments, cases, ids, numbers, instants
  from locked l;

  return json_build_object(
    'now', epoch_us(at_now),
    'due', (
      select json_agg(json_build_object(
        'establishment', l.establishment, 'settings_revision', e.settings_revision, 'deadline', l.id,
        'number', l.number, 'fires_at', l.fires_at_us, 'snapshot', s.snapshot) order by l.place)
      from unnest(establishments, cases, ids, numbers, instants) with ordinality
        as l (establishment, case_id, id, number, fires_at_us, place)
      join case_snapshot s on s.establishment = l.establishment and s.id = l.case_id
      join establishment e on e.code = l.establishment));
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
