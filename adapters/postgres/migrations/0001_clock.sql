-- The clock of record: every instant that Jalon writes or compares comes from here, never from the clock
-- of a program. It is the server's own clock, or, for tests and demonstrations, one that is moved by hand.

create table clock (
  only_row boolean primary key default true check (only_row),
  mode text not null default 'real' check (mode in ('real', 'manual')),
  -- What the manual clock shows.
  manual_now timestamptz,
  -- When this database was first served on the real clock; from then on it has no manual clock.
  started_real_at timestamptz,
  constraint manual_clock_shows_an_instant check ((mode = 'manual') = (manual_now is not null)),
  constraint real_clock_stays_real check (mode = 'real' or started_real_at is null)
);

insert into clock default values;

create function clock_only_goes_forward() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'the clock cannot be removed' using errcode = 'check_violation';
  end if;
  if new.manual_now < old.manual_now then
    raise exception 'the manual clock only goes forward' using
      errcode = 'check_violation', constraint = 'manual_clock_goes_forward', table = 'clock';
  end if;
  if old.started_real_at is not null and new.started_real_at is distinct from old.started_real_at then
    raise exception 'the real clock was started once' using
      errcode = 'check_violation', constraint = 'real_clock_stays_real', table = 'clock';
  end if;
  return new;
end
$$;

create trigger clock_only_goes_forward before update or delete on clock
for each row execute function clock_only_goes_forward();

-- Now, on the clock of record. In PL/pgSQL, which keeps its plan for the session.
create function jalon_now() returns timestamptz
language plpgsql stable parallel safe as $$
declare
  shown timestamptz;
begin
  select manual_now into shown from clock;
  return coalesce(shown, clock_timestamp());
end
$$;

-- Today's date in metropolitan France, on the clock of record.
create function jalon_today() returns date
language sql stable parallel safe as $$
  select (jalon_now() at time zone 'Europe/Paris')::date
$$;
