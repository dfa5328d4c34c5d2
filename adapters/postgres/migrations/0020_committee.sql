-- The committee of pre-admission, beside the pathway: how urgent each file is, as doctor and social worker see it
-- before the meeting, and the list as it was sent. Nothing of it moves a case.

-- A conclusion in figures and words, no diagnosis; the last one counts.
create table committee_grade (
  establishment text not null,
  id bigint generated always as identity,
  committee_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('social', 'medical')),
  urgency integer not null check (urgency between 0 and 3),
  reason text not null check (reason <> ''),
  graded_by text not null,
  graded_at timestamptz not null,
  primary key (establishment, id),
  foreign key (establishment, committee_id) references committee,
  foreign key (establishment, case_id) references "case"
);
create index committee_grade_last on committee_grade (establishment, committee_id, case_id, kind, id);

create trigger append_only before update or delete or truncate on committee_grade
for each statement execute function refuse_rewriting();

-- Whether the person agrees that the member of the MDPH is told how urgent the file is. What was said last counts,
-- on whatever day it was recorded; nothing said is no agreement.
create table committee_consent (
  establishment text not null,
  id bigint generated always as identity,
  case_id uuid not null,
  consent text not null check (consent in ('given', 'withdrawn')),
  way text not null check (way in ('written', 'oral')),
  said_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case"
);
create index committee_consent_last on committee_consent (establishment, case_id, said_on, id);

create trigger append_only before update or delete or truncate on committee_consent
for each statement execute function refuse_rewriting();

-- « given », « withdrawn », or null: nobody has recorded any.
create function committee_consent_of(of_establishment text, of_case uuid) returns text
language sql stable as $$
  select c.consent from committee_consent c
  where c.establishment = of_establishment and c.case_id = of_case
  order by c.said_on desc, c.id desc limit 1
$$;

-- Saying the same again adds nothing.
create function record_committee_consent(of_establishment text, of_case uuid, new_consent text, new_way text,
                                         new_day date, login text)
returns text
language plpgsql as $$
begin
  perform from "case" c where c.establishment = of_establishment and c.id = of_case for no key update;
  if not found then
    return 'no_such';
  end if;
  if new_day > jalon_today() then
    return 'not_this_way';
  end if;
  insert into committee_consent (establishment, case_id, consent, way, said_on, recorded_by, recorded_at)
  select of_establishment, of_case, new_consent, new_way, new_day, login, jalon_now()
  where not exists (
    select from (
      select c.consent, c.way, c.said_on from committee_consent c
      where c.establishment = of_establishment and c.case_id = of_case
      order by c.said_on desc, c.id desc limit 1) as last
    where last.consent = new_consent and last.way = new_way and last.said_on = new_day);
  return 'yes';
end
$$;

-- Lines with the consent as it is now, whenever they were written.
create function with_consents(of_establishment text, lines jsonb) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(l.line || jsonb_build_object(
    'consent', committee_consent_of(of_establishment, (l.line ->> 'case')::uuid)) order by l.place), '[]')
  from jsonb_array_elements(lines) with ordinality as l (line, place)
$$;

-- The list as it was sent: each version whole, with its lines in their order.
create table committee_list (
  establishment text not null,
  committee_id uuid not null,
  version integer not null check (version >= 1),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  sent_by text not null,
  sent_at timestamptz not null,
  primary key (establishment, committee_id, version),
  foreign key (establishment, committee_id) references committee
);

create trigger append_only before update or delete or truncate on committee_list
for each statement execute function refuse_rewriting();

-- Which cases a committee or a session ever had: found in the history, because an index on what a case knows would
-- be written anew with each of its changes.
create index history_listing on history (establishment, (data ->> 'committee')) where event = 'list_for_committee';
create index history_seat on history (establishment, (data ->> 'session'))
where event in ('assign_session', 'change_session');

-- What orders the files: for the committee, then for a seat. What the committee settled comes before what was said
-- in view of it; a reason in words is shown while it explains the figure.
create view case_priority as
select settled.establishment, settled.case_id, settled.rank, settled.social_urgency, settled.medical_urgency,
       case when settled.social_urgency = settled.social_grade then settled.social_words end as social_reason,
       case when settled.medical_urgency = settled.medical_grade then settled.medical_words end as medical_reason
