-- Who waits for a seat, in no order.
create function waiting_lines(of_establishment text) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(priority_line(c.establishment, c.id)), '[]')
  from "case" c
  where c.establishment = of_establishment and not c.closed and c.states ->> 'journey' = 'retained'
    and c.states ->> 'life' = 'open'
$$;

-- A session with who holds its seats and who waits for one, all of them; reading is kept as far as it goes.
create function read_session(of_establishment text, of_session uuid, of_mdph text, paper text, reader text)
returns jsonb
language plpgsql as $$
declare
  shown jsonb;
begin
  select jsonb_build_object(
    'id', s.id, 'entry_on', s.entry_on, 'pre_reception_on', s.pre_reception_on, 'weeks', s.weeks,
    'capacity', s.capacity, 'taken', s.taken,
    'seats', coalesce((
      select jsonb_agg(jsonb_build_object(
        'case', c.id, 'reference', c.reference, 'family_name', c.person ->> 'family_name',
        'given_name', c.person ->> 'given_name', 'mdph', c.mdph, 'state', c.states ->> 'journey',
        'documents', c.data -> 'documents', 'pre_reception', c.data -> 'pre_reception',
        'social_urgency', p.social_urgency)
        order by searchable(c.person ->> 'family_name'), searchable(c.person ->> 'given_name'), c.reference)
      from "case" c
      join case_priority p on p.establishment = c.establishment and p.case_id = c.id
      where c.establishment = s.establishment and c.data -> 'seat' ->> 'session' = s.id::text
        and c.id in (
          select h.case_id from history h
          where h.establishment = s.establishment and h.event in ('assign_session', 'change_session')
            and h.data ->> 'session' = s.id::text)), '[]'),
    'waiting', with_consents(s.establishment, waiting_lines(s.establishment)))
  into shown
  from session s
  where s.establishment = of_establishment and s.id = of_session;
  if paper = 'session' then
    perform log_reading(of_establishment, reader, paper, lines_in_sight(shown -> 'waiting', of_mdph));
  end if;
  perform log_reading(of_establishment, reader, paper, lines_in_sight(shown -> 'seats', of_mdph));
  return shown;
end
$$;
