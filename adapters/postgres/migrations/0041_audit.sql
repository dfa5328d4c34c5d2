-- A chain of hashes over all that is append-only, one for each establishment. Rows are noted in the commit that writes
-- them (audit_pending) and sealed later, in the background: so no event waits for another one's hash, and a row that
-- commits late, with an earlier number or time, is noted all the same and sealed with the next block.
-- How each hash is made is written again in adapters/audit, which shares nothing with this file.

-- Which columns of which table are sealed, in this order, and what names a row beside its establishment. What is made
-- of it stays, below.
create temporary table audit_source (
  name text primary key,
  key text[] not null,
  columns text[] not null
) on commit drop;

-- An erasure names its case, by the pseudonym that the chain's leaves bear.
alter table erasure add column case_id uuid;
create function name_erased_case() returns trigger
language plpgsql as $$
begin
  new.case_id := (
    select c.id from "case" c where c.establishment = new.establishment and c.reference = new.reference);
  return new;
end
$$;
create trigger name_erased_case before insert on erasure for each row execute function name_erased_case();

insert into audit_source (name, key, columns)
select t.relname, t.key, array(
  select a.attname::text from pg_attribute a
  where a.attrelid = t.relname::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum)
from (values
  ('account_entry', array['number']),
  ('committee_grade', array['id']),
  ('committee_list', array['committee_id', 'version']),
  ('committee_minutes', array['committee_id', 'version']),
  ('committee_proposal_answer', array['id']),
  ('consent', array['id']),
  ('erased_decision', array['committee_id', 'reference']),
  ('erasure', array['reference']),
  ('exceptional_access', array['id']),
  ('history', array['case_id', 'seq']),
  ('letter_template', array['name', 'version']),
  ('reading', array['id']),
  ('setting_history', array['revision']),
  ('team_entry', array['id'])) as t (relname, key);

-- What was written and is not sealed yet.
create table audit_pending (
  establishment text not null,
  number bigint generated always as identity,
  source text not null,
  key text not null,
  -- Whom the row is about; of a row that was changed or went, whose erasure did it.
  case_id uuid,
  primary key (establishment, number)
);

