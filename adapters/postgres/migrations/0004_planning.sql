-- What the pathway's dates hang on: the committees of the quarter, the sessions and their seats.

create table committee (
  establishment text not null references establishment (code),
  id uuid not null default gen_random_uuid(),
  held_on date not null,
  primary key (establishment, id)
);
create index committee_by_date on committee (establishment, held_on, id);

create table session (
  establishment text not null references establishment (code),
  id uuid not null default gen_random_uuid(),
  entry_on date not null,
  capacity integer not null check (capacity >= 1),
  weeks integer not null default 14 check (weeks >= 1),
  pre_reception_on date,
  -- Seats held by cases: counted where a decision takes or frees one, and never more than there are.
  taken integer not null default 0,
  primary key (establishment, id),
  constraint seats_within_capacity check (taken between 0 and capacity),
  constraint pre_reception_before_entry check (pre_reception_on < entry_on)
);
create index session_by_date on session (establishment, entry_on, id);