from (
  select c.establishment, c.id as case_id,
         case when not c.awaits then (c.decision ->> 'rank')::integer end as rank,
         coalesce(case when not c.awaits then (c.decision ->> 'social_urgency')::integer end, social.urgency,
                  (c.decision ->> 'social_urgency')::integer) as social_urgency,
         coalesce(case when not c.awaits then (c.decision ->> 'medical_urgency')::integer end, medical.urgency,
                  (c.decision ->> 'medical_urgency')::integer) as medical_urgency,
         social.urgency as social_grade, social.reason as social_words,
         medical.urgency as medical_grade, medical.reason as medical_words
  from (
    select establishment, id, data -> 'decision' as decision, (data -> 'committee' ->> 'id')::uuid as committee_id,
           states ->> 'journey' in ('on_committee_list', 'under_review') as awaits
    from "case") as c
  left join lateral (
    select g.urgency, g.reason from committee_grade g
    where g.establishment = c.establishment and g.committee_id = c.committee_id and g.case_id = c.id
      and g.kind = 'social'
    order by g.id desc limit 1) as social on true
  left join lateral (
    select g.urgency, g.reason from committee_grade g
    where g.establishment = c.establishment and g.committee_id = c.committee_id and g.case_id = c.id
      and g.kind = 'medical'
    order by g.id desc limit 1) as medical on true) as settled;

-- A case as a line of a list.
create function priority_line(of_establishment text, of_case uuid) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'case', c.id, 'reference', c.reference, 'family_name', c.person ->> 'family_name',
    'given_name', c.person ->> 'given_name', 'mdph', c.mdph, 'returned_on', c.data ->> 'returned_on',
    'valid_until', c.notification ->> 'valid_until', 'state', c.states ->> 'journey',
    'aim', c.data -> 'decision' ->> 'aim', 'choice', c.data -> 'decision' ->> 'choice', 'rank', p.rank,
    'social_urgency', p.social_urgency, 'social_reason', p.social_reason,
    'medical_urgency', p.medical_urgency, 'medical_reason', p.medical_reason)
  from "case" c
  join case_priority p on p.establishment = c.establishment and p.case_id = c.id
  where c.establishment = of_establishment and c.id = of_case
$$;

-- The cases listed for a committee; one that was retained stays on its list.
create function cases_of_committee(of_establishment text, of_committee uuid) returns setof uuid
language sql stable as $$
  select c.id
  from "case" c
  where c.establishment = of_establishment and c.data -> 'committee' ->> 'id' = of_committee::text
    and c.id in (
      select h.case_id from history h
      where h.establishment = of_establishment and h.event = 'list_for_committee'
        and h.data ->> 'committee' = of_committee::text)
$$;

-- Their lines, in no order.
create function committee_lines(of_establishment text, of_committee uuid) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(priority_line(of_establishment, listed)), '[]')
  from cases_of_committee(of_establishment, of_committee) listed
$$;

-- Who read which cases of a paper that names several.
create function log_reading(of_establishment text, reader text, what text, cases jsonb) returns void
language sql as $$
  insert into reading (establishment, at, login, case_id, template)
  select of_establishment, jalon_now(), reader, (line ->> 'case')::uuid, what
  from jsonb_array_elements(cases) line
$$;

-- The lines that a reader sees: a partner at an MDPH those of its department.
create function lines_in_sight(lines jsonb, of_mdph text) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_agg(line), '[]') from jsonb_array_elements(lines) line
  where of_mdph is null or line ->> 'mdph' = of_mdph
$$;

-- How urgent a listed file is: saying the same again adds nothing.
create function grade_for_committee(of_establishment text, of_committee uuid, of_case uuid, of_kind text,
                                    new_urgency integer, new_reason text, login text)
returns text
language plpgsql as $$
begin
  perform from committee m where m.establishment = of_establishment and m.id = of_committee;
  if not found then
    return 'no_such';
  end if;
  perform from "case" c
  where c.establishment = of_establishment and c.id = of_case and c.data -> 'committee' ->> 'id' = of_committee::text
    and c.states ->> 'journey' in ('on_committee_list', 'under_review')
  for no key update;
  if not found then
    return 'not_this_way';
  end if;
  insert into committee_grade (establishment, committee_id, case_id, kind, urgency, reason, graded_by, graded_at)
  select of_establishment, of_committee, of_case, of_kind, new_urgency, new_reason, login, jalon_now()
  where not exists (
    select from (
      select g.urgency, g.reason, g.graded_by from committee_grade g
      where g.establishment = of_establishment and g.committee_id = of_committee and g.case_id = of_case
        and g.kind = of_kind
      order by g.id desc limit 1) as last
    where last.urgency = new_urgency and last.reason = new_reason and last.graded_by = login);
  return 'yes';
end
$$;

