-- How a committee's date is found, and what is kept of its meeting.

-- « Des propositions de dates de rencontres sont envoyées aux participants » (L1226-1227).
create table committee_proposal (
  establishment text not null references establishment (code),
  id uuid not null default gen_random_uuid(),
  number bigint generated always as identity,
  dates date[] not null check (cardinality(dates) >= 1),
  note text check (note <> ''),
  proposed_by text not null,
  proposed_at timestamptz not null,
  -- The date that was chosen, and the committee that it became.
  chosen_on date,
  chosen_by text,
  committee_id uuid,
  primary key (establishment, id),
  foreign key (establishment, committee_id) references committee,
  constraint chosen_among_the_dates check (chosen_on is null or chosen_on = any (dates)),
  constraint chosen_whole check (num_nulls(chosen_on, chosen_by, committee_id) in (0, 3))
);
create index committee_proposal_in_order on committee_proposal (establishment, number);

-- The last one of each member and date counts.
create table committee_proposal_answer (
  establishment text not null,
  id bigint generated always as identity,
  proposal_id uuid not null,
  login text not null,
  on_date date not null,
  answer text not null check (answer in ('yes', 'no', 'if_needed')),
  answered_at timestamptz not null,
  primary key (establishment, id),
  foreign key (establishment, proposal_id) references committee_proposal,
  foreign key (establishment, login) references account
);
create index committee_proposal_answer_last on committee_proposal_answer (establishment, proposal_id, login, on_date, id);

create trigger append_only before update or delete or truncate on committee_proposal_answer
for each statement execute function refuse_rewriting();

-- {"id","dates":[{"on","yes","if_needed","no","answers":[{"login","name","answer"}]}],"note","proposed_by",
-- "proposed_at","chosen_on","committee"}
create function proposal_shown(p committee_proposal) returns jsonb
language sql stable as $$
  with answers as (
    select distinct on (w.login, w.on_date) w.on_date, w.login, a.name, w.answer
    from committee_proposal_answer w
    join account a on a.establishment = w.establishment and a.login = w.login
    where w.establishment = p.establishment and w.proposal_id = p.id
    order by w.login, w.on_date, w.id desc)
  select jsonb_build_object(
    'id', p.id, 'note', p.note, 'proposed_by', p.proposed_by, 'proposed_at', rfc3339(p.proposed_at),
    'chosen_on', p.chosen_on, 'committee', p.committee_id,
    'dates', (
      select jsonb_agg(jsonb_build_object(
        'on', d.on_date,
        'yes', (select count(*) from answers w where w.on_date = d.on_date and w.answer = 'yes'),
        'if_needed', (select count(*) from answers w where w.on_date = d.on_date and w.answer = 'if_needed'),
        'no', (select count(*) from answers w where w.on_date = d.on_date and w.answer = 'no'),
        'answers', coalesce((
          select jsonb_agg(jsonb_build_object('login', w.login, 'name', w.name, 'answer', w.answer) order by w.login)
          from answers w where w.on_date = d.on_date), '[]')) order by d.on_date)
      from unnest(p.dates) as d (on_date)))
$$;

-- Keeps the dates and writes to each member, in one commit: who works on the files, and the partners at an MDPH with
-- somebody who waits for the committee.
create function propose_committee(of_establishment text, of_dates date[], of_note text, login text, url text)
returns jsonb
language plpgsql as $$
declare
  proposal committee_proposal;
  waiting jsonb;
begin
  insert into committee_proposal (establishment, dates, note, proposed_by, proposed_at)
  values (of_establishment, of_dates, of_note, login, jalon_now())
  returning * into proposal;
  -- A line of no department stands for the meeting itself: its own team is told though nobody waits yet.
  select jsonb_build_array(jsonb_build_object('mdph', null))
    || coalesce(jsonb_agg(jsonb_build_object('mdph', c.mdph)), '[]')
  into waiting
  from "case" c
  where c.establishment = of_establishment and not c.closed
    and c.states ->> 'journey' in ('waiting_committee', 'on_committee_list');
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select of_establishment, gen_random_uuid(), 'email', 'committee_dates', 'staff',
         jsonb_build_object('login', m.login, 'url', url, 'proposal', proposal.id, 'proposed', (
           select jsonb_agg(jsonb_build_object('on', d) order by d) from unnest(of_dates) d)),
         jalon_now()
  from committee_members(of_establishment, waiting) m
  where m.email is not null;
  return proposal_shown(proposal);
end
$$;

-- [{"on","answer"}] of one member.
create function answer_proposal(of_establishment text, of_proposal uuid, given jsonb, of_login text) returns text
language plpgsql as $$
declare
  proposal committee_proposal;
begin
  select * into proposal from committee_proposal p
  where p.establishment = of_establishment and p.id = of_proposal
  for no key update;
  if proposal.id is null then
    return 'no_such';
  end if;
  if proposal.chosen_on is not null then
    return 'not_this_way';
  end if;
  insert into committee_proposal_answer (establishment, proposal_id, login, on_date, answer, answered_at)
  select of_establishment, of_proposal, of_login, g."on", g.answer, jalon_now()
  from jsonb_to_recordset(given) as g ("on" date, answer text)
  where g."on" = any (proposal.dates);
  return 'yes';
