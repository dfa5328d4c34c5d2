-- What a case waits for, what people have to do, and what leaves the house.
--
-- The indexes of lists bear a condition that is always true. Only a list that repeats it can be planned on
-- them: while statistics are young, a look-up by case would else stray onto an index of the whole
-- establishment.

-- The present occurrences of a case's deadlines. One passes at the first moment after its last day, in
-- Paris.
create table deadline (
  establishment text not null,
  case_id uuid not null,
  id text not null check (id <> ''),
  number integer not null check (number >= 0),
  region text not null,
  state text not null,
  raw date not null,
  due date not null,
  derivation text not null,
  owner text not null check (owner <> ''),
  -- When its passing was recorded, on the clock of record.
  passed_at timestamptz,
  -- Of a suspended case: it does not pass.
  frozen boolean not null,
  -- What its date was counted from, beside its state's day of entry: see DeadlineRecord.
  restarted_on date,
  days_moved integer not null default 0 check (days_moved >= 0),
  -- No program could decide its passing: tried again from then on (real time). It stays in all lists.
  put_off_until timestamptz,
  fires_at timestamptz not null
    generated always as (timezone('Europe/Paris', (due + 1)::timestamp)) stored,
  primary key (establishment, case_id, id, number),
  foreign key (establishment, case_id) references "case"
);
-- In the order in which they are claimed, across establishments.
create index deadline_to_fire on deadline (fires_at, establishment, case_id, id, number)
where passed_at is null and not frozen;
create index deadline_by_due on deadline (establishment, due, case_id, id, number)
where due > '-infinity';

create table task (
  establishment text not null,
  id uuid not null,
  case_id uuid,
  kind text not null check (kind <> ''),
  label text not null,
  role text not null check (role <> ''),
  -- What it came from: « deadline:file_return », « transmission:<id> », « message:<id> » or nothing.
  source text not null default '',
  due date,
  repeats_monthly boolean not null default false,
  -- A repeated task counts its months from its first date: 31 January, 28 February, 31 March.
  first_due date,
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case",
  constraint done_by_somebody check ((done_at is null) = (done_by is null))
);
-- Finds the tasks of a case, and keeps a deadline from having two open ones (nulls do not collide).
create unique index task_of_case on task (
  establishment, case_id, (case when done_at is null and source like 'deadline:%' then source end));
create index task_by_due on task (establishment, coalesce(due, 'infinity'), id)
where done_at is null and opened_at > '-infinity';

-- The outbox. Sending is claimed before and recorded after; see queries/claim_messages.sql.
create table message (
  establishment text not null,
  id uuid not null,
  number bigint generated always as identity,
  case_id uuid,
  seq integer,
  kind text not null check (kind in ('letter', 'email')),
  template text not null check (template <> ''),
  recipient text not null check (recipient in ('person', 'mdph', 'staff')),
  details jsonb not null default '{}',
  status text not null default 'pending'
    check (status in ('pending', 'sending', 'prepared', 'sent', 'refused', 'in_doubt', 'cancelled')),
  created_at timestamptz not null,
  -- The life of a claim is in real time: retries and crashes know no manual clock.
  not_before timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  claimed_by uuid,
  claimed_at timestamptz,
  sent_at timestamptz,
  -- Asked for while it was being sent: it is not tried again.
  cancelled_at timestamptz,
  reason text,
  html text,
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case",
  unique (establishment, case_id, seq, kind, template, recipient),
  constraint of_an_entry check ((case_id is null) = (seq is null)),
  constraint only_staff_without_a_case check (case_id is not null or recipient = 'staff'),
  constraint claimed_while_sending check (status <> 'sending' or claimed_by is not null),
  constraint prepared_is_a_letter check (status <> 'prepared' or (kind = 'letter' and html is not null))
);
create index message_to_send on message (number) where status = 'pending';
create index message_being_sent on message (claimed_by) where status = 'sending';
create index message_of_case on message (establishment, case_id, number);
create index message_in_order on message (establishment, number) where number > 0;

-- Reports to the MDPH on ViaTrajectoire, made by a person and confirmed here, or sent where an endpoint is
-- configured (sending_transmissions).
create table transmission (
  establishment text not null,
  id uuid not null,
  number bigint generated always as identity,
  case_id uuid not null,
  seq integer not null check (seq >= 1),
  code text not null check (code <> ''),
  reason text,
  details jsonb not null default '{}',
  status text not null check (status in ('queued', 'to_do', 'confirmed')),
  wanted_at timestamptz not null,
  -- When its turn came: at once, or when the case was linked.
  released_at timestamptz,
  confirmed_on date,
  proof text,
  confirmed_by text,
  -- How far the sending has come: under way, to be tried again, refused or in doubt (then a person's).
  delivery text check (delivery in ('sending', 'later', 'refused', 'in_doubt')),
  -- Why it did not leave, for people.
  problem text check (problem <> ''),
  -- The life of a claim is in real time: retries and crashes know no manual clock.
  attempts integer not null default 0 check (attempts >= 0),
  not_before timestamptz,
  claimed_by uuid,
  primary key (establishment, id),
  foreign key (establishment, case_id) references "case",
  constraint sent_once_to_do check (delivery is null or status = 'to_do'),
  constraint claimed_while_sending check (delivery is distinct from 'sending' or claimed_by is not null),
  constraint queued_until_released check ((status = 'queued') = (released_at is null)),
  constraint confirmed_by_somebody check ((status = 'confirmed') = (confirmed_on is not null)
    and (status = 'confirmed') = (confirmed_by is not null))
);
create index transmission_of_case on transmission (establishment, case_id, number);
create index transmission_to_send on transmission (number) where status = 'to_do';
create index transmission_in_order on transmission (establishment, number) where number > 0;
