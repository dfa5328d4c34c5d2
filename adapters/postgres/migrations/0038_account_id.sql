-- What names an account in addresses, which logs and histories of browsers keep: nothing of the person. People type the
-- login.
alter table account
  add column id uuid not null default gen_random_uuid(),
  add unique (establishment, id);

-- As in 0026_account_security.sql, with the identifier.
create or replace function account_json(a account) returns json
language sql stable as $$
  select json_build_object(
    'id', a.id, 'login', a.login, 'name', a.name, 'email', a.email, 'mdph', a.mdph, 'roles', a.roles,
    'second_factor', exists (
      select from second_factor s where s.establishment = a.establishment and s.login = a.login),
    'created_at', rfc3339(a.created_at), 'disabled_at', rfc3339(a.disabled_at))
$$;
