-- The aim that a committee wrote for somebody is about that person: it goes with the case, as its motive does.
alter table erased_decision drop column aim;

-- As in 0031_retention.sql, without the aim.
create or replace function committee_decisions(of_establishment text, of_committee uuid) returns jsonb
language sql stable as $$
  select committee_decisions_of_cases(of_establishment, of_committee) || coalesce(jsonb_agg(jsonb_build_object(
    'case', d.case_id, 'reference', d.reference, 'family_name', 'effacé', 'given_name', '', 'mdph', d.mdph,
    'outcome', d.outcome, 'aim', null, 'choice', d.choice, 'social_urgency', null, 'medical_urgency', null,
    'rank', null, 'motive', null) order by d.reference), '[]')
  from erased_decision d
  where d.establishment = of_establishment and d.committee_id = of_committee
$$;

-- As in 0036_erased_lines.sql, without the aim.
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
  insert into erased_decision (establishment, committee_id, case_id, reference, mdph, outcome, choice)
  select erased.establishment, m.id, erased.id, erased.reference, erased.mdph, d ->> 'outcome', d ->> 'choice'
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
