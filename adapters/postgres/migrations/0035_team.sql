-- Who is of a person's team (pathway A.21, « dans la limite du périmètre de leurs missions »): the référent, whom the
-- case itself names, and colleagues added and taken out again. What was entered last of somebody counts.
create table team_entry (
  establishment text not null,
  id bigint generated always as identity,
  case_id uuid not null,
  login text not null,
  change text not null check (change in ('added', 'ended')),
  recorded_by text not null check (recorded_by <> ''),
  recorded_at timestamptz not null,
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case",
  foreign key (establishment, login) references account
);
create index team_entry_last on team_entry (establishment, case_id, login, id);

create trigger append_only before update or truncate on team_entry
for each statement execute function refuse_rewriting();
create trigger goes_only_with_its_case before delete on team_entry
for each row execute function refuse_all_but_erasure();

create function name_of_account(of_establishment text, of_login text) returns text
language sql stable as $$
  select coalesce((
    select a.name from account a where a.establishment = of_establishment and a.login = of_login), of_login)
$$;

create function was_added_to_team(of_establishment text, of_case uuid, member text) returns boolean
language sql stable as $$
  select coalesce((
    select e.change = 'added' from team_entry e
    where e.establishment = of_establishment and e.case_id = of_case and e.login = member
    order by e.id desc limit 1), false)
$$;

create function is_of_the_team(of_establishment text, of_case uuid, member text) returns boolean
language sql stable as $$
  select was_added_to_team(of_establishment, of_case, member) or exists (
    select from "case" c
    where c.establishment = of_establishment and c.id = of_case and c.data ->> 'referent' = member)
$$;

-- Adding who is there already changes nothing. The case is held, so that two who add enter one line.
create function add_to_team(of_establishment text, of_case uuid, member text, by_whom text) returns text
language plpgsql as $$
begin
  perform from "case" c where c.establishment = of_establishment and c.id = of_case for no key update;
  if not found then
    return 'no_such';
  end if;
  perform from account a
  where a.establishment = of_establishment and a.login = member and a.disabled_at is null for key share;
  if not found then
    return 'not_this_way';
  end if;
  insert into team_entry (establishment, case_id, login, change, recorded_by, recorded_at)
  select of_establishment, of_case, member, 'added', by_whom, jalon_now()
  where not was_added_to_team(of_establishment, of_case, member);
  return 'yes';
end
$$;

create function end_in_team(of_establishment text, of_case uuid, member text, by_whom text) returns text
language plpgsql as $$
begin
  perform from "case" c where c.establishment = of_establishment and c.id = of_case for no key update;
  if not found then
    return 'no_such';
  end if;
  if not was_added_to_team(of_establishment, of_case, member) then
    return 'not_this_way';
  end if;
  insert into team_entry (establishment, case_id, login, change, recorded_by, recorded_at)
  values (of_establishment, of_case, member, 'ended', by_whom, jalon_now());
  return 'yes';
end
$$;

-- As in 0031_retention.sql; what was entered of the team goes as well.
create or replace function erase_case(of_establishment text, of_case uuid, login text) returns json
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
  delete from team_entry e where e.establishment = of_establishment and e.case_id = of_case;
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
