-- Who may do what, and whose rows are seen, said once more below the program, so that a mistake of ours shows nothing of
-- another establishment. The roles are the cluster's (queries/create_roles.sql):
--   jalon_owner    owns everything here; migrations work as this role
--   jalon_web      who waits for an answer: rows of the establishment in force, none while there is none
--   jalon_engine   timers, outbox, dispatcher: rows of all establishments, of the tables that these need
--   jalon_auditor  reads histories and readings
--   jalon_backup   reads everything: pg_dump --enable-row-security --role=jalon_backup, since without that option
--                  pg_dump refuses rather than leave out rows, and no role of ours passes over policies
-- The establishment in force stands in `jalon.establishment`. A connection's lease puts it there from the scope that
-- was opened for an authenticated caller, never from what a statement is given.

-- ── what is here belongs to jalon_owner ─────────────────────────────────────────────────────────────────

revoke all on schema public from public;
grant usage, create on schema public to jalon_owner;
grant usage on schema public to jalon_web, jalon_engine, jalon_auditor, jalon_backup;

do $$
declare
  us constant oid := (select relowner from pg_class where oid = 'schema_migration'::regclass);
  found_object record;
begin
  for found_object in
    select case c.relkind when 'v' then 'view' else 'table' end as kind, c.oid::regclass::text as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relowner = us and c.relkind in ('r', 'v')
    union all
    select 'function', p.oid::regprocedure::text
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner = us
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('alter %s %s owner to jalon_owner', found_object.kind, found_object.name);
    if found_object.kind = 'function' then
      execute format('revoke execute on function %s from public', found_object.name);
      execute format('grant execute on function %s to jalon_web, jalon_engine', found_object.name);
    elsif found_object.kind = 'view' then
      -- Else a view shows what its owner sees.
      execute format('alter view %s set (security_invoker = true)', found_object.name);
    end if;
  end loop;
end
$$;

-- From here on, and in every later migration.
set local role jalon_owner;
alter default privileges for role jalon_owner revoke execute on functions from public;
-- A function that is no SECURITY DEFINER lets nobody do more than they may.
alter default privileges for role jalon_owner in schema public grant execute on functions to jalon_web, jalon_engine;

-- ── whose rows are seen ─────────────────────────────────────────────────────────────────────────────────

-- For every table with an establishment, also those of later migrations.
create function keep_by_establishment(of_table regclass, code_column name default 'establishment') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security, force row level security', of_table);
  execute format(
    'create policy establishment_in_force on %s to jalon_web '
    'using (%I = current_setting(''jalon.establishment'', true)) '
    'with check (%2$I = current_setting(''jalon.establishment'', true))', of_table, code_column);
  execute format('create policy all_establishments on %s to jalon_engine using (true) with check (true)', of_table);
  execute format('create policy owned on %s to jalon_owner using (true) with check (true)', of_table);
  execute format('create policy read_whole on %s for select to jalon_auditor, jalon_backup using (true)', of_table);
end
$$;
revoke execute on function keep_by_establishment(regclass, name) from jalon_web, jalon_engine;

select keep_by_establishment('establishment', 'code');
do $$
declare
  kept regclass;
begin
  for kept in
    select c.oid from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'establishment'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop
    perform keep_by_establishment(kept);
  end loop;
end
$$;

-- ── the few ways across ─────────────────────────────────────────────────────────────────────────────────

-- They run as jalon_owner, which sees all, and each says for itself what it gives out. Functions rather than one more
-- role: what crosses is then a short text that is read here, with no table behind it to be read otherwise.

-- Who a token, a session, a feed or a ticket belongs to, before an establishment is known. Whoever asks has the secret.
create function caller_of_token(of_hash text)
returns table (establishment text, login text, name text, roles json, mdph text)
language sql security definer set search_path = public, pg_temp as $$
  with used as (
    update token t set last_used_at = clock_timestamp()
    where t.token_hash = of_hash and t.expires_at > clock_timestamp()
      and (t.last_used_at is null or t.last_used_at < clock_timestamp() - interval '5 minutes')
  )
  select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
  from token t
  join account a on a.establishment = t.establishment and a.login = t.login
  where t.token_hash = of_hash and t.expires_at > clock_timestamp() and a.disabled_at is null
