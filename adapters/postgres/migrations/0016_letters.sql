-- What letters are made of, by which text, and who read them.

-- What an establishment made of a template, one row a version, never changed. Without a text: it went back to the
-- one that Jalon comes with.
create table letter_template (
  establishment text not null references establishment (code),
  name text not null check (name ~ '^[a-z][a-z0-9_]*$'),
  version integer not null check (version >= 1),
  text text check (text <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (establishment, name, version)
);

create trigger append_only before update or delete or truncate on letter_template
for each statement execute function refuse_rewriting();

-- The next version of a template; two people who write at once get two.
create function set_letter_template(of_establishment text, template_name text, new_text text, login text)
returns integer
language plpgsql as $$
declare
  next_version integer;
begin
  perform from establishment e where e.code = of_establishment for no key update;
  select coalesce(max(t.version), 0) + 1 into next_version from letter_template t
  where t.establishment = of_establishment and t.name = template_name;
  insert into letter_template (establishment, name, version, text, set_by, set_at)
  values (of_establishment, template_name, next_version, new_text, login, jalon_now());
  return next_version;
end
$$;

-- {"version", "text"} of the own text in force; null: the one that Jalon comes with.
create function own_template(of_establishment text, template_name text) returns json
language sql stable as $$
  select json_build_object('version', t.version, 'text', t.text)
  from (
    select version, text from letter_template
    where establishment = of_establishment and name = template_name
    order by version desc limit 1) as t
  where t.text is not null
$$;

-- Which text a letter was made by: « jalon-3f2a91bc » or the number of an own version.
alter table message add column template_version text check (template_version <> '');

-- Everything a letter about a case may say, as the case was after an entry, or as it is now (no entry given):
-- the head of the establishment, who it is about, the case's data and dates. Without a case only the head.
create function letter_facts(of_establishment text, of_case uuid, of_seq integer) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'house', e.code, 'today', jalon_today(),
    'establishment', jsonb_build_object(
      'name', e.name, 'address', e.address, 'phone', e.phone, 'email', e.email, 'city', e.city,
      'documents_url', e.documents_url, 'brochure_url', e.brochure_url)
      || coalesce((select s.value from setting s where s.establishment = e.code and s.name = 'letter_head'), '{}'),
    'signatories', (
      select s.value from setting s where s.establishment = e.code and s.name = 'signatories'),
    'closures', (
      select s.value -> 'closures' from setting s where s.establishment = e.code and s.name = 'calendar'),
    'documents_not_required', (
      select jsonb_agg(d.name)
      from unnest(array['administrative_sheet', 'social_sheet', 'professional_sheet', 'remuneration_sheet',
                        'rqth_notification', 'orientation_notification']) as d (name)
      where not p.documents ? d.name),
    'reference', c.reference, 'person', c.person, 'notification', c.notification, 'mdph', c.mdph,
    'case', t.after -> 'data', 'deadlines', t.after -> 'deadlines', 'event', h.data,
    'referent_name', (
      select a.name from account a
      where a.establishment = e.code and a.login = t.after -> 'data' ->> 'referent'),
    'mdph_address', (
      select s.value -> c.mdph from setting s where s.establishment = e.code and s.name = 'mdph_addresses'))
  from establishment e
  left join "case" c on c.establishment = e.code and c.id = of_case
  left join history h on h.establishment = e.code and h.case_id = c.id
    and h.seq = coalesce(of_seq, c.revision)
  cross join lateral (select history_after(e.code, c.id, h.seq) as after) as t
  -- The policy the entry was decided under: a letter does not ask for what it did not require.
  left join lateral (
    select s.value -> 'required_documents' as documents
    from setting_history s
    where s.establishment = e.code and s.name = 'policy'
      and (of_seq is null or s.revision <= coalesce((h.facts ->> 'settings_revision')::integer, 0))
    order by s.revision desc
    limit 1) as p on true
  where e.code = of_establishment
$$;

-- Who read what of a person's file: a letter, a document, a list it stands on (« template »), or the case itself
-- with the medical and social facts that were shown.
create table reading (
  establishment text not null references establishment (code),
  id bigint generated always as identity,
  at timestamptz not null,
  login text not null,
  case_id uuid,
  message_id uuid,
  template text not null,
  facts text[] not null default '{}',
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case"
);
create index reading_of_case on reading (establishment, case_id, id);

create trigger append_only before update or delete or truncate on reading
for each statement execute function refuse_rewriting();

-- The letters with these identifiers, in this order, as far as the reader sees them (a department, or null for
-- all): [{"id", "kind", "status", "template", "reference", "html"}]. That they were read is kept with it; where
-- one is missing or not ready, none is handed out and none was read.
create function read_letters(of_establishment text, of_mdph text, asked uuid[], reader text) returns json
language plpgsql as $$
declare
  found json;
  ready integer;
begin
  select count(m.html), json_agg(json_build_object(
           'id', m.id, 'kind', m.kind, 'status', m.status, 'template', m.template, 'reference', c.reference,
           'html', m.html) order by a.place)
  into ready, found
  from unnest(asked) with ordinality as a (id, place)
  join message m on m.establishment = of_establishment and m.id = a.id and m.kind = 'letter'
  join "case" c on c.establishment = m.establishment and c.id = m.case_id
  where of_mdph is null or c.mdph = of_mdph;
  if ready = cardinality(asked) then
    insert into reading (establishment, at, login, case_id, message_id, template)
    select of_establishment, jalon_now(), reader, m.case_id, m.id, m.template
    from message m
    where m.establishment = of_establishment and m.id = any (asked);
  end if;
  return coalesce(found, '[]');
end
$$;
