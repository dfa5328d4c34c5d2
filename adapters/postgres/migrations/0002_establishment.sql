-- The establishments that share this database. Every key of every table begins with one of them.

create table establishment (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9_-]{0,31}$'),
  name text not null check (name <> ''),
  -- The head of its letters.
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  city text not null default '',
  documents_url text not null default '',
  brochure_url text not null default '',
  -- Counts the changes of its settings, so that a process knows when to read them again.
  settings_revision integer not null default 0 check (settings_revision >= 0)
);

-- An empty database serves one establishment.
insert into establishment (code, name) values ('espo', 'ESPO');

-- What an establishment sets for itself, as it is now.
create table setting (
  establishment text not null references establishment (code),
  name text not null check (name ~ '^[a-z][a-z0-9_]*$'),
  value jsonb not null,
  revision integer not null check (revision >= 1),
  set_by text not null,
  set_at timestamptz not null,
  primary key (establishment, name)
);

-- Every value that a setting ever had.
create table setting_history (
  establishment text not null references establishment (code),
  revision integer not null check (revision >= 1),
  name text not null,
  value jsonb not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (establishment, revision)
);

create function refuse_rewriting() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using
    errcode = 'restrict_violation', table = tg_table_name;
end
$$;

create trigger append_only before update or delete or truncate on setting_history
for each statement execute function refuse_rewriting();

-- Sets a value and answers the revision it has.
create function set_setting(of_establishment text, setting_name text, new_value jsonb, login text)
returns integer
language plpgsql as $$
declare
  next_revision integer;
begin
  update establishment set settings_revision = settings_revision + 1
  where code = of_establishment
  returning settings_revision into next_revision;
  if next_revision is null then
    raise exception 'no such establishment' using errcode = 'foreign_key_violation';
  end if;
  insert into setting (establishment, name, value, revision, set_by, set_at)
  values (of_establishment, setting_name, new_value, next_revision, login, jalon_now())
  on conflict (establishment, name) do update
  set value = excluded.value, revision = excluded.revision, set_by = excluded.set_by,
      set_at = excluded.set_at;
  insert into setting_history (establishment, revision, name, value, set_by, set_at)
  values (of_establishment, next_revision, setting_name, new_value, login, jalon_now());
  return next_revision;
end
$$;
