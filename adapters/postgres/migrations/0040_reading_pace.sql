-- Many files read in a short time by one account: those who answer for the house learn of it.

create index reading_of_reader on reading (establishment, login, at);

-- Once a day for one reader. False: they know already. The e-mail says who reads, and no file.
create function alert_of_reading_pace(of_establishment text, who text, how_many integer, url text) returns boolean
language plpgsql as $$
declare
  about text := 'reading_pace:' || who || ':' || jalon_today();
  reader text;
  asked text;
begin
  select a.name, case when 'coordinator' = any (a.roles) then 'deputy_director' else 'coordinator' end
  into reader, asked
  from account a
  where a.establishment = of_establishment and a.login = who
  for no key update;
  if exists (select from task t where t.establishment = of_establishment and t.source = about) then
    return false;
  end if;
  insert into task (establishment, id, kind, label, role, source, due, opened_at)
  values (of_establishment, gen_random_uuid(), 'reading_pace',
          reader || ' a lu ' || how_many || ' dossiers en dix minutes : à examiner', coalesce(asked, 'coordinator'),
          about, jalon_today(), jalon_now());
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select of_establishment, gen_random_uuid(), 'email', 'staff_reading_pace', 'staff',
         jsonb_build_object('login', a.login, 'how_many', how_many, 'url', url, 'reader', reader), jalon_now()
  from account a
  where a.establishment = of_establishment and a.disabled_at is null and a.login <> who
    and a.roles && array['coordinator', 'deputy_director'];
  perform pg_notify('jalon_outbox', '');
  return true;
end
$$;
