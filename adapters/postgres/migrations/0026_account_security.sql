-- By what accounts come in: named tokens, a second factor, and an entry for each change, with who made it.

alter table token
  add column id uuid not null default gen_random_uuid(),
  add unique (establishment, id),
  add column number bigint generated always as identity,
  -- What it is for: « import du soir ».
  add column name text not null default 'Jeton' check (name <> ''),
  -- Written down at most every five minutes; in real time.
  add column last_used_at timestamptz;
create index token_in_order on token (establishment, number);

create table account_entry (
  establishment text not null,
  number bigint generated always as identity,
  login text not null,
  what text not null check (what in ('added', 'amended', 'disabled', 'enabled', 'password_set', 'token_added',
    'token_revoked', 'second_factor_on', 'second_factor_off', 'recovery_code_used')),
  by_whom text not null check (by_whom <> ''),
  at timestamptz not null default jalon_now(),
  primary key (establishment, number),
  foreign key (establishment, login) references account
);
create index account_entry_of_login on account_entry (establishment, login, number);
create trigger append_only before update or delete or truncate on account_entry
for each statement execute function refuse_rewriting();

-- The secret that codes of the moment are made of (RFC 6238), in base32: it cannot be a hash. `last_step` is that of
-- the last code taken: no code is good twice.
create table second_factor (
  establishment text not null,
  login text not null,
  secret text not null check (secret ~ '^[A-Z2-7]{32,}$'),
  last_step bigint not null,
  turned_on_at timestamptz not null default clock_timestamp(),
  primary key (establishment, login),
  foreign key (establishment, login) references account
);

create table recovery_code (
  establishment text not null,
  login text not null,
  code_hash text not null check (code_hash <> ''),
  used_at timestamptz,
  primary key (establishment, login, code_hash),
  foreign key (establishment, login) references second_factor on delete cascade
);

-- Between a right password and the code that goes with it.
create table log_in_ticket (
  establishment text not null,
  ticket_hash text not null unique check (ticket_hash <> ''),
  login text not null,
  tries integer not null default 0,
  expires_at timestamptz not null default clock_timestamp() + interval '5 minutes',
  primary key (establishment, ticket_hash),
  foreign key (establishment, login) references account
);

-- As the outside sees it.
create function account_json(a account) returns json
language sql stable as $$
  select json_build_object(
    'login', a.login, 'name', a.name, 'email', a.email, 'mdph', a.mdph, 'roles', a.roles,
    'second_factor', exists (
      select from second_factor s where s.establishment = a.establishment and s.login = a.login),
    'created_at', rfc3339(a.created_at), 'disabled_at', rfc3339(a.disabled_at))
$$;

create function token_json(t token) returns json
language sql stable as $$
  select json_build_object(
    'id', t.id, 'login', t.login, 'name', t.name, 'created_at', rfc3339(t.created_at),
    'expires_at', rfc3339(t.expires_at), 'last_used_at', rfc3339(t.last_used_at))
$$;

-- Takes the place of what was there before, with its recovery codes.
create function turn_on_second_factor(of_establishment text, who text, new_secret text, step bigint, code_hashes jsonb,
                                      by_whom text) returns void
language plpgsql as $$
begin
  delete from second_factor s where s.establishment = of_establishment and s.login = who;
  insert into second_factor (establishment, login, secret, last_step)
  values (of_establishment, who, new_secret, step);
  insert into recovery_code (establishment, login, code_hash)
  select of_establishment, who, h from jsonb_array_elements_text(code_hashes) as h;
  insert into account_entry (establishment, login, what, by_whom)
  values (of_establishment, who, 'second_factor_on', by_whom);
end
$$;
