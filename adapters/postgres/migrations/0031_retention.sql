-- How long a closed case is kept, which are due, and how one goes: whole, leaving a line that tells nothing of the
-- person (GDPR article 5(1)(e); CNIL, référentiel of 2021 for social and medico-social care: two years after the
-- last contact, unless the law says otherwise).

-- The day of the last entry of a closed case. Null while it is open, so that its changes touch no index.
alter table "case" add column closed_on date
  generated always as (case when closed then (timezone('Europe/Paris', changed_at))::date end) stored;
create index case_closed_on on "case" (establishment, closed_on, id) where closed;
create index committee_grade_of_case on committee_grade (establishment, case_id);

-- The register of what was erased. The reference alone names nobody, and is never given again: the counter of
-- references only goes up.
create table erasure (
  establishment text not null references establishment (code),
  reference text collate "C" not null,
  number bigint generated always as identity,
  workflow text not null,
  state text not null,
  opened_on date not null,
  closed_on date not null,
  entries integer not null check (entries >= 1),
  erased_at timestamptz not null,
  erased_by text not null check (erased_by <> ''),
  primary key (establishment, reference)
);
create index erasure_in_order on erasure (establishment, number);
create trigger append_only before update or delete or truncate on erasure
for each statement execute function refuse_rewriting();

-- Minutes read their decisions from the cases: what was decided stays there without the person.
create table erased_decision (
  establishment text not null,
  committee_id uuid not null,
  case_id uuid not null,
  reference text not null,
  mdph text not null,
  outcome text,
  aim text,
  choice text,
  primary key (establishment, committee_id, reference),
  foreign key (establishment, committee_id) references committee
);
create trigger append_only before update or delete or truncate on erased_decision
for each statement execute function refuse_rewriting();

-- The case that this very transaction is erasing, or null. The setting alone opens nothing: the case must also have
-- got its line in the register, written by this transaction, and that line stays. So nothing can be taken out of a
-- history without the register telling of it, nor out of the history of any other case.
create function case_being_erased(of_establishment text) returns uuid
language sql stable as $$
  select c.id
  from "case" c
  join erasure e on e.establishment = c.establishment and e.reference = c.reference
  where c.establishment = of_establishment and c.id = nullif(current_setting('jalon.erasing', true), '')::uuid
    and e.xmin = pg_current_xact_id()::xid
$$;

-- Why this is not « rewriting history »: a history is append-only so that a case that is kept can be believed. The law
-- wants that, once its time is over, the whole case is gone; no entry of a case that is kept ever changes, and an
-- entry of the one that goes is not changed either, it goes with all others or not at all (the case's row, which
-- they refer to, is deleted in the same function).
create function refuse_all_but_erasure() returns trigger
language plpgsql as $$
begin
  if old.case_id = case_being_erased(old.establishment) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', table = tg_table_name;
end
$$;

-- A list as it was sent without one of its cases.
create function lines_without(lines jsonb, of_case uuid) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_agg(l.line order by l.place), '[]')
  from jsonb_array_elements(lines) with ordinality as l (line, place)
  where l.line ->> 'case' is distinct from of_case::text
$$;

-- A list that was sent and minutes that were recorded stay, but for the name of the person who is erased.
create function refuse_all_but_blanking() returns trigger
language plpgsql as $$
declare
  erased constant uuid := case_being_erased(old.establishment);
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
begin
  if erased is not null and tg_table_name = 'committee_list' then
    before := before || jsonb_build_object('lines', lines_without(before -> 'lines', erased));
    after := after || jsonb_build_object('lines', lines_without(after -> 'lines', erased));
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

do $$
declare
  kept text;
begin
  foreach kept in array array['history', 'reading', 'committee_grade', 'consent', 'exceptional_access'] loop
    execute format('drop trigger append_only on %I', kept);
    execute format('create trigger append_only before update or truncate on %I '
                   'for each statement execute function refuse_rewriting()', kept);
    execute format('create trigger goes_only_with_its_case before delete on %I '
                   'for each row execute function refuse_all_but_erasure()', kept);
  end loop;
  foreach kept in array array['committee_list', 'committee_minutes'] loop
    execute format('drop trigger append_only on %I', kept);
    execute format('create trigger append_only before delete or truncate on %I '
                   'for each statement execute function refuse_rewriting()', kept);
    execute format('create trigger only_names_are_erased before update on %I '
                   'for each row execute function refuse_all_but_blanking()', kept);
  end loop;
end
$$;

-- As set, or as shipped.
create function retention_months(of_establishment text) returns integer
language sql stable as $$
  select coalesce((
    select (s.value ->> 'months')::integer from setting s
    where s.establishment = of_establishment and s.name = 'retention'), 24)
$$;

-- Cases closed before this day are due.
create function retention_before(of_establishment text) returns date
language sql stable as $$
  select (jalon_today() - make_interval(months => retention_months(of_establishment)))::date
$$;

-- Why a closed case is not erased yet, in French; null: nothing is left to do.
create function reason_to_keep(of_establishment text, of_case uuid) returns text
language sql stable as $$
  select nullif(concat_ws(' ; ',
    case when exists (
      select from task t where t.establishment = of_establishment and t.case_id = of_case and t.done_at is null)
    then 'une tâche est à faire' end,
    case when exists (
      select from message m
      where m.establishment = of_establishment and m.case_id = of_case and m.kind = 'letter'
        and m.status in ('pending', 'sending', 'prepared'))
    then 'un courrier est à poster' end,
    case when exists (
      select from message m
      where m.establishment = of_establishment and m.case_id = of_case and m.returned_on is not null
        and m.return_settled_at is null)
    then 'un courrier est revenu' end,
    case when exists (
      select from message m
      where m.establishment = of_establishment and m.case_id = of_case and m.kind = 'email'
        and m.status in ('pending', 'sending'))
    then 'un courriel est à envoyer' end,
    case when exists (
      select from transmission r
      where r.establishment = of_establishment and r.case_id = of_case and r.status <> 'confirmed')
    then 'une transmission n’est pas confirmée' end), '')
