-- A committee or a session that was fixed by mistake, or that changes, is put right while nothing hangs on it. What is
-- looked at and what is written are one, under the lock that an event takes as well: see record_entries_as_planned.

create function session_shown(s session) returns json
language sql immutable as $$
  select json_build_object('id', s.id, 'entry_on', s.entry_on, 'capacity', s.capacity, 'weeks', s.weeks,
                           'pre_reception_on', s.pre_reception_on, 'taken', s.taken)
$$;

-- What hangs on it, how many of each; nothing hangs on it when all of them are 0.
create function is_untied(ties jsonb) returns boolean
language sql immutable as $$
  select not exists (select from jsonb_each_text(ties) as t (what, number) where t.number <> '0')
$$;

-- « day »: what keeps the committee's day. « place »: what keeps the committee itself: grades name it for good.
create function committee_ties(of_establishment text, of_committee uuid) returns jsonb
language sql stable as $$
  with counted as (
    select jsonb_build_object(
      'listed', (select count(*) from cases_of_committee(of_establishment, of_committee)),
      'lists', (select count(*) from committee_list l
                where l.establishment = of_establishment and l.committee_id = of_committee),
      'minutes', (select count(*) from committee_minutes w
                  where w.establishment = of_establishment and w.committee_id = of_committee)) as day,
      jsonb_build_object('grades', (
        select count(*) from committee_grade g
        where g.establishment = of_establishment and g.committee_id = of_committee)) as grades)
  select jsonb_build_object('day', day, 'place', day || grades) from counted
$$;

-- What keeps the session's dates, and the session: who holds a seat, and which cases had one at any time.
create function session_ties(of_establishment text, of_session uuid) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'taken', s.taken,
    'named', (
      select count(distinct h.case_id) from history h
      where h.establishment = of_establishment and h.event in ('assign_session', 'change_session')
        and h.data ->> 'session' = of_session::text))
  from session s
  where s.establishment = of_establishment and s.id = of_session
$$;

-- Each of these answers null when there is no such committee or session; else « kept_by », the ties that forbid it or
-- null when it is done, and what it is now.
create function move_committee(of_establishment text, of_committee uuid, day date) returns jsonb
language plpgsql as $$
declare
  meeting committee;
  ties jsonb;
begin
  select * into meeting from committee m where m.establishment = of_establishment and m.id = of_committee
  for no key update;
  if meeting.id is null then
    return null;
  end if;
  if meeting.held_on <> day then
    select committee_ties(of_establishment, of_committee) -> 'day' into ties;
    if not is_untied(ties) then
      return jsonb_build_object('kept_by', ties);
    end if;
    update committee m set held_on = day where m.establishment = of_establishment and m.id = of_committee;
  end if;
  return jsonb_build_object('kept_by', null, 'now', json_build_object('id', of_committee, 'held_on', day));
end
$$;

-- A date that was chosen among proposed ones is open to choice again.
create function remove_committee(of_establishment text, of_committee uuid) returns jsonb
language plpgsql as $$
declare
  ties jsonb;
begin
  perform from committee m where m.establishment = of_establishment and m.id = of_committee for update;
  if not found then
    return null;
  end if;
  select committee_ties(of_establishment, of_committee) -> 'place' into ties;
  if not is_untied(ties) then
    return jsonb_build_object('kept_by', ties);
  end if;
  update committee_proposal p set chosen_on = null, chosen_by = null, committee_id = null
  where p.establishment = of_establishment and p.committee_id = of_committee;
  delete from committee m where m.establishment = of_establishment and m.id = of_committee;
  return jsonb_build_object('kept_by', null);
end
$$;

-- `patch` holds the columns that change. Beside ties, « kept_by » is {"capacity": seats taken}, {"pre_reception_passed":
-- its day} or {"order": the pre-reception that would not come before the entry}.
create function amend_session(of_establishment text, of_session uuid, patch jsonb) returns jsonb
language plpgsql as $$
declare
  was session;
  wanted session;
  ties jsonb;
