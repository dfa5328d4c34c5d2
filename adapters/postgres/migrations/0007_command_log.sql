-- Every attempt that was committed, by its identifier: looked up when a commit's outcome is unknown. A row
-- without a case says that the attempt was given up, so that it can no longer come true (give_up_command).
create table command_log (
  establishment text not null references establishment (code),
  command_id uuid not null,
  case_id uuid,
  seq integer,
  caller text,
  -- The caller's Idempotency-Key, what it was sent with, and the first answer to it, word for word.
  key text,
  body_hash text,
  answer json,
  at timestamptz not null,
  primary key (establishment, command_id),
  constraint recorded_or_given_up check ((case_id is null) = (seq is null)),
  constraint key_with_its_answer check (
    (key is null) = (answer is null) and (key is null) = (body_hash is null)
    and (key is null or caller is not null))
);
create unique index command_log_key on command_log (establishment, caller, key) where key is not null;

-- Whether the attempt was committed. If not, it never will be: when its commit is still under way this
-- waits for the end of it, and one that comes later finds its identifier taken.
create function give_up_command(of_establishment text, given_up uuid) returns boolean
language plpgsql as $$
begin
  insert into command_log (establishment, command_id, at) values (of_establishment, given_up, jalon_now())
  on conflict (establishment, command_id) do nothing;
  return exists (
    select from command_log
    where establishment = of_establishment and command_id = given_up and case_id is not null);
end
$$;
