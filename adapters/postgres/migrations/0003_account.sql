-- Who works here. Secrets are kept as hashes only.

create table account (
  establishment text not null references establishment (code),
  login text not null check (login ~ '^[A-Za-z0-9._@-]{1,64}$'),
  name text not null check (name <> ''),
  email text check (email <> ''),
  -- The department whose cases a partner at the MDPH sees.
  mdph text check (mdph <> ''),
  roles text[] not null check (
    roles <> '{}' and roles <@ array['admin_assistant', 'coordinator', 'deputy_director', 'doctor',
      'clinical_psychologist', 'social_worker', 'work_psychologist', 'placement_counsellor', 'trainer',
      'workshop_leader', 'referent', 'mdph_partner', 'administrator']),
  password_hash text not null,
  created_at timestamptz not null default jalon_now(),
  disabled_at timestamptz,
  primary key (establishment, login),
  constraint partner_has_a_department check (not 'mdph_partner' = any (roles) or mdph is not null)
);

-- Bearer tokens. They expire by real time, whatever the clock of record shows.
create table token (
  establishment text not null,
  token_hash text not null unique check (token_hash <> ''),
  login text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (establishment, token_hash),
  foreign key (establishment, login) references account
);
create index token_of_login on token (establishment, login);

-- Sessions of the pages, in real time as well.
create table login_session (
  establishment text not null,
  session_hash text not null unique check (session_hash <> ''),
  login text not null,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  -- Ends when nobody has used it for so long, and at the latest then.
  idle interval not null check (idle > '0'),
  expires_at timestamptz not null,
  primary key (establishment, session_hash),
  foreign key (establishment, login) references account
);
create index login_session_of_login on login_session (establishment, login);

-- Attempts to log in that failed in a row, by account, whether it exists or not, and by the address they came from.
-- Hashes only: a password is easily typed in the place of a name. Kept here, so that they count on all processes and
-- after a restart.
create table failed_log_in (
  establishment text not null references establishment (code),
  subject text not null check (subject <> ''),
  failures integer not null check (failures >= 1),
  last_at timestamptz not null default clock_timestamp(),
  primary key (establishment, subject)
);

-- « login:anne » as it is kept: « login:1f2e… ».
create function log_in_subject(text) returns text
language sql immutable strict parallel safe as $$
  select split_part($1, ':', 1) || ':' || encode(sha256(convert_to($1, 'UTF8')), 'hex')
$$;

-- How long to wait after so many failures, in seconds: a few cost nothing, then twice as long each time, five
-- minutes at most, so that nobody can be locked out for good by somebody else.
create function log_in_pause(subject text, failures integer) returns integer
language sql immutable strict parallel safe as $$
  select case when failures <= free then 0 else least(300, power(2, least(failures - free, 20))::integer) end
  -- A whole house may stand behind one address.
  from (select case when subject like 'login:%' then 4 else 200 end as free) as allowance
$$;