create table audit_block (
  establishment text not null references establishment (code),
  number bigint not null check (number >= 1),
  sealed_at timestamptz not null,
  leaves integer not null check (leaves >= 1),
  leaves_hash bytea not null check (length(leaves_hash) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (establishment, number)
);

-- A row as it was when it was sealed; without a digest: it is gone.
create table audit_leaf (
  establishment text not null,
  block bigint not null,
  place integer not null check (place >= 1),
  source text not null,
  key text not null,
  case_id uuid,
  digest bytea check (length(digest) = 32),
  primary key (establishment, block, place)
);

create trigger append_only before update or delete or truncate on audit_block
for each statement execute function refuse_rewriting();
create trigger append_only before update or delete or truncate on audit_leaf
for each statement execute function refuse_rewriting();

-- One function for each table notes what was written, and one tells the digest of a row by its name.
do $$
declare
  source audit_source;
  key_text text;
  about text;
  branches text := '';
begin
  for source in select * from audit_source loop
    key_text := (select string_agg(format('w.%I', k), ' || ''/'' || ') from unnest(source.key) as k);
    about := case when 'case_id' = any (source.columns) then 'w.case_id' else 'null::uuid' end;
    execute format($f$
      create function audit_note_%1$s() returns trigger language plpgsql as $t$
      begin
        insert into audit_pending (establishment, source, key, case_id)
        select w.establishment, %2$L, %3$s,
               coalesce(%4$s, nullif(current_setting('jalon.erasing', true), '')::uuid)
        from written w;
        return null;
      end $t$ $f$, source.name, source.name, key_text || '::text', about);
    execute format('create trigger audit_note after insert on %I referencing new table as written '
                   'for each statement execute function audit_note_%s()', source.name, source.name);
    execute format('create trigger audit_note_update after update on %I referencing new table as written '
                   'for each statement execute function audit_note_%s()', source.name, source.name);
    execute format('create trigger audit_note_delete after delete on %I referencing old table as written '
                   'for each statement execute function audit_note_%s()', source.name, source.name);
    execute format('insert into audit_pending (establishment, source, key, case_id) '
                   'select w.establishment, %L, %s::text, %s from %I w order by %s',
                   source.name, key_text, about, source.name,
                   (select string_agg(format('w.%I', k), ', ') from unnest(source.key) as k));
    branches := branches || format(
      'if source = %L then return (select sha256(convert_to(row(%s)::text, ''UTF8'')) from %I r '
      'where r.establishment = of_establishment and %s); end if;' || chr(10),
      source.name,
      (select string_agg(format('r.%I', c), ', ' order by n) from unnest(source.columns) with ordinality as x (c, n)),
      source.name,
      (select string_agg(format('r.%I = split_part(key, ''/'', %s)::%s', k, n, format_type(a.atttypid, a.atttypmod)),
                         ' and ' order by n)
       from unnest(source.key) with ordinality as x (k, n)
       join pg_attribute a on a.attrelid = source.name::regclass and a.attname = k));
  end loop;
  -- Texts of instants depend on the session, and so it is said here which they are.
  execute 'create function audit_digest(of_establishment text, source text, key text) returns bytea '
          'language plpgsql stable as $t$ begin ' || branches ||
          'raise exception ''no such source''; end $t$';
end
$$;

create function audit_leaf_line(source text, key text, case_id uuid, digest bytea) returns text
language sql immutable parallel safe as $$
  select source || chr(9) || key || chr(9) || coalesce(case_id::text, '') || chr(9)
    || coalesce(encode(digest, 'hex'), 'gone') || chr(10)
$$;

create function audit_block_text(b audit_block) returns text
language sql stable as $$
  select concat_ws(chr(10), 'jalon audit 1', b.establishment, b.number,
    to_char(b.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), b.leaves,
    encode(b.leaves_hash, 'hex'), '')
$$;

-- Seals what was noted, as one block; how many leaves it has. One process at a time makes a chain longer, another one
-- that comes meanwhile leaves it alone. A row that was noted twice is sealed once, as it is now.
create function seal_audit(of_establishment text, most integer) returns integer
language plpgsql set timezone = 'UTC' set datestyle = 'ISO, YMD' set bytea_output = 'hex' as $$
declare
  block audit_block;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('jalon audit ' || of_establishment, 0)) then
    return 0;
  end if;
  select coalesce(max(b.number), 0) + 1 into block.number from audit_block b
  where b.establishment = of_establishment;
  select coalesce((
    select b.hash from audit_block b
    where b.establishment = of_establishment and b.number = block.number - 1), decode(repeat('00', 32), 'hex'))
  into block.previous_hash;
  with taken as (
    delete from audit_pending p
    where p.establishment = of_establishment and p.number = any (array(
      select q.number from audit_pending q where q.establishment = of_establishment order by q.number limit most))
    returning p.number, p.source, p.key, p.case_id
  ), last as (
    select distinct on (t.source, t.key) t.* from taken t order by t.source, t.key, t.number desc
  ), leaf as (
    insert into audit_leaf (establishment, block, place, source, key, case_id, digest)
    select of_establishment, block.number, row_number() over (order by l.number), l.source, l.key, l.case_id,
           audit_digest(of_establishment, l.source, l.key)
    from last l
    returning place, source, key, case_id, digest
  )
  select count(*), sha256(convert_to(
    string_agg(audit_leaf_line(l.source, l.key, l.case_id, l.digest), '' order by l.place), 'UTF8'))
  into block.leaves, block.leaves_hash
  from leaf l;
  if block.leaves = 0 then
    return 0;
  end if;
  block.establishment := of_establishment;
  block.sealed_at := jalon_now();
  block.hash := sha256(block.previous_hash || convert_to(audit_block_text(block), 'UTF8'));
  insert into audit_block values (block.*);
  return block.leaves;
end
$$;