-- The list of a committee: a version as it was sent (the last one when none is asked for), or what it would be now
-- (`draft`, or while none was sent), whole. That its lines were read is kept, as far as they are in sight.
create function read_committee_list(of_establishment text, of_committee uuid, of_mdph text, asked_version integer,
                                    draft boolean, reader text)
returns jsonb
language plpgsql as $$
declare
  meeting committee;
  sent committee_list;
  shown jsonb;
begin
  select * into meeting from committee m where m.establishment = of_establishment and m.id = of_committee;
  if meeting.id is null then
    return null;
  end if;
  if not draft then
    select * into sent from committee_list l
    where l.establishment = of_establishment and l.committee_id = of_committee
      and (asked_version is null or l.version = asked_version)
    order by l.version desc limit 1;
    if sent.version is null and asked_version is not null then
      return null;
    end if;
  end if;
  shown := coalesce(sent.lines, committee_lines(of_establishment, of_committee));
  perform log_reading(of_establishment, reader, 'committee_table', lines_in_sight(shown, of_mdph));
  return jsonb_build_object(
    'committee', meeting.id, 'held_on', meeting.held_on, 'version', sent.version, 'sent_by', sent.sent_by,
    'sent_at', rfc3339(sent.sent_at), 'lines', with_consents(of_establishment, shown));
end
$$;

-- Whom a committee's list goes to (L1224-1226), and how many of its lines each of them sees: a partner at an MDPH
-- when somebody of its department is listed.
create function committee_members(of_establishment text, of_lines jsonb)
returns table (login text, name text, roles text[], mdph text, email text, files bigint)
language sql stable as $$
  select m.login, m.name, m.roles, m.mdph, m.email, m.files
  from (
    select a.login, a.name, a.roles, a.mdph, a.email, (
      select count(*) from jsonb_array_elements(of_lines) line
      where a.roles && array['doctor', 'social_worker', 'coordinator'] or line ->> 'mdph' = a.mdph) as files
    from account a
    where a.establishment = of_establishment and a.disabled_at is null
      and a.roles && array['doctor', 'social_worker', 'coordinator', 'mdph_partner']) as m
  where m.files > 0
$$;

-- Finds to whom a committee's e-mails went.
create index message_of_committee on message (establishment, (details -> 'committee' ->> 'id'))
where recipient = 'staff' and template = 'committee_list';

-- Keeps the list as it is sent and writes to each member, in one commit. The same list sent again is no further
-- version and reaches only who has not had it. Answers the version, who is told, and the files whose person has not
-- agreed that the MDPH's member reads their urgency.
create function send_committee_list(of_establishment text, of_committee uuid, of_lines jsonb, sender text, url text)
returns jsonb
language plpgsql as $$
declare
  last committee_list;
  meeting committee;
begin
  select * into meeting from committee m where m.establishment = of_establishment and m.id = of_committee;
  select * into last from committee_list l
  where l.establishment = of_establishment and l.committee_id = of_committee
  order by l.version desc limit 1;
  if last.lines is distinct from of_lines then
    insert into committee_list (establishment, committee_id, version, lines, sent_by, sent_at)
    values (of_establishment, of_committee, coalesce(last.version, 0) + 1, of_lines, sender, jalon_now())
    returning * into last;
  end if;
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select of_establishment, gen_random_uuid(), 'email', 'committee_list', 'staff',
         jsonb_build_object('login', t.login, 'committee', jsonb_build_object('id', of_committee, 'held_on',
           meeting.held_on), 'version', last.version, 'files', t.files, 'files_many', t.files > 1, 'url', url),
         jalon_now()
  from committee_members(of_establishment, of_lines) t
  where t.email is not null and not exists (
    select from message m
    where m.establishment = of_establishment and m.recipient = 'staff' and m.template = 'committee_list'
      and m.details ->> 'login' = t.login and m.details -> 'committee' ->> 'id' = of_committee::text
      and m.details ->> 'version' = last.version::text);
  return (
    select jsonb_build_object(
      'version', last.version, 'sent_at', rfc3339(last.sent_at), 'files', jsonb_array_length(of_lines),
      'recipients', coalesce(jsonb_agg(t.login order by t.login) filter (where t.email is not null), '[]'),
      'without_email', coalesce(jsonb_agg(t.login order by t.login) filter (where t.email is null), '[]'),
      'without_consent', (
        select coalesce(jsonb_agg(line ->> 'reference' order by line ->> 'reference'), '[]')
        from jsonb_array_elements(with_consents(of_establishment, of_lines)) line
        where line ->> 'consent' is distinct from 'given'))
    from committee_members(of_establishment, of_lines) t);
end
$$;