$$;

create function caller_of_session(of_hash text)
returns table (establishment text, login text, name text, roles json, mdph text)
language sql security definer set search_path = public, pg_temp as $$
  with used as (
    update login_session s
    set last_seen_at = clock_timestamp()
    where s.session_hash = of_hash and s.expires_at > clock_timestamp() and s.last_seen_at + s.idle > clock_timestamp()
      and s.last_seen_at < clock_timestamp() - interval '30 seconds'
  )
  select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
  from login_session s
  join account a on a.establishment = s.establishment and a.login = s.login
  where s.session_hash = of_hash and s.expires_at > clock_timestamp() and s.last_seen_at + s.idle > clock_timestamp()
    and a.disabled_at is null
$$;

create function caller_of_feed(of_hash text)
returns table (establishment text, login text, name text, roles json, mdph text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.establishment, a.login, a.name, to_json(a.roles), a.mdph
  from feed f
  join account a on a.establishment = f.establishment and a.login = f.login
  where f.secret_hash = of_hash and a.disabled_at is null
$$;

create function use_log_in_ticket(of_hash text) returns table (establishment text, login text)
language sql security definer set search_path = public, pg_temp as $$
  update log_in_ticket t set tries = t.tries + 1
  from account a
  where t.ticket_hash = of_hash and t.tries < 5 and t.expires_at > clock_timestamp()
    and a.establishment = t.establishment and a.login = t.login and a.disabled_at is null
  returning t.establishment, t.login
$$;

create function close_login_session(of_hash text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from login_session s where s.session_hash = of_hash
$$;

-- Whom a provider of identities means, by login or address.
create function account_known_as(who text, by_email boolean) returns table (establishment text, login text)
language sql stable security definer set search_path = public, pg_temp as $$
  select min(a.establishment), min(a.login)
  from account a
  where a.disabled_at is null and case when by_email then lower(a.email) = lower(who) else a.login = who end
  having count(*) = 1
$$;

-- For the log-in page, the console, and what goes through all establishments one by one.
create function establishment_codes() returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select code from establishment order by code
$$;

-- One key seals the second factors of all establishments.
create function is_sealed_otherwise(new_secret text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from second_factor s where split_part(s.secret, ':', 2) <> split_part(new_secret, ':', 2))
$$;

-- Conditions that are not leakproof (on what a JSON document says, or LIKE) find no index under a policy. These do, and
-- say for themselves whose rows: those of the establishment in force.
create function cases_listed_for(committee text) returns setof uuid
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  select h.case_id from history h
  where h.establishment = current_setting('jalon.establishment', true) and h.event = 'list_for_committee'
    and h.data ->> 'committee' = committee
$$;

create function cases_seated_in(session text) returns setof uuid
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  select h.case_id from history h
  where h.establishment = current_setting('jalon.establishment', true)
    and h.event in ('assign_session', 'change_session') and h.data ->> 'session' = session
$$;

create function cases_named_like(pattern text) returns setof uuid
language sql stable rows 50 security definer set search_path = public, pg_temp as $$
  select c.id from "case" c
  where c.establishment = current_setting('jalon.establishment', true) and c.search_text like pattern
$$;

-- As it was, but for a list that is cast before it meets a row: a cast of texts is not leakproof either.
create or replace function read_waiting(of_establishment text, of_cases jsonb, reader text)
returns jsonb
language plpgsql as $$
declare
  lines jsonb;
begin
  select with_consents(of_establishment, coalesce(jsonb_agg(priority_line(c.establishment, c.id)), '[]'))
  into lines
  from "case" c
  where c.establishment = of_establishment
    and c.id = any (array(select value::uuid from jsonb_array_elements_text(of_cases)))
    and not c.closed and c.states ->> 'journey' = 'retained' and c.states ->> 'life' = 'open';
  perform log_reading(of_establishment, reader, 'waiting_list', lines);
  return lines;
end
$$;

-- For the planner coalesce() is no leakproof expression, and this is.
drop index task_by_due, task_of_no_deadline;
create index task_by_due on task (establishment, (case when due is null then 'infinity'::date else due end), id)
where done_at is null and opened_at > '-infinity';
create index task_of_no_deadline on task (establishment, (case when due is null then 'infinity'::date else due end), id)
where done_at is null and opened_at > '-infinity' and source not like 'deadline:%';

-- Erasing is the one thing that takes rows of history away: nobody else has the right to, and it looks for itself whose
-- case it is.
alter function erase_case(text, uuid, text) rename to erase_whole_case;
revoke execute on function erase_whole_case(text, uuid, text) from jalon_web, jalon_engine;
create function erase_case(of_establishment text, of_case uuid, login text) returns json
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_establishment is distinct from current_setting('jalon.establishment', true) then
    raise exception 'another establishment is in force' using errcode = 'insufficient_privilege';
  end if;
  return erase_whole_case(of_establishment, of_case, login);
end
$$;
revoke execute on function
  caller_of_token(text), caller_of_session(text), caller_of_feed(text), use_log_in_ticket(text),
  close_login_session(text), account_known_as(text, boolean), is_sealed_otherwise(text), cases_listed_for(text),
  cases_seated_in(text), cases_named_like(text), erase_case(text, uuid, text)
from jalon_engine;

-- As they were, by way of these.
create or replace function cases_of_committee(of_establishment text, of_committee uuid)
returns SETOF uuid
language sql stable
as $$
  select c.id
  from "case" c
  where c.establishment = of_establishment and c.data -> 'committee' ->> 'id' = of_committee::text
    and c.id in (select listed from cases_listed_for(of_committee::text) as listed)
$$;

create or replace function committee_decisions_of_cases(of_establishment text, of_committee uuid)
returns jsonb
language sql stable
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'case', c.id, 'reference', c.reference, 'family_name', c.person ->> 'family_name',
    'given_name', c.person ->> 'given_name', 'mdph', c.mdph,
    'outcome', d.data ->> 'outcome', 'aim', d.data ->> 'aim', 'choice', d.data ->> 'choice',
    'social_urgency', d.data -> 'social_urgency', 'medical_urgency', d.data -> 'medical_urgency',
    'rank', d.data -> 'rank', 'motive', d.data ->> 'reason') order by c.reference), '[]')
  from "case" c
  left join lateral (
    select h.data from history h
    where h.establishment = c.establishment and h.case_id = c.id and h.event = 'decide'
      and history_after(h.establishment, h.case_id, h.seq - 1) -> 'data' -> 'committee' ->> 'id'
        = of_committee::text
      and not exists (
        select from history k
        where k.establishment = h.establishment and k.case_id = h.case_id and k.seq > h.seq
          and k.event = 'correction' and (k.data ->> 'back_to')::integer < h.seq)
    order by h.seq desc limit 1) as d on true
  where c.establishment = of_establishment
    and c.id in (select listed from cases_listed_for(of_committee::text) as listed)
    and (d.data is not null or c.data -> 'committee' ->> 'id' = of_committee::text)
