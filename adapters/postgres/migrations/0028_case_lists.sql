-- What lists of cases, letters and transmissions are read by, and the lists that an account keeps.

-- A list of cases that an account comes back to: which filters, by which name. No name of a person stands in it.
create table saved_view (
  establishment text not null,
  id uuid not null default gen_random_uuid(),
  login text not null,
  name text not null check (name <> '' and length(name) <= 60),
  filters jsonb not null check (jsonb_typeof(filters) = 'object'),
  saved_at timestamptz not null default jalon_now(),
  primary key (establishment, id),
  unique (establishment, login, name),
  foreign key (establishment, login) references account
);

-- A name that is there already gets these filters. Null when the account keeps as many as it may; its row is locked,
-- so that two that come together are counted one after the other.
create function save_view(of_establishment text, of_login text, new_name text, new_filters jsonb) returns json
language plpgsql as $$
declare
  saved saved_view;
begin
  perform from account a where a.establishment = of_establishment and a.login = of_login for no key update;
  update saved_view v set filters = new_filters, saved_at = jalon_now()
  where v.establishment = of_establishment and v.login = of_login and v.name = new_name
  returning * into saved;
  if saved.id is null and (
    select count(*) < 50 from saved_view v where v.establishment = of_establishment and v.login = of_login)
  then
    insert into saved_view (establishment, login, name, filters)
    values (of_establishment, of_login, new_name, new_filters)
    returning * into saved;
  end if;
  if saved.id is null then
    return null;
  end if;
  return json_build_object('id', saved.id, 'name', saved.name, 'filters', saved.filters);
end
$$;

-- The long list in the order of names.
create index case_closed_by_name on "case" (establishment, search_text, reference desc) where closed;
create index letter_posted on message (establishment, posted_on, number) where posted_on is not null;
create index transmission_waiting on transmission (establishment, status, number) where status <> 'confirmed';