begin
  select * into was from session s where s.establishment = of_establishment and s.id = of_session
  for no key update;
  if was.id is null then
    return null;
  end if;
  wanted := jsonb_populate_record(was, patch);
  if (wanted.entry_on, wanted.weeks) is distinct from (was.entry_on, was.weeks) then
    select session_ties(of_establishment, of_session) into ties;
  end if;
  if wanted.capacity < was.taken then
    ties := jsonb_build_object('capacity', was.taken);
  elsif wanted.pre_reception_on is distinct from was.pre_reception_on and was.pre_reception_on < jalon_today() then
    ties := jsonb_build_object('pre_reception_passed', was.pre_reception_on);
  elsif wanted.pre_reception_on >= wanted.entry_on then
    ties := jsonb_build_object('order', wanted.pre_reception_on);
  end if;
  if ties is not null and not is_untied(ties) then
    return jsonb_build_object('kept_by', ties);
  end if;
  update session s
  set entry_on = wanted.entry_on, weeks = wanted.weeks, capacity = wanted.capacity,
      pre_reception_on = wanted.pre_reception_on
  where s.establishment = of_establishment and s.id = of_session;
  return jsonb_build_object('kept_by', null, 'now', session_shown(wanted));
end
$$;

create function remove_session(of_establishment text, of_session uuid) returns jsonb
language plpgsql as $$
declare
  ties jsonb;
begin
  perform from session s where s.establishment = of_establishment and s.id = of_session for update;
  if not found then
    return null;
  end if;
  select session_ties(of_establishment, of_session) into ties;
  if not is_untied(ties) then
    return jsonb_build_object('kept_by', ties);
  end if;
  delete from session s where s.establishment = of_establishment and s.id = of_session;
  return jsonb_build_object('kept_by', null);
end
$$;

-- Positions of the entries whose committee and session are as their decision saw them (`facts`). Locks them until the
-- commit, committees first and each in order, so that a change of them comes before, and is seen, or after, and is
-- refused. A session is locked as its seats will be, because a lock that grows may cross another.
create function entries_as_planned(entries jsonb) returns integer[]
language plpgsql as $$
begin
  perform from committee m
  where (m.establishment, m.id) in (
    select e.establishment, (e.facts -> 'committee' ->> 'id')::uuid
    from jsonb_to_recordset(entries) as e (establishment text, facts jsonb))
  order by m.establishment, m.id
  for share;
  perform from session s
  where (s.establishment, s.id) in (
    select e.establishment, named.id
    from jsonb_to_recordset(entries) as e (establishment text, facts jsonb, seat_before uuid, seat_after uuid)
    cross join lateral (values ((e.facts -> 'session' ->> 'id')::uuid), (e.seat_before), (e.seat_after)) as named (id))
  order by s.establishment, s.id
  for no key update;
  return (
    select coalesce(array_agg(e.n), '{}')
    from jsonb_to_recordset(entries) as e (n integer, establishment text, facts jsonb)
    left join committee m on m.establishment = e.establishment and m.id = (e.facts -> 'committee' ->> 'id')::uuid
    left join session s on s.establishment = e.establishment and s.id = (e.facts -> 'session' ->> 'id')::uuid
    where (e.facts -> 'committee' is null or m.held_on = (e.facts -> 'committee' ->> 'held_on')::date)
      and (e.facts -> 'session' is null or (s.entry_on, s.weeks, s.pre_reception_on) is not distinct from (
        (e.facts -> 'session' ->> 'entry_on')::date, (e.facts -> 'session' ->> 'weeks')::integer,
        (e.facts -> 'session' ->> 'pre_reception_on')::date)));
end
$$;

-- As record_entries (0010_record_entries.sql); an entry whose committee or session changed since it was decided is a
-- conflict, so that it is decided again. `plans` among the parts says that some entry saw one.
create function record_entries_as_planned(entries jsonb, parts text[], commands boolean)
returns table (n integer, outcome text, reference text)
language plpgsql as $$
#variable_conflict use_column
declare
  kept integer[];
begin
  if 'plans' <> all (parts) then
    return query select r.n, r.outcome, r.reference from record_entries(entries, parts, commands) as r;
    return;
  end if;
  kept := entries_as_planned(entries);
  return query
  select r.n, r.outcome, r.reference from record_entries(entries_at(entries, kept), parts, commands) as r
  union all
  select e.n, 'conflict', null from jsonb_to_recordset(entries) as e (n integer) where e.n <> all (kept);
end
$$;