$$;

create or replace function read_session(of_establishment text, of_session uuid, of_mdph text, paper text, reader text)
returns jsonb
language plpgsql
as $$
declare
  shown jsonb;
begin
  select jsonb_build_object(
    'id', s.id, 'entry_on', s.entry_on, 'pre_reception_on', s.pre_reception_on, 'weeks', s.weeks,
    'capacity', s.capacity, 'taken', s.taken,
    'seats', coalesce((
      select jsonb_agg(jsonb_build_object(
        'case', c.id, 'reference', c.reference, 'family_name', c.person ->> 'family_name',
        'given_name', c.person ->> 'given_name', 'mdph', c.mdph, 'state', c.states ->> 'journey',
        'documents', c.data -> 'documents', 'pre_reception', c.data -> 'pre_reception',
        'social_urgency', p.social_urgency)
        order by searchable(c.person ->> 'family_name'), searchable(c.person ->> 'given_name'), c.reference)
      from "case" c
      join case_priority p on p.establishment = c.establishment and p.case_id = c.id
      where c.establishment = s.establishment and c.data -> 'seat' ->> 'session' = s.id::text
        and c.id in (select seated from cases_seated_in(s.id::text) as seated)), '[]'),
    'waiting', with_consents(s.establishment, waiting_lines(s.establishment)))
  into shown
  from session s
  where s.establishment = of_establishment and s.id = of_session;
  if paper = 'session' then
    perform log_reading(of_establishment, reader, paper, lines_in_sight(shown -> 'waiting', of_mdph));
  end if;
  perform log_reading(of_establishment, reader, paper, lines_in_sight(shown -> 'seats', of_mdph));
  return shown;
