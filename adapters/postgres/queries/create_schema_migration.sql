-- What has been applied to this database; the checksum betrays a migration edited afterwards.
create table if not exists schema_migration (
  number integer primary key check (number > 0),
  name text not null unique,
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default clock_timestamp()
);
