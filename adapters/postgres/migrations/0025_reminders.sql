-- Reminders to the staff: which mornings are done, who is away, and what must not be told twice.

-- A morning whose digests were written: a row comes with them, in one commit, and there is one for each day.
create table morning (
  establishment text not null references establishment (code),
  day date not null,
  opened_at timestamptz not null,
  primary key (establishment, day)
);

-- Rows stay: who was away, and who stood in, is part of how a deadline was missed. The reason is a word of a short
-- list, so that nobody writes down why a colleague is ill.
create table absence (
  establishment text not null,
  id uuid not null,
  number bigint generated always as identity,
  login text not null,
  from_on date not null,
  until_on date not null,
  reason text not null check (reason in ('leave', 'training', 'mission', 'other')),
  substitute text,
  created_by text not null,
  created_at timestamptz not null,
  -- Ended before its time: it no longer counts.
  ended_at timestamptz,
  ended_by text,
  primary key (establishment, id),
  foreign key (establishment, login) references account,
  foreign key (establishment, substitute) references account,
  constraint absence_has_days check (from_on <= until_on),
  constraint nobody_stands_in_for_themselves check (substitute <> login),
  constraint absence_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index absence_by_end on absence (establishment, until_on) where ended_at is null;
create index absence_in_order on absence (establishment, number);

-- One row of the account is locked, so that two absences that come together are looked at one after the other.
create function add_absence(of_establishment text, new_id uuid, who text, first_day date, last_day date, why text,
                            stand_in text, by_whom text) returns text
language plpgsql as $$
declare
  colleague account;
  other account;
begin
  select * into colleague from account a
  where a.establishment = of_establishment and a.login = who and a.disabled_at is null
  for no key update;
  if colleague.login is null then
    return 'no_such_account';
  end if;
  if stand_in is not null then
    select * into other from account a
    where a.establishment = of_establishment and a.login = stand_in and a.login <> who and a.disabled_at is null;
    if other.login is null then
      return 'no_such_substitute';
    end if;
    if not other.roles && (colleague.roles || array['coordinator', 'deputy_director']) then
      return 'substitute_without_role';
    end if;
  end if;
  if exists (
    select from absence x
    where x.establishment = of_establishment and x.login = who and x.ended_at is null
      and x.from_on <= last_day and x.until_on >= first_day) then
    return 'overlapping';
  end if;
  insert into absence (establishment, id, login, from_on, until_on, reason, substitute, created_by, created_at)
  values (of_establishment, new_id, who, first_day, last_day, why, stand_in, by_whom, jalon_now());
  return 'yes';
end
$$;

-- As the outside sees it.
create function absence_json(x absence) returns json
language sql stable as $$
  select json_build_object(
    'id', x.id, 'login', x.login, 'name', a.name, 'from', x.from_on, 'until', x.until_on, 'reason', x.reason,
    'substitute', x.substitute, 'created_by', x.created_by, 'created_at', rfc3339(x.created_at),
    'ended_by', x.ended_by, 'ended_at', rfc3339(x.ended_at))
  from account a
  where a.establishment = x.establishment and a.login = x.login
$$;

-- An urgent e-mail leaves once for each message that it is about, and each person.
create unique index message_urgent_once on message (establishment, (details ->> 'about'), (details ->> 'login'))
where recipient = 'staff' and template = 'staff_urgent';
create index message_in_trouble on message (establishment, id)
where recipient = 'person' and status in ('refused', 'in_doubt');
