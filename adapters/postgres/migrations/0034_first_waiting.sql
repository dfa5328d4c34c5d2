-- Who waits for a seat, some of them: the first of a long list. Reading is kept.
create function read_waiting(of_establishment text, of_cases jsonb, reader text) returns jsonb
language plpgsql as $$
declare
  lines jsonb;
begin
  select with_consents(of_establishment, coalesce(jsonb_agg(priority_line(c.establishment, c.id)), '[]'))
  into lines
  from "case" c
  where c.establishment = of_establishment
    and c.id in (select value::uuid from jsonb_array_elements_text(of_cases))
    and not c.closed and c.states ->> 'journey' = 'retained' and c.states ->> 'life' = 'open';
  perform log_reading(of_establishment, reader, 'waiting_list', lines);
  return lines;
end
$$;