end
$$;

-- The chosen date becomes a committee; choosing it again answers the same.
create function choose_proposal(of_establishment text, of_proposal uuid, day date, login text) returns text
language plpgsql as $$
declare
  proposal committee_proposal;
  made uuid;
begin
  select * into proposal from committee_proposal p
  where p.establishment = of_establishment and p.id = of_proposal
  for no key update;
  if proposal.id is null then
    return 'no_such';
  end if;
  if proposal.chosen_on = day then
    return 'yes';
  end if;
  if proposal.chosen_on is not null or day <> all (proposal.dates) then
    return 'not_this_way';
  end if;
  insert into committee (establishment, held_on) values (of_establishment, day) returning id into made;
  update committee_proposal p
  set chosen_on = day, chosen_by = login, committee_id = made
  where p.establishment = of_establishment and p.id = of_proposal;
  return 'yes';
end
$$;

-- The minutes of a meeting: who was there and what was remarked. The decisions are the cases' own.
create table committee_minutes (
  establishment text not null,
  committee_id uuid not null,
  version integer not null check (version >= 1),
  present jsonb not null check (jsonb_typeof(present) = 'array'),
  remarks text check (remarks <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment, committee_id, version),
  foreign key (establishment, committee_id) references committee
);

create trigger append_only before update or delete or truncate on committee_minutes
for each statement execute function refuse_rewriting();

-- The next version; what is the same as the last one is none. A meeting that lies ahead has no minutes.
create function record_minutes(of_establishment text, of_committee uuid, who jsonb, words text, login text)
returns text
language plpgsql as $$
declare
  meeting committee;
  last committee_minutes;
begin
  select * into meeting from committee m where m.establishment = of_establishment and m.id = of_committee
  for no key update;
  if meeting.id is null then
    return 'no_such';
  end if;
  if meeting.held_on > jalon_today() then
    return 'not_this_way';
  end if;
  select * into last from committee_minutes w
  where w.establishment = of_establishment and w.committee_id = of_committee
  order by w.version desc limit 1;
  if last.version is null or last.present is distinct from who or last.remarks is distinct from words then
    insert into committee_minutes (establishment, committee_id, version, present, remarks, recorded_by, recorded_at)
    values (of_establishment, of_committee, coalesce(last.version, 0) + 1, who, words, login, jalon_now());
  end if;
  return 'yes';
end
$$;

-- What a committee decided, by reference: the last decision on each case while it was on its list, unless a
-- correction took it back. Who is still listed without one stands there without an outcome.
create function committee_decisions(of_establishment text, of_committee uuid) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'case', c.id, 'reference', c.reference, 'family_name', c.person ->> 'family_name',
    'given_name', c.person ->> 'given_name', 'mdph', c.mdph,
    'outcome', d.data ->> 'outcome', 'aim', d.data ->> 'aim', 'choice', d.data ->> 'choice',
    'social_urgency', d.data -> 'social_urgency', 'medical_urgency', d.data -> 'medical_urgency',
    'rank', d.data -> 'rank', 'motive', d.data ->> 'reason') order by c.reference), '[]')
  from "case" c
  left join lateral (
    select h.data from history h
    where h.establishment = c.establishment and h.case_id = c.id and h.event = 'decide'
      and history_after(h.establishment, h.case_id, h.seq - 1) -> 'data' -> 'committee' ->> 'id'
        = of_committee::text
      and not exists (
        select from history k
        where k.establishment = h.establishment and k.case_id = h.case_id and k.seq > h.seq
          and k.event = 'correction' and (k.data ->> 'back_to')::integer < h.seq)
    order by h.seq desc limit 1) as d on true
  where c.establishment = of_establishment
    and c.id in (
      select l.case_id from history l
      where l.establishment = of_establishment and l.event = 'list_for_committee'
        and l.data ->> 'committee' = of_committee::text)
    and (d.data is not null or c.data -> 'committee' ->> 'id' = of_committee::text)
$$;

-- The minutes with the decisions, as far as they are in sight; null until somebody has recorded any.
create function read_minutes(of_establishment text, of_committee uuid, of_mdph text, reader text) returns jsonb
language plpgsql as $$
declare
  meeting committee;
  minutes committee_minutes;
  decided jsonb;
begin
  select * into meeting from committee m where m.establishment = of_establishment and m.id = of_committee;
  select * into minutes from committee_minutes w
  where w.establishment = of_establishment and w.committee_id = of_committee
  order by w.version desc limit 1;
  if minutes.version is null then
    return null;
  end if;
  decided := lines_in_sight(committee_decisions(of_establishment, of_committee), of_mdph);
  perform log_reading(of_establishment, reader, 'committee_minutes', decided);
  return jsonb_build_object(
    'committee', meeting.id, 'held_on', meeting.held_on, 'version', minutes.version,
    'recorded_by', minutes.recorded_by, 'recorded_at', rfc3339(minutes.recorded_at), 'present', minutes.present,
    'remarks', minutes.remarks, 'decisions', with_consents(of_establishment, decided));
end
$$;
