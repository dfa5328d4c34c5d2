-- A committee's list that was sent keeps no fact of a person who was erased: neither how urgent they were nor their
-- rank, where the next line compares itself with theirs included.

-- What stays of such a line: that there was one, where, and of which department, which says who saw it.
create function line_erased(line jsonb) returns jsonb
language sql immutable as $$
  select (select jsonb_object_agg(f.key, null) from jsonb_each(line) f) || jsonb_build_object(
    'case', line -> 'case', 'reference', line -> 'reference', 'mdph', line -> 'mdph', 'place', line -> 'place',
    'family_name', 'effacé', 'given_name', '', 'state', '', 'reason', 'Dossier effacé', 'erased', true)
$$;

-- Such a list's lines, erased for one case.
create function lines_erased(lines jsonb, of_case uuid) returns jsonb
language sql immutable as $$
  select jsonb_agg(
    case
      when l.line ->> 'case' = of_case::text then line_erased(l.line)
      when l.before ->> 'case' = of_case::text then l.line || '{"difference": null}'
      else l.line
    end order by l.place)
  from (
    select x.line, x.place, lag(x.line) over (order by x.place) as before
    from jsonb_array_elements(lines) with ordinality as x (line, place)) as l
$$;

-- As in 0031_retention.sql; of a list, exactly what is to be erased.
create or replace function refuse_all_but_blanking() returns trigger
language plpgsql as $$
declare
  erased constant uuid := case_being_erased(old.establishment);
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
begin
  if erased is not null and tg_table_name = 'committee_list' then
    before := before || jsonb_build_object('lines', lines_erased(before -> 'lines', erased));
  elsif erased is not null and tg_table_name = 'committee_minutes' then
    before := before - 'remarks';
    after := after - 'remarks';
  end if;
  if erased is not null and before = after then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', table = tg_table_name;
end
$$;
drop function lines_without(jsonb, uuid);

-- As in 0031_retention.sql; lists lose every fact of the person.
create or replace function blank_in_committees(erased "case") returns void
language plpgsql as $$
declare
  listed constant uuid[] := array(
    select m.id from committee m
    where m.establishment = erased.establishment and m.id::text in (
      select h.data ->> 'committee' from history h
      where h.establishment = erased.establishment and h.case_id = erased.id and h.event = 'list_for_committee'));
  name constant text := regexp_replace(erased.person ->> 'family_name', '(\W)', '\\\1', 'g');
  -- As it is written, or in capitals, and no part of another word.
  written constant text := '(?<!\w)(' || name || '|' || upper(name) || ')(?!\w)';
begin
  insert into erased_decision (establishment, committee_id, case_id, reference, mdph, outcome, aim, choice)
  select erased.establishment, m.id, erased.id, erased.reference, erased.mdph, d ->> 'outcome', d ->> 'aim',
         d ->> 'choice'
  from unnest(listed) as m (id)
  cross join lateral jsonb_array_elements(committee_decisions_of_cases(erased.establishment, m.id)) as d
  where d ->> 'case' = erased.id::text;

  update committee_list l
  set lines = lines_erased(l.lines, erased.id)
  where l.establishment = erased.establishment
    and l.lines @> jsonb_build_array(jsonb_build_object('case', erased.id));

  update committee_minutes w
  set remarks = regexp_replace(w.remarks, written, 'effacé', 'g')
  where w.establishment = erased.establishment and w.committee_id = any (listed)
    and w.remarks ~ written;
end
$$;

-- Those who were erased before: the trigger knows no case being erased, so it steps aside here, once.
alter table committee_list disable trigger only_names_are_erased;
do $$
declare
  gone record;
begin
  for gone in
    select distinct l.establishment, l.committee_id, l.version, x.line ->> 'case' as case_id
    from committee_list l
    cross join lateral jsonb_array_elements(l.lines) as x (line)
    join erasure e on e.establishment = l.establishment and e.reference = x.line ->> 'reference'
  loop
    update committee_list l set lines = lines_erased(l.lines, gone.case_id::uuid)
    where l.establishment = gone.establishment and l.committee_id = gone.committee_id and l.version = gone.version;
  end loop;
end
$$;
alter table committee_list enable trigger only_names_are_erased;