$$;

-- How a case ended: the state of its journey, or of the first region of a pathway that has none.
create function final_state(states jsonb) returns text
language sql immutable as $$
  select coalesce(states ->> 'journey', (select s.value from jsonb_each_text(states) s order by s.key limit 1), '')
$$;

-- The decisions of a committee, with those whose case is gone.
alter function committee_decisions(text, uuid) rename to committee_decisions_of_cases;
create function committee_decisions(of_establishment text, of_committee uuid) returns jsonb
language sql stable as $$
  select committee_decisions_of_cases(of_establishment, of_committee) || coalesce(jsonb_agg(jsonb_build_object(
    'case', d.case_id, 'reference', d.reference, 'family_name', 'effacé', 'given_name', '', 'mdph', d.mdph,
    'outcome', d.outcome, 'aim', d.aim, 'choice', d.choice, 'social_urgency', null, 'medical_urgency', null,
    'rank', null, 'motive', null) order by d.reference), '[]')
  from erased_decision d
  where d.establishment = of_establishment and d.committee_id = of_committee
$$;

-- A line of a case that is gone is nobody's to be entered. A case that is read is not erased before that is entered.
create or replace function log_reading(of_establishment text, reader text, what text, cases jsonb) returns void
language sql as $$
  insert into reading (establishment, at, login, case_id, template)
  select of_establishment, jalon_now(), reader, c.id, what
  from jsonb_array_elements(cases) line
  join "case" c on c.establishment = of_establishment and c.id = (line ->> 'case')::uuid
  for key share of c
$$;

-- Takes the person's name out of what was kept of the committees the case was listed for.
create function blank_in_committees(erased "case") returns void
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
  set lines = (
    select jsonb_agg(case when x.line ->> 'case' = erased.id::text
      then x.line || '{"family_name": "effacé", "given_name": "", "social_reason": null, "medical_reason": null}'
      else x.line end order by x.place)
    from jsonb_array_elements(l.lines) with ordinality as x (line, place))
  where l.establishment = erased.establishment
    and l.lines @> jsonb_build_array(jsonb_build_object('case', erased.id));

  update committee_minutes w
  set remarks = regexp_replace(w.remarks, written, 'effacé', 'g')
  where w.establishment = erased.establishment and w.committee_id = any (listed)
    and w.remarks ~ written;
end
$$;

-- Erases a case whose time is over, in the calling statement's commit: {"reference", "refused"}; refused is the French
-- reason, the reference null when there is no such case. Who decides or records something holds the case's row, and
-- whoever changes the rule the establishment's, so that what is looked at here stays so.
create function erase_case(of_establishment text, of_case uuid, login text) returns json
language plpgsql as $$
declare
  erased "case";
  refused text;
begin
  perform from establishment e where e.code = of_establishment for share;
  select * into erased from "case" c where c.establishment = of_establishment and c.id = of_case for update;
  if erased.id is null then
    return json_build_object('reference', null, 'refused', 'Ce dossier n’existe pas, ou n’existe plus.');
  end if;
  refused := case
    when not erased.closed then 'Ce dossier n’est pas clos.'
    when erased.closed_on >= retention_before(of_establishment) then 'Ce dossier est encore à conserver.'
    else 'Ce dossier est conservé : ' || reason_to_keep(of_establishment, of_case) || '.'
  end;
  if refused is not null then
    return json_build_object('reference', erased.reference, 'refused', refused);
  end if;

  insert into erasure (establishment, reference, workflow, state, opened_on, closed_on, entries, erased_at, erased_by)
  values (of_establishment, erased.reference, erased.workflow, final_state(erased.states),
          (erased.opened_at at time zone 'Europe/Paris')::date, erased.closed_on, erased.revision, jalon_now(), login);
  perform set_config('jalon.erasing', of_case::text, true);
  perform blank_in_committees(erased);
  -- Each command that was recorded is an entry, by the same identifier.
  delete from command_log l using history h
  where h.establishment = of_establishment and h.case_id = of_case
    and l.establishment = h.establishment and l.command_id = h.command_id;
  delete from reading r where r.establishment = of_establishment and r.case_id = of_case;
  delete from committee_grade g where g.establishment = of_establishment and g.case_id = of_case;
  delete from consent a where a.establishment = of_establishment and a.case_id = of_case;
  delete from exceptional_access x where x.establishment = of_establishment and x.case_id = of_case;
  delete from transmission r where r.establishment = of_establishment and r.case_id = of_case;
  delete from message m where m.establishment = of_establishment and m.case_id = of_case;
  delete from task t where t.establishment = of_establishment and t.case_id = of_case;
  delete from deadline d where d.establishment = of_establishment and d.case_id = of_case;
  delete from history h where h.establishment = of_establishment and h.case_id = of_case;
  delete from "case" c where c.establishment = of_establishment and c.id = of_case;
  perform set_config('jalon.erasing', '', true);
  return json_build_object('reference', erased.reference, 'refused', null);
end
$$;
