-- What of a case is disclosed beyond what a role reads: because the person agrees, or exceptionally.

-- What was said of the member of the MDPH is one of two things a person is asked (pathway A.21, R2).
alter table committee_consent rename to consent;
alter index committee_consent_last rename to consent_last;
alter table consent add column purpose text not null default 'mdph' check (purpose in ('mdph', 'team'));
alter table consent alter column purpose drop default;

drop function committee_consent_of(text, uuid);
drop function record_committee_consent(text, uuid, text, text, date, text);

-- « given », « withdrawn », or null: nobody has recorded any.
create function consent_of(of_establishment text, of_case uuid, of_purpose text) returns text
language sql stable as $$
  select c.consent from consent c
  where c.establishment = of_establishment and c.case_id = of_case and c.purpose = of_purpose
  order by c.said_on desc, c.id desc limit 1
$$;

-- Saying the same again adds nothing.
create function record_consent(of_establishment text, of_case uuid, of_purpose text, new_consent text,
                               new_way text, new_day date, login text)
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
  insert into consent (establishment, case_id, purpose, consent, way, said_on, recorded_by, recorded_at)
  select of_establishment, of_case, of_purpose, new_consent, new_way, new_day, login, jalon_now()
  where not exists (
    select from (
      select c.consent, c.way, c.said_on from consent c
      where c.establishment = of_establishment and c.case_id = of_case and c.purpose = of_purpose
      order by c.said_on desc, c.id desc limit 1) as last
    where last.consent = new_consent and last.way = new_way and last.said_on = new_day);
  return 'yes';
end
$$;

create or replace function with_consents(of_establishment text, lines jsonb) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(l.line || jsonb_build_object(
    'consent', consent_of(of_establishment, (l.line ->> 'case')::uuid, 'mdph')) order by l.place), '[]')
  from jsonb_array_elements(lines) with ordinality as l (line, place)
$$;

-- Somebody read for a while what their role does not: why, and until when.
create table exceptional_access (
  establishment text not null,
  id bigint generated always as identity,
  case_id uuid not null,
  login text not null,
  reason text not null check (length(reason) between 10 and 500),
  opened_at timestamptz not null,
  until timestamptz not null check (until > opened_at),
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case"
);
create index exceptional_access_of_case on exceptional_access (establishment, case_id, id);

create trigger append_only before update or delete or truncate on exceptional_access
for each statement execute function refuse_rewriting();

create function exceptional_access_json(x exceptional_access) returns json
language sql stable as $$
  select json_build_object(
    'login', x.login, 'name', coalesce(a.name, x.login), 'reason', x.reason, 'at', rfc3339(x.opened_at),
    'until', rfc3339(x.until))
  from (select) as one
  left join account a on a.establishment = x.establishment and a.login = x.login
$$;

-- One that is still open is answered again, and nobody is told twice. Null: no such case.
create function open_exceptional_access(of_establishment text, of_case uuid, who text, why text, url text)
returns json
language plpgsql as $$
declare
  access exceptional_access;
  file text;
  reader text;
begin
  select c.reference into file from "case" c
  where c.establishment = of_establishment and c.id = of_case
  for no key update;
  if file is null then
    return null;
  end if;
  select * into access from exceptional_access x
  where x.establishment = of_establishment and x.case_id = of_case and x.login = who and x.until > jalon_now()
  order by x.id desc limit 1;
  if access.id is not null then
    return exceptional_access_json(access);
  end if;
  insert into exceptional_access (establishment, case_id, login, reason, opened_at, until)
  values (of_establishment, of_case, who, why, jalon_now(), jalon_now() + interval '1 hour')
  returning * into access;
  select a.name into reader from account a where a.establishment = of_establishment and a.login = who;
  perform alert_of_access(access, file, coalesce(reader, who), url || '/dossiers/' || file || '/acces');
  return exceptional_access_json(access);
end
$$;

-- Those who answer for the house learn of it: as a task, and by e-mail, which says neither who is concerned nor why.
create function alert_of_access(access exceptional_access, file text, reader text, url text) returns void
language plpgsql as $$
begin
  insert into task (establishment, id, kind, label, role, source, due, opened_at)
  values (access.establishment, gen_random_uuid(), 'exceptional_access',
          'Accès exceptionnel de ' || reader || ' au dossier ' || file || ' : à examiner',
          case when exists (
            select from account a
            where a.establishment = access.establishment and a.login = access.login
              and 'coordinator' = any (a.roles)) then 'deputy_director' else 'coordinator' end,
          'exceptional_access:' || access.id, jalon_today(), access.opened_at);
  insert into message (establishment, id, kind, template, recipient, details, created_at)
  select access.establishment, gen_random_uuid(), 'email', 'staff_exceptional_access', 'staff',
         jsonb_build_object('login', a.login, 'file', file, 'url', url, 'reader', reader), access.opened_at
  from account a
  where a.establishment = access.establishment and a.disabled_at is null and a.login <> access.login
    and a.roles && array['coordinator', 'deputy_director'];
  perform pg_notify('jalon_outbox', '');
end
$$;
