-- The secrets that codes of the moment are made of stand sealed, under a key that is not in this database
-- (adapters/sealing). What was written readable before is sealed when a server starts; nothing readable comes anew.
alter table second_factor drop constraint second_factor_secret_check;
alter table second_factor add constraint second_factor_secret_sealed
check (secret ~ '^sealed:[0-9a-f]{32}:[A-Za-z0-9_-]{64,}$') not valid;

-- As in 0026_account_security.sql; one key for all: what was sealed under two would open nowhere whole. The lock makes
-- two that come first, each with a key of its own, come one after the other.
create or replace function turn_on_second_factor(of_establishment text, who text, new_secret text, step bigint,
                                                 code_hashes jsonb, by_whom text) returns void
language plpgsql as $$
begin
  lock table second_factor in share row exclusive mode;
  delete from second_factor s where s.establishment = of_establishment and s.login = who;
  if exists (select from second_factor s where split_part(s.secret, ':', 2) <> split_part(new_secret, ':', 2)) then
    raise exception 'second factors are sealed under another key' using errcode = 'restrict_violation';
  end if;
  insert into second_factor (establishment, login, secret, last_step)
  values (of_establishment, who, new_secret, step);
  insert into recovery_code (establishment, login, code_hash)
  select of_establishment, who, h from jsonb_array_elements_text(code_hashes) as h;
  insert into account_entry (establishment, login, what, by_whom)
  values (of_establishment, who, 'second_factor_on', by_whom);
end
$$;
