-- Letters on paper: who posted them, on which day, and which came back. Each is recorded with an entry in the
-- history of the case, in one commit. What is left to do is not stored: it is seen from the letters themselves.

alter table message
  -- A letter is to be posted on the day on which it was wanted.
  add column wanted_on date generated always as ((timezone('Europe/Paris', created_at))::date) stored,
  add column posted_on date,
  add column posted_by text,
  add column returned_on date,
  add column returned_by text,
  add column return_reason text check (return_reason <> ''),
  -- Somebody has dealt with the letter that came back.
  add column return_settled_at timestamptz,
  add column return_settled_by text,
  add constraint posted_is_a_letter check (posted_on is null or (kind = 'letter' and status = 'sent')),
  add constraint posted_by_somebody check ((posted_on is null) = (posted_by is null)),
  add constraint returned_after_posting check (returned_on is null or returned_on >= posted_on),
  add constraint returned_with_a_reason check ((returned_on is null) = (return_reason is null)),
  add constraint settled_after_return check (return_settled_at is null or returned_on is not null);

create index letter_to_post on message (establishment, wanted_on, id)
where kind = 'letter' and status = 'prepared';
create index letter_returned on message (establishment, returned_on, id)
where returned_on is not null and return_settled_at is null;

-- What happened to a case beside its pathway: an entry that changes nothing else of it.
create function note_in_history(of_establishment text, of_case uuid, what text, day date, login text, told jsonb)
returns void
language plpgsql as $$
declare
  noted "case";
begin
  update "case" c
  set revision = c.revision + 1, changed_at = jalon_now()
  where c.establishment = of_establishment and c.id = of_case
  returning * into noted;
  insert into history (establishment, case_id, seq, at, occurred_on, event, actor, from_states, to_states, data,
                       effects, facts, command_id)
  select h.establishment, h.case_id, noted.revision, jalon_now(), day, what, login, h.to_states, h.to_states, told,
         '[]', '{}', gen_random_uuid()
  from history h
  where h.establishment = of_establishment and h.case_id = of_case and h.seq = noted.revision - 1;
end
$$;

-- Locks the letter and its case, the case first, as record_entries does; nothing when it is no letter of a case.
create function lock_letter(of_establishment text, asked uuid) returns message
language plpgsql as $$
declare
  letter message;
begin
  perform from "case" c
  where c.establishment = of_establishment and c.id = (
    select m.case_id from message m where m.establishment = of_establishment and m.id = asked and m.kind = 'letter')
  for no key update;
  if found then
    select * into letter from message m
    where m.establishment = of_establishment and m.id = asked
    for no key update;
  end if;
  return letter;
end
$$;

-- A letter that is ready was posted; the same may be said again.
create function post_letter(of_establishment text, posted uuid, day date, login text) returns text
language plpgsql as $$
declare
  letter message := lock_letter(of_establishment, posted);
begin
  if letter.id is null then
    return 'no_such';
  end if;
  if letter.posted_on = day then
    return 'yes';
  end if;
  if letter.status <> 'prepared' then
    return 'not_this_way';
  end if;
  update message m
  set status = 'sent', sent_at = jalon_now(), posted_on = day, posted_by = login
  where m.establishment = of_establishment and m.id = posted;
  perform note_in_history(of_establishment, letter.case_id, 'letter_posted', day, login, jsonb_build_object(
    'message', posted, 'template', letter.template, 'recipient', letter.recipient, 'on', day));
  return 'yes';
end
$$;

-- A letter that was posted came back; it is then somebody's task. The same may be said again.
create function return_letter(of_establishment text, returned uuid, day date, why text, login text) returns text
language plpgsql as $$
declare
  letter message := lock_letter(of_establishment, returned);
begin
  if letter.id is null then
    return 'no_such';
  end if;
  if letter.returned_on = day and letter.return_reason = why then
    return 'yes';
  end if;
  if letter.posted_on is null or letter.returned_on is not null or day < letter.posted_on then
    return 'not_this_way';
  end if;
  update message m
  set returned_on = day, returned_by = login, return_reason = why
  where m.establishment = of_establishment and m.id = returned;
  perform note_in_history(of_establishment, letter.case_id, 'letter_returned', day, login, jsonb_build_object(
    'message', returned, 'template', letter.template, 'recipient', letter.recipient, 'on', day, 'reason', why));
  return 'yes';
end
$$;

-- The work that letters make, as tasks: each bears its letter's identifier.
create view letter_task as
select m.establishment, m.id, m.case_id, 'letter_to_post' as kind,
       'Imprimer et poster un courrier ' || case m.recipient when 'mdph' then 'à la MDPH' else 'à la personne' end
         as label,
       m.template, m.wanted_on as due, m.created_at as opened_at
from message m
where m.kind = 'letter' and m.status = 'prepared'
union all
select m.establishment, m.id, m.case_id, 'letter_returned', 'Courrier revenu : ' || m.return_reason, m.template,
       m.returned_on, m.sent_at
from message m
where m.returned_on is not null and m.return_settled_at is null;

-- What to do with a letter that came back was done; a letter to post is done by saying when it was posted.
create function finish_letter_task(of_establishment text, finished uuid, login text) returns text
language plpgsql as $$
declare
  letter message;
begin
  select * into letter from message m
  where m.establishment = of_establishment and m.id = finished and m.kind = 'letter'
  for no key update;
  if letter.status = 'prepared' then
    return 'not_this_way';
  end if;
  if letter.returned_on is null then
    return 'no_such';
  end if;
  update message m
  set return_settled_at = coalesce(m.return_settled_at, jalon_now()),
      return_settled_by = coalesce(m.return_settled_by, login)
  where m.establishment = of_establishment and m.id = finished;
  return 'yes';
end
$$;
