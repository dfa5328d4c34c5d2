-- Calendar feeds: an address that a calendar program reads without logging in. Its secret is kept as a hash only;
-- a feed shows what the account's roles let it see now, and nothing once the account is disabled.
create table feed (
  establishment text not null,
  id uuid not null default gen_random_uuid(),
  number bigint generated always as identity,
  login text not null,
  -- What its owner calls it: « téléphone ».
  name text not null check (name <> ''),
  secret_hash text not null unique check (secret_hash <> ''),
  created_at timestamptz not null default jalon_now(),
  primary key (establishment, id),
  foreign key (establishment, login) references account
);
create index feed_of_login on feed (establishment, login, number);
