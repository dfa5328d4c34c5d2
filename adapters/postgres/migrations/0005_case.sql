-- A case as it is now, and the history that it can be folded from.

-- Names as people search for them: without case, accents, ligatures, hyphens and apostrophes.
create function searchable(text) returns text
language sql immutable strict parallel safe as $$
  select translate(
    replace(replace(replace(replace(lower($1), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ-''’_%\',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy      ')
$$;

create table "case" (
  establishment text not null references establishment (code),
  id uuid not null,
  reference text collate "C" not null check (reference ~ '^[0-9]{4}-[0-9]{4,}$'),
  workflow text not null,
  definition_version integer not null check (definition_version >= 1),
  -- The number of history entries.
  revision integer not null check (revision >= 1),
  -- Region → state by name; `states` is what the outside sees of it.
  places jsonb not null check (jsonb_typeof(places) = 'object'),
  entered jsonb not null check (jsonb_typeof(entered) = 'object'),
  states jsonb not null check (jsonb_typeof(states) = 'object'),
  person jsonb not null check (jsonb_typeof(person) = 'object'),
  notification jsonb not null check (jsonb_typeof(notification) = 'object'),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  weeks_lost integer not null check (weeks_lost >= 0),
  closed boolean not null,
  -- On the clock of record, whose server may be set back: no order is demanded of them.
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  mdph text not null generated always as (notification ->> 'mdph') stored,
  -- What lists look for. Neither changes while a case goes its way, so that most updates touch no index.
  search_text text not null generated always as (
    searchable((person ->> 'family_name') || ' ' || (person ->> 'given_name')) || ' ' || reference) stored,
  states_when_closed jsonb generated always as (case when closed then states end) stored,
  primary key (establishment, id),
  unique (establishment, reference)
) with (fillfactor = 50);

-- Lists show the open cases first, the newest reference first.
create index case_open on "case" (establishment, reference) where not closed;
create index case_closed on "case" (establishment, reference) where closed;
create index case_of_mdph on "case" (establishment, mdph, reference);
create index case_closed_by_state on "case" using gin (states_when_closed) where closed;

-- Searching within a name wants trigrams. They are an extension that PostgreSQL brings along but that its
-- packager may have left out; without it the search still works, by reading.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
    create index case_by_name on "case" using gin (search_text gin_trgm_ops);
  end if;
end
$$;

-- « 2026-0001 »: the last number given in each year.
create table reference_counter (
  establishment text not null references establishment (code),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (establishment, year)
);

-- What happened, one row an entry, never changed. `after` is the case as it was then, but for the person,
-- whose data can be corrected; `facts` are what the decision knew of the world beside the case. An entry that
-- changes nothing of it, or only lets a deadline pass, keeps none: history_after() tells it.
create table history (
  establishment text not null,
  case_id uuid not null,
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  occurred_on date not null,
  event text not null check (event <> ''),
  actor text not null check (actor <> ''),
  from_states jsonb not null,
  to_states jsonb not null,
  data jsonb not null,
  effects jsonb not null,
  facts jsonb not null,
  after jsonb check (not after ? 'person'),
  command_id uuid not null,
  primary key (establishment, case_id, seq),
  foreign key (establishment, case_id) references "case",
  constraint opens_with_the_whole_case check (seq > 1 or after is not null)
);

create trigger append_only before update or delete or truncate on history
for each statement execute function refuse_rewriting();

-- The case as it was after an entry: as the last one that kept it says, with the deadlines that have passed
-- since (the data of such an entry name its deadline and day).
create function history_after(of_establishment text, of_case uuid, of_seq integer) returns jsonb
language sql stable as $$
  select jsonb_set(h.after, '{deadlines}', (
    select coalesce(jsonb_agg(d.record || jsonb_build_object('passed', d.record -> 'passed' = 'true' or exists (
      select from history p
      where p.establishment = of_establishment and p.case_id = of_case and p.seq > h.seq and p.seq <= of_seq
        and p.event = 'deadline_passed' and p.data -> 'deadline' = d.record -> 'id'
        and p.data -> 'due' = d.record -> 'due')) order by d.place), '[]')
    from jsonb_array_elements(h.after -> 'deadlines') with ordinality as d (record, place)))
  from history h
  where h.establishment = of_establishment and h.case_id = of_case and h.seq <= of_seq and h.after is not null
  order by h.seq desc
  limit 1
$$;