end
$$;

create or replace function session_ties(of_establishment text, of_session uuid)
returns jsonb
language sql stable
as $$
  select jsonb_build_object(
    'taken', s.taken,
    'named', (
      select count(distinct seated) from cases_seated_in(of_session::text) as seated))
  from session s
  where s.establishment = of_establishment and s.id = of_session
$$;

create or replace function turn_on_second_factor(of_establishment text, who text, new_secret text, step bigint,
                                                 code_hashes jsonb, by_whom text)
returns void
language plpgsql
as $$
begin
  lock table second_factor in share row exclusive mode;
  delete from second_factor s where s.establishment = of_establishment and s.login = who;
  if is_sealed_otherwise(new_secret) then
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

-- ── the chain of hashes ─────────────────────────────────────────────────────────────────────────────────

-- Rows are noted whoever writes them, and sealed by the engine, which reads none of them: nobody else can make, change
-- or take away a note.
do $$
declare
  noting regprocedure;
begin
  for noting in
    select p.oid from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and (p.proname like 'audit\_note\_%' or p.proname in ('audit_digest', 'audit_leaf_line', 'audit_block_text'))
  loop
    execute format('revoke execute on function %s from jalon_web, jalon_engine', noting);
    if noting::text like 'audit\_note\_%' then
      execute format('alter function %s security definer set search_path = public, pg_temp', noting);
    end if;
  end loop;
end
$$;
alter function seal_audit(text, integer) security definer set search_path = public, pg_temp;
revoke execute on function seal_audit(text, integer) from jalon_web;

-- ── who may do what ─────────────────────────────────────────────────────────────────────────────────────

grant select on all tables in schema public to jalon_web, jalon_backup;
revoke select on schema_migration from jalon_web;
grant select on all sequences in schema public to jalon_backup;
-- All that the chain covers, and the chain.
grant select on
  account_entry, audit_block, audit_leaf, audit_pending, committee_grade, committee_list, committee_minutes,
  committee_proposal_answer, consent, erased_decision, erasure, exceptional_access, history, letter_template, reading,
  setting_history, team_entry
to jalon_auditor;

-- What is only added to.
grant insert on
  account_entry, committee_grade, committee_list, committee_minutes, committee_proposal_answer, consent,
  exceptional_access, history, letter_template, reading, setting_history, team_entry
to jalon_web;
-- What changes.
grant insert, update on
  absence, account, "case", committee_proposal, command_log, establishment, message, recovery_code, reference_counter,
  setting, task, transmission
to jalon_web;
grant insert, update, delete on
  committee, deadline, failed_log_in, feed, log_in_ticket, login_session, planned_setting, saved_view,
  second_factor, session, token
to jalon_web;
grant update (mode, manual_now, started_real_at) on clock to jalon_web;
-- An identifier given up goes when its entry is written after all.
grant delete on command_log to jalon_web, jalon_engine;

grant select on audit_block, audit_pending to jalon_engine;
grant select on
  absence, "case", clock, command_log, committee, deadline, establishment, history, letter_template, message,
  morning, planned_setting, session, setting, setting_history, task, transmission, case_snapshot
to jalon_engine;
grant select (establishment, id, login, name, email, mdph, roles, disabled_at) on account to jalon_engine;
grant insert on history, morning to jalon_engine;
grant insert, update on command_log, message, task, transmission to jalon_engine;
grant insert, update, delete on deadline to jalon_engine;
grant update on "case" to jalon_engine;
grant update (taken) on session to jalon_engine;
-- To lock a row asks for the right to change it.
grant update (id) on committee to jalon_engine;
